"""The lead to expect with branches and loops."""

from __future__ import annotations

from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING

from blueprint_cli.analysis.figures import EXACT, SIMULATED, Expected
from blueprint_cli.analysis.order import reaches_out

if TYPE_CHECKING:
    from collections.abc import Callable

    from blueprint_cli.analysis.schedule import Schedule
    from blueprint_cli.analysis.simulation import Simulation


def expected(
    plan: Schedule, visits: tuple[Fraction, ...] | None, simulation: Callable[[], Simulation | None]
) -> Expected | None:
    """The expected lead: exact without branches, or where steps depend on no other but by the walk; else simulated.

    Where the walk visits one step after the other, it is the sum of visits times step length (Dumas, La Rosa, Mendling
    and Reijers, Fundamentals of Business Process Management, chapter 7). None where the journey may never end.
    """
    order, scale = plan.order, plan.clock.scale
    if not order.flow.branches:
        return Expected(plan.clock.whole(plan.lead), EXACT)
    if visits is None:
        return None
    if not plan.clock.is_always_on or reaches_out(order):
        drawn = simulation()
        return None if drawn is None else Expected(drawn.mean_s, SIMULATED)
    whole = sum(
        count * (plan.ends[order.end_of(step)] - plan.starts[order.start_of(step)])
        for step, count in enumerate(visits)
    )
    return Expected(floor(Fraction(whole, scale) + Fraction(1, 2)), EXACT)
