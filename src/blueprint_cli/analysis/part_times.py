"""The times of a single action and of a single step, in whole seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.analysis.drag import gain
from blueprint_cli.analysis.figures import ActionTimes, StepTimes

if TYPE_CHECKING:
    from blueprint_cli.analysis.order import Node
    from blueprint_cli.analysis.schedule import Schedule
    from blueprint_cli.analysis.timings import Timings
    from blueprint_cli.language.durations import Duration


def action_times(timings: Timings, node: Node) -> ActionTimes:
    """One action's times."""
    plan, placed = timings.plan, timings.order.actions[node]
    action, slack = placed.action, plan.slack(node)
    elapsed = None if timings.is_untimed[node] else plan.length(node)
    target, limit = _allowances(plan, plan.starts[node], placed.owner, action.target, action.limit)
    over = None if elapsed is None or target is None else elapsed - target
    return ActionTimes(
        id=action.key,
        at=action.at,
        step=timings.blueprint.steps[placed.step].key,
        layer=placed.layer,
        owner=placed.owner,
        start_s=plan.clock.whole(plan.starts[node]),
        end_s=plan.clock.whole(plan.ends[node]),
        wait_s=plan.clock.known(plan.wait[node]),
        work_s=plan.clock.known(plan.work[node]),
        elapsed_s=plan.clock.known(elapsed),
        slack_s=plan.clock.known(slack),
        critical=slack == 0,
        drag_s=plan.clock.whole(timings.drags.get(node, 0)),
        target_s=plan.clock.known(target),
        limit_s=plan.clock.known(limit),
        gap_s=plan.clock.known(over),
        visits=_visits(timings, placed.step),
        action=action,
        node=node,
        target_drag_s=None if over is None else plan.clock.whole(_gain(timings, node, over)),
    )


def _gain(timings: Timings, node: Node, over: int) -> int:
    """What the whole gains if an action were so much shorter: around the clock all of it, until another path is the longest."""
    plan, drag = timings.plan, timings.drags.get(node, 0)
    if over <= 0 or not drag:
        return 0
    return min(drag, over) if plan.clock.is_always_on else gain(plan, node, plan.length(node) - over)


def step_times(timings: Timings, index: int) -> StepTimes:
    """One step's times; none of them where nothing leads to it."""
    plan, order, step = timings.plan, timings.order, timings.blueprint.steps[index]
    reached = index in order.flow.reached
    begin, end = plan.starts[order.start_of(index)], plan.ends[order.end_of(index)]
    nodes = timings.nodes_of_step[index]
    target, limit = _allowances(plan, begin, step.owner, step.target, step.limit)

    def if_reached(ticks: int) -> int | None:
        return plan.clock.whole(ticks) if reached else None

    return StepTimes(
        id=step.key,
        phase=step.phase,
        start_s=if_reached(begin),
        end_s=if_reached(end),
        elapsed_s=if_reached(end - begin),
        work_s=if_reached(plan.worked(nodes)),
        wait_s=if_reached(plan.waited(nodes)),
        target_s=plan.clock.known(target),
        limit_s=plan.clock.known(limit),
        gap_s=None if target is None else if_reached(end - begin - target),
        visits=_visits(timings, index),
        timed=not all(timings.is_untimed[node] for node in nodes),
        step=step,
    )


def _allowances(
    plan: Schedule, begin: int, owner: str | None, *durations: Duration | None
) -> tuple[int | None, ...]:
    return tuple(plan.clock.allowance(duration, begin, owner) for duration in durations)


def _visits(timings: Timings, step: int) -> float:
    return 0.0 if timings.runs is None else float(timings.runs[step])
