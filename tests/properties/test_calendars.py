"""Working time: open hours counted one stretch after the other, and a schedule that keeps to them."""

from __future__ import annotations

import copy
from datetime import datetime, timedelta
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from blueprint_cli.analysis.drag import drags
from blueprint_cli.analysis.open_clock import OpenClock
from blueprint_cli.analysis.open_time import DAY_S, OpenTime
from blueprint_cli.analysis.order import circle
from blueprint_cli.analysis.schedule import schedule
from blueprint_cli.analysis.timings import measure
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.model.routes import tell_routes

from .strategies import LAYERS, timed_blueprints

STARTS = st.datetimes(datetime.fromisoformat("2026-01-01"), datetime.fromisoformat("2027-12-31")).map(
    lambda found: found.replace(microsecond=0)
)


@st.composite
def opening_times(draw: st.DrawFn) -> OpenTime:
    hours = sorted(draw(st.lists(st.integers(0, 48), min_size=2, max_size=6, unique=True)))
    openings = tuple(
        (first * 1800, last * 1800) for first, last in zip(hours[::2], hours[1::2], strict=False)
    )
    days = draw(st.sets(st.integers(0, 6), min_size=1))
    return OpenTime(frozenset(days), openings, holidays=draw(st.booleans()))


def slowly(opening: OpenTime, start: datetime, begin: int, amount: int, *, dated: bool) -> int:
    """Day by day, stretch by stretch."""
    midnight = start.replace(hour=0, minute=0, second=0)
    origin = int((start - midnight).total_seconds())
    number = (begin + origin) // DAY_S
    while amount:
        if opening.is_open((midnight + timedelta(days=number)).date(), dated=dated):
            for first, last in opening.openings:
                now = max(begin + origin, number * DAY_S + first)
                passed = min(amount, max(number * DAY_S + last - now, 0))
                amount -= passed
                if passed and not amount:
                    return now + passed - origin
        number += 1
    return begin


@given(
    opening_times(),
    STARTS,
    st.integers(0, 10**6),
    st.integers(0, 10**6),
    st.booleans(),
    st.sampled_from([1, 6, 1440]),
)
def test_open_time_is_counted_stretch_by_stretch(
    opening: OpenTime, start: datetime, begin: int, amount: int, dated: bool, scale: int
) -> None:
    clock = OpenClock(opening, start, scale, dated=dated)
    assert clock.after(begin * scale, amount * scale) == scale * slowly(
        opening, start, begin, amount, dated=dated
    )


@given(opening_times(), STARTS, st.integers(0, 10**6), st.integers(0, 10**6), st.integers(1, 10**6))
def test_open_time_adds_up_and_never_runs_back(
    opening: OpenTime, start: datetime, begin: int, first: int, second: int
) -> None:
    clock = OpenClock(opening, start, 1, dated=True)
    assert clock.after(clock.after(begin, first), second) == clock.after(begin, first + second)
    assert clock.after(begin + 1, first) >= clock.after(begin, first) >= begin + first


def model(data: dict[str, Any]) -> Blueprint:
    made = Blueprint.model_validate(data)
    tell_routes(made)
    assume(not circle(made))
    return made


@given(timed_blueprints(calendar=True), st.none() | STARTS)
def test_bounds_hold_on_a_calendar(data: dict[str, Any], start: datetime | None) -> None:
    blueprint = model(data)
    plan, timings = schedule(blueprint, start), measure(blueprint, start)
    assert sum(plan.length(node) for node in plan.critical_path) == plan.lead
    assert (
        timings.visible_s + (timings.longest_silence.seconds if timings.longest_silence else 0)
        <= timings.lead_s + 2
    )
    for action in timings.actions:
        length = action.end_s - action.start_s
        assert action.elapsed_s is None or abs(action.elapsed_s - length) <= 1
        if None not in (action.wait_s, action.work_s, action.elapsed_s):
            assert abs((action.wait_s or 0) + (action.work_s or 0) - length) <= 2
        assert action.drag_s >= 0
        assert action.critical or not action.drag_s


@given(timed_blueprints(calendar=True), st.none() | STARTS)
def test_drag_on_a_calendar_is_what_an_instant_action_saves(
    data: dict[str, Any], start: datetime | None
) -> None:
    plan = schedule(model(data), start)
    for node, drag in drags(plan).items():
        shorter = copy.deepcopy(data)
        for step in shorter["steps"]:
            for layer in LAYERS:
                for action in step.get(layer, ()):
                    if action["id"] == plan.order.actions[node].action.id:
                        for key in ("wait", "work", "elapsed"):
                            action.pop(key, None)
        saved = schedule(model(shorter), start)
        assert (plan.lead - drag) * saved.clock.scale == saved.lead * plan.clock.scale
