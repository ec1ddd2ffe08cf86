"""A scene in another size and place: every coordinate is worked out anew, so that pictures need no transforms."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from blueprint_cli.render.drawing.scene import Box, Lane, Route, Scene, Text


def moved(scene: Scene, scale: float, x: float, y: float) -> Scene:
    """The scene scaled, with its origin at (x, y); width and height are scaled, too."""
    move = _Moving(scale, x, y)
    parts: dict[str, Any] = {kind: [move.box(box) for box in getattr(scene, kind)] for kind in BOXES}
    parts |= {kind: [move.route(route) for route in getattr(scene, kind)] for kind in ROUTES}
    return replace(
        scene,
        width=scene.width * scale,
        height=scene.height * scale,
        lanes=[move.lane(lane) for lane in scene.lanes],
        **parts,
    )


BOXES = ("headings", "boxes", "labels", "legend")
ROUTES = ("lines", "curves", "links", "legend_lines")


class _Moving:
    def __init__(self, scale: float, x: float, y: float) -> None:
        self.scale, self.x, self.y = scale, x, y

    def lane(self, lane: Lane) -> Lane:
        return replace(
            lane,
            x=self.x + lane.x * self.scale,
            y=self.y + lane.y * self.scale,
            w=lane.w * self.scale,
            h=lane.h * self.scale,
        )

    def text(self, text: Text) -> Text:
        return replace(
            text,
            x=self.x + text.x * self.scale,
            y=self.y + text.y * self.scale,
            size=text.size * self.scale,
            leading=text.leading * self.scale,
        )

    def box(self, box: Box) -> Box:
        return replace(
            box,
            x=self.x + box.x * self.scale,
            y=self.y + box.y * self.scale,
            w=box.w * self.scale,
            h=box.h * self.scale,
            radius=box.radius * self.scale,
            stroke_width=box.stroke_width * self.scale,
            dash=self.dash(box.dash),
            texts=tuple(self.text(text) for text in box.texts),
        )

    def route(self, route: Route) -> Route:
        return replace(
            route,
            points=tuple((self.x + x * self.scale, self.y + y * self.scale) for x, y in route.points),
            width=route.width * self.scale,
            dash=self.dash(route.dash),
            size=route.size * self.scale,
        )

    def dash(self, dash: str) -> str:
        return " ".join(f"{float(part) * self.scale:.4g}" for part in dash.split())
