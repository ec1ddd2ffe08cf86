"""Text in cells: never a formula, never more than a cell can hold, nothing that a workbook cannot."""

from __future__ import annotations

import re
from copy import copy
from typing import TYPE_CHECKING, Any

from blueprint_cli.errors import PartError

if TYPE_CHECKING:
    from blueprint_cli.workbook.anchors import Key

MOST_UNITS = 32_767
"""UTF-16 units that a cell can hold."""

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_LOOKS_LIKE_FORMULA = ("=", "+", "-", "@", "\t", "'")
_ELLIPSIS = "…"


class TooLongError(PartError):
    """A text that no cell can hold.

    Attributes:
        key: the fact that it is.
    """

    def __init__(self, key: Key, units: int) -> None:
        super().__init__(
            key.at,
            f"{key}: a text of {units} characters, and a cell of a workbook holds {MOST_UNITS}",
            "shorten it, or render another format",
        )
        self.key = key


def put(cell: Any, text: str, key: Key | None = None) -> None:
    """Write a text into a cell as a text, whatever it starts with; the cell's number format has to be text, too.

    A text that only shows what is said elsewhere is cut where the cell is full.

    Raises:
        TooLongError: the text of a fact is longer than a cell can hold.
    """
    kept = storable(text)
    if not kept:
        return
    units = len(kept.encode("utf-16-le")) // 2
    if units > MOST_UNITS:
        if key is not None:
            raise TooLongError(key, units)
        kept = cut(kept)
    # Not through `value`: it would make a formula of what starts with =, and look for dates and errors.
    cell._value, cell.data_type = kept, "s"  # noqa: SLF001
    if kept.startswith(_LOOKS_LIKE_FORMULA):
        cell._style = copy(cell._style)  # noqa: SLF001 - the look is shared with other cells
        cell.quotePrefix = True


def storable(text: str) -> str:
    """The text with U+FFFD for what no workbook can hold; `_x0041_` stays what it says."""
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    return _ESCAPE.sub("_x005F_", _CONTROLS.sub("\ufffd", unified))


def is_storable(text: str) -> bool:
    """Whether a workbook can hold every character of a text."""
    return _CONTROLS.search(text) is None


def cut(text: str) -> str:
    """The beginning of a text that a cell can hold, with an ellipsis."""
    kept = text.encode("utf-16-le")[: 2 * (MOST_UNITS - 1)].decode("utf-16-le", "ignore")
    return kept + _ELLIPSIS
