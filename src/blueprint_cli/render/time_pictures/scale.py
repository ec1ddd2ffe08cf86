"""From seconds to places on the axis: to scale, or with short pieces widened until they can be read."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from blueprint_cli.language.units import DAY, HOUR, MINUTE, WEEK
from blueprint_cli.render.time_pictures.widths import Piece, drawn_widths, per_second

if TYPE_CHECKING:
    from collections.abc import Sequence

_TICKS = (
    1, 2, 5, 10, 15, 30, MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR,
    4 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, WEEK, 2 * WEEK, 4 * WEEK, 13 * WEEK, 26 * WEEK, 52 * WEEK,
)  # fmt: skip
_WIDENED = 1.02


class Scale:
    """An axis from 0 to the end of the journey.

    Attributes:
        left, width: place on the sheet.
        per_second: points of a second where nothing is widened.
        widened: from where to where the axis is wider than that.
    """

    def __init__(self, left: float, pieces: Sequence[Piece], width: float) -> None:
        self.left = left
        self.per_second = per_second(pieces, width)
        self._moments, self._places = [0], [left]
        self.widened: list[tuple[float, float]] = []
        for piece, drawn in zip(pieces, drawn_widths(pieces, self.per_second), strict=True):
            start = self._places[-1]
            if drawn > piece.length * self.per_second * _WIDENED:
                self.widened.append((start, start + drawn))
            self._moments.append(self._moments[-1] + piece.length)
            self._places.append(start + drawn)
        self.width = self._places[-1] - left
        self.right = left + self.width
        self.end = self._moments[-1]

    def x(self, moment: int) -> float:
        """The place of a moment in seconds; what lies after the end stands at the right edge."""
        if moment >= self.end:
            return self.right
        index = max(bisect_right(self._moments, moment) - 1, 0)
        begin, length = self._moments[index], self._moments[index + 1] - self._moments[index]
        share = max(moment - begin, 0) / length
        return self._places[index] + share * (self._places[index + 1] - self._places[index])

    def tick(self, room: float) -> int:
        """The length of time between two ticks that stand at least so many points apart."""
        for length in _TICKS:
            if length * self.per_second >= room:
                return length
        return max(int(room / self.per_second) // (52 * WEEK) + 1, 1) * 52 * WEEK if self.per_second else 0


def to_scale(left: float, end: int, width: float) -> Scale:
    """An axis on which nothing is widened."""
    return Scale(left, [Piece(end, 0)] if end else [], width)
