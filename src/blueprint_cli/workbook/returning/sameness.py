"""Whether a workbook came back as it was sent, told without the file that it was made from."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from blueprint_cli.workbook.anchors import PHASE_LANE, Key
from blueprint_cli.workbook.returning.returned_names import offered_names

if TYPE_CHECKING:
    from blueprint_cli.workbook.returning.returned import Returned


def is_as_sent(returned: Returned) -> bool:
    """Whether nothing was typed, moved, put in or taken out."""
    return (
        not returned.tables.new_rows
        and not returned.shown.typed
        and not returned.shown.missing
        and not returned.rows_gone
        and _names_as_sent(returned)
        and _stands_as_sent(returned)
        and _phases_as_sent(returned)
        and not returned.typed_over
        and not any(beside for item in returned.outline.items.values() for beside in returned.beside(item))
    )


def _names_as_sent(returned: Returned) -> bool:
    """Whether the directory names what the drop-downs offered, and nothing else."""
    offered = offered_names(returned.book, returned.reading)
    return all(returned.reading.fold(row.name) in offered for row in returned.named_rows)


def _phases_as_sent(returned: Returned) -> bool:
    """Whether the row of phases has the very headings and merged cells that were sent; no, where nobody knows them."""
    row, phases = returned.grid.row_of(PHASE_LANE), returned.phases
    if row is None or phases is None:
        return phases is not None
    columns = sorted(returned.grid.steps)
    if len(columns) != len(phases):
        return False
    headings, merges = _headings_sent(returned, columns, phases)
    sheet = returned.grid.sheet
    filled = {
        column: returned.reading.fold(sheet.value(row, column))
        for column in sheet.rows.get(row, ())
        if column >= columns[0]
    }
    return headings == filled and merges == {
        area[1::2] for area in sheet.merges if area.top <= row <= area.bottom
    }


def _headings_sent(
    returned: Returned, columns: list[int], phases: tuple[str | None, ...]
) -> tuple[dict[int, str], set[tuple[int, int]]]:
    """The headings by their columns, and the first and last columns of the merged cells."""
    headings: dict[int, str] = {}
    merges: set[tuple[int, int]] = set()
    for phase, run in groupby(zip(columns, phases, strict=True), itemgetter(1)):
        first, *rest = [column for column, _ in run]
        if phase is not None:
            title = returned.base.get(Key(f"phases[{phase}]", "title"), phase)
            headings[first] = returned.reading.fold(title)
        if rest:
            merges.add((first, rest[-1]))
    return headings, merges


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
