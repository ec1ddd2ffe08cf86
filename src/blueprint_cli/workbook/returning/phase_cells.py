"""The row of phases, cell by cell: the headings that people see, and the phase that each one names."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from blueprint_cli.workbook.anchors import Key

if TYPE_CHECKING:
    from blueprint_cli.workbook.returning.returned import Returned, Theirs


class Over(NamedTuple):
    """What stands over a column.

    Attributes:
        phase: a phase that was sent; None where there is none, or one that was not sent.
        title: the title of one that was not sent; empty for all others.
        doubt: why a person has to say whether it is meant so; empty where it is plain.
    """

    phase: str | None = None
    title: str = ""
    doubt: str = ""


class Heading(NamedTuple):
    """A heading that people see, from its first column to its last, and the column of its text: merging may cover that."""

    first: int
    last: int
    cell: int


EMPTIED, FORMULA = "its heading was emptied", "a formula was typed over it"


def title_key(phase: str) -> Key:
    """The name of the fact that is the title of a phase."""
    return Key(f"phases[{phase}]", "title")


class PhaseCells:
    """The cells of the row of phases.

    Attributes:
        returned: the workbook.
        row: which row it is.
        sent: the phase of every step that was sent, in order.
    """

    def __init__(self, returned: Returned, row: int, sent: dict[str, str | None]) -> None:
        self.returned, self.row, self.sent = returned, row, sent

    # What was sent

    @cached_property
    def titles(self) -> dict[str, str]:
        """The titles of the phases as they were sent, spelt alike."""
        fold, base = self.returned.reading.fold, self.returned.base
        phases = dict.fromkeys(phase for phase in self.sent.values() if phase is not None)
        return {phase: fold(base.get(title_key(phase), phase)) for phase in phases}

    @cached_property
    def runs(self) -> dict[str, list[str]]:
        """For every step those that were sent beside it under the same heading, itself among them."""
        found: dict[str, list[str]] = {}
        run: list[str] = []
        for at, phase in self.sent.items():
            if not run or self.sent[run[0]] != phase:
                run = []
            run.append(at)
            found[at] = run
        return found

    @cached_property
    def homes(self) -> dict[int, str]:
        """The columns in which the titles of phases are typed, with the phase."""
        found: dict[int, str] = {}
        for phase in self.titles:
            spot = self.theirs(phase).spot if title_key(phase) in self.returned.base else None
            first = next(at for at, name in self.sent.items() if name == phase)
            if spot is not None and (spot.row, spot.sheet) == (self.row, self.returned.grid.sheet.title):
                found[spot.column] = phase
            elif first in self.columns and self.returned.placed.how == "texts":
                found.setdefault(self.columns[first], phase)
        return found

    def theirs(self, phase: str) -> Theirs:
        """What became of the cell in which a phase's title is typed."""
        return self.returned.theirs(title_key(phase))

    # What came back

    @cached_property
    def columns(self) -> dict[str, int]:
        """The columns of the steps."""
        return {at: column for column, at in self.returned.grid.steps.items()}

    @cached_property
    def areas(self) -> dict[int, tuple[int, int]]:
        """The first and the last column of the merged stretch that a column is in."""
        found: dict[int, tuple[int, int]] = {}
        most = max(
            (*self.returned.grid.sheet.rows.get(self.row, ()), *self.returned.grid.columns()), default=0
        )
        for area in self.returned.grid.sheet.merges:
            if area.top <= self.row <= area.bottom:
                last = min(area.right, most)
                found.update(dict.fromkeys(range(area.left, last + 1), (area.left, last)))
        return found

    @cached_property
    def headings(self) -> dict[int, Heading]:
        """The headings that people see, by each column that they stand over."""
        found: dict[int, Heading] = {}
        begins = min((self.returned.grid.first, *self.returned.grid.steps))
        for column in self.returned.grid.sheet.rows.get(self.row, ()):
            if column >= begins and column not in found and self._is_filled(column):
                first, last = self.areas.get(column, (column, column))
                found.update(dict.fromkeys(range(first, last + 1), Heading(first, last, column)))
        return found

    def _is_filled(self, column: int) -> bool:
        return self.has_formula(column) or bool(self.text(column))

    def has_formula(self, column: int) -> bool:
        """Whether a formula stands there."""
        return self.returned.grid.sheet.cells[self.row, column].formula is not None

    def text(self, column: int) -> str:
        """What stands there, spelt alike."""
        return self.returned.reading.fold(self.returned.grid.sheet.value(self.row, column))

    # What it says

    def said(self, heading: Heading) -> Over:
        """The phase of a heading: by its title, else by its place."""
        column = heading.cell
        text, step, home = self.text(column), self._step(column), self.homes.get(column)
        was = self.sent[step] if step else None
        if self.has_formula(column):
            return Over(home) if home is not None else self._shown(step)
        if was is not None and text == self.titles[was]:
            return Over(was)
        if text in self._by_title:
            return Over(self._by_title[text])
        if text in self._retitled:
            return Over(self._retitled[text])
        return Over(None, self.returned.grid.sheet.text(self.row, column))

    def _step(self, column: int) -> str:
        return self.returned.grid.steps.get(column, "")

    def _shown(self, step: str) -> Over:
        """A phase that comes back later shows by a formula what stands over its first steps."""
        was = self.sent[step] if step else None
        if was is None or self.runs[step][0] != step:
            return Over(was, "", FORMULA)
        home = next((column for column, phase in self.homes.items() if phase == was), None)
        if home is None or was in self.anew:
            return Over(was)
        heading = self.headings.get(home)
        if heading is None:
            return Over(None, "", EMPTIED)
        return self.said(heading) if heading.cell == home else Over(was)

    @cached_property
    def _by_title(self) -> dict[str, str]:
        return {title: phase for phase, title in reversed(self.titles.items())}

    @cached_property
    def _retitled(self) -> dict[str, str]:
        """Titles that phases have now in their own places, where the old one stands nowhere any more."""
        found: dict[str, str] = {}
        for column, phase in sorted(self.homes.items()):
            heading = self.headings.get(column)
            if heading is not None and heading.cell == column and self.titles[phase] not in self._typed:
                found.setdefault(self.text(column), phase)
        return found

    @cached_property
    def _typed(self) -> set[str]:
        """All titles that stand in the row and are no formulas."""
        seen = {heading.cell for heading in self.headings.values()}
        return {self.text(column) for column in seen if not self.has_formula(column)}

    @cached_property
    def anew(self) -> set[str]:
        """The phases with a heading over a step that had no such heading when it was sent."""
        found: set[str] = set()
        for column in {heading.cell for heading in self.headings.values()}:
            phase = self.homes.get(column) or self._by_title.get(self.text(column))
            step = self._step(column)
            if phase and not (step and self.runs[step][0] == step and self.sent[step] == phase):
                found.add(phase)
        return found

    @cached_property
    def renamed(self) -> dict[str, Theirs]:
        """The phases that have another title in their own place, with its cell."""
        from blueprint_cli.workbook.returning.returned import Theirs
        from blueprint_cli.workbook.returning.sent import Spot

        found: dict[str, Theirs] = {}
        for column, phase in self.homes.items():
            heading = self.headings.get(column)
            if heading is None or heading.cell != column or self.said(heading) != Over(phase):
                continue
            if self.has_formula(column) or self.text(column) != self.titles[phase]:
                spot = Spot(self.returned.grid.sheet.title, self.row, column)
                found[phase] = Theirs("stands", self.returned.grid.sheet.cells[self.row, column], spot)
        return found
