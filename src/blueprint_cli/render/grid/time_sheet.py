"""The sheet of times: per step, phase and owner, stretches with what was promised, and the figures that are followed."""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from blueprint_cli.model.variants import whose
from blueprint_cli.render.grid.look import SMALL, fitting_width, height_of
from blueprint_cli.render.grid.time_groups import owner_table, phase_table
from blueprint_cli.render.grid.time_kpis import kpi_table
from blueprint_cli.render.grid.time_rows import (
    BELOW_STEPS,
    DAY,
    ELAPSED,
    FIRST_STEP_ROW,
    GAP,
    NAME,
    PART,
    PHASE,
    ROW,
    RUNNING,
    SHARE,
    START,
    TARGET,
    TOTAL,
    UNKNOWN,
    WAIT,
    WIDTH,
    WORK,
    Stretch,
    TimeRows,
    areas_of,
)
from blueprint_cli.render.grid.time_spans import span_table
from blueprint_cli.workbook.anchors import OR_NOTHING, Key
from blueprint_cli.workbook.times import part_known

if TYPE_CHECKING:
    from blueprint_cli.workbook.times import StepFigures

_NAME_WIDTH, _PHASE_WIDTH = (18, 34), (9, 26)


class TimeSheet(TimeRows):
    """Fills the sheet of times from the top."""

    def fill(self) -> tuple[Stretch, Stretch | None, int]:
        """Write the tables; return the rows of steps, those of owners, and the last row."""
        self._widths()
        steps = self._step_table()
        row = phase_table(self, steps.last + BELOW_STEPS) if self.has_phases else steps.last
        owners = owner_table(self, row + 3)
        row = owners.last if owners else row
        spans = self.flat.times.spans()
        if spans.rows:
            row = span_table(self, spans, row + 3)
        kpis = self.flat.times.kpis()
        return steps, owners, kpi_table(self, kpis.filled(), row + 3) if kpis.rows else row

    def _widths(self) -> None:
        titles = [self.flat.step_title(times.step) for times in self.steps]
        titles += [self.flat.team(owner) for owner in self.flat.timings.lived.by_owner]
        self.page.width(NAME, fitting_width(titles, *_NAME_WIDTH))
        second = [run.title for run in self.grid.phases] + [row[1] for row in self.flat.times.spans().rows]
        self.page.width(PHASE, fitting_width(second, *_PHASE_WIDTH))
        for column in range(WAIT, self.last_column + 1):
            self.page.width(column, WIDTH)

    def _step_table(self) -> Stretch:
        w, told, heading = self.words, self.told, FIRST_STEP_ROW - 1
        self.title(1, w.times)
        self._about()
        headings = {
            NAME: w.step_heading, PHASE: w.phase if self.has_phases else w.cards, WAIT: w.wait, WORK: w.work, TOTAL: w.total, SHARE: told.wait_share, PART: told.part,
            RUNNING: told.running, START: w.start, ELAPSED: w.elapsed,
        }  # fmt: skip
        if self.has_targets:
            headings |= {TARGET: w.target, GAP: told.gap}
        self.headings(heading, headings, texts=(NAME, PHASE) if self.has_phases else (NAME,))
        last = heading + len(self.steps)
        for index, times in enumerate(self.steps):
            self._step(FIRST_STEP_ROW + index, times, last + 1)
        self.sum(last + 1, FIRST_STEP_ROW, last, self.last_column)
        self.page.text(last + 1, START, told.lead, "sum label")
        if (last + 1, TOTAL) in self.unknown:
            self.page.text(last + 1, ELAPSED, UNKNOWN, "sum clock fixed")
        else:
            self.fixed(last + 1, ELAPSED, self.flat.timings.lead_s / DAY, "sum clock fixed")
        return Stretch(heading, last)

    def _about(self) -> None:
        """What is live, and whether something was typed that cannot be."""
        page, told = self.page, self.told
        name = whose(self.flat.blueprint)
        about = told.about
        if name and self.flat.timings.lived is not self.flat.timings:
            about += " " + told.whose.format(name=self.flat.show(self.flat.blueprint.persona_name(name)))
        page.text(2, NAME, about, "note")
        page.merge(2, NAME, 2, self.last_column)
        across = fsum(
            page.sheet.column_dimensions[get_column_letter(column)].width
            for column in range(1, self.last_column + 1)
        )
        page.height(2, height_of(about, across, SMALL) + 2)
        counted = "+".join(f'COUNTIF({self.minutes.columns[name]},"~?")' for name in ("wait", "work")) or "0"
        unknown = sum(
            self.minutes.minutes(address, name) == UNKNOWN
            for address in self.minutes.seconds
            for name in ("wait", "work")
        )
        formula = f'=IF({counted}>{unknown},"{told.recount}"&({counted}-{unknown}),"")'
        page.formula(3, NAME, formula, "", "note warning")
        page.merge(3, NAME, 3, self.last_column)
        page.height(3, 15)

    def _step(self, row: int, times: StepFigures, sum_row: int) -> None:
        page, step = self.page, times.step
        key = Key(step.at, "title")
        page.formula(row, NAME, f"={page.refer(key)}", self.flat.step_title(step), "cell shown")
        phase = Key(f"phases[{step.phase}]", "title")
        addresses = [action.at for _, action in step.actions()]
        if step.phase:
            page.formula(
                row,
                PHASE,
                f"={page.refer(phase)}{OR_NOTHING}",
                self.flat.show(self.flat.blueprint.phase_title(step.phase)),
                "cell shown",
            )
        elif not self.has_phases:
            page.number(row, PHASE, len(addresses), "cell count")
        else:
            page.blank(row, PHASE, "cell")
        match = f'{self.minutes.columns["address"]},"{step.at}.*"'
        live = [
            self.spent(row, column, name, part_known(times, seconds), addresses, match)
            for column, name, seconds in ((WAIT, "wait", times.wait_s), (WORK, "work", times.work_s))
        ]
        self.conclude(row, sum_row)
        self._run(row)
        self._elapsed(row, times, live=all(live))
        if self.has_targets:
            self._gap(row, times)
        tallest = height_of(self.flat.step_title(step), self.width_of(NAME), SMALL)
        page.height(row, max(tallest, ROW))

    def _run(self, row: int) -> None:
        """The running total."""
        letter, running = get_column_letter(TOTAL), get_column_letter(RUNNING)
        if row in self.apart:
            self.page.blank(row, RUNNING, "cell")
            return
        so_far = self.counted(range(FIRST_STEP_ROW, row + 1))
        last = so_far[-2] if len(so_far) > 1 else 0
        value = fsum(self.sums[number][WAIT] + self.sums[number][WORK] for number in so_far)
        live = {(row, TOTAL), (last, RUNNING)}
        if live & (self.unknown | set(self.exact)):
            cells = ((number, TOTAL) for number in so_far)
            self.added(row, RUNNING, areas_of(TOTAL, so_far, "$"), value, "cell clock", cells)
            return
        before = f"{running}{last}+" if last else ""
        self.clocked(row, RUNNING, f"{before}{letter}{row}", value, "cell clock")

    def _elapsed(self, row: int, times: StepFigures, *, live: bool) -> None:
        """Start and elapsed time: live where a step starts when the one before has ended, and has a single card with a time."""
        page = self.page
        last = max(self.counted(range(FIRST_STEP_ROW, row)), default=0)
        before = self.steps[last - FIRST_STEP_ROW] if last and row not in self.apart else None
        start, elapsed = get_column_letter(START), get_column_letter(ELAPSED)
        if times.start_s is None or times.elapsed_s is None:
            for column in (START, ELAPSED):
                page.text(row, column, UNKNOWN, "cell clock fixed")
            return
        follows = (
            before is not None
            and before.timed
            and before.start_s is not None
            and before.elapsed_s is not None
        )
        ended = follows and before and (before.start_s or 0) + (before.elapsed_s or 0) == times.start_s
        if ended and not {(last, START), (last, ELAPSED)} & set(self.exact):
            self.clocked(row, START, f"{start}{last}+N({elapsed}{last})", times.start_s / DAY, "cell moment")
        else:
            self.fixed(row, START, times.start_s / DAY, "cell moment fixed")
        if not times.timed:
            page.text(row, ELAPSED, UNKNOWN, "cell clock fixed")
            return
        timed = [
            address
            for _, action in times.step.actions()
            if any((self.minutes.seconds.get(address := action.at) or {}).values())
        ]
        value = self.sums[row][WAIT] + self.sums[row][WORK]
        if live and len(timed) == 1 and abs(value * DAY - times.elapsed_s) < 1:
            total = self.exact.get((row, TOTAL), f"{get_column_letter(TOTAL)}{row}")
            self.clocked(row, ELAPSED, total, value, "cell clock")
        else:
            self.fixed(row, ELAPSED, times.elapsed_s / DAY)

    def _gap(self, row: int, times: StepFigures) -> None:
        """How far a step is from its target."""
        if times.target_s is None or times.elapsed_s is None:
            for column in (TARGET, GAP):
                self.page.blank(row, column, "cell")
            return
        self.fact(row, TARGET, times.target_s)
        self.gap(row, (times.elapsed_s, times.target_s))
