"""The swimlane as a Graphviz graph with every position pinned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.render.drawing.dot import dot_text
from blueprint_cli.render.scenes import scene_of

if TYPE_CHECKING:
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.render.options import Options


def render(blueprint: Blueprint, options: Options) -> bytes:
    """The graph in UTF-8; `dot -Tpdf FILE` draws it."""
    return dot_text(scene_of(blueprint, options), options.theme).encode()
