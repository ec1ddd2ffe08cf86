"""The clock that times run on, in words: every calendar with its days and hours, and when the journey starts."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from blueprint_cli.analysis.clock import ALWAYS, ORDINARY_WEEK
from blueprint_cli.model.calendars import MINUTES_A_DAY

if TYPE_CHECKING:
    from blueprint_cli.model.calendars import Calendar
    from blueprint_cli.render.time_pictures.content import TimeMap

_FROM = "from "


def clock_words(found: TimeMap) -> str:
    """The clock of the times in the language of the picture."""
    words = found.words
    parts = []
    for part in found.timings.clock.split(", "):
        calendar = found.blueprint.calendars.get(part)
        if calendar is not None:
            parts.append(_calendar(part, calendar, found))
        elif part.startswith(_FROM):
            parts.append(words.clock_from.format(moment=_start(found)))
        else:
            parts.append({ALWAYS: words.always, ORDINARY_WEEK: words.working_days}.get(part, part))
    return ", ".join(parts)


def moment_words(found: TimeMap, hour: int, minute: int) -> str:
    """A time of day: `9 h 30`, `09:30`."""
    if found.lang == "en":
        return f"{hour:02}:{minute:02}"
    return f"{hour}\u00a0h\u00a0{minute:02}" if minute else f"{hour}\u00a0h"


def _start(found: TimeMap) -> str:
    start = found.begin
    if not found.is_dated:
        return f"{found.words.ordinary_days[start.weekday()]} {moment_words(found, start.hour, start.minute)}"
    day = f"{start:%d/%m/%Y}" if found.lang == "fr" else f"{start:%Y-%m-%d}"
    return f"{day} {moment_words(found, start.hour, start.minute)}"


def _calendar(name: str, calendar: Calendar, found: TimeMap) -> str:
    """A calendar's name, then its days, hours and whether holidays count."""
    said = [_days(calendar.weekdays, found.words.weekdays)]
    if calendar.hours != ((0, MINUTES_A_DAY),):
        said.append(", ".join(_opening(start, end, found) for start, end in sorted(calendar.hours)))
    if calendar.holidays:
        said.append(found.words.but_holidays)
    return f"{name.replace('-', ' ')} ({' '.join(said)})"


def _opening(start: int, end: int, found: TimeMap) -> str:
    return "–".join(moment_words(found, *divmod(minutes, 60)) for minutes in (start, end))


def _days(days: tuple[int, ...], names: tuple[str, ...]) -> str:
    """Days of the week with runs drawn together: `Mon–Fri, Sun`."""
    runs = []
    for _, group in groupby(enumerate(days), key=lambda pair: pair[1] - pair[0]):
        run = [day for _, day in group]
        runs.append(names[run[0]] if len(run) == 1 else f"{names[run[0]]}–{names[run[-1]]}")
    return ", ".join(runs)
