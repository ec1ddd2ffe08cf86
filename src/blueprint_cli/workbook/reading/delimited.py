"""Comma-, semicolon- and tab-separated tables, in the encodings that spreadsheet programs write."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from blueprint_cli.workbook.reading.cells import Book, Cell, Sheet
from blueprint_cli.workbook.reading.limits import (
    LAST_COLUMN,
    LAST_ROW,
    MOST_IN_A_CELL,
    MOST_OF_A_TABLE,
    NOT_OURS,
    Tally,
    refused,
)

if TYPE_CHECKING:
    from blueprint_cli.errors import BlueprintError

_LINE = re.compile(r"[^\r\n]*(?:\r\n|[\r\n])|[^\r\n]+")
_DELIMITERS = (";", "\t", ",")
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_SAVE_AS_UTF_8 = "save it again as CSV UTF-8"
_SAMPLE = 65_536


def read(raw: bytes, name: str) -> Book:
    """The table in the bytes of a file.

    Raises:
        BlueprintError: they are no text, or the table goes beyond the limits.
    """
    if len(raw) > MOST_OF_A_TABLE:
        raise refused(name, f"it is larger than {MOST_OF_A_TABLE // 1_000_000} MB", "save the grid alone")
    text = _decoded(raw, name)
    if "\0" in text:
        raise refused(name, "it holds NUL characters: it is no table of text", _SAVE_AS_UTF_8)
    delimiter = _delimiter(text)
    sheet = Sheet(name.rsplit("/", 1)[-1].rsplit(".", 1)[0] or "table")
    _fill(sheet, text, delimiter, name)
    return Book(name, "tsv" if delimiter == "\t" else "csv", [sheet])


def _decoded(raw: bytes, name: str) -> str:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            try:
                return raw[len(mark) :].decode(encoding)
            except UnicodeDecodeError:
                raise refused(name, "its characters cannot be read", _SAVE_AS_UTF_8) from None
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")  # what Excel writes in western Europe


def _delimiter(text: str) -> str:
    """The delimiter by which the rows are most even and widest."""
    return max(_DELIMITERS, key=lambda delimiter: _evenness(text[:_SAMPLE], delimiter))


def _evenness(text: str, delimiter: str) -> tuple[int, int]:
    try:
        widths = [len(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)]
    except csv.Error:
        return 0, 0
    wide = [width for width in widths if width > 1]
    if not wide:
        return 0, 0
    common = max(set(wide), key=lambda width: (wide.count(width), width))
    return wide.count(common), common


def _fill(sheet: Sheet, text: str, delimiter: str, name: str) -> None:
    tally = Tally(name)
    lines = _Lines(text, delimiter, name)
    csv.field_size_limit(MOST_IN_A_CELL)
    try:
        for number, row in enumerate(csv.reader(lines, delimiter=delimiter), 1):
            lines.fields = 0
            if number > LAST_ROW:
                raise _too_wide(name)
            for column, said in enumerate(row, 1):
                if said.strip():
                    tally.cell()
                    sheet.cells[number, column] = Cell(_without_guard(said))
    except csv.Error as error:
        raise refused(name, f"the table cannot be read: {error}", _SAVE_AS_UTF_8) from None


class _Lines:
    """The lines of a text with their ends; a row may take several of them, but no more fields than a sheet has columns."""

    def __init__(self, text: str, delimiter: str, name: str) -> None:
        self.found = _LINE.finditer(text)
        self.delimiter = delimiter
        self.name = name
        self.fields = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = next(self.found)[0]
        self.fields += line.count(self.delimiter)
        if self.fields >= LAST_COLUMN:
            raise _too_wide(self.name)
        return line


def _too_wide(name: str) -> BlueprintError:
    return refused(name, "more rows or columns than a spreadsheet has", NOT_OURS)


def _without_guard(text: str) -> str:
    """The text without the apostrophe that keeps a spreadsheet program from taking it for a formula."""
    return text[1:] if text[0] == "'" and text[1:2] in tuple("=+-@\t\r") else text
