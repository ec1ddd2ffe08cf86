"""What links the cards of a map, before it is drawn."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from blueprint_cli.render.drawing.cards import Card

Kind = Literal["flow", "implicit", "uses", "serves", "hand", "broken"]


@dataclass(eq=False)
class Link:
    """An arrow between two cards.

    Attributes:
        both: it has two heads.
        goes_back: it leads to the same column or an earlier one, against the order of time.
        ends: ids of the two cards, where one of them stands on another page.
    """

    source: Card
    target: Card
    kind: Kind = "flow"
    label: str = ""
    both: bool = False
    goes_back: bool = False
    ends: tuple[str, str] | None = None


@dataclass
class Arrows:
    """The links of a map, and the feeds whose systems stand in no column."""

    links: list[Link] = field(default_factory=list)
    unplaced: list[str] = field(default_factory=list)
