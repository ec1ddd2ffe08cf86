"""Times as cells show them: all of a workbook in one form, so that those of a column stand under each other and add up.

A format of numbers shows whole minutes and cuts the seconds off. So where times are shown in hours each is rounded in its cell.
Sums count with what was not rounded yet: they would gather half minutes.
"""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from blueprint_cli.workbook.times import Times

Unit = Literal["seconds", "minutes", "hours", "days"]
"""The form of all times of a workbook: `4 min 30`, `4 min`, `27 h 05`, `12.5 d`."""


class Units(NamedTuple):
    """The form of all times, and that of work: beside weeks of waiting it would all be less than a tenth of a day."""

    every: Unit = "hours"
    work: Unit = "hours"


FRENCH = "[$-40C]"
"""In a format of numbers: French, wherever the program runs."""
_MINUTES_A_DAY, _HALF, _NOTHING = 1_440, 0.5, 1e-6
_MINUTE, _LEAST_HOURS, _LEAST_DAYS = 60, 2 * 3_600, 1_000 * 3_600
"""Seconds: from where on times are told in hours, and in days: nobody reads four figures of hours."""
_HAIR = "0.000001"


def units_of(timings: Times) -> Units:
    """The form in which the longest time is read well, and in which the short ones beside it still say something."""
    steps = timings.steps
    spent = [seconds for step in steps for seconds in (step.wait_s, step.work_s) if seconds]
    others = [seconds for step in steps for seconds in (step.start_s, step.elapsed_s) if seconds]
    longest = max(sum(spent), timings.lead_s)
    if longest >= _LEAST_DAYS:
        work = sum(step.work_s or 0 for step in steps)
        return Units("days", "days" if work >= _LEAST_DAYS else "hours")
    if longest >= _LEAST_HOURS:
        return Units("hours", "hours")
    owners = [seconds for owner in timings.by_owner.values() for seconds in (owner.wait_s, owner.work_s)]
    odd = any(seconds % _MINUTE for seconds in (*spent, *others, *owners))
    unit: Unit = "seconds" if odd else "minutes"
    return Units(unit, unit)


def clock(unit: Unit, day: str, pad: str = "", spoken: str = "", *, moment: bool = False) -> str:
    """The format of a time that is counted in days; none at all is a dash, but for a `moment`, which may be the start."""
    point = "," if spoken else "."
    start, least, shown = {
        "seconds": ("0 min 00", "", f'[m]" min "ss"{pad}"'),
        "minutes": ("0 min", "", f'[m]" min{pad}"'),
        "hours": ("0 h 00", f'[<0.0006]"< 1 min{pad}";', f'[h]" h "mm"{pad}"'),
        "days": (f"0{point}0 {day}", f'[<0.05]"< 0{point}1 {day}{pad}";', f'0.0" {day}{pad}"'),
    }[unit]
    return _parted(f"{start if moment else '–'}{pad}", f"{'' if moment else least}{shown}", spoken)


def spoken_clock(unit: Unit, day: str, spoken: str = "") -> str:
    """The same in a row that is read across, step by step: what is less than an hour, or a day, is told in the next smaller unit."""
    if unit == "hours":
        return _parted("–", '[<0.0416666][m]" min";[h]" h "mm', spoken)
    if unit == "days":
        return _parted("–", f'[<1][h]" h "mm;0.0" {day}"', spoken)
    return clock(unit, day, "", spoken)


def _parted(none: str, others: str, spoken: str) -> str:
    """A format that begins with what is shown for none.

    LibreOffice takes from the first part of a format its language, and what its cells hold: were it a time of day, it would
    not come back from an `.ods` as the number that it is.
    """
    return f'[=0]{spoken}"{none}";{others}'.replace('""', "")


def rounded(days: float, unit: Unit) -> float:
    """A time as its cell holds it: where hours are shown to the minute, half up; other formats cut nothing off."""
    minutes = days * _MINUTES_A_DAY
    if unit != "hours" or _is_whole(minutes) or minutes < _HALF:
        return days
    return floor(minutes + _HALF + _NOTHING) / _MINUTES_A_DAY


def rounding(expression: str) -> str:
    """The formula that rounds to the minute, half up also where a sum comes to a hair less than a half."""
    return f"ROUND(({expression})*{_MINUTES_A_DAY}+{_HAIR},0)/{_MINUTES_A_DAY}"


def _is_whole(minutes: float) -> bool:
    return abs(minutes - round(minutes)) < _NOTHING
