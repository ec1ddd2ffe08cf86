"""What a client typed where a workbook only shows something: told once a column, with the way to what is meant."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from blueprint_cli.edit.returning.new_step_data import OWNER
from blueprint_cli.edit.returning.planning import SETS, Planned
from blueprint_cli.edit.returning.shown_today import ShownToday
from blueprint_cli.edit.returning.shown_values import is_written, revised_value
from blueprint_cli.language.words import words
from blueprint_cli.workbook.anchors import (
    CARD_LANES,
    SHOWN_CARD,
    SHOWN_LANE,
    SHOWN_PHASE,
    SHOWN_STEP,
    SHOWN_TEXT,
    address_shown,
)
from blueprint_cli.workbook.reading.cells import as_text, cell_name
from blueprint_cli.workbook.returning.outline import MAIN, part_of
from blueprint_cli.workbook.revisions import Revision

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from blueprint_cli.edit.returning.planning import Sides
    from blueprint_cli.workbook.returning.shown import TypedOver

_MOST_SAID = 3
_WHAT = {SHOWN_TEXT: "the text", SHOWN_STEP: "the step", SHOWN_CARD: "the card", SHOWN_LANE: "the lane"}
_SILENT = ("=", "=curve", "=line.interaction", "=line.visibility", "=line.internal")
"""Rows of the grid that show nothing of the map in words."""
_LEAVE = "leave it as it was"


class _Told(NamedTuple):
    """Where something belongs, and how people are told.

    Attributes:
        at: its address in today's file; empty where nobody knows.
        field: its field.
        sent: what its cell showed.
    """

    at: str
    field: str
    sent: str | None
    why: str
    help: str


def revised_shown(sides: Sides) -> Iterator[Planned]:
    """A revision for every column in which something was typed, or emptied, that is typed elsewhere."""
    telling = _Telling(sides)
    columns: dict[tuple[str, int, str], list[tuple[TypedOver, _Told]]] = defaultdict(list)
    for cell in (*sides.returned.shown.typed, *telling.today.emptied()):
        if telling.is_said(cell):
            continue
        planned = revised_value(sides, telling.today, cell) if cell.kind == "sheet" else None
        if planned is not None:
            yield planned
        else:
            told = telling.told(cell)
            column = 0 if cell.kind == "strange" else cell.spot.column
            columns[cell.spot.sheet, column, told.why].append((cell, told))
    for cells in columns.values():
        yield _planned(sides, cells)


class _Telling:
    def __init__(self, sides: Sides) -> None:
        self.sides = sides
        self.fold = sides.returned.reading.fold
        self.today = ShownToday(sides)
        self.strange = {
            (cell.spot.sheet, cell.spot.column)
            for cell in sides.returned.shown.typed
            if cell.kind == "table"
            and cell.owner
            and not cell.mark
            and not self.today.is_column(cell.heading)
        }
        self.names = {row.where for row in sides.returned.named_rows}

    def is_said(self, cell: TypedOver) -> bool:
        """Whether it is told elsewhere, or today's file says it."""
        said = self.fold(as_text(cell.cell.value))
        if (
            self._is_read_with_its_step(cell)
            or cell.where in self.names
            or (not cell.owner and (cell.spot.sheet, cell.spot.column) in self.strange)
        ):
            return True
        if cell.cell.formula is not None or cell.kind not in ("table", "sheet"):
            return False
        if cell.mark and cell.mark != SHOWN_PHASE:
            return said in map(self.fold, self._shown_now(cell))
        text = self.today.text(cell)
        is_same = text is not None and said == self.fold(text)
        return is_same or (cell.kind == "sheet" and is_written(self.sides, self.today, cell))

    def _is_read_with_its_step(self, cell: TypedOver) -> bool:
        """Whether it stands under a new column, which is read with it."""
        grid = self.sides.returned.grid
        return (
            cell.kind == "grid"
            and cell.mark == OWNER
            and cell.spot.column >= grid.first
            and not cell.owner
            and cell.spot.column in grid.columns()
        )

    def _shown_now(self, cell: TypedOver) -> Iterator[str]:
        """What a column shows of the grid, if the workbook were made of today's file."""
        sides = self.sides
        today = sides.matched.address(part_of(cell.owner)[0]) or ""
        item = sides.outline.items.get(today)
        if cell.mark == SHOWN_LANE:
            yield getattr(sides.decoding.words, item.lane) if item else ""
            return
        if cell.mark == SHOWN_STEP and item is not None:
            yield as_text(sides.outline.text(item.step))
        shown = sides.matched.address(address_shown(cell.mark, cell.owner)) or ""
        yield as_text(sides.outline.text(shown))

    def told(self, cell: TypedOver) -> _Told:
        """What is told of one cell."""
        if cell.kind == "strange":
            return _Told("", "", None, "the sheet was not sent", "say it in the grid, or in the file")
        return {"grid": self._of_grid, "table": self._of_table, "sheet": self._of_sheet}[cell.kind](cell)

    def _of_grid(self, cell: TypedOver) -> _Told:
        grid, w = self.sides.returned.grid, self.sides.decoding.words
        if cell.spot.column < grid.first:
            what = f"{_LEAVE}: a card is typed under its step" if cell.mark in CARD_LANES else _LEAVE
            return _Told("", "", None, "labels are not read", what)
        if cell.mark.removeprefix("=") in ("systems", "owner", "wait", "work", "elapsed"):
            why = f"the row only shows what stands in '{w.cards}'"
            way = "" if cell.owner else ": a new step is there once it is in the file and sent again"
            return _Told("", "", None, why, f"type it into '{w.cards}'{way}")
        if cell.heading and cell.mark.startswith("=") and cell.mark not in _SILENT:
            return _Told("", "", None, f"'{cell.heading}' is only shown here", "change it in the file")
        return _Told("", "", None, "it stands in no lane", "type it into a lane, or say it in the file")

    def _of_table(self, cell: TypedOver) -> _Told:
        sides = self.sides
        if not cell.owner:
            return _Told("", "", None, "titles and headings are not read", _LEAVE)
        today = sides.matched.address(cell.owner) or ""
        if cell.mark == SHOWN_PHASE:
            return self._of_phase(cell)
        if cell.mark:
            return self._of_mark(cell, today)
        if not self.today.is_column(cell.heading):
            why = "no such column was sent"
            return _Told(
                today if cell.heading else "",
                cell.heading,
                None,
                why,
                "type it as a remark, or into the file",
            )
        field, why = self.today.field(cell.heading), f"'{cell.heading}' is only shown here"
        at, way = today, "change it in the file"
        if field == "channel" and "]." in cell.owner and ".evidence[" not in cell.owner:
            at, way = today.split("].", 1)[0].removesuffix("]") + "]", "change that of the step in the file"
        return _Told(at, field, self.today.sent(cell), why, way)

    def _of_mark(self, cell: TypedOver, today: str) -> _Told:
        """A column that shows something of the grid."""
        sides, returned = self.sides, self.sides.returned
        shown = address_shown(cell.mark, cell.owner)
        item, text = returned.outline.items.get(shown), as_text(returned.outline.text(shown))
        why = f"{_WHAT[cell.mark]} is only shown here"
        if cell.mark == SHOWN_LANE:
            lane = item.lane if item else ""
            where = returned.theirs(item.key).where if item else ""
            return _Told(today, "lane", getattr(words(returned.reading.lang), lane, None), why, f"cut {where} and paste it into that lane")  # fmt: skip
        at = sides.matched.address(shown) or ""
        if item is not None:
            where = returned.theirs(item.key).where
            if cell.mark == SHOWN_TEXT:
                return _Told(at, "", text, why, f"empty {where} to take it out")
            return _Told(at, MAIN.get(item.lane, "action"), text, why, f"type it over {where}")
        row, column = returned.grid.row_of("@title"), returned.grid.column_of(shown)
        where = cell_name(returned.grid.sheet.title, row, column) if row and column else "the grid"
        also = "" if shown == cell.owner else ", or carry the card to another step"
        return _Told(at, "title", text, why, f"type the title over {where}{also}")

    def _of_phase(self, cell: TypedOver) -> _Told:
        """The phase of a step, beside the step or one of its cards."""
        at = self.sides.matched.address(address_shown(cell.mark, cell.owner)) or ""
        why, way = (
            "the phase is only shown here",
            "type its title into the grid, above the first of its steps",
        )
        return _Told(at, "phase", self.today.text(cell) or None, why, way)

    def _of_sheet(self, cell: TypedOver) -> _Told:
        w = self.sides.decoding.words
        if cell.spot.sheet == w.times:
            return _Told("", "", None, f"'{w.times}' is reckoned", f"type times into '{w.cards}'")
        told = _Told("", "", self.today.sent(cell), "it is only shown here", "change it in the file")
        part = self.today.named(cell.owner)
        return told if part is None else told._replace(at=part.at, field=self.today.field(cell.heading))


def _planned(sides: Sides, cells: Sequence[tuple[TypedOver, _Told]]) -> Planned:
    """What was typed into a column, or into a sheet that was not sent."""
    first, told = cells[0]
    texts = [cell.cell.unsaid or as_text(cell.cell.value) for cell, _ in cells]
    typed = " | ".join(text for text in texts[:_MOST_SAID] if text) or None
    why = told.why
    if len(cells) > 1:
        where = "the sheet" if first.kind == "strange" else "the column"
        why += f"; so it is in {len(cells)} cells of {where}"
        typed = f"{typed} | …" if typed and len(cells) > _MOST_SAID else typed
        told = told._replace(at="", sent=None)
    line = sides.line(sides.route(told.at)) if told.at else None
    revision = Revision("set", told.at, told.field, first.where, told.sent, typed, None, line=line)
    return Planned(revision, SETS).with_state("undecided", why, told.help)
