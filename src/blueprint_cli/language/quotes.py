"""Straight quotes and apostrophes made typographic: pairs open and close, a quote without a partner stays as it is."""

from __future__ import annotations

import re

Pair = tuple[str, str]

APOSTROPHE = "’"
_SINGLE: Pair = ("‘", APOSTROPHE)
_OPENERS = "([{«“‘–—-/"
# English words that begin with an apostrophe, and decades: 'tis, rock 'n' roll, the '90s.
_SHORTENED = re.compile(r"'(?:tis|twas|em|cause|til|n|\d\ds?)\b(?!')|'n'", re.ASCII | re.IGNORECASE)


def curl_singles(text: str) -> str:
    """Apostrophes and single quotes; primes of feet and minutes (`5'10`) stay."""
    if "'" not in text:
        return text
    chars = list(text)
    opened: list[int] = []
    shortened = {found.start() for found in _SHORTENED.finditer(text)}
    at = text.find("'")
    while at >= 0:
        before, after = text[at - 1] if at else " ", text[at + 1 : at + 2]
        if at in shortened and _opens(text, at):
            chars[at] = APOSTROPHE
        elif _opens(text, at):
            opened.append(at)
        elif opened and not after.isalnum() and not before.isspace():
            chars[opened.pop()], chars[at] = _SINGLE
        elif before.isalpha() or (before.isdigit() and after.isalpha()):
            chars[at] = APOSTROPHE
        at = text.find("'", at + 1)
    for lonely in opened:
        if text[lonely + 1].isalnum():
            chars[lonely] = APOSTROPHE
    return "".join(chars)


def curl_doubles(text: str, outer: Pair, inner: Pair) -> str:
    """Pairs of straight double quotes: `outer` marks, and `inner` ones within another quotation."""
    if '"' not in text:
        return text
    partners = _partners(text)
    closing: dict[int, str] = {}
    within = 0
    shown: list[str] = []
    for at, char in enumerate(text):
        if at in partners:
            opening, closing[partners[at]] = inner if within > 0 else outer
            shown.append(opening)
        else:
            shown.append(closing.get(at, char))
        within = max(0, within + (shown[-1] in "«“") - (shown[-1] in "»”"))
    return "".join(shown)


def _partners(text: str) -> dict[int, int]:
    """The closing double quote of each that opens, by position."""
    opened: list[int] = []
    partners: dict[int, int] = {}
    at = text.find('"')
    while at >= 0:
        if _opens(text, at):
            opened.append(at)
        elif opened and at > 0 and not text[at - 1].isspace():
            partners[opened.pop()] = at
        at = text.find('"', at + 1)
    return partners


def _opens(text: str, at: int) -> bool:
    """True where a quotation may begin: before it nothing, a space or an opening mark; after it a word."""
    after = text[at + 1 : at + 2]
    if not after or after.isspace():
        return False
    before = text[at - 1] if at else " "
    if before in "\"'":
        return at == 1 or text[at - 2].isspace() or text[at - 2] in _OPENERS
    if before == APOSTROPHE:
        return text[at] == '"' and after.isalnum()
    return before.isspace() or before in _OPENERS
