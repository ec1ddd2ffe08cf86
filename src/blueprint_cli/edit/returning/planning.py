"""A revision with what it does to the file, and the sides that are compared to find it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from blueprint_cli.edit.returning.decoding import Decoding
from blueprint_cli.edit.returning.gains import Gains, listed
from blueprint_cli.workbook.returning.phase_row import phase_row

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from blueprint_cli.edit.returning.matching import Matched
    from blueprint_cli.edit.returning.mine import Mine
    from blueprint_cli.edit.returning.new_phases import NewPhase
    from blueprint_cli.edit.returning.writing import Writer
    from blueprint_cli.findings import Route
    from blueprint_cli.model.actions import Action
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.model.part import Part
    from blueprint_cli.model.steps import Step
    from blueprint_cli.source.document import Document
    from blueprint_cli.workbook.anchors import Key, Value
    from blueprint_cli.workbook.reading.cells import Value as CellValue
    from blueprint_cli.workbook.returning.outline import Outline
    from blueprint_cli.workbook.returning.phase_row import PhaseRow
    from blueprint_cli.workbook.returning.returned import Returned
    from blueprint_cli.workbook.revisions import Revision, RevisionState

SETS, REMARKS, STEPS, MOVES, ADDS, ORDERS, REMOVALS = range(7)
"""In this order changes are made: no one takes away the ground under another."""

SETTLE = "--theirs takes the client's, --mine keeps the file's"
"""How a conflict is settled."""

CHANGED = "the file was changed there, too"
UNSURE = "without the hidden sheet nobody can tell who changed it"


class Planned(NamedTuple):
    """A revision on its way into the file.

    Attributes:
        revision: what people see.
        rank: when it is made.
        make: makes it; None where it cannot be made whatever people decide.
        grounds: the names of the changes that it stands on.
        waits: why it cannot be made before its grounds are; empty where they are made with it.
        asks: the phase that it asks about; one answer settles all that ask the same.
        instead: what the client typed elsewhere for the same; it goes by its cell.
    """

    revision: Revision
    rank: int = SETS
    make: Callable[[Writer], None] | None = None
    grounds: tuple[str, ...] = ()
    waits: str = ""
    asks: str = ""
    instead: Planned | None = None

    def with_state(self, state: RevisionState, why: str, help_line: str = "") -> Planned:
        """The same, not clear for a reason."""
        told = self.revision._replace(state=state, why=why, help=help_line)
        return self._replace(revision=told)

    def perhaps_a_copy(self, of: str) -> Planned:
        """The same, undecided: something that was copied is not to be taken for a new one."""
        return self.with_state(
            "undecided", f"is it a copy of {of}?", "--theirs adds it, --mine leaves it out"
        )

    def unless_gained(self, gained: list[str], *, changed: bool = False) -> Planned:
        """The same; a removal is a conflict where the file has gained something that would go with it, or was changed there."""
        if self.make is None or not (gained or changed):
            return self
        why = f"{CHANGED}: {listed(gained)}" if gained else CHANGED
        also = f"; {self.revision.why}" if self.revision.why else ""
        return self.with_state("conflict", f"{why}{also}", SETTLE)

    def without_ground(self, what: str) -> Planned:
        """The same, in conflict: the file no longer has the step or card that it belongs to."""
        return self.with_state("conflict", f"the file no longer has that {what}", "--mine leaves it out")

    def without_a_way(self, why: str, help_line: str) -> Planned:
        """The same, undecided, and not to be made whatever people decide."""
        return self.with_state("undecided", why, help_line)._replace(make=None)


class Sides:
    """Base, theirs and mine, side by side.

    Attributes:
        returned: what was sent and what came back.
        mine: the file of today.
        today: its facts.
        outline: its steps and cards.
        matched: what of base is what of today.
        new_phases: what is to be declared, by titles spelt alike, as it comes up.
    """

    def __init__(
        self, returned: Returned, mine: Mine, today: Mapping[Key, Value], outline: Outline, matched: Matched
    ) -> None:
        self.returned, self.mine, self.today = returned, mine, today
        self.outline, self.matched = outline, matched
        self.new_phases: dict[str, NewPhase] = {}

    @property
    def document(self) -> Document:
        """The text and the data of today's file."""
        return self.mine.document

    @property
    def blueprint(self) -> Blueprint:
        """The map of today's file; it takes its time to be read, so it is asked for where nothing else will do."""
        return self.mine.blueprint

    @cached_property
    def parts(self) -> dict[str, Part]:
        """The parts of today's file by address."""
        return parts_of(self.blueprint)

    @cached_property
    def leaving(self) -> frozenset[str]:
        """Addresses in today's file of all cards and steps that the client took out."""
        placed, grid, matched = self.returned.placed, self.returned.grid, self.matched
        gone = [
            matched.items.get(at)
            for at, spot in placed.spots.items()
            if spot is None and at not in placed.away
        ]
        gone += [matched.steps.get(at) for at in self.returned.outline.steps if grid.column_of(at) is None]
        return frozenset(at for at in gone if at is not None)

    @cached_property
    def gains(self) -> Gains:
        """What the file has gained since it was sent."""
        return Gains(self)

    @cached_property
    def decoding(self) -> Decoding:
        """How cells are read as data."""
        return Decoding(self.mine, self.returned.reading, lambda: self.returned.named_rows)

    @cached_property
    def phases(self) -> PhaseRow | None:
        """The row of phases; where the workbook does not say what was sent in it, the file stands for that."""
        if self.returned.phases is not None:
            return phase_row(self.returned, self.returned.phases)
        today = [self.step(self.matched.steps.get(at, "")) for at in self.returned.outline.steps]
        return phase_row(self.returned, [step.phase if step is not None else None for step in today])

    def route(self, at: str) -> Route | None:
        """The route of a part of today's file by its address."""
        if self.is_told_by_its_text:
            return self.mine.places.route(at)
        part = self.parts.get(at)
        return part.route if part is not None else None

    @cached_property
    def is_told_by_its_text(self) -> bool:
        """Whether the map need not be read: the file is the very one that the workbook was made from, so it is sound."""
        return self.matched.exact and self.mine.is_told_by_its_text

    def action(self, at: str) -> Action | None:
        """The action with an address in today's file."""
        from blueprint_cli.model.actions import Action

        part = self.parts.get(at)
        return part if isinstance(part, Action) else None

    def step(self, at: str) -> Step | None:
        """The step with an address in today's file."""
        from blueprint_cli.model.steps import Step

        part = self.parts.get(at)
        return part if isinstance(part, Step) else None

    def written(self, route: Route) -> Any:
        """The data at a route of the model; None where nothing is written."""
        here: Any = self.document.data
        for step in self.document.resolve(route):
            here = here[step]
        return here

    def line(self, route: Route | None) -> int | None:
        """The line on which something is written."""
        if route is None:
            return None
        start, _ = self.document.underline(route, "value")
        return self.document.place(start)[0]

    def plain(self, value: CellValue) -> str:
        """A text in which typography, spaces and capitals make no difference."""
        return self.returned.reading.fold(value).casefold()

    def same(self, key: Key, one: Value, other: Value) -> bool:
        """Whether two values of a fact say the same."""
        return self.returned.reading.same(key.kind, one, other)


def parts_of(root: Part) -> dict[str, Part]:
    """Every part of a blueprint by its address."""
    return root.remembered("parts", lambda: _parts_below(root))


def _parts_below(root: Part) -> dict[str, Part]:
    from blueprint_cli.model.routes import fields_with_parts

    found: dict[str, Part] = {}
    todo: list[Part] = [root]
    while todo:
        part = todo.pop()
        if not part.catalogue:
            found.setdefault(part.at, part)
        for _, name in fields_with_parts(type(part)):
            value = getattr(part, name)
            if value:
                todo += value.values() if isinstance(value, dict) else value
    return found
