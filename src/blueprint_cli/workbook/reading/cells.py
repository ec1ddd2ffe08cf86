"""What a workbook holds once it is read: sheets of filled cells, values and formulas, never a grid."""

from __future__ import annotations

from functools import cache, cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

Value = str | int | float | bool | None
State = Literal["visible", "hidden", "very hidden"]
Place = tuple[int, int]
"""Row and column, both from 1."""

_LETTERS = 26


class Cell(NamedTuple):
    """A filled cell.

    Attributes:
        value: what it shows; of a formula the value that was saved with it.
        formula: the formula without its `=`; None where there is none, empty where it is shared with another cell.
        is_error: True for `#REF!` and the like, whose text is the value.
        said: what a date, a share or a time of day shows, where that is known; empty for all else.
    """

    value: Value
    formula: str | None = None
    is_error: bool = False
    said: str = ""

    @property
    def unsaid(self) -> str:
        """The formula or the error that stands in place of a fact; empty where a value was typed."""
        if self.formula is not None:
            return f"={self.formula}"
        return as_text(self.value) if self.is_error else ""


EMPTY = Cell(None)
"""In place of a cell that is not there, and known by that: no sheet holds it."""


class Area(NamedTuple):
    """A merged stretch of cells, ends included."""

    top: int
    left: int
    bottom: int
    right: int


class Sheet:
    """A sheet as it is saved.

    Attributes:
        title: its name.
        state: whether people see it.
        cells: filled cells by row and column.
        merges: merged stretches, in the order of the file.
        comments: what people noted on cells; read only where it is asked for.
    """

    def __init__(
        self,
        title: str,
        state: State = "visible",
        cells: dict[Place, Cell] | None = None,
        merges: list[Area] | None = None,
        comments: dict[Place, str] | None = None,
    ) -> None:
        self.title, self.state = title, state
        self.cells = {} if cells is None else cells
        self.merges = [] if merges is None else merges
        self.comments = {} if comments is None else comments

    @cached_property
    def rows(self) -> dict[int, list[int]]:
        """The columns of the filled cells of every row that has any, from top to bottom; a sheet that is read stays as it is."""
        found: dict[int, list[int]] = {}
        here, columns = 0, list[int]()
        for row, column in sorted(self.cells):
            if row != here:
                here, columns = row, found.setdefault(row, [])
            columns.append(column)
        return found

    def value(self, row: int, column: int) -> Value:
        """What a cell shows, None for an empty one."""
        cell = self.cells.get((row, column))
        return cell.value if cell is not None else None

    def text(self, row: int, column: int) -> str:
        """What a cell shows, as text without blanks around it."""
        return as_text(self.value(row, column))


class Book:
    """A workbook.

    Attributes:
        name: the file, for messages.
        kind: `xlsx`, `ods`, `csv` or `tsv`.
        sheets: in the order of the tabs.
        notes: what was in it and was not read, in words.
        counts_from_1904: whether its dates count from 1904 (old Macs) and not from 1900.
        properties: what its maker wrote into it beside the sheets, by name.
    """

    def __init__(self, name: str, kind: str, sheets: Iterable[Sheet] = (), notes: Iterable[str] = ()) -> None:
        self.name, self.kind = name, kind
        self.sheets, self.notes = list(sheets), list(notes)
        self.counts_from_1904 = False
        self.properties: dict[str, str] = {}

    def sheet(self, title: str) -> Sheet | None:
        """The sheet of that name, whatever its case."""
        for sheet in self.sheets:
            if sheet.title == title:
                return sheet
        return next((sheet for sheet in self.sheets if sheet.title.casefold() == title.casefold()), None)


def as_text(value: Value) -> str:
    """A value as text without blanks around it; a whole number has no decimals."""
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n").strip() if "\r" in value else value.strip()
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:  # noqa: PLR2004 - exact below
        return str(int(value))
    return str(value)


def whole_number(value: Value) -> int | None:
    """A whole number, also written `+1` or with a real minus."""
    if isinstance(value, bool):
        return None
    try:
        number = float(as_text(value).replace("−", "-").replace(",", "."))
    except ValueError:
        return None
    return int(number) if number.is_integer() else None


def letters(column: int) -> str:
    """A column's letters: 28 is `AB`."""
    found = ""
    while column:
        column, rest = divmod(column - 1, _LETTERS)
        found = chr(ord("A") + rest) + found
    return found


@cache
def column_number(name: str) -> int:
    """A column from its letters; 0 where they are none."""
    number = 0
    for letter in name:
        if not "A" <= letter <= "Z":
            return 0
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number


def cell_name(sheet: str, row: int, column: int) -> str:
    """A cell as people name it: `Blueprint!G14`, `'Ma grille'!G14`."""
    plain = sheet.isidentifier() or sheet.replace("-", "_").isidentifier()
    shown = sheet if plain else "'" + sheet.replace("'", "''") + "'"
    return f"{shown}!{letters(column)}{row}"
