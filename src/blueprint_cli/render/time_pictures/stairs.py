"""The longest path as the ladder of a value stream map: waiting on the upper rail, work on the lower one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from blueprint_cli.language.durations import format_duration
from blueprint_cli.render.drawing.metrics import text_width
from blueprint_cli.render.drawing.scene import Box, Route
from blueprint_cli.render.drawing.wrapping import wrap
from blueprint_cli.render.time_pictures import sizes
from blueprint_cli.render.time_pictures.content import UNKNOWN
from blueprint_cli.render.time_pictures.texts import line, number_badge, paragraph
from blueprint_cli.render.time_pictures.widths import Piece

if TYPE_CHECKING:
    from blueprint_cli.render.drawing.scene import Point, Scene
    from blueprint_cli.render.time_pictures.content import Row, TimeMap
    from blueprint_cli.render.time_pictures.scale import Scale

Kind = Literal["wait", "work", "either"]

_LEAST = 21.0
_NAME_ROOM = 46.0
_DURATION_H = 12.0
_HAIR = 0.8
_RAIL = 48  # corners of a piece of the line: Graphviz reads no string of more than 16,384 characters


@dataclass(frozen=True, slots=True)
class Tread:
    """A piece of the ladder: one action waiting, working, or both not told apart."""

    row: Row
    kind: Kind
    begin: int
    end: int
    said: str

    @property
    def piece(self) -> Piece:
        """Its length, and the width that its words need."""
        least = max(text_width(self.said, sizes.SAID, bold=True) + 6, _LEAST)
        return Piece(self.end - self.begin, least, self.row.id)


def treads_of(found: TimeMap) -> list[Tread]:
    """The longest path in pieces without a gap, from the start to the end; a second lost in rounding goes to the next one."""
    treads: list[Tread] = []
    moment = 0
    for row in found.path:
        for kind, end in _parts(row):
            if end > moment:
                treads.append(Tread(row, kind, moment, end, _said(found, row, kind)))
                moment = end
    return treads


def _parts(row: Row) -> list[tuple[Kind, int]]:
    times = row.times
    if not row.is_told_apart:
        known_wait = row.is_unknown and times.wait_s
        known_work = row.is_unknown and times.work_s
        return [("wait" if known_wait else "work" if known_work else "either", times.end_s)]
    parts: list[tuple[Kind, int]] = [("wait", times.start_s + (row.waits_s or 0))] if times.wait_s else []
    return [*parts, ("work", times.end_s)] if times.work_s else [("wait", times.end_s)]


def _said(found: TimeMap, row: Row, kind: Kind) -> str:
    times = row.times
    seconds = {"wait": times.wait_s, "work": times.work_s}.get(kind, times.elapsed_s)
    said = format_duration(seconds or times.end_s - times.start_s, found.lang)
    action = times.action
    parts = {"wait": (action.wait,), "work": (action.work,)}.get(
        kind, (action.elapsed, action.wait, action.work)
    )
    if any(part is not None and part.is_range for part in parts):
        said = f"~{said}"
    return f"{said} + {UNKNOWN}" if row.is_unknown else said


class Stairs:
    """The ladder over an axis, from a height on."""

    def __init__(self, treads: list[Tread], scale: Scale, top: float) -> None:
        self.treads = treads
        self.scale = scale
        self.names = {row.id: self._name(row, start, end) for row, start, end in self._extents()}
        tallest = max((len(lines) for lines in self.names.values()), default=0)
        self.name_top = top
        self.upper = top + 15 + tallest * sizes.NAME_LEADING + _DURATION_H + 2
        self.middle = self.upper + sizes.STAIR
        self.lower = self.middle + sizes.STAIR
        self.bottom = self.lower + _DURATION_H + 4

    def put(self, scene: Scene) -> None:
        """Draw the pieces, the line over them, names above and durations at each."""
        for row, start, end in self._extents():
            self._put_name(scene, row, start, end)
        points: list[Point] = []
        for tread in self.treads:
            start, end = self.scale.x(tread.begin), self.scale.x(tread.end)
            scene.headings += self._blocks(tread, start, end)
            level = self.lower if tread.kind == "work" else self.upper
            points += [(start, level), (end, level)]
            y = self.lower + 3 if tread.kind == "work" else self.upper - _DURATION_H
            scene.headings.append(
                line("duration", tread.said, (start + end) / 2, y, sizes.SAID, bold=True, anchor="middle")
            )
        if points:
            first, last = (points[0][0], self.middle), (points[-1][0], self.middle)
            corners = _corners([first, *points, last])
            for start in range(0, len(corners) - 1, _RAIL):
                scene.links.append(Route("ladder", corners[start : start + _RAIL + 1], "line", 1.8))

    def _extents(self) -> list[tuple[Row, float, float]]:
        """The actions of the path with where they stand on the axis."""
        found: dict[str, tuple[Row, float, float]] = {}
        for tread in self.treads:
            start = found[tread.row.id][1] if tread.row.id in found else self.scale.x(tread.begin)
            found[tread.row.id] = (tread.row, start, self.scale.x(tread.end))
        return list(found.values())

    def _name(self, row: Row, start: float, end: float) -> tuple[str, ...]:
        room = end - start - 5
        if room < _NAME_ROOM or any(
            text_width(word, sizes.SAID) > room and len(word) < sizes.LONG_WORD for word in row.text.split()
        ):
            return ()
        return wrap(row.text, room, sizes.SAID, most=sizes.NAME_LINES)

    def _put_name(self, scene: Scene, row: Row, start: float, end: float) -> None:
        lines = self.names[row.id]
        bottom = self.upper - _DURATION_H - 3
        top = bottom - len(lines) * sizes.NAME_LEADING
        badge = number_badge(row.number, start + sizes.NUMBER_W + 1, top - 8, sizes.NUMBER_W, sizes.NUMBER_H)
        if badge.w <= end - start:
            scene.headings.append(badge)
        if lines:
            scene.headings.append(
                paragraph(
                    "name", row.text, start + 2, top, sizes.SAID, end - start - 5, most=sizes.NAME_LINES
                )
            )

    def _blocks(self, tread: Tread, start: float, end: float) -> list[Box]:
        layer = tread.row.times.layer
        top = self.middle if tread.kind == "work" else self.upper
        bottom = self.middle if tread.kind == "wait" else self.lower
        said = tread.row.title
        fill = f"tab.{layer}" if tread.kind == "work" else f"card.{layer}"
        block = Box(
            f"tread {tread.kind} {layer}", start, top, end - start, bottom - top, shape="box", fill=fill,
            title=said,
        )  # fmt: skip
        if tread.kind != "wait":
            return [block]
        hatch = Box(
            "tread-hatch", start, top, end - start, bottom - top, shape="hatch", stroke=f"tab.{layer}",
            stroke_width=0.8,
        )  # fmt: skip
        return [block, hatch]


def _corners(points: list[Point]) -> tuple[Point, ...]:
    """The points without those that repeat the one before."""
    return tuple(point for index, point in enumerate(points) if not index or point != points[index - 1])


def put_strip(scene: Scene, found: TimeMap, treads: list[Tread], scale: Scale, top: float) -> float:
    """The longest path to scale: what looks like a hair is the work. Returns where it ends."""
    if not treads:
        return top
    per_second = scale.width / treads[-1].end
    y = top + (sizes.STRIP_H - sizes.SAID * sizes.LEADING) / 2
    label = line("strip-label", found.words.to_scale, sizes.LABEL_W - 12, y, sizes.SAID, role="muted", anchor="end",
                 room=sizes.LABEL_W - 14)  # fmt: skip
    scene.headings.append(label)
    frame = (scale.left, top, scale.width, sizes.STRIP_H)
    ground = Box("strip", *frame, shape="box", fill="step", stroke="soft", stroke_width=0.6)
    scene.headings += [ground, Box("strip-hatch", *frame, shape="hatch", stroke="soft", stroke_width=0.4)]
    for tread in treads:
        if tread.kind == "wait":
            continue
        x = scale.left + tread.begin * per_second
        width = max((tread.end - tread.begin) * per_second, _HAIR)
        fill = "ink" if tread.kind == "work" else "soft"
        scene.headings.append(
            Box("strip-work", min(x, scale.right - width), top, width, sizes.STRIP_H, shape="box", fill=fill)
        )
    return top + sizes.STRIP_H + 12
