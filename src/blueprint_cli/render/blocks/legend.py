"""A legend: signs with their words, in rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from blueprint_cli.render.drawing.metrics import text_width
from blueprint_cli.render.drawing.scene import Box, Route, Text

if TYPE_CHECKING:
    from blueprint_cli.render.drawing.scene import Scene, Shape

_SIZE, _ROW, _GAP, _SIGN, _HEIGHT = 8.5, 19.0, 20.0, 26.0, 11.0


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign and what it means; `line` is a stroke, `assumed` a hatched edge, all others are frames.

    Attributes:
        bar: layer whose colour or pattern the left edge of the frame has, or empty.
    """

    kind: str
    word: str
    fill: str = "none"
    stroke: str = "none"
    dash: str = ""
    radius: float = 0
    head: bool = False
    bar: str = ""
    width: float = 1.3


def put_legend(scene: Scene, signs: list[Sign], title: str, top: float, left: float) -> float:
    """Lay the signs out from a height on, as wide as the scene; returns where they end."""
    if not signs:
        return top
    head = Text((title,), 14, top + 10, _SIZE + 1, "muted", bold=True)
    scene.legend.append(Box("legend-title", 14, top, left - 20, 14, shape="none", texts=(head,)))
    x = left
    for sign in signs:
        width = _SIGN + 6 + text_width(sign.word, _SIZE)
        if x > left and x + width > scene.width:
            x, top = left, top + _ROW
        _draw(scene, sign, x, top)
        text = Text((sign.word,), x + _SIGN + 6, top + 10, _SIZE, "muted")
        scene.legend.append(
            Box("legend", x + _SIGN + 6, top, width - _SIGN - 6, 14, shape="none", texts=(text,))
        )
        x += width + _GAP
    return top + _ROW


def _draw(scene: Scene, sign: Sign, x: float, top: float) -> None:
    middle = top + 7
    css = f"legend-sign {sign.kind}"
    if sign.kind == "line":
        points = ((x, middle), (x + _SIGN, middle))
        scene.legend_lines.append(
            Route("legend-line", points, sign.stroke, sign.width, dash=sign.dash, head=sign.head)
        )
        return
    hatched = sign.kind == "assumed"
    shape: Shape = "hatch" if hatched else "rect"
    width = 5.0 if hatched else _SIGN - 4
    left = x + _SIGN - 8 if hatched else x + 2
    scene.legend.append(
        Box(css, left, middle - _HEIGHT / 2, width, _HEIGHT, shape=shape, radius=sign.radius, fill=sign.fill,
            stroke=sign.stroke, stroke_width=0 if sign.stroke == "none" else 0.9, dash=sign.dash)
    )  # fmt: skip
    if sign.bar:
        bar = Box(
            "layer-bar",
            left + 0.5,
            middle - _HEIGHT / 2 + 0.5,
            4,
            _HEIGHT - 1,
            fill=f"tab.{sign.bar}",
            pattern=sign.bar,
        )
        scene.legend.append(bar)
