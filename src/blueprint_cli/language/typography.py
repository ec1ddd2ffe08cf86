"""How a text of the file is shown: folded to one line, with the typography of its language. Words never change."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from blueprint_cli.language.numbers import MINUS, format_number

if TYPE_CHECKING:
    from decimal import Decimal

Lang = Literal["en", "fr"]

NO_BREAK = "\u00a0"
_UNIT = r"(?:s|sec|min|h|j|d|€|\$|£|%|k€|km|m|kg|g|ans|an|jours?|jour|heures?|semaines?|minutes?|secondes?|EUR|USD|mois)\b|%|€"
_URL = re.compile(r"\S+://\S+|\S+@\S+\.\S+|`[^`]*`")
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
_OPENING_DOUBLE = re.compile(r'(?:(?<=^)|(?<=[\s(\[«“‘—–-]))"(?=\S)')
_OPENING_SINGLE = re.compile(r"(?:(?<=^)|(?<=[\s(\[«“—–-]))'(?=\S)")
_BEFORE_HIGH = re.compile(r" (?=[:;!?»](?:\s|$|[).,»]))")
_BEFORE_UNIT = re.compile(rf"(?<=\d) (?={_UNIT})")
_THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
_SIGN = re.compile(r"(?:(?<=^)|(?<=[\s(]))-(?=\d)")


def typeset(text: str, lang: Lang) -> str:
    """A text as pictures and grids show it.

    French: no break before `: ; ! ? »`, after `«`, and between a number and its unit. Both: curly apostrophes, a real
    minus before a number. Addresses and code stay as they are.
    """
    folded = " ".join(text.split(" ")) if text.isprintable() else " ".join(text.split())
    folded = " ".join(part for part in folded.split(" ") if part)
    kept: list[str] = []
    last = 0
    for address in _URL.finditer(folded):
        kept += [_prose(folded[last : address.start()], lang), address[0]]
        last = address.end()
    return "".join([*kept, _prose(folded[last:], lang)])


def _prose(text: str, lang: Lang) -> str:
    text = _SIGN.sub(MINUS, _APOSTROPHE.sub("’", text))
    if lang == "en":
        text = _OPENING_DOUBLE.sub("“", text).replace('"', "”")
        return _OPENING_SINGLE.sub("‘", text).replace("'", "’")
    text = _guillemets(text.replace("'", "’"))
    text = _BEFORE_HIGH.sub(NO_BREAK, text).replace("« ", f"«{NO_BREAK}")
    return _THOUSANDS.sub(NO_BREAK, _BEFORE_UNIT.sub(NO_BREAK, text))


def _guillemets(text: str) -> str:
    """Straight double quotes in pairs as French ones; an odd one stays."""
    if text.count('"') % 2:
        return text
    parts = text.split('"')
    return "".join(
        part if index == 0 else (f"«{NO_BREAK}{part}" if index % 2 else f"{NO_BREAK}»{part}")
        for index, part in enumerate(parts)
    )


def signed(number: int) -> str:
    """A whole number with its sign: `+2`, `0`, `−2`."""
    return f"+{number}" if number > 0 else f"{MINUS}{-number}" if number < 0 else "0"


def decimal(number: Decimal | int, lang: Lang) -> str:
    """A number for people, as `numbers.format_number` writes it."""
    return format_number(number, lang)
