"""A workbook of both versions: every change in a list, and the grid, its cells coloured by what happened to them."""

from __future__ import annotations

import os
from copy import copy
from typing import TYPE_CHECKING, Any

from blueprint_cli.analysis.differences.figure_rows import figure_rows
from blueprint_cli.analysis.differences.saying import Saying
from blueprint_cli.render.overlay import COLOURS, FATES, SIGNS, TINTS, Fate, overlay

if TYPE_CHECKING:
    from collections.abc import Iterable

    from blueprint_cli.analysis.differences.change import Change
    from blueprint_cli.analysis.differences.outcome import Compared
    from blueprint_cli.language.words import Lang
    from blueprint_cli.render.overlay import Overlay

_WIDTHS = (4, 30, 110)
_KIND_TO_FATE: dict[str, Fate] = {**{fate: fate for fate in FATES}, "renamed": "changed"}


def render(file: Compared, lang: Lang | None) -> bytes:
    """The workbook's bytes, the same for the same two maps.

    Raises:
        BlueprintError: a text is longer than a cell can hold.
    """
    # openpyxl asks once, when it is first imported; with lxml beside us its bytes would differ.
    os.environ["OPENPYXL_LXML"] = "False"

    from blueprint_cli.render.grid.look import Looks, new_book
    from blueprint_cli.render.grid.packing import packed
    from blueprint_cli.render.grid.page import Ledger, Page
    from blueprint_cli.workbook.facts import facts_of

    language = lang or file.lang
    saying = Saying(file.comparison, language, typographic=True)
    rows = [(change, saying.group_of(change), saying.sentence(change)) for change in file.changes]
    both = overlay(file)
    book = new_book()
    ledger = Ledger(facts_of(both.blueprint, language), Looks(book))
    _list(book.active, saying, rows, _figures(file, language, saying))
    _grid(Page(book.create_sheet("Blueprint"), ledger), both, language)
    book.properties.creator, book.properties.title = "blueprint", file.title
    return packed(book, ledger, file.comparison.new.reviewed)


def _figures(file: Compared, lang: Lang, saying: Saying) -> list[tuple[str, ...]]:
    rows = figure_rows(file.figures, lang)
    words = saying.words
    head = (words.figure, words.before, words.after_, words.difference)
    return [head, *((row.name, row.old, row.new, row.delta) for row in rows)] if rows else []


def _list(
    sheet: Any, saying: Saying, rows: Iterable[tuple[Change, str, str]], figures: list[tuple[str, ...]]
) -> None:
    """Sign, step and sentence of each change; the figures below."""
    from openpyxl.styles import Alignment, Font
    from openpyxl.worksheet.properties import PageSetupProperties

    from blueprint_cli.render.grid.look import height_of
    from blueprint_cli.render.grid.strings import put

    words = saying.words
    sheet.title = words.sheet
    for letter, width in zip("ABC", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    bold, wrapped = Font(name="Arial", size=10, bold=True), Alignment(wrap_text=True, vertical="top")
    for column, text in enumerate(("", words.where, words.sheet), 1):
        put(sheet.cell(1, column), text)
        sheet.cell(1, column).font = bold
    number = 1
    for number, (change, where, sentence) in enumerate(rows, 2):
        fate = _KIND_TO_FATE[change.kind]
        sheet.row_dimensions[number].height = max(
            height_of(sentence, _WIDTHS[2]), height_of(where, _WIDTHS[1])
        )
        for column, text in enumerate((SIGNS[fate], where, sentence), 1):
            cell = sheet.cell(number, column)
            put(cell, text)
            cell.fill, cell.font, cell.alignment = _ground(fate), _ink(fate if column == 1 else None), wrapped
    for offset, figure in enumerate(figures, number + 2):
        put(sheet.cell(offset, 2), figure[0])
        put(sheet.cell(offset, 3), f"{figure[1]} → {figure[2]} ({figure[3]})")
        for column in (2, 3):
            sheet.cell(offset, column).font = bold if offset == number + 2 else _ink(None)
    sheet.freeze_panes = "A2"
    sheet.page_setup.orientation, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = (
        "landscape",
        1,
        0,
    )
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _grid(page: Any, both: Overlay, lang: Lang) -> None:
    """The grid of both versions, then the colours over it."""
    from blueprint_cli.analysis.timings import measure
    from blueprint_cli.render.grid.grid_sheet import GridSheet
    from blueprint_cli.workbook.grid import grid_of

    grid = grid_of(both.blueprint, measure(both.blueprint), lang)
    GridSheet(page, grid, grid.title).fill()
    for key, (sheet, row, column) in page.ledger.places.items():
        found = both.fates.get(key.at)
        if found is None or sheet != page.sheet.title or key.field not in ("title", "action", "text"):
            continue
        cell = page.sheet.cell(row, column)
        cell._style = copy(cell._style)  # noqa: SLF001 - all cells of one look share it
        fate = found[0]
        cell.value = f"{SIGNS[fate]} {cell.value or ''}"
        cell.fill, cell.border = _ground(fate), _edge(fate)
        cell.font = _ink(fate, struck=fate == "removed")


def _ground(fate: Fate) -> Any:
    from openpyxl.styles import PatternFill

    return PatternFill("solid", fgColor=TINTS[fate].lstrip("#").upper())


def _edge(fate: Fate) -> Any:
    from openpyxl.styles import Border, Side

    side = Side(style="medium", color=COLOURS[fate].lstrip("#").upper())
    return Border(left=side, right=side, top=side, bottom=side)


def _ink(fate: Fate | None, *, struck: bool = False) -> Any:
    from openpyxl.styles import Font

    colour = "1F2933" if fate is None else COLOURS[fate].lstrip("#").upper()
    return Font(name="Arial", size=10, bold=fate is not None and not struck, strike=struck, color=colour)
