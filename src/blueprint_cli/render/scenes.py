"""From a blueprint and what was asked for to the scene, or the pages, that a writer draws."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from blueprint_cli import discovery
from blueprint_cli.render.drawing.canvas import canvas_scenes
from blueprint_cli.render.drawing.hyperlinks import linked
from blueprint_cli.render.drawing.pages import Page, fitting, paged

if TYPE_CHECKING:
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.render.drawing.papers import Paper
    from blueprint_cli.render.drawing.scene import Scene
    from blueprint_cli.render.options import Options

VIEWS = "blueprint_cli.render.views"


def scene_of(blueprint: Blueprint, options: Options, ending: str = "svg") -> Scene:
    """The scene of the view that was asked for; its links lead to pictures with that ending."""
    found: Scene = discovery.load(VIEWS, options.view).compose(blueprint, options)
    return linked([found], blueprint, options.related, ending)[0]


def pages_of(blueprint: Blueprint, options: Options, paper: Paper, ending: str = "svg") -> list[Page]:
    """The view that was asked for on sheets of paper: in bands where it can be cut, else all on one sheet.

    One sheet lies on the side on which the drawing is larger.
    """
    view = discovery.load(VIEWS, options.view)
    if hasattr(view, "sheets"):
        scenes, lying = view.sheets(blueprint, options, paper)
    else:
        scenes = [view.compose(blueprint, options)]
        turned = paper.turned() if paper.turns else paper
        lying = max(paper, turned, key=lambda way: fitting(scenes, way))
    pictures = linked(scenes, blueprint, options.related, ending)
    return paged(pictures, lying, options.notify, getattr(view, "HEEDS", ()))


def blank_pages(steps: int, options: Options, paper: Paper) -> list[Page]:
    """The workshop canvas with so many empty steps, on sheets of paper."""
    true_size = replace(paper, most=1)
    return paged(canvas_scenes(steps, options.lang or "en", paper), true_size, options.notify)
