"""The customer's clock: the moments in which something is seen to happen, and the longest silence between two of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from blueprint_cli.analysis.order import Node
    from blueprint_cli.analysis.schedule import Schedule

VISIBLE_LAYERS = ("customer", "frontstage")


class Moment(NamedTuple):
    """A visible action at work, in ticks; an instant one has no length and still breaks a silence."""

    start: int
    end: int
    node: Node


class Gap(NamedTuple):
    """A silence between the end of one visible action and the start of another; the nodes are None where there is none."""

    ticks: int
    after: Node | None
    until: Node | None


def moments(plan: Schedule) -> tuple[Moment, ...]:
    """The visible moments by start: an action's work is the end of its interval; with only an elapsed time, all of it; cut at the lead."""
    found = []
    for node, placed in enumerate(plan.order.actions):
        if placed.layer in VISIBLE_LAYERS:
            end = plan.ends[node]
            begin = end - _at_work(plan, node)
            if begin <= plan.lead:  # what outlives the journey in the background is cut at its end
                found.append(Moment(begin, min(end, plan.lead), node))
    return tuple(sorted(found, key=lambda moment: (moment.start, moment.end, moment.node)))


def _at_work(plan: Schedule, node: Node) -> int:
    work = plan.work[node]
    if work is not None:
        return min(work, plan.length(node))
    return plan.length(node) - (plan.wait[node] or 0)


def visible_ticks(seen: tuple[Moment, ...]) -> int:
    """Length of the union of the visible moments."""
    total, reached = 0, 0
    for moment in seen:
        total += max(moment.end - max(moment.start, reached), 0)
        reached = max(reached, moment.end)
    return total


def longest_silence(seen: tuple[Moment, ...]) -> Gap | None:
    """The longest time between two visible moments, the earliest among equals; None with fewer than two."""
    if len(seen) < 2:  # noqa: PLR2004 - a silence lies between two
        return None
    longest = Gap(0, None, None)
    last = seen[0]
    for moment in seen[1:]:
        if moment.start - last.end > longest.ticks:
            longest = Gap(moment.start - last.end, last.node, moment.node)
        if moment.end >= last.end:
            last = moment
    return longest
