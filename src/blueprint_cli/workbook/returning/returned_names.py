"""The teams and systems that the directory of a workbook names when it comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from blueprint_cli.language.topics.workbook import workbook_words
from blueprint_cli.language.words import words
from blueprint_cli.workbook import anchors
from blueprint_cli.workbook.reading.cells import cell_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.language.words import Lang
    from blueprint_cli.workbook.reading.cells import Book, Sheet
    from blueprint_cli.workbook.returning.comparing import Reading

Shelf = Literal["teams", "systems"]


class NamedRow(NamedTuple):
    """A row of the directory.

    Attributes:
        shelf: where the file keeps such things.
        name: the name.
        where: its cell.
        sheet: the sheet that it stands in.
        beside: what stands in the other columns, by heading.
    """

    shelf: Shelf
    name: str
    where: str
    sheet: str
    beside: dict[str, str]


def named_rows(book: Book, reading: Reading) -> list[NamedRow]:
    """The rows of the tables of teams and systems, found by their titles; blank rows are passed over."""
    w = words(reading.lang)
    tables: tuple[tuple[Shelf, str, str], ...] = (
        ("teams", w.teams, w.team),
        ("systems", w.systems, w.system),
    )
    titles = titles_of_directory(reading.lang)
    found: list[NamedRow] = []
    for sheet in book.sheets:
        if sheet.title == anchors.SHEET:
            continue
        said = {title: (shelf, heading) for shelf, title, heading in tables}
        for (row, column), cell in sheet.cells.items():
            if cell.value in said:
                shelf, heading = said[cell.value]
                if sheet.text(row + 1, column) == heading:
                    found += _rows(sheet, row + 1, column, shelf, titles)
    return found


def titles_of_directory(lang: Lang) -> set[str]:
    """What stands above the tables of the directory."""
    w = words(lang)
    return {w.teams, w.systems, workbook_words(lang).exchanges, w.personas, w.channels, w.calendars}


def _rows(sheet: Sheet, heading: int, column: int, shelf: Shelf, titles: set[str]) -> Iterator[NamedRow]:
    headings = {place: sheet.text(heading, place) for place in sheet.rows[heading] if place > column}
    for row in (row for row in sheet.rows if row > heading):
        name = sheet.text(row, column)
        if name in titles and sheet.text(row + 1, column):
            return
        if name:
            beside = {headings[place]: said for place in headings if (said := sheet.text(row, place))}
            yield NamedRow(shelf, name, cell_name(sheet.title, row, column), sheet.title, beside)


def offered_names(book: Book, reading: Reading) -> set[str]:
    """What the hidden lists of the drop-downs offered when the workbook was sent, folded."""
    w = words(reading.lang)
    found: set[str] = set()
    for sheet in book.sheets:
        headings = {sheet.text(1, column): column for column in sheet.rows.get(1, ())}
        if w.teams in headings and w.systems in headings:
            for title in (w.teams, w.systems):
                texts = (sheet.text(row, headings[title]) for row in sheet.rows if row > 1)
                found.update(reading.fold(text) for text in texts if text)
    return found
