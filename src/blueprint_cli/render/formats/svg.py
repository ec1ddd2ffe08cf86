"""The swimlane as SVG; needs no other program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.render.drawing.svg import svg_text
from blueprint_cli.render.scenes import scene_of

if TYPE_CHECKING:
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.render.options import Options


def render(blueprint: Blueprint, options: Options) -> bytes:
    """The picture in UTF-8."""
    return svg_text(scene_of(blueprint, options), options.theme).encode()
