"""Dates, shares and times of day that a spreadsheet made of what was typed as a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.language.refusal import Refusal
from blueprint_cli.workbook.anchors import FIELDS_MARK, kind_of
from blueprint_cli.workbook.returning.comparing import FIRST_LIKELY_DAY, LAST_LIKELY_DAY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.workbook.reading.cells import Book, Cell, Place, Sheet, Value
    from blueprint_cli.workbook.returning.comparing import Reading
    from blueprint_cli.workbook.returning.returned_grid import ReturnedGrid

_SEARCHED = 4
_TEXTS = ("text", "remark")
_MINUTES_A_DAY, _MINUTES_AN_HOUR = 1_440, 60


def put_in_words(book: Book, grid: ReturnedGrid, reading: Reading) -> None:
    """Let cells for texts say in words what they show, where the workbook tells that: OpenDocument does."""
    for sheet in book.sheets if book.kind == "ods" else ():
        places = _of_grid(grid) if sheet is grid.sheet else _of_tables(sheet)
        for place in list(places):
            cell = sheet.cells[place]
            sheet.cells[place] = cell._replace(value=_in_words(cell, reading), said="")


def _of_grid(grid: ReturnedGrid) -> Iterator[Place]:
    for place, cell in grid.sheet.cells.items():
        if cell.said and not grid.lanes.get(place[0], "").startswith("emotion"):
            yield place


def _of_tables(sheet: Sheet) -> Iterator[Place]:
    """Cells below a field whose values are texts."""
    if not any(cell.said for cell in sheet.cells.values()):
        return
    fields: dict[int, str] = {}
    for row, columns in sheet.rows.items():
        if columns[0] <= _SEARCHED and sheet.text(row, columns[0]) == FIELDS_MARK:
            fields = {column: sheet.text(row, column) for column in columns}
        for column in columns:
            if sheet.cells[row, column].said and column in fields and kind_of(fields[column]) in _TEXTS:
                yield row, column


def _in_words(cell: Cell, reading: Reading) -> str:
    """A whole day as the language writes it, all else as it is shown."""
    is_day = isinstance(cell.value, str) and "T" not in cell.value
    day = reading.day(cell.value) if is_day else None
    return reading.spoken_day(day) if day is not None else cell.said


def refuse_bare_number(value: Value, reading: Reading) -> None:
    """Let no number pass for a text that is rather a date, a share or a time of day.

    Raises:
        Refusal: it is one.
    """
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        return
    day = reading.day(value) if FIRST_LIKELY_DAY <= value <= LAST_LIKELY_DAY else None
    if day is not None:
        said = reading.spoken_day(day)
        raise Refusal(f"{_plain(value)} is perhaps a date: {said}", f"type it as a text: '{said}")
    if value % 1:
        hours, minutes = divmod(round(value % 1 * _MINUTES_A_DAY), _MINUTES_AN_HOUR)
        likely = f"type it as a text: '{round(value * 100, 6):g} %, or '{hours}:{minutes:02}"
        raise Refusal(f"{_plain(value)} is perhaps a share or a time of day", likely)


def _plain(value: float) -> str:
    return f"{value:.10g}"
