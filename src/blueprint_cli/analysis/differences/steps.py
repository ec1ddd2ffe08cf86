"""Which step is which: by id, by title and text, by what it holds, and last by its place."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from blueprint_cli.analysis.differences.likeness import Pairs, alike, folded, pair_by_key, pair_in_gaps

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.model.steps import Step

_LEAST_COMMON = 0.5
_LEAST_ALIKE = 0.4
_SURE = 0.6
_COMMONPLACE = 8


def pair_steps(old: Blueprint, new: Blueprint) -> Pairs:
    """Positions of the same step in both maps."""
    return _Matching(old.steps, new.steps).pairs()


class _Matching:
    def __init__(self, old: Sequence[Step], new: Sequence[Step]) -> None:
        self.old, self.new = old, new
        self.found: Pairs = []
        self.open_old = dict.fromkeys(range(len(old)))
        self.open_new = dict.fromkeys(range(len(new)))

    def pairs(self) -> Pairs:
        self._by(lambda step: step.id)
        self._by(lambda step: (step.title and folded(step.title), _texts(step)) if _texts(step) else None)
        self._by(lambda step: folded(step.title) if step.title else None)
        self._by(lambda step: tuple(folded(action.action) for action in step.customer) or None)
        self._by_content()
        self._take(pair_in_gaps(list(self.open_old), list(self.open_new), self.found, self._likeness))
        return self.found

    def _by(self, key: Callable[[Step], Hashable | None]) -> None:
        sides = (
            [(index, said) for index in opened if (said := key(steps[index])) is not None]
            for opened, steps in ((self.open_old, self.old), (self.open_new, self.new))
        )
        self._take(pair_by_key(*sides))

    def _take(self, pairs: Pairs) -> None:
        for a, b in pairs:
            del self.open_old[a], self.open_new[b]
        self.found += pairs

    def _by_content(self) -> None:
        """The steps that share at least half of their cards, the most alike first."""
        holding: dict[str, list[int]] = {}
        for index in self.open_new:
            for mark in _marks(self.new[index]):
                holding.setdefault(mark, []).append(index)
        scored = []
        for index in self.open_old:
            mine = _marks(self.old[index])
            common = Counter(
                other
                for mark in mine
                if len(holding.get(mark, ())) <= _COMMONPLACE
                for other in holding.get(mark, ())
            )
            scored += [
                (-2 * count / (len(mine) + len(_marks(self.new[other]))), abs(index - other), index, other)
                for other, count in common.items()
            ]
        taken: Pairs = []
        olds: set[int] = set()
        news: set[int] = set()
        for score, _, a, b in sorted(scored):
            if -score >= _LEAST_COMMON and a not in olds and b not in news:
                taken.append((a, b))
                olds.add(a)
                news.add(b)
        self._take(taken)

    def _likeness(self, a: int, b: int, alone: bool) -> float:
        old, new = self.old[a], self.new[b]
        titles = alike(old.title, new.title) if old.title and new.title else None
        one, other = _words(old), _words(new)
        texts = alike(one, other) if one and other else None
        known = [score for score in (titles, texts) if score is not None]
        score = max(known, default=1.0)
        told_apart = bool(old.id and new.id)
        least = _SURE if told_apart else _LEAST_ALIKE
        bare = alone and not told_apart and _is_bare(old) and _is_bare(new)
        return score if score >= least else 0.01 if bare else 0.0


def _texts(step: Step) -> tuple[str, ...]:
    return step.remembered(
        "texts of cards",
        lambda: (
            tuple(folded(action.action) for _, action in step.actions())
            + tuple(folded(evidence.text) for evidence in step.evidence)
        ),
    )


def _marks(step: Step) -> frozenset[str]:
    """What tells the step's cards apart from others: their ids and their texts."""
    return step.remembered("marks of cards", lambda: frozenset(_texts(step)))


def _words(step: Step) -> str:
    return " ".join(_texts(step))


def _is_bare(step: Step) -> bool:
    """A step that says only what the customer does: nothing but its place can tell that it was reworded."""
    return len(_texts(step)) <= 1 and step.title is None
