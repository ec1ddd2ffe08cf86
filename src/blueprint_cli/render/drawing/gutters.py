"""How the stretches of a gutter stand side by side, with room for the words on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.render.drawing import sizes
from blueprint_cli.render.drawing.tracks import CLEARANCE, in_order, touch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from blueprint_cli.render.drawing.tracks import Segment

_EDGE, _LABEL_EDGE, _LABEL_GAP = 15.0, 4.0, 3.5
_STAIRCASE = 3 * sizes.TRACK


def stand_side_by_side(segments: Sequence[Segment]) -> float:
    """Give every segment of a gutter its place and return the width that the gutter needs.

    Few crossings come first; where their order makes a long staircase, room is worth more: each segment then takes the
    first free place.
    """
    order = in_order(segments)
    if not order:
        return 0
    wide = _in_a_chain(order)
    if len(order) <= 3:  # noqa: PLR2004 - too few for a staircase
        return wide
    kept = [segment.place for segment in order]
    if wide - _first_free(order) > _STAIRCASE:
        return _width(order)
    for segment, place in zip(order, kept, strict=True):
        segment.place = place
    return wide


def _in_a_chain(order: Sequence[Segment]) -> float:
    for index, segment in enumerate(order):
        segment.place = max(
            (other.place + _apart(other, segment) for other in order[:index] if touch(other, segment)),
            default=0,
        )
        segment.place = max(segment.place, _edge(segment))
    return _width(order)


def _first_free(segments: Sequence[Segment]) -> float:
    placed: list[Segment] = []
    for segment in sorted(segments, key=lambda segment: (segment.low, segment.high, segment.key)):
        near = [other for other in placed if touch(other, segment)]
        wanted = sorted([_edge(segment), *(other.place + _apart(other, segment) for other in near)])
        segment.place = next(
            place
            for place in wanted
            if place >= _edge(segment)
            and all(abs(place - other.place) >= _apart(other, segment) - 0.01 for other in near)
        )
        placed.append(segment)
    return _width(segments)


def _width(segments: Sequence[Segment]) -> float:
    return max(segment.place + _edge(segment) for segment in segments)


def _edge(segment: Segment) -> float:
    """How far a segment keeps from the cards on both sides."""
    return max(_EDGE, segment.label[2] + _LABEL_EDGE if segment.label else 0)


def _apart(first: Segment, second: Segment) -> float:
    """How far two segments keep from each other that would lie on each other on one track."""
    far = sizes.TRACK
    for one, other in ((first, second), (second, first)):
        if one.label and _meet(one.label, (other.low, other.high)):
            far = max(far, one.label[2] + _LABEL_GAP)
    if first.label and second.label and _meet(first.label, second.label):
        far = max(far, first.label[2] + second.label[2] + _LABEL_GAP)
    return far


def _meet(first: Sequence[float], second: Sequence[float]) -> bool:
    return first[0] < second[1] + CLEARANCE and second[0] < first[1] + CLEARANCE
