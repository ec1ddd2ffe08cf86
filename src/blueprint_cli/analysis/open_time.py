"""The opening hours of a calendar: which days are worked, and from when to when."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from blueprint_cli.model.calendars import Calendar

DAY_S = 86_400
FRANCE = "FR"

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class OrdinaryMoment(datetime):
    """A moment of an ordinary week: its day of the week and its time count, and no holiday."""

    @classmethod
    def of(cls, weekday: int, minutes: int) -> OrdinaryMoment:
        """Minutes after the midnight that begins a day of the week; Monday is 0."""
        return cls(2001, 1, 1 + weekday, *divmod(minutes, 60))


ORDINARY_MONDAY = OrdinaryMoment.of(0, 9 * 60)
"""The start where none was given."""


@dataclass(frozen=True)
class OpenTime:
    """The opening hours of one calendar.

    Attributes:
        weekdays: working days, Monday is 0.
        openings: stretches of a working day in seconds since midnight, in order.
        holidays: the public holidays of France count when True.
        countries: further countries whose public holidays count, by code.
        closed: further days without work.
    """

    weekdays: frozenset[int]
    openings: tuple[tuple[int, int], ...]
    holidays: bool = False
    countries: frozenset[str] = frozenset()
    closed: frozenset[date] = field(default=frozenset())

    @property
    def ordinary_day(self) -> int:
        """Open seconds of an ordinary working day."""
        return sum(end - start for start, end in self.openings)

    @property
    def has_days_off(self) -> bool:
        """True when some dates differ from the ordinary week."""
        return self.holidays or bool(self.closed or self.countries)

    def is_open(self, day: date, *, dated: bool) -> bool:
        """Whether a day is worked; holidays and closing days count on real dates only."""
        if day.weekday() not in self.weekdays:
            return False
        return not dated or not (
            day in self.closed
            or (self.holidays and (day.month, day.day) in french_holidays(day.year))
            or any(day in holidays_of(country, day.year) for country in self.countries)
        )


def open_time(calendar: Calendar) -> OpenTime:
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
        holidays=FRANCE in calendar.holidays,
        countries=frozenset(day for day in calendar.holidays if isinstance(day, str) and day != FRANCE),
        closed=named | frozenset(calendar.closed),
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


@cache
def french_holidays(year: int) -> frozenset[tuple[int, int]]:
    """The eleven public holidays of France in a year as (month, day), those of Alsace and Moselle left out."""
    fixed = ((1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25))
    sunday = easter(year)
    moving = (sunday + timedelta(days=days) for days in (1, 39, 50))
    return frozenset([*fixed, *((day.month, day.day) for day in moving)])


@cache
def holidays_of(country: str, year: int) -> frozenset[date]:
    """The public holidays of a country in a year, from the `holidays` package, that the model has found installed."""
    from holidays import country_holidays

    return frozenset(country_holidays(country, years=year, expand=False))
