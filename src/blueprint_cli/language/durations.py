"""Times as people write them, in French and English, exact to the second.

One reader for `2h30`, `48 h`, `3 j`, `2-5 days`, `2 jours ouvrés`, `PT30S`, `instant`, `unknown` and `{min, likely, max}`,
which is `1 h–6 h (2 h)` in one line.
Months and years have no fixed length and are refused, like everything that two readers could take for two times.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from typing import Any, Final

from blueprint_cli.language.lengths import format_duration, format_exact
from blueprint_cli.language.naming import MOST_SHOWN, shown
from blueprint_cli.language.refusal import Refusal
from blueprint_cli.language.single_times import (
    LONGEST,
    WRITE,
    Clock,
    Single,
    is_figure,
    read_figure,
    read_single,
    without_unit,
)
from blueprint_cli.language.spelling import closest, only_candidate, without_accents
from blueprint_cli.language.units import DAY, HOUR, MINUTE, SECOND, WEEK

__all__ = [
    "DAY",
    "HOUR",
    "LONGEST",
    "MINUTE",
    "SECOND",
    "WEEK",
    "WRITE",
    "Clock",
    "Duration",
    "format_duration",
    "format_exact",
    "read_duration",
]

_UNKNOWN = ("unknown", "inconnu", "inconnue")
_POINTS = ("min", "likely", "max")
_WORDS_FOR_POINTS = {
    **dict.fromkeys(("minimum", "mini", "low", "shortest"), "min"),
    **dict.fromkeys(("probable", "median", "mode", "typical", "usual", "mean"), "likely"),
    **dict.fromkeys(("maximum", "maxi", "high", "longest"), "max"),
}
_EXAMPLE = "write {min: 1 h, likely: 2 h, max: 6 h}"
_RANGE = re.compile(r" ?(?:\.\.+|-|\bto\b|\ba\b) ?")
_WITH_LIKELY = re.compile(rf"([^()]+?{_RANGE.pattern}[^()]+?) ?\(([^()]*\d[^()]*)\)", re.ASCII)
_CLOCK_TIME = re.compile(r"(\d{1,4}):([0-5]?\d)", re.ASCII)
_NEGATIVE = re.compile(r"-+ ?(?:[.,]?\d|[½¼¾]|p[t\d])|(?:moins|minus) \d|pt?-\d", re.ASCII)
# What looks like a hyphen: en dash, hyphen, no-break hyphen, minus.
_HYPHENS = str.maketrans(dict.fromkeys("–‐\u2011−", "-"))


class Duration:
    """A time, or a range of times, in whole seconds.

    Attributes:
        low, high: the ends of the range; equal for a single time.
        likely: what happens most often, or None when it was not said.
        clock: `calendar` runs around the clock; `open-hours` and `open-days` count open time only, where a working day
            stands for 86,400 nominal seconds that a calendar scales to its own day.
        approximate: written with a leading `~`.
        unknown: known to be unknown; the other figures are 0.
        text: as it was written; a mapping as its range, `1h–6h (2h)`, which is read as well.
    """

    __slots__ = ("approximate", "clock", "high", "likely", "low", "text", "unknown")

    def __init__(
        self,
        low: int,
        likely: int | None,
        high: int,
        clock: Clock = "calendar",
        *,
        approximate: bool = False,
        unknown: bool = False,
        text: str = "",
    ) -> None:
        # Times are kept and shared, so nobody changes one.
        self.low: Final = low
        self.likely: Final = likely
        self.high: Final = high
        self.clock: Final = clock
        self.approximate: Final = approximate
        self.unknown: Final = unknown
        self.text: Final = text

    def __eq__(self, other: object) -> bool:
        return self._said() == other._said() if isinstance(other, Duration) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._said())

    def __repr__(self) -> str:
        return f"Duration{self._said()}"

    def _said(self) -> tuple[int, int | None, int, Clock, bool, bool, str]:
        return self.low, self.likely, self.high, self.clock, self.approximate, self.unknown, self.text

    @property
    def is_range(self) -> bool:
        """True when the two ends differ."""
        return self.low != self.high

    @property
    def mean(self) -> int | Fraction:
        """The PERT mean (min + 4 likely + max) / 6 in seconds; likely is the middle when it was not said.

        Exact: an int where it is whole, which computes many times faster than a Fraction does.
        """
        return _pert_mean(self.low, self.likely, self.high)

    @property
    def upper(self) -> int:
        """What a target, limit or promise counts as: its upper end in seconds."""
        return self.high


@lru_cache(maxsize=4096)
def _pert_mean(low: int, likely: int | None, high: int) -> int | Fraction:
    sixths = 3 * (low + high) if likely is None else low + 4 * likely + high
    return Fraction(sixths, 6) if sixths % 6 else sixths // 6


def read_duration(value: Any) -> Duration:
    """A time of the file: a text, `{min, likely, max}`, or a Duration, which is given back.

    Raises:
        Refusal: the value says no time, or one that cannot be taken in one way only.
    """
    if isinstance(value, Duration):
        return value
    if isinstance(value, dict):
        return _three_points(value)
    if isinstance(value, str):
        return _read_text(value)
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not abs(value) < LONGEST:
        raise Refusal(f"a time is wanted here, not {shown(value)}", WRITE)
    if value < 0:
        raise Refusal(
            f"a time cannot be negative: {value}", f"write {-value} min, {-value} h or {-value} days"
        )
    raise without_unit(str(value or 0))


def _read_text(written: str) -> Duration:
    named, text = shown(written), written.strip()
    plain = _plain(written)
    approximate = plain.startswith("~")
    plain = plain.removeprefix("~").strip()
    if plain in _UNKNOWN:
        return Duration(0, None, 0, unknown=True, text=text)
    found = _WITH_LIKELY.fullmatch(plain) if len(plain) <= MOST_SHOWN else None
    if found:
        return _with_likely(found[1], found[2], text)
    _refuse_what_is_no_time(plain, named)
    ends = _RANGE.split(plain)
    if len(ends) == 1:
        one = read_single(plain, named)
        return Duration(one.seconds, one.seconds, one.seconds, one.clock, approximate=approximate, text=text)
    low, high = _ends(ends, named)
    if low.seconds > high.seconds:
        raise Refusal(f"{named}: the range is not in order", "write the shorter time first: 2-5 days")
    return Duration(low.seconds, None, high.seconds, high.clock, approximate=approximate, text=text)


def _with_likely(ends: str, likely: str, text: str) -> Duration:
    """A range with its likeliest value behind it, `20 min–2 h (30 min)`."""
    within, point = _read_text(ends), _point(likely)
    if point.low and point.clock != within.clock:
        raise _two_clocks()
    low, high = (
        Duration(end, end, end, within.clock, text=said)
        for end, said in zip((within.low, within.high), _RANGE.split(ends), strict=True)
    )
    _refuse_disorder({"min": low, "likely": point, "max": high})
    approximate = within.approximate or point.approximate
    return Duration(within.low, point.low, within.high, within.clock, approximate=approximate, text=text)


def _plain(written: str) -> str:
    """Small letters without accents, single spaces, plain hyphens; fractions stay."""
    return " ".join(without_accents(written).translate(_HYPHENS).split())


def _refuse_what_is_no_time(plain: str, named: str) -> None:
    if not plain:
        raise Refusal("the time is empty", WRITE)
    if len(plain) > MOST_SHOWN:
        raise Refusal(f"{named} is too long for a time", WRITE)
    if _NEGATIVE.match(plain):
        raise Refusal(f"{named}: a time cannot be negative", "write it without the sign")
    if ":" in plain:
        raise _colon(plain, named)
    if "ouvrable" in plain:
        raise Refusal(f"{named}: 'ouvrables' counts Saturdays", "write jours ouvrés, or plain days")


def _colon(plain: str, named: str) -> Refusal:
    found = _CLOCK_TIME.fullmatch(plain)
    if not found:
        return Refusal(f"{named}: a time has no colon", "write 1 h 30 or 90 s")
    first, second = int(found[1]), int(found[2])
    longer = f"{first} h {second:02}".removesuffix(" 00") if first else f"{second} min"
    return Refusal(
        f"{named}: is it hours and minutes, or minutes and seconds?",
        f"write {longer} or {first * 60 + second} s",
    )


def _ends(ends: list[str], named: str) -> tuple[Single, Single]:
    """The two ends of a range; the lower one may borrow the unit of the other."""
    if len(ends) != 2 or not all(ends):  # noqa: PLR2004 - a range has two ends
        raise Refusal(f"{named}: a range needs two ends", "write 2-5 days, 2 à 5 jours or 30 min to 1 h")
    first, second = ends
    if is_figure(second):
        raise (
            without_unit(named[1:-1].removeprefix("~").strip()) if is_figure(first) else without_unit(second)
        )
    high = read_single(second, named)
    if is_figure(first):
        if high.unit is None:
            raise without_unit(first)
        return Single(read_figure(first, high.unit, named), high.clock), high
    low = read_single(first, named)
    if low.seconds and low.clock != high.clock:
        raise Refusal(
            f"{named}: the two ends run on different clocks",
            "write both in days, both in working days, or both in working hours",
        )
    return low, high


def _three_points(value: dict[Any, Any]) -> Duration:
    for key in value:
        _refuse_unknown_point(key, [name for name in _POINTS if name not in value])
    said = {key: _point_within(key, value[key]) for key in _POINTS if value.get(key) is not None}
    if "min" not in said or "max" not in said:
        raise Refusal("a range needs its two ends, min and max", _EXAMPLE)
    _refuse_disorder(said)
    low, likely, high = said["min"], said.get("likely"), said["max"]
    text = f"{low.text}–{high.text}" + (f" ({likely.text})" if likely else "")
    approximate = any(point.approximate for point in said.values())
    return Duration(
        low.low, likely.low if likely else None, high.low, high.clock, approximate=approximate, text=text
    )


def _refuse_unknown_point(key: Any, free: list[str]) -> None:
    if key in _POINTS:
        return
    named = shown(key) if isinstance(key, str) else f"'{shown(key)}'"
    plain = _plain(key) if isinstance(key, str) and len(key) <= MOST_SHOWN else ""
    meant = _WORDS_FOR_POINTS.get(plain)
    near = meant if meant in free else closest(plain, free)
    raise Refusal(
        f"{named} is not a key of a time",
        f"did you mean {near}?" if near else _EXAMPLE,
        within=key if isinstance(key, str) else None,
        unknown=True,
        key=near if near and (near == meant or only_candidate(plain, free) == near) else "",
    )


def _point_within(key: str, value: Any) -> Duration:
    try:
        return _point(value)
    except Refusal as refusal:
        refusal.within = key
        raise


def _point(value: Any) -> Duration:
    found = None if isinstance(value, dict) else read_duration(value)
    if found is None or found.is_range or found.unknown:
        raise Refusal("min, likely and max are one time each", _EXAMPLE)
    return found


def _two_clocks() -> Refusal:
    return Refusal(
        "min, likely and max run on different clocks",
        "write all in days, all in working days, or all in working hours",
    )


def _refuse_disorder(said: dict[str, Duration]) -> None:
    if len({point.clock for point in said.values() if point.low}) > 1:
        raise _two_clocks()
    names = list(said)
    for shorter, longer in pairwise(names):
        if said[shorter].low > said[longer].low:
            raise Refusal(
                f"{shorter} ({said[shorter].text}) is longer than {longer} ({said[longer].text})",
                "write min, likely, max from the shortest to the longest",
            )
