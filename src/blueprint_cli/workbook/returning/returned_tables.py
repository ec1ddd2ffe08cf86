"""The flat sheets that came back: facts by the address of their row and the field of their column."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from blueprint_cli.workbook.anchors import (
    FIELDS_MARK,
    IN_COLUMNS,
    SHOWN_CARD,
    SHOWN_MARK,
    SHOWN_STEP,
    SHOWN_TEXT,
    Key,
)
from blueprint_cli.workbook.reading.cells import EMPTY, as_text, cell_name
from blueprint_cli.workbook.returning.amounts import MOST_NEW_CARDS, MOST_TABLES, refuse_more_than
from blueprint_cli.workbook.returning.sent import LOST, Spot, spot_of

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence

    from blueprint_cli.workbook.anchors import Value as Sent
    from blueprint_cli.workbook.reading.cells import Book, Cell, Place, Sheet, Value

_SEARCHED = 4
_GONE = "@gone"
"""In place of an address: the row, sorted to where another one stood, is that of a card whose cell is gone."""


class NewRow(NamedTuple):
    """A row that people put in.

    Attributes:
        spot: its first filled cell.
        columns: the column of every field of its table; what is shown of the grid has names such as `=title`.
        cells: its filled cells by field; empty where none stands in a column that has one.
        said: all that it says.
        others: the headings of its filled cells that are no fields, each with the place of its cell.
    """

    spot: Spot
    columns: Mapping[str, int]
    cells: Mapping[str, Cell]
    said: str
    others: Mapping[str, Place]

    @property
    def where(self) -> str:
        """Its first filled cell as people name it."""
        return cell_name(*self.spot)

    def cell_of(self, name: str) -> str:
        """The cell of a field as people name it."""
        return cell_name(self.spot.sheet, self.spot.row, self.columns[name])

    def value(self, name: str) -> Value:
        """What stands in the cell of a field; None for nothing."""
        return self.cells[name].value if name in self.cells else None


class TableRows(NamedTuple):
    """A table as it came back.

    Attributes:
        sheet: its sheet.
        mark: the cell of `@fields`.
        fields: the field of every column that has one.
        rows: the address of every row that has one.
        new: the rows that have none.
    """

    sheet: Sheet
    mark: Place
    fields: Mapping[int, str]
    rows: dict[int, str]
    new: list[int]

    def heading(self, column: int) -> str:
        """The heading of a column."""
        return self.sheet.text(self.mark[0] + 1, column)

    def shown_columns(self) -> set[int]:
        """The columns in which nothing is typed, and those that no table was sent with."""
        filled = set(chain.from_iterable(map(self.sheet.rows.__getitem__, self.rows)))
        known = filled | self.fields.keys() - {self.mark[1]}
        return {
            column
            for column in known
            if column > self.mark[1]
            and self.fields.get(column, SHOWN_MARK).startswith(SHOWN_MARK)
            and not self.heading(column).startswith("@")
        }


class ReturnedTables:
    """What the flat sheets say.

    Attributes:
        tables: the tables.
        facts: the cell of every fact that has a row and a column.
        texts: the cell of every text that was typed over what showed it, by the address of its card, or of its step in the
            table of steps.
        new_rows: the rows that people put in.
        gone: addresses whose rows nobody can tell any more: they were sorted, and their cards are gone.
        without_column: facts that were sent and have no column any more, each with the table in which their part has its row.
        notes: rows that are not understood, in words.
    """

    def __init__(self) -> None:
        self.tables: list[TableRows] = []
        self.facts: dict[Key, tuple[Spot, Cell]] = {}
        self.texts: dict[str, tuple[Spot, Cell]] = {}
        self.new_rows: list[NewRow] = []
        self.gone: set[str] = set()
        self.without_column: dict[Key, TableRows] = {}
        self.notes: list[str] = []


def read_tables(
    book: Book,
    cards: Mapping[Spot, Sequence[str]],
    base: Mapping[Key, Sent],
    says: Callable[[str, Value], bool | None],
) -> ReturnedTables:
    """The facts of all flat sheets.

    Args:
        book: the workbook.
        cards: the address of the card in each cell of the grid: a row that shows it by a formula is its row, whatever its
            hidden address says, since people sort the columns that they see. Several where one was pasted over others.
        base: the facts that were sent with a value: an empty cell says something of these alone.
        says: whether the card or step of an address says a text; None where there is no such one, or another step says it.
    """
    found = ReturnedTables()
    sent: dict[str, dict[str, Sent]] = {}
    for key, value in base.items():
        sent.setdefault(key.at, {})[key.field] = value
    strange = 0
    for sheet in book.sheets:
        cells = sheet.cells.items()
        marks = sorted(place for place, cell in cells if cell.value == FIELDS_MARK and place[1] <= _SEARCHED)
        refuse_more_than(book, len(marks), MOST_TABLES, f"tables in '{sheet.title}'")
        for mark, rows in zip(marks, _stretches(sheet, marks), strict=True):
            strange += sum(_is_strange(sheet, row, mark[1], sent) for row in rows)
            refuse_more_than(book, strange, MOST_NEW_CARDS, "rows of parts that the map never had")
            _Table(found, sheet, mark, cards, sent, says).read(rows)
    found.without_column = dict(_without_column(found, sent))  # the first one counts
    return found


def _is_strange(sheet: Sheet, row: int, column: int, sent: Mapping[str, object]) -> bool:
    address = sheet.text(row, column)
    return address not in sent and address[:1] not in ("", "@") and len(sheet.rows[row]) > 1


def _without_column(
    found: ReturnedTables, sent: Mapping[str, Mapping[str, Sent]]
) -> Iterator[tuple[Key, TableRows]]:
    nothing: dict[str, Sent] = {}
    for table in reversed(found.tables):
        lacks = IN_COLUMNS - set(table.fields.values())
        for at in table.rows.values():
            for name in lacks & sent.get(at, nothing).keys():
                if Key(at, name) not in found.facts:
                    yield Key(at, name), table


def _stretches(sheet: Sheet, marks: Sequence[Place]) -> Iterator[list[int]]:
    """The filled rows below each row of marks, to the next one; the last row before that, unless a part's, is the title of its table."""
    rows = list(sheet.rows) if marks else []
    for mark, column in marks:
        below = bisect_right(marks, (mark, _SEARCHED))
        start, end = bisect_right(rows, mark), len(rows)
        if below < len(marks):
            end = bisect_left(rows, marks[below][0])
            end -= end > start and not sheet.text(rows[end - 1], column)
        yield rows[start:end]


class _Table:
    def __init__(
        self,
        found: ReturnedTables,
        sheet: Sheet,
        mark: Place,
        cards: Mapping[Spot, Sequence[str]],
        sent: Mapping[str, Mapping[str, Sent]],
        says: Callable[[str, Value], bool | None],
    ) -> None:
        row, column = mark
        self.found = found
        self.sheet = sheet
        self.headings = row + 1
        self.column = column
        self.cards = cards
        self.sent = sent
        self.says = says
        self.addresses: set[str] = set()
        self.rows: Sequence[int] = ()
        self.fields = {place: sheet.text(row, place) for place in sheet.rows[row] if place != column}
        self.first = min(self.fields, default=0)
        self.typed = {place: name for place, name in self.fields.items() if not name.startswith(SHOWN_MARK)}
        main = SHOWN_TEXT if {SHOWN_TEXT, SHOWN_CARD} & set(self.fields.values()) else SHOWN_STEP
        self.shown = [place for place, name in self.fields.items() if name == main]
        self.table = TableRows(sheet, mark, self.fields, {}, [])
        found.tables.append(self.table)

    def read(self, rows: Iterable[int]) -> None:
        """Read row by row; that of the headings says so where it is not in its place."""
        self.rows = list(rows)
        are_gone = False
        for row in self.rows:
            address = self._address(row)
            are_gone |= address == _GONE
            if address and row != self.headings and self._is_emptied(row):
                continue
            if address and not address.startswith("@"):
                self.table.rows[row] = address
                self._read_row(row, address, self.sent.get(address, {}))
            elif not address and row != self.headings:
                self.table.new.append(row)
                self._keep_new_row(row)
        if are_gone:
            self.found.gone |= {self.sheet.text(row, self.column) for row in self.rows} - self.addresses

    def _is_emptied(self, row: int) -> bool:
        """Whether nothing is left of a row but its address."""
        cells = self.sheet.cells
        return (row, self.first) not in cells and not any((row, place) in cells for place in self.fields)

    def _address(self, row: int) -> str:
        address = self.sheet.text(row, self.column)
        for place in self.shown:
            cell = self.sheet.cells.get((row, place), EMPTY)
            by_formula = self._shown_in(row, place)
            if by_formula:
                return by_formula[0] if len(by_formula) == 1 else self._own(row, address, by_formula)
            if cell.formula is not None and LOST in cell.formula and address in self._shown_elsewhere:
                return _GONE
            if cell.formula is None and as_text(cell.value) and self.says(address, cell.value) is False:
                if address in self._shown_elsewhere:
                    return ""  # a new row, sorted to where that card stood
                if address not in self.addresses:
                    self.found.texts[address] = (Spot(self.sheet.title, row, place), cell)
        return address

    def _shown_in(self, row: int, place: int) -> Sequence[str]:
        """The addresses of the cards that a cell shows by a formula; none where it shows none."""
        formula = self.sheet.cells.get((row, place), EMPTY).formula
        spot = spot_of(formula) if formula else None
        return self.cards.get(spot, ()) if spot is not None else ()

    def _own(self, row: int, address: str, shown: Sequence[str]) -> str:
        """Whose row it is, of cards that were pasted over each other: where rows were sorted, what they say tells it."""
        if address in shown and not self._is_sorted:
            return address
        cells = self.sheet.cells

        def likeness(at: str) -> tuple[bool, int]:
            sent = self.sent.get(at, {})
            same = sum(
                as_text(cells.get((row, place), EMPTY).value) == as_text(sent.get(name))
                for place, name in self.typed.items()
            )
            return at not in self.addresses, same

        return max(shown, key=likeness)

    @cached_property
    def _is_sorted(self) -> bool:
        """Whether some row shows another card than its hidden address says."""
        return any(
            shown and self.sheet.text(row, self.column) not in shown
            for row in self.rows
            for shown in (self._shown_in(row, place) for place in self.shown)
        )

    @cached_property
    def _shown_elsewhere(self) -> frozenset[str]:
        """The addresses of all cards that some row shows by a formula."""
        return frozenset(at for row in self.rows for place in self.shown for at in self._shown_in(row, place))

    def _keep_new_row(self, row: int) -> None:
        """Keep what a row without address says."""
        filled = {
            place: self.sheet.cells[row, place]
            for place in sorted(self.sheet.rows[row])
            if place != self.column
            and (self.sheet.text(row, place) or self.sheet.cells[row, place].formula is not None)
            and not self._is_reckoned(place)
        }
        if filled:
            spot = Spot(self.sheet.title, row, next(iter(filled)))
            cells = {self.fields[place]: cell for place, cell in filled.items() if place in self.fields}
            columns = {name: place for place, name in self.fields.items()}
            said = " | ".join(cell.unsaid or as_text(cell.value) for cell in filled.values())
            heads = {
                place: self.sheet.text(self.headings, place) for place in filled if place not in self.fields
            }
            others = {heading: (row, place) for place, heading in heads.items()}
            self.found.new_rows.append(NewRow(spot, columns, cells, said, others))

    def _is_reckoned(self, place: int) -> bool:
        """Whether a hidden column counts for the formulas of other sheets."""
        return self.sheet.text(self.headings, place).startswith("@")

    def _read_row(self, row: int, address: str, sent: Container[str]) -> None:
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
