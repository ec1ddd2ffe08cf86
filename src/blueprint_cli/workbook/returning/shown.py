"""What was typed where a workbook only shows something: over formulas, labels and headings, and beside the tables."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Literal, NamedTuple

from blueprint_cli.language.words import words
from blueprint_cli.workbook.anchors import (
    CARD_LANES,
    SHOWN_CARD,
    SHOWN_LANE,
    SHOWN_MARK,
    SHOWN_PHASE,
    SHOWN_STEP,
    SHOWN_TEXT,
    address_shown,
)
from blueprint_cli.workbook.reading.cells import EMPTY, as_text, cell_name
from blueprint_cli.workbook.returning.sent import LOST, Spot, spot_of
from blueprint_cli.workbook.shown import mark_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from blueprint_cli.workbook.reading.cells import Cell, Place, Sheet
    from blueprint_cli.workbook.reading.cells import Value as CellValue
    from blueprint_cli.workbook.returning.phase_titles import PhaseTitles
    from blueprint_cli.workbook.returning.returned_grid import ReturnedGrid
    from blueprint_cli.workbook.returning.returned_tables import ReturnedTables, TableRows

Kind = Literal["grid", "table", "sheet", "strange"]
_FOLLOWS = (SHOWN_TEXT, SHOWN_STEP, SHOWN_CARD, SHOWN_PHASE)
"""Columns of formulas that show what stands in the grid."""
_ONE_TEXT = re.compile(r'(?:of:)?=?(?:HYPERLINK\("[^"]*"[;,])?"((?:[^"]|"")*)"\)?')


class TypedOver(NamedTuple):
    """A cell that says something else than it was sent with, though nothing is typed there.

    Attributes:
        kind: what it stands in: the grid, a table whose rows have addresses, another sheet, one that was not sent.
        spot: where.
        cell: what stands there.
        owner: whose it is, as in `mark_of`.
        mark: what its column shows, such as `=title`; of the grid, its lane.
        heading: the heading of its column; of the grid, the label of its row.
    """

    kind: Kind
    spot: Spot
    cell: Cell
    owner: str = ""
    mark: str = ""
    heading: str = ""

    @property
    def where(self) -> str:
        """The cell as people name it."""
        return cell_name(*self.spot)


class Known(NamedTuple):
    """What helps to tell what was typed.

    Attributes:
        marks: of the cells as they were sent.
        says: whether a card or a step says a text; None where there is no such one.
        phases: what the phases of steps are called.
        facts: the cells of facts of the whole map and of its phases.
        anchored: whether those are known.
    """

    marks: frozenset[int]
    says: Callable[[str, CellValue], bool | None]
    phases: PhaseTitles
    facts: frozenset[Spot]
    anchored: bool


class Shown(NamedTuple):
    """What became of the cells in which nothing is typed.

    Attributes:
        marks: of the cells as they were sent; none where that is not known.
        typed: those that say something else now.
        missing: marks that no cell accounts for: something was emptied, taken out, or typed over.
    """

    marks: frozenset[int] = frozenset()
    typed: Sequence[TypedOver] = ()
    missing: frozenset[int] = frozenset()


def read_shown(sheets: Sequence[Sheet], grid: ReturnedGrid, tables: ReturnedTables, known: Known) -> Shown:
    """Compare all that only shows something with what was sent."""
    reading = _Reading(known, tables)
    for sheet in sheets:
        own = [table for table in tables.tables if table.sheet is sheet]
        if sheet is grid.sheet:
            reading.grid(grid)
        elif own:
            reading.tables_of(sheet, own)
        else:
            reading.sheet(sheet)
    return Shown(known.marks, reading.typed, known.marks - reading.hits)


class _Reading:
    def __init__(self, known: Known, tables: ReturnedTables) -> None:
        self.known = known
        self.texts = tables.texts
        self.typed: list[TypedOver] = []
        self.hits: set[int] = set()
        lanes = CARD_LANES[:5]
        self.lanes: dict[CellValue, str] = {
            getattr(words(lang), lane): f"].{lane}[" for lang in ("en", "fr") for lane in lanes
        }

    def _is_known(self, owner: str, value: CellValue) -> bool:
        mark = mark_of(owner, value)
        if mark not in self.known.marks:
            return False
        self.hits.add(mark)
        return True

    # The grid

    def grid(self, grid: ReturnedGrid) -> None:
        """Labels, rows that gather what is typed elsewhere, and whatever stands beside the lanes."""
        cells, key_row = grid.sheet.cells, grid.key_row
        for row, columns in grid.sheet.rows.items() if key_row else ():
            if row == key_row or (row < key_row and not self.known.anchored):
                continue
            lane = grid.lanes.get(row, SHOWN_MARK)
            end = len(columns) if lane.startswith(SHOWN_MARK) else bisect_left(columns, grid.first)
            for column in columns[:end]:
                cell = cells[row, column]
                if cell.formula is None and column != grid.lane_column and as_text(cell.value):
                    in_a_column = column >= grid.first and row > key_row
                    owner = grid.steps.get(column, "") if in_a_column else ""
                    # Under a new column nothing was sent, though a name that stands there may stand elsewhere, too.
                    if (in_a_column and not owner) or not self._is_known(owner, cell.value):
                        self._keep(grid, Spot(grid.sheet.title, row, column), owner, lane)

    def _keep(self, grid: ReturnedGrid, spot: Spot, owner: str, lane: str) -> None:
        if spot not in self.known.facts:
            cell, label = grid.sheet.cells[spot.row, spot.column], grid.sheet.text(spot.row, grid.first - 1)
            self.typed.append(TypedOver("grid", spot, cell, owner, lane, label))

    # Tables whose rows have addresses

    def tables_of(self, sheet: Sheet, tables: Sequence[TableRows]) -> None:
        """The rows of its tables, then titles and headings."""
        for table in tables:
            self._table(table)
        rows = {row for table in tables for row in (*table.rows, *table.new, table.mark[0])}
        first = min(table.mark[1] for table in tables)
        for row in sorted(sheet.rows.keys() - rows):
            if sheet.text(row, first)[:1] not in ("", "@"):
                continue  # the row of a part, which is read or told as such
            for column in sheet.rows[row]:
                cell = sheet.cells[row, column]
                if column > first and _is_literal(cell) and not self._is_known("", cell.value):
                    self.typed.append(TypedOver("table", Spot(sheet.title, row, column), cell))

    def _table(self, table: TableRows) -> None:
        for column in sorted(table.shown_columns()):
            mark = table.fields.get(column, "")
            for row, address, cell in self._in_question(table, column, mark):
                if not self._is_as_sent(mark, address, cell):
                    spot = Spot(table.sheet.title, row, column)
                    self.typed.append(TypedOver("table", spot, cell, address, mark, table.heading(column)))

    def _in_question(self, table: TableRows, column: int, mark: str) -> list[tuple[int, str, Cell]]:
        """The cells of a column that do not say at once that they are as they were sent."""
        get, rows, lanes = table.sheet.cells.get, table.rows.items(), self.lanes
        if mark in _FOLLOWS:
            cells = [(row, at, get((row, column), EMPTY)) for row, at in rows]
            # Each refers to the heading of its own phase alone; of titles and texts any reference is ours.
            return [entry for entry in cells if mark == SHOWN_PHASE or not _is_reference(entry[2].formula)]
        if mark == SHOWN_LANE:
            return [
                (row, at, cell)
                for row, at in rows
                if lanes.get((cell := get((row, column), EMPTY)).value, " ") not in at
                and lanes.get(spoken_by(cell), " ") not in at
            ]
        return [
            (row, at, cell)
            for row, at in rows
            if (cell := get((row, column), EMPTY)).value != at and cell is not EMPTY
        ]

    def _is_as_sent(self, mark: str, address: str, cell: Cell) -> bool:
        if mark in _FOLLOWS:
            owner = address_shown(mark, address)
            if mark == SHOWN_PHASE:
                return self.known.phases.may_be_shown(owner, cell)
            if cell.formula is not None:
                return False
            is_text = owner == address and owner in self.texts
            return is_text or self.known.says(owner, cell.value) is not False
        if mark == SHOWN_LANE:
            return self.lanes.get(spoken_by(cell), " ") in address
        return cell.formula is None and self._is_known(address, cell.value)

    # All other sheets

    def sheet(self, sheet: Sheet) -> None:
        """A sheet whose rows begin with names or labels; one of which nothing is known was not sent."""
        said = [entry for entry in sheet.cells.items() if entry[1].formula is None]
        literal = {place: cell for place, cell in said if as_text(cell.value)}
        alone = {place: mark_of("", cell.value) for place, cell in literal.items()}
        known = {(column, mark) for (_, column), mark in alone.items() if mark in self.known.marks}
        if not known:
            spots = (Spot(sheet.title, *place) for place in sorted(literal))
            self.typed += [TypedOver("strange", spot, literal[spot.row, spot.column]) for spot in spots]
            return
        # Names stand in the first column; figures beside a name that is a formula are known without it, too.
        first = 0 if _is_of_lists(sheet) else min(column for column, _ in known)
        names = {row: as_text(cell.value) for (row, column), cell in literal.items() if column == first}
        typed: list[Place] = []
        for place, cell in literal.items():
            name = names.get(place[0], "") if place[1] != first else ""
            mark = mark_of(name, cell.value) if name else alone[place]
            if mark in self.known.marks:
                self.hits.add(mark)
            else:
                typed.append(place)
        self._keep_of_sheet(sheet, first, names, sorted(typed))

    def _keep_of_sheet(
        self, sheet: Sheet, first: int, names: Mapping[int, str], typed: Sequence[Place]
    ) -> None:
        """Keep what was typed; what stands beside a new name is new with it."""
        headings = _headings(sheet, first) if typed else {}
        new = {row for row, column in typed if column == first}
        for row, column in typed:
            if column == first or row not in new:
                name = names.get(row, "") if column != first else ""
                heading = sheet.text(headings.get(row, 0), column)
                spot = Spot(sheet.title, row, column)
                self.typed.append(TypedOver("sheet", spot, sheet.cells[row, column], name, "", heading))


def _is_reference(formula: str | None) -> bool:
    """Whether a formula shows one cell and does nothing else, or has lost that cell."""
    return formula is not None and (spot_of(formula) is not None or LOST in formula)


def spoken_by(cell: Cell) -> str:
    """The text of a cell, also of one that jumps somewhere: a formula of nothing but a text, of which some programs keep no value."""
    said = as_text(cell.value)
    told = _ONE_TEXT.fullmatch(cell.formula) if not said and cell.formula else None
    return told[1].replace('""', '"') if told else said


def _is_literal(cell: Cell) -> bool:
    return cell.formula is None and bool(as_text(cell.value))


def _is_of_lists(sheet: Sheet) -> bool:
    """Whether it is the hidden sheet of names for the drop-downs: its rows have no names."""
    said = {sheet.text(1, column) for column in sheet.rows.get(1, ())}
    return any({words(lang).teams, words(lang).systems} <= said for lang in ("en", "fr"))


def _headings(sheet: Sheet, first: int) -> dict[int, int]:
    """The row of the headings above every row: the second one of the stretch in which it stands, below the title.

    A stretch ends at a blank row, or at the title of the next table, where somebody has filled that row.
    """
    from blueprint_cli.workbook.returning.returned_names import titles_of_directory

    titles = titles_of_directory("en") | titles_of_directory("fr")
    found: dict[int, int] = {}
    for row in sheet.rows:
        said = sheet.text(row, first)
        if said:
            begins = row - 1 not in found or (said in titles and bool(sheet.text(row + 1, first)))
            found[row] = row + 1 if begins else found[row - 1]
    return found
