"""A client's remarks, as comments above the part that they are about."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from blueprint_cli.edit.splicing.chunks import chunks, is_block
from blueprint_cli.edit.splicing.data import at
from blueprint_cli.edit.splicing.lines import item_lines
from blueprint_cli.edit.splicing.lists import list_offset, opened
from blueprint_cli.edit.splicing.pieces import Piece
from blueprint_cli.findings import Edit
from blueprint_cli.source.patches import NoSmallEdit, newline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from blueprint_cli.findings import Route
    from blueprint_cli.source.document import Document

MARK = "# client: "


def has_remark(document: Document, route: Route, line: str) -> bool:
    """Whether the remark stands above a part already; the route is that of the file's data.

    Above the key of a list, too: there it came to stand while the first item was alone.
    """
    if _stands_above(document, _row(document, route), line):
        return True
    key = document.spans[route[:-1]].key_start if route and route[-1] == 0 else -1
    return key >= 0 and _stands_above(document, document.place(key)[0], line)


def _stands_above(document: Document, row: int, line: str) -> bool:
    while row > 1 and document.line(row - 1).lstrip().startswith("#"):
        row -= 1
        if document.line(row).strip() == MARK + line:
            return True
    return False


def remarks_above(document: Document, key: int) -> int:
    """Where the client's remarks straight above a key begin; where its line begins, without any."""
    row, column = document.place(key)
    mark = " " * (column - 1) + MARK
    if not document.line(row)[: column - 1].strip():
        while row > 1 and document.line(row - 1).startswith(mark):
            row -= 1
    return document.line_starts[row - 1]


def remark_edit(document: Document, route: Route, lines: Sequence[str]) -> Edit:
    """Write the lines of a remark above a part, below the comments that are there.

    A list in brackets is opened for it: above the whole line nobody could tell which of its items is meant.
    """
    comments = [f"{MARK}{line}" for line in lines]
    if route and isinstance(route[-1], int) and not is_block(document, route[:-1]):
        with suppress(NoSmallEdit):
            count = len(at(document.data, route[:-1]))
            return opened(document, route[:-1], count, {route[-1]: comments})
    row = _row(document, route)
    start, text = document.line_starts[row - 1], document.line(row)
    indent = text[: len(text) - len(text.lstrip(" "))]
    new = "".join(f"{indent}{comment}{newline(document)}" for comment in comments)
    return Edit(start, start, new)


def remarked(document: Document, value: Any, lines: Sequence[str]) -> Piece:
    """A new item with a remark above it."""
    text = [*(f"{MARK}{line}" for line in lines), *item_lines(value, "", list_offset(document))]
    end = newline(document)
    return Piece(value, lines="".join(f"{line}{end}" for line in text), comments=True)


def _row(document: Document, route: Route) -> int:
    """The line of an item's dash, else of its key or beginning."""
    if route and isinstance(route[-1], int) and is_block(document, route[:-1]):
        return document.place(chunks(document, route[:-1], route[-1] + 1)[-1].dash)[0]
    span = document.spans[route]
    return document.place(span.key_start if span.key_start >= 0 else span.start)[0]
