"""The items of a block list as stretches of whole lines: comments above, dash, content, comment at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from blueprint_cli.source.document import LINE_END
from blueprint_cli.source.patches import NoSmallEdit, line_end

if TYPE_CHECKING:
    from blueprint_cli.findings import Route
    from blueprint_cli.source.document import Document


class Chunk(NamedTuple):
    """One item, as offsets.

    Attributes:
        start: the beginning of its first line; comment lines straight above it at its own indent belong to it.
        dash: its dash.
        end: behind the end of its last line; comment lines below it that stand deeper than its dash belong to it.
    """

    start: int
    dash: int
    end: int


def is_block(document: Document, route: Route) -> bool:
    """Whether a list or mapping is written in lines, not in brackets."""
    return document.text[document.spans[route].start] not in "[{"


def chunks(document: Document, route: Route, length: int) -> list[Chunk]:
    """The items of a block list.

    Raises:
        NoSmallEdit: an item shares a line with something else.
    """
    column = document.place(document.spans[route].start)[1] - 1
    found: list[Chunk] = []
    for index in range(length):
        found.append(_chunk(document, (*route, index), column, found[-1].end if found else 0))
    return found


def indent_of(document: Document, offset: int) -> str:
    """The spaces before an offset's column."""
    return " " * (document.place(offset)[1] - 1)


def _chunk(document: Document, route: Route, column: int, floor: int) -> Chunk:
    span = document.spans[route]
    row = document.place(span.start)[0]
    while row and not _is_dash(document.line(row), column):
        row -= 1
    if not row or document.line_starts[row - 1] < floor:
        raise NoSmallEdit(route)
    dash = document.line_starts[row - 1] + column
    stop = line_end(document, max(span.end, dash))
    rest = document.text[max(span.end, dash + 1) : stop].strip(" \t")
    if rest and not rest.startswith("#"):
        raise NoSmallEdit(route)
    mark = f"{' ' * column}#"
    while row > 1 and document.line(row - 1).startswith(mark) and document.line_starts[row - 2] >= floor:
        row -= 1
    following = LINE_END.match(document.text, stop)
    end = _below(document, following.end(), column) if following else stop
    return Chunk(document.line_starts[row - 1], dash, end)


def _below(document: Document, end: int, column: int) -> int:
    """The end of the comment lines below an item that stand deeper than its dash, blank lines among them."""
    row = document.place(end)[0]
    while row <= len(document.line_starts):
        line = document.line(row)
        said = line.lstrip(" ")
        if said.startswith("#") and len(line) - len(said) > column:
            end = document.line_starts[row] if row < len(document.line_starts) else len(document.text)
        elif said.strip():
            break
        row += 1
    return end


def _is_dash(line: str, column: int) -> bool:
    return line[:column].strip(" ") == "" and line[column : column + 1] == "-"
