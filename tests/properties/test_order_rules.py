"""The schedule against the order rules read one by one: a slow reading that only repeats what the format says."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from blueprint_cli.analysis.flow import END, endless, flow_of, visits
from blueprint_cli.analysis.order import circle
from blueprint_cli.analysis.schedule import Schedule, schedule
from blueprint_cli.analysis.timings import measure
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.model.routes import tell_routes
from blueprint_cli.model.steps import Step
from blueprint_cli.report.timings.json import render
from blueprint_cli.report.view import View

from .strategies import LAYERS, timed_blueprints


def model(data: dict[str, Any]) -> Blueprint:
    made = Blueprint.model_validate(data)
    tell_routes(made)
    assume(not circle(made))
    return made


def targets(blueprint: Blueprint, index: int) -> list[int]:
    """Rule 6: `next`, else the following step."""
    step = blueprint.steps[index]
    if step.next is None:
        return [index + 1] if index + 1 < len(blueprint.steps) else []
    ids = [other.id for other in blueprint.steps]
    return [ids.index(way.to) for way in step.next if way.to != "end"]


def forward_edges(blueprint: Blueprint) -> tuple[set[int], set[tuple[int, int]]]:
    """Rule 6: the reached steps, and the edges that close no cycle in a walk that takes `next` in the order written."""
    reached: set[int] = set()
    forward: set[tuple[int, int]] = set()

    def walk(here: int, path: tuple[int, ...]) -> None:
        reached.add(here)
        for target in targets(blueprint, here):
            if target not in (*path, here):
                forward.add((here, target))
                if target not in reached:
                    walk(target, (*path, here))

    walk(0, ())
    return reached, forward


class SlowReading:
    """Starts and ends by name, found by asking again until nothing changes."""

    def __init__(self, blueprint: Blueprint, plan: Schedule) -> None:
        self.reached, self.forward = forward_edges(blueprint)
        self.steps = {
            f"s{index}": step for index, step in enumerate(blueprint.steps) if index in self.reached
        }
        lengths = {placed.action.id: plan.length(node) for node, placed in enumerate(plan.order.actions)}
        self.start: dict[str, int] = dict.fromkeys([*self.steps, *map(str, lengths)], 0)
        self.end = dict(self.start)
        for _ in range(2 * len(self.start) + 2):
            for name, step in self.steps.items():
                self.read_step(int(name[1:]), name, step, lengths)

    def read_step(self, index: int, name: str, step: Step, lengths: dict[str | None, int]) -> None:
        before = [f"s{source}" for source, target in self.forward if target == index]
        self.start[name] = max((self.end[other] for other in before), default=0)
        ends = [self.start[name]]
        for layer in LAYERS:
            previous = None
            for action in getattr(step, layer):
                named = (
                    None
                    if action.after is None
                    else [other.id for other in action.after if other.id in self.end]
                )
                if named or action.after == ():
                    start = max((self.end[other] for other in named or ()), default=0)
                else:
                    start = self.start[name] if previous is None else self.end[previous]
                self.start[action.id] = start
                self.end[action.id] = start + lengths[action.id]
                if not action.background:
                    previous = action.id
                    ends.append(self.end[action.id])
        self.end[name] = max(ends)


@given(timed_blueprints())
def test_starts_and_ends_follow_the_rules(data: dict[str, Any]) -> None:
    blueprint = model(data)
    plan = schedule(blueprint)
    slow = SlowReading(blueprint, plan)
    assert plan.order.flow.reached == slow.reached
    for node, placed in enumerate(plan.order.actions):
        name = placed.action.id or ""
        assert (plan.starts[node], plan.ends[node]) == (slow.start[name], slow.end[name]), name
    for index in slow.reached:
        found = plan.starts[plan.order.start_of(index)], plan.ends[plan.order.end_of(index)]
        assert found == (slow.start[f"s{index}"], slow.end[f"s{index}"])
    assert plan.lead == max(slow.end[name] for name in slow.steps)


@given(timed_blueprints(), st.data())
def test_layers_may_be_written_in_any_order(data: dict[str, Any], pick: st.DataObject) -> None:
    turned = dict(data)
    turned["steps"] = [dict(pick.draw(st.permutations(list(step.items())))) for step in data["steps"]]
    first, second = model(data), model(turned)
    assert render(measure(first), first, View()) == render(measure(second), second, View())


@given(timed_blueprints(most_steps=6))
def test_visits_balance(data: dict[str, Any]) -> None:
    flow = flow_of(model(data))
    found = visits(flow)
    assume(found is not None)
    assert found is not None
    for step in range(len(flow.ways)):
        entered = sum(
            (
                found[source] * share
                for source in flow.reached
                for target, share in flow.ways[source]
                if target == step
            ),
            Fraction(int(step == 0)),
        )
        assert found[step] == (entered if step in flow.reached else 0)


@given(timed_blueprints(most_steps=6))
def test_visits_are_unknown_exactly_where_the_journey_cannot_end(data: dict[str, Any]) -> None:
    blueprint = model(data)
    flow = flow_of(blueprint)
    lost = {blueprint.steps.index(step) for step in endless(blueprint)}
    arriving = {step for step in flow.reached if any(target == END for target, _ in flow.ways[step])}
    assert not arriving & lost
    assert (visits(flow) is None) == bool(lost)


@given(timed_blueprints())
def test_where_the_walk_is_all_the_expected_lead_is_the_mean_of_its_runs(data: dict[str, Any]) -> None:
    for step in data["steps"]:
        for layer in LAYERS:
            for action in step.get(layer, ()):
                action.pop("after", None)
    blueprint = model(data)
    assume(not endless(blueprint))
    timings, plan = measure(blueprint), schedule(blueprint)
    flow = plan.order.flow
    share, elapsed, runs = {0: 1.0}, 0.0, 0
    while sum(share.values()) > 1e-12 and runs < 5000:
        after: dict[int, float] = {}
        for step, weight in share.items():
            length = plan.ends[plan.order.end_of(step)] - plan.starts[plan.order.start_of(step)]
            elapsed += weight * length / plan.clock.scale
            for target, probability in flow.ways[step]:
                if target != END:
                    after[target] = after.get(target, 0) + weight * float(probability)
        share, runs = after, runs + 1
    assert timings.expected is not None
    assert abs(timings.expected.lead_s - elapsed) <= 1 + elapsed * 1e-6
