"""References of the old map in the words of the new one: a renamed id is one change, whoever refers to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from blueprint_cli.analysis.differences.likeness import folded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from blueprint_cli.model.blueprint import Blueprint

REFERENCES = {
    "owner": "team",
    "system": "system",
    "channel": "channel",
    "phase": "phase",
    "persona": "persona",
    "only": "persona",
    "hours": "calendar",
    "from": "node",
    "serves": "node",
}
"""Which kind of thing the value of a key names; `node` is a step or an action."""

DIRECTORY = {
    "team": "teams",
    "system": "systems",
    "persona": "personas",
    "channel": "channels",
    "calendar": "calendars",
}


class Names:
    """Old names and their new ones, by kind.

    Attributes:
        kept: old id to new id of everything that is in both maps.
        gone: ids that only the old map has.
    """

    def __init__(self, old: Blueprint, new: Blueprint) -> None:
        self.kept: dict[str, dict[str, str]] = {}
        self.gone: dict[str, set[str]] = {}
        for kind, key in DIRECTORY.items():
            mine, theirs = getattr(old, key), getattr(new, key)
            pairs = dict(pair_entries(mine, theirs))
            self.gone[kind] = set(mine) - set(pairs)
            self.kept[kind] = {**_spelled_out(mine, theirs, pairs), **pairs}

    def keep(self, kind: str, pairs: Iterable[tuple[str, str]], gone: Iterable[str]) -> None:
        """Take in further names of a kind."""
        self.kept.setdefault(kind, {}).update(pairs)
        self.gone.setdefault(kind, set()).update(gone)

    def now(self, kind: str, name: str) -> str:
        """What an old name is called in the new map; itself when it is in neither list."""
        plain = folded(name)
        return self.kept.get(kind, {}).get(plain, plain)

    def is_gone(self, kind: str, name: str) -> bool:
        """Whether the new map lacks what the old one declared under this name."""
        return name in self.gone.get(kind, ())


def pair_entries(old: dict[str, Any], new: dict[str, Any]) -> list[tuple[str, str]]:
    """The same entry in two mappings: by id, then by name."""
    pairs = [(name, name) for name in old if name in new]
    named: dict[str, str] = {}
    for key, entry in new.items():
        if key not in old and (name := _name(entry)):
            named.setdefault(name, key)
    for key, entry in old.items():
        found = named.pop(_name(entry), None) if key not in new else None
        if found is not None:
            pairs.append((key, found))
    return pairs


def _name(entry: Any) -> str:
    return folded(getattr(entry, "name", None) or "").casefold()


def _spelled_out(old: dict[str, Any], new: dict[str, Any], pairs: dict[str, str]) -> dict[str, str]:
    """Free text that became an id with that name, and the other way round."""
    to_id = {folded(entry.name): key for key, entry in new.items() if getattr(entry, "name", None)}
    found = {name: key for name, key in to_id.items() if name not in old}
    to_text = {
        key: folded(entry.name)
        for key, entry in old.items()
        if key not in pairs and getattr(entry, "name", None)
    }
    return {**found, **to_text}
