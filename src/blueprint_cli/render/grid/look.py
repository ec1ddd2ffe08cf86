"""Styles of the workbook: the palette of the drawing, one font whose widths are known, borders."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from blueprint_cli.render.drawing.metrics import text_width
from blueprint_cli.render.drawing.theme import LIGHT
from blueprint_cli.render.drawing.wrapping import wrap

if TYPE_CHECKING:
    from openpyxl.cell import Cell

FONT = "Arial"
BODY, SMALL, LEADING = 10, 9, 13.2
POINTS_A_CHARACTER, CELL_PADDING = 5.25, 14.0
_MOST_LINES = 28

FACT_COLOURS = {"pains": ("#fbe3e0", "bad"), "opportunities": ("#dff3ee", "good")}
"""Ground and ink role of rows of facts that are told apart by colour."""


def colour(role: str) -> str:
    """A colour of the theme as spreadsheets write it."""
    return LIGHT.colour(role).lstrip("#").upper()


def fill(role: str) -> PatternFill:
    """A plain ground; a role of the theme or #rrggbb."""
    return PatternFill("solid", fgColor=role.lstrip("#").upper() if role.startswith("#") else colour(role))


def hatched() -> PatternFill:
    """The ground of a hole in the service."""
    return PatternFill("lightUp", fgColor=colour("grid"), bgColor="FFFFFF")


def font(role: str = "ink", size: float = BODY, *, bold: bool = False, italic: bool = False) -> Font:
    """The workbook's font in a colour of the theme."""
    return Font(name=FONT, size=size, bold=bold, italic=italic, color=colour(role))


def edge(role: str = "grid", style: Any = "thin") -> Side:
    """One side of a border."""
    return Side(style=style, color=colour(role))


def frame(role: str = "grid", style: str = "thin") -> Border:
    """All four sides."""
    side = edge(role, style)
    return Border(left=side, right=side, top=side, bottom=side)


def wrapped(horizontal: str = "left", vertical: str = "top", indent: int = 0) -> Alignment:
    """Text that wraps within its cell."""
    return Alignment(horizontal=horizontal, vertical=vertical, wrap_text=True, indent=indent)


def dress(cell: Cell | Any, **looks: Any) -> None:
    """Set several looks of a cell at once."""
    for name, value in looks.items():
        setattr(cell, name, value)


def height_of(text: str, characters: float, size: float = BODY, *, bold: bool = False) -> float:
    """Points of height that a text takes in a column of so many characters, wrapped by real widths."""
    room = characters * POINTS_A_CHARACTER - CELL_PADDING
    lines = sum(max(len(wrap(line, room, size, bold=bold)), 1) for line in text.split("\n"))
    return min(lines, _MOST_LINES) * LEADING * size / BODY + 5


def fitting_width(texts: list[str], least: float, most: float) -> float:
    """Characters of width for a column of texts, within bounds."""
    widest = max((text_width(line, BODY) for text in texts for line in text.split("\n")), default=0)
    return min(max((widest + CELL_PADDING + 3) / POINTS_A_CHARACTER, least), most)
