"""PERT: the lead as a normal distribution, from the ranges on the critical path alone."""

from __future__ import annotations

from math import erf, inf, sqrt
from typing import TYPE_CHECKING, NamedTuple

from blueprint_cli.analysis.times import ranges, uncertain

if TYPE_CHECKING:
    from blueprint_cli.analysis.schedule import Schedule


class Pert(NamedTuple):
    """Mean and standard deviation in seconds; the probability of a lead within a time, None where none was asked for.

    Ignores paths nearly as long as the critical one, so it is usually too optimistic.
    """

    mean_s: int
    sd_s: int
    probability_within: float | None


def pert(plan: Schedule, within_s: int | None) -> Pert | None:
    """The PERT figures of a schedule; None where no time is a range.

    The mean is the lead; the variance of a part is ((max - min) / 6) squared, summed over the actions of the critical
    path, the largest sum among equal paths (Malcolm, Roseboom, Clark and Fazar, 1959).
    """
    variances = [_variance(plan, node) for node in range(len(plan.order.actions))]
    if not any(uncertain(placed.action) for placed in plan.order.actions):
        return None
    spread = sqrt(_largest(plan, variances))
    mean = plan.lead / plan.clock.scale
    return Pert(
        plan.clock.whole(plan.lead),
        int(spread + 0.5),
        None if within_s is None else _probability(within_s, mean, spread),
    )


def _variance(plan: Schedule, node: int) -> float:
    placed = plan.order.actions[node]
    widths = (
        (part.high - part.low) * float(plan.clock.calendars.seconds(part, 1, placed.owner))
        for part in ranges(placed.action)
    )
    return sum((width / 6) ** 2 for width in widths)


def _largest(plan: Schedule, variances: list[float]) -> float:
    """The largest variance of a longest chain from 0 to the lead."""
    order, sums = plan.order, [-inf] * len(plan.starts)
    for node in order.sorted_nodes:
        own = variances[node] if node < len(variances) else 0.0
        tight = [sums[earlier] for earlier in order.before[node] if plan.ends[earlier] == plan.starts[node]]
        if plan.starts[node] == 0:
            tight.append(0.0)
        sums[node] = max(tight, default=-inf) + own
    last = (order.end_of(step) for step in order.flow.reached)
    return max((sums[node] for node in last if plan.ends[node] == plan.lead), default=0.0)


def _probability(within: float, mean: float, spread: float) -> float:
    if not spread:
        return float(within >= mean)
    return (1 + erf((within - mean) / spread / sqrt(2))) / 2
