"""Excel's workbooks: values and formulas in one pass; styles, drawings, macros and outside links are never opened."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Any

from blueprint_cli.workbook.reading.archive import DAMAGED
from blueprint_cli.workbook.reading.cells import Book, Sheet
from blueprint_cli.workbook.reading.comments import read_comments
from blueprint_cli.workbook.reading.elements import Elements, Gathering, own, parse, too_much
from blueprint_cli.workbook.reading.limits import (
    MOST_ELEMENTS,
    MOST_IN_A_CELL,
    MOST_STRINGS,
    Tally,
    refused,
    too_many_texts,
)
from blueprint_cli.workbook.reading.links import Links
from blueprint_cli.workbook.reading.usual import usual_texts, without_usual_rows
from blueprint_cli.workbook.reading.xlsx_sheet import Worksheet, unescaped

if TYPE_CHECKING:
    from blueprint_cli.workbook.reading.archive import Archive
    from blueprint_cli.workbook.reading.cells import State
    from blueprint_cli.workbook.reading.elements import Attributes

_CUSTOM = "docProps/custom.xml"
_STATES: dict[str, State] = {"hidden": "hidden", "veryHidden": "very hidden"}


def read(archive: Archive, *, comments: bool = False) -> Book:
    """The workbook in an archive, with the comments on its cells where they are wanted.

    Raises:
        BlueprintError: it holds no workbook, is damaged, or goes beyond the limits.
    """
    tally = Tally(archive.name)
    book = Book(archive.name, "xlsx", notes=_notes(archive))
    part = _workbook_part(archive, tally)
    folder, leaf = posixpath.split(part)
    links = Links(folder, tally)
    parse(archive, _needed(archive, f"{folder}/_rels/{leaf}.rels".lstrip("/")), links, tally)
    listing = _Listing()
    parse(archive, part, listing, tally)
    book.counts_from_1904 = listing.counts_from_1904
    book.properties = _properties(archive, tally)
    strings = _strings(archive, links, tally)
    for title, key, state in listing.sheets:
        kind, target = links.found.get(key, ("", ""))
        if kind == "worksheet" and target in archive.parts:
            book.sheets.append(Sheet(title, state))
            _fill(book.sheets[-1], archive, target, strings, tally)
            if comments:
                read_comments(book.sheets[-1], archive, target, tally)
    if not book.sheets:
        raise refused(archive.name, "it holds no sheet", DAMAGED)
    return book


def _fill(sheet: Sheet, archive: Archive, part: str, strings: list[str], tally: Tally) -> None:
    worksheet = Worksheet(sheet, strings, tally)
    blocks = without_usual_rows(archive.blocks(part), worksheet.keep)
    parse(archive, part, worksheet, tally, blocks)


def _notes(archive: Archive) -> list[str]:
    notes = []
    if any(part.endswith("vbaProject.bin") for part in archive.parts):
        notes.append("it holds macros: ignored")
    if any("/externalLinks/" in part for part in archive.parts):
        notes.append("it holds links to other workbooks: ignored")
    return notes


def _workbook_part(archive: Archive, tally: Tally) -> str:
    if "_rels/.rels" in archive.parts:
        links = Links("", tally)
        parse(archive, "_rels/.rels", links, tally)
        for kind, target in links.found.values():
            if kind == "officeDocument" and target in archive.parts:
                return target
    return _needed(archive, "xl/workbook.xml")


def _needed(archive: Archive, part: str) -> str:
    if part not in archive.parts:
        raise refused(archive.name, f"the file is damaged: {part} is missing", DAMAGED)
    return part


class _Listing(Elements):
    """The sheets in the order of their tabs: title, key, state."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str, State]] = []
        self.counts_from_1904 = False

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "sheet":
            state = _STATES.get(attributes.get("state", ""), "visible")
            self.sheets.append((attributes.get("name", ""), own(attributes).get("id", ""), state))
        elif name == "workbookPr":
            self.counts_from_1904 = attributes.get("date1904") in ("1", "true")


def _strings(archive: Archive, links: Links, tally: Tally) -> list[str]:
    target = next((target for kind, target in links.found.values() if kind == "sharedStrings"), "")
    if target not in archive.parts:
        return []
    usual = usual_texts(archive, target)
    if usual is not None:
        if len(usual) > MOST_STRINGS:
            raise too_many_texts(archive.name)
        tally.texts(usual)
        return [unescaped(text) for text in usual]
    shared = _SharedStrings(tally)
    parse(archive, target, shared, tally)
    return shared.found


def _properties(archive: Archive, tally: Tally) -> dict[str, str]:
    if _CUSTOM not in archive.parts:
        return {}
    found = _Custom(tally)
    parse(archive, _CUSTOM, found, tally)
    return found.said


class _Custom(Gathering):
    """Texts that the maker of a workbook wrote into it, by name."""

    def __init__(self, tally: Tally) -> None:
        super().__init__(tally, MOST_IN_A_CELL)
        self.name = ""
        self.said: dict[str, str] = {}

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "property":
            self.name = attributes.get("name", "")
        self.listening = name in ("lpwstr", "lpstr")

    def end(self, name: str) -> None:  # noqa: ARG002 - the handlers' shape
        if self.listening:
            self.said[self.name] = self.taken()
        self.listening = False


class _SharedStrings(Gathering):
    """Texts that may stand in several runs; phonetic guides beside them are no text."""

    def __init__(self, tally: Tally) -> None:
        super().__init__(tally, MOST_IN_A_CELL)
        self.found: list[str] = []
        self.aside = 0

    def attach(self, parser: Any, tally: Tally) -> None:
        """Have a parser call the handlers: texts are many, and nothing nests in them."""
        self.tally = tally
        parser.StartElementHandler, parser.EndElementHandler = self.start, self.end
        parser.CharacterDataHandler = self.text

    def start(self, name: str, attributes: Attributes) -> None:  # noqa: ARG002 - the handlers' shape
        """An element begins."""
        self.tally.elements += 1
        if self.tally.elements > MOST_ELEMENTS:
            raise too_much(self.tally, 0)
        name = name.rsplit(":", 1)[-1]
        if name == "t" and not self.aside:
            self.listening = True
        elif name == "rPh":
            self.aside += 1

    def end(self, name: str) -> None:
        """An element ends."""
        name = name.rsplit(":", 1)[-1]
        if name == "t":
            self.listening = False
        elif name == "rPh":
            self.aside -= 1
        elif name == "si":
            self.found.append(unescaped(self.taken()))
            if len(self.found) > MOST_STRINGS:
                raise too_many_texts(self.tally.name)
