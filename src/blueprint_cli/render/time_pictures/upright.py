"""Upright lines through rows: under everything else, and broken where a text stands on them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from blueprint_cli.render.drawing.scene import Box, Route, Scene

_BROKEN = ("silence-edge", "step-boundary", "tick-line")
_ROOM = 1.5
_SHORTEST = 3.0


def part_at_texts(scene: Scene) -> None:
    """Break the lines of time where words stand on them, and put the ticks of the axis below all other lines."""
    texts = [box for box in (*scene.headings, *scene.boxes) if box.texts and box.shape == "none"]
    lines: list[Route] = []
    for line in scene.lines:
        lines += _pieces(line, texts) if line.css in _BROKEN else [line]
    scene.lines = sorted(lines, key=lambda line: line.css != "tick-line")


def _pieces(line: Route, texts: Iterable[Box]) -> list[Route]:
    (x, top), (_, bottom) = line.points
    on_it = sorted(
        (box.y - _ROOM, box.y + box.h + _ROOM)
        for box in texts
        if box.x - _ROOM < x < box.x + box.w + _ROOM and box.y < bottom and box.y + box.h > top
    )
    found = []
    for start, end in on_it:
        if start - top > _SHORTEST:
            found.append(replace(line, points=((x, top), (x, start))))
        top = max(top, end)
    if bottom - top > _SHORTEST:
        found.append(replace(line, points=((x, top), (x, bottom))))
    return found
