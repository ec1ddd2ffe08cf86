"""Looks of times: which of them a cell has, and the formats that differ from workbook to workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.render.grid.clocks import FORMS, FRENCH, Units, clock, spoken_clock
from blueprint_cli.render.grid.look import CENTRED, GAPS, LOOKS, PAD, gap

if TYPE_CHECKING:
    from blueprint_cli.language.lengths import Form
    from blueprint_cli.language.words import Lang
    from blueprint_cli.render.grid.look import Look

_CLOCKS = ("cell clock", "cell clock fixed", "sum clock", "sum clock fixed")
"""Times that stand under each other."""
_MOMENTS = ("cell moment", "cell moment fixed")
"""The starts of steps."""
_FACT = "cell clock fixed"
_WORKED = "work "
"""Before a look: the same for work, whose unit may be another."""


def look_of_time(look: str, *, work: bool = False) -> str:
    """The look of a time in the unit that all times have, or that work has."""
    return f"{_WORKED}{look}" if work else look


def look_of_fact(form: Form, units: Units) -> str:
    """The look of a target, a promise or a limit, which is shown exactly: in a form of its own, where it needs one."""
    return _FACT if form == units.every else f"{_FACT} {form}"


def spoken_looks(lang: Lang, units: Units) -> dict[str, Look]:
    """The looks that differ from workbook to workbook: times in the one form of all of them, days in the language."""
    day, spoken = ("j", FRENCH) if lang == "fr" else ("d", "")
    found = {name: (name, clock(units.every, day, PAD, spoken, moment=True)) for name in _MOMENTS}
    for work in (False, True):
        unit = units.of(work=work)
        shown = clock(unit, day, PAD, spoken), spoken_clock(unit, day, spoken)
        found |= {look_of_time(name, work=work): (name, shown[0]) for name in _CLOCKS}
        found |= {look_of_time(name, work=work): (name, shown[1]) for name in CENTRED}
    found |= {look_of_fact(form, units): (_FACT, clock(form, day, PAD, spoken)) for form in FORMS}
    if lang == "fr":
        said = ((name, "j" if unit == "d" else unit, figures) for name, (unit, figures) in GAPS.items())
        found |= {name: (name, gap(unit, figures, FRENCH)) for name, unit, figures in said}
        found["cell day"] = "cell day", "dd/mm/yyyy"
    return {name: {**LOOKS[plain], "number_format": shown} for name, (plain, shown) in found.items()}
