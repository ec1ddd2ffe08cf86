"""A value as YAML on one line, in the style of what it replaces."""

from __future__ import annotations

import re
from typing import Any

from blueprint_cli.source.scalars import read_scalar

_PLAIN = re.compile(r"(?:[^\s\-?:,\[\]{}#&*!|>'\"%@`=<]|-(?=[^\s\-]))[^\r\n]*\Z")
_FLOW_MARKS = re.compile(r"[,\[\]{}]")
_LAST_OF_ONE_BYTE = 0xFF
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_TO_ESCAPE = re.compile('[\\\\"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]')


def written(value: Any, *, flow: bool = False, was: str = "") -> str:
    """A value on one line; a text keeps the quotes that it had, and has none where it can do without.

    Args:
        value: plain data.
        flow: whether it stands inside brackets.
        was: what is written there now.
    """
    if value is None or isinstance(value, (bool, int, float)):
        return "null" if value is None else str(value).lower()
    if isinstance(value, list):
        return "[" + ", ".join(written(item, flow=True) for item in value) + "]"
    if isinstance(value, dict):
        pairs = (f"{written(key, flow=True)}: {written(item, flow=True)}" for key, item in value.items())
        return "{" + ", ".join(pairs) + "}"
    quoted = str(value).replace("'", "''")
    if was.startswith("'") and quoted.isprintable():
        return f"'{quoted}'"
    text = str(value)
    return text if not was.startswith('"') and is_plain(text, flow=flow) else in_quotes(text)


def in_quotes(text: str) -> str:
    """A text in double quotes; accents and no-break spaces stay as they are."""

    def escape(match: re.Match[str]) -> str:
        code = ord(match[0])
        return _ESCAPES.get(match[0], "") or (
            f"\\x{code:02x}" if code <= _LAST_OF_ONE_BYTE else f"\\u{code:04x}"
        )

    return '"' + _TO_ESCAPE.sub(escape, text) + '"'


def is_plain(text: str, *, flow: bool) -> bool:
    """Whether a text may stand without quotes and be read back as this very text, by us and by readers of YAML 1.1."""
    return (
        _PLAIN.match(text) is not None
        and text == text.strip()
        and all(character.isprintable() or character in "\u00a0\u202f" for character in text)
        and ": " not in text
        and " #" not in text
        and not text.endswith(":")
        and not text.startswith(("---", "..."))
        and not (flow and (_FLOW_MARKS.search(text) or " ?" in text or ":" in text))
        and read_scalar(text) == (text, "")
    )
