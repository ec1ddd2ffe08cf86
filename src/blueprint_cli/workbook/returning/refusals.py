"""Workbooks that came back and are not what they should be: refused before anything is compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.errors import BlueprintError
from blueprint_cli.workbook import anchors
from blueprint_cli.workbook.returning.amounts import MOST_NEW_CARDS, MOST_NEW_STEPS, refuse_more_than

if TYPE_CHECKING:
    from blueprint_cli.workbook.reading.cells import Book
    from blueprint_cli.workbook.returning.returned import Returned
    from blueprint_cli.workbook.returning.sent import Sent


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
    known = {key.at for key in returned.base}
    strange = sum(key.at not in known for key in returned.tables.facts)
    news = (
        (strange, MOST_NEW_CARDS, "facts of parts that the map never had"),
        (len(returned.placed.fresh), MOST_NEW_CARDS, "cells with texts that are new"),
        (len(returned.tables.new_rows), MOST_NEW_CARDS, "rows of flat sheets that are new"),
        (len(returned.grid.columns()) - len(returned.grid.steps), MOST_NEW_STEPS, "columns that are new"),
    )
    for count, most, what in news:
        refuse_more_than(returned.book, count, most, what)


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
