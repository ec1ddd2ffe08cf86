"""How wide the columns of steps are: a text that is set from the left has its air at the right by chance, unless the column heeds it."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from blueprint_cli.render.drawing.metrics import text_width
from blueprint_cli.render.grid.column_widths import LIBREOFFICE
from blueprint_cli.render.grid.look import BODY, SMALL

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from blueprint_cli.workbook.grid import Grid

LABEL_WIDTH, NARROW_STEP_WIDTH, MANY_STEPS = 24, 21, 12
STEP_WIDTH, WIDEST_STEP, PAGE_WIDTH = 25, 38, 236
"""Characters; few steps share the width of a page, up to a width that is still good to read."""
_EDGES, _AIR = 10.4, 6.0
"""LibreOffice: what indent and margins take of a cell, what a line should leave at its end."""
_TRIED = tuple(quarters / 4 for quarters in range(-6, 13))
_MOST_FOR_A_WORD = 5
"""Characters that the longest word may widen all columns by; one that is longer still is parted."""

Measured = list[float]
"""The widths of the words of a line, in points."""


def step_width(grid: Grid) -> float:
    """Characters of width of every step: room for the longest word, and the most air behind lines that would run up to the edge."""
    steps = len(grid.steps)
    base: float = NARROW_STEP_WIDTH
    if steps <= MANY_STEPS:
        base = min(max((PAGE_WIDTH - LABEL_WIDTH) // steps, STEP_WIDTH), WIDEST_STEP)
    lines = _lines(grid)
    words = [width for words, _ in lines for width in words]
    words += [text_width(word, BODY, bold=True) for _, title, _ in grid.steps for word in title.split(" ")]
    longest = (max(words, default=0) + _EDGES + _AIR / 2) / LIBREOFFICE
    least = min(ceil(longest * 4) / 4, base + _MOST_FOR_A_WORD)
    base = max(base, least)
    narrowest = (base + _TRIED[0]) * LIBREOFFICE - _EDGES - _AIR
    lines = [(words, space) for words, space in lines if sum(words) + space * (len(words) - 1) > narrowest]
    tried = (base + more for more in _TRIED if base + more >= least)
    return min(tried, key=lambda width: (_crowding(lines, width), abs(width - base)))


def _lines(grid: Grid) -> list[tuple[Measured, float]]:
    """Every line of a text with the width of a space in it."""
    said = {
        (cell.text, row.kind == "card")
        for row in grid.rows
        if row.kind != "time"
        for cell in row.cells
        if cell.text
    }
    return [
        ([text_width(word, size) for word in line.split(" ")], text_width(" ", size))
        for text, is_card in sorted(said)
        for size in (BODY if is_card else SMALL,)
        for line in text.split("\n")
    ]


def _crowding(lines: Iterable[tuple[Measured, float]], width: float) -> float:
    """How much air is lacking behind lines in a column of so many characters; one that touches the edge is worse than some that come near."""
    room = width * LIBREOFFICE - _EDGES
    return sum(_lacking(words, space, room) for words, space in lines)


def _lacking(words: Sequence[float], space: float, room: float) -> float:
    found, length = 0.0, 0.0
    for word in words:
        longer = length + space + word if length else word
        if longer > room and length:
            found += max(length - room + _AIR, 0) ** 2
            longer = word
        length = longer
    return found + (max(length - room + _AIR, 0) ** 2 if length <= room else 0)
