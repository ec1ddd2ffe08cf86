"""Opening hours counted from a journey's start: when will so much open time have passed?"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol

from blueprint_cli.analysis.open_time import DAY_S
from blueprint_cli.errors import BlueprintError

if TYPE_CHECKING:
    from datetime import datetime

    from blueprint_cli.analysis.open_time import OpenTime

WEEK = 7
MOST_DAYS = 110_000
"""How far a journey on real dates may reach, some three hundred years."""


class OpenClock:
    """A calendar's open time on a journey that starts at a moment; all in ticks, of which a second has `scale`."""

    def __init__(self, opening: OpenTime, start: datetime, scale: int, *, dated: bool) -> None:
        self._origin = (start.hour * 3600 + start.minute * 60 + start.second) * scale
        kind = _Dates if dated and opening.has_days_off else _Weeks
        self._openings: _Openings = kind(opening, start.date(), scale)

    def after(self, begin: int, amount: int) -> int:
        """The moment at which `amount` open ticks have passed since `begin`; both since the journey's start.

        Raises:
            BlueprintError: the moment lies beyond the dates that can be counted.
        """
        if not amount:
            return begin
        openings = self._openings
        return openings.moment(openings.passed(begin + self._origin) + amount) - self._origin


class _Openings(Protocol):
    """Moments are ticks since the midnight before the journey's start."""

    def __init__(self, opening: OpenTime, first: date, scale: int) -> None: ...

    def passed(self, moment: int) -> int:
        """Open ticks before a moment."""

    def moment(self, passed: int) -> int:
        """The first moment by which so many open ticks, at least one, have passed."""


class _Stretches:
    """Stretches of open time one after the other."""

    def __init__(self) -> None:
        self.starts: list[int] = []
        self.lengths: list[int] = []
        self.sums: list[int] = []
        """Open ticks by the end of each stretch."""

    def add(self, day: int, openings: tuple[tuple[int, int], ...], scale: int) -> None:
        """The stretches of a working day."""
        for first, last in openings:
            self.starts.append((day * DAY_S + first) * scale)
            self.lengths.append((last - first) * scale)
            self.sums.append((self.sums[-1] if self.sums else 0) + (last - first) * scale)

    def passed(self, moment: int) -> int:
        last = bisect_right(self.starts, moment) - 1
        if last < 0:
            return 0
        length = self.lengths[last]
        return self.sums[last] - length + min(moment - self.starts[last], length)

    def moment(self, passed: int) -> int:
        last = bisect_left(self.sums, passed)
        return self.starts[last] + self.lengths[last] - self.sums[last] + passed


class _Weeks:
    """Every week is an ordinary one."""

    def __init__(self, opening: OpenTime, first: date, scale: int) -> None:
        self._length = WEEK * DAY_S * scale
        self._week = _Stretches()
        for day in range(WEEK):
            if (first.weekday() + day) % WEEK in opening.weekdays:
                self._week.add(day, opening.openings, scale)
        self._open = self._week.sums[-1] if self._week.sums else 0

    def passed(self, moment: int) -> int:
        weeks, rest = divmod(moment, self._length)
        return weeks * self._open + self._week.passed(rest)

    def moment(self, passed: int) -> int:
        weeks, rest = divmod(passed - 1, self._open)
        return weeks * self._length + self._week.moment(rest + 1)


class _Dates:
    """Real dates, with holidays and closing days, counted as far as they are asked for."""

    def __init__(self, opening: OpenTime, first: date, scale: int) -> None:
        self._opening, self._first, self._scale = opening, first, scale
        self._counted = _Stretches()
        self._days = 0

    def passed(self, moment: int) -> int:
        while self._days * DAY_S * self._scale <= moment:
            self._count_a_day()
        return self._counted.passed(moment)

    def moment(self, passed: int) -> int:
        while not self._counted.sums or self._counted.sums[-1] < passed:
            self._count_a_day()
        return self._counted.moment(passed)

    def _count_a_day(self) -> None:
        if self._days > MOST_DAYS or (date.max - self._first).days < self._days:
            raise BlueprintError(
                "a calendar has too little open time for this journey",
                "look at its days, hours and closed days",
            )
        if self._opening.is_open(self._first + timedelta(days=self._days), dated=True):
            self._counted.add(self._days, self._opening.openings, self._scale)
        self._days += 1
