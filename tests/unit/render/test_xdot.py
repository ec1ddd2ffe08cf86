"""Shapes painted by Graphviz under the arrows: true corners and hatching, and nodes for what covers a line."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.render.drawing.compose import compose
from blueprint_cli.render.drawing.dot import dot_text, kept_within
from blueprint_cli.render.drawing.metrics import text_width, whole_width
from blueprint_cli.render.drawing.scene import Box, Lane, Route, Scene, Text
from blueprint_cli.render.drawing.theme import LIGHT
from blueprint_cli.render.drawing.xdot import Painting, painted_under
from blueprint_cli.render.themes.print import THEME as PRINT
from blueprint_cli.source.loading import load_bytes

SMALL = """\
blueprint: 1
title: Small
steps:
  - customer: {id: asks, action: Asks, basis: assumed, wait: 1 h}
    frontstage: {id: answers, action: Answers, owner: Desk}
    emotion: 1
  - {customer: Leaves, emotion: -1}
"""


def scene() -> Scene:
    root = load_bytes(SMALL.encode(), "small.blueprint.yaml", Path()).root
    assert isinstance(root, Blueprint)
    return compose(root)


@pytest.mark.parametrize(
    ("box", "said"),
    [
        (Box("card", 0, 0, 40, 20, radius=4, fill="pill", stroke="ink", stroke_width=1), r"C 7 -#ffffff b 28 "),
        (Box("card", 0, 0, 40, 20, radius=4, stroke="ink", stroke_width=1), r"-setlinewidth\(1\) B 28 "),
        (Box("owner", 0, 0, 40, 12, shape="pill", fill="ink"), r"-setlinewidth\(0\) C 7 -#1f2933 b 28 "),
        (Box("badge", 0, 0, 15, 15, shape="circle", fill="mid"), r"E 7\.5 92\.5 7\.5 7\.5 $"),
        (Box("badge", 0, 0, 15, 15, shape="octagon", fill="bad"), r"P 8 "),
        (Box("assumed", 0, 0, 4, 20, shape="hatch", stroke="ink", stroke_width=0.9), r"(L 2 \S+ \S+ \S+ \S+ ){5}$"),
        (Box("card", 0, 0, 40, 20, fill="pill", stroke="ink", stroke_width=1, dash="5 3"), r"S 6 -dashed"),
        (Box("card", 0, 0, 40, 20, fill="pill", stroke="ink", stroke_width=1, dash="1.5 2"), r"S 6 -dotted"),
    ],
    ids=lambda value: f"{value.css} {value.shape} {value.dash}" if isinstance(value, Box) else "",
)  # fmt: skip
def test_every_shape_has_its_operation(box: Box, said: str) -> None:
    painting = Painting(LIGHT, 100)
    painting.box(box)
    assert re.search(said, painting.attribute().strip('"'))


def test_a_pattern_is_painted_piece_by_piece() -> None:
    painting = Painting(PRINT, 100)
    painting.box(Box("lane-bar", 0, 0, 5, 40, fill="tab.evidence", pattern="evidence"))
    assert painting.attribute().count("P 4 ") == 8


def test_long_strings_are_joined() -> None:
    painting = Painting(LIGHT, 100)
    for number in range(400):
        painting.lane(Lane("customer", "", 0, number, 100, 1))
    parts = painting.attribute().split(" + ")
    assert len(parts) > 1
    assert max(map(len, parts)) < 16_000


def test_what_covers_a_line_is_no_background() -> None:
    made = scene()
    under = painted_under(made)
    kinds = {box.css.split()[0] for box in (*made.headings, *made.boxes) if id(box) not in under}
    assert "mood" in kinds, "a dot covers the curve"
    assert not kinds & {"card", "owner", "time", "badge", "step", "assumed"}
    made.lines.append(Route("line", ((made.boxes[0].x, 0), (made.boxes[0].x + 1, made.height)), "ink", 1))
    assert len(painted_under(made)) < len(under)


def test_a_painted_graph_keeps_a_place_for_every_card() -> None:
    graph = dot_text(scene(), LIGHT, painted=True)
    assert re.search(r'"asks" \[pos="[\d., ]+".* peripheries=0, class="card customer", id="asks"', graph)
    assert '"asks" -> "answers"' in graph
    assert "rounded" not in re.sub(r'class="line-label"[^;]+', "", graph)


@pytest.mark.skipif(shutil.which("dot") is None, reason="needs Graphviz")
def test_graphviz_paints_it_without_a_word() -> None:
    graph = dot_text(scene(), PRINT, painted=True)
    done = subprocess.run(["dot", "-Tsvg"], input=graph.encode(), capture_output=True, check=True)
    assert done.stderr == b""
    assert done.stdout.count(b"<path") > 4


@given(st.text(alphabet="abc éÉ W:,5'", min_size=1, max_size=40))
def test_words_of_a_pill_are_no_wider_in_whole_dots_than_was_measured(line: str) -> None:
    text = Text((line,), 0, 0, 7.5, bold=True, anchor="middle")
    size = kept_within(text)
    assert 7.5 * 0.84 <= size <= 7.5
    if size > 7.5 * 0.86:
        assert whole_width(line, size, bold=True) <= text_width(line, 7.5, bold=True)


def test_a_pill_keeps_its_words_from_its_edges() -> None:
    words = Text(("✓ Promesse tenue\u00a0: 5 jours ouvrés",), 70, 10, 7.5, bold=True, anchor="middle")
    scene = Scene(
        "t", "d", "fr", 140, 20, boxes=[Box("promise", 3, 3, 134, 12, shape="pill", texts=(words,))]
    )
    assert "fontsize=7.5," in dot_text(scene, LIGHT)
    assert "fontsize=7.35," in dot_text(scene, LIGHT, painted=True)
