"""What stands above or beside a grid: its title, scenario, persona, client."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from blueprint_cli.language.spelling import without_accents
from blueprint_cli.language.topics.workbook import workbook_words
from blueprint_cli.workbook.foreign.headings import LAYERS, meaning_of, plain
from blueprint_cli.workbook.foreign.shape import SAID_IN_ONE
from blueprint_cli.workbook.reading.cells import as_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from blueprint_cli.workbook.foreign.columns import Columns
    from blueprint_cli.workbook.foreign.shape import Shape
    from blueprint_cli.workbook.reading.cells import Book, Place

FACTS = ("scenario", "persona", "client", "version")
_GENERIC = re.compile(
    r"(?:sheet|feuil|feuille|tabelle|hoja|table|tableau|page|grid|grille|blueprint|data|book|classeur)?[ _-]*\d*\Z"
)
_KIND_OF_MAP = re.compile(r"(?:service )?blueprint(?: de service)?\s*(?:[:–—|]|-(?= ))\s*", re.IGNORECASE)
_SHORTEST_TITLE, _LONGEST_SHOWN, _FEWEST_WORDS = 3, 40, 5
_BETWEEN_FACTS = re.compile(r"([\n\t|•]| {3,})")
_DATED = re.compile(r"\b(?:19|20)\d\d\b|\d/\d")


def front_matter(
    book: Book, shape: Shape, columns: Columns, guesses: list[str]
) -> tuple[str, dict[str, str]]:
    """The title of the map, and what is said of it; guesses are told."""
    facts: dict[str, str] = {}
    free: dict[str, str] = {}
    named: set[Place] = set()
    for row, column, text in _texts_above(shape, columns):
        place, said = shape.name(row, column), SAID_IN_ONE.match(text)
        role = _role(said["name"]) if said else ""
        value = said["value"] if said and role else ""
        if not value and (row, column) not in named:
            role = _role(text)
            value = _right_of(shape, row, column) if role else ""
            if value:
                named.add((row, next(found for found in shape.sheet.rows[row] if found > column)))
        if value and facts.setdefault(role, value) != value:
            guesses.append(f"{place}: '{value}' is left out: {role} is said already, '{facts[role]}'")
        elif not value and (row, column) not in named:
            free.setdefault(text, place)
    taken = set(facts.values())
    taken.update(" ".join(workbook_words(lang).blank_title.split()) for lang in ("en", "fr"))
    others = {text: place for text, place in free.items() if text not in taken}
    titles = [text for text in others if len(text) >= _SHORTEST_TITLE]
    title = facts.pop("title", "") or next(iter(titles), "") or _named(book, shape)
    others.pop(title, None)
    _tell_others(others, facts, guesses)
    return _KIND_OF_MAP.sub("", title) or title, facts


def _tell_others(others: Mapping[str, str], facts: dict[str, str], guesses: list[str]) -> None:
    """What stands above the grid without a name: the first sentence is the scenario, nothing else is known."""
    for text, place in others.items():
        shown = text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…"
        if "scenario" not in facts and len(text.split()) >= _FEWEST_WORDS and not _DATED.search(text):
            facts["scenario"] = text
            guesses.append(f"{place}: '{shown}' taken for the scenario")
        else:
            guesses.append(f"{place}: '{shown}' is left out: nothing says what it is")


def _role(name: str) -> str:
    """The fact of the whole map that a name stands for; empty where it is none."""
    heading = meaning_of(name)
    if heading is not None and heading.role == "customer":
        return "client" if plain(name) in ("client", "customer") else ""
    return heading.role if heading is not None and heading.role in (*FACTS, "title") else ""


def first_row(shape: Shape, columns: Columns) -> int:
    """The first row of the grid: of phases, titles or layers; what stands above it is said of the whole map."""
    first = min(row for row, heading in shape.headings.items() if heading.role in LAYERS)
    tops = [row for row in (columns.title_row, columns.phase_row) if row is not None and row < first]
    return min([*tops, first])


def _above(shape: Shape, columns: Columns) -> list[tuple[int, int]]:
    """The filled cells above the grid, row by row."""
    top = first_row(shape, columns)
    return sorted(
        (row, column)
        for (row, column), cell in shape.sheet.cells.items()
        if row < top and as_text(cell.value)
    )


def _texts_above(shape: Shape, columns: Columns) -> Iterator[tuple[int, int, str]]:
    """What stands in those cells; of a cell that names several things, `Client: X   Version: 3`, each by itself."""
    for row, column in _above(shape, columns):
        yield from ((row, column, text) for text in _pieces(shape.sheet.text(row, column)))


def _pieces(written: str) -> list[str]:
    """A text as one, or what it names apart; what is said of one fact goes on until another is named."""
    pieces = _BETWEEN_FACTS.split(written)
    whole = " ".join(written.split())
    if _role_said(" ".join(pieces[0].split())) not in FACTS:
        return [whole]
    found = [pieces[0]]
    for between, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        if _role_said(" ".join(piece.split())):
            found.append(piece)
        else:
            found[-1] += f"{between}{piece}"
    return [" ".join(text.split()) for text in found]


def _role_said(text: str) -> str:
    said = SAID_IN_ONE.match(text)
    return _role(said["name"]) if said else ""


def _right_of(shape: Shape, row: int, column: int) -> str:
    place = next((place for place in shape.sheet.rows[row] if place > column), None)
    return " ".join(shape.sheet.text(row, place).split()) if place is not None else ""


def _named(book: Book, shape: Shape) -> str:
    """The name of the sheet, or of the file where that says nothing."""
    name = shape.sheet.title.strip()
    if book.kind in ("xlsx", "ods") and not _GENERIC.match(without_accents(name)):
        return name
    leaf = book.name.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    said = " ".join(re.split(r"[\s_-]+", leaf)).strip()
    return said[:1].upper() + said[1:] if said else "Blueprint"
