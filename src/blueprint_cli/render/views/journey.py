"""The customer journey map: phases, steps, touchpoints, thoughts, emotions, pains and opportunities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.render.journey.bands import sheets as journey_sheets
from blueprint_cli.render.journey.compose import journey_scene
from blueprint_cli.render.journey.simple import ROWS

if TYPE_CHECKING:
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.render.drawing.papers import Paper
    from blueprint_cli.render.drawing.scene import Scene
    from blueprint_cli.render.options import Options

__all__ = ["HEEDS", "ROWS", "compose", "sheets"]

HEEDS = ("detail", "rows")
"""The options of `Asked` that it heeds."""


def compose(blueprint: Blueprint, options: Options) -> Scene:
    """The scene of the journey."""
    return journey_scene(blueprint, options.lang, options.asked)


def sheets(blueprint: Blueprint, options: Options, paper: Paper) -> tuple[list[Scene], Paper]:
    """The journey in as many bands of steps as it needs on that paper, and which way the paper lies."""
    return journey_sheets(blueprint, options.lang, options.asked, paper)
