"""The first sheet and the flat ones: tables below each other, landscape, headings repeated."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openpyxl.styles import Alignment, Border
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table as ExcelTable
from openpyxl.worksheet.table import TableStyleInfo

from blueprint_cli.render.grid.look import (
    SMALL,
    edge,
    fill,
    fitting_width,
    font,
    frame,
    height_of,
)
from blueprint_cli.render.grid.look import aligned as wrapped
from blueprint_cli.render.grid.strings import put

if TYPE_CHECKING:
    from blueprint_cli.workbook.showing import Table
    from blueprint_cli.workbook.tables import Sheet

LEAST_WIDTH, MOST_WIDTH, LABEL_WIDTH, TEXT_WIDTH = 9, 30, 24, 86
MOST_COLUMNS_ON_A4 = 8
_LEAST_ROW = 18


def dress(cell: Any, **looks: Any) -> None:
    """Set several looks of a cell at once."""
    for name, value in looks.items():
        setattr(cell, name, value)


def fill_flat_sheet(sheet: Any, content: Sheet, footer: str, number: int) -> None:
    """Write the tables of a sheet; a sheet's first table carries filters."""
    _set_widths(sheet, content)
    row = 1
    for index, table in enumerate(content.tables):
        row = _write_table(sheet, table, row, f"t{number}", filtered=index == 0) + 2
    first = content.tables[0]
    sheet.freeze_panes = "B3"
    sheet.print_title_rows = "2:2"
    _set_up_print(sheet, footer, large=len(first.headings) > MOST_COLUMNS_ON_A4)
    sheet.print_area = (
        f"A1:{get_column_letter(max(len(table.headings) for table in content.tables))}{row - 2}"
    )


def _set_widths(sheet: Any, content: Sheet) -> None:
    count = max(len(table.headings) for table in content.tables)
    for column in range(count):
        texts = [
            line[column]
            for table in content.tables
            for line in (table.headings, *table.rows)
            if column < len(line)
        ]
        sheet.column_dimensions[get_column_letter(column + 1)].width = fitting_width(
            texts, LEAST_WIDTH, MOST_WIDTH
        )


def _write_table(sheet: Any, table: Table, top: int, name: str, *, filtered: bool) -> int:
    """Write a title, a row of headings and the rows; return the last row."""
    put(sheet.cell(top, 1), table.title)
    dress(sheet.cell(top, 1), font=font(size=13, bold=True), alignment=Alignment(vertical="center"))
    sheet.row_dimensions[top].height = 24
    for column, heading in enumerate(_told_apart(table.headings), 1):
        cell = sheet.cell(top + 1, column)
        put(cell, heading)
        dress(
            cell,
            font=font("head-ink", SMALL, bold=True),
            fill=fill("head"),
            alignment=wrapped("left", "center"),
        )
    sheet.row_dimensions[top + 1].height = 22
    for number, texts in enumerate(table.rows, top + 2):
        tallest: float = _LEAST_ROW
        for column, text in enumerate(texts, 1):
            cell = sheet.cell(number, column)
            put(cell, text)
            dress(cell, font=font(size=SMALL), alignment=wrapped(), border=Border(bottom=edge("grid")))
            tallest = max(
                tallest, height_of(text, sheet.column_dimensions[get_column_letter(column)].width, SMALL)
            )
        sheet.row_dimensions[number].height = tallest
    last = top + 1 + len(table.rows)
    if filtered:
        area = f"A{top + 1}:{get_column_letter(len(table.headings))}{last}"
        excel_table = ExcelTable(displayName=name, ref=area)
        excel_table.tableStyleInfo = TableStyleInfo(name=None, showRowStripes=False)
        sheet.add_table(excel_table)
    return last


def _told_apart(headings: tuple[str, ...]) -> list[str]:
    """Headings of an Excel table must differ: a second one gets a number."""
    found: list[str] = []
    for heading in headings:
        found.append(heading if heading not in found else f"{heading} {found.count(heading) + 1}")
    return found


def fill_read_me(
    sheet: Any,
    title: str,
    facts: tuple[tuple[str, str], ...],
    legend: tuple[tuple[str, str], ...],
    footer: str,
) -> None:
    """Write the title, what is said of the whole map, and the colours of the lanes."""
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = LABEL_WIDTH, TEXT_WIDTH
    put(sheet.cell(1, 1), title)
    dress(sheet.cell(1, 1), font=font(size=18, bold=True), alignment=Alignment(vertical="center"))
    sheet.row_dimensions[1].height = 36
    row = 2
    for name, value in facts:
        put(sheet.cell(row, 1), name)
        put(sheet.cell(row, 2), value)
        dress(sheet.cell(row, 1), font=font("muted", bold=True), alignment=wrapped())
        dress(sheet.cell(row, 2), font=font(), alignment=wrapped())
        sheet.row_dimensions[row].height = max(height_of(value, TEXT_WIDTH), 20)
        row += 1
    row += 1
    for layer, text in legend:
        put(sheet.cell(row, 1), text)
        role = (
            f"card.{layer}"
            if layer in ("evidence", "customer", "frontstage", "backstage", "support")
            else f"lane.{layer}"
        )
        dress(
            sheet.cell(row, 1),
            fill=fill(role),
            border=frame(f"tab.{layer}"),
            font=font(bold=True),
            alignment=wrapped("left", "center", 1),
        )
        sheet.row_dimensions[row].height = max(height_of(text, LABEL_WIDTH - 2, bold=True), 22)
        row += 1
    sheet.sheet_view.showGridLines = False
    _set_up_print(sheet, footer)


def _set_up_print(sheet: Any, footer: str, *, large: bool = False) -> None:
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.orientation, sheet.page_setup.paperSize = (
        "landscape",
        sheet.PAPERSIZE_A3 if large else sheet.PAPERSIZE_A4,
    )
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.5
    sheet.oddFooter.left.text = footer.replace("&", "&&")
    sheet.oddFooter.right.text = "&P / &N"
