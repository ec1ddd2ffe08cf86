"""The flat sheets that came back: facts by the address of their row and the field of their column."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from blueprint_cli.workbook.anchors import FIELDS_MARK, SHOWN_MARK, Key
from blueprint_cli.workbook.reading.cells import Cell, cell_name
from blueprint_cli.workbook.returning.sent import Spot

if TYPE_CHECKING:
    from blueprint_cli.workbook.reading.cells import Book, Sheet

_SEARCHED = 4
EMPTY = Cell(None)


@dataclass
class ReturnedTables:
    """What the flat sheets say.

    Attributes:
        facts: the cell of every fact that has a row and a column.
        addresses: the addresses that some row has.
        notes: rows that are not understood, in words.
    """

    facts: dict[Key, tuple[Spot, Cell]] = field(default_factory=dict)
    addresses: set[str] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)


def read_tables(book: Book) -> ReturnedTables:
    """The facts of all flat sheets."""
    found = ReturnedTables()
    for sheet in book.sheets:
        for row, column in sorted(place for place, cell in sheet.cells.items() if _is_mark(place, cell)):
            _read_table(found, sheet, row, column)
    return found


def _is_mark(place: tuple[int, int], cell: Cell) -> bool:
    return cell.value == FIELDS_MARK and place[1] <= _SEARCHED


def _read_table(found: ReturnedTables, sheet: Sheet, mark: int, column: int) -> None:
    fields = {
        place: str(cell.value)
        for (row, place), cell in sheet.cells.items()
        if row == mark and place != column and cell.value and not str(cell.value).startswith(SHOWN_MARK)
    }
    last = max(row for row, _ in sheet.cells)
    for row in range(mark + 1, last + 1):
        address = sheet.text(row, column)
        if address == FIELDS_MARK:
            break
        if address:
            _read_row(found, sheet, row, address, fields)
        elif row > mark + 1 and any(sheet.text(row, place) for place in fields):
            where = cell_name(sheet.title, row, min(place for place in fields if sheet.text(row, place)))
            found.notes.append(f"{where}: a new row is not read; a new card goes into the grid")


def _read_row(found: ReturnedTables, sheet: Sheet, row: int, address: str, fields: dict[int, str]) -> None:
    if address in found.addresses and any(Key(address, name) in found.facts for name in fields.values()):
        where = cell_name(sheet.title, row, min(fields, default=1))
        found.notes.append(f"{where}: the row stands twice; the upper one is read")
        return
    found.addresses.add(address)
    for place, name in fields.items():
        cell = sheet.cells.get((row, place), EMPTY)
        found.facts[Key(address, name)] = (Spot(sheet.title, row, place), cell)
