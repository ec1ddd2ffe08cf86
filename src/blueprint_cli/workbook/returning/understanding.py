"""From a workbook that came back to what it says: the grid, the cards, the flat sheets, and what is told besides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.language.words import words
from blueprint_cli.workbook import anchors
from blueprint_cli.workbook.anchors import Key
from blueprint_cli.workbook.reading.cells import as_text
from blueprint_cli.workbook.returning.amounts import MOST_FACTS, refuse_more_than
from blueprint_cli.workbook.returning.comparing import Reading
from blueprint_cli.workbook.returning.outline import outline_of
from blueprint_cli.workbook.returning.placing import place
from blueprint_cli.workbook.returning.refusals import refuse_other_format, refuse_what_is_no_edit
from blueprint_cli.workbook.returning.returned import Returned, in_grid
from blueprint_cli.workbook.returning.returned_grid import (
    copies_of,
    find_grid,
    grid_title,
    idle_phases,
    strays_of,
)
from blueprint_cli.workbook.returning.returned_tables import read_tables
from blueprint_cli.workbook.returning.revived import without_revived
from blueprint_cli.workbook.returning.sent import Sent, Spot, read_sent, renamed
from blueprint_cli.workbook.returning.shown import Known, Shown, read_shown
from blueprint_cli.workbook.returning.spoken import put_in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from blueprint_cli.language.words import Lang
    from blueprint_cli.workbook.anchors import Value
    from blueprint_cli.workbook.reading.cells import Book
    from blueprint_cli.workbook.returning.outline import Outline
    from blueprint_cli.workbook.returning.placing import Placed
    from blueprint_cli.workbook.returning.returned_grid import ReturnedGrid
    from blueprint_cli.workbook.returning.returned_tables import ReturnedTables

    Says = Callable[[str, Value], bool | None]


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
    sent = _ours(book, sent or read_sent(book))
    spoken = _language(sent, lang)
    reading = Reading(spoken, book.counts_from_1904)
    base = {anchor.key: anchor.base for anchor in sent.anchors} if sent else dict(today(spoken))
    outline = outline_of(base.items())
    notes = list(book.notes)
    grid = find_grid(book, sent, outline)
    if grid is None:
        grid = _grid_by_headings(book, outline, reading, base)
        notes.append(_ABOUT_HEADINGS)
    put_in_words(book, grid, reading)
    if sent is not None:
        sent = without_revived(grid, _followed(sent, book, grid), outline, reading)
    placed = place(grid, outline, sent, reading)
    notes += _about_loss(sent, placed, grid, book)
    says = _speakers(grid, outline, placed, reading)
    tables = read_tables(book, _cards(sent, outline, placed), base, says)
    _keep_no_other_titles(tables, outline, grid, reading.fold)
    returned = Returned(
        book=book, grid=grid, base=base, outline=outline, placed=placed, tables=tables, reading=reading,
        guessed=sent is None and _property(book) != fingerprint,
        fingerprint=sent.about.get(anchors.META_FINGERPRINT, "") if sent else fingerprint,
        spots={anchor.key: anchor for anchor in sent.anchors} if sent else {},
        phases=anchors.phases_in(sent.about.get(anchors.META_PHASES, "")) if sent else None,
    )  # fmt: skip
    refuse_what_is_no_edit(returned)
    if sent is not None and sent.marks:
        returned.shown = _shown(returned, sent, says)
    returned.notes = [*notes, *_about_the_grid(returned), *returned.tables.notes]
    return returned


def _ours(book: Book, sent: Sent | None) -> Sent | None:
    """What the hidden sheet says, where it names any fact."""
    if sent is not None:
        refuse_other_format(book, sent)
        refuse_more_than(book, len(sent.anchors), MOST_FACTS, "facts in its hidden sheet _bp")
    return sent if sent is not None and sent.anchors else None


def _grid_by_headings(
    book: Book, outline: Outline, reading: Reading, base: Mapping[Key, Value]
) -> ReturnedGrid:
    from blueprint_cli.workbook.returning.headings import grid_by_headings

    phases = [as_text(title) for key, title in base.items() if key.at.startswith("phases[")]
    return grid_by_headings(book, outline, reading, phases)


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
    items |= {Key(at, "title"): at for at in outline.steps}
    cards: dict[Spot, list[str]] = {}
    for anchor in sent.anchors:
        if anchor.spot is not None and anchor.key in items:
            cards.setdefault(anchor.spot, []).append(items[anchor.key])
    return cards


def _speakers(grid: ReturnedGrid, outline: Outline, placed: Placed, reading: Reading) -> Says:
    """Tells whether a card or a step says a text, as it was sent or as it stands in the grid now; None where there is no such one."""

    def says(at: str, text: Value) -> bool | None:
        if at not in outline.items and at not in outline.steps:
            return None
        sent, now = outline.text(at), in_grid(grid, placed, at)
        return reading.fold(as_text(text)) in (reading.fold(sent), reading.fold(now))

    return says


def _keep_no_other_titles(
    tables: ReturnedTables, outline: Outline, grid: ReturnedGrid, fold: Callable[[Value], str]
) -> None:
    """The title of another step, typed over that of a step, is no new title: what is meant is asked."""
    typed = [at for at in tables.texts if at in outline.steps]
    if not typed:
        return
    row = grid.row_of(anchors.TITLE_LANE)
    titles = {at: {fold(step.title)} for at, step in outline.steps.items()}
    for column, at in grid.steps.items():
        titles.setdefault(at, set()).add(fold(grid.text(row, column)))
    for at in typed:
        said = fold(as_text(tables.texts[at][1].value))
        if any(said in names for other, names in titles.items() if other != at):
            del tables.texts[at]


def _shown(returned: Returned, sent: Sent, says: Says) -> Shown:
    """What was typed where nothing is; a copy of the grid is told as such."""
    facts = {
        anchor.spot
        for anchor in sent.anchors
        if anchor.spot and (not anchor.key.at or anchor.key.at.startswith("phases["))
    }
    anchored = returned.placed.how == "anchors"
    known = Known(sent.marks, says, returned.phase_titles, frozenset(facts), anchored)
    sheets = [sheet for sheet in returned.book.sheets if sheet is not sent.sheet]
    shown = read_shown(sheets, returned.grid, returned.tables, known)
    copies = copies_of(returned.book, returned.grid) if shown.typed else ()
    return shown._replace(typed=[cell for cell in shown.typed if cell.spot.sheet not in copies])


def _about_the_grid(returned: Returned) -> list[str]:
    return [*_about_phases(returned), *_about_columns(returned), *_about_strays(returned)]


def _about_columns(returned: Returned) -> list[str]:
    """A column is perhaps only in the way: what was typed there stays in the file."""
    w = words(returned.reading.lang)
    gone = {
        (table.sheet.title, getattr(w, key.field, key.field))
        for key, table in returned.tables.without_column.items()
    }
    return [
        f"'{sheet}' has no column '{heading}' any more: nothing of it is taken out"
        for sheet, heading in sorted(gone)
    ]


def _about_strays(returned: Returned) -> list[str]:
    """Cells in no lane, of a workbook that does not know what else it was sent with."""
    if returned.shown.marks:
        return []
    return [
        f"{returned.name(*spot)}: stands in no lane, and is not read" for spot in strays_of(returned.grid)
    ]


def _about_phases(returned: Returned) -> list[str]:
    """With their row gone, nobody knows what was meant by it; nor what a phase without a step is for."""
    if returned.grid.row_of(anchors.PHASE_LANE) is None and any(returned.phases or ()):
        return ["the row of phases is gone: every step stays in its phase"]
    return [
        f"{returned.name(*spot)}: stands over no step, and is not read" for spot in idle_phases(returned.grid)
    ]


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
