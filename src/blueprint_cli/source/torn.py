"""Values that a comma inside { } ends too early: `{work: 1,5 h}` holds a work of `1` and a key `5 h` without a value."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from blueprint_cli.findings import Change, Edit, Problem, Remedy
from blueprint_cli.source.writing import in_quotes

if TYPE_CHECKING:
    from blueprint_cli.findings import Route
    from blueprint_cli.source.document import Document

CODE = "BP002"
ENDS_AT_COMMA = "a comma inside { } ends a value"
AMBIGUOUS = "BP007"

_COLON = re.compile(r"\s*:")
_AROUND_COMMA = re.compile(r"\d,\d")


def note_torn(
    document: Document, box: Route, filled: dict[str, Any], key: str, place: tuple[int, int]
) -> None:
    """Note what a key without a value and a colon, inside { }, was torn from: the figure before the comma.

    A number that merely stands there has no safe reading, so nothing is proposed for it.

    Args:
        document: on its way, the key's empty value being its last scalar.
        box: the route of the mapping.
        filled: the mapping as far as it goes.
        key: the key without a value.
        place: start and end of the key.
    """
    start, end = place
    if _COLON.match(document.text, end):
        return
    notes = document.notes
    mine = [note for note in notes if note.span == place]
    before = _before(document, box, filled, start)
    if before is None:
        for note in mine:
            if note.code == AMBIGUOUS:
                help_line = f"{ENDS_AT_COMMA}: a text with a comma goes in quotes"
                notes[notes.index(note)] = note._replace(help=help_line, remedy=None)
        return
    for note in mine:
        notes.remove(note)
    torn = (*box, key)
    if torn in document.torn:  # `{min: 1,5 h, max: 2,5 h}`: the key is there twice, and goes once
        earlier = document.torn[torn]
        notes[earlier] = _without_removal(notes[earlier])
    document.torn[torn] = len(notes)
    notes.append(_torn(document, before, torn, end))


def _before(document: Document, box: Route, filled: dict[str, Any], start: int) -> Route | None:
    """The value that ends at the comma before the key, where a figure goes on behind it."""
    if start < 2 or len(document.scalars) < 3 or not _AROUND_COMMA.match(document.text, start - 2):  # noqa: PLR2004 - value, key, empty value
        return None
    first, last = document.scalars[-3]
    if last != start - 1:
        return None
    routes = ((*box, name) for name in filled)
    return next((route for route in routes if document.spans[route].start == first), None)


def _torn(document: Document, before: Route, torn: Route, end: int) -> Problem:
    _, _, start, first = document.spans[before]
    whole = document.text[start:end]
    return Problem(
        f"only '{whole[: first - start]}' is read of '{whole}'",
        before,
        f"{ENDS_AT_COMMA}: write {in_quotes(whole)}, in quotes",
        code=CODE,
        span=(start, end),
        remedy=Remedy(
            f"write {in_quotes(whole)}",
            (Change("set", before, value=whole), Change("remove", torn)),
            edits=(Edit(start, end, in_quotes(whole)),),
        ),
    )


def _without_removal(note: Problem) -> Problem:
    remedy = note.remedy
    return note._replace(remedy=remedy._replace(changes=remedy.changes[:1])) if remedy else note
