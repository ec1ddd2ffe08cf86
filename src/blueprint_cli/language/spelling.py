"""Did you mean: the nearest known word."""

from __future__ import annotations

import unicodedata
from functools import lru_cache, reduce
from operator import or_
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def closest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant, or None; among equals the first.

    Case, `-`, `_` and white space do not count; the rest may differ by a third of the word's length
    (optimal string alignment: insertions, deletions, substitutions, neighbours exchanged), and by one at least, words of a
    single letter apart.
    """
    written = _plain(word)
    best, best_distance = None, _most(written) + 1
    for candidate in known:
        distance = _distance(written, _plain(candidate), best_distance)
        if distance < best_distance:
            best, best_distance = candidate, distance
    return best


def only_candidate(word: str, known: Iterable[str]) -> str | None:
    """The known word that was meant, where just one comes into question: then it may be put in without asking.

    A word of one or two letters has no third that could differ: `b` is not a slip for `a`.
    """
    written = _plain(word)
    most = len(written) // 3
    near = [candidate for candidate in known if _distance(written, _plain(candidate), most + 1) <= most]
    return near[0] if len(near) == 1 else None


def _most(plain: str) -> int:
    return max(1, len(plain) // 3) if len(plain) > 1 else 0


class _Bare(dict[int, str]):
    """Characters without their accents, each worked out when it is first met."""

    def __missing__(self, point: int) -> str:
        parts = unicodedata.normalize("NFD", chr(point))
        self[point] = "".join(part for part in parts if not unicodedata.combining(part))
        return self[point]


class _Bits(dict[str, int]):
    """The bit of every character, worked out when it is first met; those of one alphabet have one each."""

    def __missing__(self, character: str) -> int:
        self[character] = 1 << ord(character) % 61
        return self[character]


_BARE = _Bare()
_bit_of = _Bits().__getitem__


@lru_cache(maxsize=16_384)
def letters_in(text: str) -> int:
    """Which characters there are, as bits: texts with few bits apart may be alike, and to see that costs next to nothing."""
    return reduce(or_, map(_bit_of, set(text)), 0)


def without_accents(text: str) -> str:
    """The text in small letters without accents, as words are compared: `Été` gives `ete`."""
    return text.casefold().translate(_BARE)


@lru_cache(maxsize=1024)
def _plain(word: str) -> str:
    return "".join(c for c in word.casefold() if c not in "-_" and not c.isspace())


def _distance(a: str, b: str, most: int) -> int:
    """Optimal string alignment distance, cut off at `most`."""
    if abs(len(a) - len(b)) >= most:
        return most
    # Every letter of one word that the other lacks costs an edit: cheap to count, and it tells most words apart. Which
    # letters there are is cheaper still than how often each is there.
    ours, theirs = letters_in(a), letters_in(b)
    if (ours & ~theirs).bit_count() >= most or (theirs & ~ours).bit_count() >= most:
        return most
    if max(len(a), len(b)) - _shared(a, b) >= most:
        return most
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        previous, row = row, [i]
        for j, y in enumerate(b, 1):
            cost = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) >= most:
            return most
        before = previous
    return row[-1]


def _shared(a: str, b: str) -> int:
    """How many letters the two words have in common, each as often as in both."""
    return sum(min(a.count(letter), b.count(letter)) for letter in set(a))
