"""Every place where one thing of a blueprint names another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.model.word_lists import EVERYBODY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.findings import Route
    from blueprint_cli.model.actions import Action
    from blueprint_cli.model.directory import Directory
    from blueprint_cli.model.part import Part
    from blueprint_cli.model.steps import Step

Kind = Literal["team", "system", "persona", "phase", "channel", "calendar", "place", "target"]
"""What is named; a `place` is a step or an action, a `target` of `next` also `end`."""


class Reference(NamedTuple):
    """A word that names something else; `within` is its position, or its key, where there may be several."""

    kind: Kind
    word: str
    part: Part
    key: str
    within: int | str | None = None

    @property
    def route(self) -> Route:
        """Where the word stands."""
        return (
            (*self.part.route, self.key) if self.within is None else (*self.part.route, self.key, self.within)
        )


def references(root: Directory) -> Iterator[Reference]:
    """Every reference of a blueprint or a catalogue, in the order of the model; entries of other files are left out."""
    yield from _of_directory(root)
    if not isinstance(root, Blueprint):
        return
    yield from _one("team", root.owner, root, "owner")
    yield from _many("persona", root.persona, root, "persona")
    for span in root.spans:
        yield from _one("place", span.from_, span, "from")
        yield from _one("place", span.to, span, "to")
    for step in root.steps:
        yield from _of_step(step)


def _of_directory(root: Directory) -> Iterator[Reference]:
    for team in root.teams.values():
        if not team.catalogue or not isinstance(root, Blueprint):
            yield from _one("calendar", team.hours, team, "hours")
    for system in root.systems.values():
        if not system.catalogue or not isinstance(root, Blueprint):
            yield from _one("team", system.owner, system, "owner")
            for feed in system.feeds:
                yield from _one("system", feed.to, feed, "to")


def _of_step(step: Step) -> Iterator[Reference]:
    yield from _one("team", step.owner, step, "owner")
    yield from _one("phase", step.phase, step, "phase")
    yield from _one("channel", step.channel, step, "channel")
    yield from _many("persona", step.only, step, "only")
    for name in step.emotion or {}:
        if name != EVERYBODY:
            yield Reference("persona", name, step, "emotion", name)
    for touchpoint in step.touchpoints:
        yield from _one("team", touchpoint.owner, touchpoint, "owner")
        yield from _one("channel", touchpoint.channel, touchpoint, "channel")
    for evidence in step.evidence:
        yield from _one("team", evidence.owner, evidence, "owner")
        yield from _one("channel", evidence.channel, evidence, "channel")
        yield from _many("persona", evidence.only, evidence, "only")
    for _, action in step.actions():
        yield from _of_action(action)
    for pain in step.pain_points:
        yield from _many("persona", pain.only, pain, "only")
    for opportunity in step.opportunities:
        yield from _one("team", opportunity.owner, opportunity, "owner")
    for way in step.next or ():
        yield from _one("target", way.to, way, "to")


def _of_action(action: Action) -> Iterator[Reference]:
    yield from _one("team", action.owner, action, "owner")
    for use in action.uses:
        yield from _one("system", use.system, use, "system")
    for earlier in action.after or ():
        yield from _one("place", earlier.id, earlier, "id")
    yield from _many("place", action.serves, action, "serves")
    yield from _many("persona", action.only, action, "only")


def _one(kind: Kind, word: str | None, part: Part, key: str) -> tuple[Reference, ...]:
    return () if word is None else (Reference(kind, word, part, key),)


def _many(kind: Kind, words: tuple[str, ...], part: Part, key: str) -> tuple[Reference, ...]:
    return tuple(Reference(kind, word, part, key, index) for index, word in enumerate(words)) if words else ()
