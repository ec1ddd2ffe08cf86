"""What holds for every drawing: texts within cards, nothing through a card, straight columns and lanes, unique ids, same bytes."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations, pairwise
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from blueprint_cli.analysis.order import circle
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.model.routes import tell_routes
from blueprint_cli.render.drawing.asked import ROWS, Asked, Detail, rows_of
from blueprint_cli.render.drawing.compose import compose
from blueprint_cli.render.drawing.dot import dot_text
from blueprint_cli.render.drawing.metrics import text_width
from blueprint_cli.render.drawing.scene import Box, Scene
from blueprint_cli.render.drawing.svg import svg_text
from blueprint_cli.render.drawing.theme import LIGHT

from .strategies import blueprints

EDGE = 0.5


def scene_of(data: dict[str, Any]) -> Scene:
    blueprint = Blueprint.model_validate(data)
    tell_routes(blueprint)
    return compose(blueprint)


def orderly(data: dict[str, Any]) -> dict[str, Any]:
    """The data, unless its actions wait for each other in a circle: such a map is refused before it is drawn."""
    assume(not circle(Blueprint.model_validate(data)))
    return data


def synthetic(steps: int) -> dict[str, Any]:
    """A dense map: five links a step, loops, systems used twice."""
    made: list[dict[str, Any]] = []
    for i in range(steps):
        step: dict[str, Any] = {
            "id": f"e{i}",
            "title": f"Step number {i}",
            "phase": f"Phase {i // 4}",
            "emotion": (2, 1, 0, -1, -2)[i % 5],
            "evidence": ["A page with a promise", "A message"][: 1 + i % 2],
            "customer": {
                "id": f"c{i}",
                "action": "Does what the customer does at this point",
                "work": "5 min",
            },
            "frontstage": {
                "id": f"f{i}",
                "action": "Answers what was asked",
                "owner": "Help desk",
                "uses": "CRM",
                "work": "5 min",
            },
            "backstage": [
                {
                    "id": f"b{i}",
                    "action": "Looks for it in the back office",
                    "owner": "Stock",
                    "uses": ["ERP", {"system": "CRM", "by": "hand"}],
                    "after": f"f{i}",
                    "wait": "1 h",
                },
                {"id": f"x{i}", "action": "Writes it down", "owner": "Stock", "manual": True, "uses": "CRM"},
            ],
        }
        if i > 3:
            step["backstage"][1]["after"] = [f"b{i - 3}", f"f{i - 1}"]
        if i % 7 == 5:
            step["next"] = [
                {"to": f"e{i - 2}", "probability": "20 %", "label": "again"},
                {"to": f"e{min(i + 1, steps - 1)}", "probability": "80 %"},
            ]
        made.append(step)
    return {
        "blueprint": 1,
        "title": "Synthetic",
        "systems": {
            "crm": {"name": "CRM", "feeds": [{"to": "erp", "label": "orders", "broken": True}]},
            "erp": "ERP",
        },
        "steps": _by_id(made),
    }


def _by_id(steps: list[dict[str, Any]]) -> list[dict[str, Any]]:
    names = {"CRM": "crm", "ERP": "erp"}
    for step in steps:
        for layer in ("frontstage", "backstage"):
            for action in step[layer] if isinstance(step[layer], list) else [step[layer]]:
                uses = action["uses"] if isinstance(action["uses"], list) else [action["uses"]]
                action["uses"] = [
                    names[use] if isinstance(use, str) else {**use, "system": names[use["system"]]}
                    for use in uses
                ]
    return steps


def check(scene: Scene, lanes: int = 5) -> None:
    """All invariants of one scene."""
    cards = [box for box in scene.boxes if box.css.startswith("card")]
    _texts_within(cards)
    for first, second in combinations(cards, 2):
        assert not _overlap(first, second), (first.id, second.id)
    _nothing_through(scene, cards)
    _straight(scene, cards)
    ids = [box.id for box in (*scene.headings, *scene.boxes, *scene.labels) if box.id]
    ids += [route.id for route in (*scene.lines, *scene.curves, *scene.links) if route.id]
    assert not [name for name, count in Counter(ids).items() if count > 1]
    known = {card.id for card in cards}
    assert all(link.source in known and link.target in known for link in scene.links)
    assert len(scene.lanes) == lanes


def _texts_within(cards: list[Box]) -> None:
    for card in cards:
        for text in card.texts:
            for index, line in enumerate(text.lines):
                width = text_width(line, text.size, bold=text.bold)
                left = text.x - width if text.rtl else text.x
                bottom = text.y + index * text.leading
                assert card.x - EDGE <= left, line
                assert left + width <= card.x + card.w + EDGE, line
                assert card.y <= bottom - text.size * 0.7
                assert bottom <= card.y + card.h


def _overlap(first: Box, second: Box) -> bool:
    return (
        first.x < second.x + second.w - EDGE
        and second.x < first.x + first.w - EDGE
        and first.y < second.y + second.h - EDGE
        and second.y < first.y + first.h - EDGE
    )


def _nothing_through(scene: Scene, cards: list[Box]) -> None:
    headers = [box for box in scene.headings if box.css in ("step", "phase")]
    for link in scene.links:
        for (x0, y0), (x1, y1) in pairwise(link.points):
            assert abs(x0 - x1) < 0.01 or abs(y0 - y1) < 0.01
            segment = Box("", min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0))
            for box in (*cards, *headers):
                inside = (
                    segment.x < box.x + box.w - EDGE
                    and box.x + EDGE < segment.x + segment.w
                    and segment.y < box.y + box.h - EDGE
                    and box.y + EDGE < segment.y + segment.h
                )
                touches = _crosses(segment, box)
                assert not inside, (link.id, box.id)
                assert not touches, (link.id, box.id)


def _crosses(segment: Box, box: Box) -> bool:
    """A line without thickness that runs within a box."""
    x_in = (
        box.x + EDGE < segment.x < box.x + box.w - EDGE
        if segment.w < EDGE
        else segment.x < box.x + box.w - EDGE and box.x + EDGE < segment.x + segment.w
    )
    y_in = (
        box.y + EDGE < segment.y < box.y + box.h - EDGE
        if segment.h < EDGE
        else segment.y < box.y + box.h - EDGE and box.y + EDGE < segment.y + segment.h
    )
    return x_in and y_in


def _straight(scene: Scene, cards: list[Box]) -> None:
    steps = sorted(box.x for box in scene.headings if box.css == "step")
    assert {card.x for card in cards} <= set(steps)
    for lane in scene.lanes:
        mine = [card for card in cards if card.css.split()[1] == lane.layer]
        assert all(lane.y <= card.y and card.y + card.h <= lane.y + lane.h for card in mine)
    for before, after in pairwise(scene.lanes):
        assert after.y == pytest.approx(before.y + before.h)


@given(blueprints())
@settings(max_examples=80)
def test_invariants(data: dict[str, Any]) -> None:
    check(scene_of(orderly(data)))


@pytest.mark.parametrize("steps", [1, 7, 40, 120])
def test_large_and_small_maps(steps: int) -> None:
    check(scene_of(synthetic(steps)))


@given(blueprints(most_steps=3))
@settings(max_examples=25)
def test_the_svg_is_well_formed_and_the_same_twice(data: dict[str, Any]) -> None:
    from xml.etree import ElementTree

    first, second = svg_text(scene_of(orderly(data)), LIGHT), svg_text(scene_of(data), LIGHT)
    assert first == second
    ElementTree.fromstring(first)
    assert "transform" not in first
    assert not re.search(r"\d\.\d{3}|[ ,M\"]-0[ ,\"]|[ ,\"](nan|inf)[ ,\"]", re.sub(r">[^<]*<", "><", first))
    assert dot_text(scene_of(data), LIGHT) == dot_text(scene_of(data), LIGHT)


def _pieces(scene: Scene) -> list[tuple[str, Box]]:
    return [
        (link.id, Box("", min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0)))
        for link in scene.links
        for (x0, y0), (x1, y1) in pairwise(link.points)
    ]


@given(blueprints())
@settings(max_examples=60)
def test_no_way_passes_through_a_sign(data: dict[str, Any]) -> None:
    scene = scene_of(orderly(data))
    badges = [box for box in scene.boxes if box.css.startswith("badge")]
    for name, piece in _pieces(scene):
        assert not [badge for badge in badges if _crosses(piece, badge)], name


@given(blueprints())
@settings(max_examples=60)
def test_no_word_on_a_way_covers_a_card_or_a_heading(data: dict[str, Any]) -> None:
    scene = scene_of(orderly(data))
    kept = [box for box in (*scene.boxes, *scene.headings) if box.css.startswith(("card", "step", "phase"))]
    labels = [box for box in scene.labels if box.css == "link-label"]
    for label in labels:
        assert not [box.id for box in kept if _overlap(label, box)], label.id
    for first, second in combinations(labels, 2):
        assert not _overlap(first, second), (first.id, second.id)


def labels_on_ways(scene: Scene) -> list[tuple[str, str]]:
    """Words of one way that lie on another one."""
    labels = [box for box in scene.labels if box.css == "link-label"]
    return [
        (label.id, name)
        for name, piece in _pieces(scene)
        for label in labels
        if label.id.removeprefix("label.") != name.removeprefix("link.") and _crosses(piece, label)
    ]


@given(blueprints())
@settings(max_examples=80)
def test_no_word_lies_on_the_way_of_another(data: dict[str, Any]) -> None:
    assert not labels_on_ways(scene_of(orderly(data)))


@pytest.mark.parametrize("steps", [12, 40, 120])
def test_words_find_a_free_place_on_dense_maps(steps: int) -> None:
    scene = scene_of(synthetic(steps))
    assert len(scene.labels) > steps
    assert not labels_on_ways(scene)


def overlaps(scene: Scene) -> list[tuple[str, str]]:
    """Ways between different cards that run on each other."""
    pieces = [
        (link, min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        for link in scene.links
        for (x0, y0), (x1, y1) in pairwise(link.points)
    ]
    pieces.sort(key=lambda piece: piece[1:])
    found = []
    for index, (first, x0, y0, x1, y1) in enumerate(pieces):
        for second, u0, v0, u1, v1 in pieces[index + 1 :]:
            if u0 > x1 + 1:
                break
            apart = not {first.source, first.target} & {second.source, second.target}
            together = min(x1, u1) - max(x0, u0) > 1 or min(y1, v1) - max(y0, v0) > 1
            if (apart and together and abs(x0 - u0) < 1 and abs(x1 - u1) < 1 and x1 - x0 < 1) or (
                apart and together and abs(y0 - v0) < 1 and abs(y1 - v1) < 1 and y1 - y0 < 1
            ):
                found.append((first.id, second.id))
    return found


@given(blueprints())
@settings(max_examples=80)
def test_ways_between_other_cards_never_lie_on_each_other(data: dict[str, Any]) -> None:
    assert not overlaps(scene_of(orderly(data)))


def test_ways_of_a_dense_map_never_lie_on_each_other() -> None:
    assert not overlaps(scene_of(synthetic(40)))


def crossings(scene: Scene) -> int:
    """How often a link crosses another one; links of one card may meet on their way there."""
    pieces = [(link, x0, y0, x1, y1) for link in scene.links for (x0, y0), (x1, y1) in pairwise(link.points)]
    level = [piece for piece in pieces if abs(piece[2] - piece[4]) < 0.01]
    upright = [piece for piece in pieces if abs(piece[1] - piece[3]) < 0.01]
    return sum(
        min(x0, x1) < x < max(x0, x1) and min(u0, u1) < y < max(u0, u1)
        for first, x0, y, x1, _ in level
        for second, x, u0, _, u1 in upright
        if not {first.source, first.target} & {second.source, second.target}
    )


def test_crossings_stay_few() -> None:
    assert crossings(scene_of(synthetic(40))) <= 360


@given(blueprints(), st.sets(st.sampled_from(ROWS[1:]), min_size=1), st.sampled_from(["simple", "full"]))
@settings(max_examples=40)
def test_invariants_of_parts_of_a_map(data: dict[str, Any], rows: set[str], detail: Detail) -> None:
    blueprint = Blueprint.model_validate(orderly(data))
    tell_routes(blueprint)
    scene = compose(blueprint, None, Asked(detail, rows_of(",".join(rows))))
    check(scene, lanes=len(rows))
    assert not [box for box in scene.boxes if box.css == "mood"], "the row of emotions was not asked for"
