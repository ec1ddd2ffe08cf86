"""A word refers to something that is not declared.

An owner nobody declared is an owner nobody can call, and a typing error in an id draws an arrow to nowhere. While
nothing of a kind is declared any text will do; with the first declaration every word must resolve, in the file or in
one of its catalogues. A finding on an exact name offers its id.

Bad:
    blueprint: 1
    title: Late parcel
    teams: {help-desk: Help desk}
    steps:
      - customer: Phones the help desk
        frontstage: {action: Looks for the file, owner: helpdesk}
        backstage: {action: Calls the carrier, owner: help-desk, manual: true}

Good:
    blueprint: 1
    title: Late parcel
    teams: {help-desk: Help desk}
    steps:
      - customer: Phones the help desk
        frontstage: {action: Looks for the file, owner: help-desk}
        backstage: {action: Calls the carrier, owner: help-desk, manual: true}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.checks.placeholders import declaration
from blueprint_cli.checks.references import references
from blueprint_cli.findings import Change, Problem, Remedy, Severity
from blueprint_cli.language.spelling import closest, only_candidate
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.model.directory import BUILT_IN_CHANNELS
from blueprint_cli.model.fields import slug
from blueprint_cli.source.words_meant import channel_meant

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.checks.references import Reference
    from blueprint_cli.model.actions import Action
    from blueprint_cli.model.directory import Directory
    from blueprint_cli.model.steps import Step

CODE = "BP005"
ABOUT = "map"
SEVERITY = Severity.ERROR
FIX = "safe"
ON_CATALOGUES = True


_NOUNS = {
    "team": "team",
    "system": "system",
    "persona": "persona or segment",
    "phase": "phase",
    "channel": "channel",
    "calendar": "calendar",
    "place": "step or action",
    "target": "step or action",
}
_ALWAYS_CHECKED = ("channel", "calendar", "place", "target")
_DECLARABLE = ("team", "system", "persona")
_SHARED = ("team", "system", "persona", "channel", "calendar")
_MOST_LISTED = 8


def check(blueprint: Directory) -> Iterator[Problem]:
    """Report every reference that resolves to nothing."""
    known = {kind: _known(blueprint, kind) for kind in _NOUNS}
    elsewhere = _SHARED if isinstance(blueprint, Blueprint) and blueprint.lacks_catalogue else ()
    for reference in references(blueprint):
        if reference.kind in elsewhere:  # perhaps declared in the catalogue that could not be read
            continue
        words = known[reference.kind]
        declared = words or reference.kind in _ALWAYS_CHECKED
        if (
            declared
            and reference.word not in words
            and reference.word not in _RESERVED.get(reference.kind, ())
        ):
            yield Problem(
                f"there is no {_NOUNS[reference.kind]} '{reference.word}'",
                reference.route,
                _help(reference.word, reference.kind, words),
                remedy=_remedy(blueprint, reference, words),
            )


def _remedy(root: Directory, reference: Reference, words: dict[str, str]) -> Remedy | None:
    """Write the one id that comes into question; give an id to what is called by its title; or declare the word."""
    word = reference.word
    meant = _named(word, words) or _spoken(word, reference.kind) or only_candidate(word, words)
    if meant:
        return Remedy(f"write {meant}", (Change("set", reference.route, value=meant),))
    if reference.kind in ("place", "target") and isinstance(root, Blueprint):
        return _with_id(root, reference)
    if reference.kind in _DECLARABLE and not only_candidate(word, words.values()):
        return declaration(root, reference.kind, word)
    return None


def _with_id(blueprint: Blueprint, reference: Reference) -> Remedy | None:
    """Where the word is the very title of one step or text of one action without an id."""
    said = reference.word.strip().casefold()
    parts: list[tuple[Step | Action, str | None]] = [
        *((step, step.title) for step in blueprint.steps),
        *((action, action.action) for _, _, action in blueprint.actions()),
    ]
    called = [part for part, name in parts if part.id is None and name and name.strip().casefold() == said]
    name = slug(reference.word)
    taken = {part.id for part, _ in parts}
    if len(called) != 1 or not name or name in taken:
        return None
    changes = (
        Change("head", called[0].route, key="id", value=name),
        Change("set", reference.route, value=name),
    )
    return Remedy(f"give '{reference.word}' the id {name} and refer to it", changes)


def _named(word: str, words: dict[str, str]) -> str | None:
    return next(
        (key for key, name in words.items() if name and name.casefold() == word.strip().casefold()), None
    )


_RESERVED = {"team": ("unknown",), "target": ("end",)}


def _known(root: Directory, kind: str) -> dict[str, str]:
    """The words that resolve, with the name each stands for."""
    if kind == "channel":
        return {
            **dict.fromkeys(BUILT_IN_CHANNELS, ""),
            **{key: entry.name for key, entry in root.channels.items()},
        }
    if kind == "calendar":
        return dict.fromkeys(root.calendars, "")
    if kind == "team":
        return {key: entry.name for key, entry in root.teams.items()}
    if kind == "system":
        return {key: entry.name for key, entry in root.systems.items()}
    if kind == "persona":
        segments = [entry.segment for entry in root.personas.values() if entry.segment]
        return {**dict.fromkeys(segments, ""), **{key: entry.name for key, entry in root.personas.items()}}
    return _in_blueprint(root, kind) if isinstance(root, Blueprint) else {}


def _in_blueprint(blueprint: Blueprint, kind: str) -> dict[str, str]:
    if kind == "phase":
        return {phase.id: phase.title or "" for phase in blueprint.phases}
    found = {step.id: step.title or "" for step in blueprint.steps if step.id}
    return {**found, **{action.id: action.action for _, _, action in blueprint.actions() if action.id}}


def _help(word: str, kind: str, words: dict[str, str]) -> str:
    named = _named(word, words)
    if named:
        return f"'{word}' is a name; write its id: {named}"
    near = (
        _spoken(word, kind)
        or closest(word, words)
        or closest(word, [name for name in words.values() if name])
    )
    if near is not None:
        return f"did you mean {next((key for key, name in words.items() if near in (key, name)), near)}?"
    if not words:
        return (
            "give the step or action that you mean an `id`"
            if kind in ("place", "target")
            else f"declare it under `{kind}s:`"
        )
    most = len(BUILT_IN_CHANNELS) if kind == "channel" else _MOST_LISTED
    listed = ", ".join(list(words)[:most])
    own = "; `channels:` declares one of your own" if kind == "channel" else ""
    return f"known: {listed}{', ...' if len(words) > most else ''}{own}"


def _spoken(word: str, kind: str) -> str | None:
    return channel_meant(word) if kind == "channel" else None
