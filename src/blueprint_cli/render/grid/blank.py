"""The empty grid of a workshop: a heading and a question for every lane, and room to type or to write by hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from blueprint_cli.analysis.timings import measure
from blueprint_cli.errors import BlueprintError
from blueprint_cli.language.topics.workbook import workbook_words
from blueprint_cli.language.words import words
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.render.grid.grid_sheet import GridSheet
from blueprint_cli.render.grid.look import Looks, new_book
from blueprint_cli.render.grid.packing import packed
from blueprint_cli.render.grid.page import Ledger, Page
from blueprint_cli.source.loading import load_bytes
from blueprint_cli.workbook.facts import facts_of
from blueprint_cli.workbook.grid import grid_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.language.words import Lang
    from blueprint_cli.render.options import Options
    from blueprint_cli.workbook.grid import Row

MOST_STEPS = 200


def blank_bytes(steps: int, options: Options) -> bytes:
    """The empty grid in English, or in the language that is asked for.

    Raises:
        BlueprintError: no step, or more than anybody fills in.
    """
    if not 1 <= steps <= MOST_STEPS:
        raise BlueprintError(f"an empty grid has 1 to {MOST_STEPS} steps, not {steps}", "write --blank 8")
    lang = options.lang or "en"
    blueprint = _empty(steps, lang)
    grid = grid_of(blueprint, measure(blueprint), lang)
    rows = tuple(row for found in grid.rows for row in _roomy(found, lang))
    book = new_book()
    ledger = Ledger(facts_of(blueprint, lang), Looks(book))
    book.active.title = "Blueprint"
    GridSheet(Page(book.active, ledger), replace(grid, rows=rows), grid.title, tall=True).fill()
    book.properties.creator, book.properties.title = "blueprint", grid.title
    return packed(book, ledger, None, compact=options.compact)


def _empty(steps: int, lang: Lang) -> Blueprint:
    step = words(lang).step
    lines = "".join(f"  - title: {step.format(n=number)}\n" for number in range(1, steps + 1))
    title = workbook_words(lang).blank_title
    text = f"blueprint: 1\ntitle: '{title}'\nlang: {lang}\nsteps:\n{lines}"
    root = load_bytes(text.encode(), "blank", Path()).root
    if not isinstance(root, Blueprint):
        raise TypeError(text)
    return root


def _roomy(row: Row, lang: Lang) -> Iterator[Row]:
    """A lane with its question and several empty rows; times are not asked for in a workshop."""
    if row.kind == "time":
        return
    prompt = workbook_words(lang).prompts.get("emotion" if row.kind == "mood" else row.name)
    cells = tuple(replace(cell, hole=False) for cell in row.cells)
    if row.kind != "card":
        yield replace(row, label=f"{row.label}\n{prompt}" if prompt else row.label, cells=cells)
        return
    # The name of a lane stands alone in its cell: it is how a filled grid is read.
    yield replace(row, cells=cells, spare=False)
    yield replace(row, label=prompt or "", cells=cells, spare=True)
