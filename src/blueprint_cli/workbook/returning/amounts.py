"""How much of everything people type by hand: more than that is no edit of a map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.errors import BlueprintError
from blueprint_cli.workbook.reading.limits import MOST_CELLS

if TYPE_CHECKING:
    from blueprint_cli.workbook.reading.cells import Book

MOST_NEW_CARDS, MOST_NEW_STEPS, MOST_TABLES = 500, 100, 100
MOST_FACTS = MOST_CELLS // 4
"""Most take a cell where they are typed, and three in the hidden sheet."""


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
