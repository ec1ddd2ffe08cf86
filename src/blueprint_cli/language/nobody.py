"""Words that stand where a name should: `?`, `TBD`, `à définir`, in English and French."""

from __future__ import annotations

import re
from functools import lru_cache

from blueprint_cli.language.spelling import without_accents

_WORDS = frozenset(
    (
        *("tbd", "tba", "tbc", "todo", "to do", "fixme", "xxx", "n/a", "n.a", "none", "nobody", "no one", "noone", "unassigned"),
        *("to be defined", "to be decided", "to be determined", "to be confirmed", "to be announced", "to define", "to assign"),
        *("unknown", "not known", "not defined", "undefined", "placeholder"),
        *("a definir", "a determiner", "a preciser", "a completer", "a confirmer", "a decider", "a designer", "a attribuer"),
        *("aucun", "aucune", "personne", "inconnu", "inconnue", "non defini", "non attribue", "sans objet", "s/o"),
    )
)  # fmt: skip
_SIGNS = " \t?!.,;:*_-–—…/()[]<>{}\u00a0\u202f"
_NOTED = re.compile(r"(?:todo|fixme|tbd)\b ?[:(]")


@lru_cache(maxsize=4096)
def stands_for_nobody(text: str) -> bool:
    """Whether a text holds the place of a name that nobody gave yet; signs around it, accents and case do not count.

    Words that are somebody's name somewhere, as `NA` or `X`, are taken for names.
    """
    plain = " ".join(without_accents(text).replace("-", " ").replace("_", " ").split())
    bare = plain.strip(_SIGNS)
    return not bare or bare in _WORDS or bool(re.fullmatch(r"x{3,}", bare)) or bool(_NOTED.match(plain))
