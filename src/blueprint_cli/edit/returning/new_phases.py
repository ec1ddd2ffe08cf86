"""Phases that a client typed over steps, in a file that declares its phases: they are declared under an id made of the title."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from blueprint_cli.edit.returning.phases import is_unsure, new_phase, phase_now
from blueprint_cli.edit.returning.planning import SETS, SETTLE, UNSURE, Planned
from blueprint_cli.language.refusal import Refusal
from blueprint_cli.language.spelling import closest
from blueprint_cli.model.fields import slug
from blueprint_cli.workbook.reading.cells import as_text
from blueprint_cli.workbook.revisions import Revision

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.edit.returning.planning import Sides
    from blueprint_cli.edit.returning.writing import Writer
    from blueprint_cli.workbook.returning.phase_row import PhaseRow


class NewPhase(NamedTuple):
    """A phase that nobody has declared.

    Attributes:
        id: the id under which it is declared.
        title: what was typed.
        doubt: why a person has to say whether it is a new one; empty where it is plain.
        help: what to do about that.
    """

    id: str
    title: str
    doubt: str = ""
    help: str = ""

    @property
    def name(self) -> str:
        """The change that declares it."""
        return f"phases[{self.id}]"


def id_of_new_phase(sides: Sides, title: str) -> str:
    """The id under which a phase of that title is declared; one that is no word in ASCII is `phase`, numbered on."""
    base = slug(title) or slug(f"phase {title}")
    taken = {entry.id for entry in sides.blueprint.phases} | {new.id for new in sides.new_phases.values()}
    numbered = (base if number == 1 else f"{base}-{number}" for number in count(1))
    return next(found for found in numbered if found not in taken)


def likeness_of(sides: Sides, title: str) -> str:
    """The declared phase whose title is nearly that one, another number apart; empty where there is none."""
    titles = [entry.title or entry.id for entry in sides.blueprint.phases]
    near = closest(title, [known for known in titles if _figures(known) == _figures(title)])
    return near or ""


def _figures(title: str) -> str:
    return "".join(filter(str.isdecimal, title))


def revised_new_phases(sides: Sides) -> Iterator[Planned]:
    """A revision for every new phase that a step was put into, or a new step stands in."""
    row = sides.phases
    if row is None:
        return
    new = list(sides.new_phases.values())
    order = list(_over_columns(sides, row))
    for phase in new:
        at = order.index(phase.id) if phase.id in order else len(order)  # over no column: behind all others
        yield _declared(sides, row, phase, order[:at][::-1], order[at + 1 :])


def _over_columns(sides: Sides, row: PhaseRow) -> dict[str, None]:
    """The phases from left to right, each once."""
    found: dict[str, None] = {}
    for column in sorted(row.over):
        try:
            name = phase_now(sides, row, row.plain(column, row.over[column]))
        except Refusal:
            continue
        if name is not None:
            found[name] = None
    return found


def _declared(sides: Sides, row: PhaseRow, phase: NewPhase, left: list[str], right: list[str]) -> Planned:
    title = sides.decoding.text(phase.title)
    near = [("after", name) for name in left[:1]] or [("before", name) for name in right[:1]]
    place = "".join(f', {side} "{_title(sides, row, name)}"' for side, name in near)

    def make(writer: Writer) -> None:
        writer.declare_phase(phase.id if phase.id == title else {"id": phase.id, "title": title}, left, right)

    revision = Revision(
        "add", f"phases[{phase.id}]", "", _where(sides, row, phase), None, title, None, sentence=f'phase "{title}" is new{place}'
    )  # fmt: skip
    planned = Planned(revision, SETS, make)
    if phase.doubt:
        return planned.with_state("undecided", phase.doubt, phase.help)._replace(asks=phase.id)
    return planned.with_state("undecided", UNSURE, SETTLE) if is_unsure(sides) else planned


def _title(sides: Sides, row: PhaseRow, name: str) -> str:
    """What a phase is called from now on."""
    new, renamed = new_phase(sides, name), row.cells.renamed.get(name)
    if new is not None:
        return new.title
    return sides.blueprint.phase_title(name) if renamed is None else as_text(renamed.cell.value)


def _where(sides: Sides, row: PhaseRow, phase: NewPhase) -> str:
    """The cell of its heading."""
    columns = (
        column
        for column, over in sorted(row.over.items())
        if over.phase is None and sides.plain(over.title) == sides.plain(phase.title)
    )
    column = next(columns, None)
    if column is None:
        return ""
    heading = row.cells.headings.get(column)
    return sides.returned.name(row.cells.row, heading.cell if heading is not None else column)
