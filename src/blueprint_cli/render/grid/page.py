"""A worksheet while it is filled, and what the whole workbook has to remember of its cells."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from openpyxl.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange

from blueprint_cli.render.grid.clocks import Units
from blueprint_cli.render.grid.strings import put

if TYPE_CHECKING:
    from blueprint_cli.render.grid.look import Looks
    from blueprint_cli.render.grid.minutes import Minutes
    from blueprint_cli.workbook.anchors import Key, Value


@dataclass
class Ledger:
    """What is known of the cells of a workbook beside what stands in them.

    Attributes:
        facts: value of every fact, by key.
        looks: the named styles.
        phases: the title of each step's phase, by the address of the step; none where it is in no phase.
        minutes: waiting and work of the cards, where formulas count with them.
        units: the form of all times.
        places: sheet, row and column of the cell in which a fact is typed.
        shown: per sheet, the values of its formulas, by row and column: programs that do not compute see them.
        links: per sheet, where its cells jump to, by coordinate.
        growing: per sheet, rows whose height follows what is typed.
        prompted: per sheet, names of rows with a question below, by row and column.
    """

    facts: dict[Key, Value]
    looks: Looks
    phases: dict[str, Key] = field(default_factory=dict)
    minutes: Minutes | None = None
    units: Units = field(default_factory=Units)
    places: dict[Key, tuple[str, int, int]] = field(default_factory=dict)
    shown: dict[str, dict[tuple[int, int], Value]] = field(default_factory=lambda: defaultdict(dict))
    links: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    growing: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    prompted: dict[str, set[tuple[int, int]]] = field(default_factory=lambda: defaultdict(set))


class Page:
    """A worksheet: what is put in a cell is a text, a number, a formula with its value, or a fact."""

    def __init__(self, sheet: Any, ledger: Ledger) -> None:
        self.sheet = sheet
        self.ledger = ledger
        self._looks = ledger.looks
        # Cells are made by the ten thousand: `sheet.cell` looks at every number again.
        self._cells: dict[tuple[int, int], Any] = sheet._cells  # noqa: SLF001

    def blank(self, row: int, column: int, look: str) -> Any:
        """A cell that only has a look."""
        cell: Any = self._cells.get((row, column))
        if cell is None:
            cell = self._cells[row, column] = Cell(self.sheet, row, column)
        cell._style = self._looks[look]  # noqa: SLF001 - shared by all cells that look so
        return cell

    def text(self, row: int, column: int, text: str, look: str) -> None:
        """A text, whatever it starts with."""
        put(self.blank(row, column, look), text)

    def number(self, row: int, column: int, number: float, look: str) -> None:
        """A number, shown in the format of its look."""
        _set_number(self.blank(row, column, look), number)

    def formula(self, row: int, column: int, formula: str, value: Value, look: str) -> None:
        """A formula of our own with the value that it has now."""
        cell = self.blank(row, column, look)
        cell._value, cell.data_type = formula, "f"  # noqa: SLF001 - no need to look what it might be
        self.ledger.shown[self.sheet.title][row, column] = value

    def fact(self, row: int, column: int, key: Key, look: str) -> None:
        """The one cell in which a fact is typed."""
        value = self.ledger.facts[key]
        cell = self.blank(row, column, look)
        if isinstance(value, str):
            put(cell, value, key)
        elif value is not None:
            _set_number(cell, value)
        self.ledger.places[key] = (self.sheet.title, row, column)

    def refer(self, key: Key) -> str:
        """The absolute reference to the cell of a fact, as formulas write it."""
        return reference(*self.ledger.places[key])

    def link(self, row: int, column: int, text: str, look: str, target: str) -> None:
        """A text of our own that jumps to another place of the workbook, `Cards!$B$3`.

        It is the text of a formula: LibreOffice paints the words of a linked text in a loud blue, whatever their look.
        """
        said = text.replace('"', '""')
        self.formula(row, column, f'="{said}"', text, look)
        self.ledger.links[self.sheet.title][f"{get_column_letter(column)}{row}"] = target

    def height(self, row: int, points: float, *, grows: bool = False) -> None:
        """Set a row's height; one that grows follows what is typed into it."""
        self.sheet.row_dimensions[row].height = points
        if grows:
            self.ledger.growing[self.sheet.title].add(row)

    def width(self, column: int, characters: float) -> None:
        """Set a column's width."""
        self.sheet.column_dimensions[get_column_letter(column)].width = characters

    def hide(self, column: int) -> None:
        """Hide a column."""
        self.sheet.column_dimensions[get_column_letter(column)].hidden = True

    def merge(self, first_row: int, first_column: int, last_row: int, last_column: int) -> None:
        """Make one cell of several, whose looks stay: openpyxl would make a cell for each of them again."""
        if (first_row, first_column) != (last_row, last_column):
            self.sheet.merged_cells.add(CellRange(None, first_column, first_row, last_column, last_row))


def _set_number(cell: Any, number: float) -> None:
    cell._value, cell.data_type = number, "n"  # noqa: SLF001 - no need to look what it might be


def quoted(title: str) -> str:
    """The title of a sheet as formulas write it."""
    plain = title.isascii() and title.isalnum() and not title[0].isdigit()
    return title if plain else "'" + title.replace("'", "''") + "'"


def reference(title: str, row: int, column: int) -> str:
    """An absolute reference to a cell: `Blueprint!$E$7`; relative ones would shift when rows are sorted."""
    return f"{quoted(title)}!${get_column_letter(column)}${row}"


def span(title: str, first_row: int, last_row: int, column: int, last_column: int = 0) -> str:
    """An absolute reference to a stretch of cells: `Cards!$B$5:$B$40`."""
    last = get_column_letter(last_column or column)
    return f"{quoted(title)}!${get_column_letter(column)}${first_row}:${last}${last_row}"
