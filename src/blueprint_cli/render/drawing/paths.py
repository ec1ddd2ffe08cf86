"""How each arrow runs: straight, or out of its card, along a gutter (and a channel), and into the other card."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from blueprint_cli.render.drawing import sizes
from blueprint_cli.render.drawing.tracks import Segment

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from blueprint_cli.render.drawing.arrows import Link
    from blueprint_cli.render.drawing.cards import Card, Content
    from blueprint_cli.render.drawing.scene import Point

Form = Literal["vertical", "level", "gutter", "channel"]
Side = Literal["left", "right", "top", "bottom"]

_GUTTER_APART = 100.0


@dataclass(eq=False)
class Path:
    """The way of one link.

    Attributes:
        form: `vertical` between neighbours in a column; `level` along a lane; `gutter` through one gutter; `channel`
            through a gutter, a channel and a gutter. Gutter k lies left of column k.
        leaves, enters: sides of the two cards.
        port_out, port_in: heights where it leaves and enters.
        segments: the stretches along gutters and the channel, by name: `first`, `second`, `across`.
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

    @property
    def bundle(self) -> tuple[str, str, str] | None:
        """Uses of one system out of one column share a trunk and a port: their common key."""
        link = self.link
        together = (
            self.form == "gutter"
            and link.kind in ("uses", "hand")
            and link.source.column == link.target.column
        )
        return (
            (link.target.id, link.kind, self.enters) if together and link.target.layer == "support" else None
        )


def paths_of(links: Sequence[Link], content: Content) -> list[Path]:
    """The form of every link's way, before anything has a place."""
    return _Choosing(content).paths(links)


class _Choosing:
    def __init__(self, content: Content) -> None:
        self.stacks = [[column.cells[layer] for layer in column.cells] for column in content.columns]
        self.taken_levels: dict[int, list[tuple[int, int]]] = defaultdict(list)

    def paths(self, links: Sequence[Link]) -> list[Path]:
        # Short ways first: neighbours keep the straight line along the lane.
        order = sorted(range(len(links)), key=lambda k: abs(links[k].source.column - links[k].target.column))
        chosen = {k: self._path(links[k]) for k in order}
        return [chosen[k] for k in range(len(links))]

    def _path(self, link: Link) -> Path:
        source, target = link.source, link.target
        if link.goes_back:
            return Path(
                link,
                "channel",
                "right",
                "left",
                gutter=source.column + 1,
                second_gutter=target.column,
                channel=source.row,
            )
        if source.column == target.column:
            return self._in_column(link)
        forward = target.column > source.column
        leaves: Side = "right" if forward else "left"
        enters: Side = "left" if forward else "right"
        if self._is_level(source, target):
            low, high = sorted((source.column, target.column))
            self.taken_levels[source.row].append((low, high))
            return Path(link, "level", leaves, enters)
        if abs(source.column - target.column) == 1:
            return Path(link, "gutter", leaves, enters, gutter=max(source.column, target.column))
        first = source.column + 1 if forward else source.column
        second = target.column if forward else target.column + 1
        return Path(
            link,
            "channel",
            leaves,
            enters,
            gutter=first,
            second_gutter=second,
            channel=_channel(source, target),
        )

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


def _channel(source: Card, target: Card) -> int:
    """The channel above the lower of two lanes; above the lane itself where both stand in one."""
    if target.row > source.row:
        return source.row + 1
    return source.row if target.row < source.row else max(source.row, 1)


def spread_ports(paths: Iterable[Path], channel_height: dict[Path, float]) -> None:
    """Give every path its heights at the two cards: in the order of where it goes, evenly, a bundle at one port."""
    sides: dict[tuple[str, Side], list[tuple[Path, bool]]] = defaultdict(list)
    cards: dict[str, Card] = {}
    levels: set[tuple[str, Side]] = set()
    for path in paths:
        for card, side, out in (
            (path.link.source, path.leaves, True),
            (path.link.target, path.enters, False),
        ):
            cards[card.id] = card
            if path.form == "level":
                levels.add((card.id, side))
                path.port_out = path.port_in = path.link.source.y + sizes.LEVEL_PORT
            elif path.form != "vertical":
                sides[card.id, side].append((path, out))
    for (name, side), ends in sides.items():
        _spread(cards[name], ends, channel_height, below_level=(name, side) in levels)


def _spread(
    card: Card, ends: list[tuple[Path, bool]], channel_height: dict[Path, float], *, below_level: bool
) -> None:
    groups: dict[object, list[tuple[Path, bool]]] = defaultdict(list)
    for path, out in ends:
        groups[
            path.bundle if path.bundle and not out else (path.link.source.id, path.link.target.id, out)
        ].append((path, out))

    def towards(group: list[tuple[Path, bool]]) -> tuple[float, str, str]:
        path, out = group[0]
        far = path.link.target if out else path.link.source
        height = channel_height[path] if path.form == "channel" else far.middle
        return height, path.link.source.id, path.link.target.id

    ordered = sorted(groups.values(), key=towards)
    low = card.y + (sizes.LEVEL_PORT + 10 if below_level else 10)
    high = card.y + card.h - 9
    gap = min(sizes.PORT_SPREAD, (high - low) / max(len(ordered) - 1, 1)) if high > low else 0
    first = (low + high) / 2 - gap * (len(ordered) - 1) / 2
    for index, group in enumerate(ordered):
        for path, out in group:
            if out:
                path.port_out = first + gap * index
            else:
                path.port_in = first + gap * index


def channel_segments(paths: Iterable[Path]) -> dict[int, list[Segment]]:
    """The horizontal stretches by channel, before any column has its place: a gutter counts for a hundred points."""
    found: dict[int, list[Segment]] = defaultdict(list)
    for path in paths:
        if path.form != "channel":
            continue
        link = path.link
        left, right = sorted((path.gutter, path.second_gutter))
        stubs = (
            (path.gutter * _GUTTER_APART, _side(link.source.row, path)),
            (path.second_gutter * _GUTTER_APART, _side(link.target.row, path)),
        )
        # Two ways that meet in one gutter lie on different tracks: which of them stands further left is not known yet.
        low, high = left * _GUTTER_APART - _GUTTER_APART / 3, right * _GUTTER_APART + _GUTTER_APART / 3
        path.segments["across"] = Segment(
            low, high, stubs, (right - left, left, link.source.id, link.target.id)
        )
        found[path.channel].append(path.segments["across"])
    return found


def _side(row: int, path: Path) -> int:
    return -1 if row < path.channel else 1


def gutter_segments(paths: Iterable[Path], channel_height: dict[Path, float]) -> dict[int, list[Segment]]:
    """The vertical stretches by gutter; a bundle is one stretch with several stubs."""
    found: dict[int, list[Segment]] = defaultdict(list)
    bundles: dict[object, Segment] = {}
    for path in paths:
        ids = (path.link.source.id, path.link.target.id)
        out = 1 if path.leaves == "left" else -1
        into = 1 if path.enters == "left" else -1
        if path.form == "gutter":
            into = -1 if path.enters == "right" else 1
            segment = _vertical(path.port_out, path.port_in, out, into, ids)
            if path.bundle is not None and path.bundle in bundles:
                segment = _widened(bundles[path.bundle], segment)
            else:
                found[path.gutter].append(segment)
                if path.bundle is not None:
                    bundles[path.bundle] = segment
            path.segments["first"] = segment
        elif path.form == "channel":
            across = channel_height[path]
            onwards = 1 if path.second_gutter > path.gutter else -1
            path.segments["first"] = _vertical(path.port_out, across, out, onwards, (*ids, "first"))
            path.segments["second"] = _vertical(across, path.port_in, -onwards, into, (*ids, "second"))
            found[path.gutter].append(path.segments["first"])
            found[path.second_gutter].append(path.segments["second"])
    return found


def _vertical(start: float, end: float, first: int, second: int, ids: tuple[str, ...]) -> Segment:
    low, high = sorted((start, end))
    return Segment(low, high, ((start, first), (end, second)), (low, high, *ids))


def _widened(trunk: Segment, more: Segment) -> Segment:
    trunk.low, trunk.high = min(trunk.low, more.low), max(trunk.high, more.high)
    trunk.stubs = (*trunk.stubs, more.stubs[0])
    return trunk
