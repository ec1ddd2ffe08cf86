"""The ladder of the times: waiting above, work below along the longest path, then a row for every action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.render.time_pictures.ladder import ladder_scene

if TYPE_CHECKING:
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.render.drawing.scene import Scene
    from blueprint_cli.render.options import Options

TIMED = True
"""Drawn from the times of one journey: times that contradict each other stand in its way."""


def compose(blueprint: Blueprint, options: Options) -> Scene:
    """The scene of the ladder."""
    return ladder_scene(blueprint, options.lang, options.start)
