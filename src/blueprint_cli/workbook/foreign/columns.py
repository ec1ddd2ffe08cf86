"""Which columns of a grid are steps, and what their headings say: titles, phases, merged cells."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from blueprint_cli.workbook.foreign.headings import LAYERS, meaning_of, plain
from blueprint_cli.workbook.foreign.values import is_time

if TYPE_CHECKING:
    from blueprint_cli.workbook.foreign.shape import Shape

_NO_STEPS = ("total", "totals", "totaux", "legende", "legend", "key", "cle")


@dataclass
class Columns:
    """The columns of a grid.

    Attributes:
        steps: the first column of every step, with all columns that stand under its title.
        titles, phases: by first column.
        beside: the column between headings and steps that says who acts, or None.
        title_row, phase_row: where they stand, or None.
        left_out: columns that are no steps, with the reason.
    """

    steps: dict[int, list[int]] = field(default_factory=dict)
    titles: dict[int, str] = field(default_factory=dict)
    phases: dict[int, str] = field(default_factory=dict)
    beside: int | None = None
    title_row: int | None = None
    phase_row: int | None = None
    left_out: dict[int, str] = field(default_factory=dict)


def columns_of(shape: Shape) -> Columns:
    """The columns of a grid whose headings are known."""
    return _Finding(shape).columns()


class _Finding:
    def __init__(self, shape: Shape) -> None:
        self.shape = shape
        self.sheet = shape.sheet
        self.first_layer = min(row for row, heading in shape.headings.items() if heading.role in LAYERS)
        self.found = Columns()

    def columns(self) -> Columns:
        found = self.found
        found.title_row, found.phase_row = self._heading_rows()
        used = self._used()
        spans = self._spans(found.title_row)
        firsts = [column for column in used if self._title(column)]
        for column in used:
            if self._is_stranger(column):
                found.left_out[column] = "it is no step"
            elif spans.get(column) is None and self._is_beside_the_grid(column, firsts, used):
                found.left_out[column] = "it stands beside the grid, without a title"
            elif self.shape.turned and found.steps and firsts and not self._title(column):
                found.steps[next(reversed(found.steps))].append(column)
            elif firsts and column < firsts[0] and spans.get(column) is None:
                found.beside = column
            elif spans.get(column, column) in found.steps:
                found.steps[spans[column]].append(column)
            else:
                found.steps[column] = [column]
        for column in found.steps:
            title = self._title(column)
            if title and not title.replace(".", "").isdecimal():
                found.titles[column] = title
        self._read_phases()
        return found

    def _is_beside_the_grid(self, column: int, firsts: list[int], used: list[int]) -> bool:
        """Behind the last titled column, with an empty one between: a parking lot, a reminder."""
        if not firsts or column <= firsts[-1]:
            return False
        return column - 1 not in used or column - 1 in self.found.left_out

    def _is_stranger(self, column: int) -> bool:
        """Whether a column's heading says that it is no step."""
        for row in (self.found.title_row, self.found.phase_row):
            said = self.sheet.text(row, column) if row is not None else ""
            heading = meaning_of(said) if said else None
            if plain(said) in _NO_STEPS or (heading is not None and heading.role in ("note", "owner")):
                return True
        return False

    def _heading_rows(self) -> tuple[int | None, int | None]:
        """The row of titles and the row of phases: by their headings, else the rows above the first layer."""
        headings = self.shape.headings
        titles = next((row for row in sorted(headings) if headings[row].role == "step"), None)
        phases = next((row for row in sorted(headings) if headings[row].role == "phase"), None)
        above = [
            row
            for row in range(1, self.first_layer)
            if row not in headings and self._filled(row) and row not in (titles, phases)
        ]
        alone = titles is None and len(self._all_columns()) == 1
        wide = [row for row in above if alone or len(self._filled(row)) > 1]
        if titles is None and wide and (phases is None or wide[-1] != phases):
            titles = wide.pop()
        if titles is None:
            titles = next((row for row in sorted(headings) if self._is_timeline(row)), None)
        if titles is None and phases is not None and self._names_each(phases):
            titles, phases = phases, None
        if phases is None and wide and titles is not None and wide[-1] < titles:
            phases = wide.pop()
        return titles, phases

    def _is_timeline(self, row: int) -> bool:
        """A row of times above the layers that are points in time, `D+1`, and no durations: they name the columns."""
        if row >= self.first_layer or self.shape.headings[row].role != "elapsed":
            return False
        filled = self._filled(row)
        times = sum(is_time(self.sheet.value(row, column)) for column in filled)
        return bool(filled) and times * 2 < len(filled)

    def _names_each(self, row: int) -> bool:
        """Whether a row has a text of its own for every column, so that its phases are steps."""
        filled = self._filled(row)
        return len(filled) >= len(self._all_columns()) and len(
            {self.sheet.text(row, c) for c in filled}
        ) == len(filled)

    def _filled(self, row: int) -> list[int]:
        return [
            column
            for column in self.sheet.rows.get(row, ())
            if column > self.shape.last and self.sheet.value(row, column) not in (None, "")
        ]

    def _all_columns(self) -> list[int]:
        rows = [row for row, heading in self.shape.headings.items() if heading.role in LAYERS]
        return sorted({column for row in rows for column in self._filled(row)})

    def _used(self) -> list[int]:
        """Columns with a title, or with something in a row from the first layer on."""
        title_row = self.found.title_row
        return sorted(
            {
                column
                for (row, column), cell in self.sheet.cells.items()
                if column > self.shape.last
                and cell.value not in (None, "")
                and (row >= self.first_layer or row == title_row)
            }
        )

    def _title(self, column: int) -> str:
        row = self.found.title_row
        return " ".join(self.sheet.text(row, column).split()) if row is not None else ""

    def _spans(self, row: int | None) -> dict[int, int]:
        """The first column of the merged title that a column stands under."""
        return {
            column: area.left
            for area in self.sheet.merges
            if row is not None and area.top <= row <= area.bottom and area.right > area.left
            for column in range(area.left, min(area.right, area.left + 500) + 1)
        }

    def _read_phases(self) -> None:
        row = self.found.phase_row
        if row is None:
            return
        spans = self._spans(row)
        last = ""
        for column in sorted(self.found.steps):
            own = self.sheet.text(row, spans.get(column, column))
            # Where phases are merged, a column under none is in none; without merged cells the last one goes on.
            last = own or ("" if spans and column not in spans else last)
            if last:
                self.found.phases[column] = " ".join(last.split())
