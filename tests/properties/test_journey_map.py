"""What holds for every journey map."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint_cli import discovery
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.model.routes import tell_routes
from blueprint_cli.model.variants import for_persona
from blueprint_cli.render.drawing.asked import Asked, Detail
from blueprint_cli.render.drawing.scene import Scene
from blueprint_cli.render.drawing.theme import contrast
from blueprint_cli.render.journey.compose import journey_scene
from blueprint_cli.render.journey.emotions import turning_points
from blueprint_cli.render.journey.simple import ROWS

from . import pictures
from .strategies import TEXTS

LEVELS = st.sampled_from(["low", "medium", "high"])
CHANNELS = st.sampled_from(["web", "phone", "store", "kiosk"])
THEMES = "blueprint_cli.render.themes"
NAMES = ("ann", "bob", "vip")


def some(
    draw: st.DrawFn, made: dict[str, Any], key: str, what: st.SearchStrategy[Any], odds: int = 2
) -> None:
    """Put something under a key, once in so many times."""
    if draw(st.integers(0, odds - 1)) == 0:
        made[key] = draw(what)


def lists(what: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Any]]:
    return st.lists(what, min_size=1, max_size=2)


@st.composite
def touchpoints(draw: st.DrawFn) -> dict[str, Any]:
    made: dict[str, Any] = {"name": draw(TEXTS)}
    some(draw, made, "channel", CHANNELS)
    some(draw, made, "owner", TEXTS)
    for key in ("planned", "indirect"):
        some(draw, made, key, st.booleans())
    return made


@st.composite
def pains(draw: st.DrawFn) -> dict[str, Any]:
    made: dict[str, Any] = {"text": draw(TEXTS)}
    some(draw, made, "severity", LEVELS)
    some(draw, made, "only", st.sampled_from(NAMES), 4)
    return made


@st.composite
def ideas(draw: st.DrawFn) -> dict[str, Any]:
    made: dict[str, Any] = {"text": draw(TEXTS)}
    some(draw, made, "owner", TEXTS)
    some(draw, made, "impact", LEVELS)
    some(draw, made, "effort", LEVELS)
    some(draw, made, "status", TEXTS)
    some(draw, made, "due", st.just("2027-01-31"))
    return made


@st.composite
def kpis(draw: st.DrawFn) -> dict[str, Any]:
    made: dict[str, Any] = {"value": draw(st.sampled_from([-12, 4.1, "41 %"]) | TEXTS)}
    some(draw, made, "target", st.sampled_from([20, "60 %"]))
    some(draw, made, "source", TEXTS)
    some(draw, made, "answers", st.integers(0, 5000))
    some(draw, made, "basis", st.sampled_from(["observed", "assumed", "proposed"]))
    return made


@st.composite
def journeys(draw: st.DrawFn) -> dict[str, Any]:
    """A map in which everything that the customer meets may stand."""
    figures = st.dictionaries(
        st.sampled_from(["NPS", "CSAT", "Cost per case of the year"]), kpis(), max_size=3
    )
    emotion = st.integers(-2, 2) | st.dictionaries(st.sampled_from(NAMES), st.integers(-2, 2), min_size=1)
    steps = []
    count = draw(st.integers(1, 6))
    for index in range(count):
        step: dict[str, Any] = {"id": f"s{index}", "customer": draw(lists(TEXTS))}
        some(draw, step, "title", TEXTS)
        some(draw, step, "phase", st.sampled_from(["One", "Anticonstitutionnellement deux"]))
        some(draw, step, "channel", CHANNELS)
        some(draw, step, "only", st.sampled_from(NAMES), 5)
        some(draw, step, "emotion", emotion)
        for key in ("feeling", "thought", "quote", "evidence"):
            some(draw, step, key, TEXTS if key == "feeling" else lists(TEXTS))
        for key, what in (
            ("touchpoints", touchpoints()),
            ("pain_points", pains()),
            ("opportunities", ideas()),
        ):
            some(draw, step, key, lists(what))
        some(draw, step, "kpis", figures, 3)
        steps.append(step)
    made: dict[str, Any] = {
        "blueprint": 1, "title": draw(TEXTS), "lang": draw(st.sampled_from(["en", "fr"])), "steps": steps,
        "channels": {"kiosk": {"name": "Kiosk"}},
        "personas": {"ann": {"name": draw(TEXTS), "segment": "vip", "age": 34, "goals": draw(st.lists(TEXTS)), "quote": draw(st.lists(TEXTS))},
                     "bob": draw(TEXTS)},
    }  # fmt: skip
    some(draw, made, "scenario", TEXTS)
    some(draw, made, "persona", st.lists(st.sampled_from(NAMES), min_size=1, unique=True))
    some(draw, made, "kpis", figures)
    ends = st.sampled_from([f"s{index}" for index in range(count)])
    some(draw, made, "spans", lists(st.fixed_dictionaries({"from": ends, "to": ends, "title": TEXTS, "promise": st.just("1 h")})))  # fmt: skip
    return made


def blueprint_of(data: dict[str, Any]) -> Blueprint:
    blueprint = Blueprint.model_validate(data)
    tell_routes(blueprint)
    return blueprint


def check(scene: Scene) -> None:
    pictures.texts_within(scene)
    pictures.nothing_on_another([*scene.headings, *scene.boxes])
    pictures.ids_are_unique(scene)


@given(journeys())
@settings(max_examples=80)
def test_invariants(data: dict[str, Any]) -> None:
    check(journey_scene(blueprint_of(data)))


@given(journeys(), st.sampled_from(["simple", "full"]), st.lists(st.sampled_from(ROWS), unique=True))
@settings(max_examples=30)
def test_less_of_it(data: dict[str, Any], detail: Detail, rows: list[str]) -> None:
    check(journey_scene(blueprint_of(data), asked=Asked(detail, tuple(rows))))


@given(journeys(), st.sampled_from(NAMES))
@settings(max_examples=25)
def test_one_persona_and_the_same_bytes_twice(data: dict[str, Any], persona: str) -> None:
    variant = for_persona(blueprint_of(data), persona)
    if variant.steps:
        check(journey_scene(variant))
        assert pictures.written(journey_scene(variant)) == pictures.written(
            journey_scene(for_persona(blueprint_of(data), persona))
        )


@pytest.mark.parametrize("steps", [1, 40])
def test_short_and_long_journeys(steps: int) -> None:
    check(
        journey_scene(
            blueprint_of(
                {
                    "blueprint": 1,
                    "title": "T",
                    "steps": [
                        {
                            "customer": "Acts",
                            "emotion": i % 5 - 2,
                            "feeling": "Feels it",
                            "phase": f"P{i // 3}",
                        }
                        for i in range(steps)
                    ],
                }
            )
        )
    )


@given(st.lists(st.none() | st.integers(-2, 2)).map(tuple))
def test_high_and_low_points_alternate(values: tuple[int | None, ...]) -> None:
    turns = turning_points(values)
    runs: list[int] = []
    before = None
    for index in sorted(turns):
        if values[index] != before:
            runs.append(turns[index])
        before = values[index]
    assert all(first != second for first, second in pairwise(runs))
    known = [value for value in values if value is not None]
    if len(set(known)) > 1:
        assert turns[values.index(max(known))] == 1
        assert turns[values.index(min(known))] == -1
    else:
        assert not turns


@pytest.mark.parametrize("theme", discovery.names(THEMES))
def test_contrast_of_what_stands_on_what(theme: str) -> None:
    """Texts at least 4.5, outlines and strokes that say something at least 3, on the grounds that the two maps use."""
    colour = discovery.load(THEMES, theme).THEME.colour
    layers = ("customer", "support", "evidence", "backstage", "pain", "opportunity")
    texts = [("mark", f"tab.{layer}") for layer in layers] + [("ink", f"card.{layer}") for layer in layers]
    texts += [(f"tab.{layer}", f"lane.{layer}") for layer in layers]
    texts += [
        ("tab.opportunity", "card.opportunity"),
        ("tab.customer", "lane.customer"),
        ("tab.backstage", "bg"),
    ]
    texts += [
        ("mark", "broken"),
        ("broken", "bg"),
        ("muted", "bg"),
        ("muted", "step"),
        ("broken", "step"),
        ("mid", "bg"),
        ("ink", "step"),
        ("ink", "pill"),
    ]
    texts += [
        (role, ground)
        for role in ("ink", "muted", "good", "bad", "line", "tab.backstage", "tab.evidence", "tab.support")
        for ground in ("lane.frontstage", "lane.pain")
    ]
    marks = [(f"tab.{layer}", f"lane.{layer}") for layer in layers]
    marks += [(f"tab.{layer}", f"card.{layer}") for layer in layers]
    marks += [(role, "bg") for role in ("line", "broken", "flow", "good", "muted", "pain")]
    marks += [
        ("mid", "lane.frontstage"),
        ("soft", "lane.customer"),
        ("broken", "lane.support"),
        ("broken", "lane.mood"),
    ]
    assert min(contrast(colour(ink), colour(ground)) for ink, ground in texts) >= 4.5
    assert min(contrast(colour(mark), colour(ground)) for mark, ground in marks) >= 3
