"""The picture as a Graphviz graph with every position pinned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.render.drawing.dot import dot_text
from blueprint_cli.render.drawing.papers import PAPERS
from blueprint_cli.render.scenes import blank_pages, pages_of, scene_of

if TYPE_CHECKING:
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.render.drawing.papers import Paper
    from blueprint_cli.render.options import Options


def render(blueprint: Blueprint, options: Options) -> bytes:
    """The graph in UTF-8; `dot -Tpdf FILE` draws it."""
    return dot_text(scene_of(blueprint, options), options.theme).encode()


def pages(blueprint: Blueprint, options: Options, paper: Paper) -> list[bytes]:
    """One graph for every page."""
    found = pages_of(blueprint, options, paper)
    return [dot_text(page.scene, options.theme, pad=0).encode() for page in found]


def blank(steps: int, options: Options) -> list[bytes]:
    """The workshop canvas, one graph for every page."""
    found = blank_pages(steps, options, options.paper or PAPERS["A0"])
    return [dot_text(page.scene, options.theme, pad=0).encode() for page in found]
