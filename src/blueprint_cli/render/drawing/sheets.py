"""How many bands of steps a map needs on a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.render.drawing.arrows import arrows_of
from blueprint_cli.render.drawing.bands import band_scenes, cuts_of
from blueprint_cli.render.drawing.content import content_of
from blueprint_cli.render.drawing.highlight import chosen_cards, fade
from blueprint_cli.render.drawing.pages import LEAST, room_on

if TYPE_CHECKING:
    from blueprint_cli.language.words import Lang
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.render.drawing.asked import Asked
    from blueprint_cli.render.drawing.papers import Paper
    from blueprint_cli.render.drawing.scene import Scene

_COLUMN = 172.0
"""About what a card and the gutter beside it take."""


def sheets(blueprint: Blueprint, lang: Lang | None, asked: Asked, paper: Paper) -> list[Scene]:
    """The drawings of the fewest bands whose words can be read on the paper.

    Where even a single step is too tall for that, more bands would not help: as many as fit in the scale of the height.

    Raises:
        BlueprintError: the map knows nothing of what is to be highlighted.
    """
    content = content_of(blueprint, lang or blueprint.lang, asked)
    kept = chosen_cards(content, asked.highlight) if asked.highlight else None
    arrows = arrows_of(content)
    width, height = room_on(paper)
    steps = len(content.columns)
    scenes: list[Scene] = []
    for count in range(max(int(steps * _COLUMN * LEAST / width), 1), steps + 1):
        scenes = band_scenes(content, arrows, cuts_of(content, count))
        in_width = min(width / scene.width for scene in scenes)
        in_height = min(height / scene.height for scene in scenes)
        if in_width >= min(LEAST, in_height):
            break
    if kept is not None:
        for scene in scenes:
            fade(scene, kept)
    return scenes
