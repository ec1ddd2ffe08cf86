"""Widths of texts from the advances of Liberation Sans, which equal Arial's and Helvetica's; no font library at run time."""

from __future__ import annotations

import json
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

UNITS_PER_EM = 2048
_UNKNOWN, _WIDE = 1250, 2048
_DOTS_PER_POINT = 96 / 72
LEFT_TO_RIGHT = "\u200e"
"""Says to a text from right to left that what follows runs the other way; it has no width."""


@cache
def _advances(*, bold: bool) -> dict[str, int]:
    table = json.loads(
        files("blueprint_cli.render.drawing").joinpath("advances.json").read_text(encoding="utf-8")
    )
    found: dict[str, int] = table["bold" if bold else "regular"]
    return found


@cache
def _advance(character: str, *, bold: bool) -> int:
    known = _advances(bold=bold).get(character)
    if known is not None:
        return known
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return _WIDE if unicodedata.east_asian_width(character) in "WF" else _UNKNOWN


@lru_cache(maxsize=65_536)
def units(text: str, *, bold: bool = False) -> int:
    """Width of one line in units of which an em has 2048."""
    return sum(_advance(character, bold=bold) for character in text)


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Width of one line in points at a font size in points; wide characters are one em, unknown ones 0.61 em."""
    return units(text, bold=bold) * size / UNITS_PER_EM


def whole_width(text: str, size: float, *, bold: bool = False) -> float:
    """The same in points where every letter is as wide as whole dots of 96 an inch: so Graphviz's own pictures set it."""
    dots = size * _DOTS_PER_POINT / UNITS_PER_EM
    return sum(round(_advance(character, bold=bold) * dots) for character in text) / _DOTS_PER_POINT


def beside(text: str, more: str) -> str:
    """What follows a text on its line, such as a time; a mark keeps its digits in order after a text from right to left."""
    return (
        f"{LEFT_TO_RIGHT}{more}" if more and is_right_to_left(text) and not is_right_to_left(more) else more
    )


def anchor_of(lines: Iterable[str], left: float, size: float, *, bold: bool = False, rtl: bool) -> float:
    """Where lines that begin at a left edge are anchored: at their right end where they run from right to left.

    Pictures run from left to right with their titles at the left; what is in Hebrew or Arabic stands there as well.
    """
    return left + max(text_width(line, size, bold=bold) for line in lines) if rtl else left


def is_right_to_left(text: str) -> bool:
    """True when the first letter with a direction is Hebrew or Arabic."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False
