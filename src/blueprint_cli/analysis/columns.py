"""Figures of many drawn journeys at once: a column with a row a journey, or one number that all of them have."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Column = list[int]
Figure = int | Column

NEVER = -(1 << 62)
"""A moment that has not come: earlier than every other one, whatever is added to it."""


def rows(figure: Figure, count: int) -> Column:
    """A figure of every journey."""
    return [figure] * count if isinstance(figure, int) else figure


def plus(first: Figure, second: Figure) -> Figure:
    """The sum, journey by journey."""
    if isinstance(first, int):
        if isinstance(second, int):
            return first + second
        first, second = second, first
    if isinstance(second, int):
        return [one + second for one in first] if second else first
    return [one + other for one, other in zip(first, second, strict=True)]


def minus(first: Figure, second: Figure) -> Figure:
    """The difference, journey by journey."""
    if isinstance(second, int):
        return plus(first, -second)
    if isinstance(first, int):
        return [first - other for other in second]
    return [one - other for one, other in zip(first, second, strict=True)]


def later(first: Figure, second: Figure) -> Figure:
    """The larger of two, journey by journey."""
    if first is second:
        return first
    if isinstance(first, int):
        if isinstance(second, int):
            return max(first, second)
        first, second = second, first
    if isinstance(second, int):
        return [one if one > second else second for one in first]  # noqa: FURB136 - max is slower
    return [one if one > other else other for one, other in zip(first, second, strict=True)]  # noqa: FURB136


def latest(figures: Iterable[Figure]) -> Figure:
    """The largest of several, 0 or later."""
    found: Figure = 0
    for figure in figures:
        found = figure if isinstance(found, int) and not found else later(found, figure)
    return found
