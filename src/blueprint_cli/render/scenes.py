"""From a blueprint and what was asked for to the scene, or the pages, that a writer draws."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from blueprint_cli import discovery
from blueprint_cli.render.drawing.canvas import canvas_scenes
from blueprint_cli.render.drawing.hyperlinks import linked
from blueprint_cli.render.drawing.pages import LEAST, Page, fitting, paged

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

    A sheet lies on its long side, unless that makes the words too small and its short side makes them larger.
    """
    scenes = linked(_sheets(blueprint, options, paper), blueprint, options.related, ending)
    if paper.turns and fitting(scenes, paper) < LEAST:
        standing = paper.turned()
        others = linked(_sheets(blueprint, options, standing), blueprint, options.related, ending)
        if fitting(others, standing) > fitting(scenes, paper):
            scenes, paper = others, standing
    return paged(scenes, paper, options.notify)


def _sheets(blueprint: Blueprint, options: Options, paper: Paper) -> list[Scene]:
    view = discovery.load(VIEWS, options.view)
    if hasattr(view, "sheets"):
        found: list[Scene] = view.sheets(blueprint, options, paper)
        return found
    return [view.compose(blueprint, options)]


def blank_pages(steps: int, options: Options, paper: Paper) -> list[Page]:
    """The workshop canvas with so many empty steps, on sheets of paper."""
    true_size = replace(paper, most=1)
    return paged(canvas_scenes(steps, options.lang or "en", paper), true_size, options.notify)
