"""The late parcel as clients get it: the map, the command that takes it back, and its workbook with some cells typed over."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

LATE = Path(__file__).parent / "late.blueprint.yaml"
INTO = ("import", "client.xlsx", "--into", LATE.name)


def come_back(folder: Path, sent: Path, cells: Mapping[str, Any]) -> None:
    """Write the map and the workbook with some cells typed over into a folder; cells without a sheet are the grid's."""
    (folder / LATE.name).write_bytes(LATE.read_bytes())
    book = load_workbook(sent)
    for name, value in cells.items():
        sheet, _, cell = name.rpartition("!")
        book[sheet or "Blueprint"][cell] = value
    book.save(folder / "client.xlsx")
