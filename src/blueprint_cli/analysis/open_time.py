"""Open time: how far the clock runs until so much working time has passed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

from blueprint_cli.errors import BlueprintError

if TYPE_CHECKING:
    from blueprint_cli.model.calendars import Calendar

DAY_S, WEEK_S = 86_400, 604_800
MOST_DAYS = 40_000
ORDINARY_MONDAY = datetime(2001, 1, 1, 9)  # noqa: DTZ001 - local wall time: a calendar has no zone
"""The start where none was given: a Monday at 09:00; without a real date no holiday counts."""


@dataclass(frozen=True)
class OpenTime:
    """The opening hours of one calendar.

    Attributes:
        weekdays: working days, Monday is 0.
        openings: stretches of a working day in seconds since midnight, in order.
        holidays: the dates of France's public holidays count when True.
        closed: further days without work.
        dated: False where the journey starts on no real date: then every week is ordinary.
    """

    weekdays: frozenset[int]
    openings: tuple[tuple[int, int], ...]
    holidays: bool = False
    closed: frozenset[date] = field(default=frozenset())
    dated: bool = False

    @property
    def ordinary_day(self) -> int:
        """Open seconds of an ordinary working day."""
        return sum(end - start for start, end in self.openings)

    def after(self, start: datetime, begin: Fraction, amount: Fraction) -> Fraction:
        """The moment, in seconds since `start`, when `amount` open seconds have passed since `begin`.

        Raises:
            BlueprintError: the calendar is closed for over a hundred years on end.
        """
        if not amount:
            return begin
        begin, amount = self._without_whole_weeks(begin, amount)
        midnight = datetime.combine(start.date(), time())
        origin = Fraction((start - midnight).seconds)
        now = begin + origin  # seconds since the first midnight
        for number in range(int(now // DAY_S), int(now // DAY_S) + MOST_DAYS):
            day = (midnight + timedelta(days=number)).date()
            for opening, closing in self.openings if self._is_open(day) else ():
                first, last = max(now, Fraction(number * DAY_S + opening)), number * DAY_S + closing
                if first < last:
                    if amount <= last - first:
                        return first + amount - origin
                    amount -= last - first
        raise BlueprintError("a calendar has no open time for over a hundred years", "give it days and hours")

    def _without_whole_weeks(self, begin: Fraction, amount: Fraction) -> tuple[Fraction, Fraction]:
        week = self.ordinary_day * len(self.weekdays)
        if self.dated and (self.holidays or self.closed):
            return begin, amount
        weeks = max((amount - 1) // week, 0) if week else 0
        return begin + weeks * WEEK_S, amount - weeks * week

    def _is_open(self, day: date) -> bool:
        if day.weekday() not in self.weekdays:
            return False
        return not self.dated or not (
            day in self.closed or (self.holidays and day in french_holidays(day.year))
        )


def open_time(calendar: Calendar, *, dated: bool) -> OpenTime:
    """The opening hours of a calendar of the file; hours that overlap count once."""
    merged: list[list[int]] = []
    for start, end in sorted(calendar.hours):
        if merged and start * 60 <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], end * 60)
        else:
            merged.append([start * 60, end * 60])
    named = frozenset(day for day in calendar.holidays if isinstance(day, date))
    return OpenTime(
        frozenset(calendar.weekdays),
        tuple((start, end) for start, end in merged),
        holidays="FR" in calendar.holidays,
        closed=named | frozenset(calendar.closed),
        dated=dated,
    )


AROUND_THE_CLOCK = OpenTime(frozenset(range(5)), ((0, DAY_S),))
"""Monday to Friday around the clock: what working days are where no calendar says more."""


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous computus, as in Meeus, *Astronomical Algorithms*, chapter 8)."""
    golden, century, rest = year % 19, year // 100, year % 100
    shift = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - shift - rest % 4) % 7
    correction = (golden + 11 * shift + 22 * weekday) // 451
    month, day = divmod(shift + weekday - 7 * correction + 114, 31)
    return date(year, month, day + 1)


def french_holidays(year: int) -> frozenset[date]:
    """The eleven public holidays of France in a year, those of Alsace and Moselle left out."""
    fixed = ((1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25))
    sunday = easter(year)
    moving = (sunday + timedelta(days=days) for days in (1, 39, 50))
    return frozenset([*(date(year, month, day) for month, day in fixed), *moving])
