"""Comma-, semicolon- and tab-separated tables, in the encodings that spreadsheet programs write."""

from __future__ import annotations

import csv
import io

from blueprint_cli.workbook.reading.cells import Book, Cell, Sheet
from blueprint_cli.workbook.reading.limits import (
    LAST_COLUMN,
    LAST_ROW,
    MOST_IN_A_CELL,
    Tally,
    refused,
)

_DELIMITERS = (";", "\t", ",")
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_SAVE_AS_UTF_8 = "save it again as CSV UTF-8"
_SAMPLE = 65_536


def read(raw: bytes, name: str) -> Book:
    """The table in the bytes of a file.

    Raises:
        BlueprintError: they are no text, or the table goes beyond the limits.
    """
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
    csv.field_size_limit(MOST_IN_A_CELL)
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), 1):
            if number > LAST_ROW or len(row) > LAST_COLUMN:
                raise refused(name, "more rows or columns than a spreadsheet has")
            for column, said in enumerate(row, 1):
                if said.strip():
                    tally.cell()
                    sheet.cells[number, column] = Cell(_without_guard(said))
    except csv.Error as error:
        raise refused(name, f"the table cannot be read: {error}", _SAVE_AS_UTF_8) from None


def _without_guard(text: str) -> str:
    """The text without the apostrophe that keeps a spreadsheet program from taking it for a formula."""
    return text[1:] if text[0] == "'" and text[1:2] in tuple("=+-@\t\r") else text
