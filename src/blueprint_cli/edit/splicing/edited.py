"""A text after edits within its steps: only those steps are read again at once, the whole text when somebody asks for it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Any

from blueprint_cli.edit.patching import confirmed, edited
from blueprint_cli.edit.splicing.chunks import chunks, is_block
from blueprint_cli.source.patches import NoSmallEdit
from blueprint_cli.source.reading import Unreadable, read_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from blueprint_cli.edit.splicing.chunks import Chunk
    from blueprint_cli.findings import Edit
    from blueprint_cli.source.document import Document


class Edited:
    """A document after some edits, or without any.

    Attributes:
        text: its text now.
    """

    def __init__(self, document: Document, edits: Sequence[Edit] = (), wanted: Any = None) -> None:
        """Make edits in a document.

        Raises:
            Unverified: the text would not hold the data that is wanted.
        """
        self._before, self._edits, self._wanted = document, edits, wanted
        if not edits:
            self.document = document
        elif not _holds(document, edits, wanted):
            self.document = confirmed(document, edits, wanted)
        self.text = edited(document.text, edits) if edits else document.text

    @cached_property
    def document(self) -> Document:
        """The document with its data and places."""
        return confirmed(self._before, self._edits, self._wanted)


def _holds(document: Document, edits: Sequence[Edit], wanted: Any) -> bool:
    """Whether the text is sure to hold what is wanted, told from the steps that are edited.

    They are items of a list in lines: each ends where the next one begins, whatever it says, as long as it can be read
    alone and is one item then. False says no more than that this cannot be told.
    """
    data = document.data
    steps = data.get("steps")
    same_keys = isinstance(wanted, dict) and list(wanted) == list(data) and isinstance(steps, list)
    if not same_keys or not steps or not is_block(document, ("steps",)) or len(wanted["steps"]) != len(steps):
        return False
    if any(wanted[key] != value for key, value in data.items() if key != "steps"):
        return False
    try:
        pieces = chunks(document, ("steps",), len(steps))
    except NoSmallEdit:
        return False
    touched = _by_step(pieces, edits)
    return touched is not None and all(
        _says(document, pieces[place], touched[place], now) if place in touched else now == step
        for place, (step, now) in enumerate(zip(steps, wanted["steps"], strict=True))
    )


def _by_step(pieces: Sequence[Chunk], edits: Sequence[Edit]) -> dict[int, list[Edit]] | None:
    """The edits by the step that each is in; None where one is in none, or at an edge where two steps meet."""
    starts = [piece.start for piece in pieces]
    found: dict[int, list[Edit]] = defaultdict(list)
    for edit in edits:
        place = bisect_right(starts, edit.start) - 1
        if place < 0 or edit.end > pieces[place].end:
            return None
        at_edge = edit.start == edit.end == pieces[place].start
        column = pieces[place].dash - pieces[place].start
        if at_edge and place and len(edit.text) - len(edit.text.lstrip(" ")) > column:
            place -= 1  # a new line at the end of a step stands deeper than its dash
        found[place].append(edit)
    return found


def _says(document: Document, piece: Chunk, edits: Sequence[Edit], wanted: Any) -> bool:
    inside = [edit._replace(start=edit.start - piece.start, end=edit.end - piece.start) for edit in edits]
    try:
        read = read_text(edited(document.text[piece.start : piece.end], inside), document.path)
    except Unreadable:
        return False
    return repr(read.data) == repr([wanted])
