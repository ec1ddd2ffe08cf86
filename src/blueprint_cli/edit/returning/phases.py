"""Steps that came back under another phase: a heading typed over, moved, merged or emptied, a column dragged under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.edit.returning.planning import CHANGED, SETTLE, UNSURE, Planned
from blueprint_cli.language.refusal import Refusal
from blueprint_cli.workbook.anchors import Key
from blueprint_cli.workbook.returning.phase_cells import FORMULA, title_key
from blueprint_cli.workbook.revisions import Revision

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from blueprint_cli.edit.returning.new_phases import NewPhase
    from blueprint_cli.edit.returning.planning import Sides
    from blueprint_cli.edit.returning.writing import Writer
    from blueprint_cli.model.steps import Step
    from blueprint_cli.workbook.anchors import Value
    from blueprint_cli.workbook.returning.phase_cells import Over
    from blueprint_cli.workbook.returning.phase_row import PhaseRow
    from blueprint_cli.workbook.returning.returned import Theirs

_UNDECLARED = "declare it under phases, or type the title of one that is there"


def renamed_phases(sides: Sides) -> Mapping[Key, Theirs]:
    """The cells in which phases got another title, but those that the file has under that title already."""
    if sides.phases is None:
        return {}
    renamed = sides.phases.cells.renamed
    known = known_phases(sides) if renamed else {}
    return {
        title_key(phase): theirs
        for phase, theirs in renamed.items()
        if sides.blueprint.phases
        or phase in known.values()
        or sides.returned.reading.fold(theirs.cell.value) not in known
    }


def revised_phases(sides: Sides) -> Iterator[Planned]:
    """A revision for every step that came back under another phase than it was sent under."""
    row = sides.phases
    if row is None:
        return
    for column in sorted(sides.returned.grid.steps):
        if row.is_changed(column):
            yield from _revision(sides, row, column)


def known_phases(sides: Sides) -> Mapping[str, str]:
    """The phases of the file by their titles."""
    blueprint, fold = sides.blueprint, sides.returned.reading.fold
    used = [step.phase for step in blueprint.whole.steps if step.phase]
    names = dict.fromkeys((*(entry.id for entry in blueprint.phases if entry.id), *used))
    return {fold(blueprint.phase_title(name)): name for name in reversed(names)}


def phase_now(sides: Sides, row: PhaseRow, over: Over) -> str | None:
    """What the file calls a phase that stands over a column, or will call it once it is declared.

    One that nobody has declared is entered in `sides.new_phases`.

    Raises:
        Refusal: the file declares its phases, and this one that was sent is gone.
    """
    known = known_phases(sides)
    title = over.title
    if over.phase is not None:
        renamed = row.cells.renamed.get(over.phase)
        if sides.blueprint.phases or renamed is None:
            return _today(sides, row, over.phase, known)
        title = str(renamed.cell.value)
    if not title:
        return None
    found = known.get(sides.returned.reading.fold(title))
    if found is None and sides.blueprint.phases:
        plain = sides.plain(title)
        return next((name for said, name in known.items() if said.casefold() == plain), None) or _new(
            sides, title
        )
    return found or sides.decoding.text(title)


def new_phase(sides: Sides, name: str | None) -> NewPhase | None:
    """The phase of that name that is to be declared; None where the file has it, or declares none."""
    return next((phase for phase in sides.new_phases.values() if phase.id == name), None)


def _new(sides: Sides, title: str) -> str:
    """The id of a phase that the file does not know yet, and will be asked to declare."""
    from blueprint_cli.edit.returning.new_phases import (  # rarely needed
        NewPhase,
        id_of_new_phase,
        likeness_of,
    )

    key = sides.plain(title)
    if key not in sides.new_phases:
        near = likeness_of(sides, title)
        doubt = (f"is it the phase '{near}'?", "--theirs declares it, --mine leaves it out") if near else ()
        sides.new_phases[key] = NewPhase(id_of_new_phase(sides, title), title, *doubt)
    return sides.new_phases[key].id


def _today(sides: Sides, row: PhaseRow, phase: str, known: Mapping[str, str]) -> str:
    """A phase that was sent, as the file calls it now: perhaps it has renamed it since."""
    if phase in known.values():
        return phase
    steps = (sides.step(sides.matched.steps.get(at, "")) for at, name in row.sent.items() if name == phase)
    names = {step.phase for step in steps if step is not None}
    only = names.pop() if len(names) == 1 else None
    if only is None and sides.blueprint.phases:
        raise _unknown(sides.returned.base.get(title_key(phase), phase))
    return only or phase


def _unknown(title: Value) -> Refusal:
    return Refusal(f"the file knows no phase '{title}'", _UNDECLARED)


def _revision(sides: Sides, row: PhaseRow, column: int) -> Iterator[Planned]:
    at, over = sides.returned.grid.steps[column], row.over[column]
    step, sent = sides.step(sides.matched.steps.get(at, "")), row.sent[at]
    base: Value = sides.returned.base.get(title_key(sent), sent) if sent else None
    where, seen = sides.returned.name(row.cells.row, column), phase_seen(sides, row, over, column)
    told = Revision("delete" if seen is None else "set", at, "phase", where, base, seen)
    if step is None:
        yield Planned(told).without_ground("step")
        return
    route = (*step.route, "phase") if step.phase else step.route
    mine = sides.blueprint.phase_title(step.phase) if step.phase else None
    planned = Planned(told._replace(at=step.at, mine=mine, line=sides.line(route)))
    if over.doubt == FORMULA:
        yield planned.with_state("undecided", f"a formula was typed: {seen}", "type the title of a phase")
        return
    try:
        now = phase_now(sides, row, over)
    except Refusal as refusal:
        yield planned.with_state("undecided", refusal.message, refusal.help)
        return
    if now != step.phase:
        planned = planned._replace(make=making_phase(step, now))
        yield on_new_phase(sides, now, _judged(sides, over, planned, changed=step.phase != sent))


def on_new_phase(sides: Sides, name: str | None, planned: Planned) -> Planned:
    """The same change of a step; in a phase that is to be declared it stands on that, and on what is asked of it."""
    phase = new_phase(sides, name)
    if phase is None:
        return planned
    planned = planned._replace(grounds=(phase.name,))
    if phase.doubt and planned.revision.state == "clear":
        return planned.with_state("undecided", phase.doubt, phase.help)._replace(asks=phase.id)
    return planned


def phase_seen(sides: Sides, row: PhaseRow, over: Over, column: int) -> Value:
    """What the client sees over a column."""
    if over.doubt == FORMULA:
        return row.cells.returned.grid.sheet.cells[row.cells.row, row.cells.headings[column].cell].unsaid
    if over.phase is None:
        return over.title or None
    renamed = row.cells.renamed.get(over.phase)
    if renamed is not None:
        return renamed.cell.value
    return sides.returned.base.get(title_key(over.phase), over.phase)


def making_phase(step: Step, now: str | None) -> Callable[[Writer], None]:
    """What puts a step of today's file into another phase, or out of its own."""
    key = Key(step.at, "phase")
    return lambda writer: writer.unset(key) if now is None else writer.set(key, now)


def _judged(sides: Sides, over: Over, planned: Planned, *, changed: bool) -> Planned:
    """A step's other phase, undecided where it is not plain, a conflict where the file has changed it, too."""
    if over.doubt:
        seen = planned.revision.theirs
        done = f"puts it into '{seen}'" if seen is not None else "with --prune takes it out of its phase"
        return planned.with_state("undecided", over.doubt, f"--theirs {done}, --mine leaves it as it is")
    if is_unsure(sides):
        return planned.with_state("undecided", UNSURE, SETTLE)
    return planned.with_state("conflict", CHANGED, SETTLE) if changed else planned


def is_unsure(sides: Sides) -> bool:
    """Whether nobody can tell what was sent in the row of phases."""
    return sides.returned.phases is None and (sides.returned.guessed or not sides.matched.exact)
