"""Shapes in Graphviz's own drawing language, painted under everything else: true corners, pills and hatching.

Nodes know one radius for rounded corners, no hatching and no pill; what is painted here looks as in the SVG. It suits what
lies under the arrows: whatever covers a line or a curve must be a node, for those are painted over it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.render.drawing.curves import closed, corners, hatching, line_style, number
from blueprint_cli.render.drawing.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from blueprint_cli.render.drawing.scene import Box, Lane, Point, Route, Scene
    from blueprint_cli.render.drawing.theme import Theme

Rect = tuple[float, float, float, float]
"""Left, top, right, bottom."""

_LONGEST = 8_000
"""Characters of one string: Graphviz's reader takes no more than some 16,000 of them, and joins several with `+`."""


def painted_under(scene: Scene) -> set[int]:
    """The `id()` of every box that covers no line, no curve, and no box that does."""
    above = [rect for route in (*scene.lines, *scene.curves) for rect in _rects(route)]
    found: set[int] = set()
    for box in (*scene.headings, *scene.boxes):
        rect = (box.x, box.y, box.x + box.w, box.y + box.h)
        if box.shape == "cross" or any(_meet(rect, other) for other in above):
            above.append(rect)
        else:
            found.add(id(box))
    return found | {id(box) for box in scene.legend}


def _rects(route: Route) -> Iterable[Rect]:
    step = 3 if route.curve else 1
    for start in range(0, len(route.points) - 1, step):
        xs, ys = zip(*route.points[start : start + step + 1], strict=True)
        yield min(xs), min(ys), max(xs), max(ys)


def _meet(first: Rect, second: Rect) -> bool:
    return first[0] < second[2] and second[0] < first[2] and first[1] <= second[3] and second[1] <= first[3]


class Painting:
    """Operations in the order of painting; `height` is that of the scene, whose y runs down while Graphviz's runs up."""

    def __init__(self, theme: Theme, height: float) -> None:
        self.theme = theme
        self.height = height
        self._said: list[str] = []

    def attribute(self) -> str:
        """The value of the graph's `_background`: one string, or several joined."""
        parts = [""]
        for said in self._said:
            if len(parts[-1]) + len(said) > _LONGEST:
                parts.append("")
            parts[-1] += f"{said} "
        return " + ".join(f'"{part}"' for part in parts)

    def lane(self, lane: Lane) -> None:
        """The ground of a lane."""
        self._pens(self.theme.colour(lane.fill), self.theme.colour("grid"), 0.5)
        self._polygon([(lane.x, lane.y), (lane.x + lane.w, lane.y), (lane.x + lane.w, lane.y + lane.h), (lane.x, lane.y + lane.h)])  # fmt: skip

    def box(self, box: Box) -> None:
        """A box without its texts."""
        if box.shape == "none" or (box.fill == "none" and box.stroke == "none"):
            return
        fill, stroke = self.theme.colour(box.fill), self.theme.colour(box.stroke)
        self._pens(fill, stroke, box.stroke_width, box.dash)
        if box.pattern and box.pattern in self.theme.patterns:
            for x, y, w, h in pattern(self.theme.patterns[box.pattern], box):
                self._polygon([(x, y), (x + w, y), (x + w, y + h), (x, y + h)])
        elif box.shape == "hatch":
            for start, end in hatching(box):
                self._said.append(f"L 2 {self._points((start, end))}")
        elif box.shape == "circle":
            middle = self._points([(box.x + box.w / 2, box.y + box.h / 2)])
            self._said.append(f"{_op('E', box)} {middle} {number(box.w / 2)} {number(box.h / 2)}")
        elif box.shape in ("rect", "pill"):
            curve = closed(box)
            self._said.append(f"{_op('b', box)} {len(curve)} {self._points(curve)}")
        else:
            self._polygon(corners(box))

    def _pens(self, fill: str, stroke: str, width: float, dash: str = "") -> None:
        ink = fill if stroke == "none" else stroke
        style = line_style(dash)
        wide = f"setlinewidth({number(0 if stroke == 'none' else width)})"
        self._said.append(f"c {len(ink)} -{ink} S {len(style)} -{style} S {len(wide)} -{wide}")
        if fill != "none":
            self._said.append(f"C {len(fill)} -{fill}")

    def _polygon(self, points: Sequence[Point]) -> None:
        self._said.append(f"P {len(points)} {self._points(points)}")

    def _points(self, points: Iterable[Point]) -> str:
        return " ".join(f"{number(x)} {number(self.height - y)}" for x, y in points)


def _op(filled: str, box: Box) -> str:
    """The operation for a filled shape, or for its outline alone."""
    return filled if box.fill != "none" else {"E": "e", "b": "B"}[filled]
