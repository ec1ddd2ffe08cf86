"""A workbook that came back, as a whole: for every fact that was sent the cell that holds it now."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from blueprint_cli.workbook import anchors
from blueprint_cli.workbook.anchors import Key
from blueprint_cli.workbook.reading.cells import EMPTY, Cell, as_text, cell_name
from blueprint_cli.workbook.returning.sent import Anchor, Spot
from blueprint_cli.workbook.returning.shown import Shown

if TYPE_CHECKING:
    from blueprint_cli.workbook.anchors import Value
    from blueprint_cli.workbook.reading.cells import Book
    from blueprint_cli.workbook.returning.comparing import Reading
    from blueprint_cli.workbook.returning.gone_rows import Table as RowsOf
    from blueprint_cli.workbook.returning.outline import Item, Outline
    from blueprint_cli.workbook.returning.phase_titles import PhaseTitles
    from blueprint_cli.workbook.returning.placing import Placed
    from blueprint_cli.workbook.returning.returned_grid import ReturnedGrid
    from blueprint_cli.workbook.returning.returned_names import NamedRow
    from blueprint_cli.workbook.returning.returned_tables import ReturnedTables

Fate = Literal["stands", "deleted", "absent"]


class Theirs(NamedTuple):
    """What became of a fact.

    Attributes:
        fate: `deleted` with its row or column, or emptied by hand; `absent` where the workbook has no cell for it.
        cell: what stands there.
        spot: where.
    """

    fate: Fate
    cell: Cell = EMPTY
    spot: Spot | None = None

    @property
    def where(self) -> str:
        """The cell as people name it; empty where there is none."""
        return cell_name(*self.spot) if self.spot else ""


ABSENT, DELETED = Theirs("absent"), Theirs("deleted")


class Returned:
    """A workbook that came back.

    Attributes:
        base: every fact as it was sent.
        outline: the steps and cards of base.
        shown: what was typed where nothing is.
        guessed: True when the hidden sheet is lost, and the file of today stands for what was sent.
        fingerprint: SHA-256 of the file that the workbook was made from; empty when that is lost.
        phases: the phase of every step that was sent, in order; None when that is lost.
        notes: what people should know, a sentence each.
    """

    def __init__(
        self,
        *,
        book: Book,
        grid: ReturnedGrid,
        base: dict[Key, Value],
        outline: Outline,
        placed: Placed,
        tables: ReturnedTables,
        reading: Reading,
        guessed: bool,
        fingerprint: str,
        spots: dict[Key, Anchor],
        phases: tuple[str | None, ...] | None,
    ) -> None:
        self.book, self.grid, self.base, self.outline = book, grid, base, outline
        self.placed, self.tables, self.reading = placed, tables, reading
        self.guessed, self.fingerprint = guessed, fingerprint
        self.spots, self.phases = spots, phases
        self.shown = Shown()
        self.notes: list[str] = []
        self._cards: dict[str, Theirs] = {}

    @cached_property
    def typed_over(self) -> dict[Key, Theirs]:
        """The facts whose cells say something else than they were sent with, in the order in which they were sent."""
        found: dict[Key, Theirs] = {}
        for key, base in self.base.items():
            if self._is_untouched(key, base):
                continue
            theirs = self.theirs(key)
            if theirs.fate != "absent" and (
                _is_hollow(theirs.cell) or not self.reading.same(key.kind, theirs.cell.value, base)
            ):
                found[key] = theirs
        for key, (_, cell) in self.tables.facts.items():
            if key not in self.base and (_is_hollow(cell) or as_text(cell.value)):
                found[key] = self.theirs(key)
        return found

    def _is_untouched(self, key: Key, base: Value) -> bool:
        """Whether a cell holds the very value that it was sent with, so that there is nothing else to ask."""
        if key.at in self.tables.texts or key.at in self.placed.away:
            return False
        item = self.outline.items.get(key.at)
        if item is not None and item.key == key:
            spot = self.placed.spots.get(key.at)
            cell = self.grid.sheet.cells.get(spot) if spot is not None else None
        else:
            _, cell = self.tables.facts.get(key, (None, None))
        return cell is not None and cell.formula is None and cell.value == base and not _has_lines(base)

    @cached_property
    def named_rows(self) -> list[NamedRow]:
        """The teams and systems that the directory names."""
        from blueprint_cli.workbook.returning.returned_names import named_rows

        return named_rows(self.book, self.reading)

    @cached_property
    def rows_gone(self) -> dict[str, RowsOf]:
        """The parts whose row is gone from its flat sheet, by address, with the table that it stood in."""
        from blueprint_cli.workbook.returning.gone_rows import rows_gone

        return rows_gone(self)

    @cached_property
    def phase_titles(self) -> PhaseTitles:
        """What the phases of steps are called."""
        from blueprint_cli.workbook.returning.phase_titles import PhaseTitles

        return PhaseTitles.of(self)

    def theirs(self, key: Key) -> Theirs:
        """What became of a fact."""
        item = self.outline.items.get(key.at) or self.outline.items.get(str(key))
        if item is not None and item.key == key:
            found = self._card(item)
            return self._its_own(item, found) if _has_lines(found.cell.value) else found
        flat = self._in_a_table(key)
        if flat is not None:
            return flat
        anchor = self.spots.get(key)
        if anchor is not None and self.placed.how == "anchors":
            if anchor.fate == "deleted":
                return DELETED
            if anchor.spot is not None:
                return self._at(anchor.spot)
        return self._by_place(key)

    def _in_a_table(self, key: Key) -> Theirs | None:
        """What a flat sheet says of a fact; None where it has no cell for it."""
        flat = self.tables.facts.get(key)
        typed = self.tables.texts.get(key.at) if key.field == "title" else None
        if typed is not None and not self._is_changed(key, self.base.get(key)):
            flat = typed
        if flat is not None:
            return Theirs("stands", flat[1], flat[0])
        is_gone = key.at in self.tables.gone or key in self.tables.without_column
        return ABSENT if is_gone else None

    def _card(self, item: Item) -> Theirs:
        if item.at not in self._cards:
            self._cards[item.at] = self._found(item)
        return self._cards[item.at]

    def _found(self, item: Item) -> Theirs:
        if item.at in self.placed.away:
            return self._at(self.placed.away[item.at])
        spot = self.placed.spots.get(item.at)
        if spot is None:
            return DELETED
        if item.at in self.tables.texts and not self._is_changed(item.key, item.text):
            typed, cell = self.tables.texts[item.at]
            return Theirs("stands", cell, typed)
        return self._at(Spot(self.grid.sheet.title, *spot))

    def _is_changed(self, key: Key, sent: Value) -> bool:
        """Whether the grid says something else of a card or a step than it was sent with."""
        return not self.reading.same("text", in_grid(self.grid, self.placed, key.at), sent)

    def _its_own(self, item: Item, theirs: Theirs) -> Theirs:
        """What of a cell is the card's own text, where several cards were typed over it."""
        before, own, behind = self._cards_over(item, theirs.cell)
        return theirs._replace(cell=Cell(own)) if before or behind else theirs

    def beside(self, item: Item) -> tuple[list[str], list[str]]:
        """The texts of further cards that were typed over a card with bullets: above it and below it."""
        spot = self.placed.spots.get(item.at)
        if spot is not None and item.at not in self.tables.texts and item.at not in self.placed.away:
            cell = self.grid.sheet.cells.get(spot)
            if cell is None or not _has_lines(cell.value):
                return [], []
        before, _, behind = self._cards_over(item, self._card(item).cell)
        return before, behind

    def _cards_over(self, item: Item, cell: Cell) -> tuple[list[str], str, list[str]]:
        """The cards in a cell around the one that was sent: the one that still says its text, else the first."""
        text = as_text(cell.value)
        if "\n" not in text or cell.formula is not None or self.reading.same("text", text, item.text):
            return [], text, []
        from blueprint_cli.workbook.reading.bullets import cards_in, lines_of, without_bullet

        fold = self.reading.fold
        sent, said = fold(item.text), cards_in(text)
        if len(said) <= 1:  # lines without bullets are one text, unless one of them still is the whole card
            lines = lines_of(text)
            said = [without_bullet(line) for line in lines] if sent in map(fold, lines) else said
        if len(said) <= 1:
            return [], text, []
        own = next((place for place, line in enumerate(said) if fold(line) == sent), 0)
        return said[:own], said[own], said[own + 1 :]

    @cached_property
    def typed_twice(self) -> dict[str, tuple[Spot, Cell]]:
        """Texts of flat sheets, with their cells, whose card or step says another new thing in the grid; by address."""
        return {
            at: typed
            for at, typed in self.tables.texts.items()
            if self._is_changed(Key(at, ""), self.outline.text(at))
        }

    def _at(self, spot: Spot) -> Theirs:
        sheet = self.book.sheet(spot.sheet)
        if sheet is None:
            return ABSENT
        return Theirs("stands", sheet.cells.get((spot.row, spot.column), EMPTY), spot)

    def _by_place(self, key: Key) -> Theirs:
        """A fact of a step by the step's column and the fact's row."""
        if key.at not in self.outline.steps:
            return ABSENT
        lane = anchors.TITLE_LANE if key.field == "title" else str(Key("", key.field, key.entry))
        row, column = self.grid.row_of(lane), self.grid.column_of(key.at)
        if column is None and key.field == "title":
            return DELETED
        if row is None or column is None:
            return ABSENT
        return self._at(Spot(self.grid.sheet.title, row, column))

    def name(self, row: int, column: int) -> str:
        """A cell of the grid as people name it."""
        return cell_name(self.grid.sheet.title, row, column)


def _has_lines(value: object) -> bool:
    return isinstance(value, str) and "\n" in value


def _is_hollow(cell: Cell) -> bool:
    """A formula that was never computed says nothing yet, and is not nothing."""
    return cell.formula is not None and cell.value is None


def in_grid(grid: ReturnedGrid, placed: Placed, at: str) -> str:
    """What the grid says of a card or a step now."""
    spot = placed.spots.get(at)
    if spot is not None:
        return grid.sheet.text(*spot)
    column = grid.column_of(at) if at not in placed.spots else None
    return grid.text(grid.row_of(anchors.TITLE_LANE), column) if column is not None else ""
