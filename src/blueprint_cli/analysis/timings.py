"""Where the time goes: from a blueprint to its figures."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from blueprint_cli.analysis.clock import Stretch, wait_of
from blueprint_cli.analysis.figures import (
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
from blueprint_cli.analysis.moments import longest_silence, moments, visible_seconds
from blueprint_cli.analysis.schedule import schedule
from blueprint_cli.analysis.times import ZERO, said_times
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
        ValueError: `after` makes a circle.
        BlueprintError: a calendar never opens.
    """
    return _Measuring(blueprint, schedule(blueprint, start)).timings()


class _Measuring:
    def __init__(self, blueprint: Blueprint, plan: Schedule) -> None:
        self.blueprint = blueprint
        self.plan = plan
        self.order = plan.order
        self.visits = visits(plan.order.flow)
        self.path = frozenset(plan.critical_path)
        self.said = tuple(said_times(placed.action) for placed in self.order.actions)
        self.waits = tuple(
            wait_of(said, _stretch(plan, node), plan.starts[node], always_on=plan.clock.is_always_on)
            for node, said in enumerate(self.said)
        )

    def timings(self) -> Timings:
        plan, nodes = self.plan, range(len(self.order.actions))
        seen = moments(plan)
        path = [node for node in plan.critical_path if plan.ends[node] > plan.starts[node]]
        critical_work = sum((plan.work[node] or ZERO for node in path), ZERO)
        return Timings(
            clock=plan.clock.name,
            lead_s=whole(plan.lead),
            work_s=whole(self._work(nodes)),
            critical_work_s=whole(critical_work),
            activity_ratio=float(critical_work / plan.lead) if plan.lead else None,
            customer_s=whole(
                self._work(node for node in nodes if self.order.actions[node].layer == "customer")
            ),
            visible_s=whole(visible_seconds(seen)),
            longest_silence=self._silence(longest_silence(seen)),
            handoffs=handoffs(self.order),
            untimed=sum(1 for said in self.said if said.elapsed is None),
            critical_path=tuple(self.order.actions[node].action.key for node in path),
            steps=tuple(self._step(index, step) for index, step in enumerate(self.blueprint.steps)),
            actions=tuple(self._action(node) for node in nodes),
            spans=tuple(self.span(span) for span in self.blueprint.spans),
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
        placed, said = self.order.actions[node], self.said[node]
        begin, end, slack = self.plan.starts[node], self.plan.ends[node], self.plan.slack(node)
        elapsed = None if said.elapsed is None else end - begin
        target = _upper(placed.action.target)
        return ActionTimes(
            id=placed.action.key,
            at=placed.action.at,
            step=self.blueprint.steps[placed.step].key,
            layer=placed.layer,
            owner=placed.owner,
            start_s=whole(begin),
            end_s=whole(end),
            wait_s=_whole_or_none(self.waits[node]),
            work_s=_whole_or_none(self.plan.work[node]),
            elapsed_s=_whole_or_none(elapsed),
            slack_s=_whole_or_none(slack),
            critical=slack == 0,
            drag_s=whole(self.plan.drags.get(node, ZERO)),
            target_s=target,
            limit_s=_upper(placed.action.limit),
            gap_s=None if elapsed is None or target is None else whole(elapsed - target),
            visits=self._visits(placed.step),
            action=placed.action,
        )

    def _step(self, index: int, step: Step) -> StepTimes:
        reached = index in self.order.flow.reached
        begin, end = self.plan.starts[self.order.start_of(index)], self.plan.ends[self.order.end_of(index)]
        nodes = [node for node, placed in enumerate(self.order.actions) if placed.step == index]
        target = _upper(step.target)
        return StepTimes(
            id=step.key,
            phase=step.phase,
            start_s=whole(begin) if reached else None,
            end_s=whole(end) if reached else None,
            elapsed_s=whole(end - begin) if reached else None,
            work_s=whole(self._work(nodes)) if reached else None,
            wait_s=whole(self._wait(nodes)) if reached else None,
            target_s=target,
            limit_s=_upper(step.limit),
            gap_s=whole(end - begin - target) if reached and target is not None else None,
            visits=self._visits(index),
            timed=any(self.said[node].elapsed is not None for node in nodes),
            step=step,
        )

    def span(self, span: Span) -> SpanTimes:
        """The times of a stretch, one of the file's or one that was asked for."""
        begin = ZERO if span.from_ is None else self._bound(span.from_, self.plan.starts, ending=False)
        end = self.plan.lead if span.to is None else self._bound(span.to, self.plan.ends, ending=True)
        elapsed = None if begin is None or end is None else end - begin
        promise = _upper(span.promise)
        return SpanTimes(
            id=span.key,
            title=span.title,
            from_=span.from_,
            to=span.to,
            elapsed_s=_whole_or_none(elapsed),
            promise_s=promise,
            target_s=_upper(span.target),
            limit_s=_upper(span.limit),
            kept=None if promise is None or elapsed is None else elapsed <= promise,
        )

    def _bound(self, name: str, moments_of: tuple[Fraction, ...], *, ending: bool) -> Fraction | None:
        for node, placed in enumerate(self.order.actions):
            if placed.action.id == name:
                return moments_of[node]
        for index, step in enumerate(self.blueprint.steps):
            if step.id == name and index in self.order.flow.reached:
                return moments_of[self.order.end_of(index) if ending else self.order.start_of(index)]
        return None

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
        def elapsed(nodes: list[Node]) -> Fraction:
            return sum(
                (self.plan.ends[node] - self.plan.starts[node] for node in nodes if node in self.path), ZERO
            )

        return {
            name: Total(len(nodes), whole(self._work(nodes)), whole(self._wait(nodes)), whole(elapsed(nodes)))
            for name, nodes in groups.items()
        }

    def _work(self, nodes: Iterable[Node]) -> Fraction:
        return sum((self.plan.work[node] or ZERO for node in nodes), ZERO)

    def _wait(self, nodes: Iterable[Node]) -> Fraction:
        return sum((self.waits[node] or ZERO for node in nodes), ZERO)

    def _visits(self, step: int) -> float:
        return 0.0 if self.visits is None else float(self.visits[step])

    def _silence(self, gap: Gap | None) -> Silence | None:
        return (
            None if gap is None else Silence(whole(gap.seconds), self._key(gap.after), self._key(gap.until))
        )

    def _key(self, node: Node | None) -> str | None:
        return None if node is None else self.order.actions[node].action.key

    def _expected(self) -> Expected | None:
        """The expected lead where it is exact: no branch at all, or steps that depend on no other but by the walk."""
        flow = self.order.flow
        if not flow.branches:
            return Expected(whole(self.plan.lead), "exact")
        if self.visits is None or not self.plan.clock.is_always_on or self._reaches_out():
            return None
        lengths = (
            self.plan.ends[self.order.end_of(step)] - self.plan.starts[self.order.start_of(step)]
            for step in range(len(flow.ways))
        )
        return Expected(
            whole(sum((count * length for count, length in zip(self.visits, lengths, strict=True)), ZERO)),
            "exact",
        )

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


def whole(seconds: Fraction) -> int:
    """Whole seconds, rounded half up."""
    return (seconds + Fraction(1, 2)).__floor__()


def _whole_or_none(seconds: Fraction | None) -> int | None:
    return None if seconds is None else whole(seconds)


def _upper(duration: Duration | None) -> int | None:
    return None if duration is None or duration.unknown else duration.upper


def _stretch(plan: Schedule, node: Node) -> Stretch:
    return Stretch(plan.ends[node], plan.work[node])
