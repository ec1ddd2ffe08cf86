"""Which node of the YAML a line or a comment stands on."""

from __future__ import annotations

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
    for span in document.spans.values():
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
    here = offset
    while here < len(document.text):
        line = document.place(here)[0]
        if line >= len(document.line_starts):
            return None
        top = document.line_starts[line]
        text = document.line(line + 1)
        stripped = text.lstrip(" \t")
        if stripped and not stripped.startswith("#"):
            return top + len(text) - len(stripped)
        here = top if top > here else top + 1
    return None


def _first_from(document: Document, offset: int, *, items: bool) -> tuple[Route, Span] | None:
    """The outermost node that starts at or after an offset: an item of a list, or whatever starts there."""
    best: tuple[int, int, Route, Span] | None = None
    for route, span in document.spans.items():
        if not route or (items and not isinstance(route[-1], int)):
            continue
        start = span.key_start if span.key_start >= 0 else span.start
        if start < offset:
            continue
        if best is None or (start, len(route)) < best[:2]:
            best = (start, len(route), route, span)
    return best[2:] if best else None
