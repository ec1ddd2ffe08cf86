"""What an action uses, what a system feeds, where a step leads: by the thing at the other end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from blueprint_cli.analysis.differences.attributes import attribute_changes
from blueprint_cli.analysis.differences.change import Change, Same
from blueprint_cli.analysis.differences.likeness import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from blueprint_cli.analysis.differences.names import Names

END = "end"


def use_changes(same: Same, names: Names) -> Iterator[Change]:
    """Systems that an action works with."""
    old, new = same.old, same.new
    yield from _link_changes(
        same, names, "use", "system", "system", (getattr(old, "uses", ()), getattr(new, "uses", ()))
    )


def feed_changes(same: Same, names: Names) -> Iterator[Change]:
    """Systems that a system passes data to."""
    old, new = same.old, same.new
    yield from _link_changes(
        same, names, "feed", "to", "system", (getattr(old, "feeds", ()), getattr(new, "feeds", ()))
    )


def next_changes(same: Same, names: Names, following: tuple[str | None, str | None]) -> Iterator[Change]:
    """Ways out of a step.

    Args:
        same: the step.
        names: old names in the new words.
        following: id of the step that stands after it, in the old map and in the new one; None after the last.
    """
    old: Any = same.old
    new: Any = same.new
    left = _left(old.next, names)
    lost = left is not None and len(left) < len(old.next)
    before, after = _ways(old.next, following[0]), _ways(new.next, following[1])
    if lost and after is None and not left[1:] and all(way.label is None for way in left):
        return  # one way is left, and it went without saying
    if before is None or after is None:
        if before is not after:
            yield Change("changed", same, "next", _said_ways(before), _said_ways(after))
        return
    yield from _merged(list(_link_changes(same, names, "next", "to", "node", (before, after))), lost=lost)


def _left(said: Any, names: Names) -> Any:
    """The ways out that lead to what is still there."""
    return None if said is None else [way for way in said if not names.is_gone("node", way.to)]


def _merged(found: list[Change], *, lost: bool) -> Iterator[Change]:
    """Probabilities sum up to one: where they change together it is one edit, and none where a way came or went."""
    shares = [change for change in found if change.field == "probability"]
    others = [change for change in found if change.field != "probability"]
    yield from others
    if lost or any(change.kind in ("added", "removed") for change in others):
        return
    if len(shares) > 1:
        olds, news = tuple(change.old for change in shares), tuple(change.new for change in shares)
        yield shares[0]._replace(old=olds, new=news)
    else:
        yield from shares


def _ways(said: Any, following: str | None) -> Any:
    """The ways out; None where they say no more than the default: on to the step that stands after this one."""
    if said is None:
        return None
    goals = [way.to for way in said if way.to != END]
    if not goals and following is None:
        return None
    plain = len(said) == 1 and said[0].label is None and said[0].probability in (None, 1)
    return None if plain and goals == [following] else said


def _said_ways(ways: Any) -> Any:
    if ways is None:
        return None
    return tuple((way.to, way.probability, way.label) for way in ways) or ((END, None, None),)


def _link_changes(
    same: Same, names: Names, what: str, key: str, kind: str, lists: tuple[Sequence[Any], Sequence[Any]]
) -> Iterator[Change]:
    old, new = lists
    waiting: dict[str, list[Any]] = {}
    for link in new:
        waiting.setdefault(folded(getattr(link, key)), []).append(link)
    open_old = []
    for link in old:
        name = folded(getattr(link, key))
        theirs = waiting.get(names.now(kind, name)) or waiting.get(name)
        if theirs:
            yield from _changes_of_link(same, what, key, link, theirs.pop(0), names)
        else:
            open_old.append(link)
    open_new = [link for links in waiting.values() for link in links]
    for before, after in zip(open_old, open_new, strict=False):
        yield Change(
            "changed",
            _of(same, what, before, after),
            key,
            getattr(before, key),
            getattr(after, key),
        )
    shared = min(len(open_old), len(open_new))
    for link in open_old[shared:]:
        if not names.is_gone(kind, getattr(link, key)):
            yield Change("removed", _of(same, what, link, None))
    for link in open_new[shared:]:
        yield Change("added", _of(same, what, None, link))


def _changes_of_link(same: Same, what: str, key: str, old: Any, new: Any, names: Names) -> Iterator[Change]:
    for change in attribute_changes(_of(same, what, old, new), names):
        if change.field != key:
            yield change


def _of(holder: Same, what: str, old: Any, new: Any) -> Same:
    return holder._replace(what=what, old=old, new=new, key="", holder=holder)
