"""Scenes on one sheet: below each other, and no id twice."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Any

from blueprint_cli.render.drawing.moving import BOXES, ROUTES, moved

if TYPE_CHECKING:
    from blueprint_cli.render.drawing.scene import Box, Scene

BETWEEN = 26.0
"""White between two bands of one sheet."""


def piled(scenes: list[Scene]) -> Scene:
    """One scene with all of them below each other; what comes again gets an id of its own."""
    if len(scenes) == 1:
        return scenes[0]
    taken: set[str] = set()
    parts = []
    top = 0.0
    for scene in scenes:
        parts.append(renamed(moved(scene, 1, 0, top), taken))
        top += scene.height + BETWEEN
    kinds = ("lanes", *BOXES, *ROUTES)
    joined: dict[str, Any] = {
        kind: list(chain.from_iterable(getattr(part, kind) for part in parts)) for kind in kinds
    }
    return replace(scenes[0], width=max(scene.width for scene in scenes), height=top - BETWEEN, **joined)


def piled_height(heights: list[float]) -> float:
    """How high scenes of these heights are together."""
    return sum(heights) + BETWEEN * (len(heights) - 1)


def renamed(scene: Scene, taken: set[str]) -> Scene:
    """The scene with ids that are not taken yet; they are, afterwards."""
    names: dict[str, str] = {}

    def own(name: str) -> str:
        if not name:
            return name
        if name not in names:
            shown, number = name, 2
            while shown in taken:
                shown, number = f"{name}.{number}", number + 1
            names[name] = shown
            taken.add(shown)
        return names[name]

    def box(one: Box) -> Box:
        return replace(one, id=own(one.id), parent=own(one.parent))

    parts: dict[str, Any] = {kind: [box(one) for one in getattr(scene, kind)] for kind in BOXES}
    parts |= {
        kind: [replace(one, id=own(one.id)) for one in getattr(scene, kind)]
        for kind in ("lines", "curves", "links")
    }
    lanes = [replace(lane, id=own(lane.id or f"lane.{lane.layer}")) for lane in scene.lanes]
    return replace(scene, lanes=lanes, **parts)
