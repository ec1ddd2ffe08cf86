"""The swimlane: steps in columns, layers in lanes, and what links them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.render.drawing.compose import compose as swimlane
from blueprint_cli.render.drawing.sheets import sheets as swimlane_sheets

if TYPE_CHECKING:
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.render.drawing.papers import Paper
    from blueprint_cli.render.drawing.scene import Scene
    from blueprint_cli.render.options import Options

HEEDS = ("detail", "rows", "highlight")
"""The options of `Asked` that it heeds."""


def compose(blueprint: Blueprint, options: Options) -> Scene:
    """The scene of the swimlane."""
    return swimlane(blueprint, options.lang, options.asked)


def sheets(blueprint: Blueprint, options: Options, paper: Paper) -> tuple[list[Scene], Paper]:
    """The swimlane in as many bands of steps as it needs on that paper, and which way the paper lies."""
    return swimlane_sheets(blueprint, options.lang, options.asked, paper)
