"""What stands on the map: columns of cards, read from a blueprint before anything has a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.analysis.shared import measure_shown
from blueprint_cli.language.durations import DAY
from blueprint_cli.language.topics.swimlane import swimlane_words
from blueprint_cli.language.words import words
from blueprint_cli.model.fields import slug
from blueprint_cli.render.drawing.asked import Asked
from blueprint_cli.render.drawing.cards import (
    FAIL,
    LAYERS,
    MANUAL,
    PAIN,
    UNKNOWN_TIME,
    WAIT,
    Badge,
    Card,
    Column,
    Content,
    Ids,
    way_words,
)
from blueprint_cli.render.drawing.ranges import action_time
from blueprint_cli.render.drawing.sifting import only_asked
from blueprint_cli.render.drawing.tooltips import (
    action_tooltip,
    evidence_tooltip,
    step_tooltip,
    system_tooltip,
)

if TYPE_CHECKING:
    from blueprint_cli.language.words import Lang
    from blueprint_cli.model.actions import Action, Evidence
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.model.steps import Step
    from blueprint_cli.model.word_lists import Layer


def content_of(blueprint: Blueprint, lang: Lang, asked: Asked | None = None) -> Content:
    """The columns and cards of a blueprint, in one language; all of them where nothing else is asked for."""
    return only_asked(_Reading(blueprint, lang, asked or Asked()).content())


class _Reading:
    def __init__(self, blueprint: Blueprint, lang: Lang, asked: Asked) -> None:
        self.blueprint = blueprint
        self.ids = Ids({action.id for _, _, action in blueprint.actions() if action.id})
        self.made = Content(blueprint, lang, words(lang), measure_shown(blueprint), [], {}, {}, asked)

    def content(self) -> Content:
        for index, step in enumerate(self.blueprint.steps):
            self.made.columns.append(self._column(index, step))
        return self.made

    def _column(self, index: int, step: Step) -> Column:
        made = self.made
        title = made.show(step.title) if step.title else made.words.step.format(n=step.number)
        name = step.id or f"s{step.number}"
        column = Column(
            id=self.ids.unique(f"step.{name}"),
            at=step.at,
            title=title,
            time=self._header_time(step),
            phase=step.phase,
            emotions=dict(step.emotion or {}),
            tooltip=step_tooltip(step, made),
            step=step,
            tag=f"{made.words.only} {self._tag(step.only)}" if self._tag(step.only) else "",
            end=self._end(index, step),
        )
        for evidence in step.evidence:
            self._add(column, self._evidence(index, name, evidence, len(column.cells["evidence"])))
        for layer, action in step.actions():
            card = self._action(index, name, layer, action, step, len(column.cells[layer]))
            self._add(column, card)
            made.cards_by_action[action.at] = card
        for _, action in step.actions():
            for use in action.uses:
                self._system(column, index, name, use.system)
        self._order_systems(column)
        return column

    def _order_systems(self, column: Column) -> None:
        """Below the written processes, the systems of the lowest actions first: their ways are the shortest."""
        lowest: dict[str, tuple[int, int]] = {}
        for action in (action for _, action in column.step.actions()):
            card = self.made.cards_by_action[action.at]
            for use in action.uses:
                lowest[use.system] = max(lowest.get(use.system, (0, 0)), (card.row, card.place))
        stack = column.cells["support"]
        written = [card for card in stack if not card.system]
        systems = sorted(
            (card for card in stack if card.system), key=lambda card: lowest[card.system], reverse=True
        )
        stack[:] = [*written, *systems]
        for place, card in enumerate(stack):
            card.place = place

    def _add(self, column: Column, card: Card) -> None:
        stack = column.cells[card.layer]
        card.place = len(stack)
        stack.append(card)

    def _header_time(self, step: Step) -> str:
        times = self.made.timings.step(step.key)
        if self.made.timings.untimed == len(self.made.timings.actions):
            return ""  # a map without any time says nothing of it
        if times.start_s is None or times.elapsed_s is None:
            return UNKNOWN_TIME
        if self.made.timings.lead_s >= DAY:
            start = f"{self.made.words.day}+{times.start_s // DAY}"
        else:
            start = f"+{self.made.time(times.start_s) if times.start_s else 0}"
        return f"{start} · {self.made.time(times.elapsed_s) if times.timed else UNKNOWN_TIME}"

    def _end(self, index: int, step: Step) -> str:
        """The sign that a step's `next` ends the journey, where one would expect the following step."""
        ends = [way for way in step.next or () if way.to == "end"]
        is_last = index == len(self.blueprint.steps) - 1
        if step.next is None or (step.next and not ends) or (is_last and len(step.next) == len(ends)):
            return ""
        said = [way_words(way, self.made) for way in ends]
        more = ", ".join(words for words in said if words)
        return f"→ {swimlane_words(self.made.lang).journey_end}" + (f" ({more})" if more else "")

    def _evidence(self, index: int, name: str, evidence: Evidence, place: int) -> Card:
        return Card(
            id=self.ids.unique(f"card.{name}.evidence.{place}"),
            at=evidence.at,
            layer="evidence",
            text=self.made.show(evidence.text),
            column=index,
            row=0,
            owner=self._owner(evidence.owner),
            owner_id=evidence.owner or "",
            tag=self._tag(evidence.only),
            basis=evidence.basis or "",
            title=evidence_tooltip(evidence, self.made),
        )

    def _action(self, index: int, name: str, layer: Layer, action: Action, step: Step, place: int) -> Card:
        times = self.made.timings.action(action.key) if self._is_reached(step) else None
        elapsed = times.elapsed_s if times else None
        said_unknown = any(part is not None for part in (action.wait, action.work, action.elapsed))
        time = UNKNOWN_TIME if said_unknown else ""
        if elapsed is not None:
            time = action_time(action, elapsed, self.made.lang)
        return Card(
            id=action.id or self.ids.unique(f"card.{name}.{layer}.{place}"),
            at=action.at,
            layer=layer,
            text=self.made.show(action.action),
            column=index,
            row=LAYERS.index(layer),
            owner=self._owner(step.owner_of(layer, action)),
            owner_id=step.owner_of(layer, action) or "",
            systems=tuple(use.system for use in action.uses),
            time=time,
            over=action.limit is not None and elapsed is not None and elapsed > action.limit.upper,
            badges=(signs := self._badges(layer, action, step, place)),
            signs=signs,
            tag=self._tag(action.only) if layer != "support" else self._support_tag(action),
            basis=action.basis or step.basis or "",
            background=action.background,
            title=action_tooltip(action, step, layer, self.made),
        )

    def _is_reached(self, step: Step) -> bool:
        return self.made.timings.step(step.key).start_s is not None

    def _badges(self, layer: Layer, action: Action, step: Step, place: int) -> tuple[Badge, ...]:
        waits = any(part is not None and (part.unknown or part.upper) for part in (action.wait,))
        first = next((kind for kind, _ in step.actions()), layer)
        hurts = bool(step.pain_points) and place == 0 and layer == first
        signs: tuple[tuple[Badge, bool], ...] = (
            (FAIL, bool(action.fail_points)),
            (MANUAL, action.manual),
            (WAIT, waits),
            (PAIN, hurts),
        )
        return tuple(sign for sign, shown in signs if shown)

    def _system(self, column: Column, index: int, name: str, system: str) -> None:
        """The card of a system in a column: once, and not beside a support process that uses it and stands for it."""
        stack = column.cells["support"]
        standing = next((card for card in stack if card.system == system), None)
        process = next(
            (action for action in column.step.support if any(use.system == system for use in action.uses)),
            None,
        )
        if standing is not None or process is not None:
            if process is not None:
                own = self.made.cards_by_action[process.at]
                if own not in self.made.systems.setdefault(system, []):
                    self.made.systems[system].append(own)
            return
        entry = self.blueprint.systems.get(system)
        card = Card(
            id=self.ids.unique(f"system.{slug(system) or 'x'}.{name}"),
            at=entry.at if entry and not entry.catalogue else f"systems[{system}]",
            layer="support",
            text=self.made.show(self.blueprint.system_name(system)),
            column=index,
            row=LAYERS.index("support"),
            owner=self._owner(entry.owner if entry else None),
            owner_id=(entry.owner if entry else None) or "",
            systems=(system,),
            title=system_tooltip(system, entry, self.made),
            system=system,
        )
        self._add(column, card)
        self.made.systems.setdefault(system, []).append(card)

    def _owner(self, owner: str | None) -> str:
        if owner is None:
            return ""
        return UNKNOWN_TIME if owner == "unknown" else self.made.show(self.blueprint.team_name(owner))

    def _support_tag(self, action: Action) -> str:
        """For whom a support process is, and the systems that its card stands for where its own words name them not."""
        said = self.made.show(action.action).casefold()
        names = [self.made.show(self.blueprint.system_name(use.system)) for use in action.uses]
        fresh = dict.fromkeys(name for name in names if name.casefold() not in said)
        return " · ".join(part for part in (self._tag(action.only), *fresh) if part)

    def _tag(self, only: tuple[str, ...]) -> str:
        if self.blueprint.whole is not self.blueprint:
            return ""
        return ", ".join(self.made.show(self.blueprint.persona_name(name)) for name in only)
