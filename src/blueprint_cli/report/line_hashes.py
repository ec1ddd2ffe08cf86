"""The hash of a line by which GitHub knows an alert again: `primaryLocationLineHash`.

As github/codeql-action computes it: a rolling hash of 64 bits, h = 37 h + c, over the 100 UTF-16 code units that follow
the line's start, spaces and tabs left out. CR, LF and CRLF read as one LF; the text ends with 0xFFFF, then zeros. A
number after a colon tells equal hashes of one file apart.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_WINDOW, _BASE, _BITS = 100, 37, 64
_MASK = (1 << _BITS) - 1
_OLDEST = pow(_BASE, _WINDOW, 1 << _BITS)
_LINE_FEED, _END = 0x0A, 0xFFFF
_SKIPPED = (0x20, 0x09)


def line_hashes(text: str) -> dict[int, str]:
    """The hash of every line, by its number from 1.

    Args:
        text: the file as GitHub reads it, with its byte order mark where it has one.
    """
    return dict(_numbered(text))


def _numbered(text: str) -> Iterator[tuple[int, str]]:
    seen: Counter[str] = Counter()
    for line, value in _values(text):
        digits = format(value, "x")
        seen[digits] += 1
        yield line, f"{digits}:{seen[digits]}"


def _values(text: str) -> Iterator[tuple[int, int]]:
    """Each line's number with the hash of the window that starts with it, once the window has passed."""
    window = [0] * _WINDOW
    starts = [0] * _WINDOW
    value, line, at_start = 0, 0, True
    for position, unit in enumerate(_units(text)):
        slot = position % _WINDOW
        if starts[slot]:
            yield starts[slot], value
            starts[slot] = 0
        if at_start:
            line += 1
            starts[slot] = line
        at_start = unit == _LINE_FEED
        value = (_BASE * value + unit - _OLDEST * window[slot]) & _MASK
        window[slot] = unit


def _units(text: str) -> Iterator[int]:
    raw = text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-16-le", "surrogatepass")
    for low, high in zip(raw[::2], raw[1::2], strict=True):
        unit = low | high << 8
        if unit not in _SKIPPED:
            yield unit
    yield _END
    yield from (0 for _ in range(_WINDOW))
