"""Columns and rows that were deleted, and others put in at their place: LibreOffice revives anchors there that had gone."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from blueprint_cli.workbook.anchors import CARD_LANES, TEXT_LANES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from blueprint_cli.workbook.anchors import Key
    from blueprint_cli.workbook.returning.comparing import Reading
    from blueprint_cli.workbook.returning.outline import Outline
    from blueprint_cli.workbook.returning.returned_grid import ReturnedGrid
    from blueprint_cli.workbook.returning.sent import Anchor, Sent

_STACKED = (*CARD_LANES, *TEXT_LANES)


def without_revived(grid: ReturnedGrid, sent: Sent, base: Outline, reading: Reading) -> Sent:
    """The same without the anchors that point at cells which were never theirs; the grid forgets the steps of such columns.

    The hidden key tells: a new column or row has none. A key that was lost alone is no sign, nor is a hidden row or column
    that was cleared as a whole: the cells still say what was sent there, or most keys are gone.
    """
    if not (grid.unsaid or grid.unsaid_rows):
        return sent
    columns = _columns(grid, sent, reading)
    for column in columns:
        del grid.steps[column]
    rows = _rows(grid, sent, base, reading)
    anchors = [
        anchor._replace(fate="deleted", spot=None)
        if _is_revived(grid, anchor, columns, rows, base)
        else anchor
        for anchor in sent.anchors
    ]
    return sent.with_anchors(anchors)


def _is_revived(
    grid: ReturnedGrid, anchor: Anchor, columns: dict[int, str], rows: frozenset[int], base: Outline
) -> bool:
    spot, key = anchor.spot, anchor.key
    if spot is None or spot.sheet != grid.sheet.title:
        return False
    if spot.row in rows and _is_card(key, base):
        return True
    step = columns.get(spot.column)
    return step is not None and (key.at == step or key.at.startswith((f"{step}.", "phases[")))


def _columns(grid: ReturnedGrid, sent: Sent, reading: Reading) -> dict[int, str]:
    """The columns without key that are no longer the step that their anchors tell."""
    if len(grid.unsaid) * 2 > len(grid.steps):  # the hidden row was cleared
        return {}
    there: dict[int, list[Anchor]] = defaultdict(list)
    for anchor in sent.anchors:
        spot = anchor.spot
        if spot is not None and spot.sheet == grid.sheet.title and spot.column in grid.unsaid:
            step = grid.unsaid[spot.column]
            if anchor.base is not None and (anchor.key.at == step or anchor.key.at.startswith(f"{step}.")):
                there[spot.column].append(anchor)
    return {
        column: step for column, step in grid.unsaid.items() if not _says_it(grid, there[column], reading)
    }


def _rows(grid: ReturnedGrid, sent: Sent, base: Outline, reading: Reading) -> frozenset[int]:
    """The rows without key of lanes that lost one, and that no longer say what their anchors tell."""
    kept = Counter(lane for row, lane in grid.lanes.items() if row not in grid.unsaid_rows)
    depth: Counter[str] = Counter()
    for step in base.steps.values():
        for lane, stack in step.lanes.items():
            depth[lane] = max(depth[lane], len(stack) + 1)  # with the spare row
    rows = {
        row
        for row in grid.unsaid_rows
        if grid.lanes.get(row) in _STACKED and kept[grid.lanes[row]] < depth[grid.lanes[row]]
    }
    if not rows or len(grid.unsaid_rows) > sum(kept.values()):  # the hidden column was cleared
        return frozenset()
    there: dict[int, list[Anchor]] = defaultdict(list)
    for anchor in sent.anchors:
        spot = anchor.spot
        if (
            spot is not None
            and spot.row in rows
            and spot.sheet == grid.sheet.title
            and _is_card(anchor.key, base)
        ):
            there[spot.row].append(anchor)
    return frozenset(row for row in there if not _says_it(grid, there[row], reading))


def _is_card(key: Key, base: Outline) -> bool:
    item = base.items.get(key.at) or base.items.get(str(key))
    return item is not None and item.key == key


def _says_it(grid: ReturnedGrid, anchors: Iterable[Anchor], reading: Reading) -> bool:
    """Whether at least half of the cells say what they were sent with."""
    told = [
        reading.same(anchor.key.kind, grid.sheet.value(anchor.spot.row, anchor.spot.column), anchor.base)
        for anchor in anchors
        if anchor.spot is not None
    ]
    return sum(told) * 2 >= len(told)
