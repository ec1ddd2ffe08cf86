"""Columns of one width, and what stands over several of them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from blueprint_cli.model.fields import slug
from blueprint_cli.render.drawing.metrics import is_right_to_left
from blueprint_cli.render.drawing.scene import Box, Text
from blueprint_cli.render.drawing.wrapping import wrap

if TYPE_CHECKING:
    from blueprint_cli.render.drawing.cards import Content, Ids

PHASE_H, PHASE_TEXT = 24.0, 11.0
BELOW = 5.0
_LEADING = 1.25


@dataclass(frozen=True, slots=True)
class Grid:
    """Columns from `left` on."""

    left: float
    width: float
    gap: float

    def x(self, column: int) -> float:
        """Where a column begins."""
        return self.left + column * (self.width + self.gap)

    def across(self, count: int) -> float:
        """The width of so many columns side by side."""
        return count * (self.width + self.gap) - self.gap


def phase_boxes(
    content: Content, ids: Ids, grid: Grid, top: float, *, continues: bool = False
) -> tuple[list[Box], float]:
    """A header over every run of columns of one phase, and where the headers end.

    With `continues`, the first phase has begun on another page.
    """
    runs = [
        (name, [index for index, _ in run])
        for name, run in groupby(enumerate(content.columns), lambda pair: pair[1].phase)
    ]
    named = [(name, indexes) for name, indexes in runs if name is not None]
    if not named:
        return [], top
    titles = [content.show(content.blueprint.phase_title(name)) for name, _ in named]
    if continues and runs[0][0] is not None:
        titles[0] = content.show(content.words.continued.format(text=titles[0]))
    lines = [
        wrap(title, grid.across(len(indexes)) - 16, PHASE_TEXT, bold=True)
        for title, (_, indexes) in zip(titles, named, strict=True)
    ]
    leading = PHASE_TEXT * _LEADING
    height = PHASE_H + (max(map(len, lines)) - 1) * leading
    found = []
    for (name, indexes), own in zip(named, lines, strict=True):
        x, width = grid.x(indexes[0]), grid.across(len(indexes))
        first = top + height / 2 - (len(own) - 1) * leading / 2 + PHASE_TEXT * 0.36
        text = Text(
            own, x + width / 2, first, PHASE_TEXT, "head-ink", bold=True, anchor="middle", leading=leading,
            rtl=is_right_to_left(own[0]),
        )  # fmt: skip
        key = ids.unique(f"phase.{slug(name) or 'x'}")
        found.append(Box("phase", x, top, width, height, id=key, radius=3, fill="head", texts=(text,)))
    return found, top + height + BELOW
