"""Steps that came back under another phase: a heading typed over, moved, or put in between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.edit.returning.planning import SETS, SETTLE, Planned
from blueprint_cli.model.steps import Step
from blueprint_cli.workbook.anchors import PHASE_LANE, Key
from blueprint_cli.workbook.returning.sameness import typed_over
from blueprint_cli.workbook.revisions import Revision

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from blueprint_cli.edit.returning.planning import Sides
    from blueprint_cli.workbook.anchors import Value
    from blueprint_cli.workbook.returning.returned import Theirs

CHANGED = "the file has changed since it was sent"
_UNDECLARED = "declare it under phases, or type the title of one that is there"


def is_no_rename(sides: Sides, key: Key, theirs: Theirs) -> bool:
    """Whether a phase's heading was typed over with another phase's title, or now stands elsewhere in its row."""
    if not key.at.startswith("phases["):
        return False
    sheet, row = sides.returned.grid.sheet, sides.returned.grid.row_of(PHASE_LANE) or 0
    own, known = key.at[len("phases[") : -1], _known(sides)
    said = sides.returned.reading.fold(theirs.cell.value)
    if said:
        return known.get(said, own) != own
    return any(
        known.get(sides.returned.reading.fold(sheet.value(row, column))) == own
        for column in sides.returned.grid.steps
    )


def revised_phases(sides: Sides) -> Iterator[Planned]:
    """Steps under another heading than they were sent; a conflict where the file has changed since."""
    if not sides.matched.exact and not _is_heading_typed(sides):
        return
    columns = sorted(sides.returned.grid.steps)
    order = [sides.returned.grid.steps[column] for column in columns]
    today = [sides.matched.steps.get(at, "") for at in order]
    steps = [part for at in today if isinstance(part := sides.parts.get(at), Step)]
    if order != list(sides.returned.outline.steps) or len(steps) != len(order):
        return
    sent = _sent(steps)
    came = _came(sides, columns, sent)
    for column, step, old, new in zip(columns, steps, _carried(sent), _carried(came), strict=True):
        if new is not None and new not in (old, step.phase):
            planned = _planned(sides, column, step, new)
            open_to = sides.matched.exact or planned.make is None
            yield planned if open_to else planned.with_state("conflict", CHANGED, SETTLE)


def is_renamed_already(sides: Sides, key: Key, theirs: Theirs) -> bool:
    """Whether an undeclared phase that the file no longer has stands there under the title that came back."""
    if not key.at.startswith("phases[") or sides.blueprint.phases:
        return False
    known = _known(sides)
    return (
        key.at[len("phases[") : -1] not in known.values()
        and sides.returned.reading.fold(theirs.cell.value) in known
    )


def _is_heading_typed(sides: Sides) -> bool:
    return any(key.at.startswith("phases[") for key in typed_over(sides.returned))


def _sent(steps: Sequence[Step]) -> list[str | None]:
    """The heading over each column that begins a run of steps of one phase."""
    before = [None, *(step.phase for step in steps)]
    return [step.phase if step.phase != last else None for step, last in zip(steps, before, strict=False)]


def _came(sides: Sides, columns: Sequence[int], sent: Sequence[str | None]) -> list[str | None]:
    """The headings that came back; one that is gone altogether still counts."""
    grid, fold = sides.returned.grid, sides.returned.reading.fold
    row, known = grid.row_of(PHASE_LANE) or 0, _known(sides)
    renamed = {
        theirs.where: key.at[len("phases[") : -1]
        for key, theirs in typed_over(sides.returned).items()
        if key.at.startswith("phases[") and theirs.where
    }
    found: list[str | None] = []
    for column, heading in zip(columns, sent, strict=True):
        cell, text = grid.sheet.cells.get((row, column)), grid.sheet.text(row, column)
        if cell is not None and cell.formula is not None:
            found.append(heading)
        elif not text:
            found.append(None)
        else:
            other = renamed.get(sides.returned.name(row, column), sides.decoding.text(text))
            found.append(known.get(fold(text), other))
    return [now or (was if was not in found else None) for now, was in zip(found, sent, strict=True)]


def _carried(headings: Sequence[str | None]) -> list[str | None]:
    """What stands over every column: a heading holds until the next one."""
    found: list[str | None] = []
    for heading in headings:
        found.append(heading or (found[-1] if found else None))
    return found


def _known(sides: Sides) -> Mapping[str, str]:
    """The phases of the file by their titles."""
    blueprint, fold = sides.blueprint, sides.returned.reading.fold
    used = [step.phase for step in blueprint.whole.steps if step.phase]
    names = dict.fromkeys((*(entry.id for entry in blueprint.phases if entry.id), *used))
    return {fold(blueprint.phase_title(name)): name for name in names}


def _planned(sides: Sides, column: int, step: Step, phase: str) -> Planned:
    blueprint, grid = sides.blueprint, sides.returned.grid
    known = phase in _known(sides).values()
    old: Value = blueprint.phase_title(step.phase) if step.phase else None
    revision = Revision(
        "set", step.at, "phase", sides.returned.name(grid.row_of(PHASE_LANE) or 1, column),
        old, blueprint.phase_title(phase) if known else phase, old, line=sides.line(step.route),
    )  # fmt: skip
    if not known and blueprint.phases:
        return Planned(revision).with_state("undecided", f"the file knows no phase '{phase}'", _UNDECLARED)
    return Planned(revision, SETS, lambda writer: writer.set(Key(step.at, "phase"), phase))
