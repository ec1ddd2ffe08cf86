"""Where the time goes: from a blueprint to its figures."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property
from math import floor
from typing import TYPE_CHECKING

from blueprint_cli.analysis.drag import drags
from blueprint_cli.analysis.figures import (
    EXACT,
    ActionTimes,
    Expected,
    Silence,
    SpanTimes,
    StepTimes,
    Total,
)
from blueprint_cli.analysis.flow import visits
from blueprint_cli.analysis.handoffs import handoffs
from blueprint_cli.analysis.moments import longest_silence, moments, visible_ticks
from blueprint_cli.analysis.schedule import schedule
from blueprint_cli.analysis.times import said_times
from blueprint_cli.model.word_lists import LAYERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from blueprint_cli.analysis.moments import Moment
    from blueprint_cli.analysis.order import Node
    from blueprint_cli.analysis.schedule import Schedule
    from blueprint_cli.language.durations import Duration
    from blueprint_cli.model.blueprint import Blueprint, Span
    from blueprint_cli.model.steps import Step


def measure(blueprint: Blueprint, start: datetime | None = None) -> Timings:
    """Compute where the time of a blueprint goes, by the definitions of `docs/timings.md`.

    Args:
        blueprint: a blueprint without BP001-BP007 and BP306-BP308 errors.
        start: local wall time of the journey's start; an ordinary Monday at 09:00 when not given.

    Raises:
        CircularOrderError: `after` makes a circle; a ValueError.
        BlueprintError: a calendar never opens.
    """
    return Timings(blueprint, schedule(blueprint, start))


class Timings:
    """All figures, each worked out when it is first asked for; seconds are whole, rounded once, half up.

    The attributes are the fields of `timings --format json`.
    """

    def __init__(self, blueprint: Blueprint, plan: Schedule) -> None:
        self._blueprint = blueprint
        self._plan = plan
        self._order = plan.order
        self._seconds = plan.clock.whole
        self.clock = plan.clock.name
        self.lead_s = self._seconds(plan.lead)

    @cached_property
    def work_s(self) -> int:
        """Work of all actions."""
        return self._seconds(self._work(range(len(self._order.actions))))

    @cached_property
    def critical_work_s(self) -> int:
        """Work on the critical path."""
        return self._seconds(self._work(self._plan.critical_path))

    @cached_property
    def activity_ratio(self) -> float | None:
        """Work on the critical path over the lead; None without a lead."""
        plan = self._plan
        return float(Fraction(self._work(plan.critical_path), plan.lead)) if plan.lead else None

    @cached_property
    def customer_s(self) -> int:
        """The customer's own work."""
        nodes = (node for node, placed in enumerate(self._order.actions) if placed.layer == "customer")
        return self._seconds(self._work(nodes))

    @cached_property
    def visible_s(self) -> int:
        """The time in which the customer sees something happen."""
        return self._seconds(visible_ticks(self._moments))

    @cached_property
    def longest_silence(self) -> Silence | None:
        """The longest time without anything to see."""
        gap = longest_silence(self._moments)
        return (
            None
            if gap is None
            else Silence(self._seconds(gap.ticks), self._key(gap.after), self._key(gap.until))
        )

    @cached_property
    def handoffs(self) -> int:
        """How often the work passes from one owner to another."""
        return handoffs(self._order)

    @cached_property
    def untimed(self) -> int:
        """How many actions have no known time."""
        return sum(self._untimed)

    @cached_property
    def critical_path(self) -> tuple[str, ...]:
        """The keys of the actions on one longest chain."""
        return tuple(self._order.actions[node].action.key for node in self._plan.critical_path)

    @cached_property
    def steps(self) -> tuple[StepTimes, ...]:
        """Every step's times, in the order of the file."""
        return tuple(self._step(index, step) for index, step in enumerate(self._blueprint.steps))

    @cached_property
    def actions(self) -> tuple[ActionTimes, ...]:
        """The times of every action of a reached step, in the order of the file."""
        return tuple(map(self._action, range(len(self._order.actions))))

    @cached_property
    def spans(self) -> tuple[SpanTimes, ...]:
        """The file's spans."""
        return tuple(map(self._span, self._blueprint.spans))

    @cached_property
    def by_layer(self) -> dict[str, Total]:
        """Sums by layer, from top to bottom."""
        grouped = self._grouped(lambda node: [self._order.actions[node].layer])
        return self._totals({layer: grouped[layer] for layer in LAYERS if layer in grouped})

    @cached_property
    def by_owner(self) -> dict[str, Total]:
        """Sums by owner."""
        return self._totals(self._grouped(lambda node: [self._order.actions[node].owner]))

    @cached_property
    def by_system(self) -> dict[str, Total]:
        """Sums by system; an action counts for each system that it uses."""
        return self._totals(
            self._grouped(lambda node: [use.system for use in self._order.actions[node].action.uses])
        )

    @cached_property
    def by_phase(self) -> dict[str, Total]:
        """Sums by phase."""
        return self._totals(
            self._grouped(lambda node: [self._blueprint.steps[self._order.actions[node].step].phase])
        )

    @cached_property
    def expected(self) -> Expected | None:
        """The expected lead where it is exact: no branch at all, or steps that depend on no other but by the walk."""
        flow = self._order.flow
        if not flow.branches:
            return Expected(self._seconds(self._plan.lead), EXACT)
        if self._runs is None or not self._plan.clock.is_always_on or self._reaches_out():
            return None
        expected = sum(
            count
            * (self._plan.ends[self._order.end_of(step)] - self._plan.starts[self._order.start_of(step)])
            for step, count in enumerate(self._runs)
        )
        return Expected(floor(Fraction(expected, self._plan.clock.scale) + Fraction(1, 2)), EXACT)

    def step(self, key: str) -> StepTimes:
        """The times of the step with that id or address; KeyError when there is none."""
        return self._steps_by_key[key]

    def action(self, key: str) -> ActionTimes:
        """The times of the action with that id or address; KeyError when there is none, or when its step is never reached."""
        return self._actions_by_key[key]

    @cached_property
    def _steps_by_key(self) -> dict[str, StepTimes]:
        return {times.id: times for times in self.steps}

    @cached_property
    def _actions_by_key(self) -> dict[str, ActionTimes]:
        return {times.id: times for times in self.actions}

    @cached_property
    def _moments(self) -> tuple[Moment, ...]:
        return moments(self._plan)

    @cached_property
    def _drags(self) -> dict[Node, int]:
        return drags(self._plan)

    @cached_property
    def _runs(self) -> tuple[Fraction, ...] | None:
        return visits(self._order.flow)

    @cached_property
    def _critical(self) -> frozenset[Node]:
        return frozenset(self._plan.critical_path)

    @cached_property
    def _untimed(self) -> tuple[bool, ...]:
        return tuple(said_times(placed.action).elapsed is None for placed in self._order.actions)

    @cached_property
    def _nodes_of_step(self) -> dict[int, list[Node]]:
        found: dict[int, list[Node]] = {step: [] for step in range(len(self._blueprint.steps))}
        for node, placed in enumerate(self._order.actions):
            found[placed.step].append(node)
        return found

    def _action(self, node: Node) -> ActionTimes:
        placed, plan = self._order.actions[node], self._plan
        action, slack = placed.action, plan.slack(node)
        elapsed = None if self._untimed[node] else plan.length(node)
        target, limit = self._allowances(plan.starts[node], placed.owner, action.target, action.limit)
        return ActionTimes(
            id=action.key,
            at=action.at,
            step=self._blueprint.steps[placed.step].key,
            layer=placed.layer,
            owner=placed.owner,
            start_s=self._seconds(plan.starts[node]),
            end_s=self._seconds(plan.ends[node]),
            wait_s=self._known(plan.wait[node]),
            work_s=self._known(plan.work[node]),
            elapsed_s=self._known(elapsed),
            slack_s=self._known(slack),
            critical=slack == 0,
            drag_s=self._seconds(self._drags.get(node, 0)),
            target_s=self._known(target),
            limit_s=self._known(limit),
            gap_s=None if elapsed is None or target is None else self._seconds(elapsed - target),
            visits=self._visits(placed.step),
            action=action,
        )

    def _step(self, index: int, step: Step) -> StepTimes:
        reached = index in self._order.flow.reached
        begin, end = (
            self._plan.starts[self._order.start_of(index)],
            self._plan.ends[self._order.end_of(index)],
        )
        nodes = self._nodes_of_step[index]
        target, limit = self._allowances(begin, step.owner, step.target, step.limit)
        return StepTimes(
            id=step.key,
            phase=step.phase,
            start_s=self._seconds(begin) if reached else None,
            end_s=self._seconds(end) if reached else None,
            elapsed_s=self._seconds(end - begin) if reached else None,
            work_s=self._seconds(self._work(nodes)) if reached else None,
            wait_s=self._seconds(self._wait(nodes)) if reached else None,
            target_s=self._known(target),
            limit_s=self._known(limit),
            gap_s=self._seconds(end - begin - target) if reached and target is not None else None,
            visits=self._visits(index),
            timed=not all(self._untimed[node] for node in nodes),
            step=step,
        )

    def _span(self, span: Span) -> SpanTimes:
        begin = 0 if span.from_ is None else self._bound(span.from_, self._plan.starts, ending=False)
        end = self._plan.lead if span.to is None else self._bound(span.to, self._plan.ends, ending=True)
        elapsed = None if begin is None or end is None else end - begin
        promise, target, limit = self._allowances(begin or 0, None, span.promise, span.target, span.limit)
        return SpanTimes(
            id=span.key,
            title=span.title,
            from_=span.from_,
            to=span.to,
            elapsed_s=self._known(elapsed),
            promise_s=self._known(promise),
            target_s=self._known(target),
            limit_s=self._known(limit),
            kept=None if promise is None or elapsed is None else elapsed <= promise,
        )

    def _bound(self, name: str, moments_of: tuple[int, ...], *, ending: bool) -> int | None:
        node = self._order.nodes_by_id.get(name)
        if node is None:
            return None
        if node >= len(self._order.actions) and not ending:
            node -= 1  # a name leads to its step's end, and the start stands before it
        return moments_of[node]

    def _allowances(
        self, begin: int, owner: str | None, *durations: Duration | None
    ) -> tuple[int | None, ...]:
        return tuple(self._plan.clock.allowance(duration, begin, owner) for duration in durations)

    def _grouped(self, names: Callable[[Node], Iterable[str | None]]) -> dict[str, list[Node]]:
        """Actions by name, in order of appearance; each counts once for a name, and nowhere without one."""
        found: dict[str, list[Node]] = {}
        for node in range(len(self._order.actions)):
            for name in dict.fromkeys(names(node)):
                if name is not None:
                    found.setdefault(name, []).append(node)
        return found

    def _totals(self, groups: dict[str, list[Node]]) -> dict[str, Total]:
        return {
            name: Total(
                len(nodes),
                self._seconds(self._work(nodes)),
                self._seconds(self._wait(nodes)),
                self._seconds(sum(self._plan.length(node) for node in nodes if node in self._critical)),
                sum(self._plan.work[node] is None or self._plan.wait[node] is None for node in nodes),
            )
            for name, nodes in groups.items()
        }

    def _work(self, nodes: Iterable[Node]) -> int:
        return sum(self._plan.work[node] or 0 for node in nodes)

    def _wait(self, nodes: Iterable[Node]) -> int:
        return sum(self._plan.wait[node] or 0 for node in nodes)

    def _known(self, ticks: int | None) -> int | None:
        return None if ticks is None else self._seconds(ticks)

    def _visits(self, step: int) -> float:
        return 0.0 if self._runs is None else float(self._runs[step])

    def _key(self, node: Node | None) -> str | None:
        return None if node is None else self._order.actions[node].action.key

    def _reaches_out(self) -> bool:
        """True when some `after` names what stands in another step, or nothing at all."""
        for node, placed in enumerate(self._order.actions):
            inside = (self._order.start_of(placed.step),)
            if not self._order.before[node] or any(
                earlier not in inside
                and (earlier >= len(self._order.actions) or self._order.actions[earlier].step != placed.step)
                for earlier in self._order.before[node]
            ):
                return True
        return False
