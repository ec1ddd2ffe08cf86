"""Which phase every column stands under now: by its heading, by merged cells, and by what was sent."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from blueprint_cli.workbook.anchors import PHASE_LANE
from blueprint_cli.workbook.returning.moving import moved_among
from blueprint_cli.workbook.returning.phase_cells import EMPTIED, Over, PhaseCells

if TYPE_CHECKING:
    from collections.abc import Sequence

    from blueprint_cli.workbook.returning.phase_cells import Heading
    from blueprint_cli.workbook.returning.returned import Returned

NOTHING = Over()
_UNCOVERED = "its phase no longer stands over it"
_BARE = "no phase stands over it where it is now"


def phase_row(returned: Returned, sent: Sequence[str | None] | None) -> PhaseRow | None:
    """The row of phases; None where there is none, or nobody knows what was sent in it.

    Args:
        returned: the workbook.
        sent: the phase of every step that was sent, in order.
    """
    row = returned.grid.row_of(PHASE_LANE)
    if row is None or sent is None or len(sent) != len(returned.outline.steps):
        return None
    return PhaseRow(PhaseCells(returned, row, dict(zip(returned.outline.steps, sent, strict=True))))


class PhaseRow:
    """The row of phases, column by column.

    Where no heading stands over a step, it keeps its phase as long as nobody has touched that phase's heading or
    carried the step elsewhere; else the heading on its left holds.

    Attributes:
        cells: its cells.
    """

    def __init__(self, cells: PhaseCells) -> None:
        self.cells = cells
        self.grid = cells.returned.grid
        self.sent = cells.sent

    def is_changed(self, column: int) -> bool:
        """Whether a step stands under something else than it was sent under."""
        return self.over[column] != Over(self.sent[self.grid.steps[column]])

    @cached_property
    def over(self) -> dict[int, Over]:
        """What stands over every column of a step, old or new."""
        found: dict[int, Over] = {}
        for column in self._columns:
            heading = self.cells.headings.get(column)
            if heading is not None:
                found[column] = self.cells.said(heading)
            else:
                left = self.plain(*next(reversed(found.items()), (column, NOTHING)))
                found[column] = self._bare(column, left) if column in self.grid.steps else left
        return found

    @cached_property
    def _columns(self) -> list[int]:
        return self.grid.columns()

    def plain(self, column: int, over: Over) -> Over:
        """What stands over a column until somebody has said more."""
        return Over(self.sent.get(self.grid.steps.get(column, ""))) if over.doubt else over

    # A step without a heading over it

    def _bare(self, column: int, left: Over) -> Over:
        step = self.grid.steps[column]
        was, run = self.sent[step], self.cells.runs[step]
        heading = self._heading_before(column)
        shown = self.cells.said(heading) if heading is not None else NOTHING
        if shown == Over(was):
            uncovered = heading is not None and self._is_remerged(heading, run)
            return Over(None, "", _UNCOVERED) if uncovered else shown
        if heading is not None and self._run_at(heading.cell) is run:
            if not self._is_remerged(heading, run):
                return shown
            return NOTHING if was is None else shown._replace(doubt=_UNCOVERED)
        if step in self._moved:
            return self._carried(column, left)
        if was is None:
            return NOTHING
        return self._under_touched_heading(column, run, shown)

    def _under_touched_heading(self, column: int, run: list[str], shown: Over) -> Over:
        """What becomes of a step whose phase's heading was perhaps moved, covered or emptied."""
        was = self.sent[run[0]]
        first = self.cells.columns.get(run[0])
        if was in self.cells.anew:
            at_first = self.cells.headings.get(first) if first is not None else None
            stands = at_first is not None and self.cells.said(at_first).phase == was
            return Over(was) if stands else shown
        taken = first is None or run[0] in self._moved or first in self.cells.headings
        if taken or (was is not None and was not in self.cells.homes.values()):
            return Over(was)  # nobody has emptied it: it went with its column, or under another heading
        area = self.cells.areas.get(column, (column, column))
        plain = shown == NOTHING or [self.cells.columns.get(at) for at in run] == [
            *range(area[0], area[1] + 1)
        ]
        return Over(None, "", "" if plain else EMPTIED)

    def _carried(self, column: int, left: Over) -> Over:
        """A step that was carried away from its heading: plain only between two steps of one phase."""
        was = self.sent[self.grid.steps[column]]
        right = self._after(column)
        if was is not None and was in (left.phase, right.phase if right else None):
            return Over(was)
        if left == right:
            return left
        return NOTHING if was is None else left._replace(doubt=_BARE)

    def _after(self, column: int) -> Over | None:
        """What stands over the next column, as far as that can be told without this one."""
        following = next((other for other in self._columns if other > column), None)
        if following is None:
            return None
        heading = self.cells.headings.get(following)
        if heading is not None:
            return self.cells.said(heading)
        return Over(self.sent.get(self.grid.steps.get(following, "")))

    def _heading_before(self, column: int) -> Heading | None:
        before = max((other for other in self.cells.headings if other < column), default=None)
        return self.cells.headings[before] if before is not None else None

    def _run_at(self, column: int) -> list[str] | None:
        """The steps among which a column stands; a new one between two of them is among them, too."""
        if column in self.grid.steps:
            return self.cells.runs[self.grid.steps[column]]
        left = max((other for other in self.grid.steps if other < column), default=None)
        right = min((other for other in self.grid.steps if other > column), default=None)
        if left is None or right is None:
            return None
        run = self.cells.runs[self.grid.steps[left]]
        return run if self.cells.runs[self.grid.steps[right]] is run else None

    def _is_remerged(self, heading: Heading, run: list[str]) -> bool:
        """Whether a heading is merged over fewer steps than it was sent over, and no column was put in or carried away."""
        return (
            heading.first < heading.last
            and not self._moved
            and len(self._columns) == len(self.sent) == len(self.grid.steps)
            and self._run_at(heading.cell) is run
        )

    @cached_property
    def _moved(self) -> frozenset[str]:
        """The steps that were carried elsewhere."""
        theirs = [self.grid.steps[column] for column in sorted(self.grid.steps)]
        base = [at for at in self.sent if at in self.cells.columns]
        return frozenset(moved_among(base, theirs)) if base != theirs else frozenset()
