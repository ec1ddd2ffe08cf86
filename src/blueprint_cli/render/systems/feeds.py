"""Who feeds whom: arcs to the left of the cards, each with a track of its own and its label beside the card that feeds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from blueprint_cli.render.blocks.heading import listed
from blueprint_cli.render.drawing.legend import LINK_STYLES
from blueprint_cli.render.drawing.metrics import is_right_to_left
from blueprint_cli.render.drawing.scene import Box, Route, Text
from blueprint_cli.render.drawing.wrapping import wrap
from blueprint_cli.render.systems.sizes import (
    LABEL_LEADING,
    LABEL_TEXT,
    LABEL_W,
    PORT_GAP,
    TRACK,
    TRACK_PAD,
)

if TYPE_CHECKING:
    from blueprint_cli.model.directory import Feed
    from blueprint_cli.render.drawing.scene import Point
    from blueprint_cli.render.systems.content import Flow, SystemMap

_CROSS, _BARE = 8.0, 30.0


@dataclass(eq=False)
class Port:
    """One end of an arc at its card: where it stands, and the room that its label needs above it."""

    flow: Flow
    row: int
    other: int
    lines: tuple[str, ...] = ()
    y: float = 0

    @property
    def room(self) -> float:
        """Height of the port with its label."""
        return len(self.lines) * LABEL_LEADING + PORT_GAP


class Arcs:
    """All arcs; the rows ask for the height that their ports need, then say where they stand."""

    def __init__(self, found: SystemMap) -> None:
        self.found = found
        self.starts = [Port(flow, flow.source, flow.target, _label(found, flow)) for flow in found.flows]
        self.ends = [Port(flow, flow.target, flow.source) for flow in found.flows]
        self.ports: list[list[Port]] = [[] for _ in found.rows]
        for port in (*self.starts, *self.ends):
            self.ports[port.row].append(port)
        for row, ports in enumerate(self.ports):
            ports.sort(key=lambda port: _turn(row, port, found.flows.index(port.flow)))
        self.tracks = self._tracks()

    @property
    def width(self) -> float:
        """The room to the left of the cards."""
        if not self.starts:
            return 0
        labels = LABEL_W if any(port.lines for port in self.starts) else _BARE
        return TRACK_PAD + (max(self.tracks) + 1) * TRACK + labels

    def height(self, row: int) -> float:
        """The height that the ports of a row need."""
        return sum(port.room for port in self.ports[row]) + PORT_GAP

    def stand(self, row: int, top: float, height: float) -> None:
        """Spread the ports of a row over its card."""
        spare = height - self.height(row)
        y = top + spare / 2
        for port in self.ports[row]:
            y += port.room
            port.y = y

    def _tracks(self) -> list[int]:
        """A track for every arc, the short ones nearest to the cards; arcs that meet in a row do not share one."""
        taken: list[list[tuple[int, int]]] = []
        chosen: dict[int, int] = {}
        spans = [tuple(sorted((port.row, port.other))) for port in self.starts]
        for number in sorted(range(len(spans)), key=lambda n: (spans[n][1] - spans[n][0], spans[n], -n)):
            low, high = spans[number]
            track = next(
                (t for t, used in enumerate(taken) if all(high < a or b < low for a, b in used)), len(taken)
            )
            if track == len(taken):
                taken.append([])
            taken[track].append((low, high))
            chosen[number] = track
        return [chosen[number] for number in range(len(spans))]

    def routes(self, names: list[str], x: float) -> tuple[list[Route], list[Box]]:
        """The arrows with their labels, when the ports stand; `x` is the left edge of the cards, `names` their ids."""
        routes: list[Route] = []
        labels: list[Box] = []
        label_x = x - (LABEL_W if any(port.lines for port in self.starts) else _BARE)
        for start, end, track in zip(self.starts, self.ends, self.tracks, strict=True):
            bend = label_x - TRACK_PAD / 2 - track * TRACK
            points = ((x, start.y), (bend, start.y), (bend, end.y), (x, end.y))
            routes.append(self._arrow(start, (names[start.row], names[end.row]), points))
            labels += self._words(start, label_x, x, f"label.{routes[-1].id}")
        return routes, labels

    def _arrow(self, start: Port, names: tuple[str, str], points: tuple[Point, ...]) -> Route:
        feed, show = start.flow.feed, self.found.showing.show
        style = style_of(feed)
        role, width, dash = STYLES[style]
        source, target = names
        ends = f"{self.found.rows[start.row].name} → {self.found.rows[start.other].name}"
        said = (ends, " ".join(start.lines), show(feed.note))
        return Route(
            f"link feeds {style}", points, role, width, id=self.found.ids.unique(f"{source}--{target}"), dash=dash,
            head=True, source=source, target=target, title=" · ".join(part for part in said if part),
        )  # fmt: skip

    def _words(self, port: Port, left: float, right: float, name: str) -> list[Box]:
        broken = port.flow.feed.broken
        role = "broken" if broken else "ink"
        found = []
        if broken:
            middle = port.y - _CROSS / 2
            found.append(
                Box(
                    "cross",
                    left + 2,
                    middle,
                    _CROSS,
                    _CROSS,
                    shape="cross",
                    stroke=role,
                    stroke_width=1.8,
                    id="" if port.lines else name,
                    parent=name if port.lines else "",
                )
            )
        if port.lines:
            height = len(port.lines) * LABEL_LEADING
            top = port.y - height - 2
            text_x = left + (14 if broken else 6)
            rtl = is_right_to_left(port.lines[0])
            text = Text(
                port.lines, right - 6 if rtl else text_x, top + LABEL_TEXT * 0.85, LABEL_TEXT, role, bold=broken,
                leading=LABEL_LEADING, rtl=rtl,
            )  # fmt: skip
            found.append(
                Box(
                    "label", text_x - 1, top, right - text_x - 3, height, id=name, shape="none", texts=(text,)
                )
            )
        return found


STYLES: dict[str, tuple[str, float, str]] = {**LINK_STYLES, "file": ("flow", 1.3, "7 3")}
"""Colour role, width and dash of every kind of arc."""


def style_of(feed: Feed) -> str:
    """The key of a feed's look in `STYLES`: a screen and an interface look alike, the label tells them apart."""
    return "broken" if feed.broken else feed.by if feed.by in ("hand", "file") else "uses"


def _turn(row: int, port: Port, number: int) -> tuple[int, int, int]:
    """Arcs that go up above those that go down; of those that go the same way, so that one lies within the other."""
    distance = abs(port.other - row)
    return (0, distance, -number) if port.other < row else (1, -distance, number)


def _label(found: SystemMap, flow: Flow) -> tuple[str, ...]:
    feed = flow.feed
    text = listed((found.showing.show(feed.label), found.words.by[feed.by] if feed.by else ""))
    return (
        wrap(text, LABEL_W - (24 if feed.broken else 14), LABEL_TEXT, bold=feed.broken, most=3)
        if text
        else ()
    )
