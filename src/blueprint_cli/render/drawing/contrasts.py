"""Which colours stand on which: a text needs a contrast of 4.5 with its ground, a line or a mark 3 (WCAG 2.2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from blueprint_cli.render.drawing.theme import LANES, contrast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.render.drawing.theme import Theme

TEXT, SHAPE = 4.5, 3.0
_SIGNS = ("good", "mid", "bad", "pain", "hand", "broken")


@dataclass(frozen=True, slots=True)
class Pair:
    """A colour role on another one, with the contrast that it needs."""

    ink: str
    ground: str
    least: float

    def ratio(self, theme: Theme) -> float:
        """The contrast in a theme."""
        return contrast(theme.colour(self.ink), theme.colour(self.ground))


def pairs() -> Iterator[Pair]:
    """All pairs that a picture may show."""
    for ink, ground in _texts():
        yield Pair(ink, ground, TEXT)
    for ink, ground in _shapes():
        yield Pair(ink, ground, SHAPE)


def too_weak(theme: Theme) -> list[Pair]:
    """The pairs of a theme whose contrast is too low."""
    return [pair for pair in pairs() if pair.ratio(theme) < pair.least]


def _texts() -> Iterator[tuple[str, str]]:
    yield from (("head-ink", "head"), ("ink", "step"), ("muted", "step"), ("ink", "bg"), ("muted", "bg"))
    yield from (("ink", "pill"), ("line", "bg"), ("broken", "bg"))
    yield from (("mark", sign) for sign in _SIGNS)
    for layer in LANES:
        yield from (("ink", f"card.{layer}"), ("ink", f"lane.{layer}"), ("muted", f"lane.{layer}"))
        yield from ((f"tab.{layer}", f"lane.{layer}"), ("mark", f"tab.{layer}"), ("broken", f"lane.{layer}"))
        yield f"tab.{layer}", "pill"


def _shapes() -> Iterator[tuple[str, str]]:
    yield from ((sign, "bg") for sign in _SIGNS)
    for layer in LANES:
        yield from ((role, f"lane.{layer}") for role in ("flow", "soft", "line"))
        yield from ((sign, f"card.{layer}") for sign in ("bad", "pain", "hand", "mid"))
        yield f"tab.{layer}", f"card.{layer}"
