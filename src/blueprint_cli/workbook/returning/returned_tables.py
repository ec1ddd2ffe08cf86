"""The flat sheets that came back: facts by the address of their row and the field of their column."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from blueprint_cli.workbook.anchors import FIELDS_MARK, SHOWN_MARK, Key
from blueprint_cli.workbook.reading.cells import Cell, cell_name
from blueprint_cli.workbook.returning.sent import Spot, spot_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from blueprint_cli.workbook.reading.cells import Book, Sheet

_SEARCHED = 4
EMPTY = Cell(None)


@dataclass
class ReturnedTables:
    """What the flat sheets say.

    Attributes:
        facts: the cell of every fact that has a row and a column.
        new_rows: where each row stands that people put in, and what it says.
        notes: rows that are not understood, in words.
    """

    facts: dict[Key, tuple[Spot, Cell]] = field(default_factory=dict)
    new_rows: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def read_tables(book: Book, cards: Mapping[Spot, str], base: Iterable[Key]) -> ReturnedTables:
    """The facts of all flat sheets.

    Args:
        book: the workbook.
        cards: the address of the card in each cell of the grid: a row that shows it by a formula is its row, whatever its
            hidden address says, since people sort the columns that they see.
        base: the facts that were sent with a value: an empty cell says something of these alone.
    """
    found = ReturnedTables()
    sent: dict[str, set[str]] = {}
    for key in base:
        sent.setdefault(key.at, set()).add(key.field)
    for sheet in book.sheets:
        marks = [place for place, cell in sorted(sheet.cells.items()) if _is_mark(place, cell)]
        for row, column in marks:
            _Table(found, sheet, row, column, cards).read(sent)
    return found


def _is_mark(place: tuple[int, int], cell: Cell) -> bool:
    return cell.value == FIELDS_MARK and place[1] <= _SEARCHED


class _Table:
    def __init__(
        self, found: ReturnedTables, sheet: Sheet, mark: int, column: int, cards: Mapping[Spot, str]
    ) -> None:
        self.found = found
        self.sheet = sheet
        self.mark = mark
        self.column = column
        self.cards = cards
        self.addresses: set[str] = set()
        fields = {place: sheet.text(mark, place) for place in sheet.rows[mark] if place != column}
        self.typed = {place: name for place, name in fields.items() if not name.startswith(SHOWN_MARK)}
        self.shown = [place for place, name in fields.items() if name.startswith(SHOWN_MARK)]

    def read(self, sent: Mapping[str, set[str]]) -> None:
        """Read row by row, to the next table or a blank row."""
        last = next(reversed(self.sheet.rows))
        for row in range(self.mark + 1, last + 1):
            address = self._address(row)
            if address == FIELDS_MARK:
                break
            if address.startswith("@"):
                continue
            if address:
                self._read_row(row, address, sent.get(address, set()))
            elif not self._keep_new_row(row):
                break

    def _address(self, row: int) -> str:
        for place in self.shown:
            formula = self.sheet.cells.get((row, place), EMPTY).formula
            spot = spot_of(formula) if formula else None
            if spot is not None and spot in self.cards:
                return self.cards[spot]
        return self.sheet.text(row, self.column)

    def _keep_new_row(self, row: int) -> bool:
        """Keep what a row without address says; False for a blank one."""
        places = sorted(self.sheet.rows.get(row, ()))
        filled = [place for place in places if place != self.column and self.sheet.text(row, place)]
        if filled and row > self.mark + 1:
            where = cell_name(self.sheet.title, row, filled[0])
            self.found.new_rows[where] = " | ".join(self.sheet.text(row, place) for place in filled)
        return bool(filled) or row == self.mark + 1

    def _read_row(self, row: int, address: str, sent: set[str]) -> None:
        if address in self.addresses:
            where = cell_name(self.sheet.title, row, min(self.typed, default=1))
            self.found.notes.append(f"{where}: the row stands twice; the upper one is read")
            return
        self.addresses.add(address)
        cells = self.sheet.cells
        for place, name in self.typed.items():
            cell = cells.get((row, place))
            if cell is not None or name in sent:
                spot = Spot(self.sheet.title, row, place)
                self.found.facts[Key(address, name)] = (spot, cell or EMPTY)
