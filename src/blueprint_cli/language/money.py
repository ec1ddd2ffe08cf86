"""Money, rates and volumes: a number and a currency code, cases in a stretch of time; exact decimals."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal

from blueprint_cli.language.naming import MOST_SHOWN, shown
from blueprint_cli.language.numbers import MINUS, NUMBER, format_number, read_number
from blueprint_cli.language.refusal import Refusal
from blueprint_cli.language.spelling import closest, without_accents
from blueprint_cli.language.units import DAY, HOUR, MINUTE, UNITS, WEEK, has_no_fixed_length

SYMBOLS = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY"}

_CURRENCY = r"[a-z]{3}|[€$£¥]"
_AMOUNT = re.compile(rf"({NUMBER}) ?({_CURRENCY})", re.ASCII | re.IGNORECASE)
_AMOUNT_AFTER = re.compile(rf"({_CURRENCY}) ?({NUMBER})", re.ASCII | re.IGNORECASE)
_BARE = re.compile(NUMBER, re.ASCII)
_PARTED_THOUSANDS = re.compile(r"\d{1,3}(?:[,.'’]\d{3})+\b", re.ASCII)
_THOUSANDFOLD = re.compile(rf"({NUMBER}) ?[kKmM]\w{{0,3}}[€$£¥]?", re.ASCII)
_NUMBER_AND_MORE = re.compile(rf"({NUMBER}) ?(.*)", re.ASCII)
_PER = re.compile(r" ?/ ?| per | par | a | an | de l'| l'")
_NAMES = {
    **dict.fromkeys(("euro", "euros", "e"), "EUR"),
    **dict.fromkeys(("dollar", "dollars", "$us", "us$"), "USD"),
    **dict.fromkeys(("pound", "pounds", "livre", "livres", "quid"), "GBP"),
    **dict.fromkeys(("franc", "francs", "fr", "fs"), "CHF"),
    **dict.fromkeys(("yen", "yens"), "JPY"),
}
_COUNT_BY = {
    "a rate": "count by the hour, the day or the minute: 32 EUR/h",
    "a volume": "count the cases of a week, a day or an hour: 280/week",
}


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
    """Cases in a stretch of time of `seconds`: an hour, a day or a week."""

    cases: Decimal
    seconds: int


def read_money(value: Any) -> Money:
    """An amount of the file: `4.90 EUR`, `0,50 €`, `$12`, `1 200 EUR`.

    Raises:
        Refusal: there is no number, no currency, or a sign.
    """
    if isinstance(value, Money):
        return value
    text, named = _text(value, "an amount of money", "{} EUR", "4.90 EUR")
    return _money(text, named)


def read_rate(value: Any) -> Rate:
    """Money for time: `32 EUR/h`, `0.10 USD/min`, `400 €/jour`.

    Raises:
        Refusal: there is no amount, or no minute, hour or day after it.
    """
    if isinstance(value, Rate):
        return value
    text, named = _text(value, "a rate", "{} EUR/h", "32 EUR/h")
    amount, *unit = _PER.split(text, maxsplit=1)
    if not unit or not unit[0]:
        raise Refusal(f"{named} is not a rate", _money_help(amount, "/h"))
    seconds = _seconds(unit[0], (MINUTE, HOUR, DAY), named, "a rate")
    if not _amount(amount):
        raise Refusal(f"{named} is not a rate", _money_help(amount, "/h"))
    return Rate(_money(amount, named), seconds)


def read_volume(value: Any) -> Volume:
    """Cases for time: `1200/week`, `1200/semaine`, `40/jour`, `40 per day`.

    Raises:
        Refusal: there is no number, or no hour, day or week after it.
    """
    if isinstance(value, Volume):
        return value
    text, named = _text(value, "a volume", "{}/week", "1200/week")
    cases, *unit = _PER.split(text, maxsplit=1)
    figures = _BARE.match(cases)
    if not figures or not unit or not unit[0] or figures.end() < len(cases):
        example = f"{figures[0]}/{''.join(unit) or 'week'}" if figures else "1200/week"
        raise Refusal(f"{named} is not a volume", f"write cases for time: {example}")
    seconds = _seconds(unit[0], (HOUR, DAY, WEEK), named, "a volume")
    return Volume(read_number(cases, named), seconds)


def _text(value: Any, wanted: str, template: str, example: str) -> tuple[str, str]:
    """The text with plain spaces, and how messages name it."""
    if isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) < 10**12:
        help_line = f"write {template.format(value)}" if value > 0 else f"write it like {example}"
        raise Refusal(f"{wanted} is wanted here, not the bare number {value}", help_line)
    if not isinstance(value, str) or not value.strip():
        raise Refusal(f"{wanted} is wanted here, not {shown(value)}", f"write it like {example}")
    text = " ".join(value.split())
    if len(text) > MOST_SHOWN:
        raise Refusal(f"{shown(value)} is too long for {wanted}", f"write it like {example}")
    return text, shown(value)


def _amount(text: str) -> tuple[str, str] | None:
    """Figures and currency of an amount."""
    if found := _AMOUNT.fullmatch(text):
        return found[1], found[2]
    found = _AMOUNT_AFTER.fullmatch(text)
    return (found[2], found[1]) if found else None


def _money(text: str, named: str) -> Money:
    found = _amount(text)
    if not found:
        raise Refusal(f"{named} is not an amount of money", _money_help(text))
    figures, currency = found
    return Money(read_number(figures, named), SYMBOLS.get(currency, currency.upper()))


def _money_help(text: str, per: str = "") -> str:
    """What to write instead of an amount; `per` is what follows it in a rate."""
    if text.startswith(("-", MINUS)):
        return "write it without the sign"
    if _PARTED_THOUSANDS.match(text):
        return f"write the thousands without a mark: 1200.50 EUR{per}"
    if _THOUSANDFOLD.fullmatch(text):
        return f"write the whole amount in figures: 12000 EUR{per}"
    meant = text if _amount(text) else _meant(text)
    return f"write {meant}{per}" if meant else f"write a number and a currency: 4.90 EUR{per}"


def _meant(text: str) -> str:
    """The amount that was probably meant, `5 EUR` for `5 euros`; empty when nobody can tell."""
    found = _NUMBER_AND_MORE.fullmatch(text)
    word = without_accents(found[2]) if found else ""
    return f"{found[1]} {_NAMES.get(word, 'EUR')}" if found and (not word or word in _NAMES) else ""


def _seconds(unit: str, allowed: tuple[int, ...], named: str, wanted: str) -> int:
    word, unit = without_accents(unit).strip(), unit.strip()
    instead = _COUNT_BY[wanted]
    if has_no_fixed_length(word):
        raise Refusal(f"{named}: months and years have no fixed length", instead)
    if UNITS.get(word) in allowed:
        return UNITS[word]
    if word in UNITS:
        raise Refusal(f"{named}: {wanted} is not counted by '{unit}'", instead)
    near = closest(
        word,
        [
            name
            for name in ("minute", "heure", "hour", "jour", "day", "semaine", "week")
            if UNITS[name] in allowed
        ],
    )
    raise Refusal(
        f"{named}: '{unit}' is not a unit of time here", f"did you mean {near}?" if near else instead
    )


def format_money(money: Money, lang: Literal["en", "fr"] = "en") -> str:
    """An amount for people: `4.90 EUR`, `4,90 EUR` with a no-break space in French."""
    space = "\u00a0" if lang == "fr" else " "
    return f"{format_number(money.amount, lang)}{space}{money.currency}"


def format_amount(amount: Fraction, currency: str, lang: Literal["en", "fr"] = "en") -> str:
    """An exact amount for people, to the hundredth, rounded half up: `-0.02 EUR` with a real minus."""
    hundredths = (abs(amount) * 100 + Fraction(1, 2)).__floor__()
    sign = MINUS if amount < 0 and hundredths else ""
    return sign + format_money(Money(Decimal(hundredths).scaleb(-2), currency), lang)
