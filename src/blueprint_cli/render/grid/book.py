"""The whole workbook: read me, grid, flat sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty

from blueprint_cli.analysis.timings import measure
from blueprint_cli.language.words import words
from blueprint_cli.render.grid.anchor_sheet import fill_anchors
from blueprint_cli.render.grid.flat_sheets import fill_flat_sheet, fill_read_me
from blueprint_cli.render.grid.grid_sheet import GridSheet
from blueprint_cli.render.grid.look import Looks
from blueprint_cli.render.grid.packing import packed
from blueprint_cli.render.grid.page import Ledger, Page
from blueprint_cli.workbook import anchors
from blueprint_cli.workbook.facts import facts_of
from blueprint_cli.workbook.grid import LAYERS, grid_of
from blueprint_cli.workbook.tables import Tables

if TYPE_CHECKING:
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.render.options import Options

GRID_SHEET = "Blueprint"
FINGERPRINT = "blueprint-source-sha256"


def workbook_bytes(blueprint: Blueprint, options: Options) -> bytes:
    """The workbook of a blueprint, in its own language unless another is asked for.

    Raises:
        BlueprintError: a text is longer than a cell can hold.
    """
    lang = options.lang or blueprint.lang
    told, timings = words(lang), measure(blueprint)
    grid, flat = grid_of(blueprint, timings, lang), Tables(blueprint, timings, lang)
    book: Any = Workbook()
    read_me = book.active
    footer = " · ".join(
        part for part in (grid.title, flat.day(blueprint.reviewed), options.source_name) if part
    )
    read_me.title = told.read_me
    legend = tuple((layer, getattr(told, layer)) for layer in LAYERS)
    fill_read_me(read_me, grid.title, flat.facts(), legend, footer)
    ledger = Ledger(facts_of(blueprint, lang), Looks(book))
    GridSheet(Page(book.create_sheet(GRID_SHEET), ledger), grid, footer).fill()
    for number, content in enumerate(flat.sheets(typed=True), 1):
        fill_flat_sheet(Page(book.create_sheet(content.name), ledger), content, footer, number)
    meta = {
        anchors.META_FORMAT: anchors.FORMAT,
        anchors.META_FILE: options.source_name,
        anchors.META_FINGERPRINT: options.source_sha256,
        anchors.META_LANG: lang,
        anchors.META_PERSONA: options.persona,
    }
    fill_anchors(Page(book.create_sheet(anchors.SHEET), ledger), meta, GRID_SHEET)
    book.properties.creator, book.properties.title = "blueprint", grid.title
    if options.source_sha256:
        book.custom_doc_props.append(StringProperty(name=FINGERPRINT, value=options.source_sha256))
    return packed(book, ledger, blueprint.reviewed, compact=options.compact)
