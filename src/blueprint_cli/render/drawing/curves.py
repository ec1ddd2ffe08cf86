"""Points that writers share: rounded corners, arrow heads, outlines of shapes."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from blueprint_cli.render.drawing import sizes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from blueprint_cli.render.drawing.scene import Box, Point, Route

_ROUND = 0.55
_STROKES, _NARROW = 4.5, 6.0
_LONG, _POINT = 1.5, 0.45
POLYGONS: dict[str, tuple[Point, ...]] = {
    "box": ((0, 0), (1, 0), (1, 1), (0, 1)),
    "octagon": ((0.3, 0), (0.7, 0), (1, 0.3), (1, 0.7), (0.7, 1), (0.3, 1), (0, 0.7), (0, 0.3)),
    "triangle": ((0.5, -0.04), (1.06, 1), (-0.06, 1)),
    "hexagon": ((0.24, 0), (0.76, 0), (1, 0.5), (0.76, 1), (0.24, 1), (0, 0.5)),
}
"""Corners of the shapes of badges and parts in their unit square; a card's part is a `box`, for `rect` is its outline."""


def number(value: float) -> str:
    """At most two decimals, and never `-0`."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def line_style(dash: str) -> str:
    """Graphviz's name for dashes: dotted where the gaps are longer than the strokes, in whatever scale."""
    if not dash:
        return "solid"
    stroke, gap = map(float, dash.split()[:2])
    return "dotted" if stroke < gap else "dashed"


def back_from(tip: Point, towards: Point, length: float) -> Point:
    """The point so many points before a tip, on the way from `towards`."""
    distance = math.dist(tip, towards) or 1
    share = min(length / distance, 1)
    return tip[0] + (towards[0] - tip[0]) * share, tip[1] + (towards[1] - tip[1]) * share


def drawn_points(route: Route, head: float) -> list[Point]:
    """A route's points with its ends drawn back so far that the heads stand on bare ground."""
    points = list(route.points)
    head *= route.size
    if route.head:
        points[-1] = back_from(points[-1], route.points[-2], head)
    if route.tail:
        points[0] = back_from(points[0], route.points[1], head)
    return points


def rounded(points: Sequence[Point], radius: float = sizes.CORNER) -> list[Point]:
    """A line with right angles as Bézier control points: start, then three for each piece."""
    curve = [points[0]]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        room = min(radius, math.dist(before, corner) / 2, math.dist(corner, after) / 2)
        start, end = back_from(corner, before, room), back_from(corner, after, room)
        _straight(curve, start)
        curve += [_between(start, corner, _ROUND), _between(end, corner, _ROUND), end]
    _straight(curve, points[-1])
    return curve


def closed(box: Box) -> list[Point]:
    """The outline of a rectangle or a pill as Bézier control points, from the middle of its top edge around to it."""
    x, y, right, bottom = box.x, box.y, box.x + box.w, box.y + box.h
    middle = ((x + right) / 2, y)
    radius = box.h / 2 if box.shape == "pill" else box.radius
    way = [middle, (right, y), (right, bottom), (x, bottom), (x, y), middle]
    return rounded(way, radius)


def _straight(curve: list[Point], end: Point) -> None:
    start = curve[-1]
    curve += [_between(start, end, 1 / 3), _between(start, end, 2 / 3), end]


def _between(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def head_points(tip: Point, towards: Point, size: float = 1) -> tuple[Point, Point, Point]:
    """The triangle of an arrow head at a tip, so many times as large as usual."""
    base = back_from(tip, towards, sizes.HEAD * size)
    distance = math.dist(tip, base) or 1
    half = 2.6 * size
    dx, dy = (tip[0] - base[0]) / distance * half, (tip[1] - base[1]) / distance * half
    return tip, (base[0] - dy, base[1] + dx), (base[0] + dy, base[1] - dx)


def corners(box: Box) -> list[Point]:
    """The corners of a badge's polygon in the scene; a long hexagon keeps short points."""
    if box.shape == "hexagon" and box.w > _LONG * box.h:
        x, y, right, bottom, middle = box.x, box.y, box.x + box.w, box.y + box.h, box.y + box.h / 2
        point = _POINT * box.h
        return [(x + point, y), (right - point, y), (right, middle), (right - point, bottom), (x + point, bottom), (x, middle)]  # fmt: skip
    return [(box.x + x * box.w, box.y + y * box.h) for x, y in POLYGONS[box.shape]]


def hatching(box: Box) -> list[tuple[Point, Point]]:
    """Slanted strokes that fill a box."""
    if box.w > _NARROW:
        return list(_wide_hatching(box))
    strokes = []
    y = box.y + box.w
    while y <= box.y + box.h:
        strokes.append(((box.x, y), (box.x + box.w, y - box.w)))
        y += 4
    return strokes


def _wide_hatching(box: Box) -> Iterator[tuple[Point, Point]]:
    """Strokes from the upper right to the lower left, cut at the edges."""
    right, bottom = box.x + box.w, box.y + box.h
    across = _STROKES
    while across < box.w + box.h:
        start = (box.x + across, box.y) if across <= box.w else (right, box.y + across - box.w)
        end = (box.x, box.y + across) if across <= box.h else (box.x + across - box.h, bottom)
        yield start, end
        across += _STROKES
