"""The grid of a workbook that lost its hidden row and column, found by the headings of steps and lanes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.errors import BlueprintError
from blueprint_cli.language.words import words
from blueprint_cli.workbook import anchors
from blueprint_cli.workbook.reading.cells import as_text
from blueprint_cli.workbook.returning.comparing import bare
from blueprint_cli.workbook.returning.returned_grid import ReturnedGrid

if TYPE_CHECKING:
    from collections.abc import Collection

    from blueprint_cli.workbook.reading.cells import Book, Sheet
    from blueprint_cli.workbook.returning.comparing import Reading
    from blueprint_cli.workbook.returning.outline import Outline

_MOST_LABEL_COLUMNS = 4
_FEWEST_LANES = 2


def grid_by_headings(
    book: Book, outline: Outline, reading: Reading, phases: Collection[str] = ()
) -> ReturnedGrid:
    """The sheet with the most step titles of the map in one row, and names of lanes on the left.

    Args:
        book: the workbook.
        outline: the steps that are looked for.
        reading: how cells are read.
        phases: titles of phases; a row with one of them, right above the steps, is that of phases.

    Raises:
        BlueprintError: fewer than half of the titles, or fewer than two lanes, are there.
    """
    titles = {
        reading.fold(step.title): step.at for step in outline.steps.values() if reading.fold(step.title)
    }
    best: ReturnedGrid | None = None
    for sheet in book.sheets:
        grid = _grid_in(sheet, titles, reading)
        if best is None or len(grid.steps) > len(best.steps):
            best = grid
    found = len(best.steps) if best else 0
    lanes = len(set(best.lanes.values()) & set(anchors.CARD_LANES)) if best else 0
    if best is None or not found or found * 2 < len(outline.steps) or lanes < _FEWEST_LANES:
        raise BlueprintError(
            f"{book.name}: this is no workbook of this map: {_missing(found, len(outline.steps), lanes)}",
            "`blueprint import BOOK -o NEW.blueprint.yaml` reads a grid that was made elsewhere",
        )
    _find_phases(best, {reading.fold(title) for title in phases}, reading)
    return best


def _find_phases(grid: ReturnedGrid, titles: set[str], reading: Reading) -> None:
    row = (grid.row_of(anchors.TITLE_LANE) or 0) - 1
    said = (grid.sheet.value(row, column) for column in grid.sheet.rows.get(row, ()) if column >= grid.first)
    if any(reading.fold(value) in titles for value in said):
        grid.lanes[row] = anchors.PHASE_LANE


def _missing(found: int, steps: int, lanes: int) -> str:
    if found * 2 < steps or not found:
        return f"the hidden sheet _bp is missing, and {found} of {steps} step titles are there"
    return f"the hidden sheet _bp is missing, and {lanes} of the lanes have their names"


def _grid_in(sheet: Sheet, titles: dict[str, str], reading: Reading) -> ReturnedGrid:
    grid = ReturnedGrid(sheet)
    rows: dict[int, dict[int, str]] = {}
    likely = {bare(title) for title in titles}
    for (row, column), cell in sheet.cells.items():
        at = titles.get(reading.fold(cell.value)) if bare(as_text(cell.value)) in likely else None
        if at is not None:
            rows.setdefault(row, {})[column] = at
    if not rows:
        return grid
    title_row = max(sorted(rows), key=lambda row: len(set(rows[row].values())))
    for column in sorted(rows[title_row]):
        if rows[title_row][column] not in grid.steps.values():
            grid.steps[column] = rows[title_row][column]
    grid.first = min(grid.steps)
    _name_lanes(grid, title_row, reading)
    return grid


def _name_lanes(grid: ReturnedGrid, title_row: int, reading: Reading) -> None:
    told = words(reading.lang)
    names = {
        told.evidence: "evidence", told.customer: "customer", told.frontstage: "frontstage", told.backstage: "backstage",
        told.support: "support", told.pains: "pain_points", told.opportunities: "opportunities", told.mood: "emotion",
        told.feeling: "feeling", told.thought: "thought", told.quote: "quote",
    }  # fmt: skip
    lanes = {reading.fold(name): lane for name, lane in names.items()}
    grid.lanes[title_row] = anchors.TITLE_LANE
    lane = ""
    for row in grid.sheet.rows:
        if row <= title_row:
            continue
        said = next(
            (
                reading.fold(grid.sheet.value(row, column))
                for column in range(max(1, grid.first - _MOST_LABEL_COLUMNS), grid.first)
                if grid.sheet.text(row, column)
            ),
            "",
        )
        lane = lanes.get(said, "" if said else lane)
        if lane:
            grid.lanes[row] = lane
