"""The first sheet and the flat ones: tables below each other, landscape, headings repeated."""

from __future__ import annotations

from dataclasses import replace
from math import fsum
from typing import TYPE_CHECKING, Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table as ExcelTable
from openpyxl.worksheet.table import TableStyleInfo

from blueprint_cli.render.grid import minutes
from blueprint_cli.render.grid.lists_sheet import offer
from blueprint_cli.render.grid.look import SMALL, fitting_width, height_of
from blueprint_cli.render.grid.page import reference
from blueprint_cli.render.grid.printing import print_tables
from blueprint_cli.render.grid.strings import put, storable
from blueprint_cli.workbook.anchors import (
    FIELDS_MARK,
    OR_NOTHING,
    REMARK,
    SHOWN_LANE,
    SHOWN_MARK,
    SHOWN_PHASE,
    SHOWN_STEP,
    SHOWN_TEXT,
    Key,
    address_shown,
    kind_of,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from blueprint_cli.language.topics.workbook import WorkbookWords
    from blueprint_cli.render.grid.page import Page
    from blueprint_cli.workbook.showing import Table
    from blueprint_cli.workbook.tables import Sheet

LEAST_WIDTH, MOST_WIDTH, REMARK_WIDTH = 9, 36, 24
_LEAST_ROW, _HEADING, _TITLE = 18, 22, 24
_BUTTON, _NEARLY = 1.5, 5
"""Characters of width: what the button of a filter takes beside a heading, and what a heading may lack to have its line."""
_NARROW, _SHARED_WIDTH = 15, 24
"""Characters: a column of words or figures, and what a column of texts may take that stands above or below one."""
_WHOLE = 400.0
KEY_HEADING = "@key"
QUANTITIES = ("time", "share")
NUMBERS = (*QUANTITIES, "day")
"""Kinds of facts that may be numbers; each has a look with its format, which empty cells have, too."""


def fill_flat_sheet(page: Page, content: Sheet, footer: str, told: WorkbookWords, start: str) -> None:
    """Write the tables of a sheet; those that have a name carry filters.

    `start` is the sheet that all others lead back to. Where things are typed, a hidden column in front holds the addresses of the rows: sorting takes them along.
    """
    if page.ledger.minutes and content.tables[0].name == "Cards":
        content = replace(content, tables=tuple(map(page.ledger.minutes.beside, content.tables)))
    shift = int(any(table.fields for table in content.tables))
    _set_widths(page, content, shift)
    last = max(_printed(table) for table in content.tables) + shift
    row = 1
    for table in content.tables:
        bottom = _FlatTable(page, table, row, shift, told.list_warning, last).write()
        _run_out(page, bottom, len(table.rows), len(table.headings) + shift + 1, last)
        row = bottom + 2
    if shift:
        page.hide(1)
    lead_back(page, last, told, start)
    area = f"{get_column_letter(1 + shift)}1:{get_column_letter(last)}{row - 2}"
    _set_up(page, content, area, footer)


def _run_out(page: Page, bottom: int, rows: int, column: int, last: int) -> None:
    """A table of fewer columns ends at the edge of the others: its headings and lines go on beside it, not its filters."""
    for row in range(bottom - rows, bottom + 1):
        for place in range(column, last + 1):
            page.blank(row, place, "table head" if row == bottom - rows else "cell")


def lead_back(page: Page, column: int, told: WorkbookWords, start: str) -> None:
    """The way back to the first sheet, at the end of the first row."""
    page.link(1, column, f"↑ {told.back_to_start}", "way back", reference(start, 1, 1))


def _set_up(page: Page, content: Sheet, area: str, footer: str) -> None:
    """Screen and paper: the headings of a single table stay in sight and are repeated."""
    sheet, first = page.sheet, content.tables[0]
    heading = 3 if first.fields else 2
    alone = len(content.tables) == 1
    if alone:
        names = first.fields.index(SHOWN_STEP) + 1 if SHOWN_STEP in first.fields else 0
        sheet.freeze_panes = sheet.cell(heading + 1, 2 + names)
    sheet.sheet_view.showGridLines = False
    sheet.print_area = area
    print_tables(page, footer, title_rows=f"{heading}:{heading}" if alone else "")


def _printed(table: Table) -> int:
    """How many columns are for paper: what stands behind the remarks is for whoever holds the file."""
    return table.fields.index(REMARK) + 1 if REMARK in table.fields else len(table.headings)


def _set_widths(page: Page, content: Sheet, shift: int) -> None:
    """Widths by what stands in the columns, but for texts at the end of a short table where they have room beside it."""
    count = max(len(table.headings) for table in content.tables)
    short = [table for table in content.tables if len(table.headings) < count]
    widths = _widths(content.tables, count, short)
    cramped = [
        table
        for table in short
        if fitting_width([line[-1] for line in table.rows], 0, _WHOLE)
        > fsum(widths[len(table.headings) - 1 :])
    ]
    if cramped:
        widths = _widths(content.tables, count, [table for table in short if table not in cramped])
    for column, width in enumerate(widths, 1 + shift):
        page.width(column, width)


def _widths(tables: Sequence[Table], count: int, running: Sequence[Table]) -> list[float]:
    return [
        _shared([_width(table, column, table in running) for table in tables if column < len(table.headings)])
        for column in range(count)
    ]


def _shared(widths: list[float]) -> float:
    """The width of a column of several tables: over a word that looks lost, texts rather take a second line."""
    return min(max(widths), max(_SHARED_WIDTH, min(widths))) if min(widths) < _NARROW else max(widths)


def _width(table: Table, column: int, running: bool) -> float:
    """The width that a column of a table needs on its own; the texts of a last one may be `running` on beside the table."""
    heading = table.headings[column]
    least = fitting_width(heading.split(), LEAST_WIDTH, MOST_WIDTH, bold=True) + _BUTTON
    if REMARK in table.fields[column : column + 1]:
        least = REMARK_WIDTH
    texts = [] if running and column == len(table.headings) - 1 else [line[column] for line in table.rows]
    width = fitting_width(texts, least, MOST_WIDTH)
    whole = fitting_width([heading], LEAST_WIDTH, MOST_WIDTH, bold=True) + _BUTTON
    # A heading that nearly fits would stand in one line from edge to edge.
    return whole if width < whole < width + _NEARLY else width


class _FlatTable:
    """A table on its way into a sheet."""

    def __init__(
        self, page: Page, table: Table, top: int, shift: int, warning: tuple[str, str], edge: int
    ) -> None:
        self.page = page
        self.sheet = page.sheet
        self.table = table
        self.top = top
        self.shift = shift
        self.warning = warning
        letters = (get_column_letter(column + shift) for column in range(1, len(table.headings) + 1))
        self.widths = [page.sheet.column_dimensions[letter].width for letter in letters]
        self.heading_row = top + (2 if table.fields else 1)
        beside = range(len(table.headings) + shift + 1, edge + 1)
        self.beside = fsum(page.sheet.column_dimensions[get_column_letter(column)].width for column in beside)
        self.printed = _printed(table)  # what stands behind may be cut: it makes no row higher

    def write(self) -> int:
        """Write title, headings and rows; return the last row. With a name it becomes a table with filters."""
        self.page.text(self.top, 1 + self.shift, self.table.title, "table title")
        self.page.height(self.top, _TITLE)
        self._write_headings()
        for number, texts in enumerate(self.table.rows):
            self._write_row(number, texts)
        last = self.heading_row + len(self.table.rows)
        self._offer(last)
        self._hide_minutes(last)
        if self.table.name:
            self._filter(last)
        return last

    def _write_headings(self) -> None:
        if self.table.fields:
            self._write_fields()
        tallest: float = _HEADING
        for place, heading in enumerate(_told_apart(self.table.headings)):
            look = "table head number" if kind_of(self._field(place)) in QUANTITIES else "table head"
            self.page.text(self.heading_row, place + 1 + self.shift, heading, look)
            if place < self.printed:
                tallest = max(tallest, height_of(heading, self.widths[place] - _BUTTON, SMALL, bold=True))
        self.page.height(self.heading_row, tallest)

    def _write_fields(self) -> None:
        row = self.heading_row - 1
        for column, field in enumerate((FIELDS_MARK, *self.table.fields), 1):
            if field and field not in minutes.FIELDS:
                put(self.sheet.cell(row, column), field)
        put(self.sheet.cell(self.heading_row, 1), KEY_HEADING)
        self.sheet.row_dimensions[row].hidden = True

    def _write_row(self, number: int, texts: tuple[str, ...]) -> None:
        row = self.heading_row + 1 + number
        tallest: float = _LEAST_ROW
        if self.table.fields:
            put(self.sheet.cell(row, 1), self.table.addresses[number])
        for place, text in enumerate(texts):
            column = place + 1 + self.shift
            if self._runs_on(place, text):
                self.page.text(row, column, text, "cell running")
                continue
            self._fill(row, column, text, self._field(place), number)
            if text and place < self.printed:
                tallest = max(tallest, height_of(text, self.widths[place], SMALL))
        self.sheet.row_dimensions[row].height = tallest

    def _runs_on(self, place: int, text: str) -> bool:
        """Whether a text at the end of the table is read beside it, where nothing else stands."""
        alone = self.beside and place == len(self.widths) - 1 and "\n" not in text and not self._field(place)
        return (
            bool(alone)
            and self.widths[place] < fitting_width([text], 0, _WHOLE) <= self.widths[place] + self.beside
        )

    def _column(self, field: str) -> int:
        return self.table.fields.index(field) + 1 + self.shift

    def _hide_minutes(self, last: int) -> None:
        """The columns that formulas count with; where they stand is remembered for those formulas."""
        if self.page.ledger.minutes is None or not set(minutes.FIELDS) <= set(self.table.fields):
            return
        places = {name: self._column(mark) for mark, name in minutes.FIELDS.items()}
        for column in places.values():
            self.page.hide(column)
        places |= {"address": 1, "owner": self._column("owner")}
        self.page.ledger.minutes.place(self.sheet.title, self.heading_row + 1, last, places)

    def _field(self, place: int) -> str:
        return self.table.fields[place] if place < len(self.table.fields) else ""

    def _fill(self, row: int, column: int, text: str, field: str, number: int) -> None:
        """A text, a fact that is typed here, or the formula of one that is typed in the grid."""
        page, address = self.page, self.table.addresses[number] if field else ""
        facts = page.ledger.facts
        if field in minutes.FIELDS:
            if page.ledger.minutes:
                name = minutes.FIELDS[field]
                page.ledger.minutes.fill(page, row, column, name, address, self._column(name))
        elif field == SHOWN_LANE:
            page.link(row, column, text, "cell link", page.refer(_shown(SHOWN_TEXT, address, facts)))
        elif field == SHOWN_PHASE and not text:
            page.blank(row, column, "cell")
        elif field == SHOWN_PHASE:
            title = page.ledger.phases[address_shown(field, address)]
            page.formula(row, column, f"={page.refer(title)}{OR_NOTHING}", text, "cell shown")
        elif field.startswith(SHOWN_MARK):
            page.formula(row, column, f"={page.refer(_shown(field, address, facts))}", text, "cell shown")
        elif field and (key := Key(address, field)) in facts:
            page.fact(row, column, key, f"cell {key.kind}" if key.kind in NUMBERS else "cell")
        elif field and kind_of(field) in NUMBERS:
            page.blank(row, column, "cell")
        else:
            page.text(row, column, text, "cell")

    def _offer(self, last: int) -> None:
        for column, field in enumerate(self.table.fields, 1 + self.shift):
            letter = get_column_letter(column)
            offer(self.sheet, field, f"{letter}{self.heading_row + 1}:{letter}{last}", self.warning)

    def _filter(self, last: int) -> None:
        """Filters; a hidden column of addresses is part of the table, so that sorting takes it along."""
        first = get_column_letter(1 if self.table.fields else 1 + self.shift)
        area = f"{first}{self.heading_row}:{get_column_letter(len(self.table.headings) + self.shift)}{last}"
        excel_table: Any = ExcelTable(displayName=f"tbl{self.table.name}", ref=area)
        excel_table.tableStyleInfo = TableStyleInfo(name=None, showRowStripes=False)
        # Said here: the headings are written apart from openpyxl, which would look for them.
        excel_table._initialise_columns()  # noqa: SLF001
        headings = ([KEY_HEADING] if self.table.fields else []) + _told_apart(self.table.headings)
        for column, heading in zip(excel_table.tableColumns, headings, strict=True):
            column.name = storable(heading)
        self.sheet.add_table(excel_table)


def _shown(field: str, address: str, facts: Collection[Key]) -> Key:
    """The fact of the grid that a column shows, for the row of a part."""
    at = address_shown(field, address)
    if field == SHOWN_STEP:
        return Key(at, "title")
    return next(key for name in ("action", "text") if (key := Key(at, name)) in facts)


def _told_apart(headings: tuple[str, ...]) -> list[str]:
    """Headings of an Excel table must differ: a second one gets a number."""
    found: list[str] = []
    for heading in headings:
        found.append(heading if heading not in found else f"{heading} {found.count(heading) + 1}")
    return found
