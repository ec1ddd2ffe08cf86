"""Where the time goes: from a blueprint to its figures."""

from __future__ import annotations

from fractions import Fraction
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
    Timings,
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

    from blueprint_cli.analysis.moments import Gap
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
    return _Measuring(blueprint, schedule(blueprint, start)).timings()


class _Measuring:
    def __init__(self, blueprint: Blueprint, plan: Schedule) -> None:
        self.blueprint = blueprint
        self.plan = plan
        self.order = plan.order
        self.seconds = plan.clock.whole
        self.drags = drags(plan)
        self.visits = visits(plan.order.flow)
        self.path = frozenset(plan.critical_path)
        self.untimed = tuple(said_times(placed.action).elapsed is None for placed in self.order.actions)
        self.nodes_of_step: dict[int, list[Node]] = {step: [] for step in range(len(blueprint.steps))}
        for node, placed in enumerate(self.order.actions):
            self.nodes_of_step[placed.step].append(node)

    def timings(self) -> Timings:
        plan, nodes = self.plan, range(len(self.order.actions))
        seen = moments(plan)
        critical_work = self._work(plan.critical_path)
        return Timings(
            clock=plan.clock.name,
            lead_s=self.seconds(plan.lead),
            work_s=self.seconds(self._work(nodes)),
            critical_work_s=self.seconds(critical_work),
            activity_ratio=float(Fraction(critical_work, plan.lead)) if plan.lead else None,
            customer_s=self.seconds(
                self._work(node for node in nodes if self.order.actions[node].layer == "customer")
            ),
            visible_s=self.seconds(visible_ticks(seen)),
            longest_silence=self._silence(longest_silence(seen)),
            handoffs=handoffs(self.order),
            untimed=sum(self.untimed),
            critical_path=tuple(self.order.actions[node].action.key for node in plan.critical_path),
            steps=tuple(self._step(index, step) for index, step in enumerate(self.blueprint.steps)),
            actions=tuple(self._action(node) for node in nodes),
            spans=tuple(self._span(span) for span in self.blueprint.spans),
            by_layer=self._totals(self._by_layer()),
            by_owner=self._totals(self._grouped(lambda node: [self.order.actions[node].owner])),
            by_system=self._totals(
                self._grouped(lambda node: [use.system for use in self.order.actions[node].action.uses])
            ),
            by_phase=self._totals(
                self._grouped(lambda node: [self.blueprint.steps[self.order.actions[node].step].phase])
            ),
            expected=self._expected(),
        )

    def _action(self, node: Node) -> ActionTimes:
        placed, plan = self.order.actions[node], self.plan
        action, slack = placed.action, plan.slack(node)
        elapsed = None if self.untimed[node] else plan.length(node)
        target, limit = self._allowances(plan.starts[node], placed.owner, action.target, action.limit)
        return ActionTimes(
            id=action.key,
            at=action.at,
            step=self.blueprint.steps[placed.step].key,
            layer=placed.layer,
            owner=placed.owner,
            start_s=self.seconds(plan.starts[node]),
            end_s=self.seconds(plan.ends[node]),
            wait_s=self._known(plan.wait[node]),
            work_s=self._known(plan.work[node]),
            elapsed_s=self._known(elapsed),
            slack_s=self._known(slack),
            critical=slack == 0,
            drag_s=self.seconds(self.drags.get(node, 0)),
            target_s=self._known(target),
            limit_s=self._known(limit),
            gap_s=None if elapsed is None or target is None else self.seconds(elapsed - target),
            visits=self._visits(placed.step),
            action=action,
        )

    def _step(self, index: int, step: Step) -> StepTimes:
        reached = index in self.order.flow.reached
        begin, end = self.plan.starts[self.order.start_of(index)], self.plan.ends[self.order.end_of(index)]
        nodes = self.nodes_of_step[index]
        target, limit = self._allowances(begin, step.owner, step.target, step.limit)
        return StepTimes(
            id=step.key,
            phase=step.phase,
            start_s=self.seconds(begin) if reached else None,
            end_s=self.seconds(end) if reached else None,
            elapsed_s=self.seconds(end - begin) if reached else None,
            work_s=self.seconds(self._work(nodes)) if reached else None,
            wait_s=self.seconds(self._wait(nodes)) if reached else None,
            target_s=self._known(target),
            limit_s=self._known(limit),
            gap_s=self.seconds(end - begin - target) if reached and target is not None else None,
            visits=self._visits(index),
            timed=not all(self.untimed[node] for node in nodes),
            step=step,
        )

    def _span(self, span: Span) -> SpanTimes:
        begin = 0 if span.from_ is None else self._bound(span.from_, self.plan.starts, ending=False)
        end = self.plan.lead if span.to is None else self._bound(span.to, self.plan.ends, ending=True)
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
        node = self.order.nodes_by_id.get(name)
        if node is None:
            return None
        if node >= len(self.order.actions) and not ending:
            node -= 1  # a name leads to its step's end, and the start stands before it
        return moments_of[node]

    def _allowances(
        self, begin: int, owner: str | None, *durations: Duration | None
    ) -> tuple[int | None, ...]:
        return tuple(self.plan.clock.allowance(duration, begin, owner) for duration in durations)

    def _by_layer(self) -> dict[str, list[Node]]:
        """Actions by layer, layers from top to bottom."""
        grouped = self._grouped(lambda node: [self.order.actions[node].layer])
        return {layer: grouped[layer] for layer in LAYERS if layer in grouped}

    def _grouped(self, names: Callable[[Node], Iterable[str | None]]) -> dict[str, list[Node]]:
        """Actions by name, in order of appearance; each counts once for a name, and nowhere without one."""
        found: dict[str, list[Node]] = {}
        for node in range(len(self.order.actions)):
            for name in dict.fromkeys(names(node)):
                if name is not None:
                    found.setdefault(name, []).append(node)
        return found

    def _totals(self, groups: dict[str, list[Node]]) -> dict[str, Total]:
        return {
            name: Total(
                len(nodes),
                self.seconds(self._work(nodes)),
                self.seconds(self._wait(nodes)),
                self.seconds(sum(self.plan.length(node) for node in nodes if node in self.path)),
                sum(self.plan.work[node] is None or self.plan.wait[node] is None for node in nodes),
            )
            for name, nodes in groups.items()
        }

    def _work(self, nodes: Iterable[Node]) -> int:
        return sum(self.plan.work[node] or 0 for node in nodes)

    def _wait(self, nodes: Iterable[Node]) -> int:
        return sum(self.plan.wait[node] or 0 for node in nodes)

    def _known(self, ticks: int | None) -> int | None:
        return None if ticks is None else self.seconds(ticks)

    def _visits(self, step: int) -> float:
        return 0.0 if self.visits is None else float(self.visits[step])

    def _silence(self, gap: Gap | None) -> Silence | None:
        if gap is None:
            return None
        return Silence(self.seconds(gap.ticks), self._key(gap.after), self._key(gap.until))

    def _key(self, node: Node | None) -> str | None:
        return None if node is None else self.order.actions[node].action.key

    def _expected(self) -> Expected | None:
        """The expected lead where it is exact: no branch at all, or steps that depend on no other but by the walk."""
        flow = self.order.flow
        if not flow.branches:
            return Expected(self.seconds(self.plan.lead), EXACT)
        if self.visits is None or not self.plan.clock.is_always_on or self._reaches_out():
            return None
        expected = sum(
            count * (self.plan.ends[self.order.end_of(step)] - self.plan.starts[self.order.start_of(step)])
            for step, count in enumerate(self.visits)
        )
        return Expected(floor(Fraction(expected, self.plan.clock.scale) + Fraction(1, 2)), EXACT)

    def _reaches_out(self) -> bool:
        """True when some `after` names what stands in another step, or nothing at all."""
        for node, placed in enumerate(self.order.actions):
            inside = (self.order.start_of(placed.step),)
            if not self.order.before[node] or any(
                earlier not in inside
                and (earlier >= len(self.order.actions) or self.order.actions[earlier].step != placed.step)
                for earlier in self.order.before[node]
            ):
                return True
        return False
