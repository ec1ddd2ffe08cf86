"""The whole comparison: what came, went, moved, was renamed or changed, in the order in which a person reads it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from blueprint_cli.analysis.differences.attributes import attribute_changes
from blueprint_cli.analysis.differences.change import Change, Same
from blueprint_cli.analysis.differences.directory import (
    entry_changes,
    kpi_changes,
    list_changes,
    pair_phases,
    pair_spans,
)
from blueprint_cli.analysis.differences.item_changes import Items, card_holders
from blueprint_cli.analysis.differences.items import SMALL_PARTS, cards_of, small_parts_of
from blueprint_cli.analysis.differences.likeness import staying
from blueprint_cli.analysis.differences.links import next_changes
from blueprint_cli.analysis.differences.names import DIRECTORY, Names
from blueprint_cli.analysis.differences.references import references_in, replaced_names
from blueprint_cli.analysis.differences.steps import pair_steps

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.model.steps import Step


@dataclass(frozen=True)
class Comparison:
    """Two maps and the edits that lead from one to the other.

    Attributes:
        old, new: the maps.
        changes: every edit once: those of the map itself first, then step by step.
        steps: positions of each step that is in both, in the old map and in the new one.
    """

    old: Blueprint
    new: Blueprint
    changes: tuple[Change, ...]
    steps: tuple[tuple[int, int], ...] = ()


def compare(old: Blueprint, new: Blueprint) -> Comparison:
    """What changed in the service between two maps; the time grows with their size, not with its square."""
    made = _Comparing(old, new)
    return Comparison(old, new, (*made.of_map(), *made.of_steps()), tuple(made.steps))


class _Comparing:
    def __init__(self, old: Blueprint, new: Blueprint) -> None:
        self.old, self.new = old, new
        self.steps = sorted(pair_steps(old, new))
        self.phases = pair_phases(old, new)
        holders = ([_step(step, None) for step in old.steps], [_step(None, step) for step in new.steps])
        self.cards = Items((cards_of(old.steps), cards_of(new.steps)), holders, self.steps)
        self.small = [
            Items(
                (small_parts_of(old.steps, key, what), small_parts_of(new.steps, key, what)),
                holders,
                self.steps,
            )
            for key, what in SMALL_PARTS.items()
        ]
        fails = [
            small_parts_of([card.part for card in cards], "fail_points", "fail_point")
            for cards in (self.cards.old, self.cards.new)
        ]
        self.small.append(Items((fails[0], fails[1]), card_holders(self.cards), self.cards.pairs))
        self.names = Names(old, new)
        self._keep_names()
        self.used = references_in(old), references_in(new)
        self.replaced = replaced_names(*self.used, self._matched())

    def _keep_names(self) -> None:
        old, new = self.old, self.new
        pairs = [(old.steps[a], new.steps[b]) for a, b in self.steps]
        pairs += [(self.cards.old[a].part, self.cards.new[b].part) for a, b in self.cards.pairs]
        named = [(getattr(mine, "id", None), getattr(theirs, "id", None)) for mine, theirs in pairs]
        nodes = [(mine, theirs) for mine, theirs in named if mine and theirs]
        ids = [step.id for step in old.steps] + [action.id for _, _, action in old.actions()]
        kept = {mine for mine, _ in nodes}
        self.names.keep("node", nodes, [name for name in ids if name and name not in kept])
        phases = [(old.phases[a].id, new.phases[b].id) for a, b in self.phases]
        gone = {phase.id for phase in old.phases} - {mine for mine, _ in phases}
        self.names.keep("phase", phases, gone)

    def _matched(self) -> Iterator[tuple[Any, Any]]:
        yield self.old, self.new
        yield from ((self.old.steps[a], self.new.steps[b]) for a, b in self.steps)
        for items in (self.cards, *self.small):
            yield from ((items.old[a].part, items.new[b].part) for a, b in items.pairs)
        yield from (
            (entry, self.new.systems[now])
            for name, entry in self.old.systems.items()
            if (now := self.names.now("system", name)) in self.new.systems
        )

    def of_map(self) -> Iterator[Change]:
        """Changes of the map itself and of what its steps share."""
        whole = Same("blueprint", self.old, self.new)
        renamed = list(self._renamed(whole))
        yield from attribute_changes(whole, self.names)
        yield from renamed
        yield from entry_changes(self.old, self.new, self.names, self.used)
        quiet = len(self.steps) == len(self.old.steps) == len(self.new.steps) and not self._moved
        yield from list_changes(
            "phase", self.old.phases, self.new.phases, self.phases, self.names, ordered=quiet
        )
        yield from list_changes(
            "span", self.old.spans, self.new.spans, pair_spans(self.old, self.new), self.names
        )
        yield from kpi_changes(whole, self.names)

    def _renamed(self, whole: Same) -> Iterator[Change]:
        """Free texts that were replaced wherever they stood; what is declared is told with its entry."""
        for kind, name, now in self.replaced:
            declared_old = name in getattr(self.old, DIRECTORY.get(kind, ""), ()) or self._is_phase(
                kind, name, self.old
            )
            declared_new = now in getattr(self.new, DIRECTORY.get(kind, ""), ()) or self._is_phase(
                kind, now, self.new
            )
            if declared_old != declared_new or self._is_phase(kind, name, self.old):
                continue
            self.names.keep(kind, [(name, now)], ())
            self.names.gone[kind].discard(name)
            if not declared_old:
                yield Change("renamed", whole._replace(what=kind, key=now), "name", name, now)

    @staticmethod
    def _is_phase(kind: str, name: str, blueprint: Blueprint) -> bool:
        return kind == "phase" and any(phase.id == name for phase in blueprint.phases)

    @property
    def _moved(self) -> dict[int, int]:
        """New position to old position of each step that stands elsewhere among the others."""
        kept = staying([b for _, b in self.steps])
        return {b: a for place, (a, b) in enumerate(self.steps) if place not in kept}

    def of_steps(self) -> Iterator[Change]:
        """Changes step by step; a step that went stands where it was."""
        found = [(self._rank(change.same), change) for change in self._all_of_steps()]
        return (change for _, change in sorted(found, key=lambda pair: pair[0]))

    def _all_of_steps(self) -> Iterator[Change]:
        moved = self._moved
        for a, b in self.steps:
            same = _step(self.old.steps[a], self.new.steps[b])
            if b in moved:
                yield Change("moved", same, "position", a + 1, b + 1)
            yield from attribute_changes(same, self.names)
            following = _following(self.old.steps, a), _following(self.new.steps, b)
            yield from next_changes(same, self.names, following)
        yield from self._came_and_went()
        yield from self.cards.changes(self.names)
        for items in self.small:
            yield from items.changes(self.names)
        for a, b in self.steps:
            yield from kpi_changes(_step(self.old.steps[a], self.new.steps[b]), self.names)

    def _came_and_went(self) -> Iterator[Change]:
        kept_old, kept_new = {a for a, _ in self.steps}, {b for _, b in self.steps}
        went, came = self.cards.came_and_went()
        for a, step in enumerate(self.old.steps):
            if a not in kept_old:
                yield Change("removed", _step(step, None), inside=went.get(a, ()))
        for b, step in enumerate(self.new.steps):
            if b not in kept_new:
                yield Change("added", _step(None, step), inside=came.get(b, ()))

    def _rank(self, same: Same) -> tuple[int, int, int]:
        if same.step_new is not None:
            return int(same.step_new.route[1]), 0, 0
        if same.step_old is None:
            return -1, 0, 0
        at = int(same.step_old.route[1])
        before = bisect_left(self.steps, (at, -1))
        return (self.steps[before - 1][1] if before else -1), 1, at


def _step(old: Step | None, new: Step | None) -> Same:
    return Same("step", old, new, old, new)


def _following(steps: Sequence[Step], at: int) -> str | None:
    """The id of the step that stands after another; None after the last one."""
    return steps[at + 1].id if at + 1 < len(steps) else None
