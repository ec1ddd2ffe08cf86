"""Short texts with a frame of their own, which is what keeps them from standing on each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.render.drawing.metrics import anchor_of, is_right_to_left, text_width
from blueprint_cli.render.drawing.scene import Box, Text
from blueprint_cli.render.drawing.wrapping import cut, wrap
from blueprint_cli.render.time_pictures.sizes import LEADING

if TYPE_CHECKING:
    from typing import Literal

_ASCENT = 0.84
_ROUNDING = 0.6


def line(
    css: str,
    text: str,
    x: float,
    y: float,
    size: float,
    *,
    role: str = "ink",
    bold: bool = False,
    room: float = 10_000,
    parent: str = "",
    anchor: Literal["start", "middle", "end"] = "start",
) -> Box:
    """One line whose top stands at y, cut to a width; it starts, ends or has its middle at x."""
    shown = cut(text, room, size, bold=bold)
    width = text_width(shown, size, bold=bold)
    left = x - {"start": 0, "middle": width / 2, "end": width}[anchor]
    rtl = is_right_to_left(shown)
    words = Text((shown,), left + width if rtl else left, y + size * _ASCENT, size, role, bold, rtl=rtl)
    return Box(css, left, y, width + _ROUNDING, size * LEADING, shape="none", texts=(words,), parent=parent)


def paragraph(
    css: str,
    text: str,
    x: float,
    y: float,
    size: float,
    room: float,
    *,
    role: str = "ink",
    bold: bool = False,
    most: int = 2,
) -> Box:
    """Lines of at most a width, the first one's top at y."""
    lines = wrap(text, room, size, bold=bold, most=most) or ("",)
    rtl = is_right_to_left(text)
    leading = size * LEADING
    start = anchor_of(lines, x, size, bold=bold, rtl=rtl)
    words = Text(lines, start, y + size * _ASCENT, size, role, bold, leading=leading, rtl=rtl)
    return Box(css, x, y, room, leading * len(lines), shape="none", texts=(words,))


def number_badge(number: int, right: float, middle: float, width: float, height: float) -> Box:
    """The place of an action on the longest path, white on dark."""
    size = 7.5 if number < 100 else 6.5  # noqa: PLR2004 - three digits need room
    words = Text(
        (str(number),), right - width / 2, middle + size * 0.35, size, "head-ink", bold=True, anchor="middle"
    )
    return Box(
        "number",
        right - width,
        middle - height / 2,
        width,
        height,
        shape="pill",
        fill="head",
        texts=(words,),
    )
