"""Which things were carried elsewhere, told by two orders of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def moved_among(base: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """The fewest things whose carrying explains the new order; at least one."""
    longest: list[list[str]] = []
    place = {at: number for number, at in enumerate(base)}
    for at in theirs:
        before = max((row for row in longest if place[row[-1]] < place[at]), key=len, default=[])
        longest.append([*before, at])
    stayed = max(longest, key=len, default=[])
    return [at for at in theirs if at not in stayed] or list(theirs[:1])
