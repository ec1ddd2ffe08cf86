"""The shape of a grid that was made elsewhere: which sheet, which way up, where its headings and columns are."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from blueprint_cli.language.topics.workbook import workbook_words
from blueprint_cli.workbook.anchors import STEPS_MARK
from blueprint_cli.workbook.foreign.headings import LAYERS, Heading, meaning_of, plain
from blueprint_cli.workbook.reading.cells import Area, Sheet, as_text, cell_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from blueprint_cli.workbook.reading.cells import Book

_HEADING_COLUMNS = 6
_FEWEST_LAYERS = 2
_MOST_ROWS = 500
_HINT = "+"
_LONGEST_NAMED = 40
LONGEST_LOST = 400
"""How much of a text is told that is not in the new file."""
SAID_IN_ONE = re.compile(r"(?P<name>[^:：]{2,40}?)\s*[:：]\s*(?P<value>\S.*)\Z", re.DOTALL)
"""A name and what is said under it, in one cell."""
_NUMBERS = ("n°", "no", "no.", "nr", "#", "num", "numéro", "number", "id", "ordre", "order")
"""Headings of columns that count; nobody misses them."""


@dataclass
class Shape:
    """A grid with its headings.

    Attributes:
        sheet: the sheet, turned where the grid lies on its side.
        turned: whether it is.
        column: the column of the headings.
        last: the last column that holds headings: some stand one further to the right.
        headings: the heading of every row that has one that is understood.
        strange: rows with a heading that is not.
        others: a sentence on each other sheet that holds anything; they are not read.
    """

    sheet: Sheet
    turned: bool = False
    column: int = 1
    last: int = 1
    headings: dict[int, Heading] = field(default_factory=dict)
    strange: dict[int, str] = field(default_factory=dict)
    others: list[str] = field(default_factory=list)

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
    shapes = [
        max(_candidates(_without_keys(sheet)), key=_likely)
        for sheet in book.sheets
        if sheet.state == "visible"
    ]
    grids = [shape for shape in shapes if shape.layers >= _FEWEST_LAYERS]
    if not grids:
        return None
    best = max(grids, key=_likely)
    best.others = _others(book, best, grids)
    if best.turned:
        best.sheet = turned(best.sheet)
    return best


def _others(book: Book, best: Shape, grids: list[Shape]) -> list[str]:
    """A sentence on each other sheet that holds anything."""
    held = {shape.sheet.title for shape in grids if shape is not best}
    said = []
    for sheet in book.sheets:
        if sheet.title in held:
            said.append(f"sheet '{sheet.title}' holds a grid, too: not read")
        elif sheet.title != best.sheet.title and sheet.cells and sheet.state != "very hidden":
            why = "is hidden" if sheet.state == "hidden" else "holds no grid"
            said.append(f"sheet '{sheet.title}' {why}: not read")
    return said


@cache
def _prompts() -> frozenset[str]:
    """The questions below the headings of a blank grid of ours: no headings."""
    return frozenset(plain(said) for lang in ("en", "fr") for said in workbook_words(lang).prompts.values())


def is_hint(said: str) -> bool:
    """Whether a text is one that our blank grids bring along: a question, `+ card`, the heading of a counting column."""
    return said.startswith(_HINT) or plain(said) in _prompts() or said.casefold() in _NUMBERS


def short(text: str, most: int = _LONGEST_NAMED) -> str:
    """A text as messages name it: in one line."""
    said = " ".join(text.split())
    return said if len(said) <= most else f"{said[: most - 1]}…"


def _without_keys(sheet: Sheet) -> Sheet:
    """A grid of ours without its hidden row and column, which are for programs, and what its top only shows: links, titles."""
    mark = next((place for place, cell in sheet.cells.items() if cell.value == STEPS_MARK), None)
    if mark is None:
        return sheet
    cells = {
        (row, column): cell
        for (row, column), cell in sheet.cells.items()
        if row != mark[0] and column != mark[1] and (row > mark[0] or cell.formula is None)
    }
    return Sheet(sheet.title, sheet.state, cells, sheet.merges, sheet.comments)


def _likely(shape: Shape) -> tuple[int, int, bool]:
    """More layers, then more headings, then standing upright."""
    return shape.layers, len(shape.headings), not shape.turned


def _candidates(sheet: Sheet) -> list[Shape]:
    """A shape for each of the first columns, and for each of the first rows of the sheet as it is."""
    columns: dict[int, dict[int, str]] = {}
    rows: dict[int, dict[int, str]] = {}
    for (row, column), cell in sheet.cells.items():
        if column <= _HEADING_COLUMNS + 1 and row <= _MOST_ROWS:
            columns.setdefault(column, {})[row] = as_text(cell.value)
        if row <= _HEADING_COLUMNS + 1 and column <= _MOST_ROWS:
            rows.setdefault(row, {})[column] = as_text(cell.value)
    return [
        _shape(Shape(sheet, way, column, column), texts)
        for way, texts in ((False, columns), (True, rows))
        for column in range(1, _HEADING_COLUMNS + 1)
    ]


def _shape(shape: Shape, texts: Mapping[int, Mapping[int, str]]) -> Shape:
    for row, said in texts.get(shape.column, {}).items():
        if not shape.turned and len(shape.sheet.rows[row]) == 1 and SAID_IN_ONE.match(said):
            continue  # said of the whole map: `Client: Colibri`
        if said and not said.startswith(_HINT) and plain(said) not in _prompts():
            heading = meaning_of(said)
            if heading is not None:
                shape.headings[row] = heading
            elif said.casefold() not in _NUMBERS:
                shape.strange[row] = said
    _add_neighbours(shape, texts.get(shape.column + 1, {}))
    return shape


def _add_neighbours(shape: Shape, texts: Mapping[int, str]) -> None:
    """Headings one column further, where that column holds nothing beside the layers."""
    rows = {row for row, heading in shape.headings.items() if heading.role in LAYERS}
    more: dict[int, Heading] = {}
    for row, said in texts.items():
        if not said or plain(said) in _prompts():
            continue
        if row in rows:
            return
        heading = meaning_of(said)
        if heading is not None and row not in shape.headings and row not in shape.strange:
            more[row] = heading
    if more:
        shape.headings.update(more)
        shape.last = shape.column + 1


def turned(sheet: Sheet) -> Sheet:
    """The sheet with rows and columns exchanged."""
    cells = {(column, row): cell for (row, column), cell in sheet.cells.items()}
    merges = [Area(area.left, area.top, area.right, area.bottom) for area in sheet.merges]
    comments = {(column, row): text for (row, column), text in sheet.comments.items()}
    return Sheet(sheet.title, sheet.state, cells, merges, comments)
