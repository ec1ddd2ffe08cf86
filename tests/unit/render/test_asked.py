"""`--detail`, `--rows`, `--highlight`: less on the map, or some of it standing out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from blueprint_cli.analysis.timings import measure
from blueprint_cli.cli.maps import read_map
from blueprint_cli.errors import BlueprintError
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.render.drawing.asked import Asked, check_highlight, rows_of
from blueprint_cli.render.drawing.compose import compose
from blueprint_cli.render.drawing.layout import lines_above
from blueprint_cli.render.systems.compose import systems_scene
from blueprint_cli.source.loading import load_bytes

if TYPE_CHECKING:
    from collections.abc import Callable

    from blueprint_cli.render.drawing.scene import Scene

EXAMPLE = Path(__file__).parents[3] / "examples" / "colis-en-retard.blueprint.yaml"


def late(asked: Asked) -> Scene:
    return compose(read_map(str(EXAMPLE), None).blueprint, None, asked)


def test_rows_keep_their_order_and_take_their_links_and_lines_with_them() -> None:
    scene = late(Asked(rows=rows_of("support, Customer")))
    assert [lane.layer for lane in scene.lanes] == ["customer", "support"]
    assert [line.id for line in scene.lines if line.css.startswith("line")] == ["line.visibility"]
    assert scene.curves == []
    assert {box.css.split()[1] for box in scene.boxes if box.css.startswith("card")} == {
        "customer",
        "support",
    }
    shown = {box.id for box in scene.boxes}
    assert all(link.source in shown and link.target in shown for link in scene.links)
    customer, support = scene.lanes
    assert support.y == pytest.approx(customer.y + customer.h)


@pytest.mark.parametrize(
    ("layers", "lines"),
    [
        (
            ("customer", "frontstage", "backstage", "support"),
            ["interaction", "visibility", "internal-interaction"],
        ),
        (("customer", "frontstage"), ["interaction"]),
        (("frontstage", "support"), ["visibility"]),
        (("backstage", "support"), ["internal-interaction"]),
        (("support",), []),
    ],
)
def test_lines_stand_where_what_they_part_is_drawn(layers: tuple[str, ...], lines: list[str]) -> None:
    assert list(lines_above(layers).values()) == lines


def test_simple_keeps_what_went_wrong() -> None:
    full, simple = late(Asked()), late(Asked(detail="simple"))
    kinds = {box.css for box in simple.boxes}
    assert {"badge fail", "badge pain", "time over"} <= kinds
    assert not {"owner", "time", "badge wait", "badge manual"} & kinds
    assert len(simple.boxes) < len(full.boxes)
    assert [box.css for box in simple.headings if box.css.startswith("span")] == [
        "span broken",
        "span silence",
    ]


def standing_out(wish: str) -> set[str]:
    return {box.id for box in late(Asked(highlight=wish)).boxes if "highlighted" in box.css.split()}


def test_what_stands_out() -> None:
    assert standing_out("owner:entrepot") == {"preparer", "remettre"}
    assert "system.crm.appeler" in standing_out("system:crm")
    assert standing_out("manual") == {"litige", "egare", "localiser"}
    assert standing_out("fail") > {"egare"}
    assert standing_out("critical")


def test_the_rest_fades_and_can_be_read() -> None:
    scene = late(Asked(highlight="fail"))
    faded = [box for box in scene.boxes if "faded" in box.css.split() and box.css.startswith("card")]
    assert faded
    assert {text.role for box in faded for text in box.texts} == {"muted"}
    assert {box.fill for box in faded} <= {f"lane.{lane.layer}" for lane in scene.lanes}


@pytest.mark.parametrize(
    ("asked", "message", "help_"),
    [
        (lambda: rows_of("customr"), "there is no row 'customr'", "did you mean customer?"),
        (lambda: rows_of(" , "), "--rows names no row", "the rows: emotion, evidence, customer, frontstage, backstage, support"),
        (lambda: check_highlight("owners:sav"), "nothing is highlighted by 'owners:sav'", "did you mean owner:ID?"),
        (lambda: check_highlight("owner:"), "nothing is highlighted by 'owner:'", "did you mean owner:ID?"),
        (lambda: check_highlight("xyz"), "nothing is highlighted by 'xyz'", "one of owner:ID, system:ID, critical, fail, manual"),
        (lambda: late(Asked(highlight="system:crn")), "no card of the map has the system 'crn'", "did you mean crm?"),
        (lambda: late(Asked(highlight="owner:zzzzzz")), "no card of the map has the owner 'zzzzzz'", None),
    ],
)  # fmt: skip
def test_wishes_that_cannot_be(asked: Callable[[], object], message: str, help_: str | None) -> None:
    with pytest.raises(BlueprintError) as raised:
        asked()
    assert raised.value.message == message
    assert help_ is None or raised.value.help == help_


def test_brackets_tell_of_promises_and_of_silence() -> None:
    said = {
        box.css: " ".join(box.texts[0].lines) for box in late(Asked()).headings if box.css.startswith("span")
    }
    assert said["span broken"].startswith("De la commande au colis\u00a0: ")
    assert "promesse de 24\u00a0h non tenue" in said["span broken"]
    assert said["span silence"].startswith("Plus long silence\u00a0: ")


TWINS = """\
blueprint: 1
title: Twins
systems: {crm: {name: CRM}, sms: {name: SMS}}
steps:
  - id: calls
    customer: {id: asks, action: Asks, wait: 12 min, work: 4 min}
    frontstage: {id: answers, action: Answers, wait: 12 min, work: 4 min, uses: crm}
    backstage: {id: types, action: Types, work: 3 min, uses: sms}
  - {id: ends, customer: {id: waits, action: Waits, wait: 1 h}, frontstage: {id: nods, action: Nods, work: instant}}
"""


def test_critical_is_what_timings_stars() -> None:
    root = load_bytes(TWINS.encode(), "twins.blueprint.yaml", Path()).root
    assert isinstance(root, Blueprint)
    timings = measure(root)
    assert timings.critical_path == ("asks", "waits")
    assert timings.critical_actions == {"asks", "answers", "waits"}
    scene = compose(root, None, Asked(highlight="critical"))
    assert {box.id for box in scene.boxes if "highlighted" in box.css.split()} == timings.critical_actions
    scene = systems_scene(root, None, "critical")
    assert {box.id for box in scene.boxes if "highlighted" in box.css.split()} == {"system.crm"}
