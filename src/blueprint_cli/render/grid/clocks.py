"""Times as cells show them: rounded as every other page rounds them, whatever a format of numbers would cut off.

A format shows whole minutes and cuts the seconds off. So from an hour on a time is rounded in its cell, and below an hour its
format has seconds. Sums count with what was not rounded yet: they would gather half minutes.
"""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

FRENCH = "[$-40C]"
"""In a format of numbers: French, wherever the program runs."""
_MINUTES_A_DAY, _MINUTES_AN_HOUR, _MOST_MINUTES, _NOTHING = 1_440, 60, 2_880, 1e-6
_HAIR = "0.000001"
_SECONDS, _FEW = " seconds", " few seconds"
_LEAST = {"": '[<0.0416666]{spoken}[m]" min{pad}"', _SECONDS: '[<0.0416666]{spoken}[m]" min "ss"{pad}"', _FEW: '[<0.000694]{spoken}[s]" s{pad}"'}  # fmt: skip


def clock(day: str, pad: str = "", spoken: str = "", kind: str = "") -> str:
    """Minutes below an hour, hours below two days, days beyond: the format of a time that is counted in days."""
    least = _LEAST[kind].format(spoken=spoken, pad=pad)
    return f'{least};[<2][h]" h "mm"{pad}";0.0" {day}{pad}"'.replace('""', "")


def with_seconds(looks: Iterable[str]) -> dict[str, tuple[str, str]]:
    """The names of the looks beside those of whole minutes, each with the look that it is like and its kind of format."""
    return {f"{name}{kind}": (name, kind) for name in looks for kind in (_SECONDS, _FEW)}


def rounded(days: float) -> float:
    """A time as its cell holds it: to the minute from an hour on, half up; in days the format rounds it."""
    minutes = days * _MINUTES_A_DAY
    if _is_whole(minutes) or not _MINUTES_AN_HOUR <= minutes < _MOST_MINUTES:
        return days
    return floor(minutes + 0.5 + _NOTHING) / _MINUTES_A_DAY


def rounding(expression: str) -> str:
    """The formula that rounds to the minute, half up also where a sum comes to a hair less than a half."""
    return f"ROUND(({expression})*{_MINUTES_A_DAY}+{_HAIR},0)/{_MINUTES_A_DAY}"


def look_of(look: str, days: float) -> str:
    """The look of a time: one that shows seconds where an hour is not reached and there are any."""
    minutes = days * _MINUTES_A_DAY
    if minutes >= _MINUTES_AN_HOUR or _is_whole(minutes):
        return look
    return f"{look}{_SECONDS if minutes >= 1 else _FEW}"


def _is_whole(minutes: float) -> bool:
    return abs(minutes - round(minutes)) < _NOTHING
