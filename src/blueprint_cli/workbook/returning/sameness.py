"""Whether a workbook came back as it was sent, told without the file that it was made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.workbook.anchors import PHASE_LANE
from blueprint_cli.workbook.reading.cells import as_text
from blueprint_cli.workbook.returning.gone_rows import rows_gone
from blueprint_cli.workbook.returning.returned_names import named_rows, offered_names

if TYPE_CHECKING:
    from blueprint_cli.workbook.anchors import Key
    from blueprint_cli.workbook.reading.cells import Cell
    from blueprint_cli.workbook.returning.returned import Returned, Theirs


def is_as_sent(returned: Returned) -> bool:
    """Whether nothing was typed, moved, put in or taken out."""
    return (
        not returned.tables.new_rows
        and not returned.shown.typed
        and not returned.shown.missing
        and not rows_gone(returned)
        and _names_as_sent(returned)
        and _stands_as_sent(returned)
        and not _has_new_heading(returned)
        and next(iter(typed_over(returned)), None) is None
    )


def _names_as_sent(returned: Returned) -> bool:
    """Whether the directory names what the drop-downs offered, and nothing else."""
    rows = named_rows(returned.book, returned.reading)
    offered = offered_names(returned.book, returned.reading)
    return all(returned.reading.fold(row.name) in offered for row in rows)


def _has_new_heading(returned: Returned) -> bool:
    """Whether a phase is typed over a step that had no heading of its own."""
    grid = returned.grid
    row = grid.row_of(PHASE_LANE)
    if row is None:
        return False
    sent = {returned.theirs(key).where for key in returned.base if key.at.startswith("phases[")}
    return any(
        (cell := grid.sheet.cells.get((row, column))) is not None
        and cell.formula is None
        and as_text(cell.value)
        and returned.name(row, column) not in sent
        for column in grid.steps
    )


def typed_over(returned: Returned) -> dict[Key, Theirs]:
    """The facts whose cells say something else than they were sent with, in the order in which they were sent."""
    found: dict[Key, Theirs] = {}
    for key, base in returned.base.items():
        theirs = returned.theirs(key)
        if theirs.fate != "absent" and (
            _is_hollow(theirs.cell) or not returned.reading.same(key.kind, theirs.cell.value, base)
        ):
            found[key] = theirs
    for key, (_, cell) in returned.tables.facts.items():
        if key not in returned.base and (_is_hollow(cell) or as_text(cell.value)):
            found[key] = returned.theirs(key)
    return found


def _is_hollow(cell: Cell) -> bool:
    """A formula that was never computed says nothing yet, and is not nothing."""
    return cell.formula is not None and cell.value is None


def _stands_as_sent(returned: Returned) -> bool:
    grid, placed = returned.grid, returned.placed
    steps = [grid.steps[column] for column in sorted(grid.steps)]
    if (
        placed.fresh
        or placed.away
        or steps != list(returned.outline.steps)
        or len(grid.columns()) > len(steps)
    ):
        return False
    rows: dict[tuple[str, str], int] = {}
    for at, spot in placed.spots.items():
        item = returned.outline.items[at]
        place = (item.step, item.lane)
        if spot is None or (grid.steps.get(spot[1]), grid.lanes.get(spot[0])) != place:
            return False
        if spot[0] <= rows.get(place, 0):
            return False
        rows[place] = spot[0]
    return True
