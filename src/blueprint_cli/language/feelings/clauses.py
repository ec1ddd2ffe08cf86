"""A sentence as clauses of plain words: what stands in quotes is gone, and accents and capitals do not count."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from blueprint_cli.language.spelling import without_accents

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# What is quoted is said, clicked or read: a fact, whatever it says.
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"|‘[^’]*’|(?<!\w)'[^']*'(?!\w)|\([^)]*\)")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W_]+)*['’]?|\d+|[,;:.!?–—…]")
_CLAUSE_ENDS = frozenset(",;:.!?–—…")


class Word(NamedTuple):
    """One word: as it is compared, and where it stands."""

    plain: str
    start: int
    end: int


def clauses(text: str, conjunctions: frozenset[str]) -> Iterator[tuple[Word, ...]]:
    """The words of each clause; a comma, a colon or a conjunction ends one.

    Words are in small letters without accents; `n'est` and `isn't` are two words each, the first with its apostrophe or
    the second as `not`.
    """
    masked = _QUOTED.sub(lambda found: "\x00" * len(found[0]), text)
    words: list[Word] = []
    for found in _WORD.finditer(masked):
        token = without_accents(found[0]).replace("’", "'")
        if token in _CLAUSE_ENDS or token in conjunctions:
            if words:
                yield tuple(words)
            words = []
        else:
            words.append(Word(token, found.start(), found.end()))
    if words:
        yield tuple(words)


def words(text: str) -> frozenset[str]:
    """A list of words written as prose."""
    return frozenset(text.split())


Phrases = dict[str, tuple[tuple[str, ...], ...]]
"""Phrases by their first word."""


def phrases(text: str) -> Phrases:
    """A list of phrases written as prose, parted by slashes."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in text.split("/"):
        it = tuple(phrase.split())
        found.setdefault(it[0], []).append(it)
    return {first: tuple(them) for first, them in found.items()}


def signals(known: Iterable[frozenset[str]], *of_several: Phrases) -> frozenset[str]:
    """Words of which a sentence must have one to say any of what is known; of a phrase the longest one."""
    longest = (max(phrase, key=_weight) for some in of_several for them in some.values() for phrase in them)
    return frozenset(longest).union(*known)


def _weight(word: str) -> int:
    """A word with an apostrophe may be two words in a text."""
    return 0 if "'" in word else len(word)


def says_nothing_of(text: str, *signs: frozenset[str]) -> bool:
    """Whether a text has none of these words, which tells most sentences from feelings at once."""
    said = _WORD.findall(without_accents(text).replace("’", "'"))
    return all(some.isdisjoint(said) for some in signs)


def skip(plain: list[str], start: int, skipped: frozenset[str]) -> int:
    """The first position from `start` on whose word is not to be skipped."""
    while start < len(plain) and plain[start] in skipped:
        start += 1
    return start


def at_start(plain: list[str], known: Phrases) -> int:
    """The length of the phrase that the words start with; 0 is none."""
    if not plain:
        return 0
    return next((len(it) for it in known.get(plain[0], ()) if tuple(plain[: len(it)]) == it), 0)


def span(found: Sequence[Word], start: int, end: int) -> tuple[int, int]:
    """The offsets of a run of words."""
    return found[start].start, found[min(end, len(found)) - 1].end
