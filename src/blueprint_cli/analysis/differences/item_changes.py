"""Cards and small parts: what came, went, moved and changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.analysis.differences.attributes import attribute_changes
from blueprint_cli.analysis.differences.change import Change, Same
from blueprint_cli.analysis.differences.items import ACTION, EVIDENCE, Item, pair_items
from blueprint_cli.analysis.differences.likeness import Pairs, staying
from blueprint_cli.analysis.differences.links import use_changes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from blueprint_cli.analysis.differences.names import Names


class Items:
    """The items of one kind in both maps, paired.

    Attributes:
        old, new: all of them.
        holders_old, holders_new: what they belong to: steps, or the actions of fail points.
        pairs: which item is which, by position.
    """

    def __init__(
        self,
        items: tuple[Sequence[Item], Sequence[Item]],
        holders: tuple[Sequence[Same], Sequence[Same]],
        holder_pairs: Pairs,
    ) -> None:
        self.old, self.new = items
        self.holders_old, self.holders_new = holders
        self._partner = dict(holder_pairs)
        self._origin = {b: a for a, b in holder_pairs}
        self.pairs = pair_items(*items, holder_pairs)
        self.partner_old = dict(self.pairs)
        self.partner_new = {b: a for a, b in self.pairs}

    def same(self, a: int | None, b: int | None) -> Same:
        """An item by its positions in the old and in the new list, one of them perhaps None."""
        mine = None if a is None else self.old[a]
        theirs = None if b is None else self.new[b]
        was = mine.holder if mine else None if theirs is None else self._origin.get(theirs.holder)
        now = theirs.holder if theirs else None if mine is None else self._partner.get(mine.holder)
        holder_old = None if was is None else self.holders_old[was]
        holder_new = None if now is None else self.holders_new[now]
        return Same(
            (mine or theirs or self.new[0]).what,
            mine and mine.part,
            theirs and theirs.part,
            holder_old and holder_old.step_old,
            holder_new and holder_new.step_new,
            mine.group if mine else "",
            theirs.group if theirs else "",
            holder=_joined(holder_old, holder_new),
        )

    def changes(self, names: Names) -> Iterator[Change]:
        """All changes, in the order of the new map, what went after what stayed."""
        reordered = self._reordered()
        for b in range(len(self.new)):
            a = self.partner_new.get(b)
            if a is not None:
                yield from self._of_pair(a, b, names, reordered.get(b))
            elif self.new[b].holder in self._origin:
                yield Change("added", self.same(None, b))
        for a, item in enumerate(self.old):
            if a not in self.partner_old and item.holder in self._partner:
                yield Change("removed", self.same(a, None))

    def came_and_went(self) -> tuple[dict[int, tuple[Same, ...]], dict[int, tuple[Same, ...]]]:
        """The items without a partner by their holder, in the old map and in the new one."""
        went: dict[int, list[Same]] = {}
        came: dict[int, list[Same]] = {}
        for a, item in enumerate(self.old):
            if a not in self.partner_old:
                went.setdefault(item.holder, []).append(self.same(a, None))
        for b, item in enumerate(self.new):
            if b not in self.partner_new:
                came.setdefault(item.holder, []).append(self.same(None, b))
        return {at: tuple(found) for at, found in went.items()}, {
            at: tuple(found) for at, found in came.items()
        }

    def _of_pair(self, a: int, b: int, names: Names, places: tuple[int, int] | None) -> Iterator[Change]:
        same, mine, theirs = self.same(a, b), self.old[a], self.new[b]
        if self._partner.get(mine.holder) != theirs.holder:
            key = "step" if same.holder and same.holder.what == "step" else "action"
            yield Change(
                "moved",
                same,
                key,
                self.holders_old[mine.holder].newest,
                self.holders_new[theirs.holder].newest,
            )
        elif mine.group != theirs.group:
            yield Change("moved", same, "layer", mine.group, theirs.group)
        elif places:
            yield Change("moved", same, "position", *places)
        yield from attribute_changes(same, names)
        if same.what == ACTION:
            yield from use_changes(same, names)

    def _reordered(self) -> dict[int, tuple[int, int]]:
        """Actions that stand elsewhere among those of their layer, where the order is the order of time."""
        layers: dict[tuple[int, str], list[tuple[int, int]]] = {}
        for a, b in self.pairs:
            mine, theirs = self.old[a], self.new[b]
            at_home = self._partner.get(mine.holder) == theirs.holder and mine.group == theirs.group
            if at_home and mine.what == ACTION:
                layers.setdefault((theirs.holder, theirs.group), []).append((a, b))
        moved = {}
        for pairs in layers.values():
            pairs.sort()
            kept = staying([b for _, b in pairs])
            for place, (a, b) in enumerate(pairs):
                if place not in kept:
                    moved[b] = (self.old[a].place + 1, self.new[b].place + 1)
        return moved


def _joined(old: Same | None, new: Same | None) -> Same | None:
    """The holder of what may have changed its holder."""
    if old is None or new is None:
        return old or new
    return new._replace(old=old.old, step_old=old.step_old, layer_old=old.layer_old)


def card_holders(cards: Items) -> tuple[list[Same], list[Same]]:
    """Cards as holders of fail points."""
    return (
        [cards.same(a, None) for a in range(len(cards.old))],
        [cards.same(None, b) for b in range(len(cards.new))],
    )


__all__ = ["ACTION", "EVIDENCE", "Items", "card_holders"]
