"""A support process that uses a system stands for it: no second card, its name on the card, its feeds drawn."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.render.formats import svg
from blueprint_cli.render.options import Options
from blueprint_cli.source.loading import load_bytes

SVG = "{http://www.w3.org/2000/svg}"
MAP = """\
blueprint: 1
title: Lab
systems:
  lab: {name: Lab system, feeds: [{to: record, broken: true, label: results}]}
  record: {name: Record}
steps:
  - id: asks
    customer: Asks
    frontstage: {id: answers, action: Answers, uses: record}
    support: {id: analyses, action: ACTION, uses: lab, serves: answers}
"""


def _drawn(action: str = "Analyses tubes") -> ElementTree.Element:
    root = load_bytes(MAP.replace("ACTION", action).encode(), "lab.blueprint.yaml", Path()).root
    assert isinstance(root, Blueprint)
    return ElementTree.fromstring(svg.render(root, Options()))


def _card_texts(drawn: ElementTree.Element, name: str) -> list[str]:
    (card,) = [group for group in drawn.iter(f"{SVG}g") if group.get("id") == name]
    return [span.text or "" for span in card.iter(f"{SVG}tspan")]


def test_its_card_bears_the_name_of_the_system() -> None:
    assert _card_texts(_drawn(), "analyses") == ["Analyses tubes", "Lab system"]


def test_a_name_that_the_process_says_itself_is_not_said_twice() -> None:
    assert _card_texts(_drawn("Runs the lab system"), "analyses") == ["Runs the lab system"]


def test_the_feeds_of_the_system_start_at_its_card() -> None:
    drawn = _drawn()
    links = {
        (path.get("data-from"), path.get("data-to")): path.get("class")
        for path in drawn.iter(f"{SVG}path")
        if path.get("data-from")
    }
    assert links["analyses", "system.record.asks"] == "link broken"
    assert not [group for group in drawn.iter(f"{SVG}g") if (group.get("class") or "").startswith("unplaced")]
    assert "system.lab.asks" not in {group.get("id") for group in drawn.iter(f"{SVG}g")}
