"""Which systems there are, who feeds whom, and which steps hang on which: read from a blueprint before anything has a place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from blueprint_cli.checks.rules.single_point_of_failure import Options as SinglePoint
from blueprint_cli.language.topics.system_map import system_map_words
from blueprint_cli.render.drawing.cards import Ids
from blueprint_cli.render.drawing.content import content_of
from blueprint_cli.render.systems.order import ordered
from blueprint_cli.workbook.showing import Showing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from blueprint_cli.language.topics.system_map import SystemMapWords
    from blueprint_cli.language.words import Lang
    from blueprint_cli.model.actions import Action, Use
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.model.directory import Feed, System
    from blueprint_cli.model.word_lists import Layer
    from blueprint_cli.render.drawing.cards import Column, Content


@dataclass(frozen=True, slots=True)
class Using:
    """An action that works with a system."""

    layer: Layer
    action: Action
    use: Use
    owner: str | None = None


@dataclass
class Standing:
    """One system on the map.

    Attributes:
        entry: its declaration, or None where it is only named.
        uses: by column, the actions that work with it.
        reached: by column without a use, the system through which its data gets to the step.
        cut: by column without either, the system that a broken link keeps its data from.
    """

    key: str
    name: str
    entry: System | None
    uses: dict[int, list[Using]] = field(default_factory=dict)
    reached: dict[int, str] = field(default_factory=dict)
    cut: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Flow:
    """A feed between the systems of two rows."""

    source: int
    target: int
    feed: Feed


class SystemMap:
    """The systems in the order of the rows, and the flows between them."""

    def __init__(self, blueprint: Blueprint, lang: Lang) -> None:
        self.blueprint = blueprint
        self.content: Content = content_of(blueprint, lang)
        self.showing = Showing(blueprint, lang)
        self.words: SystemMapWords = system_map_words(lang)
        self.ids = Ids({column.id for column in self.columns})
        found = self._used()
        for key in self._others(found):
            found[key] = self._standing(key)
        for standing in found.values():
            self._spread(standing, found)
        feeds = [(key, feed.to) for key, one in found.items() for feed in _feeds(one) if feed.to in found]
        order = ordered({key: min(one.uses, default=len(self.columns)) for key, one in found.items()}, feeds)
        self.rows = [found[key] for key in order]
        place = {key: row for row, key in enumerate(order)}
        self.flows = [
            Flow(row, place[feed.to], feed)
            for row, one in enumerate(self.rows)
            for feed in _feeds(one)
            if feed.to in place
        ]

    @property
    def columns(self) -> list[Column]:
        """The steps."""
        return self.content.columns

    def is_unused(self, standing: Standing) -> bool:
        """True when no step works with the system, and it exchanges data with no other."""
        row = self.rows.index(standing)
        return not standing.uses and not any(row in (flow.source, flow.target) for flow in self.flows)

    def is_single_point(self, standing: Standing) -> bool:
        """True when so many steps stop with the system that lint would say so (BP504)."""
        count = len(standing.uses)
        return count >= SinglePoint.steps and count >= SinglePoint.share * len(self.columns)

    def _standing(self, key: str) -> Standing:
        return Standing(
            key, self.showing.show(self.blueprint.system_name(key)), self.blueprint.systems.get(key)
        )

    def _used(self) -> dict[str, Standing]:
        found: dict[str, Standing] = {}
        for index, column in enumerate(self.columns):
            for layer, action in column.step.actions():
                for use in action.uses:
                    standing = found.setdefault(use.system, self._standing(use.system))
                    standing.uses.setdefault(index, []).append(
                        Using(layer, action, use, column.step.owner_of(layer, action))
                    )
        return found

    def _others(self, used: Iterable[str]) -> list[str]:
        """Systems that no step works with: the file's own ones, and those that exchange data with one that is shown."""
        systems = self.blueprint.systems
        shown = dict.fromkeys([*used, *(key for key, entry in systems.items() if not entry.catalogue)])
        first = len(tuple(used))
        fresh = [""]
        while fresh:
            fresh = [
                *(feed.to for key in shown if key in systems for feed in systems[key].feeds if feed.to not in shown),
                *(key for key, entry in systems.items() if key not in shown and any(f.to in shown for f in entry.feeds)),
            ]  # fmt: skip
            shown.update(dict.fromkeys(fresh))
        return list(shown)[first:]

    def _spread(self, standing: Standing, all_of_them: dict[str, Standing]) -> None:
        """Note the steps that the system's data reaches through others, or would reach if no link were broken."""
        for whole in (True, False):
            for key, last in _fed(standing.key, all_of_them, whole=whole).items():
                for column, uses in all_of_them[key].uses.items():
                    if all(using.use.broken for using in uses):
                        continue
                    if column in standing.uses or column in standing.reached:
                        continue
                    name = all_of_them[last if not whole else key].name
                    (standing.reached if whole else standing.cut).setdefault(column, name)


def _feeds(standing: Standing) -> tuple[Feed, ...]:
    return standing.entry.feeds if standing.entry else ()


def _fed(key: str, systems: dict[str, Standing], *, whole: bool) -> dict[str, str]:
    """The systems that a system's data gets to, over links that work or over all; with each, the first that a break keeps it from."""
    found: dict[str, str] = {}
    todo = [(key, "")]
    while todo:
        here, broken_at = todo.pop(0)
        for feed in _feeds(systems[here]):
            if feed.to not in systems or feed.to in found or feed.to == key or (whole and feed.broken):
                continue
            found[feed.to] = broken_at or (feed.to if feed.broken else "")
            todo.append((feed.to, found[feed.to]))
    return found if whole else {name: at or name for name, at in found.items()}
