"""Where `next` ends the journey before the last step, the header says so; what serves is not keyed as a use."""

from __future__ import annotations

from pathlib import Path

import pytest

from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.render.drawing.compose import compose
from blueprint_cli.source.loading import load_bytes

MAP = """\
blueprint: 1
title: Ends
lang: fr
steps:
  - {id: a, title: Un, customer: Demande, next: FIRST}
  - {id: b, title: Deux, customer: Attend}
  - {id: c, title: Trois, customer: Reçoit, support: {action: Imprime, serves: b}, next: LAST}
"""


def _headers(first: str, last: str) -> list[str]:
    root = load_bytes(
        MAP.replace("FIRST", first).replace("LAST", last).encode(), "ends.blueprint.yaml", Path()
    ).root
    assert isinstance(root, Blueprint)
    steps = [box for box in compose(root).headings if box.css == "step"]
    return [
        " ".join(line for text in box.texts[1:] for line in text.lines).replace("\u00a0", " ")
        for box in steps
    ]


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("end", "end", ["→ Fin du parcours", "", ""]),
        ("[]", "[]", ["→ Fin du parcours", "", ""]),
        (
            "[{to: end, probability: 20 %, label: renonce}, {to: b}]",
            "[{to: a, probability: 5 %}, end]",
            ["→ Fin du parcours (20 % renonce)", "", "→ Fin du parcours"],
        ),
        ("b", "a", ["", "", ""]),
    ],
)
def test_the_header_tells_where_the_journey_ends(first: str, last: str, said: list[str]) -> None:
    assert _headers(first, last) == said


def test_the_legend_tells_service_from_use() -> None:
    root = load_bytes(
        MAP.replace("FIRST", "b").replace("LAST", "end").encode(), "ends.blueprint.yaml", Path()
    ).root
    assert isinstance(root, Blueprint)
    words = [line for box in compose(root).legend for text in box.texts for line in text.lines]
    assert "Travaille pour" in words
    assert "Utilise un système" not in words
