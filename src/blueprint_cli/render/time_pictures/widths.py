"""How wide pieces of time are drawn: to scale, the short ones as wide as their words, and a longer one never narrower."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_HALVINGS, _ROUNDS = 60, 40
_SEEN = 0.01


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of time and the least width at which it can be read; `of` is the action that it is a part of."""

    length: int
    least: float
    of: str = ""


def levelled(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with room for the words of every shorter one, so that none is drawn narrower than that."""
    found, widest = list(pieces), 0.0
    for index in sorted(range(len(found)), key=lambda index: (found[index].length, found[index].least)):
        widest = max(widest, found[index].least)
        found[index] = replace(found[index], least=widest)
    return found


def per_second(pieces: Sequence[Piece], width: float) -> float:
    """The largest scale at which all pieces, the short ones widened, take no more than a width."""
    total = sum(piece.length for piece in pieces)
    if not total:
        return 0
    low, high = 0.0, width / total
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        taken = sum(max(piece.length * middle, piece.least) for piece in pieces)
        low, high = (middle, high) if taken <= width else (low, middle)
    return high


def drawn_widths(pieces: Sequence[Piece], scale: float) -> list[float]:
    """The width of each piece at a scale.

    What is short is widened, and what is longer is then at least as wide: piece by piece, and action by action. For the
    actions all of it may take more room than the scale was made for.
    """
    widths = [max(piece.length * scale, piece.least) for piece in pieces]
    parts: dict[str, list[int]] = {}
    for index, piece in enumerate(pieces):
        parts.setdefault(piece.of or str(index), []).append(index)
    groups = [[index] for index in range(len(pieces))], list(parts.values())
    for _ in range(_ROUNDS):
        before = sum(widths)
        for one in groups:
            _raise(one, pieces, widths)
        if sum(widths) - before < _SEEN:
            break
    _raise(groups[0], pieces, widths)
    return widths


def _raise(groups: Iterable[list[int]], pieces: Sequence[Piece], widths: list[float]) -> None:
    """Widen each group that is narrower than one that does not last longer."""

    def order(group: list[int]) -> tuple[int, float]:
        return sum(pieces[index].length for index in group), sum(widths[index] for index in group)

    widest = 0.0
    for group in sorted(groups, key=order):
        if sum(widths[index] for index in group) < widest:
            _widen(group, pieces, widths, widest)
        widest = max(widest, sum(widths[index] for index in group))


def _widen(group: list[int], pieces: Sequence[Piece], widths: list[float], wanted: float) -> None:
    """Give a group a width, in proportion to time where that makes none of its pieces narrower."""
    growing = list(group)
    while growing:
        room = wanted - sum(widths[index] for index in group if index not in growing)
        share = room / sum(pieces[index].length for index in growing)
        kept = [index for index in growing if pieces[index].length * share >= widths[index]]
        if len(kept) == len(growing):
            for index in growing:
                widths[index] = pieces[index].length * share
            return
        growing = kept
