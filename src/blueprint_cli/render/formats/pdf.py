"""The picture as PDF, drawn by Graphviz: one sheet of its own size, or the pages of a paper."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from blueprint_cli.render.drawing.branding import tell_what_is_left_out
from blueprint_cli.render.drawing.dot import dot_text
from blueprint_cli.render.drawing.graphviz import drawn
from blueprint_cli.render.drawing.papers import PAPERS
from blueprint_cli.render.scenes import blank_pages, pages_of, scene_of

if TYPE_CHECKING:
    from pypdf import PageObject

    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.render.drawing.pages import Page
    from blueprint_cli.render.options import Options

_NO_DATE = "20000101000000"


def render(blueprint: Blueprint, options: Options) -> bytes:
    """The sheets; they bear the day of the review instead of the clock, so that equal maps give equal files.

    Raises:
        BlueprintError: Graphviz is not installed, or it failed.
    """
    tell_what_is_left_out(options.theme, "pdf", options.notify)
    day = f"{blueprint.reviewed:%Y%m%d}000000" if blueprint.reviewed else _NO_DATE
    if options.paper is not None:
        return _merged(pages_of(blueprint, options, options.paper, "pdf"), options, day)
    scene = scene_of(blueprint, options, "pdf")
    return _bound([_sheet(dot_text(scene, options.theme, painted=True))], scene.title, day)


def blank(steps: int, options: Options) -> bytes:
    """The workshop canvas.

    Raises:
        BlueprintError: Graphviz is not installed, or it failed.
    """
    tell_what_is_left_out(options.theme, "pdf", options.notify)
    return _merged(blank_pages(steps, options, options.paper or PAPERS["A0"]), options, _NO_DATE)


def _merged(pages: list[Page], options: Options, day: str) -> bytes:
    """Graphviz draws one graph on one page: the pages are put together here."""
    sheets = []
    for page in pages:
        sheet = _sheet(dot_text(page.scene, options.theme, pad=0, painted=True))
        left, bottom = float(sheet.mediabox.left), float(sheet.mediabox.bottom)
        # Graphviz rounds a page up to whole points.
        sheet.mediabox.upper_right = (left + page.width, bottom + page.height)
        sheets.append(sheet)
    return _bound(sheets, pages[0].scene.title, day)


def _sheet(graph: str) -> PageObject:
    from pypdf import PdfReader

    return PdfReader(io.BytesIO(drawn(graph, "pdf"))).pages[0]


def _bound(sheets: list[PageObject], title: str, day: str) -> bytes:
    """The file, without the clock and the time zone that Graphviz writes into its own."""
    from pypdf import PdfWriter

    book = PdfWriter()
    for sheet in sheets:
        book.add_page(sheet)
    book.metadata = None
    book.add_metadata({"/Title": title, "/CreationDate": f"D:{day}Z"})
    made = io.BytesIO()
    book.write(made)
    return made.getvalue()
