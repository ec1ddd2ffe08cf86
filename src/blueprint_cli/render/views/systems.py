"""The map of systems: which steps hang on which system, who feeds whom, and what stops when one is down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.render.systems.compose import systems_scene

if TYPE_CHECKING:
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.render.drawing.scene import Scene
    from blueprint_cli.render.options import Options

HEEDS = ("highlight",)
"""The options of `Asked` that it heeds."""


def compose(blueprint: Blueprint, options: Options) -> Scene:
    """The scene of the systems."""
    return systems_scene(blueprint, options.lang, options.asked.highlight)
