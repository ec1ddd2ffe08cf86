"""Feelings and judgements in French customer actions.

A clause is one when its predicate is: `se sent`; `est`, `reste`, `devient` … with a word of FEELINGS in any of its
forms; a verb of EMOTION or of REFLEXIVE; `trouve`, `juge` … with a word of JUDGEMENTS; or `a`, `éprouve`, `perd` … with
a noun of NOUNS. Words are compared without accents; only the head of a clause counts, so that "reçoit un mail de
satisfaction" stays a fact. The lists stand in `french_words`.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from blueprint_cli.language.feelings import french_words as known
from blueprint_cli.language.feelings.clauses import at_start, clauses, says_nothing_of, signals, skip, span
from blueprint_cli.language.feelings.french_forms import adjectives, causing, participles, verbs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_FEELINGS = adjectives(known.FEELINGS)
_JUDGEMENTS = adjectives(known.JUDGEMENTS | causing(known.FEELINGS))
_EMOTION, _FELT = verbs(known.EMOTION) | known.IRREGULAR, participles(known.EMOTION)
_REFLEXIVE = verbs(known.REFLEXIVE) | known.REFLEXIVE_IRREGULAR
_REFLEXIVE_PAST = participles(known.REFLEXIVE) | known.REFLEXIVE_PARTICIPLES
_SIGNALS = signals(
    [
        *(_FEELINGS, _EMOTION, _FELT, _REFLEXIVE, _REFLEXIVE_PAST, known.FEEL, known.NOUNS, known.EXPERIENCE),
        *(known.JUDGING, known.THINKING, known.LIVED, known.MANNER, known.WITH),
    ],
    known.PHRASES,
    known.FIXED,
)
_AFTER_NAME = ("ne", "n'", "se", "s'")
_FURTHEST_SUBJECT, _FURTHEST_ADJECTIVE = 6, 4


def feeling(text: str, more: frozenset[str] = frozenset()) -> tuple[int, int] | None:
    """Where a feeling or judgement stands in a sentence, as offsets, or None for a fact.

    Args:
        text: one sentence.
        more: further adjectives and verbs of feeling, in the forms that are meant.
    """
    if says_nothing_of(text, _SIGNALS, more):
        return None
    for words in clauses(text, known.CONJUNCTIONS):
        plain = [word.plain for word in words]
        for start in _predicate_starts(plain):
            length = _predicate(plain[start:], more)
            if length:
                return span(words, start, start + length)
        length = _bare_adjective(plain, more)
        if length:
            return span(words, 0, length)
    return None


def _predicate_starts(plain: list[str]) -> Iterator[int]:
    """Where a predicate may start: at the first word, and after a subject."""
    yield 0
    if plain[0] in known.SUBJECTS:
        yield 1
    elif plain[0] in known.DETERMINERS:
        for index in range(2, min(len(plain), _FURTHEST_SUBJECT)):
            if plain[index - 1] in known.BREAKS_SUBJECT:
                return
            yield index
    elif len(plain) > 1 and (plain[1] in _AFTER_NAME or plain[1] in _EMOTION or plain[1] in known.ETRE):
        yield 1
    elif known.ETRE.union(_AFTER_NAME).intersection(plain[2:3]):  # Mme Benali est
        yield 2


def _predicate(plain: list[str], more: frozenset[str]) -> int:
    """How many words say a feeling at the start of these; 0 is none."""
    if not plain:
        return 0
    phrase = at_start(plain, known.PHRASES)
    if phrase:
        return phrase
    if plain[0] in known.BEGINNING:
        after = skip(plain, 1, known.AFTER_BEGINNING)
        inner = _predicate(plain[after:], more) if after > 1 else 0
        return after + inner if inner else 0
    head = skip(plain, 0, known.BEFORE_VERB)
    if head >= len(plain):
        return 0
    tries: list[Callable[[], int]] = [
        lambda: _after_copula(plain, head, more),
        lambda: _emotion(plain, head, more),
        lambda: _having(plain, head),
        lambda: _judging(plain, head),
        lambda: _living(plain, head),
        lambda: _with_feeling(plain),
        lambda: _leaving(plain, head),
    ]
    if known.REFLEXIVES.intersection(plain[:head]):
        tries[1] = lambda: 0
        tries.insert(0, lambda: _reflexive(plain, head))
    return next((found for attempt in tries if (found := attempt())), 0)


def _reflexive(plain: list[str], head: int) -> int:
    word = plain[head]
    if word in known.FEEL and plain[head + 1 :] and plain[-1] in known.BODY:  # se sent mal
        return 0
    if word in known.FEEL:  # se sent: whatever follows
        return min(head + 2, len(plain))
    if word in known.ETRE:  # s'est énervé
        after = skip(plain, head + 1, known.ADVERBS)
        return after + 1 if after < len(plain) and plain[after] in _REFLEXIVE_PAST else 0
    return head + 1 if word in _REFLEXIVE else 0


def _after_copula(plain: list[str], head: int, more: frozenset[str]) -> int:
    if plain[head] not in known.COPULAS:
        return 0
    after = skip(plain, head + 1, known.ADVERBS)
    # `en`, `à` and `de` are adverbs in `tout à fait`, and the start of a phrase in `en colère`.
    for place in (head + 1, skip(plain, head + 1, known.ADVERBS - {"en", "a", "de"}), after):
        phrase = at_start(plain[place:], known.FIXED)
        if phrase:
            return place + phrase
    if after >= len(plain) or (plain[after] not in _FEELINGS and plain[after] not in more):
        return 0
    far = plain[head] not in known.ETRE and after > head + _FURTHEST_ADJECTIVE
    return 0 if far or _is_a_fact(plain, head, after) else after + 1


def _is_a_fact(plain: list[str], head: int, after: int) -> bool:
    """`est attendu`, `est touché à l'épaule`: a word that is a feeling only after `se sent`, or with a cause or a degree."""
    word = plain[after]
    following = plain[after + 1] if after + 1 < len(plain) else ""
    if word.startswith("satisfait") and following == "a":  # satisfaire à une exigence
        return True
    stem = word.removesuffix("s")
    stems = {stem, stem.removesuffix("e")}
    doubtful = not stems.isdisjoint(known.FELT_ONLY)
    if following == "par" and not stems.isdisjoint(known.DONE_TO):
        return after == head + 1
    alone = not following and stem.rstrip("e") in known.WOUNDED
    return doubtful and after == head + 1 and (alone or bool(following)) and following not in known.CAUSES


def _emotion(plain: list[str], head: int, more: frozenset[str]) -> int:
    place = head
    if plain[head] in known.AVOIR:  # a adoré
        place = skip(plain, head + 1, known.ADVERBS)
        if place >= len(plain) or plain[place] not in _FELT:
            return 0
    elif plain[head] not in _EMOTION and plain[head] not in more:
        return 0
    word, following = plain[place], plain[place + 1 : place + 4]
    clicked = word.startswith("aim") and known.LIKED_THINGS.intersection(following)
    a_noun = following[:1] and following[0] in known.NOUN_BEFORE.get(word, ())
    an_ailment = (
        word in known.SUFFERING and following[:1] in (["d'"], ["de"]) and following[1:2] in (["un"], ["une"])
    )
    return 0 if clicked or a_noun or an_ailment else place + 1


def _having(plain: list[str], head: int) -> int:
    word = plain[head]
    if word not in known.HAVING:
        return 0
    after = skip(plain, head + 1, known.ADVERBS | known.BEFORE_NOUN)
    if after < len(plain) and plain[after] in known.NOUNS:
        return after + 1
    if after >= len(plain) or plain[after] in known.BODY:
        return 0
    return len(plain) if word in known.EXPERIENCE else 0


def _with_feeling(plain: list[str]) -> int:
    """`attend avec impatience`, `attend impatiemment`: what is done is a fact, how it is done is not."""
    manner = next((at + 1 for at, word in enumerate(plain) if word in known.MANNER), 0)
    if manner:
        return manner
    pairs = pairwise(plain[1:])
    return next((at + 3 for at, (a, b) in enumerate(pairs) if a == "avec" and b in known.WITH), 0)


def _leaving(plain: list[str], head: int) -> int:
    """`quitte la boutique déçu`: the last word says how."""
    stem = plain[-1].removesuffix("s").removesuffix("e")
    felt = plain[-1] in _FEELINGS and stem not in known.FELT_ONLY
    return len(plain) if plain[head] in known.LEAVING and felt and len(plain) > head + 1 else 0


def _judging(plain: list[str], head: int) -> int:
    if plain[head] in known.AVOIR and plain[head + 1 : head + 2] in (["trouve"], ["juge"], ["estime"]):
        head += 1
    word = plain[head]
    start = skip(plain, head + 1, frozenset({"pas", "plus"}))
    rest = plain[start:]
    if not rest:
        return 0
    if word in known.THINKING and rest[0] in ("que", "qu'"):
        return len(plain)
    if word not in known.JUDGING:
        return 0
    if rest[0] in known.DEGREES and len(rest) > 1:  # trouve trop cher
        return start + 2
    if rest[0] in _JUDGEMENTS:  # trouve injuste
        return start + 1
    found = _judged(rest) if rest[0] in known.DEFINITE else 0
    return start + found if found else 0


def _living(plain: list[str], head: int) -> int:
    """`vit l'attente comme un affront`: one thing lived as another."""
    return len(plain) if plain[head] in known.LIVED and "comme" in plain[head + 2 : -1] else 0


def _judged(rest: list[str]) -> int:
    """`le formulaire trop long`: an adjective after the noun; `le bon formulaire` and `moins cher ailleurs` are none."""
    for index in range(1 if rest[0] in known.PRONOUNS else 2, len(rest)):
        following = rest[index + 1] if index + 1 < len(rest) else ""
        if rest[index] in known.INTENSIFIERS and following:
            return index + 2
        compared = rest[index - 1] in known.COMPARED or rest[index - 1] in known.DETERMINERS
        if rest[index] in _JUDGEMENTS and not compared and (not following or following in known.WHY):
            return index + 1
    return 0


def _bare_adjective(plain: list[str], more: frozenset[str]) -> int:
    """`Déçu par la réponse`, `Très contente`; `Client mécontent` is none."""
    phrase = at_start(plain, known.FIXED)
    if phrase and (len(plain) == phrase or plain[phrase] in known.WHY):  # en colère contre le vendeur
        return phrase
    start = skip(plain, 0, known.ADVERBS)
    if start >= len(plain) or (plain[start] not in _FEELINGS and plain[start] not in more):
        return 0
    following = plain[start + 1] if start + 1 < len(plain) else ""
    if plain[start].startswith("satisfait") and following in ("a", "aux", "au"):
        return 0
    return start + 1 if not following or following in known.WHY else 0
