"""The customer's clock: the moments in which something is seen to happen, and the longest silence between two of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from blueprint_cli.analysis.times import ZERO

if TYPE_CHECKING:
    from fractions import Fraction

    from blueprint_cli.analysis.order import Node
    from blueprint_cli.analysis.schedule import Schedule

VISIBLE_LAYERS = ("customer", "frontstage")


@dataclass(frozen=True, slots=True)
class Moment:
    """A visible action at work; an instant one has no length and still breaks a silence."""

    start: Fraction
    end: Fraction
    node: Node


@dataclass(frozen=True, slots=True)
class Gap:
    """A silence between the end of one visible action and the start of another; the nodes are None where there is none."""

    seconds: Fraction
    after: Node | None
    until: Node | None


def moments(schedule: Schedule) -> tuple[Moment, ...]:
    """The visible moments by start: an action's work is the end of its interval; with only an elapsed time, all of it; cut at the lead."""
    found = []
    for node, placed in enumerate(schedule.order.actions):
        if placed.layer in VISIBLE_LAYERS:
            begin, end, work = schedule.starts[node], schedule.ends[node], schedule.work[node]
            only_elapsed = work is None and placed.action.elapsed is not None
            at_work = end - begin if only_elapsed else min(work or ZERO, end - begin)
            if (
                end - at_work <= schedule.lead
            ):  # what outlives the journey in the background is cut at its end
                found.append(Moment(end - at_work, min(end, schedule.lead), node))
    return tuple(sorted(found, key=lambda moment: (moment.start, moment.end, moment.node)))


def visible_seconds(seen: tuple[Moment, ...]) -> Fraction:
    """Length of the union of the visible moments."""
    total, reached = ZERO, ZERO
    for moment in seen:
        start, end = max(moment.start, reached), moment.end
        if end > start:
            total += end - start
            reached = end
    return total


def longest_silence(seen: tuple[Moment, ...]) -> Gap | None:
    """The longest time between two visible moments, the earliest among equals; None with fewer than two."""
    if len(seen) < 2:  # noqa: PLR2004 - a silence lies between two
        return None
    longest = Gap(ZERO, None, None)
    last = seen[0]
    for moment in seen[1:]:
        if moment.start - last.end > longest.seconds:
            longest = Gap(moment.start - last.end, last.node, moment.node)
        if moment.end >= last.end:
            last = moment
    return longest
