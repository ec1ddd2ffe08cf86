"""The clock that a blueprint runs on: around the clock, or by the hours of the teams that do the work."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import lcm
from typing import TYPE_CHECKING, Literal, NamedTuple

from blueprint_cli.analysis.open_clock import OpenClock
from blueprint_cli.analysis.open_time import (
    AROUND_THE_CLOCK,
    DAY_S,
    ORDINARY_MONDAY,
    WEEKDAYS,
    OrdinaryMoment,
    open_time,
)
from blueprint_cli.analysis.times import said_times

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from blueprint_cli.analysis.order import Placed
    from blueprint_cli.language.durations import Duration
    from blueprint_cli.model.blueprint import Blueprint

ALWAYS = "24/7"

Point = Literal["low", "mean", "high"]
"""Which time of a range counts."""
ORDINARY_WEEK = "Monday to Friday"


class Stretch(NamedTuple):
    """When an action that began somewhere ends, and how it passed the time, in ticks; None is unknown.

    On a calendar closed hours are waiting. What is unknown takes no time, so the end is a lower bound.
    """

    end: int
    wait: int | None
    work: int | None


class Amount(NamedTuple):
    """Time that passes around the clock, or by opening hours alone."""

    ticks: int
    hours: OpenClock | None = None

    def after(self, begin: int) -> int:
        """The moment at which it has passed."""
        return begin + self.ticks if self.hours is None else self.hours.after(begin, self.ticks)


class Task(NamedTuple):
    """What an action says about its time, ready to run; a part is None where nothing, or `unknown`, is said.

    Attributes:
        tells_wait, tells_work: whether the part is known, or follows from the others.
    """

    whole: Amount | None
    wait: Amount | None
    work: Amount | None
    tells_wait: bool
    tells_work: bool

    @property
    def is_always_on(self) -> bool:
        """True when no opening hours matter."""
        return not any(part is not None and part.hours for part in (self.whole, self.wait, self.work))

    def run(self, begin: int) -> Stretch:
        """The stretch of an action that begins then."""
        ready = begin if self.wait is None else self.wait.after(begin)
        worked = 0 if self.work is None else self.work.ticks
        if self.whole is not None:
            end = self.whole.after(begin)
            worked = worked if self.work is not None else max(end - ready, 0)
        else:
            end = ready if self.work is None else self.work.after(ready)
        waited = max(end - begin - worked, 0) if self.tells_work else ready - begin
        return Stretch(end, waited if self.tells_wait else None, worked if self.tells_work else None)


@dataclass(frozen=True)
class Clock:
    """Times in ticks, whole parts of a second that make every time of the blueprint a whole number.

    Attributes:
        name: `24/7`, or the calendars and the start.
        scale: ticks of a second.
        tasks: what the actions say, in their order.
    """

    name: str
    scale: int
    tasks: tuple[Task, ...]
    calendars: Calendars

    @cached_property
    def is_always_on(self) -> bool:
        """True when no action runs by opening hours: times add up without regard to the hour."""
        return all(task.is_always_on for task in self.tasks)

    def whole(self, ticks: int) -> int:
        """Whole seconds, rounded half up."""
        return (2 * ticks + self.scale) // (2 * self.scale)

    def known(self, ticks: int | None) -> int | None:
        """The same, where the ticks are known."""
        return None if ticks is None else self.whole(ticks)

    def allowance(self, duration: Duration | None, begin: int, owner: str | None) -> int | None:
        """The ticks that a target, limit or promise grants from a moment on: its upper end; None where nothing is said."""
        if duration is None or duration.unknown:
            return None
        return self.calendars.amount(duration, duration.upper, owner).after(begin) - begin


class Calendars:
    """Who works by which opening hours.

    Attributes:
        scale: ticks of a second for the amounts that are made; 1 until all times are known.
    """

    def __init__(self, blueprint: Blueprint, start: datetime | None, *, dated: bool = True) -> None:
        self.scale = 1
        self.start = start
        self._dated = dated and start is not None and not isinstance(start, OrdinaryMoment)
        self._opened = {name: open_time(calendar) for name, calendar in blueprint.calendars.items()}
        self._opened[ORDINARY_WEEK] = AROUND_THE_CLOCK
        self._of_owner = {
            owner: team.hours for owner, team in blueprint.teams.items() if team.hours in blueprint.calendars
        }
        only = list(blueprint.calendars)
        self._fallback = only[0] if len(only) == 1 else ORDINARY_WEEK
        self._clocks: dict[str, OpenClock] = {}

    def of(self, owner: str | None) -> str | None:
        """The calendar of an owner with hours."""
        return self._of_owner.get(owner or "")

    def working(self, owner: str | None) -> str:
        """The calendar that working time is counted by."""
        return self.of(owner) or self._fallback

    def seconds(self, duration: Duration, said: int | Fraction, owner: str | None) -> int | Fraction:
        """The seconds that pass: a working day is as long as an ordinary day of its calendar."""
        if duration.clock != "open-days":
            return said
        return Fraction(said * self._opened[self.working(owner)].ordinary_day, DAY_S)

    def amount(
        self, duration: Duration, said: int | Fraction, owner: str | None, *, by_hours: bool = False
    ) -> Amount:
        """A time in ticks; `by_hours` is for work, which runs in its owner's hours whatever its text says."""
        ticks = int(self.seconds(duration, said, owner) * self.scale)
        if duration.clock != "calendar":
            return Amount(ticks, self._clock(self.working(owner)))
        own = self.of(owner) if by_hours else None
        return Amount(ticks, self._clock(own) if own else None)

    def _clock(self, name: str) -> OpenClock:
        if name not in self._clocks:
            begin = self.start or ORDINARY_MONDAY
            self._clocks[name] = OpenClock(self._opened[name], begin, self.scale, dated=self._dated)
        return self._clocks[name]


def clock_of(
    blueprint: Blueprint,
    actions: tuple[Placed, ...],
    start: datetime | None,
    point: Point = "mean",
    *,
    dated: bool = True,
) -> Clock:
    """The clock of a blueprint: `24/7` unless a team with hours owns an action, or a time is said in working time."""
    calendars = Calendars(blueprint, start, dated=dated)
    said = list(_said(blueprint, actions))
    calendars.scale = lcm(*(calendars.seconds(*time).denominator for time in said))
    names = [name for placed in actions if (name := calendars.of(placed.owner))]
    names += [calendars.working(owner) for duration, _, owner in said if duration.clock != "calendar"]
    name = f"{', '.join(dict.fromkeys(names))}, from {_named(start or ORDINARY_MONDAY)}" if names else ALWAYS
    return Clock(
        name, calendars.scale, tuple(_task(placed, calendars, point) for placed in actions), calendars
    )


def _named(start: datetime) -> str:
    if isinstance(start, OrdinaryMoment):
        return f"{WEEKDAYS[start.weekday()]} {start:%H:%M}"
    return f"{start:%Y-%m-%d %H:%M}"


Said = tuple["Duration", "int | Fraction", "str | None"]
"""A time that counts, its seconds, and whose hours it may run by."""


def _said(blueprint: Blueprint, actions: tuple[Placed, ...]) -> Iterator[Said]:
    for placed in actions:
        action = placed.action
        for part in (action.wait, action.work, action.elapsed):
            if part is not None:
                yield part, part.mean, placed.owner
        yield from _allowed(placed.owner, action.target, action.limit)
    for step in blueprint.steps:
        yield from _allowed(step.owner, step.target, step.limit)
    for span in blueprint.spans:
        yield from _allowed(None, span.promise, span.target, span.limit)


def _allowed(owner: str | None, *durations: Duration | None) -> Iterator[Said]:
    for duration in durations:
        if duration is not None:
            yield duration, duration.upper, owner


def _task(placed: Placed, calendars: Calendars, point: Point) -> Task:
    said, action = said_times(placed.action), placed.action

    def amount(duration: Duration | None, *, by_hours: bool = False) -> Amount | None:
        if duration is None or duration.unknown:
            return None
        return calendars.amount(duration, getattr(duration, point), placed.owner, by_hours=by_hours)

    return Task(
        whole=amount(action.elapsed),
        wait=amount(action.wait),
        work=amount(action.work, by_hours=True),
        tells_wait=said.wait is not None,
        tells_work=said.work is not None,
    )
