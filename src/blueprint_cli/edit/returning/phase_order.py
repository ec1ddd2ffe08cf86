"""Whole phases that changed places: columns that went with their headings, told as what became of the phase."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from blueprint_cli.workbook.returning.moving import moved_among

if TYPE_CHECKING:
    from collections.abc import Sequence

    from blueprint_cli.edit.returning.planning import Sides


def phases_moved(sides: Sides, base: Sequence[str], theirs: Sequence[str]) -> tuple[list[str], list[str]]:
    """The phases in the order of their columns, before and now; empty where the new order is not one of whole phases alone.

    Args:
        sides: base, theirs and mine.
        base: the steps that both sides know, by their addresses in base, as they were sent.
        theirs: the same as they came back.
    """
    row = sides.phases
    if row is None or any(row.is_changed(column) for column in row.cells.columns.values()):
        return [], []
    before, now = _runs(row.sent, base), _runs(row.sent, theirs)
    phases = [phase for phase, _ in before]
    whole = None not in phases and len(set(phases)) == len(phases) and sorted(before) == sorted(now)
    if not whole or any(_has_moved(sides, at, row.sent[at]) for at in base):
        return [], []
    return [str(phase) for phase in phases], [str(phase) for phase, _ in now]


def _runs(sent: dict[str, str | None], steps: Sequence[str]) -> list[tuple[str | None, list[str]]]:
    return [(phase, list(run)) for phase, run in groupby(steps, sent.__getitem__)]


def _has_moved(sides: Sides, at: str, sent: str | None) -> bool:
    """Whether the file has put a step into another phase since."""
    step = sides.step(sides.matched.steps.get(at, ""))
    return step is None or step.phase != sent


def said_of_phases(sides: Sides, base: list[str], theirs: list[str]) -> str:
    """What became of the phases, in plain words."""
    titles = {phase: f'"{sides.blueprint.phase_title(phase)}"' for phase in base}
    moved = moved_among(base, theirs)
    if len(moved) > 1:
        now, before = (", ".join(titles[phase] for phase in order) for order in (theirs, base))
        return f"the phases now come as {now}; before {before}"
    at = theirs.index(moved[0])
    if at < base.index(moved[0]):
        return f"phase {titles[moved[0]]} now comes before {titles[theirs[at + 1]]}"
    return f"phase {titles[moved[0]]} now comes after {titles[theirs[at - 1]]}"
