"""Imports that are made twice where that makes a difference: with the map of the file, and from its text alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from blueprint_cli.checks.checking import errors_among
from blueprint_cli.cli.maps import FILE_ERRORS
from blueprint_cli.edit.returning.importing import Decisions, Imported, import_book
from blueprint_cli.edit.returning.mine import Mine
from blueprint_cli.source.loading import load_document
from blueprint_cli.workbook.returning.sameness import is_as_sent
from blueprint_cli.workbook.returning.sent import read_sent
from blueprint_cli.workbook.returning.understanding import read_returned

if TYPE_CHECKING:
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.source.loading import Source
    from blueprint_cli.workbook.reading.cells import Book
    from blueprint_cli.workbook.returning.returned import Returned


def import_both_ways(
    book: Book, source: Source, blueprint: Blueprint, decisions: Decisions | None = None
) -> Imported:
    """Import a workbook; whether the map of the file is read beforehand must make no difference."""
    decisions = decisions or Decisions()
    found = import_book(book, Mine.of(source, blueprint), decisions)
    unread = Mine(source.document, source.document.fingerprint(), lambda: blueprint)
    again = import_book(book, unread, decisions, returned=_understood(book))
    assert again._replace(edited=found.edited, sound=found.sound) == found
    assert again.text == found.text
    if again.sound:
        assert not errors_among(load_document(again.document, Path()), FILE_ERRORS)
    returned = _understood(book)
    if returned is not None and returned.fingerprint == unread.fingerprint and is_as_sent(returned):
        assert found.revisions == ()
    return found


def _understood(book: Book) -> Returned | None:
    """What came back, without a look at the file, as the command reads it."""
    sent = read_sent(book)
    return read_returned(book, lambda _: {}, "en", "", sent) if sent and sent.anchors else None
