"""Where the words on arrows stand: along their own way, covering nothing that matters."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from blueprint_cli.render.drawing import sizes
from blueprint_cli.render.drawing.layout import label_lines
from blueprint_cli.render.drawing.metrics import text_width
from blueprint_cli.render.drawing.scene import Box, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from blueprint_cli.render.drawing.layout import Layout
    from blueprint_cli.render.drawing.paths import Path

Rect = tuple[float, float, float, float]
"""Left, top, right, bottom."""

_STRIP, _GRAIN = 80.0, 4.0
_ON_BOX, _ON_LABEL, _ON_LINE, _ON_SEPARATOR = 80.0, 60.0, 25.0, 6.0
_PAD, _CROSS, _BARE = 6.0, 12.0, 14.0


@dataclass(frozen=True, slots=True)
class _Obstacle:
    rect: Rect
    price: float
    owner: int


class _Obstacles:
    """Rectangles by vertical strip, so that looking up what a label would cover does not grow with the drawing."""

    def __init__(self) -> None:
        self._strips: dict[int, list[_Obstacle]] = defaultdict(list)

    def add(self, rect: Rect, price: float, owner: int = 0) -> None:
        for strip in range(int(rect[0] // _STRIP), int(rect[2] // _STRIP) + 1):
            self._strips[strip].append(_Obstacle(rect, price, owner))

    def price(self, rect: Rect, owner: int) -> float:
        seen: dict[int, float] = {}
        for strip in range(int(rect[0] // _STRIP), int(rect[2] // _STRIP) + 1):
            for obstacle in self._strips[strip]:
                if obstacle.owner != owner and _overlap(rect, obstacle.rect):
                    seen[id(obstacle)] = obstacle.price
        return sum(seen.values())


def _overlap(first: Rect, second: Rect) -> bool:
    return first[0] < second[2] and second[0] < first[2] and first[1] < second[3] and second[1] < first[3]


def place_labels(layout: Layout, boxes: Iterable[Box], separators: Sequence[float]) -> list[Box]:
    """A box for every labelled way, on the ground of its lane; uses that share a trunk and a word share the label."""
    obstacles = _Obstacles()
    for box in boxes:
        obstacles.add((box.x - 1, box.y - 1, box.x + box.w + 1, box.y + box.h + 1), _ON_BOX)
    for number, path in enumerate(layout.paths, 1):
        for (x0, y0), (x1, y1) in pairwise(path.points):
            obstacles.add(
                (min(x0, x1) - 1.5, min(y0, y1) - 1.5, max(x0, x1) + 1.5, max(y0, y1) + 1.5), _ON_LINE, number
            )
    found: list[Box] = []
    said: set[tuple[object, str]] = set()
    for number, path in enumerate(layout.paths, 1):
        if not path.link.label or (path.bundle is not None and (path.bundle, path.link.label) in said):
            continue
        said.add((path.bundle, path.link.label))
        found += _placed(path, number, layout, obstacles, separators)
    return found


def _placed(
    path: Path, number: int, layout: Layout, obstacles: _Obstacles, separators: Sequence[float]
) -> list[Box]:
    lines = label_lines(path)
    broken = path.link.kind == "broken"
    width = (
        max(text_width(line, sizes.LINK_TEXT, bold=broken) for line in lines)
        + _PAD
        + (_CROSS if broken else 0)
    )
    height = len(lines) * sizes.LINK_LEADING + 2
    candidates = _candidates(path, width, height, layout)
    rect = min(
        candidates,
        key=lambda candidate: (
            candidate[0] + obstacles.price(candidate[1], number) + _separated(candidate[1], separators)
        ),
        default=(
            0.0,
            (path.points[0][0], path.points[0][1], path.points[0][0] + width, path.points[0][1] + height),
        ),
    )[1]
    obstacles.add(rect, _ON_LABEL)
    return _boxes(path, lines, rect, _lane_at(layout, (rect[1] + rect[3]) / 2))


def _separated(rect: Rect, separators: Sequence[float]) -> float:
    return _ON_SEPARATOR * sum(rect[1] - 3 < height < rect[3] + 3 for height in separators)


def _candidates(path: Path, width: float, height: float, layout: Layout) -> Iterator[tuple[float, Rect]]:
    """Places along the way with their distance from its middle; beside a straight way, on every other one.

    Along a channel, above and below the line as well, for a stretch that is shorter than its words.
    """
    for (x0, y0), (x1, y1) in pairwise(path.points):
        upright = abs(x1 - x0) < 0.1  # noqa: PLR2004 - same x
        length = abs(y1 - y0) if upright else abs(x1 - x0)
        if not upright and path.form == "channel":
            for beside in (height / 2 + 3, -height / 2 - 3):
                x, y = (x0 + x1) / 2, y0 - beside
                yield 4, (x - width / 2, y - height / 2, x + width / 2, y + height / 2)
        if not upright and length < width + _BARE:
            continue
        if upright and path.form != "vertical" and _gutter_at(x0, path, layout) is None:
            continue
        steps = max(int(length / _GRAIN), 1)
        for step in range(steps + 1):
            share = step / steps
            x, y = x0 + (x1 - x0) * share, y0 + (y1 - y0) * share
            away = abs(share - 0.5) * 3
            if path.form == "vertical":
                yield away, (x + 3, y - height / 2, x + 3 + width, y + height / 2)
                yield away + 0.5, (x - 3 - width, y - height / 2, x - 3, y + height / 2)
            elif upright:
                left = _within_gutter(x - width / 2, width, path, layout, x)
                yield away, (left, y - height / 2, left + width, y + height / 2)
            elif abs(x - x0) >= width / 2 and abs(x1 - x) >= width / 2:
                yield away, (x - width / 2, y - height / 2, x + width / 2, y + height / 2)


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


def _boxes(path: Path, lines: tuple[str, ...], rect: Rect, row: int) -> list[Box]:
    broken = path.link.kind == "broken"
    role = "broken" if broken else "ink"
    left = rect[0] + (_CROSS if broken else 0)
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
    name = f"{path.link.source.id}--{path.link.target.id}"
    label = Box(
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
        return [label]
    middle = (rect[1] + rect[3]) / 2
    return [
        label,
        Box(
            "break",
            rect[0] + 1.5,
            middle - 4,
            8,
            8,
            shape="cross",
            stroke="broken",
            stroke_width=1.8,
            parent=label.id,
        ),
    ]
