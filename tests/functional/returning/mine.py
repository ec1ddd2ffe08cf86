"""Imports that are made twice where that makes a difference: with the map of the file, and from its text alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from blueprint_cli.edit.returning.importing import Decisions, Imported, import_book
from blueprint_cli.edit.returning.mine import Mine

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
    return found
