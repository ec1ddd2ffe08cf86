"""Shares of the critical path: work that adds value, and work that is right the first time."""

from __future__ import annotations

from fractions import Fraction
from math import prod
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from blueprint_cli.analysis.timings import Timings


class Efficiency(NamedTuple):
    """Both on the critical path.

    Attributes:
        process_cycle: work with `value: adds` over the lead; None unless every action of the path says its `value`.
        complete_and_accurate: the product of the `quality` of its actions; None where none says it.
        graded: how many actions say their `quality`.
    """

    process_cycle: Fraction | None
    complete_and_accurate: Fraction | None
    graded: int


def efficiency(timings: Timings) -> Efficiency:
    """The shares; actions of no length count for their quality where they are critical."""
    plan, actions = timings.plan, timings.order.actions
    path = plan.critical_path
    cycle = None
    if plan.lead and path and all(actions[node].action.value for node in path):
        adding = sum(plan.work[node] or 0 for node in path if actions[node].action.value == "adds")
        cycle = Fraction(adding, plan.lead)
    instant = (
        node
        for node, placed in enumerate(actions)
        if not plan.length(node) and plan.slack(node) == 0 and not placed.action.background
    )
    said = [
        quality for node in sorted({*path, *instant}) if (quality := actions[node].action.quality) is not None
    ]
    return Efficiency(cycle, prod(said, start=Fraction(1)) if said else None, len(said))
