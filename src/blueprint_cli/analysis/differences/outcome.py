"""What a comparison comes to for a report: the files, the changes asked for, the figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from blueprint_cli.analysis.differences.change import Change, Same
from blueprint_cli.analysis.differences.comparing import Comparison

if TYPE_CHECKING:
    from collections.abc import Collection

    from blueprint_cli.analysis.differences.change import Topic
    from blueprint_cli.analysis.differences.figures import Figure
    from blueprint_cli.language.words import Lang
    from blueprint_cli.model.blueprint import Blueprint


@dataclass(frozen=True)
class Compared:
    """One map in two versions.

    Attributes:
        old_name, new_name: the files as reports name them; empty for one that is not there.
        comparison: the maps with all changes.
        changes: the changes that were asked for.
        figures: what follows from them; empty where one of the maps cannot be timed.
    """

    old_name: str
    new_name: str
    comparison: Comparison
    changes: tuple[Change, ...]
    figures: tuple[Figure, ...] = ()

    @property
    def title(self) -> str:
        """The map's newest title."""
        return self.comparison.new.title

    @property
    def lang(self) -> Lang:
        """The language of the newest version."""
        return self.comparison.new.lang


@dataclass(frozen=True)
class Outcome:
    """All that was compared in one run.

    Attributes:
        files: the maps that were compared, whether they differ or not.
        base: the revision that a whole tree is compared with; empty where two files are compared.
    """

    files: tuple[Compared, ...]
    base: str = ""

    @property
    def differs(self) -> bool:
        """Whether anything that was asked for changed."""
        return any(file.changes for file in self.files)


def lone(blueprint: Blueprint, *, new: bool) -> Comparison:
    """The comparison of a map that came or went as a whole: one change."""
    same = Same("blueprint", None if new else blueprint, blueprint if new else None)
    return Comparison(blueprint, blueprint, (Change("added" if new else "removed", same),))


def about(changes: Collection[Change], topics: Collection[Topic]) -> tuple[Change, ...]:
    """The changes about one of the topics; all of them without any."""
    return tuple(change for change in changes if not topics or not _topics(change).isdisjoint(topics))


_TIME = frozenset(
    (
        *("wait", "work", "elapsed", "target", "limit", "promise", "background", "after", "probability"),
        *("hours", "days", "holidays", "closed", "next", "volume", "capacity"),
    )
)
_CUSTOMER = frozenset(("emotion", "feeling", "thought", "quote", "channel", "persona", "promise", "title"))
_OF_CUSTOMER = frozenset(("evidence", "touchpoint", "pain_point", "persona", "channel"))
_SYSTEM_KEYS = frozenset(("manual", "uses", "feeds", "kind", "external"))


def _topics(change: Change) -> set[Topic]:
    what, field = change.same.what, change.field
    found: set[Topic] = set()
    if field in _TIME or what in ("span", "calendar", "next"):
        found.add("time")
    if field == "owner" or what == "team":
        found.add("owners")
    if what in ("system", "use", "feed") or field in _SYSTEM_KEYS:
        found.add("systems")
    if what in _OF_CUSTOMER or _seen(change):
        found.add("customer")
    if what in ("step", "action") and change.kind in ("added", "removed"):
        found |= _of_cards(change)
    return found


def _seen(change: Change) -> bool:
    """Whether the customer lives through it: a step, an own action, what is in front."""
    same = change.same
    layers = {same.layer_old, same.layer_new}
    if same.what == "step":
        return change.kind != "changed" or change.field in _CUSTOMER
    if same.what != "action":
        return False
    told = change.kind != "changed" or "customer" in layers
    return told and not layers.isdisjoint(("customer", "frontstage"))


def _of_cards(change: Change) -> set[Topic]:
    """What came or went with a step or an action."""
    found: set[Topic] = set()
    for same in change.inside or (change.same,):
        part = same.newest
        if any(getattr(part, key, None) is not None for key in ("wait", "work", "elapsed")):
            found.add("time")
        if getattr(part, "owner", None):
            found.add("owners")
        if getattr(part, "uses", None):
            found.add("systems")
    return found
