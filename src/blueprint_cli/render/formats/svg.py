"""The picture as SVG; needs no other program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.render.drawing.pages import stacked
from blueprint_cli.render.drawing.papers import PAPERS
from blueprint_cli.render.drawing.svg import svg_pages, svg_text
from blueprint_cli.render.scenes import blank_pages, pages_of, scene_of

if TYPE_CHECKING:
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.render.drawing.pages import Page
    from blueprint_cli.render.options import Options

_GAP = 24.0
"""Between two pages, in points."""


def render(blueprint: Blueprint, options: Options) -> bytes:
    """The picture in UTF-8; on paper, its pages stand below each other."""
    if options.paper is None:
        return svg_text(scene_of(blueprint, options), options.theme).encode()
    return _pages(pages_of(blueprint, options, options.paper), options)


def blank(steps: int, options: Options) -> bytes:
    """The workshop canvas."""
    return _pages(blank_pages(steps, options, options.paper or PAPERS["A0"]), options)


def _pages(pages: list[Page], options: Options) -> bytes:
    return svg_pages(stacked(pages, _GAP), options.theme, _GAP).encode()
