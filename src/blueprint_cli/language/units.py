"""The units of time that people write, in French and English, and those that have no fixed length."""

from __future__ import annotations

from blueprint_cli.language.refusal import Refusal
from blueprint_cli.language.spelling import closest

SECOND, MINUTE, HOUR, DAY, WEEK = 1, 60, 3_600, 86_400, 604_800

UNITS: dict[str, int] = {
    **dict.fromkeys(("secondes", "seconde", "seconds", "second", "secs", "sec", "s"), SECOND),
    **dict.fromkeys(("minutes", "minute", "mins", "min", "mn", "m"), MINUTE),
    **dict.fromkeys(("heures", "heure", "hours", "hour", "hrs", "hr", "h"), HOUR),
    **dict.fromkeys(("jours", "jour", "days", "day", "jrs", "jr", "j", "d"), DAY),
    **dict.fromkeys(("semaines", "semaine", "weeks", "week", "wks", "wk", "sem", "w"), WEEK),
}
"""Seconds of each unit by its name in small letters without accents; the long names first, as proposals go by order."""

_NO_FIXED_LENGTH = frozenset(
    (
        *("mois", "month", "months", "mth", "mths"),
        *("an", "ans", "annee", "annees", "year", "years", "yr", "yrs"),
        *("trimestre", "trimestres", "quarter", "quarters", "semestre", "semestres", "siecle", "siecles"),
    )
)
_SHORTEST_GUESS = 3


def has_no_fixed_length(word: str) -> bool:
    """True for months, years and what is made of them; `word` in small letters without accents."""
    return word in _NO_FIXED_LENGTH


def read_unit(word: str, shown: str) -> int:
    """The seconds of a unit written in small letters without accents; `shown` names the whole text.

    Raises:
        Refusal: it is no unit, or one without a fixed length.
    """
    if word in UNITS:
        return UNITS[word]
    if word in _NO_FIXED_LENGTH:
        raise Refusal(
            f"{shown}: months and years have no fixed length", "write weeks or days: 30 days, 52 weeks"
        )
    # One letter is near everything: nothing is proposed for it, and nothing that short is proposed.
    near = closest(word, [unit for unit in UNITS if len(unit) >= _SHORTEST_GUESS]) if len(word) > 1 else None
    raise Refusal(
        f"{shown}: '{word}' is not a unit of time",
        f"did you mean {near}?" if near else "the units: s, min, h, days or jours, weeks or semaines",
    )
