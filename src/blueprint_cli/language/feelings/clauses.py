"""A sentence as clauses of plain words: what stands in quotes is gone, and accents and capitals do not count."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from blueprint_cli.language.spelling import without_accents

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# What is quoted is said, clicked or read: a fact, whatever it says.
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"|‘[^’]*’|(?<!\w)'[^']*'(?!\w)|\([^)]*\)")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W_]+)*['’]?|\d+|[,;:.!?–—…]")
_CLAUSE_ENDS = frozenset(",;:.!?–—…")


@dataclass(frozen=True, slots=True)
class Word:
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


def phrases(text: str) -> tuple[tuple[str, ...], ...]:
    """A list of phrases written as prose, parted by slashes."""
    return tuple(tuple(phrase.split()) for phrase in text.split("/"))


def skip(plain: list[str], start: int, skipped: frozenset[str]) -> int:
    """The first position from `start` on whose word is not to be skipped."""
    while start < len(plain) and plain[start] in skipped:
        start += 1
    return start


def at_start(plain: list[str], known: tuple[tuple[str, ...], ...]) -> int:
    """The length of the phrase that the words start with; 0 is none."""
    if not plain:
        return 0
    first = plain[0]
    return next((len(it) for it in known if it[0] == first and tuple(plain[: len(it)]) == it), 0)


def span(found: Sequence[Word], start: int, end: int) -> tuple[int, int]:
    """The offsets of a run of words."""
    return found[start].start, found[min(end, len(found)) - 1].end
