"""What holds for every ladder and Gantt chart: no text on another or outside its frame, bars in their place, unknown never 0."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from blueprint_cli.analysis.order import circle
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.model.routes import tell_routes
from blueprint_cli.render.drawing.dot import dot_text
from blueprint_cli.render.drawing.scene import Box, Scene
from blueprint_cli.render.drawing.theme import LIGHT
from blueprint_cli.render.time_pictures.content import TimeMap
from blueprint_cli.render.time_pictures.gantt import gantt_scene
from blueprint_cli.render.time_pictures.ladder import ladder_scene
from blueprint_cli.render.time_pictures.scale import Scale
from blueprint_cli.render.time_pictures.stairs import treads_of
from blueprint_cli.render.time_pictures.widths import Piece, drawn_widths, levelled

from . import pictures
from .strategies import blueprints, timed_blueprints

MAPS = blueprints() | timed_blueprints()
VIEWS = pytest.mark.parametrize("compose", [ladder_scene, gantt_scene])


def blueprint_of(data: dict[str, Any]) -> Blueprint:
    blueprint = Blueprint.model_validate(data)
    tell_routes(blueprint)
    return blueprint


def lines_of(scene: Scene) -> list[tuple[str, Box]]:
    """Every line of text with the room that it takes."""
    found = []
    for box in (*scene.headings, *scene.boxes, *scene.labels, *scene.legend):
        for text in box.texts:
            for index, words in enumerate(text.lines):
                left, top, right, bottom = pictures.extent(text, index)
                found.append((words, Box("", left, top, right - left, bottom - top)))
    return found


def check(scene: Scene) -> None:
    pictures.texts_within(scene)
    pictures.ids_are_unique(scene)
    for (first, one), (second, other) in combinations(lines_of(scene), 2):
        assert not pictures.overlap(one, other), (first, second)
    for box in (box for box in scene.boxes if box.css.startswith("card")):
        assert box.w >= 2
        assert box.at


@VIEWS
@given(data=MAPS)
@settings(max_examples=60)
def test_invariants(compose: Any, data: dict[str, Any]) -> None:
    blueprint = blueprint_of(data)
    assume(not circle(blueprint))
    scene = compose(blueprint)
    check(scene)
    cards = [box for box in scene.boxes if box.css.startswith("card")]
    timings = TimeMap(blueprint, "en").timings
    assert len(cards) == len(timings.actions)
    untimed = {times.at for times in timings.actions if times.elapsed_s is None}
    assert {card.at for card in cards if "unknown" in card.css.split()} == untimed
    marked = {box.parent for box in scene.boxes if box.css == "unknown-time"}
    assert marked == {card.id for card in cards if card.at in untimed}
    assert sum("critical" in card.css.split() for card in cards) == len(timings.critical_path)


@VIEWS
@given(data=MAPS)
@settings(max_examples=15)
def test_the_picture_is_well_formed_and_the_same_twice(compose: Any, data: dict[str, Any]) -> None:
    blueprint = blueprint_of(data)
    assume(not circle(blueprint))
    assert pictures.written(compose(blueprint)) == pictures.written(compose(blueprint_of(data)))


@given(MAPS)
def test_the_ladder_goes_from_the_start_to_the_end_without_a_gap(data: dict[str, Any]) -> None:
    blueprint = blueprint_of(data)
    assume(not circle(blueprint))
    found = TimeMap(blueprint, "en")
    treads = treads_of(found)
    assert all(tread.begin < tread.end for tread in treads)
    assert all(first.end == second.begin for first, second in pairwise(treads))
    if treads:
        assert treads[0].begin == 0
        assert abs(treads[-1].end - found.timings.lead_s) <= 1


@given(
    st.lists(st.tuples(st.integers(1, 10**7), st.floats(0, 60)), min_size=1, max_size=30),
    st.integers(0, 10**8),
)
def test_a_scale_goes_forward_fills_its_width_and_widens_only_what_is_short(
    pieces: list[tuple[int, float]], moment: int
) -> None:
    level = levelled([Piece(*piece) for piece in pieces])
    least = sum(piece.least for piece in level)
    scale = Scale(100, level, least * 2 + 100)
    assert scale.width == pytest.approx(least * 2 + 100, rel=1e-6)
    assert scale.x(0) == 100
    assert scale.x(scale.end) == scale.right
    assert 100 <= scale.x(moment) <= scale.x(moment + 1) <= scale.right
    for (length, wanted), (start, end) in zip(pieces, _extents(scale, pieces), strict=True):
        assert end - start >= wanted - 1e-6
        assert end - start >= length * scale.per_second - 1e-6


def _extents(scale: Scale, pieces: list[tuple[int, float]]) -> list[tuple[float, float]]:
    ends, moment = [], 0
    for length, _ in pieces:
        ends.append((scale.x(moment), scale.x(moment + length)))
        moment += length
    return ends


@VIEWS
@pytest.mark.parametrize("steps", [1, 7, 40])
def test_sizes_of_map(compose: Any, steps: int) -> None:
    times = [{"work": "2 min"}, {"wait": "15 days", "work": "3 min"}, {}, {"wait": "unknown", "work": "1 min"}, {"work": "instant"}]  # fmt: skip
    made: list[dict[str, Any]] = [
        {
            "id": f"s{number}",
            "customer": {"action": "Waits for an answer of the service", **times[number % 5]},
            "frontstage": {"action": "Answers", "owner": "Team", "elapsed": "18 h"},
            "backstage": {"action": "Looks", "background": True, "wait": "40 days", "target": "instant"},
        }
        for number in range(steps)
    ]
    made[-1]["next"] = [{"to": "s0", "probability": "50 %"}, "end"]
    spans = [{"title": "All of it " * 20, "promise": "1 day", "limit": "400 days"}]
    check(compose(blueprint_of({"blueprint": 1, "title": "T", "spans": spans, "steps": made})))


@VIEWS
def test_two_hundred_steps(compose: Any) -> None:
    steps = [{"customer": {"action": "Acts", "wait": f"{number + 1} h", "work": "1 min"}} for number in range(200)]  # fmt: skip
    scene = compose(blueprint_of({"blueprint": 1, "title": "T", "steps": steps}))
    pictures.texts_within(scene)
    pictures.ids_are_unique(scene)
    assert sum(box.css.startswith("card") for box in scene.boxes) == 200
    assert max(len(text) for text in dot_text(scene, LIGHT).split('"')) < 16_384  # what Graphviz reads


PIECES = st.lists(
    st.builds(Piece, st.integers(1, 10**7), st.floats(1, 120), st.sampled_from(["a", "b", "c"])), max_size=8
)


@given(PIECES, st.floats(0, 0.01))
def test_what_lasts_longer_is_never_drawn_narrower(pieces: list[Piece], scale: float) -> None:
    widths = drawn_widths(pieces, scale)
    for (one, drawn), (other, beside) in combinations(zip(pieces, widths, strict=True), 2):
        assert drawn >= one.least
        assert (
            one.length == other.length
            or (one.length > other.length) == (drawn > beside)
            or abs(drawn - beside) < 0.1
        )
