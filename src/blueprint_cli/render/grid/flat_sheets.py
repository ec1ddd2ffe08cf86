"""The first sheet and the flat ones: tables below each other, landscape, headings repeated."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table as ExcelTable
from openpyxl.worksheet.table import TableStyleInfo

from blueprint_cli.render.grid.lists_sheet import offer
from blueprint_cli.render.grid.look import SMALL, fitting_width, height_of
from blueprint_cli.render.grid.printing import print_tables
from blueprint_cli.render.grid.strings import put, storable
from blueprint_cli.workbook.anchors import FIELDS_MARK, REMARK, SHOWN_MARK, Key

if TYPE_CHECKING:
    from blueprint_cli.render.grid.page import Page
    from blueprint_cli.workbook.showing import Table
    from blueprint_cli.workbook.tables import Sheet

LEAST_WIDTH, MOST_WIDTH = 9, 30
MOST_COLUMNS_ON_A4 = 8
_LEAST_ROW = 18
KEY_HEADING = "@key"
NUMBERS = ("time", "share", "day")
"""Kinds of facts that may be numbers; each has a look with its format."""


def fill_flat_sheet(page: Page, content: Sheet, footer: str, number: int, warning: tuple[str, str]) -> str:
    """Write the tables of a sheet; a sheet's first table carries filters.

    Return the area that is printed. Where things are typed, a hidden column in front holds the addresses of the rows: sorting takes them along.
    """
    sheet = page.sheet
    shift = int(any(table.fields for table in content.tables))
    _set_widths(sheet, content, shift)
    row = 1
    for index, table in enumerate(content.tables):
        row = _FlatTable(page, table, row, shift, warning).write(f"t{number}" if index == 0 else "") + 2
    first = content.tables[0]
    headings = 3 if first.fields else 2
    if shift:
        page.hide(1)
    sheet.freeze_panes = sheet.cell(headings + 1, 2 + shift)
    sheet.sheet_view.showGridLines = False
    large = len(first.headings) > MOST_COLUMNS_ON_A4
    print_tables(sheet, footer, large=large, title_rows=f"{headings}:{headings}")
    last = get_column_letter(max(_printed(table) for table in content.tables) + shift)
    area = f"{get_column_letter(1 + shift)}1:{last}{row - 2}"
    sheet.print_area = area
    return area


def _printed(table: Table) -> int:
    """How many columns are for paper: an address behind the remarks is for whoever holds the file."""
    return len(table.headings) - (table.fields[-2:] == (REMARK, ""))


def _set_widths(sheet: Any, content: Sheet, shift: int) -> None:
    count = max(len(table.headings) for table in content.tables)
    for column in range(count):
        texts = [
            line[column]
            for table in content.tables
            for line in (table.headings, *table.rows)
            if column < len(line)
        ]
        sheet.column_dimensions[get_column_letter(column + 1 + shift)].width = fitting_width(
            texts, LEAST_WIDTH, MOST_WIDTH
        )


class _FlatTable:
    """A table on its way into a sheet."""

    def __init__(self, page: Page, table: Table, top: int, shift: int, warning: tuple[str, str]) -> None:
        self.page = page
        self.sheet = page.sheet
        self.table = table
        self.top = top
        self.shift = shift
        self.warning = warning
        letters = (get_column_letter(column + shift) for column in range(1, len(table.headings) + 1))
        self.widths = [page.sheet.column_dimensions[letter].width for letter in letters]
        self.heading_row = top + (2 if table.fields else 1)

    def write(self, name: str) -> int:
        """Write title, headings and rows; return the last row. With a name it becomes a table with filters."""
        self.page.text(self.top, 1 + self.shift, self.table.title, "table title")
        self.sheet.row_dimensions[self.top].height = 24
        self._write_headings()
        for number, texts in enumerate(self.table.rows):
            self._write_row(number, texts)
        last = self.heading_row + len(self.table.rows)
        self._offer(last)
        if name:
            self._filter(name, last)
        return last

    def _write_headings(self) -> None:
        if self.table.fields:
            self._write_fields()
        for column, heading in enumerate(_told_apart(self.table.headings), 1 + self.shift):
            self.page.text(self.heading_row, column, heading, "table head")
        self.sheet.row_dimensions[self.heading_row].height = 22

    def _write_fields(self) -> None:
        row = self.heading_row - 1
        for column, field in enumerate((FIELDS_MARK, *self.table.fields), 1):
            if field:
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
            self._fill(row, column, text, self._field(place), number)
            if text:
                tallest = max(tallest, height_of(text, self.widths[place], SMALL))
        self.sheet.row_dimensions[row].height = tallest

    def _field(self, place: int) -> str:
        return self.table.fields[place] if self.table.fields else ""

    def _fill(self, row: int, column: int, text: str, field: str, number: int) -> None:
        """A text, a fact that is typed here, or the formula of one that is typed in the grid."""
        page, address = self.page, self.table.addresses[number] if field else ""
        facts = page.ledger.facts
        if field.startswith(SHOWN_MARK):
            key = next(key for name in ("action", "text") if (key := Key(address, name)) in facts)
            page.formula(row, column, f"={page.refer(key)}", text, "cell shown")
        elif field and (key := Key(address, field)) in facts:
            is_number = isinstance(facts[key], (int, float))
            page.fact(row, column, key, f"cell {key.kind}" if is_number and key.kind in NUMBERS else "cell")
        else:
            page.text(row, column, text, "cell")

    def _offer(self, last: int) -> None:
        for column, field in enumerate(self.table.fields, 1 + self.shift):
            letter = get_column_letter(column)
            offer(self.sheet, field, f"{letter}{self.heading_row + 1}:{letter}{last}", self.warning)

    def _filter(self, name: str, last: int) -> None:
        """Filters; a hidden column of addresses is part of the table, so that sorting takes it along."""
        area = f"A{self.heading_row}:{get_column_letter(len(self.table.headings) + self.shift)}{last}"
        excel_table: Any = ExcelTable(displayName=name, ref=area)
        excel_table.tableStyleInfo = TableStyleInfo(name=None, showRowStripes=False)
        # Said here: the headings are written apart from openpyxl, which would look for them.
        excel_table._initialise_columns()  # noqa: SLF001
        headings = ([KEY_HEADING] if self.shift else []) + _told_apart(self.table.headings)
        for column, heading in zip(excel_table.tableColumns, headings, strict=True):
            column.name = storable(heading)
        self.sheet.add_table(excel_table)


def _told_apart(headings: tuple[str, ...]) -> list[str]:
    """Headings of an Excel table must differ: a second one gets a number."""
    found: list[str] = []
    for heading in headings:
        found.append(heading if heading not in found else f"{heading} {found.count(heading) + 1}")
    return found
