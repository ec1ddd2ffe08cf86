"""When two values of a field say the same, and how a machine reads them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from blueprint_cli.analysis.differences.likeness import folded
from blueprint_cli.language.durations import Duration
from blueprint_cli.language.money import Money, Rate, Volume, format_money
from blueprint_cli.language.shares import format_share
from blueprint_cli.language.units import DAY, HOUR, MINUTE, WEEK
from blueprint_cli.model.part import Part
from blueprint_cli.model.word_lists import EVERYBODY

if TYPE_CHECKING:
    from collections.abc import Callable

_UNITS = {MINUTE: "min", HOUR: "h", DAY: "day", WEEK: "week"}


def meaning(value: Any) -> Any:
    """What a value says, whatever the way of writing it: equal for `1 h` and `60 min`."""
    if isinstance(value, str):
        return folded(value)
    if isinstance(value, Duration):
        return _meaning_of_time(value)
    if isinstance(value, Rate):
        work = HOUR if value.seconds in (MINUTE, HOUR) else value.seconds
        return (Fraction(value.money.amount) * work / value.seconds, value.money.currency, work)
    if isinstance(value, Volume):
        return (Fraction(value.cases), value.seconds)
    if isinstance(value, tuple):
        return tuple(sorted((meaning(item) for item in value), key=repr))
    return value


def _meaning_of_time(time: Duration) -> Any:
    if time.unknown:
        return "unknown"
    likely = Fraction(time.low + time.high, 2) if time.likely is None else time.likely
    clock = time.clock if time.high else "calendar"
    return (time.low, likely, time.high, clock, time.approximate)


def plain(value: Any) -> Any:
    """A value for JSON, as the file would say it."""
    if isinstance(value, Part):
        return value.at
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value] or None
    if isinstance(value, dict):
        return value[EVERYBODY] if list(value) == [EVERYBODY] else value
    for kind, said in _PLAIN.items():
        if isinstance(value, kind):
            return said(value)
    return value


def _number(value: Decimal) -> int | float:
    return int(value) if value == int(value) else float(value)


def per(seconds: int) -> str:
    """The unit of a rate or a volume as the file writes it: `h`, `week`."""
    return _UNITS[seconds]


_PLAIN: dict[type, Callable[[Any], Any]] = {
    Duration: lambda time: time.text,
    Fraction: format_share,
    Decimal: _number,
    date: date.isoformat,
    Money: format_money,
    Rate: lambda rate: f"{format_money(rate.money)}/{per(rate.seconds)}",
    Volume: lambda volume: f"{volume.cases}/{per(volume.seconds)}",
}
