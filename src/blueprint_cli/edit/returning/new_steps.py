"""Columns that a client put in: each is a new step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from blueprint_cli.edit.returning.likeness import Likeness
from blueprint_cli.edit.returning.matching import is_number_of_step
from blueprint_cli.edit.returning.new_step_data import card_texts, step_data
from blueprint_cli.edit.returning.phases import on_new_phase, phase_now
from blueprint_cli.edit.returning.planning import STEPS, Planned
from blueprint_cli.language.refusal import Refusal
from blueprint_cli.workbook.anchors import TITLE_LANE
from blueprint_cli.workbook.reading.bullets import cards_in
from blueprint_cli.workbook.returning.placing import STACKED
from blueprint_cli.workbook.returning.spoken import refuse_bare_number
from blueprint_cli.workbook.revisions import Revision

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.edit.returning.cards import Stacks
    from blueprint_cli.edit.returning.planning import Sides
    from blueprint_cli.edit.returning.writing import Ref, Writer
    from blueprint_cli.workbook.reading.cells import Place
    from blueprint_cli.workbook.returning.outline import StepOutline
    from blueprint_cli.workbook.returning.phase_row import PhaseRow
    from blueprint_cli.workbook.returning.returned_grid import ReturnedGrid


_Card = tuple[str, str]


class Column:
    """A column without a key.

    Attributes:
        number: which one.
        title: what stands in the row of titles.
        cells: the cells with new texts, by lane.
        taken: whether cards of other steps were carried here.
        left: the steps on its left, the nearest first.
        said: its cards, those that were carried here among them: lanes and texts spelt alike.
        beside: whether blank columns part it from all steps.
    """

    def __init__(self, number: int, title: str, *, beside: bool) -> None:
        self.number, self.title, self.beside = number, title, beside
        self.cells: dict[str, list[Place]] = {}
        self.taken = False
        self.left: list[Ref] = []
        self.said: set[_Card] = set()

    def places(self) -> list[Place]:
        """All cells with new texts."""
        return [place for stack in self.cells.values() for place in stack]


def new_steps(sides: Sides, stacks: Stacks) -> Iterator[Planned]:
    """A revision for every column without a key in which something stands, and which the file does not have yet."""
    every = list(_columns(sides, stacks))
    columns = [column for column in every if column.title or column.taken or column.places()]
    yield from (_nameless(sides, column) for column in every if column not in columns)
    there = _there(sides, columns) if columns else {}
    last = dict(_last_before(sides)) if there else {}
    likeness = Likeness(sides)
    for column in columns:
        if column.number in there:
            from blueprint_cli.edit.returning.columns_there import what_is_missing

            at = there[column.number]
            yield from what_is_missing(sides, column, at, last=last[at])
        else:
            yield from _planned(sides, column, likeness)


def _nameless(sides: Sides, column: Column) -> Planned:
    """A column in which nothing stands that tells a step: an emotion or a feeling alone."""
    grid = sides.returned.grid
    rows = [row for row in sorted(grid.lanes) if grid.text(row, column.number)]
    felt = (row for row in rows if grid.lanes[row] == "feeling" or grid.lanes[row].startswith("emotion"))
    row = next(felt, rows[0] if rows else grid.row_of(TITLE_LANE) or 1)
    where = sides.returned.name(row, column.number)
    told = Planned(Revision("add-step", "steps", "", where, None, grid.text(row, column.number)), STEPS)
    return told.without_a_way("a step needs a title or a card", "type one into its column")


def _columns(sides: Sides, stacks: Stacks) -> Iterator[Column]:
    grid = sides.returned.grid
    columns = grid.columns()
    beside = _beside(grid, columns)
    for index, number in enumerate(columns):
        if number in grid.steps:
            continue
        column = Column(number, grid.text(grid.row_of(TITLE_LANE), number), beside=number in beside)
        for lane in STACKED:
            refs = stacks.refs.get((number, lane), [])
            column.cells[lane] = [ref for ref in refs if isinstance(ref, tuple)]
            column.taken |= len(column.cells[lane]) < len(refs)
            column.said |= _said(sides, lane, refs)
        column.left = [grid.steps.get(other, other) for other in reversed(columns[:index])]
        yield column


def _beside(grid: ReturnedGrid, columns: list[int]) -> set[int]:
    """Columns that blank ones part from every step and from every title: perhaps a note beside the grid."""
    runs: list[list[int]] = []
    for number in columns:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    titles = grid.row_of(TITLE_LANE)
    return {
        number
        for run in runs
        if not any(other in grid.steps or grid.text(titles, other) for other in run)
        for number in run
    }


def _said(sides: Sides, lane: str, refs: list[Ref]) -> set[_Card]:
    """What the cells of a lane say, new cards and those that were carried there, spelt alike."""
    placed, value = sides.returned.placed, sides.returned.grid.sheet.value
    spots = [placed.spots.get(ref) if isinstance(ref, str) else ref for ref in refs]
    fold = sides.returned.reading.fold
    return {
        (lane, fold(text)) for spot in spots if isinstance(spot, tuple) for text in cards_in(value(*spot))
    }


def _there(sides: Sides, columns: list[Column]) -> dict[int, str]:
    """The columns of which an earlier import made a step, with that step: each counts once, for the column most like it."""
    scores = [
        (-_score(sides, sides.outline.steps[at], column, last), column.number, at)
        for at, last in _last_before(sides)
        for column in columns
    ]
    found: dict[int, str] = {}
    for score, number, at in sorted(scores):
        if score and number not in found and at not in found.values():
            found[number] = at
    return found


def _last_before(sides: Sides) -> list[tuple[str, str]]:
    """The steps of today's file that were not sent, each with the last one before it that was."""
    known, last = set(sides.matched.steps.values()), ""
    found = []
    for at in sides.outline.steps:
        if at in known:
            last = at
        else:
            found.append((at, last))
    return found


def _score(sides: Sides, step: StepOutline, column: Column, last: str) -> float:
    """How surely a step came of a column: by its title, by all its cards, or where it stands by those that are left."""
    fold, lang = sides.returned.reading.fold, sides.returned.reading.lang
    title = "" if is_number_of_step(fold(step.title), lang) else fold(step.title)
    if column.title and title == fold(column.title):
        return 2
    cards = {(item.lane, fold(item.text)) for item in step.items()}
    share = len(cards & column.said) / len(cards | column.said or {""})
    left = (sides.matched.steps.get(ref, "") for ref in column.left if isinstance(ref, str))
    there = next(filter(None, left), "") == last
    return share if share == 1 or (there and not (title and column.title)) else 0


def _planned(sides: Sides, column: Column, likeness: Likeness) -> Iterator[Planned]:
    unknown = None
    try:
        phase = _phase(sides, column)
    except Refusal as refusal:
        phase, unknown = phase_on_the_left(sides, column), refusal
    data, left = step_data(sides, column.number, column.title, phase, column.cells)
    planned = _step(sides, column, likeness, data)
    if unknown and planned.make is not None:
        planned = planned.with_state("undecided", unknown.message, unknown.help)
    yield on_new_phase(sides, phase, planned)
    yield from left


def _step(sides: Sides, column: Column, likeness: Likeness, data: Any) -> Planned:
    grid = sides.returned.grid
    values = [grid.sheet.value(*place) for place in column.places()]
    shown = column.title or " | ".join(str(value) for value in values)
    row = grid.row_of(TITLE_LANE) or min(grid.lanes, default=1)
    cells: dict[str, list[Ref]] = {
        lane: [place for place in stack for _ in card_texts(sides, place)]
        for lane, stack in column.cells.items()
    }

    def make(writer: Writer) -> None:
        writer.add_step(column.number, column.left, data, cells)

    revision = Revision("add-step", "steps", "", sides.returned.name(row, column.number), None, shown)
    planned = Planned(revision, STEPS, make)
    try:
        for value in (grid.sheet.value(row, column.number), *values):
            refuse_bare_number(value, sides.returned.reading)
    except Refusal as refusal:
        return planned.without_a_way(refusal.message, refusal.help)
    if column.beside and not column.taken:
        return planned.with_state("undecided", "is it a step?", "--theirs adds it, --mine leaves it out")
    copied = [likeness.alike(value) for value in values]
    if column.number in grid.copies or (copied and all(copied)):
        source = grid.copies.get(column.number) or "other cards"
        return planned.perhaps_a_copy(source)
    return planned


def _phase(sides: Sides, column: Column) -> str | None:
    """The phase over a new column; without a heading of its own it goes with the step on its left.

    Raises:
        Refusal: the file declares its phases, and the heading is the title of none.
    """
    row = row_over(sides, column)
    if row is None:
        return phase_on_the_left(sides, column)
    return phase_now(sides, row, row.over[column.number])


def row_over(sides: Sides, column: Column) -> PhaseRow | None:
    """The row of phases, where it says the phase of a new column: by a heading, or by what came over the step on its left."""
    row = sides.phases
    if row is None:
        return None
    says = column.number in row.cells.headings or _is_left_changed(sides, row, column.number)
    return row if says else None


def _is_left_changed(sides: Sides, row: PhaseRow, number: int) -> bool:
    """Whether the step on the left came back under another phase, or under another title of its phase."""
    left = max((column for column in sides.returned.grid.steps if column < number), default=None)
    return left is not None and (row.is_changed(left) or row.over[left].phase in row.cells.renamed)


def phase_on_the_left(sides: Sides, column: Column) -> str | None:
    """The phase in the file of the nearest step on the left that was sent."""
    for ref in column.left:
        step = sides.step(sides.matched.steps.get(ref, "")) if isinstance(ref, str) else None
        if step is not None:
            return step.phase
    return None
