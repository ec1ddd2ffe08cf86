"""Times as people write them, in French and English, exact to the second.

One reader for `2h30`, `48 h`, `3 j`, `2-5 days`, `2 jours ouvrés`, `PT30S`, `instant`, `unknown` and `{min, likely, max}`.
Months and years have no fixed length and are refused, like everything that two readers could take for two times.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

from blueprint_cli.language.refusal import Refusal
from blueprint_cli.language.spelling import closest

SECOND, MINUTE, HOUR, DAY, WEEK = 1, 60, 3_600, 86_400, 604_800
LONGEST = 100 * 366 * DAY

Clock = Literal["calendar", "open-hours", "open-days"]

_UNITS: dict[str, int] = {
    **dict.fromkeys(("s", "sec", "secs", "seconde", "secondes", "second", "seconds"), SECOND),
    **dict.fromkeys(("m", "mn", "min", "mins", "minute", "minutes"), MINUTE),
    **dict.fromkeys(("h", "hr", "hrs", "heure", "heures", "hour", "hours"), HOUR),
    **dict.fromkeys(("j", "jr", "jrs", "jour", "jours", "d", "day", "days"), DAY),
    **dict.fromkeys(("sem", "semaine", "semaines", "w", "wk", "wks", "week", "weeks"), WEEK),
}
_NO_FIXED_LENGTH = (
    "mois",
    "month",
    "months",
    "an",
    "ans",
    "annee",
    "annees",
    "year",
    "years",
    "yr",
    "yrs",
    "trimestre",
    "quarter",
)
_INSTANT = ("instant", "instantane", "immediat", "immediate", "immediately")
_UNKNOWN = ("unknown", "inconnu", "inconnue")
_QUARTERS = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}
_MOST_DIGITS, _MOST_TEXT = 12, 60

_PIECE = re.compile(r"\s*(\d{1,12}(?:[.,]\d{1,12})?)?([½¼¾])?\s*([a-z]+)?", re.ASCII)
_RANGE = re.compile(r"\s*(?:\.\.+|-|\bto\b|\ba\b)\s*")
_OPEN = re.compile(r"(?:ouvre(?:e|es|s)?|working|business)\b")
_OPEN_FRENCH = re.compile(r"\s+ouvre(?:e|es|s)?\s*\Z")
_OPEN_ENGLISH = re.compile(r"\b(?:working|business)\s+(?=[a-z])")
_NUMBER = r"(\d{1,12}(?:[.,]\d{1,12})?)"
_ISO = re.compile(
    rf"p(?:{_NUMBER}w)?(?:{_NUMBER}d)?(?:t(?:{_NUMBER}h)?(?:{_NUMBER}m)?(?:{_NUMBER}s)?)?\Z", re.ASCII
)
_ISO_LIKE = re.compile(r"p[t\d]", re.ASCII)

WRITE = "write 30 min, 2 h 30, 3 days, 2-5 days, instant or unknown"


@dataclass(frozen=True, slots=True)
class Duration:
    """A time, or a range of times, in whole seconds.

    Attributes:
        low, high: the ends of the range; equal for a single time.
        likely: what happens most often, or None when it was not said.
        clock: `calendar` runs around the clock; `open-hours` and `open-days` count open time only, where a working day
            stands for 86,400 nominal seconds that a calendar scales to its own day.
        approximate: written with a leading `~`.
        unknown: known to be unknown; the other figures are 0.
        text: as it was written.
    """

    low: int
    likely: int | None
    high: int
    clock: Clock = "calendar"
    approximate: bool = False
    unknown: bool = False
    text: str = ""

    @property
    def is_range(self) -> bool:
        """True when the two ends differ."""
        return self.low != self.high

    @property
    def mean(self) -> Fraction:
        """The PERT mean (min + 4 likely + max) / 6 in seconds; likely is the middle when it was not said."""
        likely = Fraction(self.low + self.high, 2) if self.likely is None else self.likely
        return (self.low + 4 * likely + self.high) / Fraction(6)

    @property
    def upper(self) -> int:
        """What a target, limit or promise counts as: its upper end in seconds."""
        return self.high


def read_duration(value: Any) -> Duration:
    """A time of the file: a text, `{min, likely, max}`, or a Duration, which is given back.

    Raises:
        Refusal: the text says no time, or one that cannot be taken in one way only.
    """
    if isinstance(value, Duration):
        return value
    if isinstance(value, dict):
        return _three_points(value)
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        raise Refusal("a time is wanted here", WRITE)
    if not isinstance(value, str):
        raise Refusal(f"a time without a unit: {value}", f"write {value} min, {value} h or {value} days")
    return _read_text(value)


def _three_points(value: dict[Any, Any]) -> Duration:
    unknown = next((key for key in value if key not in ("min", "likely", "max")), None)
    if unknown is not None:
        near = closest(str(unknown), ("min", "likely", "max"))
        raise Refusal(
            f"'{unknown}' is not a key of a time",
            f"did you mean {near}?" if near else "write {min: 1 h, likely: 2 h, max: 6 h}",
        )
    said = {key: read_duration(item) for key, item in value.items() if item is not None}
    if "min" not in said or "max" not in said:
        raise Refusal("a range needs its two ends", "write {min: 1 h, max: 6 h}")
    points = [said[key] for key in ("min", "likely", "max") if key in said]
    if any(point.is_range or point.unknown for point in points) or len({point.clock for point in points}) > 1:
        raise Refusal(
            "each end of a range is one time, all on the same clock",
            "write {min: 1 h, likely: 2 h, max: 6 h}",
        )
    if [point.low for point in points] != sorted(point.low for point in points):
        raise Refusal("the range is not in order", "write min, likely, max from the shortest to the longest")
    likely = said["likely"].low if "likely" in said else None
    text = " / ".join(point.text for point in points)
    return Duration(
        points[0].low,
        likely,
        points[-1].low,
        points[0].clock,
        any(point.approximate for point in points),
        text=text,
    )


def _read_text(written: str) -> Duration:
    plain = _plain(written)
    approximate = plain.startswith("~")
    plain = plain.removeprefix("~").strip()
    shown = (
        f"'{written.strip()}'" if len(written) <= _MOST_TEXT else f"'{written.strip()[: _MOST_TEXT - 3]}...'"
    )
    if plain in _UNKNOWN:
        return Duration(0, None, 0, unknown=True, text=written.strip())
    _refuse_what_is_no_time(plain, shown)
    ends = _RANGE.split(plain, maxsplit=1)
    first, second = (ends[0], ends[1]) if len(ends) > 1 else (plain, "")
    high, clock = _single(second or first, shown)
    low = high if not second else _lower_end(first, second, clock, shown)
    if low > high:
        raise Refusal(f"{shown}: the range is not in order", "write the shorter time first")
    return Duration(low, None if second else low, high, clock, approximate, text=written.strip())


def _plain(written: str) -> str:
    """Lower case, without accents, with plain spaces and hyphens; fractions stay."""
    text = written.casefold().replace("\u00a0", " ").replace("\u202f", " ").replace("–", "-").strip()
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def _refuse_what_is_no_time(plain: str, shown: str) -> None:
    if not plain:
        raise Refusal("the time is empty", WRITE)
    if len(plain) > _MOST_TEXT:
        raise Refusal(f"{shown} is too long for a time", WRITE)
    if ":" in plain:
        raise Refusal(f"{shown}: is it hours and minutes, or minutes and seconds?", "write 1 h 30 or 90 s")
    if plain.startswith("-"):
        raise Refusal(f"{shown}: a time cannot be negative", "write it without the sign")
    if "ouvrable" in plain:
        raise Refusal(f"{shown}: 'ouvrables' counts Saturdays", "write jours ouvrés, or plain days")


def _lower_end(first: str, second: str, clock: Clock, shown: str) -> int:
    bare = re.fullmatch(r"\s*\d{1,12}(?:[.,]\d{1,12})?[½¼¾]?\s*|\s*[½¼¾]\s*", first, re.ASCII)
    if bare:
        unit = re.search(r"[a-z]+", second)
        first = f"{first.strip()} {unit[0] if unit else ''}"
        return _single(first, shown)[0]
    low, low_clock = _single(first, shown)
    if low_clock != clock:
        raise Refusal(
            f"{shown}: the two ends run on different clocks", "write both in working time, or neither"
        )
    return low


def _single(plain: str, shown: str) -> tuple[int, Clock]:
    """Seconds and clock of one time, without range or sign."""
    if plain in _INSTANT:
        return 0, "calendar"
    if _ISO_LIKE.match(plain) or plain == "p":
        return _iso(plain, shown), "calendar"
    bare = _OPEN_ENGLISH.sub("", _OPEN_FRENCH.sub("", plain))
    if bare != plain:
        return _open_time(bare.strip(), shown)
    return _whole(_sum(plain, shown), shown), "calendar"


def _open_time(bare: str, shown: str) -> tuple[int, Clock]:
    pieces = _pieces(bare, shown)
    if len(pieces) != 1 or pieces[0][1] not in (DAY, HOUR):
        raise Refusal(
            f"{shown}: working time is counted in days or in hours",
            "write 2 working days, or 4 working hours",
        )
    number, unit = pieces[0]
    return _whole(number * unit, shown), "open-days" if unit == DAY else "open-hours"


def _sum(plain: str, shown: str) -> Fraction:
    pieces = _pieces(plain, shown)
    units = [unit for _, unit in pieces]
    if len(set(units)) < len(units):
        raise Refusal(f"{shown}: a unit stands twice", "write each unit once: 1 h 30")
    if units != sorted(units, reverse=True):
        raise Refusal(f"{shown}: the units are not in order", "write the largest first: 2 h 30 min")
    return sum((number * unit for number, unit in pieces), Fraction(0))


def _pieces(plain: str, shown: str) -> list[tuple[Fraction, int]]:
    found: list[tuple[Fraction, int]] = []
    at = 0
    while at < len(plain):
        piece = _PIECE.match(plain, at)
        if piece is None or piece.end() == at or (piece[1] is None and piece[2] is None):
            raise Refusal(f"{shown} is not a time", WRITE)
        number = _number(piece[1]) + _QUARTERS.get(piece[2] or "", Fraction(0))
        unit = (
            _unit(piece[3], shown)
            if piece[3]
            else _implied_unit(found, number, piece[1], shown, last=piece.end() == len(plain))
        )
        found.append((number, unit))
        at = piece.end()
        while plain[at : at + 1] == " ":
            at += 1
    return found


def _number(digits: str | None) -> Fraction:
    return Fraction((digits or "0").replace(",", "."))


def _unit(word: str, shown: str) -> int:
    if word in _UNITS:
        return _UNITS[word]
    if word in _NO_FIXED_LENGTH:
        raise Refusal(
            f"{shown}: months and years have no fixed length", "write weeks or days: 30 days, 52 weeks"
        )
    near = closest(word, [unit for unit in _UNITS if len(unit) > 2])  # noqa: PLR2004 - one letter is near everything
    raise Refusal(
        f"{shown}: '{word}' is not a unit of time",
        f"did you mean {near}?" if near else "the units: s, min, h, days, weeks; s, min, h, jours, semaines",
    )


def _implied_unit(
    found: list[tuple[Fraction, int]], number: Fraction, digits: str | None, shown: str, *, last: bool
) -> int:
    """The unit of a last number without one: `2h30`."""
    if not found:
        raise Refusal(
            f"a time without a unit: {digits or shown}",
            f"write {digits or 1} min, {digits or 1} h or {digits or 1} days",
        )
    before = found[-1][1]
    if not last or before not in (HOUR, MINUTE) or number >= 60 or number.denominator != 1:  # noqa: PLR2004
        raise Refusal(f"{shown} is not a time", "after hours a last number means minutes, below 60: 2 h 30")
    return before // 60


def _iso(plain: str, shown: str) -> int:
    if re.match(r"p[^t]*\d[ym]", plain):
        raise Refusal(f"{shown}: months and years have no fixed length", "write weeks or days: P30D")
    found = _ISO.match(plain)
    if not found or not any(found.groups()) or plain.endswith("t"):
        raise Refusal(f"{shown} is not a time", "write PT30S, PT2H30M, P3D or P1W")
    parts = zip(found.groups(), (WEEK, DAY, HOUR, MINUTE, SECOND), strict=True)
    return _whole(sum((_number(digits) * unit for digits, unit in parts), Fraction(0)), shown)


def _whole(seconds: Fraction, shown: str) -> int:
    if seconds > LONGEST:
        raise Refusal(f"{shown} is longer than a hundred years", WRITE)
    if seconds.denominator != 1:
        raise Refusal(f"{shown} is not a whole number of seconds", "round it to the second")
    return int(seconds)


def format_exact(seconds: int) -> str:
    """A time that reads back to the same number of seconds: `1 d 4 h 5 min 6 s`."""
    parts = []
    for unit, word in ((DAY, "d"), (HOUR, "h"), (MINUTE, "min"), (SECOND, "s")):
        count, seconds = divmod(seconds, unit)
        if count:
            parts.append(f"{count} {word}")
    return " ".join(parts) or "instant"


def format_duration(seconds: int, lang: Literal["en", "fr"] = "en") -> str:
    """A time for people, by its two largest units, rounded half up: `2 h 30`, `12 min`, `3 j`, `1 d 4 h`; 0 is `instant`.

    French parts number and unit by a no-break space.
    """
    if seconds == 0:
        return "instantané" if lang == "fr" else "instant"
    space = "\u00a0" if lang == "fr" else " "
    sign, seconds = ("−" if seconds < 0 else ""), abs(seconds)
    day = "j" if lang == "fr" else "d"
    if seconds < HOUR:
        minutes, rest = divmod(seconds, MINUTE)
        body = f"{rest} s" if not minutes else f"{minutes} min" + (f" {rest:02}" if rest else "")
    elif seconds < 2 * DAY - MINUTE // 2 and (seconds < DAY or seconds % DAY):
        hours, rest = divmod((seconds + MINUTE // 2) // MINUTE, 60)
        body = f"{hours} h" + (f" {rest:02}" if rest else "")
    else:
        days, hours = divmod((seconds + HOUR // 2) // HOUR, 24)
        body = f"{days} {day}" + (f" {hours} h" if hours else "")
    return sign + body.replace(" ", space)
