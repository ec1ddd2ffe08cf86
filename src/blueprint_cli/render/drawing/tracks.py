"""The order of parallel segments along a gutter or a channel: few crossings first, then few tracks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

CLEARANCE = 3.0
_STAIRCASE = 3
_MANY = 14


@dataclass(eq=False)
class Segment:
    """A stretch along a gutter or channel, with the stubs that leave it.

    Attributes:
        low, high: its ends along the gutter or channel.
        stubs: where something leaves it, and to which side: -1 towards lower tracks, 1 towards higher ones.
        key: what makes the order of equal segments the same on every machine.
        track: the track that it was given in a channel, from 0.
        place: its distance from the left edge of its gutter.
        label: where words stand on it: from, to, and half of their width; None without words.
    """

    low: float
    high: float
    stubs: tuple[tuple[float, int], ...]
    key: tuple[object, ...]
    track: int = 0
    place: float = 0
    label: tuple[float, float, float] | None = None


def assign_tracks(segments: Sequence[Segment]) -> int:
    """Give every segment a track and return how many there are.

    Few crossings come first: each segment takes the lowest track above all those before it that it would touch. Where
    that makes a long staircase, room is worth more than crossings: each segment takes the first free track.
    """
    order = in_order(segments)
    for index, segment in enumerate(order):
        before = (other.track for other in order[:index] if touch(other, segment))
        segment.track = max(before, default=-1) + 1
    depth = max((segment.track for segment in order), default=-1) + 1
    if depth > _densest(order) + _STAIRCASE:
        depth = _take_first_free(order)
    return depth


def in_order(segments: Sequence[Segment]) -> list[Segment]:
    """The segments from the lowest track to the highest, with few crossings: each is put where it makes fewest, in turn.

    Among many only neighbours are exchanged, which takes less time.
    """
    order = sorted(segments, key=lambda segment: segment.key)
    if len(order) > _MANY:
        _exchange(order)
    elif len(order) > 1:
        _insert(order)
    return order


def crossings_of(order: Sequence[Segment]) -> int:
    """How often segments in this order cross each other."""
    return sum(
        _crossings(first, second) for index, first in enumerate(order) for second in order[index + 1 :]
    )


def _insert(order: list[Segment]) -> None:
    segments = list(order)
    cost = [[_crossings(a, b) if a is not b else 0 for b in segments] for a in segments]
    places = list(range(len(segments)))
    for _ in segments:
        moved = False
        for one in list(places):
            rest = [other for other in places if other != one]
            own = cost[one]
            costs = [sum(own[other] for other in rest)]
            for other in rest:
                costs.append(costs[-1] + cost[other][one] - own[other])
            best = min(costs)
            if best < costs[places.index(one)]:
                rest.insert(costs.index(best), one)
                places, moved = rest, True
        if not moved:
            break
    order[:] = [segments[place] for place in places]


def _densest(segments: Sequence[Segment]) -> int:
    """How many segments lie side by side where most do: no packing needs fewer tracks."""
    ends = sorted(
        [(segment.low, 1) for segment in segments] + [(segment.high + CLEARANCE, -1) for segment in segments]
    )
    most = now = 0
    for _, change in ends:
        now += change
        most = max(most, now)
    return most


def _take_first_free(segments: Sequence[Segment]) -> int:
    tracks: list[float] = []
    for segment in sorted(segments, key=lambda segment: (segment.low, segment.high, segment.key)):
        free = next(
            (track for track, end in enumerate(tracks) if end + CLEARANCE <= segment.low), len(tracks)
        )
        if free == len(tracks):
            tracks.append(segment.high)
        tracks[free], segment.track = segment.high, free
    return len(tracks)


def _exchange(order: list[Segment]) -> None:
    for _ in range(len(order) + 5):
        moved = False
        for index in range(len(order) - 1):
            first, second = order[index], order[index + 1]
            if _crossings(second, first) < _crossings(first, second):
                order[index], order[index + 1] = second, first
                moved = True
        if not moved:
            return


def _crossings(first: Segment, second: Segment) -> int:
    """Crossings of two segments when the first lies on the lower track: its higher stubs cut the second, and the reverse."""
    cut = 0
    low, high = second.low - 0.1, second.high + 0.1
    for at, side in first.stubs:
        if side > 0 and low <= at <= high:
            cut += 1
    low, high = first.low - 0.1, first.high + 0.1
    for at, side in second.stubs:
        if side < 0 and low <= at <= high:
            cut += 1
    return cut


def touch(first: Segment, second: Segment) -> bool:
    """True when the two would lie on each other on one track."""
    return first.low < second.high + CLEARANCE and second.low < first.high + CLEARANCE
