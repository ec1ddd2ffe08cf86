"""The hidden sheet by which every cell is found again; `workbook.anchors` says how it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.render.grid.page import reference
from blueprint_cli.workbook import anchors

if TYPE_CHECKING:
    from blueprint_cli.render.grid.page import Page

LOOK = "hidden"
_FIRST_ROW = 2


def fill_anchors(page: Page, meta: dict[str, str], grid: str) -> None:
    """Write what is said of the workbook, then key, anchor and base of every fact that has a cell.

    Facts of the flat sheets that are sent empty are left out: their rows and columns say all of them.
    """
    ledger = page.ledger
    kept = {
        key: place
        for key, place in ledger.places.items()
        if place[0] == grid or ledger.facts[key] is not None
    }
    for column, heading in enumerate(anchors.HEADINGS, 1):
        page.text(1, column, heading, LOOK)
    for row, (name, said) in enumerate(meta.items(), _FIRST_ROW):
        page.text(row, anchors.KEY_COLUMN, name, LOOK)
        page.text(row, anchors.BASE_COLUMN, said, LOOK)
    for row, (key, place) in enumerate(kept.items(), _FIRST_ROW + len(meta)):
        value = ledger.facts[key]
        page.text(row, anchors.KEY_COLUMN, str(key), LOOK)
        shown = 0 if value is None else value
        page.formula(row, anchors.ANCHOR_COLUMN, f"={reference(*place)}", shown, LOOK)
        if isinstance(value, str):
            page.text(row, anchors.BASE_COLUMN, value, LOOK)
        elif value is not None:
            page.number(row, anchors.BASE_COLUMN, value, LOOK)
    page.sheet.sheet_state = "veryHidden"
