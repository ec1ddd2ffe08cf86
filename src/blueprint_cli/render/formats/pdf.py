"""The picture as PDF, drawn by Graphviz: one sheet of its own size, or the pages of a paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from blueprint_cli.render.drawing.branding import tell_what_is_left_out
from blueprint_cli.render.drawing.dot import dot_text
from blueprint_cli.render.drawing.graphviz import drawn
from blueprint_cli.render.drawing.papers import PAPERS
from blueprint_cli.render.scenes import blank_pages, pages_of, scene_of

if TYPE_CHECKING:
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.render.drawing.pages import Page
    from blueprint_cli.render.options import Options

_CREATED = re.compile(rb"(/CreationDate\s*\(D:)(\d{14})")
_NO_DATE = "20000101000000"


def render(blueprint: Blueprint, options: Options) -> bytes:
    """The sheets; they bear the day of the review instead of the clock, so that equal maps give equal files.

    Raises:
        BlueprintError: Graphviz is not installed, or it failed.
    """
    tell_what_is_left_out(options.theme, "pdf", options.notify)
    day = f"{blueprint.reviewed:%Y%m%d}000000" if blueprint.reviewed else _NO_DATE
    if options.paper is None:
        return _dated(
            drawn(dot_text(scene_of(blueprint, options, "pdf"), options.theme, painted=True), "pdf"), day
        )
    return _merged(pages_of(blueprint, options, options.paper, "pdf"), options, day)


def blank(steps: int, options: Options) -> bytes:
    """The workshop canvas.

    Raises:
        BlueprintError: Graphviz is not installed, or it failed.
    """
    tell_what_is_left_out(options.theme, "pdf", options.notify)
    return _merged(blank_pages(steps, options, options.paper or PAPERS["A0"]), options, _NO_DATE)


def _dated(content: bytes, day: str) -> bytes:
    return _CREATED.sub(rb"\g<1>" + day.encode(), content)


def _merged(pages: list[Page], options: Options, day: str) -> bytes:
    """Graphviz draws one graph on one page: the pages are put together here."""
    import io

    from pypdf import PdfReader, PdfWriter

    book = PdfWriter()
    for page in pages:
        drawing = drawn(dot_text(page.scene, options.theme, pad=0, painted=True), "pdf")
        sheet = PdfReader(io.BytesIO(drawing)).pages[0]
        left, bottom = float(sheet.mediabox.left), float(sheet.mediabox.bottom)
        # Graphviz rounds a page up to whole points.
        sheet.mediabox.upper_right = (left + page.width, bottom + page.height)
        book.add_page(sheet)
    scene = pages[0].scene
    book.metadata = None
    book.add_metadata({"/Title": scene.title, "/CreationDate": f"D:{day}Z"})
    made = io.BytesIO()
    book.write(made)
    return made.getvalue()
