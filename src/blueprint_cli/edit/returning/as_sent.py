"""The facts of the very file that a workbook was made from: what was sent, wherever the text bears it out."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from blueprint_cli.language.words import words
from blueprint_cli.model.word_lists import INTERNAL_LAYERS, UNKNOWN_OWNER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.edit.returning.mine import Mine
    from blueprint_cli.workbook.anchors import Key, Value
    from blueprint_cli.workbook.facts import FactsByStep
    from blueprint_cli.workbook.returning.returned import Returned

_TOLD = frozenset({"text", "emotion", "time", "team", "flag", "level", "remark"})
"""The kinds of values that can be told from the text alone."""


class AsSent(Mapping["Key", "Value"]):
    """Facts by their keys; the map is read only for those that the text alone does not bear out.

    The hidden sheet of a workbook may have been edited: nothing is taken from it that the file does not say.
    """

    def __init__(self, returned: Returned, mine: Mine) -> None:
        """Take what was sent, and the file."""
        self._returned = returned
        self._mine = mine
        self._reading = returned.reading
        self._known: dict[Key, Value] = {}

    def __getitem__(self, key: Key) -> Value:
        """The value of a fact; KeyError where the file has no such fact."""
        if key not in self._known:
            borne_out = key in self._returned.base and self._is_borne_out(key)
            self._known[key] = self._returned.base[key] if borne_out else self._facts[key]
        return self._known[key]

    def __iter__(self) -> Iterator[Key]:
        """All of them, in the order of the file."""
        return iter(self._facts)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._facts)

    @cached_property
    def _facts(self) -> FactsByStep:
        from blueprint_cli.workbook.facts import FactsByStep

        return FactsByStep(self._mine.blueprint, self._reading.lang)

    def _is_borne_out(self, key: Key) -> bool:
        if key.kind not in _TOLD or not key.at.startswith("steps[") or key.at not in self._mine.places:
            return False
        base, written = self._returned.base[key], self._written(key)
        return (base is None) == (written is None) and self._reading.same(key.kind, base, written)

    def _written(self, key: Key) -> Any:
        found = None if key.kind == "remark" else self._mine.places.written(key.at, key.field)
        if key.field == "owner":
            return self._team(key.at, found)
        if key.entry:
            return _entry(found, key.entry)
        if key.field == "emotion":
            return None if isinstance(found, dict) else found
        return (found or None) if key.kind == "flag" else found

    def _team(self, at: str, owner: Any) -> Any:
        """An owner as the workbook names it: that of the step, where an action has none of its own."""
        item = self._returned.outline.items.get(at)
        if owner is None and item is not None and item.lane in INTERNAL_LAYERS:
            owner = self._mine.places.written(item.step, "owner")
        if owner == UNKNOWN_OWNER:
            return words(self._reading.lang).unknown
        return self._mine.names["teams"].get(owner, owner)


def _entry(found: Any, entry: str) -> Any:
    """The emotion of a persona, or one of several thoughts or quotes."""
    if isinstance(found, dict):
        return found.get(entry)
    items = found if isinstance(found, list) else [found]
    return items[int(entry)] if entry.isdecimal() and int(entry) < len(items) else None
