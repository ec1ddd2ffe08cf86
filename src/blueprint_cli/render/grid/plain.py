"""The grid as rows of plain text, for csv and tsv."""

from __future__ import annotations

import codecs
import csv
import io
from typing import TYPE_CHECKING

from blueprint_cli.analysis.shared import measure_shown
from blueprint_cli.language.typography import signed
from blueprint_cli.workbook.grid import grid_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.render.options import Options
    from blueprint_cli.workbook.grid import Cell, Grid

_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def separated(blueprint: Blueprint, options: Options, delimiter: str) -> bytes:
    """The grid with a delimiter, UTF-8, quoted where needed (RFC 4180), lines ended by LF.

    A text that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    grid = grid_of(blueprint, measure_shown(blueprint), options.lang or blueprint.lang)
    for row in _rows(grid):
        writer.writerow([_harmless(text) for text in row])
    mark = codecs.BOM_UTF8 if options.bom else b""
    return mark + out.getvalue().encode("utf-8", "replace")


def _rows(grid: Grid) -> Iterator[list[str]]:
    if any(run.title for run in grid.phases):
        yield ["", *(run.title for run in grid.phases for _ in range(run.first, run.last + 1))]
    yield ["", *(title for _, title, _ in grid.steps)]
    for row in grid.rows:
        if row.kind == "line":
            yield [row.label, *("" for _ in grid.steps)]
        elif row.kind != "curve" and not row.spare:
            yield [row.label, *(_text(cell) for cell in row.cells)]


def _text(cell: Cell) -> str:
    return cell.text if cell.number is None else signed(cell.number)


def _harmless(text: str) -> str:
    is_number = text[:1] in ("+", "-") and text[1:].isdigit()
    return f"'{text}" if text.startswith(_STARTS_FORMULA) and not is_number else text
