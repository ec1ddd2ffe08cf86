"""Curves of several personas: each passes over the steps of others, and the high and the low point say whose they are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.render.drawing.compose import compose
from blueprint_cli.render.drawing.papers import PAPERS
from blueprint_cli.render.drawing.scene import Route
from blueprint_cli.render.drawing.sheets import sheets
from blueprint_cli.render.formats import svg
from blueprint_cli.render.options import Options
from blueprint_cli.source.loading import load_bytes

MAP = """\
blueprint: 1
title: Moods
lang: fr
persona: [nadia, vip]
personas: {nadia: {name: Nadia}, vip: {name: Vip}}
steps:
  - {title: Un, customer: Demande, emotion: FIRST}
  - {title: Deux, customer: Attend, only: nadia, emotion: -2}
  - {title: Trois, customer: Reçoit, emotion: {nadia: 0, vip: 2}}
"""


def _blueprint(first: str = "{nadia: 1, vip: 2}", more: str = "") -> Blueprint:
    root = load_bytes((MAP.replace("FIRST", first) + more).encode(), "moods.blueprint.yaml", Path()).root
    assert isinstance(root, Blueprint)
    return root


def _heights(curve: Route) -> list[float]:
    """Where the curve stands in each step that it goes through."""
    return [point[1] for point in curve.points[::3]]


def test_in_the_blueprint_a_curve_passes_over_what_its_persona_does_not_live_through() -> None:
    curves = {curve.title: curve for curve in compose(_blueprint()).curves if curve.css == "emotion"}
    assert len(_heights(curves["Nadia"])) == 3
    high = _heights(curves["Vip"])
    assert len(high) == 2
    assert high[0] == high[1] < min(_heights(curves["Nadia"]))


def test_a_step_of_others_on_the_next_page_draws_no_curve_there() -> None:
    steps = "".join(f"  - {{title: N{n}, customer: Acts, emotion: 1}}\n" for n in range(6))
    last = "  - {title: Only, customer: Acts, only: nadia, emotion: -2}\n" * 8
    scenes, _ = sheets(_blueprint(more=steps + last), None, Options().asked, PAPERS["A4"])
    pages = [[curve.title for curve in scene.curves if curve.css == "emotion"] for scene in scenes]
    assert "Vip" in pages[0]
    assert "Vip" not in pages[-1]


@pytest.mark.parametrize(
    ("first", "high", "low"),
    [
        ("{nadia: 1, vip: 2}", "Point haut : Un (Vip)", "Point bas : Deux (Nadia)"),
        ("2", "Point haut : Un", "Point bas : Deux (Nadia)"),
        ("{nadia: 1, vip: -2}", "Point haut : Trois (Vip)", "Point bas : Un (Vip)"),
        ("{nadia: -2, vip: 2}", "Point haut : Un (Vip)", "Point bas : Un (Nadia)"),
    ],
)
def test_high_and_low_are_those_of_all_curves(first: str, high: str, low: str) -> None:
    drawn = svg.render(_blueprint(first), Options(view="journey")).decode().replace("\u00a0", " ")
    assert sorted(re.findall(r">(Point [^<]*)<", drawn)) == sorted([high, low])
