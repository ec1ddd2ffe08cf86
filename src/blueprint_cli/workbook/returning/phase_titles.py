"""What the phase of every step is called, so that a copy of its title is told from another one."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from blueprint_cli.workbook.anchors import OR_NOTHING
from blueprint_cli.workbook.reading.cells import as_text
from blueprint_cli.workbook.returning.phase_cells import title_key
from blueprint_cli.workbook.returning.phase_row import phase_row
from blueprint_cli.workbook.returning.sent import LOST, spot_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from blueprint_cli.workbook.reading.cells import Cell, Value
    from blueprint_cli.workbook.returning.phase_row import PhaseRow
    from blueprint_cli.workbook.returning.returned import Returned
    from blueprint_cli.workbook.returning.sent import Spot


class PhaseTitles(NamedTuple):
    """The titles of phases, by the address of a step, or the column of a new one.

    Attributes:
        now: what the phase is called that stands over a step now: as it was sent, and as it was typed.
        before: what the phase of a step was called when it was sent, and what stands in that cell now; with the cell.
        every: the titles of all phases, as they were sent.
        anchored: whether the anchors tell where titles stand; else nobody knows which cell a formula should show.
        fold: spells texts alike that say the same.
    """

    now: Mapping[object, tuple[str, ...]] = MappingProxyType({})
    before: Mapping[str, tuple[tuple[str, str], Spot | None]] = MappingProxyType({})
    every: tuple[str, ...] = ()
    anchored: bool = False
    fold: Callable[[Value], str] = as_text

    @classmethod
    def of(cls, returned: Returned) -> PhaseTitles:
        """Those of a workbook; where nobody knows what was sent, only which titles there were."""
        fold = returned.reading.fold
        every = tuple(as_text(title) for key, title in returned.base.items() if key.at.startswith("phases["))
        row = phase_row(returned, returned.phases)
        if row is None:
            return cls(every=every, fold=fold)
        now: dict[object, tuple[str, ...]] = {
            returned.grid.steps.get(column, column): _over(row, column) for column in row.over
        }
        return cls(now, dict(_sent(returned, row)), every, returned.placed.how == "anchors", fold)

    def may_be_shown(self, at: str, cell: Cell) -> bool:
        """Whether what stands beside a step or its card only shows its phase: by our formula, or by its text alone."""
        titles, spot = self.before.get(at, (("", "") if self.before else self.every, None))
        if cell.formula is not None:
            shown = spot_of(cell.formula.removesuffix(OR_NOTHING))
            if shown is None or not self.anchored:
                return shown is not None or LOST in cell.formula
            # Not by the sheet: a library that renames it leaves its old name in formulas.
            return spot is not None and shown[1:] == spot[1:]
        return self.fold(cell.value) in map(self.fold, (*titles, *self.now.get(at, ())))


def _over(row: PhaseRow, column: int) -> tuple[str, ...]:
    over = row.over[column]
    if over.phase is None:
        return (over.title,)
    renamed = row.cells.renamed.get(over.phase)
    return (_title(row.cells.returned, over.phase), *([as_text(renamed.cell.value)] if renamed else []))


def _sent(returned: Returned, row: PhaseRow) -> Iterator[tuple[str, tuple[tuple[str, str], Spot | None]]]:
    for at, phase in row.sent.items():
        if phase is None:
            yield at, (("", ""), None)
            continue
        theirs = returned.theirs(title_key(phase))
        yield at, ((_title(returned, phase), as_text(theirs.cell.value)), theirs.spot)


def _title(returned: Returned, phase: str) -> str:
    return as_text(returned.base.get(title_key(phase), phase))
