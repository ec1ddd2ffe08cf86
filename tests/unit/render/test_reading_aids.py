"""What helps to read a picture: the curves of several personas, and the legend."""

from __future__ import annotations

from pathlib import Path

from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.render.drawing.asked import Asked
from blueprint_cli.render.drawing.compose import compose
from blueprint_cli.render.drawing.papers import paper_of
from blueprint_cli.render.drawing.sheets import sheets
from blueprint_cli.source.loading import load_bytes

TWO = """\
blueprint: 1
title: Two
personas: {lena: Lena, omar: Omar}
steps:
  - {title: Both, customer: Looks, emotion: 1}
  - {title: Apart, customer: Asks, emotion: {lena: -1, omar: -1}}
"""
WORK = """\
blueprint: 1
title: Travail
lang: fr
teams: {sav: Service client}
steps:
  - customer: {id: a, action: Appelle, wait: 1 h, fail_points: Rien}
    frontstage: {action: Répond, owner: sav, manual: true}
    pain_points: Attend
  - customer: Reçoit
"""


def blueprint_of(text: str) -> Blueprint:
    root = load_bytes(text.encode(), "map.blueprint.yaml", Path()).root
    assert isinstance(root, Blueprint)
    return root


def test_personas_who_feel_the_same_have_dots_side_by_side_and_a_key() -> None:
    scene = compose(blueprint_of(TWO))
    both, lena, omar = (box for box in scene.boxes if box.css == "mood")
    assert lena.y == omar.y
    assert omar.x - lena.x > lena.w
    assert both.x + both.w / 2 == scene.headings[[box.css for box in scene.headings].index("step")].x + 70
    assert [box.texts[0].lines for box in scene.headings if box.css == "mood-name"] == [("Lena",), ("Omar",)]
    curves = [curve for curve in scene.curves if curve.css == "emotion"]
    assert [curve.title for curve in curves] == ["Lena", "Omar"]
    assert curves[0].points[0] == curves[1].points[0], "both begin with what everybody feels"


def test_the_legend_names_what_stands_out_and_breaks_where_a_kind_of_sign_ends() -> None:
    scene = compose(blueprint_of(WORK), None, Asked(highlight="manual"))
    words = [box.texts[0].lines[0] for box in scene.legend if box.css == "legend"]
    assert words[0] == "En évidence\u00a0: Tâche manuelle"
    rows: dict[float, list[str]] = {}
    for box in scene.legend:
        if box.css == "legend":
            rows.setdefault(box.y, []).append(box.texts[0].lines[0])
    firsts = [row[0] for row in rows.values()]
    assert firsts[0] == words[0]
    assert {"Point de défaillance", "Ensuite"} <= set(firsts), "each kind begins a row"


ACROSS = """\
blueprint: 1
title: Across
teams: {desk: Desk}
steps:
  - customer: Asks
    frontstage: {id: takes, action: Takes it, owner: desk}
    backstage: {id: files, action: Files it, owner: desk, after: [{id: takes, label: form}]}
  - customer: Waits
    frontstage: {id: tells, action: Tells, owner: desk, after: [{id: takes, label: the file}, files]}
  - customer: Hears
    backstage: {id: ends, action: Ends, owner: desk, after: [{id: files, label: the end of it}]}
"""


def test_on_pages_the_words_on_a_link_are_named_as_the_link_is() -> None:
    scenes, _ = sheets(blueprint_of(ACROSS), None, Asked(highlight="owner:desk"), paper_of("A4").turned())
    links = {link.id for scene in scenes for link in scene.links}
    labels = [box for scene in scenes for box in scene.labels if box.css == "link-label"]
    assert {box.id.replace("label.", "link.", 1) for box in labels} <= links
    kept = [box for box in labels if box.id == "label.takes--tells"]
    assert [text.role for box in kept for text in box.texts] == ["ink"], "it joins two cards that stand out"
