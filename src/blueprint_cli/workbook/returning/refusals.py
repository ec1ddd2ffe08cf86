"""Workbooks that came back and are not what they should be: refused before anything is compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.errors import BlueprintError
from blueprint_cli.workbook import anchors
from blueprint_cli.workbook.reading.limits import MOST_CELLS

if TYPE_CHECKING:
    from blueprint_cli.workbook.reading.cells import Book
    from blueprint_cli.workbook.returning.returned import Returned
    from blueprint_cli.workbook.returning.sent import Sent

MOST_NEW_CARDS, MOST_NEW_STEPS, MOST_TABLES = 500, 100, 100
MOST_FACTS = MOST_CELLS // 4
"""Each takes a cell where it is typed, and three in the hidden sheet."""


def refuse_other_format(book: Book, sent: Sent) -> None:
    """A workbook that was made by another version says other things in other places.

    Raises:
        BlueprintError: it was.
    """
    said = sent.about.get(anchors.META_FORMAT, "")
    if said and said != anchors.FORMAT:
        raise BlueprintError(
            f"{book.name}: it was made by another version of blueprint: its format is {said}, not {anchors.FORMAT}",
            "bring it back with the version that made it",
        )


def refuse_what_is_no_edit(returned: Returned) -> None:
    """What came back has to be this map, edited by people.

    Raises:
        BlueprintError: it is another map, or more is new than people type.
    """
    _refuse_strangers(returned)
    _refuse_floods(returned)


def _refuse_floods(returned: Returned) -> None:
    """What nobody types by hand is no edit: each new card is a change that somebody has to read.

    Raises:
        BlueprintError: more is new than people type.
    """
    news = (
        (len(returned.placed.fresh), MOST_NEW_CARDS, "cells with texts that are new"),
        (len(returned.tables.new_rows), MOST_NEW_CARDS, "rows of flat sheets that are new"),
        (len(returned.grid.columns()) - len(returned.grid.steps), MOST_NEW_STEPS, "columns that are new"),
    )
    for count, most, what in news:
        refuse_more_than(returned.book, count, most, what)


def refuse_more_than(book: Book, count: int, most: int, what: str) -> None:
    """Nobody types so much by hand, nor wants to read it.

    Raises:
        BlueprintError: there is more of something than people type.
    """
    if count > most:
        raise BlueprintError(
            f"{book.name}: {count} {what}: more than {most} are no edit of a map",
            "`blueprint import BOOK -o NEW.blueprint.yaml` reads a grid that was made elsewhere",
        )


def _refuse_strangers(returned: Returned) -> None:
    """A workbook of another map must not empty this one.

    Raises:
        BlueprintError: it shares no card with what was sent.
    """
    standing = sum(spot is not None for spot in returned.placed.spots.values())
    if returned.placed.spots and not standing and (returned.guessed or not returned.grid.steps):
        raise BlueprintError(
            f"{returned.book.name}: none of its cards can be found again",
            "was it made from this file? `blueprint render FILE -o NEW.xlsx` makes a new one",
        )
