"""Whether two cells say the same: times by their length, texts whatever their typography, days however they are written."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from blueprint_cli.language.refusal import Refusal
from blueprint_cli.language.typography import NO_BREAK, typeset
from blueprint_cli.language.words import words
from blueprint_cli.workbook.anchors import day_of
from blueprint_cli.workbook.reading.cells import as_text, whole_number

if TYPE_CHECKING:
    from collections.abc import Hashable

    from blueprint_cli.language.durations import Duration
    from blueprint_cli.language.words import Lang
    from blueprint_cli.workbook.anchors import Kind
    from blueprint_cli.workbook.reading.cells import Value

YES = ("yes", "y", "oui", "o", "true", "vrai", "x", "✓", "✔", "1")
NO = ("", "no", "n", "non", "false", "faux", "0", "-", "–")
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?\Z", re.ASCII)
_FRENCH_DAY = re.compile(r"(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})\Z", re.ASCII)
_SIGNS = re.compile(r"[\W_]+")
FIRST_LIKELY_DAY, LAST_LIKELY_DAY = 40_000, 60_000
"""Days of 2009 to 2064 as spreadsheets count them: what becomes of `2-5` when somebody types it; in minutes four weeks."""
_DAYS_OF_1904 = 1462
_MINUTES_A_DAY, _MINUTES_AN_HOUR = 24 * 60, 60


class Reading(NamedTuple):
    """How cells are read: the language that they are in, and where their dates count from."""

    lang: Lang
    from_1904: bool = False

    def fold(self, value: Value) -> str:
        """A text in which typography and spaces make no difference."""
        return _folded(as_text(value), self.lang)

    def same(self, kind: Kind, one: Value, other: Value) -> bool:
        """Whether two values of a field say the same."""
        if one is other or one == other:
            return True
        return self.meaning(kind, one) == self.meaning(kind, other)

    def meaning(self, kind: Kind, value: Value) -> Hashable:
        """What a value says, comparable with others of its kind; its folded text where it cannot be understood."""
        text = as_text(value)
        if kind == "flag":
            return is_yes(value) if is_yes(value) is not None else self.fold(value)
        if not text:
            return ""
        found: Hashable = None
        if kind == "time":
            found = _length(value)
        elif kind == "emotion":
            found = whole_number(value)
        elif kind == "day":
            found = self.day(value)
        elif kind == "share":
            found = share_of(value)
        elif kind == "level":
            found = level_of(text)
        return self.fold(value) if found is None else (kind, found)

    def day(self, value: Value) -> date | None:
        """The day that a cell says, as a number, `2027-01-31` or `31/01/2027`."""
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return day_of(value + (_DAYS_OF_1904 if self.from_1904 else 0)) if value > 0 else None
        text = as_text(value)
        found = _ISO_DAY.match(text)
        if found:
            return _day(int(found[1]), int(found[2]), int(found[3]))
        found = _FRENCH_DAY.match(text)
        if not found:
            return None
        first, second, year = (int(part) for part in found.groups())
        return _day(year, second, first)

    def spoken_day(self, day: date) -> str:
        """A day as the language of the cells writes it."""
        return f"{day:%d/%m/%Y}" if self.lang == "fr" else day.isoformat()


def is_likely_day(day: date) -> bool:
    """Whether a number in a cell was meant as that day: it is not long ago, and not far away."""
    first, last = day_of(FIRST_LIKELY_DAY), day_of(LAST_LIKELY_DAY)
    return first is not None and last is not None and first <= day <= last


def is_yes(value: Value) -> bool | None:
    """Yes, no, or neither."""
    if isinstance(value, bool):
        return value
    word = as_text(value).casefold()
    return True if word in YES else False if word in NO else None


_LEVELS_MEANT = {
    **dict.fromkeys(("élevé", "élevée", "haut", "haute"), "high"),
    **dict.fromkeys(("bas", "basse"), "low"),
}
"""Words that people type for a level beside those that the drop-downs offer."""


def level_of(text: str) -> str | None:
    """`low`, `medium` or `high`, in either language."""
    said = text.casefold()
    if said in _LEVELS_MEANT:
        return _LEVELS_MEANT[said]
    for table in (words("en"), words("fr")):
        for names in (table.severities, table.degrees):
            for level, name in names.items():
                if said in (name.casefold(), level):
                    return level
    return None


def share_of(value: Value) -> float | None:
    """A share from 0 to 1, of a number or of a text such as `15 %`."""
    from blueprint_cli.language.shares import read_share

    try:
        share = read_share(value if isinstance(value, (int, float)) else as_text(value))
    except Refusal:
        return None
    return round(float(share), 9)


def time_of(value: Value) -> Duration:
    """The time that a cell says; a number is a number of minutes.

    Raises:
        Refusal: it says no time.
    """
    from blueprint_cli.language.durations import MINUTE, read_duration

    if isinstance(value, (int, float)) and not isinstance(value, bool):
        number = as_text(value)
        if 0 < value < 1:
            hours, minutes = divmod(round(value * _MINUTES_A_DAY), _MINUTES_AN_HOUR)
            raise Refusal(
                f"{number} is perhaps a time of day ({hours}:{minutes:02}): a number here is a number of minutes",
                f"write {hours} h {minutes:02}, or {hours} min {minutes:02}",
            )
        if FIRST_LIKELY_DAY <= value <= LAST_LIKELY_DAY:
            raise Refusal(
                f"{number} is perhaps a date: a number here is a number of minutes",
                "write 30 s, 2 h 30, 31 days",
            )
        if value < 0 or (isinstance(value, float) and not (value * MINUTE).is_integer()):
            raise Refusal(f"{number} is no number of minutes", "write 12 for minutes, or 2 h 30, 3 days")
        return read_duration(f"{number} min") if value else read_duration("instant")
    return read_duration(as_text(value))


def _length(value: Value) -> Hashable:
    try:
        found = time_of(value)
    except Refusal:
        return None
    return found.low, found.likely, found.high, found.clock, found.approximate, found.unknown


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def bare(text: str) -> str:
    """The letters and figures of a text: texts that say the same have the same ones, and they are found quickly."""
    return _SIGNS.sub("", unicodedata.normalize("NFC", text))


@lru_cache(maxsize=16_384)
def _folded(text: str, lang: Lang) -> str:
    if not text:
        return ""
    return " ".join(typeset(unicodedata.normalize("NFC", text), lang).replace(NO_BREAK, " ").split())
