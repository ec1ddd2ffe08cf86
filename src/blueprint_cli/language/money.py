"""Money, rates and volumes: a number and a currency code, cases in a stretch of time; exact decimals."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from blueprint_cli.language.refusal import Refusal
from blueprint_cli.language.spelling import closest

SYMBOLS = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY"}

_NUMBER = r"(\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d{1,6})?|\d{1,12}(?:[.,]\d{1,6})?)"
_AMOUNT = re.compile(rf"{_NUMBER}\s*([a-zA-Z]{{3}}|[€$£¥])\Z", re.ASCII)
_AMOUNT_AFTER = re.compile(rf"([a-zA-Z]{{3}}|[€$£¥])\s*{_NUMBER}\Z", re.ASCII)
_VOLUME = re.compile(rf"{_NUMBER}\s*(?:/|\bper\b|\bpar\b)\s*([^\W\d]+)\Z")
_HOURS = {"h": 3600, "hr": 3600, "hour": 3600, "heure": 3600}
_RATE_UNITS = {
    **_HOURS,
    "min": 60,
    "mn": 60,
    "minute": 60,
    "d": 86_400,
    "day": 86_400,
    "j": 86_400,
    "jour": 86_400,
}
_VOLUME_UNITS = {
    **_HOURS,
    "d": 86_400,
    "day": 86_400,
    "j": 86_400,
    "jour": 86_400,
    "w": 604_800,
    "wk": 604_800,
    "week": 604_800,
}
_VOLUME_UNITS |= {"sem": 604_800, "semaine": 604_800}
_NO_FIXED_LENGTH = ("month", "mois", "year", "an", "année", "annee")
_MOST_TEXT = 40


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in one currency; `currency` is a three-letter code."""

    amount: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class Rate:
    """Money for a stretch of work; `seconds` is 60, 3,600 or 86,400 (a day of the owner's own calendar)."""

    money: Money
    seconds: int


@dataclass(frozen=True, slots=True)
class Volume:
    """Cases in a stretch of time of `seconds`."""

    cases: Decimal
    seconds: int


def read_money(value: Any) -> Money:
    """An amount of the file: `4.90 EUR`, `0,50 €`.

    Raises:
        Refusal: there is no number, or no currency.
    """
    if isinstance(value, Money):
        return value
    text, shown = _text(value, "an amount of money", "4.90 EUR")
    found = _AMOUNT.match(text)
    number, currency = (found[1], found[2]) if found else ("", "")
    if not found and (after := _AMOUNT_AFTER.match(text)):
        number, currency = after[2], after[1]
    if not number:
        raise Refusal(f"{shown} is not an amount of money", "write a number and a currency: 4.90 EUR")
    return Money(_decimal(number), SYMBOLS.get(currency, currency.upper()))


def read_rate(value: Any) -> Rate:
    """Money for time: `32 EUR/h`, `0.10 USD/min`.

    Raises:
        Refusal: there is no amount, or no unit of time after it.
    """
    if isinstance(value, Rate):
        return value
    text, shown = _text(value, "a rate", "32 EUR/h")
    amount, slash, unit = text.rpartition("/")
    if not slash:
        raise Refusal(f"{shown} is not a rate", "write money for time: 32 EUR/h")
    seconds = _seconds(unit, _RATE_UNITS, shown, "h, min, day")
    return Rate(read_money(amount.strip()), seconds)


def read_volume(value: Any) -> Volume:
    """Cases for time: `1200/week`, `40/jour`.

    Raises:
        Refusal: there is no number, or no unit of time after it.
    """
    if isinstance(value, Volume):
        return value
    text, shown = _text(value, "a volume", "1200/week")
    found = _VOLUME.match(text)
    if not found:
        raise Refusal(f"{shown} is not a volume", "write cases for time: 1200/week")
    return Volume(_decimal(found[1]), _seconds(found[2], _VOLUME_UNITS, shown, "hour, day, week"))


def _text(value: Any, wanted: str, example: str) -> tuple[str, str]:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        raise Refusal(f"{wanted} is wanted here, not the bare number {value}", f"write it like {example}")
    if not isinstance(value, str):
        raise Refusal(f"{wanted} is wanted here", f"write it like {example}")
    shown = value if len(value) <= _MOST_TEXT else f"{value[:_MOST_TEXT]}..."
    return value.strip()[: _MOST_TEXT + 1], f"'{shown}'"


def _decimal(number: str) -> Decimal:
    return Decimal(re.sub(r"[ \u00a0\u202f]", "", number).replace(",", "."))


def _seconds(unit: str, units: dict[str, int], shown: str, known: str) -> int:
    word = unit.strip().casefold()
    if word in _NO_FIXED_LENGTH:
        raise Refusal(
            f"{shown}: months and years have no fixed length", f"count by {known.rpartition(', ')[2]}"
        )
    found = units.get(word) or units.get(word.removesuffix("s"))
    if found:
        return found
    near = closest(word, units)
    raise Refusal(
        f"{shown}: '{unit.strip()}' is not a unit of time here",
        f"did you mean {near}?" if near else f"the units: {known}",
    )


def format_money(money: Money, lang: Literal["en", "fr"] = "en") -> str:
    """An amount for people: `4.90 EUR`, `4,90 EUR` with a no-break space in French."""
    return (
        f"{str(money.amount).replace('.', ',')}\u00a0{money.currency}"
        if lang == "fr"
        else f"{money.amount} {money.currency}"
    )
