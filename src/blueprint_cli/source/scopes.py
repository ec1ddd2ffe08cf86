"""Which node of the YAML a line or a comment stands on."""

from __future__ import annotations

from bisect import bisect_left
from operator import itemgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from blueprint_cli.findings import Route
    from blueprint_cli.source.document import Document, Span

_BLANK = " \t\r\n"


def next_node(document: Document, offset: int) -> tuple[int, int] | None:
    """The stretch of the key with its value, or of the list item, that follows a comment of its own line.

    Args:
        document: the file.
        offset: where the comment starts.
    """
    token = _next_token(document, offset)
    if token is None:
        return None
    text = document.text
    if text[token] == "-" and text[token + 1 : token + 2] in (*_BLANK, ""):
        item = _first_from(document, token, items=True)
        return (token, _end(item[1])) if item else None
    found = _first_from(document, token, items=False)
    return (token, _end(found[1])) if found else None


def opened_by_line(document: Document, line: int) -> tuple[int, int] | None:
    """The block that a line opens (`backstage:`, a dash with a comment after it), or None."""
    top = document.line_starts[line - 1]
    bottom = document.line_starts[line] if line < len(document.line_starts) else len(document.text)
    best: tuple[int, int] | None = None
    openings = _openings(document, items=False)
    first = bisect_left(openings, top, key=itemgetter(0))
    last = bisect_left(openings, bottom, first, key=itemgetter(0))
    for _, _, _, span in openings[first:last]:
        if top <= span.key_start < bottom <= span.end and (
            span.start >= bottom or document.text[span.start] in "|>"
        ):
            best = _longer(best, (span.key_start, _end(span)))
    dash = document.text[top:bottom].lstrip()
    if best is None and dash.startswith("-") and dash[1:].lstrip().startswith("#"):
        item = _first_from(document, top, items=True)
        return (top, _end(item[1])) if item else None
    return best


def _longer(one: tuple[int, int] | None, other: tuple[int, int]) -> tuple[int, int]:
    return other if one is None or other[1] - other[0] > one[1] - one[0] else one


def _end(span: Span) -> int:
    """The end is exclusive; an empty value still has its key."""
    return max(span.end, span.key_end, span.start + 1)


def _next_token(document: Document, offset: int) -> int | None:
    """The first character after the comment's line that is neither blank nor part of another comment."""
    line = document.place(offset)[0]
    tokens = document.remembered("first tokens", lambda: _first_tokens(document))
    return tokens[line] if line < len(tokens) else None


def _first_tokens(document: Document) -> list[int | None]:
    """For each line (from 0) the first token that stands on it or on a later one."""
    found: list[int | None] = [None] * len(document.line_starts)
    token: int | None = None
    for number in range(len(found) - 1, -1, -1):
        text = document.line(number + 1)
        stripped = text.lstrip(" \t")
        if stripped and not stripped.startswith("#"):
            token = document.line_starts[number] + len(text) - len(stripped)
        found[number] = token
    return found


Opening = tuple[int, int, "Route", "Span"]
"""Where a node starts, how deep it stands, its route and its span."""


def _openings(document: Document, *, items: bool) -> list[Opening]:
    """All nodes but the whole file in the order in which they start, outer ones first; or the items of lists alone."""

    def listed() -> list[Opening]:
        return sorted(
            (
                (span.key_start if span.key_start >= 0 else span.start, len(route), route, span)
                for route, span in document.spans.items()
                if route and (not items or isinstance(route[-1], int))
            ),
            key=itemgetter(0, 1),
        )

    return document.remembered("items" if items else "openings", listed)


def _first_from(document: Document, offset: int, *, items: bool) -> tuple[Route, Span] | None:
    """The outermost node that starts at or after an offset: an item of a list, or whatever starts there."""
    openings = _openings(document, items=items)
    index = bisect_left(openings, offset, key=itemgetter(0))
    return openings[index][2:] if index < len(openings) else None
