"""What the phase of every step is called, so that a copy of its title is told from another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.workbook import anchors
from blueprint_cli.workbook.reading.cells import as_text

if TYPE_CHECKING:
    from blueprint_cli.workbook.reading.cells import Book
    from blueprint_cli.workbook.returning.outline import Outline
    from blueprint_cli.workbook.returning.sent import Sent, Spot

Titles = dict[str, tuple[str, ...]]


def phase_titles(sent: Sent, book: Book, outline: Outline) -> Titles:
    """The titles of every step's phase, as it was sent and as it stands in the grid now; nothing where phases are lost."""
    phases = anchors.phases_in(sent.about.get(anchors.META_PHASES, ""))
    if phases is None or len(phases) != len(outline.steps):
        return {}
    called = {
        anchor.key.at: (as_text(anchor.base), _said(book, anchor.spot))
        for anchor in sent.anchors
        if anchor.key.at.startswith("phases[")
    }
    return {
        at: called.get(f"phases[{phase}]", (phase,)) if phase else ("",)
        for at, phase in zip(outline.steps, phases, strict=True)
    }


def _said(book: Book, spot: Spot | None) -> str:
    sheet = book.sheet(spot.sheet) if spot else None
    return sheet.text(spot.row, spot.column) if sheet and spot else ""
