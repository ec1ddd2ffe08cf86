"""Rows of times: waiting and work with what follows from them, as formulas where these say what the analysis says."""

from __future__ import annotations

from functools import cached_property
from math import fsum
from typing import TYPE_CHECKING, NamedTuple

from openpyxl.utils import get_column_letter

from blueprint_cli.language.topics.time_sheet import time_sheet_words
from blueprint_cli.render.grid.clocks import form_of_fact, rounded, rounding
from blueprint_cli.render.grid.look import SMALL, height_of
from blueprint_cli.render.grid.time_looks import look_of_fact, look_of_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from blueprint_cli.language.lengths import Form
    from blueprint_cli.render.grid.minutes import Minutes
    from blueprint_cli.render.grid.page import Page
    from blueprint_cli.workbook.grid import Grid
    from blueprint_cli.workbook.tables import Tables

DAY, MINUTES_A_DAY, _HOURS_A_DAY, _MINUTE = 86_400, 1_440, 24, 60
FIRST_STEP_ROW, BELOW_STEPS = 5, 4
NAME, PHASE, WAIT, WORK, TOTAL, SHARE, PART, RUNNING, START, ELAPSED, TARGET, GAP = range(1, 13)
WIDTH, ROW, UNKNOWN = 12, 18, "?"
_TITLE, _HEADING, _DIGITS, _GAP_DIGITS = 24, 22, 12, 6


_HOURS = ("cell gap", _HOURS_A_DAY)
_GAP_UNITS: dict[Form, tuple[tuple[str, int], ...]] = {
    "days": (("cell gap days", 1), _HOURS),
    "hours": (_HOURS,),
}
"""Gaps in units larger than minutes, by the form of the times beside them."""
_LEAST_GAP, _LEAST_PART = 0.25, 0.05
"""Gaps have one figure behind the point: a smaller one would be told wrong by more than a fifth, and one of minutes as none."""


class Stretch(NamedTuple):
    """The rows of a table, for charts."""

    heading: int
    last: int


def place_of(name: str, index: int) -> tuple[int, int]:
    """Row and column of a step's `wait`, `work` or `elapsed`: the grid shows what stands there."""
    return FIRST_STEP_ROW + index, {"wait": WAIT, "work": WORK, "elapsed": ELAPSED}[name]


def areas_of(column: int, rows: Sequence[int], fixed: str = "") -> str:
    """The cells of a column in some rows, as `SUM` takes them; `fixed` is the sign before the first row of each stretch."""
    letter, found = get_column_letter(column), list[list[int]]()
    for row in rows:
        if found and found[-1][1] == row - 1:
            found[-1][1] = row
        else:
            found.append([row, row])
    return ",".join(f"{letter}{fixed}{first}:{letter}{last}" for first, last in found)


class TimeRows:
    """A sheet of times on its way; times in its cells are counted in days.

    Attributes:
        sums: waiting and work of every row that is written.
        unknown: row and column of those that are not known; as sums they are 0.
        exact: the formula of what a cell shows rounded, by its row and column.
        apart: rows of steps that the first persona does not meet: they show the times of who does, which no sum counts.
    """

    def __init__(self, page: Page, flat: Tables, grid: Grid, minutes: Minutes) -> None:
        self.page = page
        self.flat = flat
        self.grid = grid
        self.minutes = minutes
        self.words = flat.words
        self.told = time_sheet_words(flat.lang)
        self.steps = tuple(flat.timings.steps)
        met = {times.step.at for times in flat.timings.lived.steps}
        self.apart = {
            FIRST_STEP_ROW + index for index, times in enumerate(self.steps) if times.step.at not in met
        }
        self.has_targets = any(times.target_s is not None for times in self.steps)
        self.has_phases = any(run.key for run in grid.phases)
        self.last_column = GAP if self.has_targets else ELAPSED
        self.sums: dict[int, dict[int, float]] = {}
        self.unknown: set[tuple[int, int]] = set()
        self.exact: dict[tuple[int, int], str] = {}

    def counted(self, rows: Iterable[int]) -> list[int]:
        """The rows of steps that sums count."""
        return [row for row in rows if row not in self.apart]

    def width_of(self, column: int) -> float:
        """Characters of a column."""
        return float(self.page.sheet.column_dimensions[get_column_letter(column)].width)

    def title(self, row: int, title: str) -> None:
        """The title of a table."""
        self.page.text(row, NAME, title, "table title")
        self.page.height(row, _TITLE)

    def headings(self, row: int, headings: dict[int, str], *, texts: Sequence[int] = (NAME, PHASE)) -> None:
        """The headings of a table: those of figures at the right."""
        for column in range(NAME, self.last_column + 1):
            look = "table head" if column in texts else "table head number"
            self.page.text(row, column, headings.get(column, ""), look)
        figures = (heading for column, heading in headings.items() if column > PHASE)
        tallest = max((height_of(heading, WIDTH - 1, SMALL, bold=True) for heading in figures), default=0)
        self.page.height(row, max(tallest, _HEADING))

    def spent(
        self, row: int, column: int, name: str, seconds: int | None, addresses: Sequence[str], match: str
    ) -> bool:
        """Waiting or work as the sum of cards, where that is what the analysis says; whether it is."""
        total = self.minutes.total(addresses, name)
        summed = f"SUMIFS({self.minutes.columns[name]},{match})"
        row_sums = self.sums.setdefault(row, {})
        if seconds is None and row in self.apart:
            self.page.text(row, column, UNKNOWN, look_of_time("cell clock fixed", work=column == WORK))
            row_sums[column] = 0
            self.unknown.add((row, column))
            return False
        if seconds is None and not total:
            formula = f'=IF({summed}=0,"{UNKNOWN}",{summed}/{MINUTES_A_DAY})'
            self.page.formula(row, column, formula, UNKNOWN, look_of_time("cell clock", work=column == WORK))
            row_sums[column] = 0
            self.unknown.add((row, column))
            return False
        row_sums[column] = (seconds or 0) / DAY
        if row not in self.apart and abs(total * _MINUTE - (seconds or 0)) < 1:
            row_sums[column] = total / MINUTES_A_DAY
            self.clocked(row, column, f"{summed}/{MINUTES_A_DAY}", row_sums[column], "cell clock")
            return True
        self.fixed(row, column, row_sums[column])
        return False

    def rounded(self, days: float, column: int = TOTAL) -> float:
        """A time as its cell holds it."""
        return rounded(days, self.page.ledger.units.of(work=column == WORK))

    def clocked(self, row: int, column: int, expression: str, days: float, look: str) -> None:
        """A time that is a formula, rounded where it has to be."""
        shown = self.rounded(days, column)
        if shown != days:
            self.exact[row, column] = expression
            expression = rounding(expression)
        self.page.formula(row, column, f"={expression}", shown, look_of_time(look, work=column == WORK))

    def fixed(self, row: int, column: int, days: float, look: str = "cell clock fixed") -> None:
        """A time that is a number, rounded where it has to be."""
        shown = self.rounded(days, column)
        if shown != days:
            self.exact[row, column] = repr(days)
        self.page.number(row, column, shown, look_of_time(look, work=column == WORK))

    def fact(self, row: int, column: int, seconds: int) -> None:
        """A target, a promise or a limit: exactly what was typed."""
        units = self.page.ledger.units
        look = look_of_fact(form_of_fact(seconds, units), units)
        self.page.number(row, column, seconds / DAY, look)

    def unrounded(self, cells: Iterable[tuple[int, int]]) -> str:
        """What a formula over cells adds to count with what they were before they were rounded."""
        return "".join(
            f"+({self.exact[cell]})-{get_column_letter(cell[1])}{cell[0]}"
            for cell in cells
            if cell in self.exact
        )

    def run_out(self, row: int, column: int, look: str = "cell") -> None:
        """Tables of fewer columns end at the edge of all."""
        for place in range(column, self.last_column + 1):
            self.page.blank(row, place, look)

    def conclude(self, row: int, sum_row: int, look: str = "cell") -> None:
        """Total, share of waiting, share of everything."""
        page, sums = self.page, self.sums[row]
        wait, work = (f"{get_column_letter(column)}{row}" for column in (WAIT, WORK))
        total = sums[WAIT] + sums[WORK]
        waited, in_all, everything = (self.rounded(days) for days in (sums[WAIT], total, self.whole))
        self.added(row, TOTAL, f"{wait}:{work}", total, f"{look} clock", [(row, WAIT), (row, WORK)])
        cell, whole = f"{get_column_letter(TOTAL)}{row}", f"{get_column_letter(TOTAL)}${sum_row}"
        share, part = f"{cell}=0", f"{whole}=0"
        half = bool(self.unknown & {(row, WAIT), (row, WORK)})
        if (row, TOTAL) in self.unknown:
            share, part = f"N({cell})=0", f"OR(N({cell})=0,N({whole})=0)"
        elif half:
            share = f"OR(N({cell})=0,COUNT({wait}:{work})<2)"
        page.formula(
            row,
            SHARE,
            f'=IF({share},"",N({wait})/{cell})',
            round(waited / in_all, _DIGITS) if total and not half else "",
            f"{look} share",
        )
        if row in self.apart:
            page.blank(row, PART, look)
            return
        known = everything and (row, TOTAL) not in self.unknown
        page.formula(
            row,
            PART,
            f'=IF({part},"",{cell}/{whole})',
            round(in_all / everything, _DIGITS) if known else "",
            f"{look} share",
        )

    def added(
        self, row: int, column: int, areas: str, value: float, look: str, cells: Iterable[tuple[int, int]]
    ) -> None:
        """The sum of cells; a question mark as long as none of them is known."""
        added = list(cells)
        if not self.unknown.issuperset(added):
            self.clocked(row, column, f"SUM({areas}){self.unrounded(added)}", value, look)
            return
        self.unknown.add((row, column))
        formula = f'=IF(COUNT({areas})=0,"{UNKNOWN}",SUM({areas}))'
        self.page.formula(row, column, formula, UNKNOWN, look_of_time(look, work=column == WORK))

    def gap(self, row: int, seconds: tuple[int, int]) -> None:
        """How far a step is from its target, in the unit of all gaps; what its elapsed time was before it was rounded."""
        look, units = self.gap_unit
        elapsed, target = (f"{get_column_letter(place)}{row}" for place in (ELAPSED, TARGET))
        exact = self.exact.get((row, ELAPSED))
        difference = f"{f'({exact})' if exact else elapsed}-{target}"
        # Parts of days differ by a hair where the times are the same: what is left has a sign, and is no nought.
        formula = f"=ROUND(({difference})*{units},{_GAP_DIGITS})"
        value = round((seconds[0] - seconds[1]) * units / DAY, _GAP_DIGITS)
        self.page.formula(row, GAP, formula, value, look)

    @cached_property
    def gap_unit(self) -> tuple[str, int]:
        """Look and units a day of the gaps to targets: the largest unit in which the least of them is still told well.

        It is never larger than that of the times beside them.
        """
        known = (times for times in self.steps if times.target_s is not None and times.elapsed_s is not None)
        gaps = [abs((times.elapsed_s or 0) - (times.target_s or 0)) for times in known]
        least, most = min((gap for gap in gaps if gap), default=0) / DAY, max(gaps, default=0) / DAY
        larger = _GAP_UNITS.get(self.page.ledger.units.every, ())
        for look, units in larger:
            if least * units >= _LEAST_GAP and most * units >= 1:
                return look, units
        if not any(gap % _MINUTE for gap in gaps):
            return "cell gap minutes", MINUTES_A_DAY
        return (
            ("cell gap parts", MINUTES_A_DAY)
            if least * MINUTES_A_DAY >= _LEAST_GAP
            else ("cell gap seconds", DAY)
        )

    @cached_property
    def whole(self) -> float:
        """Waiting and work of all steps, in days: the same with every version of Python, whose `sum` rounds differently."""
        found = 0.0
        for row in self.counted(range(FIRST_STEP_ROW, FIRST_STEP_ROW + len(self.steps))):
            times = self.steps[row - FIRST_STEP_ROW]
            addresses = [action.at for _, action in times.step.actions()]
            for name, seconds in (("wait", times.wait_s), ("work", times.work_s)):
                total, said = self.minutes.total(addresses, name) / MINUTES_A_DAY, (seconds or 0) / DAY
                found += total if abs(total - said) * DAY < 1 else said
        return found

    def sum(self, row: int, first: int, last: int, last_column: int) -> None:
        """The last row of a table."""
        page = self.page
        for column in range(NAME, last_column + 1):
            page.blank(row, column, "sum")
        page.text(row, NAME, self.words.total, "sum")
        self.sums[row], numbers = {}, self.counted(range(first, last + 1))
        for column in (WAIT, WORK):
            value = self.sums[row][column] = fsum(self.sums[number][column] for number in numbers)
            cells = ((number, column) for number in numbers)
            self.added(row, column, areas_of(column, numbers), value, "sum clock", cells)
        self.conclude(row, FIRST_STEP_ROW + len(self.steps), "sum")
        page.height(row, ROW)
