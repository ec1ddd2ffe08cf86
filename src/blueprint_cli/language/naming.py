"""How a message names a value of the file: short, on one line, and never a trap in itself."""

from __future__ import annotations

import re
from typing import Any

MOST_SHOWN = 60
_MOST_BITS = 200
# No-break spaces belong to a text, and joiners to its words and emoji; what else cannot be seen is no part of a message.
_KEPT = "\u00a0\u2007\u202f\u200c\u200d"
# A text in quotes may end in a line break (a block scalar does): the closing quote follows at once.
_BEFORE_CLOSING = re.compile(r"[ \t\r\n\v\f]*[\r\n][ \t\r\n\v\f]*(?='(?:[\s,.;:)]|\Z))")
_WHITE = re.compile(r"[ \t\r\n\v\f]+")


def shown(value: Any) -> str:
    """A value of the file as a message names it: `'2 hours'`, `30`, `true`, `a list`, `nothing`."""
    if isinstance(value, str):
        return f"'{_shortened(value)}'"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value) if value.bit_length() <= _MOST_BITS else "a number of very many digits"
    if isinstance(value, float):
        return str(value)
    return {dict: "a mapping", list: "a list", tuple: "a list", type(None): "nothing"}.get(
        type(value), "this"
    )


def on_one_line(text: str) -> str:
    """A message on one line, whatever texts of the file it quotes: single blanks, and U+FFFD for what cannot be printed."""
    if text.isprintable() and "  " not in text:
        return text
    return printable(_WHITE.sub(" ", _BEFORE_CLOSING.sub("", text)))


def printable(text: str) -> str:
    """The text with U+FFFD for every character that cannot be printed."""
    return "".join(c if c.isprintable() or c in _KEPT else "\ufffd" for c in text)


def _shortened(text: str) -> str:
    """The text on one line; what cannot be printed becomes U+FFFD, what is too long ends in `...`."""
    start = " ".join(text[: 4 * MOST_SHOWN].split())
    seen = printable(start)
    if len(seen) <= MOST_SHOWN and len(text) <= 4 * MOST_SHOWN:
        return seen
    return f"{seen[: MOST_SHOWN - 3]}..."
