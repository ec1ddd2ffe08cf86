"""Edits of lists: an item put in, taken out, or all of them in another order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from blueprint_cli.edit.splicing.chunks import chunks, indent_of, is_block
from blueprint_cli.findings import Edit
from blueprint_cli.source.document import LINE_END
from blueprint_cli.source.patches import NoSmallEdit, line_end, newline, removed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from blueprint_cli.edit.splicing.chunks import Chunk
    from blueprint_cli.edit.splicing.pieces import Piece
    from blueprint_cli.findings import Route
    from blueprint_cli.source.document import Document


def inserted(document: Document, route: Route, items: Sequence[Any], index: int, piece: Piece) -> Edit:
    """Put an item into a list that has some.

    Raises:
        NoSmallEdit: the list's items share their lines, or comments of the piece would be lost.
    """
    if not is_block(document, route):
        return _inserted_in_flow(document, route, items, index, piece)
    found = chunks(document, route, len(items))
    end = newline(document)
    new = piece.at(indent_of(document, found[0].dash), end, list_offset(document))
    gap = _gap(document, found)
    if index == 0:
        return Edit(found[0].start, found[0].start, new + gap)
    at = found[index - 1].end
    before = "" if document.text[:at].endswith(("\n", "\r")) else end
    return Edit(at, at, before + gap + new)


def taken_out(document: Document, route: Route, items: Sequence[Any]) -> Edit:
    """Take an item out of a list of several, with its comments and one of the blank lines around it.

    Raises:
        NoSmallEdit: it shares its line with something else.
    """
    parent, index = route[:-1], int(route[-1])
    if not is_block(document, parent):
        return removed(document, route)
    found = chunks(document, parent, len(items))
    start, end = found[index].start, found[index].end
    if index + 1 < len(items):
        end += len(_blank(document.text[end : found[index + 1].start]))
    elif index:
        before = document.text[found[index - 1].end : start]
        start -= len(before) if not before.strip() else 0
    return Edit(start, end, "")


def reordered(document: Document, route: Route, order: Sequence[int]) -> Edit:
    """The items of a list in another order; what stands between them stays where it is.

    Raises:
        NoSmallEdit: they share their lines.
    """
    if is_block(document, route):
        found = chunks(document, route, len(order))
        places = [(chunk.start, chunk.end) for chunk in found]
    else:
        spans = [document.spans[(*route, index)] for index in range(len(order))]
        places = [(span.start, span.end) for span in spans]
    text, end = document.text, newline(document)
    pieces = [text[start:stop] for start, stop in places]
    ends = is_block(document, route) and not pieces[-1].endswith(("\n", "\r"))
    if ends:  # the last line of the file has no end
        pieces[-1] += end
    out = ""
    for place, index in enumerate(order):
        between = text[places[place - 1][1] : places[place][0]] if place else ""
        out += between + pieces[index]
    return Edit(places[0][0], places[-1][1], out.removesuffix(end) if ends else out)


def opened(document: Document, route: Route, count: int, above: Mapping[int, Sequence[str]]) -> Edit:
    """A list in brackets that stands behind its key: a line an item, so that comments can stand above each.

    Args:
        document: the file.
        route: the list in its data.
        count: how many items it has.
        above: the comments above some of the items.

    Raises:
        NoSmallEdit: it does not stand on one line, or stands inside other brackets.
    """
    span = document.spans[route]
    items = [document.spans[(*route, index)] for index in range(count)]
    stop = line_end(document, span.end)
    behind = document.text[span.end : stop].strip()
    within = any(not is_block(document, route[:depth]) for depth in range(len(route)))
    if within or span.key_start < 0 or document.place(span.key_start)[0] != document.place(span.end)[0] or (behind and not behind.startswith("#")):  # fmt: skip
        raise NoSmallEdit(route)
    colon = document.text.index(":", span.key_end) + 1
    dash = " " * (document.place(span.key_start)[1] - 1 + list_offset(document)) + "- "
    lines = [f"  {behind}" if behind else ""]
    for index, item in enumerate(items):
        lines += [f"{dash[:-2]}{comment}" for comment in above.get(index, ())]
        lines.append(f"{dash}{document.text[item.start : item.end]}")
    return Edit(colon, stop, newline(document).join(lines))


def list_offset(document: Document) -> int:
    """How much deeper than their keys the block lists of a file stand: that of its first one."""
    for route, span in document.spans.items():
        if (
            route
            and span.key_start >= 0
            and document.text[span.start : span.start + 2] in ("- ", "-\n", "-\r")
        ):
            row, column = document.place(span.start)
            key_row, key_column = document.place(span.key_start)
            if row > key_row:
                return max(0, column - key_column)
    return 2


def _inserted_in_flow(
    document: Document, route: Route, items: Sequence[Any], index: int, piece: Piece
) -> Edit:
    span = document.spans[route]
    new = piece.inline()
    if not items:
        return Edit(span.start, span.end, f"[{new}]")
    if index == 0:
        first = document.spans[(*route, 0)].start
        return Edit(first, first, f"{new}, ")
    last = document.spans[(*route, index - 1)].end
    return Edit(last, last, f", {new}")


def _gap(document: Document, found: Sequence[Chunk]) -> str:
    """The blank lines that part the items of a list."""
    if len(found) < 2:  # noqa: PLR2004 - nothing is between one
        return ""
    return _blank(document.text[found[0].end : found[1].start])


def _blank(between: str) -> str:
    """The blank lines at the beginning of what stands between two items."""
    at = 0
    while (found := LINE_END.search(between, at)) and not between[at : found.start()].strip():
        at = found.end()
    return between[:at]
