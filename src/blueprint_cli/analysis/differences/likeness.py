"""How much two texts, or two lists, are alike; and which items of a list have moved."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar
from unicodedata import normalize

from blueprint_cli.language.spelling import without_accents

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

T = TypeVar("T")
Pairs = list[tuple[int, int]]

_MOST_IN_A_GAP = 900
_FEW = 4


_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})


@lru_cache(maxsize=16384)
def folded(text: str) -> str:
    """A text without what is no change: line breaks, runs of spaces, straight or curly quotes, ways to compose accents."""
    line = " ".join(text.split())
    return line if line.isascii() else normalize("NFC", line).translate(_QUOTES)


@lru_cache(maxsize=16384)
def _letters(text: str) -> dict[str, int]:
    plain = f" {folded(without_accents(text))} "
    return Counter(map("".join, pairwise(plain)))


def alike(first: str, second: str) -> float:
    """Sørensen-Dice coefficient of the pairs of letters, 0 to 1; case and accents do not count."""
    if first == second:
        return 1.0
    one, other = _letters(first), _letters(second)
    common = sum(min(count, other[pair]) for pair, count in one.items() if pair in other)
    total = sum(one.values()) + sum(other.values())
    return 2 * common / total if total else 0.0


def pair_by_key(old: Iterable[tuple[int, T]], new: Iterable[tuple[int, T]]) -> Pairs:
    """Pairs of positions with equal keys, in order of appearance."""
    waiting: dict[T, list[int]] = {}
    for index, key in new:
        waiting.setdefault(key, []).append(index)
    for theirs in waiting.values():
        theirs.reverse()
    return [(index, waiting[key].pop()) for index, key in old if waiting.get(key)]


def staying(positions: Sequence[int]) -> set[int]:
    """The places of a longest run of positions that rise: what has not moved."""
    tails: list[int] = []
    tail_at: list[int] = []
    before: list[int] = []
    for place, position in enumerate(positions):
        at = bisect_left(tails, position)
        before.append(tail_at[at - 1] if at else -1)
        if at == len(tails):
            tails.append(position)
            tail_at.append(place)
        else:
            tails[at], tail_at[at] = position, place
    kept: set[int] = set()
    place = tail_at[-1] if tail_at else -1
    while place >= 0:
        kept.add(place)
        place = before[place]
    return kept


def pair_in_gaps(
    old: Sequence[int], new: Sequence[int], matched: Pairs, likeness: Callable[[int, int, bool], float]
) -> Pairs:
    """Pair what is left over between the same two neighbours, the most alike first.

    Args:
        old: positions without a partner.
        new: the same in the other list.
        matched: the pairs found so far.
        likeness: from two positions, and whether as many are left over in both, a few, so that their order tells which is
            which, to 0 (never) and more.
    """
    ordered = sorted(matched)
    kept = staying([b for _, b in ordered])
    anchors = [pair for place, pair in enumerate(ordered) if place in kept]
    olds, news = [a for a, _ in anchors], [b for _, b in anchors]
    gaps: dict[int, tuple[list[int], list[int]]] = {}
    for index in old:
        gaps.setdefault(bisect_left(olds, index), ([], []))[0].append(index)
    for index in new:
        gaps.setdefault(bisect_left(news, index), ([], []))[1].append(index)
    found: Pairs = []
    for mine, theirs in gaps.values():
        if mine and theirs:
            found += _pair_gap(mine, theirs, likeness)
    return found


def _pair_gap(mine: list[int], theirs: list[int], likeness: Callable[[int, int, bool], float]) -> Pairs:
    alone = len(mine) == len(theirs) <= _FEW
    if len(mine) * len(theirs) > _MOST_IN_A_GAP:  # all is new: only neighbours by order are looked at
        candidates = list(zip(mine, theirs, strict=False))
    else:
        candidates = [(a, b) for a in mine for b in theirs]
    rank_old, rank_new = {a: i for i, a in enumerate(mine)}, {b: i for i, b in enumerate(theirs)}
    scored = [
        (-score, abs(rank_old[a] - rank_new[b]), a, b)
        for a, b in candidates
        if (score := likeness(a, b, alone)) > 0
    ]
    found: Pairs = []
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    for _, _, a, b in sorted(scored):
        if a not in taken_old and b not in taken_new:
            found.append((a, b))
            taken_old.add(a)
            taken_new.add(b)
    return found
