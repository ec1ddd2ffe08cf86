"""Times as cells show them: all that a workbook measures in one form, so that those of a column stand under each other and add up.

A format of numbers shows whole minutes and cuts the seconds off. So where times are shown in hours each is rounded in its cell.
Sums count with what was not rounded yet: they would gather half minutes. Targets, promises and limits are facts that somebody
typed: they are never rounded, and have a form of their own where that of the others does not show all of them.
"""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from blueprint_cli.language.lengths import Form
    from blueprint_cli.workbook.times import Times


class Units(NamedTuple):
    """The form of all times, and that of work: beside weeks of waiting it would all be less than a tenth of a day."""

    every: Form = "hours"
    work: Form = "hours"

    def of(self, *, work: bool) -> Form:
        """The form of work, or of every other time."""
        return self.work if work else self.every


FRENCH = "[$-40C]"
"""In a format of numbers: French, wherever the program runs."""
_MINUTES_A_DAY, _HALF, _NOTHING = 1_440, 0.5, 1e-6
_MINUTE, _LEAST_HOURS, _LEAST_DAYS = 60, 2 * 3_600, 1_000 * 3_600
"""Seconds: from where on times are told in hours, and in days: nobody reads four figures of hours."""
_SHOWN: dict[Form, int] = {"seconds": 1, "minutes": _MINUTE, "hours": _MINUTE, "days": 8_640}
"""The least seconds that a form shows."""
FORMS: tuple[Form, ...] = tuple(_SHOWN)
"""All forms, the smallest unit first."""
_HAIR = "0.000001"


def units_of(timings: Times) -> Units:
    """The form in which the longest time is read well, and in which the short ones beside it still say something.

    What is known to the second stays so beside a limit of days: facts have a form of their own where they need one.
    """
    steps, spans, owners = timings.steps, timings.spans, timings.by_owner.values()
    spent = [seconds for step in steps for seconds in (step.wait_s, step.work_s) if seconds]
    found = [seconds for step in steps for seconds in (step.start_s, step.elapsed_s)]
    found += [seconds for owner in owners for seconds in (owner.wait_s, owner.work_s)]
    found += [span.elapsed_s for span in spans]
    typed = [step.target_s for step in steps]
    typed += [seconds for span in spans for seconds in (span.promise_s, span.target_s, span.limit_s)]
    measured = [sum(spent), timings.lead_s, *spent, *(seconds for seconds in found if seconds)]
    facts = [seconds for seconds in typed if seconds]
    if max(measured) >= _LEAST_DAYS:
        work = sum(step.work_s or 0 for step in steps)
        return Units("days", "days" if work >= _LEAST_DAYS else "hours")
    form = _suiting(max(measured))
    if form == "minutes" and any(seconds % _MINUTE for seconds in measured):
        form = "seconds"
    elif form == "minutes":
        form = _suiting(max(facts, default=0), "hours")
        if form == "minutes" and any(seconds % _MINUTE for seconds in facts):
            form = "seconds"
    return Units(form, form)


def form_of_fact(seconds: int, units: Units) -> Form:
    """The form of a target, a promise or a limit: that of all times, or one that suits it, but always one that shows it exactly."""
    own = _suiting(seconds)
    largest = FORMS.index(units.every) if own == "minutes" else max(map(FORMS.index, (own, units.every)))
    fitting = (form for form in reversed(FORMS[: largest + 1]) if not seconds % _SHOWN[form])
    return next(fitting, "seconds")


def _suiting(seconds: int, most: Form = "days") -> Form:
    """The form in which so long a time is read well."""
    form: Form = "days" if seconds >= _LEAST_DAYS else "hours" if seconds >= _LEAST_HOURS else "minutes"
    return min(form, most, key=FORMS.index)


def clock(unit: Form, day: str, pad: str = "", spoken: str = "", *, moment: bool = False) -> str:
    """The format of a time that is counted in days; none at all is a dash, but for a `moment`, which may be the start."""
    point = "," if spoken else "."
    start, least, shown = {
        "seconds": ("0 min 00", "", f'[m]" min "ss"{pad}"'),
        "minutes": ("0 min", "", f'[m]" min{pad}"'),
        "hours": ("0 h 00", f'[<0.0006]"< 1 min{pad}";', f'[h]" h "mm"{pad}"'),
        "days": (f"0{point}0 {day}", f'[<0.05]"< 0{point}1 {day}{pad}";', f'0.0" {day}{pad}"'),
    }[unit]
    return _parted(f"{start if moment else '–'}{pad}", f"{'' if moment else least}{shown}", spoken)


def spoken_clock(unit: Form, day: str, spoken: str = "") -> str:
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


def rounded(days: float, unit: Form) -> float:
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
