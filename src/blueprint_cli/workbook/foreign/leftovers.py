"""The cells of a grid that nothing was made of: each is told, so that nothing is lost in silence."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from blueprint_cli.workbook.foreign.front_matter import first_row
from blueprint_cli.workbook.foreign.headings import meaning_of
from blueprint_cli.workbook.foreign.shape import LONGEST_LOST, is_hint, short

if TYPE_CHECKING:
    from collections.abc import Container

    from blueprint_cli.workbook.foreign.columns import Columns
    from blueprint_cli.workbook.foreign.shape import Shape
    from blueprint_cli.workbook.reading.cells import Place

_MOST_ROWS = 40
_DECOR = ("P", "Z", "C", "Sm")


def told_leftovers(shape: Shape, accounted: Container[Place]) -> list[str]:
    """A sentence on each row that holds cells which were neither read nor told."""
    rows = {
        row: found
        for row, columns in shape.sheet.rows.items()
        if (
            found := [
                column for column in columns if (row, column) not in accounted and _speaks(shape, row, column)
            ]
        )
    }
    told = [_sentence(shape, row, columns) for row, columns in list(rows.items())[:_MOST_ROWS]]
    if len(rows) > _MOST_ROWS:
        last = max(rows)
        way = "columns" if shape.turned else "rows"
        told.append(
            f"{len(rows) - _MOST_ROWS} more {way} are left out, up to {shape.name(last, rows[last][0])}"
        )
    return told


def told_columns(shape: Shape, columns: Columns) -> list[str]:
    """A sentence on each column that is no step: a total, a legend, notes beside the grid."""
    top = first_row(shape, columns)
    told = []
    for column, why in columns.left_out.items():
        rows = [row for row in shape.sheet.rows if row >= top and shape.sheet.text(row, column)]
        texts = [f"'{short(shape.sheet.text(row, column), LONGEST_LOST)}'" for row in rows]
        beside = f" (with {', '.join(texts[1:])})" if len(texts) > 1 else ""
        told.append(f"{shape.name(rows[0], column)}: {texts[0]} is left out{beside}: {why}")
    return told


def _sentence(shape: Shape, row: int, columns: list[int]) -> str:
    texts = ", ".join(f"'{short(shape.sheet.text(row, column), LONGEST_LOST)}'" for column in columns)
    verb = "is" if len(columns) == 1 else "are"
    what = "it is" if len(columns) == 1 else "they are"
    return f"{shape.name(row, columns[0])}: {texts} {verb} left out: nothing says what {what}"


def _speaks(shape: Shape, row: int, column: int) -> bool:
    """Whether a cell says something of its own: no line, no hint of ours, more than dashes and arrows."""
    said = shape.sheet.text(row, column)
    if not said or is_hint(said):
        return False
    if all(unicodedata.category(character).startswith(_DECOR) for character in said):
        return False
    meaning = meaning_of(said)
    return meaning is None or meaning.role != "line"
