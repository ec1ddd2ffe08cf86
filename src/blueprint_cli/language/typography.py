"""How a text of the file is shown: folded to one line, with the typography of its language. Words never change."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from blueprint_cli.language.numbers import MINUS, format_number
from blueprint_cli.language.quotes import curl_doubles, curl_singles

if TYPE_CHECKING:
    from decimal import Decimal

Lang = Literal["en", "fr"]

NO_BREAK = "\u00a0"

_STANDS_IN = "\ue000"
# Addresses, code, character references and :names: are no prose. Each begins a word, so that a long word is read once.
_NO_PROSE = re.compile(
    r"""`[^`]*` | (?<![\w+.'-]) (?: [a-z][\w+.-]*+://[^\s<>"«»“”]++ | www\.[^\s<>"«»“”]++ | [\w.+'-]++@[\w-]++\.[\w.-]++ )
    | &\#?\w{1,8}; | (?<!\w):\w{1,30}:(?!\w) | """
    + _STANDS_IN,
    re.IGNORECASE | re.VERBOSE,
)
_SPACES = re.compile(rf"[^\S{NO_BREAK}]+")
_AROUND_NO_BREAK = re.compile(rf" *{NO_BREAK}[ {NO_BREAK}]*")
_SIGN = re.compile(rf"(?:^|(?<=[\s(\[«“]))(?<!\d[ {NO_BREAK}])-(?=\d+(?:[.,]\d+)?(?![\d-]))", re.ASCII)

_LETTER = "A-Za-z\u00c0-\u024f"
_UNITS = (
    r"(?:ms|s|sec|secondes?|mn|min|minutes?|h|heures?|j|jours?|sem|semaines?|mois|ans?|années?"
    r"|mm|cm|m|km|g|kg|t|l|ko|Mo|Go|k€|M€|[kM]?EUR|USD|GBP|CHF|millions?|milliards?|fois)(?![\w'’])|[%‰€$£¥°]"
)
_FRENCH_SPACES = (
    r" (?=[:;!?»%])",
    r"(?<=«) ",
    rf"(?<=«)(?=[^\s{NO_BREAK}»])",
    rf"(?<=[^\s{NO_BREAK}«])(?=»)",
    rf"(?<=[{_LETTER}\d)\]”’»])(?=[!?;:](?:[!?]|\s|[)\]”»]|$))(?<![!?;:])",
    rf"(?<=\d) (?={_UNITS})",
    r"(?<=\d)(?=[%€](?!\w))",
    rf"(?<=\d{NO_BREAK}[hj]) (?=\d)",
    rf"(?<=\d{NO_BREAK}min) (?=\d)",
    r"(?<=[nN]°) (?=\d)",
)
# Without any of these a text has no place for such a space.
_MAY_TAKE_SPACES = re.compile(r"[:;!?«»%€\d]|[nN]°")
_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?: \d{3})+(?!\d)")
_GUILLEMETS, _CURLY, _SINGLE = ("«", "»"), ("“", "”"), ("‘", "’")


def typeset(text: str, lang: Lang) -> str:
    """A text as pictures and grids show it, on one line.

    Both languages: curly quotes in pairs and apostrophes, a real minus before a number. French: guillemets, no-break
    spaces before `: ; ! ? » %`, after `«`, within numbers and before their units, put in where they are missing.
    Addresses and code stay as they are; spaces that do not break stay so and are all U+00A0, which every font has.
    """
    return _set(text, lang)


@lru_cache(maxsize=16_384)  # most texts are shown several times
def _set(text: str, lang: Lang) -> str:
    kept = _NO_PROSE.findall(text)
    prose = _prose(_one_line(_NO_PROSE.sub(_STANDS_IN, text)), lang)
    if not kept:
        return prose
    pieces = prose.split(_STANDS_IN)
    between = [_one_line(piece) for piece in kept] + [""]
    return "".join(part for pair in zip(pieces, between, strict=True) for part in pair)


def _one_line(text: str) -> str:
    text = text.replace("\u202f", NO_BREAK)
    return _AROUND_NO_BREAK.sub(NO_BREAK, _SPACES.sub(" ", text)).strip()


def _prose(text: str, lang: Lang) -> str:
    text = _SIGN.sub(MINUS, curl_singles(text))
    if lang == "en":
        return curl_doubles(text, _CURLY, _SINGLE)
    text = curl_doubles(text, _GUILLEMETS, _CURLY)
    if not _MAY_TAKE_SPACES.search(text):
        return text
    text = _THOUSANDS.sub(lambda number: number[0].replace(" ", NO_BREAK), text)
    for place in _french_spaces():
        text = place.sub(NO_BREAK, text)
    return text


@cache
def _french_spaces() -> list[re.Pattern[str]]:
    """Where a no-break space belongs in French, or instead of another one: compiled once somebody writes French."""
    return [re.compile(pattern) for pattern in _FRENCH_SPACES]


def signed(number: int) -> str:
    """A whole number with its sign: `+2`, `0`, `−2`."""
    return f"+{number}" if number > 0 else f"{MINUS}{-number}" if number < 0 else "0"


def decimal(number: Decimal | int, lang: Lang) -> str:
    """A number for people, as `numbers.format_number` writes it."""
    return format_number(number, lang)
