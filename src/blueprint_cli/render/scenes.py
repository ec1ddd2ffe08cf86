"""From a blueprint and what was asked for to the scene that a writer draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli import discovery

if TYPE_CHECKING:
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.render.drawing.scene import Scene
    from blueprint_cli.render.options import Options

VIEWS = "blueprint_cli.render.views"


def scene_of(blueprint: Blueprint, options: Options) -> Scene:
    """The scene of the view that was asked for."""
    found: Scene = discovery.load(VIEWS, options.view).compose(blueprint, options)
    return found
