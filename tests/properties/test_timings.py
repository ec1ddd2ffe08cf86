"""What holds for the times of every blueprint (design of the time analysis, section on properties)."""

from __future__ import annotations

import copy
from fractions import Fraction
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from blueprint_cli.analysis.drag import drags
from blueprint_cli.analysis.order import circle
from blueprint_cli.analysis.schedule import schedule
from blueprint_cli.analysis.timings import measure
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.model.routes import tell_routes

from .strategies import blueprints, timed_blueprints

MAPS = blueprints() | timed_blueprints()


def model(data: dict[str, Any]) -> Blueprint:
    made = Blueprint.model_validate(data)
    tell_routes(made)
    assume(not circle(made))
    return made


def lead(data: dict[str, Any]) -> Fraction:
    plan = schedule(model(data))
    return Fraction(plan.lead, plan.clock.scale)


@given(MAPS)
def test_bounds(data: dict[str, Any]) -> None:
    blueprint = model(data)
    timings = measure(blueprint)
    assert timings.visible_s <= timings.lead_s + 1
    assert timings.critical_work_s <= timings.lead_s + len(timings.actions)
    assert timings.activity_ratio is None or 0 <= timings.activity_ratio <= 1
    if timings.longest_silence:
        assert timings.longest_silence.seconds + timings.visible_s <= timings.lead_s + 2 * len(
            timings.actions
        )
    for action in timings.actions:
        length = action.end_s - action.start_s
        assert action.action.background or action.end_s <= timings.lead_s + 1
        assert 0 <= action.drag_s <= length + 1
        assert action.critical or not action.drag_s
        assert action.slack_s is None or action.slack_s >= 0


@given(MAPS)
def test_a_critical_path_sums_to_the_lead(data: dict[str, Any]) -> None:
    plan = schedule(model(data))
    assert sum(plan.ends[node] - plan.starts[node] for node in plan.critical_path) == plan.lead


@given(MAPS, st.integers(0, 10**6))
def test_delaying_by_the_slack_leaves_the_lead_and_a_second_more_moves_it(
    data: dict[str, Any], pick: int
) -> None:
    plan = schedule(model(data))
    matters = [node for node in range(len(plan.order.actions)) if plan.slack(node) is not None]
    if not matters:
        return
    node = matters[pick % len(matters)]
    at = plan.order.actions[node].action.id
    for extra, moved in ((0, 0), (1, 1)):
        longer = copy.deepcopy(data)
        action = next(
            a
            for s in longer["steps"]
            for layer in ("customer", "frontstage", "backstage", "support")
            for a in s.get(layer, ())
            if a["id"] == at
        )
        length = Fraction(plan.length(node) + (plan.slack(node) or 0), plan.clock.scale) + extra
        action.pop("wait", None)
        action.pop("elapsed", None)
        action["work"] = f"{int(length)} s"
        if length.denominator == 1:
            assert lead(longer) == lead(data) + moved


@given(MAPS)
def test_drag_is_what_an_instant_action_saves(data: dict[str, Any]) -> None:
    plan = schedule(model(data))
    for node, drag in drags(plan).items():
        shorter = copy.deepcopy(data)
        name = plan.order.actions[node].action.id
        for step in shorter["steps"]:
            for layer in ("customer", "frontstage", "backstage", "support"):
                for action in step.get(layer, ()):
                    if action["id"] == name:
                        action.pop("wait", None)
                        action.pop("elapsed", None)
                        action["work"] = "instant"
        assert lead(data) - lead(shorter) == Fraction(drag, plan.clock.scale)


@given(blueprints(branches=False))
def test_without_branches_everything_happens_once(data: dict[str, Any]) -> None:
    timings = measure(model(data))
    assert timings.expected is not None
    assert timings.expected.lead_s == timings.lead_s
    assert {step.visits for step in timings.steps} == {1.0}


@given(MAPS)
def test_multiplying_all_times_multiplies_all_figures(data: dict[str, Any]) -> None:
    def scaled(time: Any) -> Any:
        known = {
            "instant": "instant",
            "unknown": "unknown",
            "30 s": "90 s",
            "5 min": "15 min",
            "20-40 min": "60-120 min",
            "1 h": "3 h",
            "2h30": "7h30",
            "1 day": "3 days",
        }
        return {"min": "3 h", "likely": "6 h", "max": "18 h"} if isinstance(time, dict) else known[time]

    longer = copy.deepcopy(data)
    for step in longer["steps"]:
        for layer in ("customer", "frontstage", "backstage", "support"):
            for action in step.get(layer, ()):
                action.update(
                    {key: scaled(action[key]) for key in ("wait", "work", "elapsed") if key in action}
                )
    assert lead(longer) == 3 * lead(data)
