"""Imports that are made twice where that makes a difference: with the map of the file, and from its text alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from blueprint_cli.edit.returning.importing import Decisions, Imported, import_book
from blueprint_cli.edit.returning.mine import Mine
from blueprint_cli.workbook.returning.sameness import is_as_sent
from blueprint_cli.workbook.returning.sent import read_sent
from blueprint_cli.workbook.returning.understanding import read_returned

if TYPE_CHECKING:
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.source.loading import Source
    from blueprint_cli.workbook.reading.cells import Book


def import_both_ways(
    book: Book, source: Source, blueprint: Blueprint, decisions: Decisions | None = None
) -> Imported:
    """Import a workbook; whether the map of the file is read beforehand must make no difference."""
    decisions = decisions or Decisions()
    found = import_book(book, Mine.of(source, blueprint), decisions)
    unread = Mine(source.document, source.document.fingerprint(), lambda: blueprint)
    again = import_book(book, unread, decisions)
    assert replace(again, edited=found.edited, sound=found.sound) == found
    assert again.text == found.text
    _assert_told_alike(book, unread, found)
    return found


def _assert_told_alike(book: Book, mine: Mine, found: Imported) -> None:
    """What is taken for untouched without a look at the file has no change when it is compared."""
    sent = read_sent(book)
    if sent is None or not sent.anchors:
        return
    returned = read_returned(book, lambda _: {}, "en", "", sent)
    if returned.fingerprint == mine.fingerprint and is_as_sent(returned):
        assert found.revisions == ()
