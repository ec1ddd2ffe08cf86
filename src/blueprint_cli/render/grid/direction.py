"""Whether a map is written from right to left."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import bidirectional

if TYPE_CHECKING:
    from blueprint_cli.workbook.grid import Grid

_RIGHT, _LEFT = ("R", "AL"), "L"


def runs_right_to_left(grid: Grid) -> bool:
    """True when more letters of its title, steps and cards run from right to left than from left to right."""
    balance = 0
    texts = [grid.title, grid.scenario, *(title for _, title, _ in grid.steps)]
    texts += [cell.text for row in grid.rows if row.kind == "card" for cell in row.cells]
    for character in "".join(texts):
        if character.isascii():
            balance -= character.isalpha()
            continue
        side = bidirectional(character)
        balance += (side in _RIGHT) - (side == _LEFT)
    return balance > 0
