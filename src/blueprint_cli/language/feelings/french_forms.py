"""The forms of French adjectives and verbs, without accents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.language.spelling import without_accents

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_FEMININES = {
    "eux": "euse",
    "if": "ive",
    "er": "ere",
    "el": "elle",
    "ien": "ienne",
    "on": "onne",
    "eur": "euse",
    "s": "sse",
    "c": "que",
}
_OWN_FEMININES = {
    "beau": "belle",
    "bon": "bonne",
    "confus": "confuse",
    "conquis": "conquise",
    "court": "courte",
    "gras": "grasse",
    "inquiet": "inquiete",
    "jaloux": "jalouse",
    "long": "longue",
    "mauvais": "mauvaise",
    "nul": "nulle",
    "sec": "seche",
    "surpris": "surprise",
    "suspect": "suspecte",
    "sympa": "sympa",
    "vieillot": "vieillotte",
}
_ENDINGS = ("e", "es", "ent", "ons", "ez", "ait", "aient", "ais", "era", "eront", "erait", "er", "ant", "a")


def adjectives(masculines: Iterable[str]) -> frozenset[str]:
    """Masculine and feminine, singular and plural, of adjectives in their masculine form."""
    return frozenset(form for word in masculines for form in _forms(word))


def _forms(word: str) -> Iterator[str]:
    plain = without_accents(word)
    feminine = _OWN_FEMININES.get(plain) or _feminine(plain, accented=word.endswith("é"))
    yield from (plain, f"{plain}s", feminine, f"{feminine}s")


def _feminine(plain: str, *, accented: bool) -> str:
    for ending, new in _FEMININES.items():
        if plain.endswith(ending):
            return plain[: -len(ending)] + new
    return plain if plain.endswith("e") and not accented else f"{plain}e"


def causing(felt: Iterable[str]) -> frozenset[str]:
    """What makes somebody feel so: `frustré` gives `frustrant`."""
    return frozenset(_soft(without_accents(word[:-1])) + "ant" for word in felt if word.endswith("é"))


def _soft(stem: str) -> str:
    """`encouragé` gives `encourageant`."""
    return f"{stem}e" if stem.endswith("g") else stem


def verbs(infinitives: Iterable[str]) -> frozenset[str]:
    """The simple tenses of regular verbs in -er."""
    return frozenset(f"{_stem(verb)}{ending}" for verb in infinitives for ending in _ENDINGS)


def participles(infinitives: Iterable[str]) -> frozenset[str]:
    """The past participles of regular verbs in -er."""
    return frozenset(f"{_stem(verb)}{ending}" for verb in infinitives for ending in ("e", "ee", "es", "ees"))


def _stem(infinitive: str) -> str:
    return without_accents(infinitive)[:-2]
