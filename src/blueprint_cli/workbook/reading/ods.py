"""OpenDocument spreadsheets: what LibreOffice saves, and Excel and Google Sheets export."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.workbook.reading.archive import DAMAGED
from blueprint_cli.workbook.reading.cells import Area, Book, Cell, Sheet
from blueprint_cli.workbook.reading.comments import read_annotations, repeats
from blueprint_cli.workbook.reading.elements import Gathering, own, parse
from blueprint_cli.workbook.reading.limits import (
    LAST_COLUMN,
    LAST_ROW,
    MOST_IN_A_CELL,
    MOST_MERGES,
    Tally,
    refused,
)

if TYPE_CHECKING:
    from blueprint_cli.workbook.reading.archive import Archive
    from blueprint_cli.workbook.reading.cells import Value
    from blueprint_cli.workbook.reading.elements import Attributes

_CONTENT, _MANIFEST, _META = "content.xml", "META-INF/manifest.xml", "meta.xml"
_NUMBERS = ("float", "percentage", "currency")
_SPOKEN = ("percentage", "date", "time", "currency")


def read(archive: Archive, *, comments: bool = False) -> Book:
    """The workbook in an archive, with the comments on its cells where they are wanted.

    Raises:
        BlueprintError: it is protected, damaged, or goes beyond the limits.
    """
    if b"encryption-data" in archive.head(_MANIFEST, 1_000_000):
        raise refused(archive.name, "it is protected by a password", "save it without one")
    if _CONTENT not in archive.parts:
        raise refused(archive.name, f"the file is damaged: {_CONTENT} is missing", DAMAGED)
    tally = Tally(archive.name)
    notes = ["it holds macros: ignored"] if any(part.startswith("Basic/") for part in archive.parts) else []
    book = Book(archive.name, "ods", notes=notes)
    parse(archive, _CONTENT, _Content(book, tally), tally)
    if not book.sheets:
        raise refused(archive.name, "it holds no sheet", DAMAGED)
    if comments:
        read_annotations(book, archive, _CONTENT, tally)
    if _META in archive.parts:
        parse(archive, _META, _Meta(book.properties, tally), tally)
    return book


class _Meta(Gathering):
    """Texts that the maker of the document wrote into it, by name."""

    def __init__(self, said: dict[str, str], tally: Tally) -> None:
        super().__init__(tally, MOST_IN_A_CELL)
        self.said = said
        self.name = ""

    def start(self, name: str, attributes: Attributes) -> None:
        self.listening = name == "user-defined"
        if self.listening:
            self.name = own(attributes).get("name", "")

    def end(self, name: str) -> None:  # noqa: ARG002 - the handlers' shape
        if self.listening:
            self.said[self.name] = self.taken()
        self.listening = False


class _Content(Gathering):
    """Tables, rows and cells; what is repeated is counted before it is repeated."""

    def __init__(self, book: Book, tally: Tally) -> None:
        super().__init__(tally, MOST_IN_A_CELL)
        self.book = book
        self.hidden: set[str] = set()
        self.style = ""
        self.sheet: Sheet | None = None
        self.row = self.column = 0
        self.row_repeats = 1
        self.filled: list[tuple[int, Cell, int]] = []
        self.cell: Attributes | None = None
        self.paragraphs = 0
        self.aside = 0

    def start(self, name: str, attributes: Attributes) -> None:
        if self.aside or name in ("annotation", "shapes", "ruby-text"):
            self.aside += 1
        elif name in ("table-cell", "covered-table-cell"):
            self.cell, self.paragraphs = own(attributes), 0
        elif self.cell is not None:
            self._inside(name, attributes)
        elif name == "table-row":
            self.row_repeats = repeats(own(attributes), "number-rows-repeated")
            self.row, self.column, self.filled = self.row + 1, 0, []
        elif name == "table":
            self._start_sheet(own(attributes))
        elif name == "style":
            self.style = own(attributes).get("name", "")
        elif name == "table-properties" and own(attributes).get("display") == "false":
            self.hidden.add(self.style)

    def end(self, name: str) -> None:
        if self.aside:
            self.aside -= 1
        elif name in ("table-cell", "covered-table-cell"):
            self._end_cell()
        elif name == "p":
            self.listening = False
        elif name == "table-row" and self.sheet is not None:
            self._end_row(self.sheet)
        elif name == "table":
            self.sheet = None

    def _start_sheet(self, attributes: Attributes) -> None:
        state = "hidden" if attributes.get("style-name") in self.hidden else "visible"
        self.sheet = Sheet(attributes.get("name", ""), "hidden" if state == "hidden" else "visible")
        self.book.sheets.append(self.sheet)
        self.row = 0

    def _inside(self, name: str, attributes: Attributes) -> None:
        if name == "p":
            self.listening = True
            if self.paragraphs:
                self.text("\n")
            self.paragraphs += 1
        elif name == "s":
            self.text(" " * min(repeats(own(attributes), "c"), self.most))
        elif name in ("tab", "line-break"):
            self.text("\t" if name == "tab" else "\n")

    def text(self, piece: str) -> None:
        if not self.aside:
            super().text(piece)

    def _end_cell(self) -> None:
        said, attributes = self.taken(), self.cell or {}
        times = repeats(attributes, "number-columns-repeated")
        first = self.column + 1
        self.column += times
        if self.column > LAST_COLUMN:
            raise refused(self.tally.name, "a row goes beyond the last column", DAMAGED)
        cell = Cell(
            _value(attributes, said),
            attributes.get("formula"),
            said.startswith(("#", "Err:")) and "formula" in attributes,
            said if attributes.get("value-type") in _SPOKEN and "formula" not in attributes else "",
        )
        if cell.value is not None or cell.formula is not None:
            self.filled.append((first, cell, times))
        self._merge(attributes, first)
        self.cell = None

    def _end_row(self, sheet: Sheet) -> None:
        for first, cell, times in self.filled:
            self.tally.cell(times * self.row_repeats)
            for row in range(self.row, self.row + self.row_repeats):
                sheet.cells.update({(row, column): cell for column in range(first, first + times)})
        self.row += self.row_repeats - 1
        if self.row > LAST_ROW:
            raise refused(self.tally.name, f"{sheet.title} goes beyond the last row", DAMAGED)

    def _merge(self, attributes: Attributes, first: int) -> None:
        down = repeats(attributes, "number-rows-spanned")
        right = repeats(attributes, "number-columns-spanned")
        if (down > 1 or right > 1) and self.sheet is not None and len(self.sheet.merges) < MOST_MERGES:
            self.sheet.merges.append(Area(self.row, first, self.row + down - 1, first + right - 1))


def _value(attributes: Attributes, said: str) -> Value:
    kind = attributes.get("value-type", "string" if said else "")
    if kind in _NUMBERS:
        return _number(attributes.get("value", said))
    if kind == "date":
        return attributes.get("date-value", said).removesuffix("T00:00:00")
    if kind == "boolean":
        return attributes.get("boolean-value") == "true"
    return attributes.get("string-value", said) or None


def _number(said: str) -> Value:
    try:
        number = float(said)
    except ValueError:
        return said or None
    if number - number:
        return said
    return int(number) if number.is_integer() else number
