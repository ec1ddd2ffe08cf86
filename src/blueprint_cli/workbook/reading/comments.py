"""What people noted on cells: Excel's comments and LibreOffice's, without who wrote them and when."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from blueprint_cli.workbook.reading.cells import column_number
from blueprint_cli.workbook.reading.elements import Gathering, own, parse
from blueprint_cli.workbook.reading.limits import LAST_COLUMN, LAST_ROW, MOST_IN_A_CELL, Tally
from blueprint_cli.workbook.reading.links import Links

if TYPE_CHECKING:
    from blueprint_cli.workbook.reading.archive import Archive
    from blueprint_cli.workbook.reading.cells import Book, Sheet
    from blueprint_cli.workbook.reading.elements import Attributes

_PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})\Z")
_THREADED = re.compile(r"\A\[[^\]\n]+\]\s.*?\n\s*(?:Comments?|Commentaires?)\s*:\s*", re.DOTALL)
"""What Excel writes before a comment that can be answered, for programs that know none."""


def read_comments(sheet: Sheet, archive: Archive, part: str, tally: Tally) -> None:
    """Give a sheet of an Excel workbook the comments on its cells.

    Raises:
        BlueprintError: they are damaged, or go beyond the limits.
    """
    folder, leaf = posixpath.split(part)
    relations = f"{folder}/_rels/{leaf}.rels".lstrip("/")
    if relations not in archive.parts:
        return
    links = Links(folder, tally)
    parse(archive, relations, links, tally)
    for kind, target in links.found.values():
        if kind == "comments" and target in archive.parts:
            parse(archive, target, _Comments(sheet, tally), tally)


def read_annotations(book: Book, archive: Archive, part: str, tally: Tally) -> None:
    """Give the sheets of an OpenDocument spreadsheet the comments on their cells.

    Raises:
        BlueprintError: they are damaged, or go beyond the limits.
    """
    parse(archive, part, _Annotations(book, tally), tally)


class _Comments(Gathering):
    """Comments in several runs; phonetic guides beside them are no text."""

    def __init__(self, sheet: Sheet, tally: Tally) -> None:
        super().__init__(tally, MOST_IN_A_CELL)
        self.sheet = sheet
        self.place = (0, 0)
        self.aside = 0

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "comment":
            found = _PLACE.match(attributes.get("ref", ""))
            self.place = (int(found[2]), column_number(found[1])) if found else (0, 0)
        elif name == "rPh":
            self.aside += 1
        self.listening = name == "t" and not self.aside

    def end(self, name: str) -> None:
        self.listening = False
        if name == "rPh":
            self.aside -= 1
        elif name == "comment":
            text = _THREADED.sub("", self.taken().strip()).strip()
            if text and all(self.place):
                self.sheet.comments[self.place] = text


class _Annotations(Gathering):
    """Comments within table cells, which are counted as they pass."""

    def __init__(self, book: Book, tally: Tally) -> None:
        super().__init__(tally, MOST_IN_A_CELL)
        self.sheets = iter(book.sheets)
        self.sheet: Sheet | None = None
        self.row = self.column = self.row_repeats = self.repeats = 0
        self.within = False

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "table" and not self.within:
            self.sheet, self.row, self.row_repeats = next(self.sheets, None), 0, 1
        elif name == "table-row":
            self.row += self.row_repeats
            self.row_repeats = repeats(own(attributes), "number-rows-repeated")
            self.column, self.repeats = 0, 1
        elif name in ("table-cell", "covered-table-cell"):
            self.column += self.repeats
            self.repeats = repeats(own(attributes), "number-columns-repeated")
        elif name == "annotation":
            self.within = True
        self.listening = self.listening or (self.within and name == "p")

    def end(self, name: str) -> None:
        if name == "p" and self.within:
            self.text("\n")
            self.listening = False
        elif name == "annotation":
            self.within = False
            text = self.taken().strip()
            if text and self.sheet is not None and self.row <= LAST_ROW and self.column <= LAST_COLUMN:
                self.sheet.comments[self.row, self.column] = text


def repeats(attributes: Attributes, key: str) -> int:
    """How often an element of an OpenDocument table stands for itself."""
    said = attributes.get(key, "")
    return max(1, int(said)) if said.isascii() and said.isdecimal() and len(said) < 9 else 1  # noqa: PLR2004
