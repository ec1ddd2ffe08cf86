"""The clock that a blueprint runs on: around the clock, or by the hours of the teams that do the work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from blueprint_cli.analysis.open_time import AROUND_THE_CLOCK, DAY_S, ORDINARY_MONDAY, OpenTime, open_time
from blueprint_cli.analysis.times import ZERO, SaidTimes, said_times

if TYPE_CHECKING:
    from datetime import datetime
    from fractions import Fraction

    from blueprint_cli.analysis.order import Placed
    from blueprint_cli.language.durations import Duration
    from blueprint_cli.model.blueprint import Blueprint

ALWAYS = "24/7"


@dataclass(frozen=True, slots=True)
class Stretch:
    """When an action runs, in seconds since the journey's start; unknown parts take no time.

    Attributes:
        end: when its work ends.
        work: seconds worked, or None when unknown.
    """

    end: Fraction
    work: Fraction | None


@dataclass(frozen=True)
class Clock:
    """Calendars by team and the journey's start.

    Attributes:
        name: `24/7`, or the calendars and the start.
    """

    name: str
    start: datetime
    hours: dict[str, OpenTime]
    fallback: OpenTime

    @property
    def is_always_on(self) -> bool:
        """True when no calendar matters: times add up without regard to the hour."""
        return self.name == ALWAYS

    def run(self, placed: Placed, begin: Fraction) -> Stretch:
        """An action's stretch when it may start at `begin`."""
        said = said_times(placed.action)
        if self.is_always_on:
            return Stretch(begin + said.known, said.work)
        return self._run_by_hours(placed, begin, said)

    def _run_by_hours(self, placed: Placed, begin: Fraction, said: SaidTimes) -> Stretch:
        action, own = placed.action, self.hours.get(placed.owner or "")
        if action.elapsed is not None and not action.elapsed.unknown:
            return Stretch(self._pass(action.elapsed, begin, own), said.work)
        ready = begin if action.wait is None or action.wait.unknown else self._pass(action.wait, begin, own)
        if action.work is None or action.work.unknown:
            return Stretch(ready, said.work)
        worked = self._open_seconds(action.work, own)
        if own is None and action.work.clock == "calendar":
            return Stretch(ready + worked, worked)
        return Stretch((own or self.fallback).after(self.start, ready, worked), worked)

    def _pass(self, duration: Duration, begin: Fraction, own: OpenTime | None) -> Fraction:
        if duration.clock == "calendar":
            return begin + duration.mean
        return (own or self.fallback).after(self.start, begin, self._open_seconds(duration, own))

    def _open_seconds(self, duration: Duration, own: OpenTime | None) -> Fraction:
        if duration.clock != "open-days":
            return duration.mean
        return duration.mean * (own or self.fallback).ordinary_day / DAY_S


def clock_of(blueprint: Blueprint, actions: tuple[Placed, ...], start: datetime | None) -> Clock:
    """The clock of a blueprint: `24/7` unless a team with hours owns an action, or a time is said in working time."""
    dated = start is not None
    calendars = {name: open_time(calendar, dated=dated) for name, calendar in blueprint.calendars.items()}
    owners = dict.fromkeys(placed.owner for placed in actions if placed.owner)
    named = {owner: blueprint.teams[owner].hours for owner in owners if owner in blueprint.teams}
    hours = {owner: calendars[name] for owner, name in named.items() if name in calendars}
    in_working_time = any(
        part is not None and part.clock != "calendar"
        for placed in actions
        for part in (placed.action.wait, placed.action.work, placed.action.elapsed)
    )
    fallback = next(iter(calendars.values())) if len(calendars) == 1 else AROUND_THE_CLOCK
    if not hours and not in_working_time:
        return Clock(ALWAYS, start or ORDINARY_MONDAY, {}, fallback)
    used = list(dict.fromkeys(name for owner, name in named.items() if owner in hours and name))
    if not used:
        used = list(calendars) if len(calendars) == 1 else ["Monday to Friday"]
    said = f"{start:%Y-%m-%d %H:%M}" if start else "Monday 09:00"
    return Clock(f"{', '.join(used)}, from {said}", start or ORDINARY_MONDAY, hours, fallback)


def wait_of(said: SaidTimes, stretch: Stretch, begin: Fraction, *, always_on: bool) -> Fraction | None:
    """The waiting of an action that ran: on a calendar, closed hours are waiting."""
    if always_on or said.elapsed is None or stretch.work is None:
        return said.wait
    return max(stretch.end - begin - stretch.work, ZERO)
