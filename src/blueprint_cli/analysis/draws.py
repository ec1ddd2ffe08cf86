"""The time of an action in many runs: each said part fixed, or drawn from its range."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor
from typing import TYPE_CHECKING

from blueprint_cli.analysis.chances import VALUES, Spread, values_of
from blueprint_cli.analysis.columns import plus, rows

if TYPE_CHECKING:
    from random import Random

    from blueprint_cli.analysis.chances import Distribution
    from blueprint_cli.analysis.clock import Amount, Calendars, Clock, Task
    from blueprint_cli.analysis.columns import Figure
    from blueprint_cli.analysis.open_clock import OpenClock
    from blueprint_cli.analysis.order import Placed
    from blueprint_cli.language.durations import Duration


@dataclass(frozen=True, slots=True)
class Part:
    """Waiting, work, or the whole of an action in ticks: one value, or equally likely ones.

    Attributes:
        hours: the opening hours it passes by, or None around the clock.
    """

    values: tuple[int, ...]
    hours: OpenClock | None

    def draw(self, source: Random, runs: int) -> Figure:
        """A value for each run, or the one that all of them have."""
        if len(self.values) == 1:
            return self.values[0]
        draw, values, count = source.random, self.values, len(self.values)
        return [values[floor(draw() * count)] for _ in range(runs)]


Parts = tuple[Part, ...]
"""What passes one after the other from an action's start to its end."""


def ended(begin: Figure, parts: Parts, source: Random, runs: int) -> Figure:
    """When an action that begins then has ended, its time drawn for each run."""
    for part in parts:
        ticks = part.draw(source, runs)
        if part.hours is None:
            begin = plus(begin, ticks)
        elif isinstance(begin, int) and isinstance(ticks, int):
            begin = part.hours.after(begin, ticks)
        else:
            begin = list(map(part.hours.after, rows(begin, runs), rows(ticks, runs)))
    return begin


def parts_of(
    clock: Clock, placed: tuple[Placed, ...], distribution: Distribution, count: int = VALUES
) -> tuple[Parts, ...]:
    """For each action what its time is made of, a range as `count` values; what is unknown takes no time."""
    drawing = _Drawing(clock.calendars, clock.scale, distribution, count)
    return tuple(drawing.parts(task, action) for task, action in zip(clock.tasks, placed, strict=True))


@dataclass(frozen=True, slots=True)
class _Drawing:
    calendars: Calendars
    scale: int
    distribution: Distribution
    count: int

    def parts(self, task: Task, placed: Placed) -> Parts:
        action = placed.action
        if task.whole is not None:
            return (self._part(task.whole, action.elapsed, placed.owner),)
        said = ((task.wait, action.wait), (task.work, action.work))
        return tuple(self._part(amount, text, placed.owner) for amount, text in said if amount is not None)

    def _part(self, amount: Amount, said: Duration | None, owner: str | None) -> Part:
        if said is None or not said.is_range:
            return Part((amount.ticks,), amount.hours)
        likely = (said.low + said.high) / 2 if said.likely is None else said.likely
        ends = (self._ticks(said, seconds, owner) for seconds in (said.low, likely, said.high))
        return Part(values_of(Spread(*ends), self.distribution, self.count), amount.hours)

    def _ticks(self, said: Duration, seconds: float, owner: str | None) -> float:
        """A working day is as long as an ordinary day of its calendar."""
        day = float(self.calendars.seconds(said, 1, owner))
        return seconds * day * self.scale
