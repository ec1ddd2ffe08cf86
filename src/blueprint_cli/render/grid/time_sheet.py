"""The sheet of times: per step, phase and owner, as formulas over the cards wherever formulas can say what the analysis says."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from openpyxl.utils import get_column_letter

from blueprint_cli.language.topics.time_sheet import time_sheet_words
from blueprint_cli.render.grid.flat_sheets import write_table
from blueprint_cli.render.grid.look import SMALL, fitting_width, height_of
from blueprint_cli.workbook.anchors import Key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from blueprint_cli.render.grid.minutes import Minutes
    from blueprint_cli.render.grid.page import Page
    from blueprint_cli.workbook.anchors import Value
    from blueprint_cli.workbook.grid import Grid
    from blueprint_cli.workbook.tables import Tables
    from blueprint_cli.workbook.times import SpanFigures, StepFigures

DAY, _MINUTES_A_DAY, _MINUTE = 86_400, 1_440, 60
FIRST_STEP_ROW = 5
NAME, PHASE, WAIT, WORK, TOTAL, SHARE, RUNNING, PART, START, ELAPSED, TARGET, GAP = range(1, 13)
_NAME_WIDTH, _PHASE_WIDTH, _WIDTH = (18, 34), (9, 26), 11
_ROW, _TITLE, _UNKNOWN = 18, 24, "?"
_HOURS_A_DAY = 24
_PLAIN_NAME = re.compile(r"[^\W\d_][\w .,&'’()/+-]*")


class Stretch(NamedTuple):
    """The rows of a table, for charts."""

    heading: int
    last: int


def place_of(name: str, index: int) -> tuple[int, int]:
    """Row and column of a step's `wait`, `work` or `elapsed`: the grid shows what stands there."""
    return FIRST_STEP_ROW + index, {"wait": WAIT, "work": WORK, "elapsed": ELAPSED}[name]


class TimeSheet:
    """Fills the sheet of times from the top."""

    def __init__(
        self, page: Page, flat: Tables, grid: Grid, minutes: Minutes, warning: tuple[str, str]
    ) -> None:
        self.page = page
        self.flat = flat
        self.grid = grid
        self.minutes = minutes
        self.warning = warning
        self.words = flat.words
        self.told = time_sheet_words(flat.lang)
        self.steps = tuple(flat.timings.steps)
        self.has_targets = any(times.target_s is not None for times in self.steps)
        self.last_column = GAP if self.has_targets else ELAPSED
        self.sums: dict[int, dict[int, float]] = {}

    def fill(self) -> tuple[Stretch, Stretch | None, int]:
        """Write the tables; return the rows of steps, those of owners, and the last row."""
        self._widths()
        steps = self._step_table()
        row = self._phase_table(steps.last + 4)
        owners = self._owner_table(row + 3)
        row = self._span_table((owners.last if owners else row) + 3)
        for table in (self.flat.times.kpis(),):
            if table.rows:
                row = write_table(self.page, table.filled(), row + 3, self.warning)
        return steps, owners, row

    def _widths(self) -> None:
        titles = [self.flat.step_title(times.step) for times in self.steps]
        titles += [self.flat.team(owner) for owner in self.flat.timings.by_owner]
        self.page.width(NAME, fitting_width(titles, *_NAME_WIDTH))
        self.page.width(PHASE, fitting_width([run.title for run in self.grid.phases], *_PHASE_WIDTH))
        for column in range(WAIT, self.last_column + 1):
            self.page.width(column, _WIDTH)

    def _title(self, row: int, title: str) -> None:
        self.page.text(row, NAME, title, "table title")
        self.page.height(row, _TITLE)

    def _headings(self, row: int, headings: dict[int, str]) -> None:
        for column in range(NAME, max(headings) + 1):
            look = "table head" if column in (NAME, PHASE) else "table head number"
            self.page.text(row, column, headings.get(column, ""), look)
        tallest = max(
            height_of(heading, _WIDTH - 1, SMALL, bold=True)
            for column, heading in headings.items()
            if column > PHASE
        )
        self.page.height(row, max(tallest, 22))

    def _step_table(self) -> Stretch:
        w, told, heading = self.words, self.told, FIRST_STEP_ROW - 1
        self._title(1, w.times)
        self._about()
        headings = {
            NAME: w.step_heading, PHASE: w.phase, WAIT: w.wait, WORK: w.work, TOTAL: w.total, SHARE: told.wait_share, RUNNING: told.running,
            PART: told.part, START: w.start, ELAPSED: w.elapsed,
        }  # fmt: skip
        if self.has_targets:
            headings |= {TARGET: w.target, GAP: told.gap}
        self._headings(heading, headings)
        last = heading + len(self.steps)
        for index, times in enumerate(self.steps):
            self._step(FIRST_STEP_ROW + index, index, times, last + 1)
        self._sum(last + 1, FIRST_STEP_ROW, last, self.last_column)
        self.page.text(last + 1, START, told.lead, "sum label")
        self.page.number(last + 1, ELAPSED, self.flat.timings.lead_s / DAY, "sum clock fixed")
        return Stretch(heading, last)

    def _about(self) -> None:
        """What is live, and whether something was typed that cannot be."""
        page, told = self.page, self.told
        page.text(2, NAME, told.about, "note")
        page.merge(2, NAME, 2, self.last_column)
        across = sum(
            page.sheet.column_dimensions[get_column_letter(column)].width
            for column in range(1, self.last_column + 1)
        )
        page.height(2, height_of(told.about, across, SMALL) + 2)
        counted = "+".join(f'COUNTIF({self.minutes.columns[name]},"~?")' for name in ("wait", "work")) or "0"
        unknown = sum(
            self.minutes.minutes(address, name) == _UNKNOWN
            for address in self.minutes.seconds
            for name in ("wait", "work")
        )
        formula = f'=IF({counted}>{unknown},"{told.recount}"&({counted}-{unknown}),"")'
        page.formula(3, NAME, formula, "", "note warning")
        page.merge(3, NAME, 3, self.last_column)
        page.height(3, 15)

    def _step(self, row: int, index: int, times: StepFigures, sum_row: int) -> None:
        page, step = self.page, times.step
        key = Key(step.at, "title")
        page.formula(row, NAME, f"={page.refer(key)}", self.flat.step_title(step), "cell shown")
        phase = Key(f"phases[{step.phase}]", "title")
        if step.phase:
            page.formula(
                row,
                PHASE,
                f"={page.refer(phase)}",
                self.flat.show(self.flat.blueprint.phase_title(step.phase)),
                "cell shown",
            )
        else:
            page.blank(row, PHASE, "cell")
        addresses = [action.at for _, action in step.actions()]
        match = f'{self.minutes.columns["address"]},"{step.at}.*"'
        live = [
            self._spent(row, column, name, seconds if times.timed else None, addresses, match)
            for column, name, seconds in ((WAIT, "wait", times.wait_s), (WORK, "work", times.work_s))
        ]
        self._conclude(row, sum_row)
        self._run(row)
        self._elapsed(row, index, times, live=all(live))
        if self.has_targets:
            self._gap(row, times)
        tallest = height_of(self.flat.step_title(step), page.sheet.column_dimensions["A"].width, SMALL)
        page.height(row, max(tallest, _ROW))

    def _spent(
        self, row: int, column: int, name: str, seconds: int | None, addresses: Sequence[str], match: str
    ) -> bool:
        """Waiting or work as the sum of cards, where that is what the analysis says; whether it is."""
        total = self.minutes.total(addresses, name)
        summed = f"SUMIFS({self.minutes.columns[name]},{match})"
        row_sums = self.sums.setdefault(row, {})
        if seconds is None and not total:
            self.page.formula(
                row, column, f'=IF({summed}=0,"{_UNKNOWN}",{summed}/{_MINUTES_A_DAY})', _UNKNOWN, "cell clock"
            )
            row_sums[column] = 0
            return False
        row_sums[column] = (seconds or 0) / DAY
        if abs(total * _MINUTE - (seconds or 0)) < 1:
            row_sums[column] = total / _MINUTES_A_DAY
            self.page.formula(row, column, f"={summed}/{_MINUTES_A_DAY}", row_sums[column], "cell clock")
            return True
        self.page.number(row, column, row_sums[column], "cell clock fixed")
        return False

    def _conclude(self, row: int, sum_row: int, look: str = "cell") -> None:
        """Total, share of waiting, share of everything."""
        page, sums = self.page, self.sums[row]
        wait, work = (f"{get_column_letter(column)}{row}" for column in (WAIT, WORK))
        total = sums[WAIT] + sums[WORK]
        page.formula(row, TOTAL, f"=SUM({wait}:{work})", total, f"{look} clock")
        cell = f"{get_column_letter(TOTAL)}{row}"
        page.formula(
            row,
            SHARE,
            f'=IF({cell}=0,"",N({wait})/{cell})',
            sums[WAIT] / total if total else "",
            f"{look} share",
        )
        whole = self.whole
        letter = get_column_letter(TOTAL)
        page.formula(
            row,
            PART,
            f'=IF({letter}${sum_row}=0,"",{cell}/{letter}${sum_row})',
            total / whole if whole else "",
            f"{look} share",
        )

    @cached_property
    def whole(self) -> float:
        """Waiting and work of all steps, in days."""
        found = 0.0
        for times in self.steps:
            addresses = [action.at for _, action in times.step.actions()]
            for name, seconds in (("wait", times.wait_s), ("work", times.work_s)):
                total, said = self.minutes.total(addresses, name) / _MINUTES_A_DAY, (seconds or 0) / DAY
                found += total if abs(total - said) * DAY < 1 else said
        return found

    def _run(self, row: int) -> None:
        """The running total."""
        letter, running = get_column_letter(TOTAL), get_column_letter(RUNNING)
        value = sum(
            self.sums[number][WAIT] + self.sums[number][WORK] for number in range(FIRST_STEP_ROW, row + 1)
        )
        before = f"{running}{row - 1}+" if row > FIRST_STEP_ROW else ""
        self.page.formula(row, RUNNING, f"={before}{letter}{row}", value, "cell clock")

    def _elapsed(self, row: int, index: int, times: StepFigures, *, live: bool) -> None:
        """Start and elapsed time: live where a step starts when the one before has ended, and has a single card with a time."""
        page, before = self.page, self.steps[index - 1] if index else None
        start, elapsed = get_column_letter(START), get_column_letter(ELAPSED)
        if times.start_s is None or times.elapsed_s is None:
            for column in (START, ELAPSED):
                page.text(row, column, _UNKNOWN, "cell clock fixed")
            return
        follows = before is not None and before.start_s is not None and before.elapsed_s is not None
        if follows and before and (before.start_s or 0) + (before.elapsed_s or 0) == times.start_s:
            page.formula(
                row, START, f"={start}{row - 1}+{elapsed}{row - 1}", times.start_s / DAY, "cell clock"
            )
        else:
            page.number(row, START, times.start_s / DAY, "cell clock fixed")
        if not times.timed:
            page.text(row, ELAPSED, _UNKNOWN, "cell clock fixed")
            return
        timed = [
            address
            for _, action in times.step.actions()
            if any((self.minutes.seconds.get(address := action.at) or {}).values())
        ]
        value = self.sums[row][WAIT] + self.sums[row][WORK]
        if live and len(timed) == 1 and abs(value * DAY - times.elapsed_s) < 1:
            page.formula(row, ELAPSED, f"={get_column_letter(TOTAL)}{row}", value, "cell clock")
        else:
            page.number(row, ELAPSED, times.elapsed_s / DAY, "cell clock fixed")

    def _gap(self, row: int, times: StepFigures) -> None:
        """How far a step is from its target, in hours."""
        if times.target_s is None or times.elapsed_s is None:
            for column in (TARGET, GAP):
                self.page.blank(row, column, "cell")
            return
        self.page.number(row, TARGET, times.target_s / DAY, "cell clock fixed")
        cells = [f"{get_column_letter(column)}{row}" for column in (ELAPSED, TARGET)]
        gap = (times.elapsed_s - times.target_s) / DAY * _HOURS_A_DAY
        self.page.formula(row, GAP, f"=({cells[0]}-{cells[1]})*{_HOURS_A_DAY}", gap, "cell gap")

    def _sum(self, row: int, first: int, last: int, last_column: int) -> None:
        """The last row of a table."""
        page = self.page
        for column in range(NAME, last_column + 1):
            page.blank(row, column, "sum")
        page.text(row, NAME, self.words.total, "sum")
        self.sums[row] = {}
        for column in (WAIT, WORK):
            letter = get_column_letter(column)
            value = self.sums[row][column] = sum(
                self.sums[number][column] for number in range(first, last + 1)
            )
            page.formula(row, column, f"=SUM({letter}{first}:{letter}{last})", value, "sum clock")
        self._conclude(row, FIRST_STEP_ROW + len(self.steps), "sum")
        page.height(row, _ROW)

    def _phase_table(self, top: int) -> int:
        """Each phase as the sum of its steps; return the last row."""
        runs = [run for run in self.grid.phases if run.key]
        if not runs:
            return top - 4
        w, told = self.words, self.told
        self._title(top, told.by_phase)
        headings = {
            NAME: w.phase, PHASE: told.steps, WAIT: w.wait, WORK: w.work, TOTAL: w.total, SHARE: told.wait_share, RUNNING: "", PART: told.part,
        }  # fmt: skip
        self._headings(top + 1, headings)
        row = top + 1
        for key in dict.fromkeys(run.key for run in runs):
            row += 1
            own = [run for run in runs if run.key == key]
            stretches = [(FIRST_STEP_ROW + run.first, FIRST_STEP_ROW + run.last) for run in own]
            if key:
                self.page.formula(row, NAME, f"={self.page.refer(key)}", own[0].title, "cell shown")
            self.page.number(row, PHASE, sum(last - first + 1 for first, last in stretches), "cell count")
            self.sums[row] = {}
            for column in (WAIT, WORK):
                letter = get_column_letter(column)
                areas = ",".join(f"{letter}{first}:{letter}{last}" for first, last in stretches)
                rows = (number for first, last in stretches for number in range(first, last + 1))
                value = self.sums[row][column] = sum(self.sums[number][column] for number in rows)
                self.page.formula(row, column, f"=SUM({areas})", value, "cell clock")
            self._conclude(row, FIRST_STEP_ROW + len(self.steps))
            self.page.blank(row, RUNNING, "cell")
            self.page.height(row, _ROW)
        return row

    def _owner_table(self, top: int) -> Stretch | None:
        """What each owner waits and works, by the owners that stand in the cards."""
        totals = self.flat.timings.by_owner
        if not totals:
            return None
        w, told, minutes = self.words, self.told, self.minutes
        self._title(top, told.by_owner)
        headings = {
            NAME: w.owner, PHASE: w.cards, WAIT: w.wait, WORK: w.work, TOTAL: w.total, SHARE: told.wait_share, RUNNING: "", PART: told.part,
        }  # fmt: skip
        self._headings(top + 1, headings)
        row = top + 1
        for owner, total in totals.items():
            row += 1
            name = self.flat.team(owner)
            self.page.text(row, NAME, name, "cell")
            match = f"{minutes.columns['owner']},{_criterion(name, f'$A{row}')}"
            cards = [action.at for _, _, action in self.flat.blueprint.actions()]
            own = [at for at in cards if minutes.facts.get(Key(at, "owner")) == name]
            evidence = f'{minutes.columns["address"]},"*.evidence[*"'
            if len(own) == total.actions:
                counted = f"=COUNTIFS({match})-COUNTIFS({match},{evidence})"
                self.page.formula(row, PHASE, counted, total.actions, "cell count")
            else:
                self.page.number(row, PHASE, total.actions, "cell count")
            for column, field, seconds in ((WAIT, "wait", total.wait_s), (WORK, "work", total.work_s)):
                self._spent(row, column, field, seconds, own, match)
            self._conclude(row, FIRST_STEP_ROW + len(self.steps))
            self.page.blank(row, RUNNING, "cell")
            self.page.height(
                row, max(height_of(name, self.page.sheet.column_dimensions["A"].width, SMALL), _ROW)
            )
        return Stretch(top + 1, row)

    def _span_table(self, top: int) -> int:
        """Every named stretch against what was promised."""
        spans = self.flat.times.spans()
        if not spans.rows:
            return top - 3
        w = self.words
        self._title(top, w.spans)
        headings = {
            NAME: w.name, PHASE: w.from_, WAIT: w.to, WORK: "", TOTAL: w.elapsed, SHARE: w.promise, RUNNING: w.target, PART: w.limit,
            START: self.told.gap, ELAPSED: w.outcome,
        }  # fmt: skip
        self._headings(top + 1, headings)
        self.page.text(top + 1, WAIT, w.to, "table head")
        row = top + 1
        for times, texts in zip(self.flat.timings.spans, spans.rows, strict=True):
            row += 1
            self._span(row, times, texts)
        return row

    def _span(self, row: int, times: SpanFigures, texts: Sequence[str]) -> None:
        page, outcome = self.page, texts[-2]
        for column, text in ((NAME, texts[0]), (PHASE, texts[1]), (WAIT, texts[2]), (WORK, "")):
            page.text(row, column, text, "cell")
        page.merge(row, WAIT, row, WORK)
        said = {TOTAL: times.elapsed_s, SHARE: times.promise_s, RUNNING: times.target_s, PART: times.limit_s}
        for column, seconds in said.items():
            if seconds is None:
                page.text(row, column, _UNKNOWN if column == TOTAL else "", "cell clock fixed")
            else:
                page.number(row, column, seconds / DAY, "cell clock fixed")
        bound = next((column for column in (SHARE, RUNNING, PART) if said[column] is not None), None)
        page.blank(row, START, "cell")
        if bound and times.elapsed_s is not None:
            cells = [f"{get_column_letter(column)}{row}" for column in (TOTAL, bound)]
            gap = (times.elapsed_s - (said[bound] or 0)) / DAY * _HOURS_A_DAY
            page.formula(row, START, f"=({cells[0]}-{cells[1]})*{_HOURS_A_DAY}", gap, "cell gap")
        page.text(row, ELAPSED, outcome, "cell outcome")
        widths = (page.sheet.column_dimensions[letter].width for letter in "AB")
        heights = [height_of(text, width, SMALL) for text, width in zip(texts, widths, strict=False) if text]
        page.height(row, max([*heights, height_of(texts[2], 2 * _WIDTH, SMALL), _ROW]))


def _criterion(name: str, cell: str) -> Value:
    """What SUMIFS looks for: the cell of a plain name; any other as a text in which no sign means anything but itself."""
    if _PLAIN_NAME.fullmatch(name):
        return cell
    literal = re.sub(r"([~*?])", r"~\1", name).replace('"', '""')
    return f'"={literal}"'
