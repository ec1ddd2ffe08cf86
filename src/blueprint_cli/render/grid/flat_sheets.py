"""The first sheet and the flat ones: tables below each other, landscape, headings repeated."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openpyxl.styles import Alignment, Border
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table as ExcelTable
from openpyxl.worksheet.table import TableStyleInfo

from blueprint_cli.render.grid.lists_sheet import offer
from blueprint_cli.render.grid.look import (
    SMALL,
    edge,
    fill,
    fitting_width,
    font,
    height_of,
)
from blueprint_cli.render.grid.look import aligned as wrapped
from blueprint_cli.render.grid.printing import print_tables
from blueprint_cli.render.grid.strings import put
from blueprint_cli.workbook.anchors import FIELDS_MARK, SHOWN_MARK, Key

if TYPE_CHECKING:
    from blueprint_cli.render.grid.page import Page
    from blueprint_cli.workbook.showing import Table
    from blueprint_cli.workbook.tables import Sheet

LEAST_WIDTH, MOST_WIDTH = 9, 30
MOST_COLUMNS_ON_A4 = 8
_LEAST_ROW = 18
KEY_HEADING = "@key"
FORMATS = {"time": '0" min"', "share": "0 %", "day": "yyyy-mm-dd"}
"""How numbers of facts are shown; everything else is text."""


def dress(cell: Any, **looks: Any) -> None:
    """Set several looks of a cell at once."""
    for name, value in looks.items():
        setattr(cell, name, value)


def fill_flat_sheet(page: Page, content: Sheet, footer: str, number: int, warning: tuple[str, str]) -> None:
    """Write the tables of a sheet; a sheet's first table carries filters.

    Where things are typed, a hidden column in front holds the addresses of the rows: sorting takes them along.
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
    last = get_column_letter(max(len(table.headings) for table in content.tables) + shift)
    sheet.print_area = f"{get_column_letter(1 + shift)}1:{last}{row - 2}"


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
        self.heading_row = top + (2 if table.fields else 1)

    def write(self, name: str) -> int:
        """Write title, headings and rows; return the last row. With a name it becomes a table with filters."""
        title = self.sheet.cell(self.top, 1 + self.shift)
        put(title, self.table.title)
        dress(title, font=font(size=13, bold=True), alignment=Alignment(vertical="center"))
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
            cell = self.sheet.cell(self.heading_row, column)
            put(cell, heading)
            dress(
                cell,
                font=font("head-ink", SMALL, bold=True),
                fill=fill("head"),
                alignment=wrapped("left", "center"),
            )
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
            cell = self.sheet.cell(row, column)
            dress(cell, font=font(size=SMALL), alignment=wrapped(), border=Border(bottom=edge("grid")))
            self._fill(cell, place, number, text)
            width = self.sheet.column_dimensions[get_column_letter(column)].width
            tallest = max(tallest, height_of(text, width, SMALL))
        self.sheet.row_dimensions[row].height = tallest

    def _fill(self, cell: Any, place: int, number: int, text: str) -> None:
        """A text, a fact that is typed here, or the formula of one that is typed in the grid."""
        field = self.table.fields[place] if self.table.fields else ""
        address = self.table.addresses[number] if field else ""
        if field.startswith(SHOWN_MARK):
            key = next(
                key for name in ("action", "text") if (key := Key(address, name)) in self.page.ledger.facts
            )
            cell.value = f"={self.page.refer(key)}"
            self.page.ledger.shown[self.sheet.title][cell.coordinate] = text
        elif field and Key(address, field) in self.page.ledger.facts:
            key = Key(address, field)
            value = self.page.ledger.facts[key]
            cell.number_format = FORMATS.get(key.kind, "@") if not isinstance(value, str) else "@"
            if isinstance(value, str):
                put(cell, value, key)
            elif value is not None:
                cell.value = value
            self.page.ledger.places[key] = (self.sheet.title, cell.row, cell.column)
        else:
            put(cell, text)

    def _offer(self, last: int) -> None:
        for column, field in enumerate(self.table.fields, 1 + self.shift):
            letter = get_column_letter(column)
            offer(self.sheet, field, f"{letter}{self.heading_row + 1}:{letter}{last}", self.warning)

    def _filter(self, name: str, last: int) -> None:
        """Filters; a hidden column of addresses is part of the table, so that sorting takes it along."""
        area = f"A{self.heading_row}:{get_column_letter(len(self.table.headings) + self.shift)}{last}"
        excel_table = ExcelTable(displayName=name, ref=area)
        excel_table.tableStyleInfo = TableStyleInfo(name=None, showRowStripes=False)
        self.sheet.add_table(excel_table)


def _told_apart(headings: tuple[str, ...]) -> list[str]:
    """Headings of an Excel table must differ: a second one gets a number."""
    found: list[str] = []
    for heading in headings:
        found.append(heading if heading not in found else f"{heading} {found.count(heading) + 1}")
    return found
