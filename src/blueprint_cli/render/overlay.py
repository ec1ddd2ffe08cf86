"""Both versions of a map in one: the new one, with what went put back where it stood; and what happened to each part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from blueprint_cli.model.actions import Action
from blueprint_cli.model.part import Part
from blueprint_cli.model.routes import tell_routes
from blueprint_cli.model.word_lists import LAYERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from blueprint_cli.analysis.differences.change import Change, Same
    from blueprint_cli.analysis.differences.outcome import Compared
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.model.steps import Step

PartT = TypeVar("PartT", bound=Part)
Fate = Literal["added", "removed", "moved", "changed"]
FATES: tuple[Fate, ...] = ("added", "removed", "moved", "changed")
SIGNS: dict[Fate, str] = {"added": "+", "removed": "−", "moved": "→", "changed": "~"}
COLOURS: dict[Fate, str] = {
    "added": "#1f7a4d",
    "removed": "#b42318",
    "moved": "#1d4ed8",
    "changed": "#b45309",
}
TINTS: dict[Fate, str] = {"added": "#dff3e6", "removed": "#fbe4e1", "moved": "#dfe8fd", "changed": "#fdeccd"}
"""Grounds of the four, pale enough for text."""

_NO_TIMES = dict.fromkeys(("wait", "work", "elapsed", "target", "limit"))
_EMPTY: dict[str, Any] = {
    **dict.fromkeys(("next", "target", "limit", "emotion", "feeling")),
    **dict.fromkeys(("thought", "quote", "pain_points", "opportunities"), ()),
    "kpis": {},
}
_CARDS = ("step", "action", "evidence", "system")
_SMALL = frozenset(("touchpoint", "pain_point", "opportunity", "kpi", "next"))
_DIRECTORY = ("teams", "systems", "personas", "channels", "calendars")


@dataclass(frozen=True)
class Overlay:
    """A map to draw.

    Attributes:
        blueprint: the two versions in one.
        fates: what happened, and the changes that say how, by address in it; what has none is as it was.
        of_map: the changes that belong to no card and no step.
    """

    blueprint: Blueprint
    fates: dict[str, tuple[Fate, tuple[Change, ...]]]
    of_map: tuple[Change, ...]


def overlay(file: Compared) -> Overlay:
    """Both versions of a compared map in one. The parts of the two maps have other addresses afterwards."""
    return _Overlaying(file).made()


class _Overlaying:
    def __init__(self, file: Compared) -> None:
        self.comparison = file.comparison
        self.old, self.new = file.comparison.old, file.comparison.new
        self.changes_of: dict[int, list[Change]] = {}
        self.of_map: list[Change] = []
        self.copies: list[tuple[Part, list[Change]]] = []
        self.gone_cards: dict[int, list[Same]] = {}
        for change in file.changes:
            self._sort(change)

    def _sort(self, change: Change) -> None:
        same = change.same
        part = _drawn(same)
        if part is None:
            self.of_map.append(change)
            return
        self.changes_of.setdefault(id(part), []).append(change)
        if change.kind == "removed":
            for inside in change.inside:
                self.changes_of[id(inside.newest)] = [change._replace(same=inside, inside=())]
            if same.what in ("action", "evidence") and same.step_new is not None:
                self.gone_cards.setdefault(id(same.step_new), []).append(same)
        if change.kind == "added":
            for inside in change.inside:
                self.changes_of[id(inside.newest)] = [change._replace(same=inside, inside=())]

    def made(self) -> Overlay:
        phases = {phase.id for phase in self.new.phases}
        merged: dict[str, Any] = {
            key: {**getattr(self.old, key), **getattr(self.new, key)} for key in _DIRECTORY
        }
        merged["systems"] = {
            key: entry if key in self.new.systems else entry.model_copy(update={"feeds": ()})
            for key, entry in merged["systems"].items()
        }
        merged["phases"] = (*self.new.phases, *(phase for phase in self.old.phases if phase.id not in phases))
        merged["steps"] = tuple(self._steps())
        blueprint = self.new.model_copy(update=merged)
        tell_routes(blueprint)
        fates = {part.at: (_fate(changes), tuple(changes)) for part, changes in self.copies}
        fates.update(self._of_systems())
        return Overlay(blueprint, fates, tuple(self.of_map))

    def _of_systems(self) -> dict[str, tuple[Fate, tuple[Change, ...]]]:
        """Systems that came or changed, by the address of their cards."""
        found: dict[str, list[Change]] = {}
        for change in self.of_map:
            same = change.same if change.same.what == "system" else change.same.holder
            if same is not None and same.what == "system" and same.new is not None:
                found.setdefault(f"systems[{same.key}]", []).append(change)
        return {at: (_fate(changes), tuple(changes)) for at, changes in found.items()}

    def _steps(self) -> Iterator[Step]:
        """The new steps, each followed by those that stood after it and went."""
        now_of = dict(self.comparison.steps)
        after: dict[int, list[Step]] = {}
        last = -1
        for at, step in enumerate(self.old.steps):
            last = now_of.get(at, last)
            if at not in now_of and id(step) in self.changes_of:
                after.setdefault(last, []).append(step)
        for at in range(-1, len(self.new.steps)):
            if at >= 0:
                yield self._copy_of_step(self.new.steps[at])
            yield from (self._copy_of_gone(step) for step in after.get(at, ()))

    def _copy_of_step(self, step: Step) -> Step:
        update: dict[str, Any] = {
            key: [self._copy(card) for card in getattr(step, key)] for key in ("evidence", *LAYERS)
        }
        for same in self.gone_cards.get(id(step), ()):
            cards = update[same.layer_old]
            place = int(same.newest.route[-1])
            cards.insert(min(place, len(cards)), self._copy(same.newest, gone=True))
        return self._copy(step, {key: tuple(cards) for key, cards in update.items()})

    def _copy_of_gone(self, step: Step) -> Step:
        """What is left of a step that went: the cards that went with it, without times."""
        update: dict[str, Any] = {
            key: tuple(
                self._copy(card, gone=True) for card in getattr(step, key) if id(card) in self.changes_of
            )
            for key in ("evidence", *LAYERS)
        }
        return self._copy(step, {**update, **_EMPTY})

    def _copy(self, part: PartT, update: dict[str, Any] | None = None, *, gone: bool = False) -> PartT:
        if gone and isinstance(part, Action):
            update = {**_NO_TIMES, "after": None, "serves": (), "uses": (), "fail_points": ()}
        copy = part.model_copy(update=update)
        changes = self.changes_of.get(id(part))
        if changes:
            self.copies.append((copy, changes))
        return copy


def _drawn(same: Same) -> Part | None:
    """The card or the step that shows what happened to a thing; None for the map's own."""
    if same.what in ("step", "action", "evidence"):
        return same.newest
    if same.what in _SMALL:
        return same.step_new
    if same.holder is not None and same.holder.what in ("action", "evidence", "step"):
        return same.holder.newest
    return None


def _fate(changes: Iterable[Change]) -> Fate:
    kinds = {change.kind for change in changes if change.same.what in _CARDS}
    return next((fate for fate in FATES if fate in kinds), "changed")
