"""Rows that a client put into a flat sheet: cards, pain points, opportunities and fail points, with what is said of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from blueprint_cli.edit.returning.new_row_data import FAIL_POINT, NewRowData
from blueprint_cli.edit.returning.planning import ADDS, Planned
from blueprint_cli.edit.returning.writing import today_ref
from blueprint_cli.language.refusal import Refusal
from blueprint_cli.language.spelling import closest
from blueprint_cli.language.words import words
from blueprint_cli.workbook.anchors import (
    CARD_LANES,
    REMARK,
    SHOWN_CARD,
    SHOWN_LANE,
    SHOWN_PHASE,
    SHOWN_STEP,
    SHOWN_TEXT,
    TITLE_LANE,
)
from blueprint_cli.workbook.reading.bullets import cards_in
from blueprint_cli.workbook.reading.cells import EMPTY, as_text
from blueprint_cli.workbook.returning.sent import spot_of
from blueprint_cli.workbook.returning.shown import spoken_by
from blueprint_cli.workbook.revisions import Revision

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.edit.returning.likeness import Likeness
    from blueprint_cli.edit.returning.planning import Sides
    from blueprint_cli.edit.returning.writing import Ref, Writer
    from blueprint_cli.workbook.reading.cells import Value
    from blueprint_cli.workbook.returning.returned_tables import NewRow

_LANES = {"impact": "opportunities", "severity": "pain_points"}
"""The field by which a table is known, and the lane of its rows."""
_ACTIONS = ("customer", "frontstage", "backstage", "support")


@dataclass(frozen=True)
class _Place:
    """Where a row belongs.

    Attributes:
        step: address of its step in base, or the column of a new one.
        lane: the lane, or `fail_points`.
        card: address in base of the card that may fail.
    """

    step: Ref
    lane: str
    card: str = ""


def revised_rows(sides: Sides, likeness: Likeness) -> Iterator[Planned]:
    """A revision for every new row that the file does not have yet."""
    for row in sides.returned.tables.new_rows:
        planned = _NewRow(sides, row).planned(likeness)
        if planned is not None:
            yield planned


class _NewRow:
    def __init__(self, sides: Sides, row: NewRow) -> None:
        self.sides = sides
        self.row = row
        self.main = FAIL_POINT if FAIL_POINT in row.columns else SHOWN_TEXT

    def planned(self, likeness: Likeness) -> Planned | None:
        """What it adds; undecided where that is not clear, None where the file has it already."""
        row = self.row
        told = Planned(Revision("add", "", "", row.where, None, row.said, None), ADDS)
        try:
            place = self._place()
            data = NewRowData(self.sides, row, self.main, place.step).said(place.lane)
        except Refusal as refusal:
            return told.with_state("undecided", refusal.message, refusal.help)
        target, ref = self._target(place.step)
        if ref is None:
            return told.without_ground("step")
        if place.card:
            return self._fail_point(place, data)
        text = row.value(self.main)
        if likeness.is_there(target, place.lane, text):
            return None
        alike = likeness.alike(text)
        done = self._revision(
            f"{target}.{place.lane}", data, lambda writer: self._add(writer, ref, place.lane, data)
        )
        twin = self._typed_in_the_grid(place, text)
        if twin:
            why = f"{twin} says it, too: is it the same card?"
            return done.with_state("undecided", why, "--theirs adds it as another one, --mine leaves it out")
        return done.perhaps_a_copy(alike) if alike is not None else done

    def _typed_in_the_grid(self, place: _Place, text: Value) -> str:
        """The cell of the grid in which the same new card was typed; empty where none was."""
        grid, fold = self.sides.returned.grid, self.sides.returned.reading.fold
        for row, column in self.sides.returned.placed.fresh:
            if (grid.steps.get(column, column), grid.lanes.get(row)) == (place.step, place.lane):
                said = cards_in(grid.sheet.value(row, column))
                if fold(text) in map(fold, said):
                    return self.sides.returned.name(row, column)
        return ""

    def _revision(self, at: str, data: Any, make: Any) -> Planned:
        return Planned(Revision("add", at, "", self.row.where, None, _said(data), None), ADDS, make)

    def _target(self, step: Ref) -> tuple[str, Ref | None]:
        """The step in today's file, and what it goes by when things are written; a new column is perhaps there already."""
        if isinstance(step, str):
            today = self.sides.matched.steps.get(step, "")
            return today, step if today else None
        title = self._title_of(int(step)) if isinstance(step, int) else ""
        known = set(self.sides.matched.steps.values())
        for at, outline in self.sides.outline.steps.items():
            if at not in known and self.sides.plain(outline.title) == self.sides.plain(title):
                return at, today_ref(at)
        return f"new step '{title}'", step

    def _add(self, writer: Writer, step: Ref, lane: str, data: Any) -> None:
        remark = as_text(self.row.value(REMARK))
        lines = [line.strip() for line in remark.split("\n") if line.strip()]
        writer.add(self.row.where, step, lane, data, remark=lines)

    def _fail_point(self, place: _Place, data: Any) -> Planned | None:
        today = self.sides.matched.items.get(place.card, "")
        action = self.sides.action(today)
        known = action.fail_points if action is not None else ()
        if any(
            self.sides.plain(point.what) == self.sides.plain(self.row.value(self.main)) for point in known
        ):
            return None
        planned = self._revision(
            f"{today or place.card}.fail_points", data, lambda writer: writer.add_fail_point(place.card, data)
        )
        if not today:
            return planned.without_ground("card")
        return planned

    # Where it belongs

    def _place(self) -> _Place:
        columns = self.row.columns
        lane = next((lane for name, lane in _LANES.items() if name in columns), "")
        if SHOWN_STEP not in columns or not (lane or SHOWN_LANE in columns or SHOWN_CARD in columns):
            raise Refusal("new rows of this sheet are not read", "type them into the grid, or into the file")
        if SHOWN_CARD in columns:
            return self._card()
        step = self._step()
        return _Place(step, lane or self._lane())

    def _ask(self, name: str, what: str, how: str) -> Refusal:
        return Refusal(f"the row does not say {what}", f"type {how} into {self.row.cell_of(name)}")

    def _step(self) -> Ref:
        filled = self._step_filled_down()
        if filled:
            return self._in_its_phase(self._named(filled), [filled])[0]
        said = as_text(self.row.value(SHOWN_STEP))
        if not said:
            raise self._ask(SHOWN_STEP, "which step it belongs to", "the step's title")
        item = self.sides.returned.outline.items.get(said)
        if item is not None:
            return self._in_its_phase(self._named(item.step), [item.step])[0]
        titles = self._titles()
        found = [at for at, names in titles.items() if self.sides.plain(said) in map(self.sides.plain, names)]
        if not found:
            near = closest(said, [names[0] for names in titles.values()])
            hint = f"did you mean {near}?" if near else "type the title of a step as it stands in the grid"
            raise Refusal(f"there is no step '{said}'", hint)
        found = self._in_its_phase(said, found)
        if len(found) > 1:
            help_line = "type it into the grid, below its step"
            if SHOWN_PHASE in self.row.columns:
                help_line += f", or its phase into {self.row.cell_of(SHOWN_PHASE)}"
            raise Refusal(f"{len(found)} steps are called '{said}'", help_line)
        return found[0]

    def _in_its_phase(self, said: str, found: list[Ref]) -> list[Ref]:
        """Those of some steps over which the phase stands that the row says, where it says one in its own words."""
        cell, now = self.row.cells.get(SHOWN_PHASE), self.sides.returned.phase_titles.now
        phase = as_text(cell.value) if cell is not None and cell.formula is None else ""
        if not phase:
            return found
        kept = [at for at in found if self.sides.plain(phase) in map(self.sides.plain, now.get(at, (phase,)))]
        if kept:
            return kept
        places = [f"'{now[at][-1]}'" for at in found if now[at][-1]]
        told = f"in the phase {' and in '.join(places)}" if places else "in no phase"
        where = self.row.cell_of(SHOWN_PHASE)
        way = f"type one of them into {where}" if len(places) > 1 else f"empty {where}"
        raise Refusal(f"'{said}' is {told}, not in '{phase}'", f"{way}, or name another step")

    def _named(self, step: Ref) -> str:
        return next((name for name in self._titles().get(step, ()) if name), str(step))

    def _step_filled_down(self) -> str:
        """The step whose title a copied formula shows; empty where none does."""
        cell, grid = self.row.cells.get(SHOWN_STEP), self.sides.returned.grid
        spot = spot_of(cell.formula) if cell is not None and cell.formula else None
        if spot is None or spot.sheet != grid.sheet.title or spot.row != grid.row_of(TITLE_LANE):
            return ""
        return grid.steps.get(spot.column, "")

    def _titles(self) -> dict[Ref, list[str]]:
        """What each step is called: in the grid, when it was sent, by its id and its address; a new one by its title."""
        grid, outline = self.sides.returned.grid, self.sides.returned.outline
        shown = {at: self._title_of(column) for column, at in grid.steps.items()}
        names: dict[Ref, list[str]] = {
            at: [shown.get(at, ""), as_text(step.title), step.id, at] for at, step in outline.steps.items()
        }
        names |= {
            column: [self._title_of(column)] for column in grid.columns() if column not in grid.steps and self._title_of(column)
        }  # fmt: skip
        return {at: [name for name in said if name] for at, said in names.items()}

    def _title_of(self, column: int) -> str:
        grid = self.sides.returned.grid
        return grid.text(grid.row_of(TITLE_LANE), column)

    def _lane(self) -> str:
        said = spoken_by(self.row.cells.get(SHOWN_LANE, EMPTY))
        names = {
            self.sides.plain(name): lane
            for lane in (*_ACTIONS, "evidence")
            for name in (lane, *(getattr(words(lang), lane) for lang in ("en", "fr")))
        }
        if not said:
            raise self._ask(SHOWN_LANE, "in which lane it stands", "the name of the lane")
        if self.sides.plain(said) not in names:
            lanes = [getattr(self.sides.decoding.words, lane) for lane in CARD_LANES[:5]]
            near = closest(said, lanes)
            hint = f"did you mean {near}?" if near else f"one of: {', '.join(lanes)}"
            raise Refusal(f"there is no lane '{said}'", hint)
        return names[self.sides.plain(said)]

    def _card(self) -> _Place:
        said = as_text(self.row.value(SHOWN_CARD))
        if not said:
            raise self._ask(SHOWN_CARD, "which card may fail", "the card's text")
        within = self._step() if self.row.value(SHOWN_STEP) is not None else None
        found = [
            item
            for item in self.sides.returned.outline.items.values()
            if item.lane in _ACTIONS
            and within in (None, item.step)
            and self.sides.plain(said) in (self.sides.plain(item.text), self.sides.plain(self.sides.returned.theirs(item.key).cell.value))
        ]  # fmt: skip
        if len(found) == 1:
            return _Place(found[0].step, "fail_points", found[0].at)
        if found:
            raise Refusal(
                f"{len(found)} cards say '{said}'",
                f"type the step's title into {self.row.cell_of(SHOWN_STEP)}",
            )
        near = closest(said, [as_text(item.text) for item in self.sides.returned.outline.items.values()])
        raise Refusal(
            f"there is no card '{said}'", f"did you mean {near}?" if near else "type the text of a card as it stands in the grid"
        )  # fmt: skip


def _said(data: Any) -> str:
    """A new part in plain words: its text, and in brackets what is said of it."""
    if isinstance(data, str):
        return data
    text, *details = data.items()
    said = "; ".join(f"{name}: {_plain(value)}" for name, value in details)
    return f"{text[1]} ({said})"


def _plain(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(_plain, value))
    if isinstance(value, dict):
        return " by ".join(map(str, value.values()))
    return "yes" if value is True else str(value)
