"""The swimlane as PDF on one sheet, drawn by Graphviz."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from blueprint_cli.render.drawing.dot import dot_text
from blueprint_cli.render.drawing.graphviz import drawn
from blueprint_cli.render.scenes import scene_of

if TYPE_CHECKING:
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.render.options import Options

_CREATED = re.compile(rb"(/CreationDate\s*\(D:)(\d{14})")
_NO_DATE = b"20000101000000"


def render(blueprint: Blueprint, options: Options) -> bytes:
    """The sheet; it bears the day of the review instead of the clock, so that equal maps give equal files.

    Raises:
        BlueprintError: Graphviz is not installed, or it failed.
    """
    day = f"{blueprint.reviewed:%Y%m%d}000000".encode() if blueprint.reviewed else _NO_DATE
    return _CREATED.sub(rb"\g<1>" + day, drawn(dot_text(scene_of(blueprint, options), options.theme), "pdf"))
