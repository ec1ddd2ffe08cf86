"""How a message names a value of the file: short, on one line, and never a trap in itself."""

from __future__ import annotations

from typing import Any

MOST_SHOWN = 60
_MOST_BITS = 200


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


def _shortened(text: str) -> str:
    """The text on one line; what cannot be printed becomes U+FFFD, what is too long ends in `...`."""
    start = " ".join(text[: 4 * MOST_SHOWN].split())
    printable = "".join(c if c.isprintable() else "\ufffd" for c in start)
    if len(printable) <= MOST_SHOWN and len(text) <= 4 * MOST_SHOWN:
        return printable
    return f"{printable[: MOST_SHOWN - 3]}..."
