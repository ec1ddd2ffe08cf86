"""The grid that came back: which column is which step, which row which lane, and what stands in the cells."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import takewhile
from typing import TYPE_CHECKING

from blueprint_cli.workbook import anchors
from blueprint_cli.workbook.returning.outline import step_address

if TYPE_CHECKING:
    from blueprint_cli.workbook.reading.cells import Book, Sheet
    from blueprint_cli.workbook.returning.outline import Outline
    from blueprint_cli.workbook.returning.sent import Sent

_SEARCHED = 60
_STACKED = (*anchors.CARD_LANES, *anchors.TEXT_LANES)
_LANES = (*_STACKED, "feeling")


class ReturnedGrid:
    """A grid with its hidden row and column found.

    Attributes:
        sheet: the sheet.
        lanes: the lane of every row that has one or stands below one.
        steps: the address of the step of every column that says it.
        first: the first column that may hold a step.
        key_row, lane_column: the hidden row and column; 0 where they are gone.
        copies: columns that say they are a step whose own column is another one.
        unsaid: columns without key, and the steps that their anchors tell.
        unsaid_rows: rows without key that are in a lane because of those beside them.
    """

    def __init__(self, sheet: Sheet, first: int = anchors.FIRST_COLUMN) -> None:
        self.sheet, self.first = sheet, first
        self.lanes: dict[int, str] = {}
        self.steps: dict[int, str] = {}
        self.key_row = self.lane_column = 0
        self.copies: dict[int, str] = {}
        self.unsaid: dict[int, str] = {}
        self.unsaid_rows: set[int] = set()
        self._columns: dict[str, int] = {}
        self._used: tuple[tuple[int, int], list[int]] = (0, 0), []

    def row_of(self, lane: str) -> int | None:
        """The first row of a lane."""
        return min((row for row, at in self.lanes.items() if at == lane), default=None)

    def column_of(self, step: str) -> int | None:
        """The column of a step."""
        if len(self._columns) != len(self.steps):  # while the grid is read, steps come and go
            self._columns = {at: column for column, at in reversed(self.steps.items())}
        return self._columns.get(step)

    def text(self, row: int | None, column: int) -> str:
        """What a cell shows."""
        return self.sheet.text(row, column) if row is not None else ""

    def columns(self) -> list[int]:
        """The columns of steps, and those without a key in which something stands that a step would have."""
        known = len(self.lanes), len(self.steps)  # while the grid is read, both change
        if self._used[0] != known:
            self._used = known, sorted(self._filled() | self.steps.keys())
        return list(self._used[1])

    def _filled(self) -> set[int]:
        lanes, rows, cells = {anchors.TITLE_LANE, *_LANES}, self.sheet.rows, self.sheet.cells
        return {
            column
            for row, lane in self.lanes.items()
            if lane in lanes or lane.startswith("emotion")
            for column in rows.get(row, ())
            if column >= self.first and cells[row, column].value not in (None, "")
        }


def find_grid(book: Book, sent: Sent | None, base: Outline | None) -> ReturnedGrid | None:
    """The grid: the sheet that most anchors of cards point at, else the one whose hidden row and column say so."""
    sheet = _pointed_at(book, sent) or next((sheet for sheet in book.sheets if _mark(sheet)), None)
    return _found(sheet, sent, base) if sheet is not None else None


def strays_of(grid: ReturnedGrid) -> list[tuple[int, int]]:
    """Filled cells below the titles that stand in no lane: they are not read."""
    top = grid.row_of(anchors.TITLE_LANE) or 0
    return sorted(
        (row, column)
        for row, column in grid.sheet.cells
        if top
        and row > top
        and column >= grid.first
        and row not in grid.lanes
        and grid.sheet.text(row, column)
    )


def idle_phases(grid: ReturnedGrid) -> list[tuple[int, int]]:
    """Headings of phases over columns in which no step stands."""
    row = grid.row_of(anchors.PHASE_LANE) or 0
    found = [
        column
        for column in grid.sheet.rows.get(row, ())
        if column >= grid.first and column not in grid.steps and grid.sheet.text(row, column)
    ]
    columns = grid.columns() if found else []
    return [(row, column) for column in found if column not in columns]


def copies_of(book: Book, grid: ReturnedGrid) -> list[str]:
    """The other sheets that look like the grid: what is typed there is not read."""
    return [sheet.title for sheet in book.sheets if sheet is not grid.sheet and _mark(sheet)]


def _pointed_at(book: Book, sent: Sent | None) -> Sheet | None:
    title = grid_title(sent)
    return book.sheet(title) if title else None


def grid_title(sent: Sent | None) -> str:
    """The name of the sheet that most anchors of cards point at; empty without any."""
    if sent is None:
        return ""
    counted = Counter(
        anchor.spot.sheet
        for anchor in sent.anchors
        if anchor.spot and anchor.key.field in ("title", "action", "text", "emotion")
    )
    return counted.most_common(1)[0][0] if counted else ""


def _mark(sheet: Sheet) -> tuple[int, int] | None:
    """The cell where the hidden row and the hidden column meet."""
    rows = takewhile(_SEARCHED.__gt__, sheet.rows)
    places = ((row, column) for row in rows for column in takewhile(_SEARCHED.__gt__, sheet.rows[row]))
    return next((place for place in places if sheet.cells[place].value == anchors.STEPS_MARK), None)


def _found(sheet: Sheet, sent: Sent | None, base: Outline | None) -> ReturnedGrid:
    mark = _mark(sheet)
    row, column = mark or (anchors.STEP_KEY_ROW, anchors.LANE_COLUMN)
    first = column + anchors.FIRST_COLUMN - anchors.LANE_COLUMN
    grid = ReturnedGrid(sheet, first=first)
    grid.key_row, grid.lane_column = mark or (0, 0)
    _read_lanes(grid, row, column)
    if sent is not None and base is not None and not set(grid.lanes.values()) & set(anchors.CARD_LANES):
        _lanes_of_anchors(grid, sent, base)
    _read_steps(grid, row, sent, base)
    return grid


def _read_lanes(grid: ReturnedGrid, key_row: int, column: int) -> None:
    rows = [row for row in grid.sheet.rows if row > key_row]
    said = {row: lane for row in rows if _is_lane(lane := grid.sheet.text(row, column))}
    keyed = list(said)
    for row in rows:
        place = bisect_left(keyed, row)
        above = said[keyed[place - 1]] if place else ""
        below = said[keyed[place]] if place < len(keyed) else ""
        lane = said.get(row) or _lane_of_new_row(above, below)
        if lane:
            grid.lanes[row] = lane
            if row not in said:
                grid.unsaid_rows.add(row)


def _lane_of_new_row(above: str, below: str) -> str:
    """A row that was put in belongs to the lane above it; below a line, or what is only shown, to the lane below."""
    if above in _STACKED:
        return above
    return below if above and below in _STACKED else ""


def _is_lane(said: str) -> bool:
    return said in _LANES or said.startswith(("@", anchors.SHOWN_MARK, "emotion"))


def _lanes_of_anchors(grid: ReturnedGrid, sent: Sent, base: Outline) -> None:
    """The hidden column is gone: a row is in the lane of the cards that were sent to it."""
    votes: dict[int, Counter[str]] = {}
    for anchor in sent.anchors:
        if anchor.spot and anchor.spot.sheet == grid.sheet.title:
            item = base.items.get(anchor.key.at) or base.items.get(str(anchor.key))
            if item is not None and item.key == anchor.key:
                votes.setdefault(anchor.spot.row, Counter())[item.lane] += 1
            elif anchor.key.field == "title" and anchor.key.at in base.steps:
                votes.setdefault(anchor.spot.row, Counter())[anchors.TITLE_LANE] += 1
            elif anchor.key.at.startswith("phases["):
                votes.setdefault(anchor.spot.row, Counter())[anchors.PHASE_LANE] += 1
    for row in sorted(votes):
        grid.lanes[row] = votes[row].most_common(1)[0][0]


def _read_steps(grid: ReturnedGrid, key_row: int, sent: Sent | None, base: Outline | None) -> None:
    titles = {
        anchor.key.at: anchor.spot.column
        for anchor in (sent.anchors if sent else ())
        if anchor.key.field == "title" and anchor.spot and anchor.spot.sheet == grid.sheet.title
    }
    said: dict[str, list[int]] = {}
    for column in grid.sheet.rows.get(key_row, ()):
        if column >= grid.first and grid.sheet.text(key_row, column):
            said.setdefault(step_address(grid.sheet.text(key_row, column)), []).append(column)
    for step, columns in said.items():
        own = titles.get(step)
        chosen = own if own in columns else columns[0]
        if base is None or step in base.steps:
            grid.steps[chosen] = step
            grid.copies.update({column: step for column in columns if column != chosen})
    for step, column in titles.items():  # the hidden row was cleared, the anchors still know
        if step not in said and column not in grid.steps and base is not None and step in base.steps:
            grid.steps[column] = grid.unsaid[column] = step
