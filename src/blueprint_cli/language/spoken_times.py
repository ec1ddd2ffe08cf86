"""A written time as people say it in a language: `18 d` is `18 j` in French, `PT48H` is `48 h`; it reads back to the same time."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from blueprint_cli.language.durations import read_duration
from blueprint_cli.language.refusal import Refusal
from blueprint_cli.language.spelling import without_accents

if TYPE_CHECKING:
    from collections.abc import Hashable

    from blueprint_cli.language.words import Lang

_FRENCH = {
    "d": "j", "day": "jour", "days": "jours", "week": "semaine", "weeks": "semaines", "wk": "sem", "wks": "sem", "w": "sem", "hour": "heure",
    "hours": "heures", "hr": "h", "hrs": "h", "second": "seconde", "seconds": "secondes", "to": "à", "unknown": "inconnu",
    "instantly": "instantané", "immediate": "immédiat", "immediately": "immédiat",
}  # fmt: skip
_ENGLISH = {
    "j": "d", "jr": "d", "jrs": "d", "jour": "day", "jours": "days", "semaine": "week", "semaines": "weeks", "sem": "w", "heure": "hour",
    "heures": "hours", "seconde": "second", "secondes": "seconds", "a": "to", "inconnu": "unknown", "inconnue": "unknown", "mn": "min",
    "instantane": "instant", "immediat": "immediate", "immediatement": "immediately",
}  # fmt: skip
# The units of working time are marked, so that the word order of the other language can be given to them.
_WORKING = re.compile(r"\b(?:working|business) (days?|hours?)\b", re.IGNORECASE)
_OPEN = re.compile(r"\b(jours?|heures?|j|h) ouvr[ée]e?s?(?!\w)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_WORKING_TIME: dict[str, str] = {
    "jour": "jour ouvré", "jours": "jours ouvrés", "heure": "heure ouvrée", "heures": "heures ouvrées",
    "day": "working day", "days": "working days", "d": "working days",
    "hour": "working hour", "hours": "working hours", "h": "working hours",
}  # fmt: skip
_ISO = re.compile(r"\bP(?:T?\d[\d.,]*[WDHMS])+(?!\w)")
_ISO_PIECE = re.compile(r"(T)|([\d.,]+)([WDHMS])")
_ISO_UNITS = {"W": "w", "D": "d", "H": "h", "S": "s"}
_GLUED = re.compile(r"(?<=[\d½¼¾])(?=[^\W\d_½¼¾])|(?<=[^\W\d_½¼¾])(?=\d)")
_MARKED = re.compile("\x00([^\x00]*)\x00")


@lru_cache(maxsize=4096)
def spoken_time(text: str, lang: Lang) -> str:
    """The same time with its units in the language, apart from their figures; as it is where that would say another time."""
    meaning = _meaning(text)
    for plain in (_GLUED.sub(" ", _ISO.sub(_said, text)), text):
        spoken = _spoken(plain, lang)
        if meaning is not None and _meaning(spoken) == meaning:
            return spoken
    return text


def _said(found: re.Match[str]) -> str:
    """`PT1H30M` as `1 h 30 min`."""
    units = _ISO_UNITS
    pieces = []
    for time, figures, unit in _ISO_PIECE.findall(found[0]):
        if time:
            units = {**_ISO_UNITS, "M": "min"}
        else:
            pieces.append(f"{figures} {units.get(unit, unit)}")
    return " ".join(pieces)


def _spoken(text: str, lang: Lang) -> str:
    working, table = (_WORKING, _FRENCH) if lang == "fr" else (_OPEN, _ENGLISH)
    marked = working.sub(lambda found: f"\x00{found[1].lower()}\x00", text)
    turned = _WORD.sub(lambda found: table.get(without_accents(found[0]), found[0]), marked)
    return _MARKED.sub(lambda found: _WORKING_TIME.get(found[1], found[1]), turned)


def _meaning(text: str) -> Hashable:
    """What a time says; None for what is none."""
    try:
        time = read_duration(text)
    except Refusal:
        return None
    return time.low, time.likely, time.high, time.clock, time.approximate, time.unknown
