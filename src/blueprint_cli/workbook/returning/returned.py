"""A workbook that came back, as a whole: for every fact that was sent the cell that holds it now."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from blueprint_cli.errors import BlueprintError
from blueprint_cli.workbook import anchors
from blueprint_cli.workbook.anchors import Key
from blueprint_cli.workbook.reading.cells import Cell, as_text, cell_name
from blueprint_cli.workbook.returning.comparing import Reading
from blueprint_cli.workbook.returning.outline import outline_of
from blueprint_cli.workbook.returning.placing import place
from blueprint_cli.workbook.returning.returned_grid import copies_of, find_grid, grid_title, strays_of
from blueprint_cli.workbook.returning.returned_tables import EMPTY, read_tables
from blueprint_cli.workbook.returning.revived import without_revived
from blueprint_cli.workbook.returning.sent import Anchor, Sent, Spot, read_sent, renamed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from blueprint_cli.language.words import Lang
    from blueprint_cli.workbook.anchors import Value
    from blueprint_cli.workbook.reading.cells import Book
    from blueprint_cli.workbook.returning.outline import Item, Outline
    from blueprint_cli.workbook.returning.placing import Placed
    from blueprint_cli.workbook.returning.returned_grid import ReturnedGrid
    from blueprint_cli.workbook.returning.returned_tables import ReturnedTables

Fate = Literal["stands", "deleted", "absent"]


@dataclass(frozen=True, slots=True)
class Theirs:
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


_MOST_NEW_CARDS, _MOST_NEW_STEPS = 500, 100
ABSENT, DELETED = Theirs("absent"), Theirs("deleted")


@dataclass
class Returned:
    """A workbook that came back.

    Attributes:
        base: every fact as it was sent.
        outline: the steps and cards of base.
        guessed: True when the hidden sheet is lost, and the file of today stands for what was sent.
        fingerprint: SHA-256 of the file that the workbook was made from; empty when that is lost.
        phases: the phase of every step that was sent, in order; None when that is lost.
        notes: what people should know, a sentence each.
    """

    book: Book
    grid: ReturnedGrid
    base: dict[Key, Value]
    outline: Outline
    placed: Placed
    tables: ReturnedTables
    reading: Reading
    guessed: bool
    fingerprint: str
    spots: dict[Key, Anchor]
    phases: tuple[str | None, ...] | None = None
    notes: list[str] = field(default_factory=list)

    def theirs(self, key: Key) -> Theirs:
        """What became of a fact."""
        item = self.outline.items.get(key.at) or self.outline.items.get(str(key))
        if item is not None and item.key == key:
            return self._card(item)
        if key in self.tables.facts:
            spot, cell = self.tables.facts[key]
            return Theirs("stands", cell, spot)
        if key.at in self.tables.gone:
            return ABSENT
        anchor = self.spots.get(key)
        if anchor is not None and self.placed.how == "anchors":
            if anchor.fate == "deleted":
                return DELETED
            if anchor.spot is not None:
                return self._at(anchor.spot)
        return self._by_place(key)

    def _card(self, item: Item) -> Theirs:
        if item.at in self.placed.away:
            return self._at(self.placed.away[item.at])
        spot = self.placed.spots.get(item.at)
        if spot is None:
            return DELETED
        if item.at in self.tables.texts and not self._is_changed(item):
            typed, cell = self.tables.texts[item.at]
            return Theirs("stands", cell, typed)
        return self._at(Spot(self.grid.sheet.title, *spot))

    def _is_changed(self, item: Item) -> bool:
        """Whether the grid says something else of a card than it was sent with."""
        spot = self.placed.spots.get(item.at)
        now = self.grid.sheet.value(*spot) if spot is not None else None
        return not self.reading.same("text", now, item.text)

    def twice(self) -> list[str]:
        """Texts that were typed in the grid and in a flat sheet: that of the grid counts."""
        return [
            f"{cell_name(*spot)}: '{as_text(cell.value)}' is not read: the grid says something else, and there it is typed"
            for at, (spot, cell) in self.tables.texts.items()
            if at in self.outline.items and self._is_changed(self.outline.items[at])
        ]

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


def read_returned(
    book: Book,
    today: Callable[[Lang], Mapping[Key, Value]],
    lang: Lang,
    fingerprint: str,
    sent: Sent | None = None,
) -> Returned:
    """Understand a workbook.

    Args:
        book: what came back.
        today: tells every fact of the file as it is now, in a language.
        lang: the language of the file, where the workbook does not say its own.
        fingerprint: SHA-256 of the file as it is now.
        sent: what the hidden sheet says, where that is known already.

    Raises:
        BlueprintError: it is not understood well enough to compare anything.
    """
    sent = sent or read_sent(book)
    if sent is not None:
        _refuse_other_format(book, sent)
        sent = sent if sent.anchors else None
    spoken = _language(sent, lang)
    reading = Reading(spoken, book.counts_from_1904)
    base = {anchor.key: anchor.base for anchor in sent.anchors} if sent else dict(today(spoken))
    outline = outline_of(base.items())
    notes = list(book.notes)
    grid = find_grid(book, sent, outline)
    if grid is None:
        from blueprint_cli.workbook.returning.headings import grid_by_headings

        grid = grid_by_headings(book, outline, reading)
        notes.append(_ABOUT_HEADINGS)
    if sent is not None:
        sent = without_revived(grid, _followed(sent, book, grid), outline, reading)
    placed = place(grid, outline, sent, reading)
    notes += _about_loss(sent, placed, grid, book)
    tables = read_tables(book, _cards(sent, outline, placed), base, _speakers(grid, outline, placed, reading))
    returned = Returned(
        book, grid, base, outline, placed, tables, reading,
        guessed=sent is None and _property(book) != fingerprint,
        fingerprint=sent.about.get(anchors.META_FINGERPRINT, "") if sent else fingerprint,
        spots={anchor.key: anchor for anchor in sent.anchors} if sent else {},
        phases=anchors.phases_in(sent.about.get(anchors.META_PHASES, "")) if sent else None,
    )  # fmt: skip
    returned.notes = [*notes, *_about_the_grid(returned), *returned.tables.notes]
    _refuse_strangers(returned)
    _refuse_floods(returned)
    return returned


def _followed(sent: Sent, book: Book, grid: ReturnedGrid) -> Sent:
    """The same with the name that the grid has now, where the anchors could not follow it."""
    title = grid_title(sent)
    return renamed(sent, title, grid.sheet.title) if book.sheet(title) is None else sent


def _language(sent: Sent | None, lang: Lang) -> Lang:
    said = sent.about.get(anchors.META_LANG, "") if sent else ""
    return "fr" if said == "fr" else "en" if said == "en" else lang


def _cards(sent: Sent | None, outline: Outline, placed: Placed) -> dict[Spot, list[str]]:
    """The cards in each cell, where the anchors tell: rows of flat sheets show their cards by formulas."""
    if sent is None or placed.how != "anchors":
        return {}
    items = {item.key: item.at for item in outline.items.values()}
    cards: dict[Spot, list[str]] = {}
    for anchor in sent.anchors:
        if anchor.spot is not None and anchor.key in items:
            cards.setdefault(anchor.spot, []).append(items[anchor.key])
    return cards


def _speakers(
    grid: ReturnedGrid, outline: Outline, placed: Placed, reading: Reading
) -> Callable[[str, Value], bool | None]:
    """Tells whether a card says a text, as it was sent or as it stands in the grid now; None where there is no such card."""

    def says(at: str, text: Value) -> bool | None:
        item = outline.items.get(at)
        if item is None:
            return None
        spot = placed.spots.get(at)
        now = grid.sheet.value(*spot) if spot is not None else None
        return reading.fold(as_text(text)) in (reading.fold(item.text), reading.fold(as_text(now)))

    return says


def _about_the_grid(returned: Returned) -> list[str]:
    strays = [
        f"{returned.name(*spot)}: stands in no lane, and is not read" for spot in strays_of(returned.grid)
    ]
    return [*_about_phases(returned), *strays, *returned.twice()]


def _about_phases(returned: Returned) -> list[str]:
    """With their row gone, nobody knows what was meant by it."""
    if returned.grid.row_of(anchors.PHASE_LANE) is not None or not any(returned.phases or ()):
        return []
    return ["the row of phases is gone: every step stays in its phase"]


_ABOUT_HEADINGS = "the hidden row and column are gone: steps and lanes were found by their headings"


def _property(book: Book) -> str:
    return as_text(book.properties.get(anchors.FINGERPRINT, ""))


def _about_loss(sent: Sent | None, placed: Placed, grid: ReturnedGrid, book: Book) -> list[str]:
    notes = []
    if sent is None:
        notes.append("the hidden sheet _bp is gone: cells are compared with the file as it is now")
    elif sent.pasted_as_values:
        notes.append("the anchors in _bp were pasted as values: cards were found by their texts")
    elif placed.how == "texts":
        notes.append("the anchors in _bp do not fit the grid: cards were found by their texts")
    copies = copies_of(book, grid)
    if copies:
        named = ", ".join(f"'{title}'" for title in copies)
        verb = "looks" if len(copies) == 1 else "look"
        notes.append(f"{named} {verb} like a copy of '{grid.sheet.title}': what is typed there is not read")
    return notes


def _refuse_other_format(book: Book, sent: Sent) -> None:
    said = sent.about.get(anchors.META_FORMAT, "")
    if said and said != anchors.FORMAT:
        raise BlueprintError(
            f"{book.name}: it was made by another version of blueprint: its format is {said}, not {anchors.FORMAT}",
            "bring it back with the version that made it",
        )


def _refuse_floods(returned: Returned) -> None:
    """What nobody types by hand is no edit: each new card is a change that somebody has to read."""
    known = {key.at for key in returned.base}
    strange = sum(key.at not in known for key in returned.tables.facts)
    news = (
        (len(returned.placed.fresh), _MOST_NEW_CARDS, "cells with texts that are new"),
        (len(returned.tables.new_rows), _MOST_NEW_CARDS, "rows of flat sheets that are new"),
        (strange, _MOST_NEW_CARDS, "facts of parts that the map never had"),
        (len(returned.grid.columns()) - len(returned.grid.steps), _MOST_NEW_STEPS, "columns that are new"),
    )
    for count, most, what in news:
        if count > most:
            raise BlueprintError(
                f"{returned.book.name}: {count} {what}: more than {most} are no edit of a map",
                "`blueprint import BOOK -o NEW.blueprint.yaml` reads a grid that was made elsewhere",
            )


def _refuse_strangers(returned: Returned) -> None:
    """A workbook of another map must not empty this one."""
    standing = sum(spot is not None for spot in returned.placed.spots.values())
    if returned.placed.spots and not standing and (returned.guessed or not returned.grid.steps):
        raise BlueprintError(
            f"{returned.book.name}: none of its cards can be found again",
            "was it made from this file? `blueprint render FILE -o NEW.xlsx` makes a new one",
        )
