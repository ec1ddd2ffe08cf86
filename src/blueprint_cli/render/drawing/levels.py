"""Brackets over columns, one above the other where they overlap."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable


class _Over(Protocol):
    """What lies over columns `first` to `last`, on a level counted from the columns upwards."""

    first: int
    last: int
    level: int


Over = TypeVar("Over", bound=_Over)


def on_levels(brackets: Iterable[Over]) -> list[Over]:
    """The brackets, shortest first, each on the lowest level that is free over its columns: longer ones stand higher."""
    placed: list[Over] = []
    for bracket in sorted(brackets, key=lambda one: (one.last - one.first, one.first)):
        taken = {
            other.level for other in placed if other.first <= bracket.last and bracket.first <= other.last
        }
        bracket.level = next(level for level in range(len(placed) + 1) if level not in taken)
        placed.append(bracket)
    return placed
