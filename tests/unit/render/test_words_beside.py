"""Words of pictures that stand beside each other: parted verdicts, whole owners, titles of steps, one side for all."""

from __future__ import annotations

from pathlib import Path

import pytest

from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.render.drawing.compose import compose
from blueprint_cli.render.drawing.metrics import text_width
from blueprint_cli.render.drawing.scene import Box, Scene, Text
from blueprint_cli.render.terminal.board import board
from blueprint_cli.render.time_pictures.gantt import gantt_scene
from blueprint_cli.render.time_pictures.ladder import ladder_scene
from blueprint_cli.source.loading import load_bytes

MAP = """\
blueprint: 1
title: Urgences
lang: fr
teams: {tri: Infirmière d'accueil et d'orientation}
spans: [{title: Tri, from: a, to: b, promise: 10 min, target: 5 min, limit: 4 h}]
steps:
  - {id: a, title: Être trié, customer: {action: Attend, wait: 20 min}, frontstage: {action: Évalue, owner: tri, work: 7 min}}
  - {id: b, customer: {action: Sort, work: 1 min}}
"""
HEBREW = """\
blueprint: 1
title: ביקור במרפאה
persona: dana
personas: {dana: {name: דנה לוי}}
steps:
  - {title: קביעת תור, customer: {action: מתקשרת, work: 4 min}}
"""


def _blueprint(text: str) -> Blueprint:
    root = load_bytes(text.encode(), "words.blueprint.yaml", Path()).root
    assert isinstance(root, Blueprint)
    return root


def _said(boxes: list[Box], css: str) -> list[str]:
    found = [" ".join(line for text in box.texts for line in text.lines) for box in boxes if box.css == css]
    return [said.replace("\u00a0", " ") for said in found]


@pytest.mark.parametrize("draw", [ladder_scene, gantt_scene])
def test_the_verdicts_of_a_span_are_parted(draw: object) -> None:
    scene = draw(_blueprint(MAP))  # type: ignore[operator]
    assert _said(scene.headings, "verdict") == [
        "promesse 10 min ✗ dépassée de 11 min ·",
        "cible 5 min ✗ dépassée de 16 min ·",
        "limite 4 h ✓ tenue",
    ]


def test_rows_of_the_gantt_chart_name_their_step() -> None:
    scene = gantt_scene(_blueprint(MAP))
    assert _said(scene.headings, "owner") == [
        "Être trié",
        "Étape 2",
        "Être trié · Infirmière d’accueil et d’orientation",
    ]


def test_a_long_owner_takes_two_lines() -> None:
    (pill,) = [box for box in compose(_blueprint(MAP)).boxes if box.css == "owner"]
    assert [text.lines for text in pill.texts] == [("Infirmière d’accueil", "et d’orientation")]
    assert pill.h == 21


def _left(text: Text) -> float:
    width = max(text_width(line, text.size, bold=text.bold) for line in text.lines)
    return round(text.x - width if text.rtl else text.x, 2)


@pytest.mark.parametrize("draw", [compose, ladder_scene, gantt_scene])
def test_titles_in_hebrew_stand_on_the_side_of_everything_else(draw: object) -> None:
    scene: Scene = draw(_blueprint(HEBREW))  # type: ignore[operator]
    heads = [
        text
        for box in scene.headings
        if box.css in ("kind", "title", "subtitle", "facts")
        for text in box.texts
    ]
    assert {text.rtl for text in heads} == {True, False}
    assert {_left(text) for text in heads} == {0}
    rows = [text for box in scene.headings if box.css in ("action", "owner") for text in box.texts]
    assert len({_left(text) for text in rows}) <= 1


PHASES = """\
blueprint: 1
title: Phases
phases: [{id: a, title: A name that goes on over both of its steps}, {id: b, title: A name that its one step has no room for}]
steps:
  - {phase: a, customer: X}
  - {phase: a, title: Two, customer: Y}
  - {phase: b, customer: Z}
"""


def test_a_phase_takes_the_room_of_its_steps_in_the_terminal() -> None:
    lines = board(_blueprint(PHASES), "en", 80, color=False, ascii_only=False).splitlines()
    assert "──────────────┼ A name that goes on over both of its ste… ┼ A name that its on…" in lines
    assert "Step          │ Step 1              │ 2 Two               │ Step 3" in lines
