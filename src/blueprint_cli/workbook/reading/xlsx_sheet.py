"""The cells of one sheet of an Excel workbook; here all of the time is spent, so each event is one call."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from blueprint_cli.workbook.reading.archive import DAMAGED
from blueprint_cli.workbook.reading.cells import Area, Cell, column_number
from blueprint_cli.workbook.reading.elements import Gathering, too_much
from blueprint_cli.workbook.reading.limits import (
    LAST_COLUMN,
    LAST_ROW,
    MOST_CELLS,
    MOST_ELEMENTS,
    MOST_IN_A_CELL,
    MOST_LEVELS,
    MOST_MERGES,
    refused,
)
from blueprint_cli.workbook.reading.usual import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from blueprint_cli.errors import BlueprintError
    from blueprint_cli.workbook.reading.cells import Sheet, Value
    from blueprint_cli.workbook.reading.elements import Attributes
    from blueprint_cli.workbook.reading.limits import Tally
    from blueprint_cli.workbook.reading.usual import CellText

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})\Z")
_ONLY_A_LOOK = re.compile(rb'<c r="[A-Z]{1,3}[0-9]{1,7}" s="[0-9]{1,6}" ?/>')
_make = tuple.__new__
_MOST_FIGURES, _MOST_INDEX_FIGURES = 40, 7


class Worksheet(Gathering):
    """Handlers that fill a sheet."""

    def __init__(self, sheet: Sheet, strings: list[str], tally: Tally) -> None:
        super().__init__(tally, MOST_IN_A_CELL)
        self.sheet = sheet
        self.strings = strings
        self.depth = self.aside = 0
        self.row = self.column = 0
        self.row_name = "0"
        self.kind = "n"
        self.said = ""
        self.formula: str | None = None
        self.columns: dict[str, int] = {}
        self.texts: dict[tuple[str, str], Cell] = {}
        self.elements = tally.elements
        self.literal = False

    def attach(self, parser: Any, tally: Tally) -> None:
        """Have a parser call the handlers; they count for themselves."""
        self.tally = tally
        parser.StartElementHandler, parser.EndElementHandler = self.start, self.end
        parser.CharacterDataHandler = self.text

    def prepared(self, block: bytes) -> bytes:
        """Without cells that only have a look: in a form there are more of them than of others.

        What is cut in two by the end of a block stays; where text may stand unescaped, all stays.
        """
        self.literal |= b"<![" in block
        return block if self.literal else _ONLY_A_LOOK.sub(b"", block)

    def start(self, name: str, attributes: Attributes) -> None:
        """An element begins."""
        self.depth += 1
        self.elements += 1
        if self.depth > MOST_LEVELS or self.elements > MOST_ELEMENTS:
            raise too_much(self.tally, self.depth)
        if ":" in name:
            name = name.rsplit(":", 1)[-1]
        if name == "c":
            said = attributes.get("r", "")
            known = self.columns.get(said[: -len(self.row_name)])
            if known is not None and said.endswith(self.row_name):
                self.column = known
            else:
                self._place(said)
            self.kind = attributes.get("t", "n")
            self.said, self.formula = "", None
        elif name in ("v", "f") or (name == "t" and not self.aside):
            self.listening = True
        elif name == "row":
            self._start_row(attributes)
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))
        elif name == "rPh":
            self.aside += 1

    def end(self, name: str) -> None:
        """An element ends."""
        self.depth -= 1
        if ":" in name:
            name = name.rsplit(":", 1)[-1]
        if name == "v":
            self.listening = False
            self.said = self.taken()
        elif name == "c":
            text = self.taken()
            if self.kind == "inlineStr":
                self.said = text
            if self.said or self.formula is not None:
                self._keep()
        elif name == "f":
            self.listening = False
            self.formula = self.taken()
        elif name == "t":
            self.listening = False
        elif name == "rPh":
            self.aside -= 1
        elif name == "sheetData":
            self.tally.elements = self.elements

    def keep(self, found: Sequence[CellText], last: int) -> None:
        """Keep cells that were found at once; the next row without a number follows the last one."""
        new: list[str] = []
        cells, columns, texts = self.sheet.cells, self.columns, self.texts
        here, number, filled = "", 0, 0
        for name, row, kind, tag, formula, value, text, _ in found:
            said = text if kind == "inlineStr" else value
            if tag or said:
                column = columns.get(name)
                if column is None:
                    self._place(name + row)
                    column = self.column
                cell = texts.get((kind, said))
                if cell is None:
                    new.append(said)
                    self.kind, self.said = kind, plain(said)
                    cell = texts[kind, said] = Cell(self._value(), None, kind == "e")
                if tag:
                    new.append(formula)
                    # As Cell(...), which takes three times as long.
                    cell = _make(Cell, (cell[0], plain(formula) if "&" in formula else formula, cell[2], ""))
                if row != here:
                    here, number = row, int(row)
                cells[number, column] = cell
                filled += 1
        self.row, self.row_name = last, str(last)
        self.tally.cell(filled)
        self.tally.texts(new)

    def _keep(self) -> None:
        self.tally.cells += 1
        if self.tally.cells > MOST_CELLS:
            self.tally.cell(0)
        if self.kind == "s" and self.formula is None:
            cell = self.texts.get(("s", self.said))
            if cell is None:
                cell = self.texts["s", self.said] = Cell(self._value())
        else:
            cell = Cell(self._value(), self.formula, self.kind == "e")
        self.sheet.cells[self.row, self.column] = cell

    def _start_row(self, attributes: Attributes) -> None:
        said = attributes.get("r", "")
        self.row = int(said) if said.isascii() and said.isdecimal() and len(said) < 8 else self.row + 1  # noqa: PLR2004
        self.row_name, self.column = str(self.row), 0
        if not 0 < self.row <= LAST_ROW:
            raise self._damaged("has a row beyond the last one")

    def _place(self, said: str) -> None:
        """The place of a cell that was not met in this column yet, or that does not say where it is."""
        if not said:
            self.column += 1
            if self.column > LAST_COLUMN:
                raise self._damaged("has a cell outside of the sheet")
            return
        found = _PLACE.match(said)
        if not found or not 0 < int(found[2]) <= LAST_ROW:
            raise self._damaged("has a cell outside of the sheet")
        self.column = column_number(found[1])
        if self.column > LAST_COLUMN:
            raise self._damaged("has a cell outside of the sheet")
        self.columns[found[1]] = self.column
        if found[2] != self.row_name:
            self.row, self.row_name = int(found[2]), found[2]

    def _value(self) -> Value:
        said, kind = self.said, self.kind
        if kind == "s":
            index = (
                int(said) if said.isascii() and said.isdecimal() and len(said) <= _MOST_INDEX_FIGURES else -1
            )
            if not 0 <= index < len(self.strings):
                raise self._damaged("names a text that is not there")
            return self.strings[index]
        if kind in ("str", "inlineStr"):
            return unescaped(said)
        if kind == "b":
            return said == "1"
        return said if kind in ("e", "d") else _number(said)

    def _merge(self, said: str) -> None:
        first, _, last = said.partition(":")
        start, end = _PLACE.match(first), _PLACE.match(last or first)
        if start and end and len(self.sheet.merges) < MOST_MERGES:
            self.sheet.merges.append(
                Area(int(start[2]), column_number(start[1]), int(end[2]), column_number(end[1]))
            )

    def _damaged(self, why: str) -> BlueprintError:
        return refused(self.tally.name, f"{self.sheet.title} {why}", DAMAGED)


def _number(said: str) -> Value:
    if not said or len(said) > _MOST_FIGURES:
        return said or None
    try:
        number = float(said)
    except ValueError:
        return said
    if number - number:  # infinite, or none at all
        return said
    return int(number) if number.is_integer() else number


def unescaped(text: str) -> str:
    """Excel writes some characters as `_x000D_`."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
