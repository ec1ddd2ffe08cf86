"""How a number of seconds is written: for people, rounded; and exactly, to be read again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from blueprint_cli.language.units import DAY, HOUR, MINUTE, SECOND

if TYPE_CHECKING:
    from collections.abc import Iterable

Form = Literal["seconds", "minutes", "hours", "days"]
"""How all times of a table are shown: `4 min 30`, `4 min`, `27 h 05`, `12.5 d`."""
_UNIT = re.compile(r"(\d+)\s(\D+)")


def format_exact(seconds: int) -> str:
    """A time of 0 or more that reads back to the same number of seconds: `1 d 4 h 5 min 6 s`."""
    parts = []
    for unit, word in ((DAY, "d"), (HOUR, "h"), (MINUTE, "min"), (SECOND, "s")):
        count, seconds = divmod(seconds, unit)
        if count:
            parts.append(f"{count} {word}")
    return " ".join(parts) or "instant"


def format_duration(seconds: int, lang: Literal["en", "fr"] = "en") -> str:
    """A time for people, by its two largest units, rounded half up: `45 min 30`, `2 h 05`, `3 d`, `14 d 13 h`.

    Up to two days it counts in hours, as promises do (`25 h`), but for one whole day. 0 is `instant`. French parts
    number and unit by no-break spaces; a negative time has a real minus.
    """
    if seconds == 0:
        return "instantané" if lang == "fr" else "instant"
    said = _said(abs(seconds), "j" if lang == "fr" else "d")
    return ("−" if seconds < 0 else "") + (said.replace(" ", "\u00a0") if lang == "fr" else said)


def format_in(form: Form, seconds: int, lang: Literal["en", "fr"] = "en") -> str:
    """A time of 0 or more in the form of those beside it, rounded half up: `105 min 30`, `105 min`, `57 h 22`, `12.5 d`.

    What is less than an hour, or a day, is told in the next smaller unit.
    """
    if form == "days" and seconds >= DAY:
        whole, tenth = divmod(_rounded(seconds, DAY // 10), 10)
        said = f"{whole},{tenth} j" if lang == "fr" else f"{whole}.{tenth} d"
    elif form in ("hours", "days") and seconds >= HOUR:
        hours, rest = divmod(_rounded(seconds, MINUTE), 60)
        said = f"{hours} h{_rest(rest)}"
    elif form in ("seconds", "minutes") and seconds >= MINUTE:
        minutes, rest = divmod(seconds, MINUTE)
        said = f"{minutes} min{_rest(rest)}"
    else:
        return format_duration(seconds, lang)
    return said.replace(" ", "\u00a0") if lang == "fr" else said


def format_range(low: int, high: int, lang: Literal["en", "fr"] = "en") -> str:
    """Two ends in one, the unit once where both have the same: `5–40 min`, `45 min–2 h`."""
    first, last = (format_duration(end, lang) if end else "0" for end in (low, high))
    figure, unit = _UNIT.fullmatch(first), _UNIT.fullmatch(last)
    if figure and unit and figure[2] == unit[2]:
        first = figure[1]
    return f"{first}–{last}" if first != last else last


def format_beside(seconds: int, others: Iterable[int | None], lang: Literal["en", "fr"] = "en") -> str:
    """The same, but to the second where it would read like another time that it is not: 3 d 5 min beside 3 d."""
    said = format_duration(seconds, lang)
    if all(other in (None, seconds) or format_duration(other or 0, lang) != said for other in others):
        return said
    exact = format_exact(seconds)
    return exact.replace(" d", " j", 1).replace(" ", "\u00a0") if lang == "fr" else exact


def _said(seconds: int, day: str) -> str:
    if seconds < HOUR:
        minutes, rest = divmod(seconds, MINUTE)
        return f"{minutes} min{_rest(rest)}" if minutes else f"{rest} s"
    minutes = _rounded(seconds, MINUTE)
    if minutes < 2 * DAY // MINUTE and minutes != DAY // MINUTE:
        hours, rest = divmod(minutes, 60)
        return f"{hours} h{_rest(rest)}"
    days, hours = divmod(_rounded(seconds, HOUR), 24)
    return f"{days} {day} {hours} h" if hours else f"{days} {day}"


def _rounded(seconds: int, unit: int) -> int:
    """The number of units, rounded half up."""
    return (seconds + unit // 2) // unit


def _rest(number: int) -> str:
    return f" {number:02}" if number else ""
