"""Patterns in black and white: small rectangles that fill the bar of a lane."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.render.drawing.scene import Box

Rect = tuple[float, float, float, float]
"""Left, top, width and height."""

_PERIODS: dict[str, tuple[float, float]] = {
    "dots": (2.0, 5.0),
    "slabs": (14.0, 18.0),
    "stripes": (2.5, 5.0),
    "dashes": (6.0, 9.0),
    "rules": (1.0, 4.0),
}
"""Height of a piece, and from one to the next."""


def pattern(name: str, box: Box) -> list[Rect]:
    """The rectangles of a pattern within a box, all of one colour."""
    if name == "solid":
        return [(box.x, box.y, box.w, box.h)]
    if name == "posts":
        third = box.w / 3
        return [(box.x, box.y, third, box.h), (box.x + 2 * third, box.y, third, box.h)]
    return list(_checks(box) if name == "checks" else _pieces(name, box))


def _pieces(name: str, box: Box) -> Iterator[Rect]:
    tall, period = _PERIODS[name]
    inset = box.w / 4 if name == "dots" else 0
    top = box.y
    while top < box.y + box.h:
        yield box.x + inset, top, box.w - 2 * inset, min(tall, box.y + box.h - top)
        top += period


def _checks(box: Box) -> Iterator[Rect]:
    side = box.w / 2
    top, left = box.y, True
    while top < box.y + box.h:
        yield box.x + (0 if left else side), top, side, min(side, box.y + box.h - top)
        top, left = top + side, not left
