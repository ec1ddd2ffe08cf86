"""What holds for every map of systems: nothing on another, arcs that meet no card and no label, each step told right."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint_cli.analysis.links import fed_by
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.model.routes import tell_routes
from blueprint_cli.render.drawing.scene import Box, Scene
from blueprint_cli.render.systems.compose import systems_scene
from blueprint_cli.render.systems.content import SystemMap
from blueprint_cli.render.systems.order import ordered

from . import pictures
from .strategies import TEXTS

WAYS = ["api", "screen", "file", "hand"]


@st.composite
def maps(draw: st.DrawFn, most_steps: int = 5) -> dict[str, Any]:
    """Systems that feed each other in any way, circles too, and steps that use some of them."""
    names = [f"s{number}" for number in range(draw(st.integers(1, 7)))]
    kinds = st.sampled_from(["software", "api", "data", "partner", "equipment", "paper"])
    systems: dict[str, Any] = {}
    for name in names:
        feeds = draw(st.lists(st.sampled_from(names), max_size=3, unique=True))
        systems[name] = {
            "name": draw(TEXTS),
            "kind": draw(kinds),
            "external": draw(st.booleans()),
            "owner": draw(st.sampled_from(["IT", "unknown"])),
            "feeds": [
                {
                    "to": to,
                    "by": draw(st.sampled_from(WAYS)),
                    "label": draw(TEXTS),
                    "broken": draw(st.booleans()),
                }
                if draw(st.booleans())
                else {"to": to}
                for to in feeds
            ],
        }
    steps = []
    for _ in range(draw(st.integers(1, most_steps))):
        step: dict[str, Any] = {"customer": draw(TEXTS), "phase": draw(st.sampled_from(["One", "Two"]))}
        for layer in ("frontstage", "backstage", "support"):
            uses = draw(st.lists(st.sampled_from(names), max_size=2))
            if uses:
                step[layer] = {
                    "action": draw(TEXTS),
                    "uses": [{"system": key, "by": draw(st.sampled_from(WAYS)), "broken": draw(st.integers(0, 5)) == 0} for key in uses],
                }  # fmt: skip
        steps.append(step)
    return {"blueprint": 1, "title": draw(TEXTS), "lang": draw(st.sampled_from(["en", "fr"])), "systems": systems, "steps": steps}  # fmt: skip


def blueprint_of(data: dict[str, Any]) -> Blueprint:
    blueprint = Blueprint.model_validate(data)
    tell_routes(blueprint)
    return blueprint


def _meets(start: tuple[float, float], end: tuple[float, float], box: Box) -> bool:
    left, right = sorted((start[0], end[0]))
    top, bottom = sorted((start[1], end[1]))
    return (
        left < box.x + box.w - pictures.EDGE
        and right > box.x + pictures.EDGE
        and top < box.y + box.h - pictures.EDGE
        and bottom > box.y + pictures.EDGE
    )


def check(scene: Scene) -> None:
    pictures.texts_within(scene)
    frames = [box for box in (*scene.headings, *scene.boxes) if not box.css.startswith("bar")]
    labels = [box for box in scene.labels if box.css == "label"]
    pictures.nothing_on_another([*frames, *labels])
    pictures.ids_are_unique(scene)
    cards = {box.id for box in scene.boxes if box.css.startswith("card")}
    solid = [box for box in (*frames, *labels) if not box.parent]
    for link in scene.links:
        assert {link.source, link.target} <= cards
        for start, end in pairwise(link.points):
            assert start[0] == end[0] or start[1] == end[1]
            assert not [box for box in solid if _meets(start, end, box)], link.id
    crosses = [box for box in scene.labels if box.css == "cross"]
    assert len(crosses) == sum("broken" in link.css for link in scene.links)


@given(maps())
@settings(max_examples=100)
def test_invariants(data: dict[str, Any]) -> None:
    check(systems_scene(blueprint_of(data)))


@given(maps(most_steps=3))
@settings(max_examples=25)
def test_the_picture_is_well_formed_and_the_same_twice(data: dict[str, Any]) -> None:
    assert pictures.written(systems_scene(blueprint_of(data))) == pictures.written(
        systems_scene(blueprint_of(data))
    )


@given(maps())
def test_every_step_hangs_on_what_it_uses_and_on_what_feeds_that(data: dict[str, Any]) -> None:
    blueprint = blueprint_of(data)
    found = SystemMap(blueprint, "en")
    for row in found.rows:
        reach = fed_by(blueprint, [row.key]) - {row.key}
        for index, step in enumerate(blueprint.steps):
            uses = [use for _, action in step.actions() for use in action.uses]
            is_used = any(use.system == row.key for use in uses)
            is_reached = any(use.system in reach and not use.broken for use in uses)
            assert (index in row.uses) == is_used
            assert (index in row.reached) == (is_reached and not is_used)
            assert not (index in row.cut and (index in row.uses or index in row.reached))


@given(maps())
def test_no_two_arcs_share_a_stretch_of_track(data: dict[str, Any]) -> None:
    links = systems_scene(blueprint_of(data)).links
    stretches = sorted((link.points[1][0], *sorted((link.points[1][1], link.points[2][1]))) for link in links)
    for (x, _, bottom), (other, top, _) in pairwise(stretches):
        assert x != other or bottom < top


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 4), min_size=1), st.data())
def test_rows_stand_downstream(first_use: dict[str, int], data: st.DataObject) -> None:
    names = sorted(first_use)
    pairs = [(a, b) for a in names for b in names if a < b]
    feeds = data.draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    rows = ordered(first_use, feeds)
    assert sorted(rows) == names
    assert all(rows.index(source) < rows.index(target) for source, target in feeds)


@pytest.mark.parametrize("steps", [1, 40])
def test_no_system_and_many(steps: int) -> None:
    plain = {"blueprint": 1, "title": "T", "steps": [{"customer": "Acts"} for _ in range(steps)]}
    empty = systems_scene(blueprint_of(plain))
    check(empty)
    assert "No system is named" in empty.boxes[0].texts[0].lines[0]
    many = {**plain, "steps": [{"customer": "Acts", "support": {"action": "Works", "uses": f"System {i % 25}"}} for i in range(steps)]}  # fmt: skip
    check(systems_scene(blueprint_of(many)))
