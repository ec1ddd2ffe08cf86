"""Where the words on arrows stand: along their own way, covering nothing that matters."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from blueprint_cli.render.drawing import sizes
from blueprint_cli.render.drawing.label_text import CROSS, label_text
from blueprint_cli.render.drawing.scene import Box, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from blueprint_cli.render.drawing.label_text import LabelText
    from blueprint_cli.render.drawing.layout import Layout
    from blueprint_cli.render.drawing.paths import Path
    from blueprint_cli.render.drawing.scene import Point

Rect = tuple[float, float, float, float]
"""Left, top, right, bottom."""

_TILE, _GRAIN = 80.0, 4.0
_ON_BOX, _ON_LABEL, _ON_LINE, _ON_SEPARATOR = 80.0, 60.0, 25.0, 6.0
_CLOSE, _BESIDE_LINE = 5.0, 3.0
"""Words that nearly touch a line seem to belong to it."""
_BARE, _WIDE = 14.0, 200.0
_ROOMS = ((_WIDE, 3, 0.0), (100.0, 3, 3.0), (70.0, 3, 4.0), (48.0, 3, 6.0), (70.0, 1, 12.0), (36.0, 1, 16.0))
"""Widths in which a label may be set, its most lines, and what each costs: cut short only where nothing else is free."""


@dataclass(frozen=True, slots=True)
class _Obstacle:
    rect: Rect
    price: float
    owner: int


class _Obstacles:
    """Rectangles by the tiles that they touch, so that looking up what a label would cover does not grow with the drawing."""

    def __init__(self) -> None:
        self._tiles: dict[tuple[int, int], list[_Obstacle]] = defaultdict(list)

    def add(self, rect: Rect, price: float, owner: int = 0) -> None:
        obstacle = _Obstacle(rect, price, owner)
        for tile in _tiles(rect):
            self._tiles[tile].append(obstacle)

    def price(self, rect: Rect, owner: int) -> float:
        """What covering a rectangle costs the way of a number."""
        seen: dict[int, float] = {}
        left, top, right, bottom = rect
        for tile in _tiles(rect):
            for obstacle in self._tiles.get(tile, ()):
                x0, y0, x1, y1 = obstacle.rect
                if left < x1 and x0 < right and top < y1 and y0 < bottom and obstacle.owner != owner:
                    seen[id(obstacle)] = obstacle.price
        return sum(seen.values())


def _tiles(rect: Rect) -> Iterator[tuple[int, int]]:
    left, top, right, bottom = rect
    for column in range(int(left // _TILE), int(right // _TILE) + 1):
        for row in range(int(top // _TILE), int(bottom // _TILE) + 1):
            yield column, row


def place_labels(layout: Layout, boxes: Iterable[Box], separators: Sequence[float]) -> list[Box]:
    """A box for every labelled way, on the ground of its lane; uses that share a trunk and a word share the label."""
    return _Labelling(layout, boxes, separators).boxes()


class _Labelling:
    def __init__(self, layout: Layout, boxes: Iterable[Box], separators: Sequence[float]) -> None:
        self.layout = layout
        self.separators = separators
        self.obstacles = _Obstacles()
        for box in boxes:
            self.obstacles.add((box.x - 1, box.y - 1, box.x + box.w + 1, box.y + box.h + 1), _ON_BOX)
        for number, path in enumerate(layout.paths, 1):
            for (x0, y0), (x1, y1) in pairwise(path.points):
                line = (min(x0, x1) - 1.5, min(y0, y1) - 1.5, max(x0, x1) + 1.5, max(y0, y1) + 1.5)
                self.obstacles.add(line, _ON_LINE, number)
                if x0 == x1:
                    self.obstacles.add((x0 - _CLOSE, line[1], x0 + _CLOSE, line[3]), _BESIDE_LINE, number)

    def boxes(self) -> list[Box]:
        """The labels in the order of the ways; those for which room was kept are no one else's."""
        numbered = [(number, path) for number, path in enumerate(self.layout.paths, 1) if path.link.label]
        placed: dict[int, list[Box]] = {}
        for number, path in numbered:
            if path.label and path.label_at:
                placed[number] = self._put(path, path.label, _around(path.label_at, path.label))
        for number, path in numbered:
            if not path.label:
                placed[number] = self._free(path, number)
        return [box for number in sorted(placed) for box in placed[number]]

    def _put(self, path: Path, label: LabelText, rect: Rect) -> list[Box]:
        self.obstacles.add(rect, _ON_LABEL)
        return _boxes(path, label, rect, _lane_at(self.layout, (rect[1] + rect[3]) / 2))

    def _free(self, path: Path, number: int) -> list[Box]:
        """The cheapest place along the way: in one line if it can be, in narrow ones or cut short where room is scarce."""
        best: tuple[float, LabelText, Rect] | None = None
        for label, dear in _settings(path):
            for away, rect in _candidates(path, label, self.layout):
                if best is not None and away + dear >= best[0]:
                    continue
                price = away + dear + self.obstacles.price(rect, number) + self._on_separators(rect)
                if best is None or price < best[0]:
                    best = price, label, rect
            if best is not None and best[0] < _ON_SEPARATOR + dear:
                break
        if best is None:
            label = label_text(path.link, _WIDE)
            return self._put(path, label, _around(path.points[0], label))
        return self._put(path, best[1], best[2])

    def _on_separators(self, rect: Rect) -> float:
        return _ON_SEPARATOR * sum(rect[1] - 3 < height < rect[3] + 3 for height in self.separators)


def _around(middle: Point, label: LabelText) -> Rect:
    x, y = middle
    return x - label.width / 2, y - label.height / 2, x + label.width / 2, y + label.height / 2


def _settings(path: Path) -> Iterator[tuple[LabelText, float]]:
    """The ways of setting a label, with what each costs beside its place."""
    seen: set[tuple[str, ...]] = set()
    for room, most, dear in _ROOMS:
        label = label_text(path.link, room, most)
        if label.lines not in seen:
            seen.add(label.lines)
            yield label, dear


def _candidates(path: Path, label: LabelText, layout: Layout) -> Iterator[tuple[float, Rect]]:
    """Places along the way with their distance from its middle; beside a straight way, on every other one.

    Along a channel, above and below the line as well.
    """
    for (x0, y0), (x1, y1) in pairwise(path.points):
        if abs(x1 - x0) < 0.1:  # noqa: PLR2004 - same x
            if path.form == "vertical":
                yield from _beside(x0, y0, y1, label)
            elif _gutter_at(x0, path, layout) is not None:
                yield from _across_none(path, _on_upright(path, (x0, y0, y1), label, layout), x0)
        else:
            yield from _across_none(path, _along(path, (x0, x1, y0), label))


def _steps(length: float) -> Iterator[float]:
    steps = 2 * max(int(length / _GRAIN / 2), 1)  # so that the middle is among them
    return (step / steps for step in range(steps + 1))


def _beside(x: float, y0: float, y1: float, label: LabelText) -> Iterator[tuple[float, Rect]]:
    width, half = label.width, label.height / 2
    for share in _steps(abs(y1 - y0)):
        y, away = y0 + (y1 - y0) * share, abs(share - 0.5) * 3
        yield away, (x + 3, y - half, x + 3 + width, y + half)
        yield away + 0.5, (x - 3 - width, y - half, x - 3, y + half)


def _on_upright(
    path: Path, line: tuple[float, float, float], label: LabelText, layout: Layout
) -> Iterator[tuple[float, Rect]]:
    x, y0, y1 = line
    half = label.height / 2
    left = _within_gutter(x - label.width / 2, label.width, path, layout, x)
    for share in _steps(abs(y1 - y0)):
        y = y0 + (y1 - y0) * share
        yield 1 + abs(share - 0.5) * 3, (left, y - half, left + label.width, y + half)


def _along(path: Path, line: tuple[float, float, float], label: LabelText) -> Iterator[tuple[float, Rect]]:
    x0, x1, y = line
    width, height = label.width, label.height
    for share in _steps(abs(x1 - x0)):
        x, away = x0 + (x1 - x0) * share, abs(share - 0.5) * 3
        if abs(x - x0) >= (width + _BARE) / 2 and abs(x1 - x) >= (width + _BARE) / 2:
            yield away, (x - width / 2, y - height / 2, x + width / 2, y + height / 2)
        if path.form == "channel":
            for beside in (-height / 2 - 2.5, height / 2 + 2.5):
                middle = y + beside
                yield away + 4, (x - width / 2, middle - height / 2, x + width / 2, middle + height / 2)


def _across_none(
    path: Path, places: Iterable[tuple[float, Rect]], own: float | None = None
) -> Iterator[tuple[float, Rect]]:
    """The places, dear where they lie on upright stretches of the same way beside the one at `own`."""
    uprights = [
        (x0, min(y0, y1), max(y0, y1))
        for (x0, y0), (x1, y1) in pairwise(path.points)
        if x0 == x1 and x0 != own
    ]
    for away, (left, top, right, bottom) in places:
        crossed = sum(left - 2 < x < right + 2 and low < bottom and top < high for x, low, high in uprights)
        yield away + _ON_LINE * crossed, (left, top, right, bottom)


def _gutter_at(x: float, path: Path, layout: Layout) -> int | None:
    """The gutter of a way in which a vertical stretch stands; None for one above or below its own card."""
    for number in (path.gutter, path.second_gutter):
        if layout.gutter_x[number] <= x <= layout.gutter_x[number] + layout.gutter_w[number]:
            return number
    return None


def _within_gutter(left: float, width: float, path: Path, layout: Layout, x: float) -> float:
    """The label's left edge, kept between the cards on both sides of its gutter."""
    gutter = _gutter_at(x, path, layout) or path.gutter
    start = layout.gutter_x[gutter]
    return min(max(left, start + 3), max(start + layout.gutter_w[gutter] - width - 3, start + 3))


def _lane_at(layout: Layout, height: float) -> int:
    for row, (top, tall) in enumerate(zip(layout.lane_top, layout.lane_height, strict=True)):
        if height < top + tall:
            return row
    return len(layout.lane_top) - 1


def _boxes(path: Path, label: LabelText, rect: Rect, row: int) -> list[Box]:
    lines, broken = label.lines, label.broken
    role = "broken" if broken else "ink"
    left = rect[0] + (CROSS if broken else 0)
    layer = ("evidence", "customer", "frontstage", "backstage", "support")[row]
    text = Text(
        lines,
        (left + rect[2]) / 2,
        rect[1] + sizes.LINK_TEXT * 0.92 + 0.6,
        sizes.LINK_TEXT,
        role,
        bold=broken,
        anchor="middle",
        leading=sizes.LINK_LEADING,
    )
    name = "--".join(path.link.ends or (path.link.source.id, path.link.target.id))
    box = Box(
        "link-label",
        rect[0],
        rect[1],
        rect[2] - rect[0],
        rect[3] - rect[1],
        id=f"label.{name}",
        fill=f"lane.{layer}",
        texts=(text,),
    )
    if not broken:
        return [box]
    middle = (rect[1] + rect[3]) / 2
    return [
        box,
        Box(
            "break",
            rect[0] + 1.5,
            middle - 4,
            8,
            8,
            shape="cross",
            stroke="broken",
            stroke_width=1.8,
            parent=box.id,
        ),
    ]
