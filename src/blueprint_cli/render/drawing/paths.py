"""How an arrow runs: straight, or out of its card, along a gutter or a channel or both, and into the other card."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from blueprint_cli.render.drawing.label_text import label_text

if TYPE_CHECKING:
    from blueprint_cli.render.drawing.cards import Card
    from blueprint_cli.render.drawing.label_text import LabelText
    from blueprint_cli.render.drawing.links import Link
    from blueprint_cli.render.drawing.scene import Point
    from blueprint_cli.render.drawing.tracks import Segment

Form = Literal["vertical", "level", "gutter", "channel"]
Side = Literal["left", "right", "top", "bottom"]
FLANKS = ("left", "right")
_IN_A_GUTTER = 60.0
"""The most width of words in a gutter, in points."""


@dataclass(eq=False)
class Path:
    """The way of one link.

    Attributes:
        form: `vertical` between neighbours in a column; `level` along a lane; `gutter` through one gutter; `channel`
            along the channel above a lane. Gutter k lies left of column k.
        leaves, enters: sides of the two cards; a way along a channel reaches a card's flank through a gutter, its top and
            bottom directly.
        gutter, second_gutter: next to the source and to the target.
        port_out, port_in: where it leaves and enters: a height on a flank, a distance from the left on top or bottom.
        segments: the stretches along gutters and the channel, by name: `first`, `second`, `across`; `label` is the one
            that bears the words.
        returns: it leaves its column and comes back to it.
        shares: it may share its trunk with others.
        label: the words where room was kept for them before anything had its place; label_at is the middle of it.
    """

    link: Link
    form: Form
    leaves: Side
    enters: Side
    gutter: int = 0
    second_gutter: int = 0
    channel: int = 0
    port_out: float = 0
    port_in: float = 0
    segments: dict[str, Segment] = field(default_factory=dict)
    points: list[Point] = field(default_factory=list)
    label: LabelText | None = None
    label_at: Point | None = None
    returns: bool = field(init=False)
    shares: bool = field(init=False)

    def __post_init__(self) -> None:
        link = self.link
        self.returns = self.form == "gutter" and link.source.column == link.target.column
        self.shares = self.returns and link.kind in ("uses", "hand") and link.target.layer == "support"

    @property
    def bundle(self) -> tuple[str, str, str, str] | None:
        """Uses of one system out of one column, in the same way, share a trunk and a port: their common key."""
        link = self.link
        return (link.target.id, link.kind, link.label, self.enters) if self.shares else None

    def gutter_label(self) -> LabelText | None:
        """The words as they stand in a gutter, if there are any and the way runs through one gutter only."""
        if self.label is None and self.link.label and self.form in ("level", "gutter"):
            self.label = label_text(self.link, _IN_A_GUTTER)
        return self.label

    def ends(self) -> tuple[tuple[Card, Side, bool], tuple[Card, Side, bool]]:
        """Card, side, and whether it leaves there, of both ends."""
        return (self.link.source, self.leaves, True), (self.link.target, self.enters, False)
