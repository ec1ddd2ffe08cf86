"""The whole workbook: read me, grid, flat sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openpyxl.packaging.custom import StringProperty

from blueprint_cli.analysis.shared import measure_shown
from blueprint_cli.errors import PartError
from blueprint_cli.language.topics.workbook import workbook_words
from blueprint_cli.render.grid.anchor_sheet import fill_anchors
from blueprint_cli.render.grid.clocks import units_of
from blueprint_cli.render.grid.direction import runs_right_to_left
from blueprint_cli.render.grid.flat_sheets import fill_flat_sheet
from blueprint_cli.render.grid.grid_sheet import GridSheet
from blueprint_cli.render.grid.lists_sheet import fill_lists, lists_of
from blueprint_cli.render.grid.look import Looks, new_book
from blueprint_cli.render.grid.minutes import minutes_of
from blueprint_cli.render.grid.packing import packed
from blueprint_cli.render.grid.page import Ledger, Page
from blueprint_cli.render.grid.read_me import ReadMe
from blueprint_cli.render.grid.shown_cells import marks_of
from blueprint_cli.render.grid.strings import MOST_UNITS, is_storable
from blueprint_cli.render.grid.time_looks import spoken_looks
from blueprint_cli.render.grid.time_pages import fill_times
from blueprint_cli.workbook import anchors
from blueprint_cli.workbook.facts import facts_of
from blueprint_cli.workbook.grid import grid_of
from blueprint_cli.workbook.reading.limits import MOST_CELLS
from blueprint_cli.workbook.shown import written_marks
from blueprint_cli.workbook.tables import Tables

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from blueprint_cli.language.topics.workbook import WorkbookWords
    from blueprint_cli.language.words import Lang
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.render.options import Options
    from blueprint_cli.workbook.grid import Grid

GRID_SHEET = "Blueprint"
MOST_STEPS = 16_384 - anchors.LABEL_COLUMN
"""Columns of a worksheet, without those of lanes and labels."""


def workbook_bytes(blueprint: Blueprint, options: Options) -> bytes:
    """The workbook of a blueprint, in its own language unless another is asked for.

    Raises:
        BlueprintError: a text is longer than a cell can hold, or there are more steps than columns.
    """
    book, ledger = filled_book(blueprint, options)
    return packed(book, ledger, blueprint.reviewed, compact=options.compact)


def filled_book(blueprint: Blueprint, options: Options) -> tuple[Any, Ledger]:
    """The sheets of a blueprint and what has to be known of their cells beside.

    Raises:
        BlueprintError: a text is longer than a cell can hold, or there are more steps than columns.
    """
    _refuse_too_many_steps(blueprint)
    lang = options.lang or blueprint.lang
    timings, told = measure_shown(blueprint), workbook_words(lang)
    grid, flat = grid_of(blueprint, timings, lang), Tables(blueprint, timings, lang)
    book = new_book()
    footer = " · ".join(
        part for part in (grid.title, flat.day(blueprint.reviewed), options.source_name) if part
    )
    facts, turned = facts_of(blueprint, lang), runs_right_to_left(grid)
    units = units_of(timings)
    looks = Looks(book, spoken_looks(lang, units), right_to_left=turned)
    minutes = minutes_of(facts, timings.lived.actions)
    ledger = Ledger(facts, looks, _titles_of_phases(blueprint, grid), minutes, units)
    read_me = Page(book.active, ledger)
    read_me.sheet.title = flat.words.read_me
    sheets = flat.sheets(typed=True)
    times = flat.words.times if any(content.name == flat.words.cards for content in sheets) else ""
    GridSheet(
        Page(book.create_sheet(GRID_SHEET), ledger), grid, footer, start=flat.words.read_me, times=times
    ).fill()
    for content in sheets:
        page = Page(book.create_sheet(content.name), ledger)
        if content.name == times:
            fill_times(page, flat, grid, footer, told)
        else:
            fill_flat_sheet(page, content, footer, told, flat.words.read_me)
    fill_lists(Page(book.create_sheet(told.lists), ledger), lists_of(flat))
    names = [GRID_SHEET, *(content.name for content in sheets)]
    ReadMe(read_me, flat, told).fill(_facts(flat, told, options), _contents(flat, told, names), footer)
    meta = _meta(options, lang, grid) | _shown(book, ledger)
    fill_anchors(Page(book.create_sheet(anchors.SHEET), ledger), meta, GRID_SHEET)
    book.properties.creator, book.properties.title = "blueprint", grid.title
    if options.source_sha256:
        book.custom_doc_props.append(StringProperty(name=anchors.FINGERPRINT, value=options.source_sha256))
    if turned:
        for sheet in book.worksheets:
            sheet.sheet_view.rightToLeft = True
    _say_what_is_replaced(facts, options.notify)
    _say_what_is_not_taken_back(book, options.notify)
    return book, ledger


def _say_what_is_replaced(facts: Mapping[anchors.Key, anchors.Value], notify: Callable[[str], None]) -> None:
    odd = [key for key, value in facts.items() if isinstance(value, str) and not is_storable(value)]
    if odd:
        more = f" and {len(odd) - 1} more" if len(odd) > 1 else ""
        notify(f"{odd[0]}{more}: characters that no workbook can hold became \ufffd")


def _say_what_is_not_taken_back(book: Any, notify: Callable[[str], None]) -> None:
    """A workbook goes out to be edited: better told now than by the client's work refused."""
    cells = (cell for sheet in book.worksheets for cell in sheet._cells.values())  # noqa: SLF001
    filled = sum(cell._value not in (None, "") for cell in cells)  # noqa: SLF001
    if filled > MOST_CELLS:
        notify(
            f"the workbook has {filled:,} filled cells, and 'blueprint import' takes at most {MOST_CELLS:,} back: "
            "cut the map in two where edits are to return"
        )


def _refuse_too_many_steps(blueprint: Blueprint) -> None:
    if len(blueprint.steps) > MOST_STEPS:
        raise PartError(
            blueprint.steps[MOST_STEPS].at,
            f"{blueprint.steps[MOST_STEPS].at}: a workbook has columns for {MOST_STEPS} steps, and the map has {len(blueprint.steps)}",
            "cut the map in two, or render it as csv",
        )


def _meta(options: Options, lang: Lang, grid: Grid) -> dict[str, str]:
    """What the hidden sheet says of the whole workbook."""
    return {
        anchors.META_FORMAT: anchors.FORMAT,
        anchors.META_FILE: options.source_name,
        anchors.META_FINGERPRINT: options.source_sha256,
        anchors.META_LANG: lang,
        anchors.META_PERSONA: options.persona,
        anchors.META_PHASES: _phases(grid),
    }


def _titles_of_phases(blueprint: Blueprint, grid: Grid) -> dict[str, anchors.Key]:
    return {
        step.at: run.key
        for run in grid.phases
        if run.key
        for step in blueprint.steps[run.first : run.last + 1]
    }


def _phases(grid: Grid) -> str:
    """The phase of every column; nothing where no cell can hold all of them."""
    runs = [
        (run.key.at[len("phases[") : -1] if run.key else None, run.last - run.first + 1)
        for run in grid.phases
    ]
    said = anchors.phases_said(runs)
    return said if len(said) <= MOST_UNITS else ""


def _shown(book: Any, ledger: Ledger) -> dict[str, str]:
    """The marks of all cells in which nothing is typed."""
    texts = written_marks(marks_of(book, ledger, GRID_SHEET))
    return {
        f"{anchors.META_SHOWN}{number if number > 1 else ''}": said for number, said in enumerate(texts, 1)
    }


def _facts(flat: Tables, told: WorkbookWords, options: Options) -> list[tuple[str, str]]:
    """What is said of the map, and which file it comes from."""
    source = ((told.source_file, options.source_name), (told.fingerprint, options.source_sha256[:16]))
    return [*flat.facts(), *(pair for pair in source if pair[1])]


def _contents(flat: Tables, told: WorkbookWords, names: list[str]) -> list[tuple[str, str]]:
    """Every sheet that is there, with a word on what stands in it."""
    w = flat.words
    said = {
        GRID_SHEET: told.grid_says, w.cards: told.cards_say, w.steps: told.steps_say, w.risks: told.risks_say,
        w.times: told.times_say, w.directory: told.directory_says,
    }  # fmt: skip
    return [(name, said[name]) for name in names]
