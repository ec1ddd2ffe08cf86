"""The Gantt chart of the times: lanes, bars on a true axis, the longest path dark, slack as thin tails, the silence shaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.render.time_pictures.gantt import gantt_scene

if TYPE_CHECKING:
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.render.drawing.scene import Scene
    from blueprint_cli.render.options import Options

TIMED = True
"""Drawn from the times of one journey: times that contradict each other stand in its way."""


def compose(blueprint: Blueprint, options: Options) -> Scene:
    """The scene of the Gantt chart."""
    return gantt_scene(blueprint, options.lang, options.start)
