"""What actions, steps and spans take, beside what they are allowed: only of those that say something about it.

The figures are those of `timings`, without the rest of them: a check of a thousand maps asks for nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from blueprint_cli.analysis.span_times import allowed, bounds_of, elapsed, within
from blueprint_cli.analysis.times import is_untimed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.analysis.schedule import Schedule
    from blueprint_cli.model.actions import Action
    from blueprint_cli.model.blueprint import Blueprint, Span
    from blueprint_cli.model.steps import Step


class Allowed(NamedTuple):
    """A span, step or action with its time and its allowances in whole seconds; None is unknown, or not said.

    `step` is the position of a step, None for the others.
    """

    part: Span | Step | Action
    step: int | None
    elapsed_s: int | None
    target_s: int | None
    limit_s: int | None
    promise_s: int | None = None

    def granted(self, mark: Literal["target", "limit", "promise"]) -> int | None:
        """The seconds that one of the three grants."""
        return {"target": self.target_s, "limit": self.limit_s, "promise": self.promise_s}[mark]


def allowances(blueprint: Blueprint, plan: Schedule) -> Iterator[Allowed]:
    """Every span, then step, then action that says a promise, a target or a limit, each in the order of the file."""
    for span in blueprint.spans:
        if span.promise or span.target or span.limit:
            promise, target, limit = (plan.clock.known(ticks) for ticks in allowed(plan, span))
            taken = plan.clock.known(elapsed(plan, bounds_of(plan.order, span)))
            yield Allowed(span, None, taken, target, limit, promise)
    for index, step in enumerate(blueprint.steps):
        if step.target or step.limit:
            yield _of_step(plan, index, step)
    for node, placed in enumerate(plan.order.actions):
        if placed.action.target or placed.action.limit:
            yield _of_action(plan, node)


def longest_critical(plan: Schedule, part: Span | int) -> Action | None:
    """The longest of several actions on the critical path, of a span or of the step with that index; None where there are not several."""
    placed = plan.order.actions
    if isinstance(part, int):
        stretch = {node for node, one in enumerate(placed) if one.step == part}
    else:
        stretch = within(plan.order, bounds_of(plan.order, part))
    inside = sorted(node for node in stretch if node < len(placed) and plan.slack(node) == 0)
    if len(inside) <= 1:
        return None
    longest = max(inside, key=lambda node: 0 if is_untimed(placed[node].action) else plan.length(node))
    return placed[longest].action


def _of_step(plan: Schedule, index: int, step: Step) -> Allowed:
    begin, end = plan.starts[plan.order.start_of(index)], plan.ends[plan.order.end_of(index)]
    taken = end - begin if index in plan.order.flow.reached else None
    target, limit = (
        plan.clock.allowance(duration, begin, step.owner) for duration in (step.target, step.limit)
    )
    return Allowed(step, index, plan.clock.known(taken), plan.clock.known(target), plan.clock.known(limit))


def _of_action(plan: Schedule, node: int) -> Allowed:
    placed = plan.order.actions[node]
    action, begin = placed.action, plan.starts[node]
    taken = None if is_untimed(action) else plan.length(node)
    target, limit = (
        plan.clock.allowance(duration, begin, placed.owner) for duration in (action.target, action.limit)
    )
    return Allowed(action, None, plan.clock.known(taken), plan.clock.known(target), plan.clock.known(limit))
