"""Several texts in one cell, one a bullet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from blueprint_cli.workbook.reading.cells import as_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from blueprint_cli.workbook.reading.cells import Value

_BULLET = re.compile(r"\s*(?:[-–—•●▪◦‣·*+]|\d{1,2}[.)])\s+")
_FEWEST = 2


def lines_of(value: Value) -> list[str]:
    """The lines of a cell that say something."""
    return [line.strip() for line in as_text(value).split("\n") if line.strip()]


def has_bullet(line: str) -> bool:
    """Whether a line begins with a bullet or a number."""
    return _BULLET.match(line) is not None


def by_bullets(lines: Iterable[str]) -> list[str]:
    """One text a bullet; a line without one goes on with the text above it."""
    found: list[str] = []
    for line in lines:
        said = " ".join(without_bullet(line).split())
        if has_bullet(line) or not found:
            found.append(said)
        else:
            found[-1] += f" {said}"
    return [text for text in found if text]


def without_bullet(line: str) -> str:
    """A line without the bullet that it begins with."""
    bullet = _BULLET.match(line)
    return line[bullet.end() :] if bullet else line


def cards_in(value: Value) -> list[str]:
    """The cards that a cell tells of: one a bullet where there are several, else all that it says."""
    lines = lines_of(value)
    return by_bullets(lines) if sum(map(has_bullet, lines)) >= _FEWEST else [as_text(value)]
