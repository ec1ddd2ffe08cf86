"""Colour for terminals and widths of characters; with `color` off everything is plain text."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

from blueprint_cli.language.naming import printable
from blueprint_cli.language.typography import NO_BREAK

Style = Literal["error", "warning", "info", "strong", "faint", "good", "place"]

# Western text, where every character but the soft hyphen is one column wide: no need to ask for each.
_PLAIN = re.compile(r"[ -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20ba\u2190-\u2199]*")
_BREAKS = re.compile(rf"[^\S{NO_BREAK}]+")
_CODES: dict[Style, str] = {
    "error": "1;31",
    "warning": "1;33",
    "info": "1;36",
    "strong": "1",
    "faint": "2",
    "good": "32",
    "place": "1",
}


def paint(text: str, style: Style, *, color: bool) -> str:
    """The text in a style, or as it is."""
    return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if color and text else text


def columns(text: str) -> int:
    """How many columns of a terminal a text takes: wide characters two, combining ones none."""
    if text.isascii() or _PLAIN.fullmatch(text):
        return len(text)
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Me", "Mn"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def clipped(text: str, width: int) -> str:
    """The text within so many columns, with an ellipsis where something is left out."""
    if columns(text) <= width:
        return text
    kept = ""
    for character in text:
        if columns(kept) + _width(character) > width - 1:
            break
        kept += character
    return f"{kept.rstrip()}…"


def padded(text: str, width: int, *, right: bool = False) -> str:
    """The text filled up with blanks to so many columns."""
    blanks = " " * max(width - columns(text), 0)
    return f"{blanks}{text}" if right else f"{text}{blanks}"


def one_line(text: str) -> str:
    """The text on one line, without anything that would move a terminal's cursor or change its colours."""
    return printable(" ".join(text.split()))


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of so many columns, broken between words, or within a word that is longer than a line.

    No-break spaces hold words together, and are shown as plain ones.
    """
    lines = [""]
    for word in _BREAKS.split(text.strip()):
        if lines[-1] and columns(lines[-1]) + 1 + columns(word) <= width:
            lines[-1] += f" {word}"
            continue
        if lines[-1]:
            lines.append("")
        for character in word:
            if lines[-1] and columns(lines[-1]) + _width(character) > width:
                lines.append("")
            lines[-1] += character
    return [line.replace(NO_BREAK, " ") for line in lines]
