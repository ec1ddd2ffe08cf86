"""Which form every arrow takes, before anything has a place: the straightest that passes through no card."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from blueprint_cli.render.drawing.cards import LAYERS
from blueprint_cli.render.drawing.paths import Path, Side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from blueprint_cli.render.drawing.cards import Card, Content
    from blueprint_cli.render.drawing.links import Link

MOST_ON_AN_EDGE = 2
"""Ways that one half of a card's top or bottom takes."""


def paths_of(links: Sequence[Link], content: Content) -> list[Path]:
    """The form of every link's way."""
    return _Choosing(content).paths(links)


class _Choosing:
    def __init__(self, content: Content) -> None:
        self.stacks = [[column.cells[layer] for layer in column.cells] for column in content.columns]
        self.layers = [layer in content.layers for layer in LAYERS]
        self.taken_levels: dict[int, list[tuple[int, int]]] = defaultdict(list)
        self.on_edges: Counter[tuple[str, Side, bool]] = Counter()

    def paths(self, links: Sequence[Link]) -> list[Path]:
        # Short ways first: neighbours keep the straight line along the lane.
        order = sorted(range(len(links)), key=lambda k: abs(links[k].source.column - links[k].target.column))
        chosen = {k: self._path(links[k]) for k in order}
        return [chosen[k] for k in range(len(links))]

    def _path(self, link: Link) -> Path:
        source, target = link.source, link.target
        if link.goes_back:
            # A letter at the edge of the page is reached from within.
            first = source.column + (0 if source.letter else 1)
            return self._along(link, source.row, first, target.column + (1 if target.letter else 0))
        if source.column == target.column:
            return self._in_column(link)
        forward = target.column > source.column
        if self._is_level(source, target):
            low, high = sorted((source.column, target.column))
            self.taken_levels[source.row].append((low, high))
            return Path(link, "level", *(("right", "left") if forward else ("left", "right")))
        if abs(source.column - target.column) == 1:
            gutter = max(source.column, target.column)
            return Path(link, "gutter", *(("right", "left") if forward else ("left", "right")), gutter=gutter)
        first = source.column + 1 if forward else source.column
        second = target.column if forward else target.column + 1
        return self._along(link, self._channel(source, target), first, second)

    def _along(self, link: Link, channel: int, first: int, second: int) -> Path:
        """Along a channel: straight out of the top or the bottom of a card where nothing stands between."""
        leaves: Side = "right" if first > link.source.column else "left"
        enters: Side = "left" if second <= link.target.column else "right"
        rightwards = link.target.column > link.source.column
        if link.source.column != link.target.column:
            leaves = self._edge(link.source, channel, right_half=rightwards) or leaves
            enters = self._edge(link.target, channel, right_half=not rightwards) or enters
        return Path(link, "channel", leaves, enters, first, second, channel)

    def _edge(self, card: Card, channel: int, *, right_half: bool) -> Side | None:
        """The edge that faces a channel, if it is free."""
        if card.letter:
            return None
        column = self.stacks[card.column]
        side: Side
        if channel <= card.row:
            side = "top"
            bare = card.place == 0 and not any(column[row] for row in range(channel, card.row))
        else:
            side = "bottom"
            bare = card.place == len(column[card.row]) - 1 and not any(
                column[row] for row in range(card.row + 1, channel)
            )
        half = right_half and not (side == "top" and len(card.badges) > 1)
        if not bare or self.on_edges[card.id, side, half] >= MOST_ON_AN_EDGE:
            return None
        self.on_edges[card.id, side, half] += 1
        return side

    def _in_column(self, link: Link) -> Path:
        source, target = link.source, link.target
        upper, lower = sorted((source, target), key=lambda card: (card.row, card.place))
        if self._is_neighbour(upper, lower):
            down = upper is source
            return Path(link, "vertical", "bottom" if down else "top", "top" if down else "bottom")
        return Path(link, "gutter", "right", "right", gutter=source.column + 1)

    def _is_neighbour(self, upper: Card, lower: Card) -> bool:
        column = self.stacks[upper.column]
        if upper.row == lower.row:
            return lower.place - upper.place == 1
        last, first = upper.place == len(column[upper.row]) - 1, lower.place == 0
        return last and first and not any(column[row] for row in range(upper.row + 1, lower.row))

    def _is_level(self, source: Card, target: Card) -> bool:
        if source.row != target.row or source.place or target.place:
            return False
        low, high = sorted((source.column, target.column))
        if any(self.stacks[column][source.row] for column in range(low + 1, high)):
            return False
        return all(high <= start or end <= low for start, end in self.taken_levels[source.row])

    def _channel(self, source: Card, target: Card) -> int:
        """The channel above the lower of two lanes; above the lane itself where both stand in one."""
        if target.row > source.row:
            return next(row for row in range(source.row + 1, len(LAYERS)) if self.layers[row])
        return source.row if target.row < source.row else max(source.row, 1)
