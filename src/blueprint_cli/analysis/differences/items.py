"""Which card, pain point, touchpoint or fail point is which: by id, by text, then by its place among its neighbours."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from blueprint_cli.analysis.differences.likeness import Pairs, alike, folded, pair_by_key, pair_in_gaps
from blueprint_cli.analysis.differences.values import meaning
from blueprint_cli.model.word_lists import LAYERS

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

    from blueprint_cli.model.part import Part
    from blueprint_cli.model.steps import Step

EVIDENCE, ACTION = "evidence", "action"
SMALL_PARTS = {"touchpoints": "touchpoint", "pain_points": "pain_point", "opportunities": "opportunity"}
_ATTRIBUTES = (
    *("owner", "uses", "wait", "work", "elapsed", "after", "target", "limit", "channel", "serves"),
    *("likelihood", "effect", "recovery", "severity", "impact", "effort", "status", "due"),
)
_LINKS = {"uses": "system", "after": "id"}
_LEAST_ALIKE = 0.45
_LEAST_ALONE = 0.35
_SURE = 0.6
_HALF = 0.5
_SEVERAL = 2


class Item(NamedTuple):
    """A part with its place.

    Attributes:
        what: `action`, `evidence`, `pain_point`, ...
        holder: position of the step, or of the action, that it belongs to.
        group: the layer of a card; empty otherwise.
        place: position among its neighbours.
        text: its main field on one line.
    """

    part: Any
    what: str
    holder: int
    group: str
    place: int
    text: str

    @property
    def id(self) -> str | None:
        """The id of an action; nothing else has one."""
        found: str | None = self.part.id if self.what == ACTION else None
        return found


def cards_of(steps: Sequence[Step]) -> list[Item]:
    """All cards in the order of the picture: step by step, from top to bottom."""
    return [card for index, step in enumerate(steps) for card in _cards(index, step)]


def _cards(index: int, step: Step) -> Iterator[Item]:
    for place, evidence in enumerate(step.evidence):
        yield Item(evidence, EVIDENCE, index, EVIDENCE, place, folded(evidence.text))
    for layer in LAYERS:
        for place, action in enumerate(step.actions_of(layer)):
            yield Item(action, ACTION, index, layer, place, folded(action.action))


def small_parts_of(holders: Iterable[Part], key: str, what: str) -> list[Item]:
    """The items of one list (`pain_points`) of all holders."""
    return [
        Item(part, what, index, "", place, folded(getattr(part, type(part).main)))
        for index, holder in enumerate(holders)
        for place, part in enumerate(getattr(holder, key, ()))
    ]


def pair_items(old: Sequence[Item], new: Sequence[Item], holders: Pairs) -> Pairs:
    """Positions of the same item in both lists, given which holder is which."""
    return _Matching(old, new, holders).pairs()


class _Matching:
    def __init__(self, old: Sequence[Item], new: Sequence[Item], holders: Pairs) -> None:
        self.old, self.new = old, new
        self.found: Pairs = []
        self.open_old = dict.fromkeys(range(len(old)))
        self.open_new = dict.fromkeys(range(len(new)))
        self.shared_old = {a: number for number, (a, _) in enumerate(holders)}
        self.shared_new = {b: number for number, (_, b) in enumerate(holders)}

    def pairs(self) -> Pairs:
        self._by(lambda item, _: item.id)
        self._by(lambda item, shared: None if shared is None else (shared, item.group, item.text))
        self._by(lambda item, shared: None if shared is None else (shared, item.what, item.text))
        self._by(lambda item, _: (item.group, item.text))
        self._by(lambda item, _: (item.what, item.text))
        self._by_place(lambda item: item.group, self._likeness)
        self._by_place(lambda item: item.what, self._likeness_elsewhere)
        return self.found

    def _by(self, key: Callable[[Item, int | None], Hashable | None]) -> None:
        sides = (
            [
                (index, said)
                for index in opened
                if (said := key(items[index], shared.get(items[index].holder))) is not None
            ]
            for opened, items, shared in (
                (self.open_old, self.old, self.shared_old),
                (self.open_new, self.new, self.shared_new),
            )
        )
        self._take(pair_by_key(*sides))

    def _take(self, pairs: Pairs) -> None:
        for a, b in pairs:
            del self.open_old[a], self.open_new[b]
        self.found += pairs

    def _by_place(
        self, group: Callable[[Item], Hashable], likeness: Callable[[int, int, bool], float]
    ) -> None:
        """Within each holder that is in both maps, and each group of its items."""
        olds = _grouped(self.open_old, self.old, self.shared_old, group)
        news = _grouped(self.open_new, self.new, self.shared_new, group)
        matched: dict[Hashable, Pairs] = {}
        for a, b in self.found:
            mine = (self.shared_old.get(self.old[a].holder), group(self.old[a]))
            if mine in olds and mine == (self.shared_new.get(self.new[b].holder), group(self.new[b])):
                matched.setdefault(mine, []).append((a, b))
        for name, mine_open in olds.items():
            if name in news:
                self._take(pair_in_gaps(mine_open, news[name], matched.get(name, []), likeness))

    def _likeness(self, a: int, b: int, alone: bool) -> float:
        old, new = self.old[a], self.new[b]
        words = alike(old.text, new.text)
        agreed, known = _agreement(old.part, new.part)
        if old.id and new.id:
            return words if words >= _SURE or (known >= _SEVERAL and agreed == known) else 0.0
        if words < _SURE and known > _SEVERAL and not agreed:
            return 0.0  # other words, and nothing else in common
        share = agreed / known if known else 0.0
        near = words >= (_LEAST_ALONE if alone else _LEAST_ALIKE)
        if old.group:  # a card: its place tells
            near = near or share >= _HALF or (alone and known - agreed <= 1)
        return words + share + 0.01 if near or (share >= _HALF and known >= _SEVERAL) else 0.0

    def _likeness_elsewhere(self, a: int, b: int, alone: bool) -> float:  # noqa: ARG002 - as `_likeness`
        words = alike(self.old[a].text, self.new[b].text)
        return words if words >= _SURE else 0.0


def _grouped(
    opened: Iterable[int],
    items: Sequence[Item],
    shared: dict[int, int],
    group: Callable[[Item], Hashable],
) -> dict[Hashable, list[int]]:
    found: dict[Hashable, list[int]] = {}
    for index in opened:
        holder = shared.get(items[index].holder)
        if holder is not None:
            found.setdefault((holder, group(items[index])), []).append(index)
    return found


def _agreement(old: Part, new: Part) -> tuple[int, int]:
    """How many attributes are equal, of those that at least one of the two has."""
    mine, theirs = _profile(old), _profile(new)
    return sum(theirs.get(name) == said for name, said in mine.items()), len(mine.keys() | theirs.keys())


def _profile(part: Part) -> dict[str, Any]:
    """What the attributes say that tell a part from its neighbours."""
    return part.remembered("profile", lambda: dict(_said(part)))


def _said(part: Part) -> Iterator[tuple[str, Any]]:
    for name in _attributes_of(type(part)):
        value = getattr(part, name)
        if name in _LINKS and value:
            yield name, tuple(sorted(getattr(item, _LINKS[name]) for item in value))
        elif value:
            yield name, meaning(value)


@cache
def _attributes_of(kind: type[Part]) -> tuple[str, ...]:
    """To ask a model for a field that it has not is dear."""
    return tuple(name for name in _ATTRIBUTES if name in kind.model_fields)
