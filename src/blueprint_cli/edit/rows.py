"""The lines of a formatted text, and the columns of the comments at their ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SMALLEST_GAP = 2
_ON_PURPOSE = 3
"""A gap of so many spaces was made to bring a comment into a column."""


@dataclass(slots=True)
class Row:
    """A line on its way.

    Attributes:
        text: what stands in it, except for a comment at its end.
        comment: that comment.
        column: the column where the comment stood.
        gap: how many spaces were before it.
        line: the line that it stood on.
    """

    text: str
    comment: str = ""
    column: int = 0
    gap: int = 0
    line: int = 0


def lines(rows: Iterable[Row]) -> list[str]:
    """The rows as lines: comments that stood in one column stand in one column.

    Comments on consecutive lines belong together, and so do all that were brought into the same column by several
    spaces; the smallest gap among them stays, and is at least two.
    """
    rows = list(rows)
    column_of: dict[int, int] = {}
    for group in _columns([row for row in rows if row.comment]):
        column = max(len(row.text) for row in group) + max(SMALLEST_GAP, min(row.gap for row in group))
        column_of.update((id(row), column) for row in group)
    return [f"{row.text:{column_of[id(row)]}}{row.comment}" if row.comment else row.text for row in rows]


def _columns(rows: list[Row]) -> Iterator[list[Row]]:
    """The rows whose comments share a column, old and new."""
    wide: dict[int, list[Row]] = {}
    for group in _consecutive(rows):
        if max(row.gap for row in group) >= _ON_PURPOSE:
            wide.setdefault(group[0].column, []).extend(group)
        else:
            yield group
    yield from wide.values()


def _consecutive(rows: list[Row]) -> Iterator[list[Row]]:
    group: list[Row] = []
    for row in rows:
        if group and (row.line != group[-1].line + 1 or row.column != group[-1].column):
            yield group
            group = []
        group.append(row)
    if group:
        yield group
