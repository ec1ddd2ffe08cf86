"""Feelings and judgements in English customer actions.

A clause is one when its predicate is: `is`, `feels`, `gets` … with a word of FEELINGS; a verb of EMOTION; `finds`,
`thinks` … with a word of JUDGEMENTS; or `has`, `loses` … with a noun of NOUNS. Only the head of a clause counts, so
that "reads how happy others are" stays a fact. The lists stand in `english_words`.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from blueprint_cli.language.feelings import english_words as known
from blueprint_cli.language.feelings.clauses import (
    Word,
    at_start,
    clauses,
    says_nothing_of,
    signals,
    skip,
    span,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_JUDGEMENTS = known.JUDGEMENTS | {
    f"{word[:-3]}ying" if word.endswith("ied") else f"{word[:-2]}ing"
    for word in known.FEELINGS - known.FELT_ONLY - known.DONE_TO
    if word.endswith("ed")
}
"""What is judged, and what makes somebody feel so: `baffled` gives `baffling`."""
_SIGNALS = signals(
    [
        *(known.FEELINGS, known.EMOTION, known.FEEL, known.NOUNS),
        *(known.JUDGING, known.MANNER, known.WITH),
    ],
    known.OPENINGS,
    known.FIXED,
)
_FURTHEST_SUBJECT, _FURTHEST_ADJECTIVE = 6, 3


def feeling(text: str, more: frozenset[str] = frozenset()) -> tuple[int, int] | None:
    """Where a feeling or judgement stands in a sentence, as offsets, or None for a fact.

    Args:
        text: one sentence.
        more: further adjectives and verbs of feeling, in the forms that are meant.
    """
    if says_nothing_of(text, _SIGNALS, more):
        return None
    for clause in clauses(text, known.CONJUNCTIONS):
        words = _split(clause)
        plain = [word.plain for word in words]
        for start in _predicate_starts(plain):
            length = _predicate(plain[start:], more)
            if length:
                return span(words, start, start + length)
        length = _bare_adjective(plain, more)
        if length:
            return span(words, 0, length)
    return None


def _split(words: Sequence[Word]) -> list[Word]:
    """Words with a contracted `not` or copula apart: `isn't` is `is` and `not`, `she's` is `she` and `'s`."""
    joined: list[Word] = []
    for word in words:
        before = joined[-1] if joined else None
        if before is not None and before.plain.endswith("'") and before.end == word.start:
            joined[-1] = Word(before.plain + word.plain, before.start, word.end)
        else:
            joined.append(word)
    return [part for word in joined for part in _parts(word)]


def _parts(word: Word) -> Iterator[Word]:
    head, _, tail = word.plain.partition("'")
    if word.plain.endswith("n't") and word.plain not in ("can't", "won't"):
        yield Word(word.plain[:-3], word.start, word.end)
        yield Word("not", word.start, word.end)
    elif tail in ("m", "re") or (tail == "s" and head in known.PRONOUNS):
        yield Word(head, word.start, word.end)
        yield Word(f"'{tail}", word.start, word.end)
    else:
        yield word


def _predicate_starts(plain: list[str]) -> Iterator[int]:
    """Where a predicate may start: at the first word, and after a subject."""
    yield 0
    if plain[0] in known.PRONOUNS or plain[0] in known.PEOPLE:
        yield 1
    elif plain[0] in known.DETERMINERS:
        for index in range(1, min(len(plain), _FURTHEST_SUBJECT)):
            if plain[index - 1] in known.BREAKS_SUBJECT:
                return
            yield index
    elif known.PLAIN_COPULAS.intersection(plain[2:3]) and known.BREAKS_SUBJECT.isdisjoint(plain[:2]):
        yield 2  # Mr Patel was
    elif len(plain) > 1 and not plain[0].endswith("s") and plain[1].endswith("s"):  # Nadia feels
        yield 1


def _predicate(plain: list[str], more: frozenset[str]) -> int:
    """How many words say a feeling at the start of these; 0 is none."""
    head = skip(plain, 0, known.ADVERBS | known.STARTS)
    for place in (0, head):
        phrase = at_start(plain[place:], known.OPENINGS)
        if phrase:
            return place + phrase
    if head >= len(plain):
        return 0
    return (
        _after_feel(plain, head)
        or _after_copula(plain, head, more)
        or _emotion(plain, head, more)
        or _having(plain, head)
        or _judging(plain, head)
        or _with_feeling(plain)
        or _leaving(plain, head)
    )


def _after_feel(plain: list[str], head: int) -> int:
    """`feels lost`, `feels that nobody cares`, `feels like a number`: whatever follows, but for feeling with the hand."""
    if plain[head] not in known.FEEL or head + 1 >= len(plain):
        return 0
    if plain[head + 1] == "that":
        return len(plain)
    after = skip(plain, head + 1, known.ADVERBS)
    if after >= len(plain) or (plain[after] in known.BODY and "of" not in plain[after : after + 2]):
        return 0
    degree = plain[head + 1] == "a" and plain[head + 2 : head + 3] in (["bit"], ["little"], ["lot"])
    by_hand = not degree and (plain[after] in known.TOUCHED or plain[head + 1] in ("a", "an"))
    inside = known.NOUNS | known.PRESSURES
    return 0 if by_hand and not inside.intersection(plain[after : after + 4]) else after + 1


def _after_copula(plain: list[str], head: int, more: frozenset[str]) -> int:
    if plain[head] not in known.COPULAS or plain[head] in known.FEEL:
        return 0
    after = skip(plain, head + 1, known.ADVERBS | known.BECOMING)
    for place in (after, head + 1):
        phrase = at_start(plain[place:], known.FIXED)
        if phrase:
            return place + phrase
    if after >= len(plain):
        return 0
    if plain[after].endswith("ing") and plain[after] in known.EMOTION:  # is dreading
        return after + 1
    if plain[after] not in known.FEELINGS and plain[after] not in more:
        return 0
    return 0 if _is_a_fact(plain, head, after) else after + 1


def _is_a_fact(plain: list[str], head: int, after: int) -> bool:
    """`is moved to another ward`, `gets lost`, `gets interested parties together`."""
    word = plain[after]
    following = plain[after + 1] if after + 1 < len(plain) else ""
    done_to = word in known.FELT_ONLY and word not in known.NEVER_DONE_TO
    if plain[head] in known.GET and (done_to or _goes_with_noun(following)):
        return True
    if plain[head] in known.PLAIN_COPULAS and not (plain[head] in known.GET and not done_to):
        return word in known.FELT_ONLY and bool(following) and following not in known.CAUSES
    far = after > head + _FURTHEST_ADJECTIVE
    return far or (bool(following) and following not in known.WHY and following not in known.ADVERBS)


def _goes_with_noun(following: str) -> bool:
    goes_on = following in known.WHY or following in known.ADVERBS or following.endswith("ing")
    return bool(following) and not goes_on


def _emotion(plain: list[str], head: int, more: frozenset[str]) -> int:
    word = plain[head]
    if word not in known.EMOTION and word not in more:
        return 0
    after = plain[head + 1 : head + 5]
    clicked = word in known.CLICKED and (not after or known.LIKED_THINGS.intersection(after))
    clicked = clicked or bool(known.NAMED_THINGS.intersection(after[:1]))
    an_ailment = word in known.SUFFERING and after[:1] in (["a"], ["an"]) and known.NOUNS.isdisjoint(after)
    return 0 if clicked or an_ailment else head + 1


def _having(plain: list[str], head: int) -> int:
    if plain[head] not in known.HAVING:
        return 0
    after = skip(plain, head + 1, known.ADVERBS | known.BEFORE_NOUN)
    return after + 1 if after < len(plain) and plain[after] in known.NOUNS else 0


def _with_feeling(plain: list[str]) -> int:
    """`waits with impatience`, `waits anxiously`: what is done is a fact, how it is done is not."""
    manner = next((at + 1 for at, word in enumerate(plain) if word in known.MANNER), 0)
    if manner:
        return manner
    pairs = pairwise(plain[1:])
    return next((at + 3 for at, (a, b) in enumerate(pairs) if a == "with" and b in known.WITH), 0)


def _leaving(plain: list[str], head: int) -> int:
    """`leaves the shop disappointed`: the last word says how."""
    felt = plain[-1] in known.FEELINGS and plain[-1] not in known.FELT_ONLY
    return len(plain) if plain[head] in known.LEAVING and felt and len(plain) > head + 1 else 0


def _judging(plain: list[str], head: int) -> int:
    word, rest = plain[head], plain[head + 1 :]
    if word not in known.JUDGING or not rest:
        return 0
    if word in known.THINKING and rest[0] not in known.ABOUT:
        whole = rest[0] == "that" or any(verb in rest for verb in known.CLAUSE_VERBS)
        if whole:
            return len(plain)
    found = _judged(rest)
    return head + 1 + found if found else 0


def _judged(rest: list[str]) -> int:
    """`the form too long`, `the site confusing`; `a great restaurant` is none."""
    for index in range(1, len(rest)):
        following = rest[index + 1] if index + 1 < len(rest) else ""
        if rest[index] == "too" and following:
            return index + 2
        before_noun = rest[index - 1] in known.BEFORE_JUDGED_NOUN
        if rest[index] in _JUDGEMENTS and not before_noun and (not following or following in known.WHY):
            return index + 1
    return 0


def _bare_adjective(plain: list[str], more: frozenset[str]) -> int:
    """`Annoyed by the queue`, `Very happy`; `Satisfied customers leave a review` is none."""
    phrase = at_start(plain, known.FIXED)
    if phrase and (len(plain) == phrase or plain[phrase] in known.WHY):  # fed up with waiting
        return phrase
    start = skip(plain, 0, known.ADVERBS)
    if start >= len(plain) or (plain[start] not in known.FEELINGS and plain[start] not in more):
        return 0
    following = plain[start + 1] if start + 1 < len(plain) else ""
    return start + 1 if not following or following in known.WHY else 0
