"""Where everything stands: heights of lanes from cards and channels, widths of gutters from tracks, then the points of every way."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from math import ceil
from typing import TYPE_CHECKING

from blueprint_cli.render.drawing import sizes
from blueprint_cli.render.drawing.cards import LAYERS
from blueprint_cli.render.drawing.choosing import paths_of
from blueprint_cli.render.drawing.gutters import stand_side_by_side
from blueprint_cli.render.drawing.marks import pill_rows
from blueprint_cli.render.drawing.paths import FLANKS
from blueprint_cli.render.drawing.ports import Stub, part_stubs, spread_edges, spread_flanks
from blueprint_cli.render.drawing.reserving import reserve
from blueprint_cli.render.drawing.stretches import channel_segments, gutter_segments
from blueprint_cli.render.drawing.tracks import assign_tracks
from blueprint_cli.render.drawing.untangling import untangle
from blueprint_cli.render.drawing.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from blueprint_cli.render.drawing.cards import Card, Content
    from blueprint_cli.render.drawing.links import Link
    from blueprint_cli.render.drawing.paths import Path, Side
    from blueprint_cli.render.drawing.scene import Point
    from blueprint_cli.render.drawing.tracks import Segment

_EVEN = ("evidence", "support")
"""Layers whose cards are all of one height: a stack of shorter ones looks uneven. Actions differ more in length."""
LINES = {"frontstage": "interaction", "backstage": "visibility", "support": "internal-interaction"}
"""The three lines by the layer that each stands above."""


def line_look(line: str) -> tuple[float, str]:
    """How one of the three lines is drawn in every view: its width in points and its dashes."""
    return (1.8, "") if line == "visibility" else (1.1, "6 4")


@dataclass
class Layout:
    """Places of cards, lanes and ways.

    Attributes:
        column_x: left edge of every column.
        lane_top, lane_height: by row, the channel above a lane included.
        line_y: height of the lines by the lane below.
        width, bottom: right edge of the lanes, lower edge of the last one.
    """

    paths: list[Path]
    column_x: list[float] = field(default_factory=list)
    gutter_x: list[float] = field(default_factory=list)
    gutter_w: list[float] = field(default_factory=list)
    lane_top: list[float] = field(default_factory=list)
    lane_height: list[float] = field(default_factory=list)
    line_y: dict[str, float] = field(default_factory=dict)
    width: float = 0
    bottom: float = 0

    def move_down(self, distance: float, content: Content) -> None:
        """Move everything, cards included."""
        for card in all_cards(content):
            card.y += distance
        for path in self.paths:
            path.points = [(x, y + distance) for x, y in path.points]
            if path.label_at:
                path.label_at = path.label_at[0], path.label_at[1] + distance
        self.lane_top = [top + distance for top in self.lane_top]
        self.line_y = {layer: y + distance for layer, y in self.line_y.items()}
        self.bottom += distance


def lay_out(content: Content, links: Sequence[Link]) -> Layout:
    """Place all cards and ways of a map whose lanes begin at the height 0."""
    return _Placing(content, links).placed(0)


def lines_above(layers: Sequence[str]) -> dict[str, str]:
    """The line above each of the lanes that are drawn; where two would meet, the line of visibility stands for both."""
    found: dict[str, str] = {}
    for layer, line in LINES.items():
        border = LAYERS.index(layer)
        below = [lane for lane in layers if LAYERS.index(lane) >= border]
        if below and any(LAYERS.index(lane) < border for lane in layers):
            found[below[0]] = "visibility" if "visibility" in (line, found.get(below[0])) else line
    return found


def all_cards(content: Content) -> Iterator[Card]:
    """Every card, step by step, from top to bottom."""
    for column in content.columns:
        for layer in LAYERS:
            yield from column.cells[layer]


class _Placing:
    def __init__(self, content: Content, links: Sequence[Link]) -> None:
        self.content = content
        self.layout = Layout(paths_of(links, content))
        self.channel_tops: list[float] = []
        self.row_tops: list[float] = []
        self.gutter_rooms: dict[int, float] = {}
        self.lines: dict[str, str] = {}

    def placed(self, top: float) -> Layout:
        self._size_cards()
        spread_edges(self.layout.paths)
        across = channel_segments(self.layout.paths)
        depth = {channel: assign_tracks(segments) for channel, segments in across.items()}
        self._stack_lanes(top, depth)
        heights = {path: self._channel_y(path) for path in self.layout.paths if path.form == "channel"}
        untangle(self.layout.paths, heights)
        spread_flanks(self.layout.paths, heights)
        verticals = gutter_segments(self.layout.paths, heights)
        reserve(self.layout.paths, verticals, heights, list(self.layout.line_y.values()))
        self._space_columns(verticals)
        self._part_stubs()
        for path in self.layout.paths:
            path.points = _without_doubles(self._points(path, heights.get(path, 0)))
            path.label_at = self._label_at(path)
        self._spread_verticals()
        return self.layout

    def _size_cards(self) -> None:
        cards = [card for card in all_cards(self.content) if not card.letter]
        badged = {(card.row, card.place) for card in cards if card.badges}
        tallest: dict[tuple[int, int], float] = defaultdict(float)
        for card in cards:
            card.lines = wrap(card.text, sizes.CARD_W - 2 * sizes.CARD_PAD, sizes.BODY, most=sizes.MOST_LINES)
            shift = sizes.BADGE_SHIFT if (card.row, card.place) in badged else 0
            rows = pill_rows(card)
            pills = rows * (sizes.PILL_H + 2) - 2 + sizes.PILL_GAP if rows else 0
            card.h = 2 * sizes.CARD_PAD + len(card.lines) * sizes.BODY_LEADING - 2 + pills + shift
            group = (card.row, 0 if card.layer in _EVEN else card.place)
            tallest[group] = max(tallest[group], card.h)
        for card in cards:
            card.h = tallest[card.row, 0 if card.layer in _EVEN else card.place]

    def _stack_lanes(self, top: float, depth: dict[int, int]) -> None:
        y = top
        self.lines = lines_above(self.content.layers)
        for row, layer in enumerate(LAYERS):
            if layer not in self.content.layers:
                self.channel_tops.append(y)
                self.row_tops.append(y)
                continue
            line = sizes.LINE_ROOM if layer in self.lines else 0
            tracks = depth.get(row, 0)
            self.channel_tops.append(y)
            if line:
                self.layout.line_y[layer] = y + sizes.LINE_ROOM / 2 + 2
            below = sizes.CHANNEL if tracks else sizes.BELOW_LINE if line else 0
            y += line + below + sizes.TRACK * tracks
            self.row_tops.append(y)
            y += self._lane_content(layer)
        self.layout.bottom = y
        edges = [y] * len(LAYERS)
        for row in reversed(range(len(LAYERS))):
            layer, below = LAYERS[row], edges[row + 1] if row + 1 < len(LAYERS) else y
            shown = layer in self.content.layers
            edges[row] = self.layout.line_y.get(layer, self.channel_tops[row]) if shown else below
        self.layout.lane_top = edges
        self.layout.lane_height = [end - start for start, end in zip(edges, [*edges[1:], y], strict=True)]
        for card in all_cards(self.content):
            stack = self.content.columns[card.column].cells[card.layer]
            above = sum(other.h + sizes.STACK_GAP for other in stack[: card.place])
            card.y = self.row_tops[card.row] + sizes.LANE_INSET + above

    def _lane_content(self, layer: str) -> float:
        stacks = [column.cells[layer] for column in self.content.columns]
        tallest = max(
            (sum(card.h for card in stack) + sizes.STACK_GAP * (len(stack) - 1) for stack in stacks if stack),
            default=0,
        )
        return max(tallest + 2 * sizes.LANE_INSET, sizes.LANE_EMPTY)

    def _channel_y(self, path: Path) -> float:
        layer = LAYERS[path.channel]
        line = sizes.LINE_ROOM if layer in self.lines else 0
        return (
            self.channel_tops[path.channel]
            + line
            + sizes.CHANNEL / 2
            + sizes.TRACK * path.segments["across"].track
        )

    def _space_columns(self, verticals: dict[int, list[Segment]]) -> None:
        count = len(self.content.columns)
        self.gutter_rooms = {gutter: stand_side_by_side(segments) for gutter, segments in verticals.items()}
        needed = [self.gutter_rooms.get(gutter, 0) for gutter in range(count + 1)]
        widths = [
            sizes.GUTTER + max(ceil((need - sizes.GUTTER) / sizes.GUTTER_STEP), 0) * sizes.GUTTER_STEP
            for need in needed
        ]
        if not verticals.get(count):
            widths[count] = sizes.MARGIN
        x = sizes.LABEL_W
        for width, column in zip(widths, self.content.columns, strict=False):
            self.layout.gutter_x.append(x)
            x += width
            self.layout.column_x.append(x)
            x += column.width
        self.layout.gutter_x.append(x)
        self.layout.gutter_w = widths
        self.layout.width = x + widths[count]
        for card in all_cards(self.content):
            card.x = self.layout.column_x[card.column]

    def _part_stubs(self) -> None:
        stubs: dict[int, list[Stub]] = defaultdict(list)
        for path in self.layout.paths:
            if path.form not in ("gutter", "channel"):
                continue
            for _, side, out in path.ends():
                first = out or path.form == "gutter"
                segment = path.segments.get("first" if first else "second")
                if side in FLANKS and segment is not None:
                    gutter = path.gutter if first else path.second_gutter
                    stubs[gutter].append(Stub(path, out, segment.place, from_left=side == "right"))
        for found in stubs.values():
            part_stubs(found)

    def _track_x(self, gutter: int, segment: Segment) -> float:
        spare = self.layout.gutter_w[gutter] - self.gutter_rooms[gutter]
        return self.layout.gutter_x[gutter] + spare / 2 + segment.place

    def _label_at(self, path: Path) -> Point | None:
        """The middle of the words for which room was kept."""
        segment = path.segments.get("label")
        if segment is None or segment.label is None:
            return None
        gutter = path.gutter
        if path.form == "level":
            gutter = max(path.link.source.column, path.link.target.column)
        return self._track_x(gutter, segment), (segment.label[0] + segment.label[1]) / 2

    def _points(self, path: Path, across: float) -> list[Point]:
        source, target = path.link.source, path.link.target
        if path.form == "vertical":
            x = source.x + sizes.CARD_W / 2
            return [
                (x, source.y + (source.h if path.leaves == "bottom" else 0)),
                (x, target.y + (target.h if path.enters == "bottom" else 0)),
            ]
        start, end = _end(source, path.leaves, path.port_out), _end(target, path.enters, path.port_in)
        if path.form == "level":
            return [start, end]
        if path.form == "gutter":
            first = self._track_x(path.gutter, path.segments["first"])
            return [start, (first, start[1]), (first, end[1]), end]
        points = [start]
        if path.leaves in FLANKS:
            first = self._track_x(path.gutter, path.segments["first"])
            points += [(first, start[1]), (first, across)]
        else:
            points.append((start[0], across))
        if path.enters in FLANKS:
            second = self._track_x(path.second_gutter, path.segments["second"])
            points += [(second, across), (second, end[1])]
        else:
            points.append((end[0], across))
        return [*points, end]

    def _spread_verticals(self) -> None:
        """Straight ways between the same two rows of a column stand side by side."""
        groups: dict[tuple[int, int, int], list[Path]] = defaultdict(list)
        for path in self.layout.paths:
            if path.form == "vertical":
                upper = min(path.link.source, path.link.target, key=lambda card: (card.row, card.place))
                groups[upper.column, upper.row, upper.place].append(path)
        for group in groups.values():
            for index, path in enumerate(group):
                shift = (index - (len(group) - 1) / 2) * 24
                path.points = [(x + shift, y) for x, y in path.points]


def _end(card: Card, side: Side, port: float) -> Point:
    """Where a way meets its card."""
    if side in FLANKS:
        return card.x + (card.w if side == "right" else 0), port
    return card.x + port, card.y + (card.h if side == "bottom" else 0)


def _without_doubles(points: list[Point]) -> list[Point]:
    kept = points[:1]
    for point in points[1:]:
        if abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) > 0.05:  # noqa: PLR2004 - closer is the same place
            kept.append(point)
    return kept
