"""The picture as PNG at 144 dots an inch, drawn by Graphviz; on paper, one file a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.render.drawing import sizes
from blueprint_cli.render.drawing.branding import tell_what_is_left_out
from blueprint_cli.render.drawing.dot import dot_text
from blueprint_cli.render.drawing.graphviz import drawn
from blueprint_cli.render.drawing.papers import PAPERS
from blueprint_cli.render.scenes import blank_pages, pages_of, scene_of

if TYPE_CHECKING:
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.render.drawing.pages import Page
    from blueprint_cli.render.drawing.papers import Paper
    from blueprint_cli.render.options import Options

DPI, POINTS_PER_INCH = 144, 72
MOST_PIXELS = 32_000


def render(blueprint: Blueprint, options: Options) -> bytes:
    """The picture; one too large for a PNG is scaled down, and `options.notify` is told so.

    Raises:
        BlueprintError: Graphviz is not installed, or it failed.
    """
    tell_what_is_left_out(options.theme, "png", options.notify)
    scene = scene_of(blueprint, options)
    side = max(scene.width, scene.height) + 2 * sizes.MARGIN
    dpi = min(DPI, int(MOST_PIXELS * POINTS_PER_INCH / side))
    if dpi < DPI:
        options.notify(
            f"the picture is too large for a PNG at {DPI} dpi and was drawn at {dpi}; SVG and PDF have no such limit, "
            "and --paper cuts it into pages"
        )
    return drawn(dot_text(scene, options.theme, painted=True), "png", dpi)


def pages(blueprint: Blueprint, options: Options, paper: Paper) -> list[bytes]:
    """One picture for every page.

    Raises:
        BlueprintError: Graphviz is not installed, or it failed.
    """
    return _drawn(pages_of(blueprint, options, paper), options)


def blank(steps: int, options: Options) -> list[bytes]:
    """The workshop canvas, one picture for every page.

    Raises:
        BlueprintError: Graphviz is not installed, or it failed.
    """
    return _drawn(blank_pages(steps, options, options.paper or PAPERS["A0"]), options)


def _drawn(pages: list[Page], options: Options) -> list[bytes]:
    tell_what_is_left_out(options.theme, "png", options.notify)
    return [drawn(dot_text(page.scene, options.theme, pad=0, painted=True), "png", DPI) for page in pages]
