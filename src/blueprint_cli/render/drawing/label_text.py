"""The words on an arrow, broken into lines, and the room that they take."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from blueprint_cli.render.drawing import sizes
from blueprint_cli.render.drawing.metrics import text_width
from blueprint_cli.render.drawing.wrapping import wrap

if TYPE_CHECKING:
    from blueprint_cli.render.drawing.links import Link

CROSS = 12.0
"""What the cross of a broken link takes before its words."""
_PAD = 6.0


@dataclass(frozen=True)
class LabelText:
    """Lines of a label; sizes in points, with what is kept free around the words."""

    lines: tuple[str, ...]
    broken: bool

    @cached_property
    def width(self) -> float:
        """Width with the cross of a broken link."""
        widest = max(text_width(line, sizes.LINK_TEXT, bold=self.broken) for line in self.lines)
        return widest + _PAD + (CROSS if self.broken else 0)

    @property
    def height(self) -> float:
        """Height of all lines."""
        return len(self.lines) * sizes.LINK_LEADING + 2


def label_text(link: Link, room: float, most: int = 3) -> LabelText:
    """The label of a link in lines of at most `room` points."""
    broken = link.kind == "broken"
    return LabelText(wrap(link.label, room, sizes.LINK_TEXT, bold=broken, most=most), broken)
