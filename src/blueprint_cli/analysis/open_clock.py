"""Opening hours counted from a journey's start: when will so much open time have passed?"""

from __future__ import annotations

from bisect import bisect_left
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
        self._day = DAY_S * scale
        self._origin = (start.hour * 3600 + start.minute * 60 + start.second) * scale
        self._openings = [(first * scale, last * scale) for first, last in opening.openings]
        open_ticks = opening.ordinary_day * scale
        days = _Dates if dated and opening.has_days_off else _Weeks
        self._days: _Days = days(opening, start.date(), open_ticks)

    def after(self, begin: int, amount: int) -> int:
        """The moment at which `amount` open ticks have passed since `begin`; both since the journey's start.

        Raises:
            BlueprintError: the calendar never opens, or the moment lies beyond the dates that can be counted.
        """
        if not amount:
            return begin
        number, within = divmod(begin + self._origin, self._day)
        passed = self._days.open_before(number)
        if self._days.open_before(number + 1) > passed:
            passed += sum(max(0, min(within, last) - first) for first, last in self._openings)
        number = self._days.day_reaching(passed + amount)
        rest = passed + amount - self._days.open_before(number)
        return number * self._day + self._moment(rest) - self._origin

    def _moment(self, rest: int) -> int:
        """The time of day at which so much of an open day has passed; never more than the whole of it."""
        for first, last in self._openings:
            if rest <= last - first:
                return first + rest
            rest -= last - first
        raise AssertionError(rest)


class _Days(Protocol):
    """Days are numbered from the journey's first one."""

    def __init__(self, opening: OpenTime, first: date, open_ticks: int) -> None: ...

    def open_before(self, number: int) -> int:
        """Open ticks of all days before that one."""

    def day_reaching(self, amount: int) -> int:
        """The first day by whose end so many open ticks, at least one, have passed."""


class _Weeks:
    """Every week is an ordinary one."""

    def __init__(self, opening: OpenTime, first: date, open_ticks: int) -> None:
        self._before = [0]
        for number in range(WEEK):
            worked = (first.weekday() + number) % WEEK in opening.weekdays
            self._before.append(self._before[-1] + (open_ticks if worked else 0))

    def open_before(self, number: int) -> int:
        weeks, rest = divmod(number, WEEK)
        return weeks * self._before[WEEK] + self._before[rest]

    def day_reaching(self, amount: int) -> int:
        if not self._before[WEEK]:
            raise BlueprintError("a calendar never opens", "give it days and hours")
        weeks, rest = divmod(amount - 1, self._before[WEEK])
        return weeks * WEEK + bisect_left(self._before, rest + 1) - 1


class _Dates:
    """Real dates, with holidays and closing days, counted as far as they are asked for."""

    def __init__(self, opening: OpenTime, first: date, open_ticks: int) -> None:
        self._opening, self._first, self._open_ticks = opening, first, open_ticks
        self._before = [0]

    def open_before(self, number: int) -> int:
        while len(self._before) <= number:
            self._count_a_day()
        return self._before[number]

    def day_reaching(self, amount: int) -> int:
        while self._before[-1] < amount:
            self._count_a_day()
        return bisect_left(self._before, amount) - 1

    def _count_a_day(self) -> None:
        number = len(self._before) - 1
        if number > MOST_DAYS or (date.max - self._first).days < number:
            raise BlueprintError(
                "a calendar has too little open time for this journey",
                "look at its days, hours and closed days",
            )
        worked = self._opening.is_open(self._first + timedelta(days=number), dated=True)
        self._before.append(self._before[-1] + (self._open_ticks if worked else 0))
