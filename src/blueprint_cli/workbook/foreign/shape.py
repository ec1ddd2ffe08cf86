"""The shape of a grid that was made elsewhere: which sheet, which way up, where its headings and columns are."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from blueprint_cli.workbook.anchors import STEPS_MARK
from blueprint_cli.workbook.foreign.headings import LAYERS, Heading, meaning_of
from blueprint_cli.workbook.reading.cells import Area, Sheet, as_text, cell_name

if TYPE_CHECKING:
    from blueprint_cli.workbook.reading.cells import Book

_HEADING_COLUMNS = 6
_FEWEST_LAYERS = 2
_MOST_ROWS = 2_000
_HINT = "+"
_NUMBERS = ("n°", "no", "no.", "nr", "#", "num", "numéro", "number", "id", "ordre", "order")
"""Headings of columns that count; nobody misses them."""


@dataclass
class Shape:
    """A grid with its headings.

    Attributes:
        sheet: the sheet, turned where the grid lies on its side.
        turned: whether it was.
        column: the column of the headings.
        last: the last column that holds headings: some stand one further to the right.
        headings: the heading of every row that has one that is understood.
        strange: rows with a heading that is not.
    """

    sheet: Sheet
    turned: bool = False
    column: int = 1
    last: int = 1
    headings: dict[int, Heading] = field(default_factory=dict)
    strange: dict[int, str] = field(default_factory=dict)

    @property
    def layers(self) -> int:
        """How many different layers have a heading."""
        return len({heading.role for heading in self.headings.values()} & set(LAYERS))

    def name(self, row: int, column: int) -> str:
        """A cell as people name it in the sheet as it was sent."""
        row, column = (column, row) if self.turned else (row, column)
        return cell_name(self.sheet.title, row, column)


def shape_of(book: Book) -> Shape | None:
    """The sheet that looks most like a grid, or None where none does."""
    best: Shape | None = None
    for sheet in book.sheets:
        if sheet.state == "visible":
            for candidate in _candidates(_without_keys(sheet)):
                if best is None or _likely(candidate) > _likely(best):
                    best = candidate
    return best if best is not None and best.layers >= _FEWEST_LAYERS else None


def _without_keys(sheet: Sheet) -> Sheet:
    """A grid of ours without its hidden row and column, which are for programs."""
    mark = next((place for place, cell in sheet.cells.items() if cell.value == STEPS_MARK), None)
    if mark is None:
        return sheet
    cells = {
        (row, column): cell
        for (row, column), cell in sheet.cells.items()
        if row != mark[0] and column != mark[1]
    }
    return Sheet(sheet.title, sheet.state, cells, sheet.merges)


def _likely(shape: Shape) -> tuple[int, int, bool]:
    """More layers, then more headings, then standing upright."""
    return shape.layers, len(shape.headings), not shape.turned


def _candidates(sheet: Sheet) -> list[Shape]:
    upright = [_shape(sheet, column) for column in range(1, _HEADING_COLUMNS + 1)]
    lying = turned(sheet)
    return upright + [_shape(lying, column, turned=True) for column in range(1, _HEADING_COLUMNS + 1)]


def _shape(sheet: Sheet, column: int, *, turned: bool = False) -> Shape:
    found = Shape(sheet, turned, column, column)
    for (row, place), cell in sheet.cells.items():
        said = as_text(cell.value)
        if place == column and said and row <= _MOST_ROWS and not said.startswith(_HINT):
            heading = meaning_of(said)
            if heading is not None:
                found.headings[row] = heading
            elif said.casefold() not in _NUMBERS:
                found.strange[row] = said
    _add_neighbours(found)
    return found


def _add_neighbours(shape: Shape) -> None:
    """Headings one column further, where that column holds nothing beside the layers."""
    column = shape.column + 1
    rows = {row for row, heading in shape.headings.items() if heading.role in LAYERS}
    more: dict[int, Heading] = {}
    for (row, place), cell in shape.sheet.cells.items():
        if place != column or not as_text(cell.value):
            continue
        if row in rows:
            return
        heading = meaning_of(as_text(cell.value))
        if heading is not None and row not in shape.headings and row not in shape.strange:
            more[row] = heading
    if more:
        shape.headings.update(more)
        shape.last = column


def turned(sheet: Sheet) -> Sheet:
    """The sheet with rows and columns exchanged."""
    cells = {(column, row): cell for (row, column), cell in sheet.cells.items()}
    merges = [Area(area.left, area.top, area.right, area.bottom) for area in sheet.merges]
    return Sheet(sheet.title, sheet.state, cells, merges)
