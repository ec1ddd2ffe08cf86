"""What the cells of a workbook said that only show something, as short marks: what is typed over them is told by these."""

from __future__ import annotations

import binascii
import struct
import zlib
from typing import TYPE_CHECKING

from blueprint_cli.workbook.reading.cells import as_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from blueprint_cli.workbook.reading.cells import Value

_BYTES = 4
_A_CELL = 6_000
"""Marks that one cell can hold, at less than six characters each."""


def mark_of(owner: str, value: Value) -> int:
    """The mark of a cell.

    Args:
        owner: whose it is: the address of its row or step, the name that its row begins with; empty for headings and labels.
        value: what it says; blanks around it, line ends and the last figures of a number make no difference.
    """
    if isinstance(value, str):
        said = value.replace("\r\n", "\n").strip()
    else:
        said = f"{value:.6g}" if isinstance(value, float) else as_text(value)
    return zlib.crc32(f"{owner}\0{said}".encode(errors="replace"))


def written_marks(marks: Iterable[int]) -> list[str]:
    """Marks as texts, each short enough for a cell."""
    ordered = sorted(marks)
    stretches = [ordered[start : start + _A_CELL] for start in range(0, len(ordered), _A_CELL)]
    packed = (struct.pack(f"<{len(stretch)}I", *stretch) for stretch in stretches)
    return [binascii.b2a_base64(raw, newline=False).decode() for raw in packed]


def read_marks(texts: Iterable[str]) -> frozenset[int]:
    """The marks in texts; none where somebody has been at them."""
    found: set[int] = set()
    for text in texts:
        try:
            raw = binascii.a2b_base64(text)
            found.update(struct.unpack(f"<{len(raw) // _BYTES}I", raw))
        except (ValueError, struct.error):
            return frozenset()
    return frozenset(found)
