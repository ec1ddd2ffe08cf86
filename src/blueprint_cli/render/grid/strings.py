"""Text in cells: never a formula, never more than a cell can hold, nothing that a workbook cannot."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from blueprint_cli.errors import BlueprintError

if TYPE_CHECKING:
    from openpyxl.cell import Cell

MOST_UNITS = 32_767
"""UTF-16 units that a cell can hold."""

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_LOOKS_LIKE_FORMULA = ("=", "+", "-", "@", "\t")


def put(cell: Cell | Any, text: str) -> None:
    """Write a text into a cell as a text, whatever it starts with.

    Raises:
        BlueprintError: it is longer than a cell can hold.
    """
    kept = storable(text)
    if not kept:
        return
    if len(kept.encode("utf-16-le")) // 2 > MOST_UNITS:
        raise BlueprintError(
            f"the text '{kept[:40]}...' is longer than a cell can hold", f"{MOST_UNITS} characters at most"
        )
    cell.value = kept
    cell.data_type = "s"
    cell.number_format = "@"
    if kept.startswith(_LOOKS_LIKE_FORMULA):
        cell.quotePrefix = True


def storable(text: str) -> str:
    """The text with U+FFFD for what no workbook can hold; `_x0041_` stays what it says."""
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    return _ESCAPE.sub("_x005F_", _CONTROLS.sub("\ufffd", unified))
