"""The grid as a sheet that prints on A3: steps in columns under their phases, one cell a card, the three lines, the curve."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any

from openpyxl.utils import get_column_letter

from blueprint_cli.language.topics.workbook import workbook_words
from blueprint_cli.model.word_lists import EVERYBODY
from blueprint_cli.render.grid import conditions
from blueprint_cli.render.grid.clocks import rounded
from blueprint_cli.render.grid.direction import runs_right_to_left
from blueprint_cli.render.grid.grid_pages import last_of_pages
from blueprint_cli.render.grid.look import BODY, REPEATED, SMALL, TITLE, height_of
from blueprint_cli.render.grid.mood_chart import add_curve
from blueprint_cli.render.grid.page import reference
from blueprint_cli.render.grid.printing import print_grid
from blueprint_cli.render.grid.step_widths import LABEL_WIDTH, step_width
from blueprint_cli.render.grid.time_looks import look_of_time
from blueprint_cli.render.grid.time_rows import DAY, place_of
from blueprint_cli.workbook.anchors import (
    FIRST_COLUMN,
    FIRST_ROW,
    LABEL_COLUMN,
    LANE_COLUMN,
    PHASE_LANE,
    PHASE_ROW,
    SCENARIO_ROW,
    SHOWN_MARK,
    STEP_KEY_ROW,
    STEP_ROW,
    STEPS_MARK,
    TITLE_LANE,
    TITLE_ROW,
    Key,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from blueprint_cli.render.grid.page import Page
    from blueprint_cli.workbook.grid import Cell, Grid, Row

CURVE_HEIGHT, CURVES_HEIGHT, SPARE_HEIGHT, LINE_HEIGHT, MOOD_HEIGHT, FACT_HEIGHT, TALL_HEIGHT = (
    108,
    144,
    14,
    7.5,
    20,
    18,
    50,
)
FEWEST_STEPS_WITH_LINK = 3
"""The title needs room beside it."""
_WORK = "work"
"""The row of work."""


class GridSheet:
    """Fills a worksheet with a grid."""

    def __init__(
        self, page: Page, grid: Grid, footer: str, *, tall: bool = False, start: str = "", times: str = ""
    ) -> None:
        self.page = page
        self.grid = grid
        self.words = workbook_words(grid.lang)
        self.last = FIRST_COLUMN + len(grid.steps) - 1
        self.width = step_width(grid)
        self.row = FIRST_ROW
        self.footer = footer
        self.tall = tall
        self.start = start
        self.times = times
        self.mood_rows: dict[str, int] = {}
        self.page_ends = last_of_pages(grid.phases)

    def fill(self) -> None:
        """Write headings and rows, then set the sheet up for screen and print."""
        self._columns()
        self._headings()
        for lane, rows in groupby(self.grid.rows, lambda row: row.lane):
            self._band(lane, list(rows))
        self._set_up()

    def _columns(self) -> None:
        self.page.hide(LANE_COLUMN)
        self.page.width(LABEL_COLUMN, LABEL_WIDTH)
        for column in range(FIRST_COLUMN, self.last + 1):
            self.page.width(column, self.width)

    def _headings(self) -> None:
        page, grid = self.page, self.grid
        end = FIRST_COLUMN + self.page_ends[0]
        self._titles(end)
        page.text(SCENARIO_ROW, LABEL_COLUMN, grid.who, "who")
        page.fact(SCENARIO_ROW, FIRST_COLUMN, Key("", "scenario"), "scenario")
        page.merge(SCENARIO_ROW, FIRST_COLUMN, SCENARIO_ROW, end)
        across = self.width * (self.page_ends[0] + 1)
        tallest = max(height_of(grid.scenario, across), height_of(grid.who, LABEL_WIDTH, SMALL))
        page.height(SCENARIO_ROW, tallest + 4)
        for row, mark in ((STEP_KEY_ROW, STEPS_MARK), (PHASE_ROW, PHASE_LANE), (STEP_ROW, TITLE_LANE)):
            page.text(row, LANE_COLUMN, mark, "hidden")
        self._phases()
        page.text(STEP_ROW, LABEL_COLUMN, self.words.steps, "head label")
        for column, (key, _, fact) in enumerate(grid.steps, FIRST_COLUMN):
            page.text(STEP_KEY_ROW, column, key, "hidden")
            page.fact(STEP_ROW, column, fact, "step")
        page.sheet.row_dimensions[STEP_KEY_ROW].hidden = True
        tallest = max(height_of(title, self.width, bold=True) for _, title, _ in grid.steps)
        page.height(STEP_ROW, max(tallest + 4, 28))

    def _titles(self, end: int) -> None:
        """The title, with the way back at the end of the first page; of several pages each has it over its steps.

        What stands in the column of labels would be cut at its edge on all pages but the first.
        """
        page, key = self.page, Key("", "title")
        if self.start and len(self.grid.steps) >= FEWEST_STEPS_WITH_LINK:
            said = f"↑ {self.words.back_to_start}"
            page.link(TITLE_ROW, end, said, "way back", reference(self.start, 1, 1))
            end -= 1
        page.height(TITLE_ROW, 32)
        if len(self.page_ends) == 1:
            page.fact(TITLE_ROW, LABEL_COLUMN, key, "title")
            return
        page.fact(TITLE_ROW, FIRST_COLUMN, key, "title over steps")
        page.merge(TITLE_ROW, FIRST_COLUMN, TITLE_ROW, end)
        tallest = height_of(self.grid.title, self.width * (end - FIRST_COLUMN + 1), TITLE, bold=True)
        for before, last in pairwise(self.page_ends):
            first = FIRST_COLUMN + before + 1
            page.formula(TITLE_ROW, first, f"={page.refer(key)}", self.grid.title, "title repeated")
            page.merge(TITLE_ROW, first, TITLE_ROW, FIRST_COLUMN + last)
            tallest = max(
                tallest, height_of(self.grid.title, self.width * (last - before), REPEATED, bold=True)
            )
        page.height(TITLE_ROW, max(tallest, 32))

    def _phases(self) -> None:
        page = self.page
        for run in self.grid.phases:
            first, last = FIRST_COLUMN + run.first, FIRST_COLUMN + run.last
            # A bar on two pages has its name where it begins: in its middle they would cut it.
            long = any(run.first <= end < run.last for end in self.page_ends)
            look = "no phase" if not run.key else "phase long" if long else "phase"
            for column in range(first, (last if run.key else first) + 1):
                page.blank(PHASE_ROW, column, look)
            if run.key and run.again:
                page.formula(PHASE_ROW, first, f"={page.refer(run.key)}", run.title, look)
            elif run.key:
                page.fact(PHASE_ROW, first, run.key, look)
            page.merge(PHASE_ROW, first, PHASE_ROW, last)
        told = any(run.key for run in self.grid.phases)
        if told:
            page.text(PHASE_ROW, LABEL_COLUMN, self.words.phases, "head label")
        page.height(PHASE_ROW, 22 if told else 6)

    def _band(self, lane: str, rows: Sequence[Row]) -> None:
        """The rows of one lane, with its name over them; the hint stands beside the spare row."""
        if rows[0].kind == "line":
            self._line(rows[0])
            return
        first = self.row
        for row in rows:
            self.page.text(self.row, LANE_COLUMN, lane, "hidden")
            self._row(row)
        named = self.row - 1 - (rows[-1].spare and len(rows) > 1)
        self._label(rows[0], first, named)
        if named < self.row - 1:
            look = "prompt" if self.tall else "hint"
            self.page.text(self.row - 1, LABEL_COLUMN, self._hint(rows[-1]), f"{look} {_tinted(rows[0])}")
        if rows[0].kind == "curve":
            self._drawn()

    def _hint(self, row: Row) -> str:
        return row.label or self.words.hints.get(row.name, self.words.hints["card"])

    def _row(self, row: Row) -> None:
        if row.kind == "curve":
            self._curve()
        elif row.kind == "mood":
            self.mood_rows[row.name] = self.row
            self._cells(row, "mood")
            self.page.height(self.row, MOOD_HEIGHT)
        else:
            self._cells(row, _look_of(row))
            self._fit(row)
        self.row += 1

    def _curve(self) -> None:
        """The chart, and where there are several curves, hidden rows below it that hold what each of them runs through."""
        curves = self.grid.curves
        rows = [self.row + place for place in range(1, len(curves) + 1)] or list(self.mood_rows.values())
        add_curve(
            self.page.sheet,
            self.row,
            rows,
            (FIRST_COLUMN, self.last),
            whole=bool(curves) and all(curve.whole for curve in curves),
            turned=runs_right_to_left(self.grid),
        )
        self.page.height(self.row, CURVES_HEIGHT if len(curves) > 1 else CURVE_HEIGHT)

    def _drawn(self) -> None:
        """What the curves of personas run through: their own emotions, and everybody's where they have none."""
        for curve in self.grid.curves:
            own, shared = self.mood_rows.get(curve.name), self.mood_rows.get(EVERYBODY)
            self.page.text(self.row, LANE_COLUMN, f"{SHOWN_MARK}curve", "hidden")
            self.page.text(self.row, LABEL_COLUMN, curve.label, "hidden")
            for column, value in enumerate(curve.values, FIRST_COLUMN):
                letter, said = get_column_letter(column), "NA()"
                for row in (shared, own):
                    said = f'IF({letter}{row}<>"",{letter}{row},{said})' if row else said
                if value is not None:
                    self.page.formula(self.row, column, f"={said}", value, "mood")
            self.page.sheet.row_dimensions[self.row].hidden = True
            self.row += 1

    def _fit(self, row: Row) -> None:
        least: float = TALL_HEIGHT if self.tall else SPARE_HEIGHT if row.spare else FACT_HEIGHT
        size = BODY if row.kind == "card" else SMALL
        tallest = max((height_of(cell.text, self.width, size) for cell in row.cells if cell.text), default=0)
        self.page.height(
            self.row, max(least, tallest + 3), grows=row.kind in ("card", "text") and not self.tall
        )

    def _cells(self, row: Row, look: str) -> None:
        for column, cell in enumerate(row.cells, FIRST_COLUMN):
            dressed = self._card_look(row, cell) if row.kind == "card" else look
            if cell.key:
                self.page.fact(self.row, column, cell.key, dressed)
            elif row.kind == "time" and self.times:
                self._time(row, column, cell, dressed)
            else:
                self.page.text(self.row, column, cell.text, dressed)

    def _time(self, row: Row, column: int, cell: Cell, look: str) -> None:
        """What the sheet of times says; a dash for none at all."""
        place = reference(self.times, *place_of(row.name, column - FIRST_COLUMN))
        days = (cell.seconds or 0) / DAY
        unit = self.page.ledger.units.of(work=row.name == _WORK)
        value = cell.text if cell.seconds is None else rounded(days, unit) or "–"
        self.page.formula(self.row, column, f'=IF({place}=0,"–",{place})', value, look)

    def _card_look(self, row: Row, cell: Cell) -> str:
        kind = "card" if cell.text else "hole" if cell.hole else "spare"
        return f"{kind} {row.name}"

    def _line(self, row: Row) -> None:
        """One of the three lines: its name stands on the line, between two low rows."""
        page = self.page
        page.text(self.row, LABEL_COLUMN, row.label, "line name")
        page.merge(self.row, LABEL_COLUMN, self.row + 1, LABEL_COLUMN)
        look = "line visibility" if row.name == "visibility" else "line"
        for column in range(FIRST_COLUMN, self.last + 1):
            page.blank(self.row, column, look)
        for number in (self.row, self.row + 1):
            page.text(number, LANE_COLUMN, row.lane, "hidden")
            page.height(number, LINE_HEIGHT)
        self.row += 2

    def _label(self, row: Row, first: int, last: int) -> None:
        # In an empty grid a question stands below the name, and the name right above it.
        look = f"{'asking' if self.tall and row.kind == 'card' else 'label'} {_tinted(row)}"
        text = row.label if row.kind != "curve" else self.words.curve
        for number in range(first, last + 1):
            self.page.blank(number, LABEL_COLUMN, look)
        self.page.text(first, LABEL_COLUMN, text, look)
        self.page.merge(first, LABEL_COLUMN, last, LABEL_COLUMN)
        if self.tall and "\n" in text:
            self.page.ledger.prompted[self.page.sheet.title].add((first, LABEL_COLUMN))
        if last == first:
            height = self.page.sheet.row_dimensions[first].height
            self.page.height(first, max(height, height_of(text, LABEL_WIDTH, bold=True)))

    def _set_up(self) -> None:
        sheet: Any = self.page.sheet
        letters = get_column_letter(FIRST_COLUMN), get_column_letter(self.last)
        for number in self.mood_rows.values():
            conditions.choose_mood(sheet, f"{letters[0]}{number}:{letters[1]}{number}", self.words)
        sheet.freeze_panes = sheet.cell(FIRST_ROW, FIRST_COLUMN)
        sheet.sheet_view.showGridLines = False
        sheet.sheet_view.zoomScale = 80
        print_grid(sheet, self.page_ends, self.row - 1, self.footer)


def _look_of(row: Row) -> str:
    if row.kind == "time":
        return look_of_time("time total" if row.name == "elapsed" else "time", work=row.name == _WORK)
    return {"thought": "heard", "quote": "heard", "feeling": "feeling"}.get(row.name, "fact")


def _tinted(row: Row) -> str:
    """Whose tint the label of a row has."""
    return row.name if row.kind == "card" else "mood"
