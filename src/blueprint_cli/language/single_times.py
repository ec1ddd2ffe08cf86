"""One time, without a range: `2h30`, `1,5 h`, `½ jour`, `2 jours ouvrés`, `PT30S`, `instant`."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Literal, NamedTuple

from blueprint_cli.language.refusal import Refusal
from blueprint_cli.language.units import DAY, HOUR, MINUTE, SECOND, WEEK, read_unit

Clock = Literal["calendar", "open-hours", "open-days"]

LONGEST = 100 * 366 * DAY
WRITE = "write 30 min, 2 h 30, 3 days, 2-5 days, instant or unknown"

_INSTANT = ("instant", "instantane", "instantly", "immediat", "immediate", "immediately", "immediatement")
_HALVES = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}
_FIGURES = r"(?:\d+ ?)?[½¼¾]|\d+(?:[.,]\d+)?"
_BARE = re.compile(_FIGURES, re.ASCII)
_PIECE = re.compile(rf"({_FIGURES}) ?([a-z]+)? ?", re.ASCII)
_OPEN = re.compile(r" ouvre(?:es|e|s)?$|\b(?:working|business) (?=[a-z])")
_ISO_LIKE = re.compile(r"p(?:[t\d]|$)", re.ASCII)
_NUMBER = r"(\d+(?:[.,]\d+)?)"
_ISO = re.compile(
    rf"p(?:{_NUMBER}w)?(?:{_NUMBER}d)?(?:t(?:{_NUMBER}h)?(?:{_NUMBER}m)?(?:{_NUMBER}s)?)?", re.ASCII
)
_ISO_MONTHS = re.compile(r"p[^t]*\d[ym]", re.ASCII)
_THOUSANDS = re.compile(r"[1-9]\d{0,2},\d{3}", re.ASCII)
_HINTS = (
    (r"env\b|environ|about|approx|around|circa|ca\b", "write ~ for about: ~20 min"),
    (
        r"[<>≤≥]|max|moins|plus|jusqu|sous|dans|within|up to|less|more|under|over|au ",
        "write a range, as in 0-5 min",
    ),
    (r"(?:de|from|entre|between)\b", "write the two ends alone: 2-5 days"),
    (r".*\b(?:et|and|demi\w*|half)\b", "write it in figures: 1 h 30"),
    (r"[0-9]+ [0-9]", "write the number without a space in it, and its unit: 1200 s"),
)


class Single(NamedTuple):
    """One time in whole seconds, its clock, and the largest unit that was written (None for `instant` and ISO 8601)."""

    seconds: int
    clock: Clock = "calendar"
    unit: int | None = None


def read_single(plain: str, shown: str) -> Single:
    """One time in small letters without accents; `shown` is how messages name the whole text.

    Raises:
        Refusal: it says no time, or one that cannot be taken in one way only.
    """
    if plain in _INSTANT:
        return Single(0)
    if _ISO_LIKE.match(plain):
        return Single(_whole(_iso(plain, shown), shown))
    bare = _OPEN.sub("", plain)
    pieces = _pieces(bare, shown)
    seconds = _whole(sum((number * unit for number, unit in pieces), Fraction(0)), shown)
    return Single(seconds, "calendar" if bare == plain else _open_clock(pieces, shown), pieces[0][1])


def read_figure(plain: str, unit: int, shown: str) -> int:
    """The seconds of a number that borrows its unit: the `2` of `2-5 days`."""
    return _whole(_number(plain, shown) * unit, shown)


def is_figure(plain: str) -> bool:
    """True for a number alone, `2`, `1,5` or `½`."""
    return _BARE.fullmatch(plain) is not None


def without_unit(plain: str) -> Refusal:
    """The refusal of a number that says no unit."""
    help_line = (
        "write instant, or unknown" if plain == "0" else f"write {plain} min, {plain} h or {plain} days"
    )
    return Refusal(f"a time without a unit: {plain}", help_line)


def _pieces(plain: str, shown: str) -> list[tuple[Fraction, int]]:
    """Numbers and their units, largest unit first."""
    if is_figure(plain):
        raise without_unit(plain)
    found: list[tuple[Fraction, int]] = []
    at = 0
    while at < len(plain):
        piece = _PIECE.match(plain, at)
        if not piece or not (piece[2] or found):
            raise Refusal(f"{shown} is not a time", _hint(plain))
        at = piece.end()
        said = _number(piece[1], shown)
        if piece[2]:
            found.append((said, read_unit(piece[2], shown)))
        else:
            found.append((said, _implied_unit(found, piece[1], shown, last=at == len(plain))))
    _refuse_disorder([unit for _, unit in found], shown)
    return found


def _implied_unit(found: list[tuple[Fraction, int]], figures: str, shown: str, *, last: bool) -> int:
    """The unit of a last number without one: minutes in `2h30`, seconds in `12 min 30`."""
    before = found[-1][1]
    if not last or before not in (HOUR, MINUTE):
        raise Refusal(f"{shown}: {figures} has no unit", "write each number with its unit: 1 d 4 h 30 min")
    if found[-1][0].denominator != 1:
        whole, word = ("1 h 30", "hour") if before == HOUR else ("12 min 30", "minute")
        raise Refusal(
            f"{shown}: a part of an {word} stands before {figures}".replace("an minute", "a minute"),
            f"write {whole}, or the part alone: 1.5 {'h' if before == HOUR else 'min'}",
        )
    if not figures.isdecimal() or int(figures) >= 60:  # noqa: PLR2004 - minutes and seconds
        after, means = ("hours", "minutes") if before == HOUR else ("minutes", "seconds")
        example = "2 h 30" if before == HOUR else "12 min 30"
        raise Refusal(
            f"{shown} is not a time", f"after {after} a last number means {means}, below 60: write {example}"
        )
    return before // 60


def _refuse_disorder(units: list[int], shown: str) -> None:
    if len(set(units)) < len(units):
        raise Refusal(f"{shown}: a unit stands twice", "write each unit once: 1 h 30")
    if units != sorted(units, reverse=True):
        raise Refusal(f"{shown}: the units are not in order", "write the largest first: 2 h 30 min")


def _open_clock(pieces: list[tuple[Fraction, int]], shown: str) -> Clock:
    if len(pieces) != 1 or pieces[0][1] not in (DAY, HOUR):
        raise Refusal(
            f"{shown}: working time is counted in days or in hours",
            "write 5 working days (jours ouvrés) or 4 working hours (heures ouvrées)",
        )
    return "open-days" if pieces[0][1] == DAY else "open-hours"


def _iso(plain: str, shown: str) -> Fraction:
    if _ISO_MONTHS.match(plain):
        raise Refusal(f"{shown}: months and years have no fixed length", "write weeks or days: P30D")
    found = _ISO.fullmatch(plain)
    if not found or not any(found.groups()) or plain.endswith("t"):
        raise Refusal(f"{shown} is not a time", "write PT30S, PT2H30M, P3D or P1W")
    parts = zip(found.groups(), (WEEK, DAY, HOUR, MINUTE, SECOND), strict=True)
    return sum((_number(digits, shown) * unit for digits, unit in parts if digits), Fraction(0))


def _number(figures: str, shown: str) -> Fraction:
    if _THOUSANDS.fullmatch(figures):
        thousands = figures.replace(",", "")
        raise Refusal(
            f"{shown}: is {figures} a decimal, or thousands?",
            f"write {figures.replace(',', '.')} or {thousands}",
        )
    half = _HALVES.get(figures[-1:])
    if half is None:
        return Fraction(figures.replace(",", "."))
    return Fraction(figures[:-1].strip() or 0) + half


def _whole(seconds: Fraction, shown: str) -> int:
    if seconds > LONGEST:
        raise Refusal(f"{shown} is longer than a hundred years", "write a shorter time, or unknown")
    if seconds.denominator != 1:
        raise Refusal(f"{shown} is not a whole number of seconds", "write it rounded to the second")
    return int(seconds)


def _hint(plain: str) -> str:
    return next((hint for pattern, hint in _HINTS if re.match(pattern, plain)), WRITE)
