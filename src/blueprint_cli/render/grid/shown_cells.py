"""The marks of all cells in which nothing is typed: by them it is told later what was typed there nevertheless."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from blueprint_cli.workbook.anchors import (
    FIELDS_MARK,
    FIRST_COLUMN,
    LANE_COLUMN,
    SHOWN_LANE,
    STEP_KEY_ROW,
    STEP_ROW,
)
from blueprint_cli.workbook.returning.outline import step_address
from blueprint_cli.workbook.shown import mark_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.render.grid.page import Ledger

Places = dict[tuple[int, int], Any]


def marks_of(book: Any, ledger: Ledger, grid: str) -> set[int]:
    """A mark for every cell that shows something and is no formula, no fact, and no address of its row."""
    typed = set(ledger.places.values())
    found: set[int] = set()
    for sheet in book.worksheets:
        cells: Places = {
            place: cell._value  # noqa: SLF001 - all of them are walked through
            for place, cell in sheet._cells.items()  # noqa: SLF001
            if cell._value not in (None, "")  # noqa: SLF001
            and cell.data_type != "f"
            and (sheet.title, *place) not in typed
        }
        if sheet.title == grid:
            found.update(_of_grid(cells))
        elif sheet.sheet_state == "visible":
            found.update(_of_table(cells))
        else:  # the lists of names: each column is for itself
            found.update(mark_of("", value) for value in cells.values())
    return found


def _of_grid(cells: Places) -> Iterator[int]:
    for (row, column), value in cells.items():
        if column != LANE_COLUMN and row != STEP_KEY_ROW:
            key = cells.get((STEP_KEY_ROW, column)) if row > STEP_ROW and column >= FIRST_COLUMN else None
            yield mark_of(step_address(key) if key else "", value)


def _of_table(cells: Places) -> Iterator[int]:
    """A hidden first column holds the address of the row; a visible one its name."""
    keyed = FIELDS_MARK in {value for (_, column), value in cells.items() if column == 1}
    fields: dict[int, Any] = {}
    for (row, column), value in sorted(cells.items()):
        owner = str(cells.get((row, 1), ""))
        if owner == FIELDS_MARK:
            fields = {} if column == 1 else fields | {column: value}
        elif not keyed:
            yield mark_of(owner if column > 1 else "", value)
        elif column > 1 and owner.startswith("@"):
            yield mark_of("", value)
        elif column > 1 and fields.get(column) != SHOWN_LANE and value != owner:
            yield mark_of(owner, value)
