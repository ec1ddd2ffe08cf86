"""The stretches of ways along channels and gutters, from which their tracks are told."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from blueprint_cli.render.drawing import sizes
from blueprint_cli.render.drawing.paths import FLANKS
from blueprint_cli.render.drawing.tracks import Segment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from blueprint_cli.render.drawing.cards import Card
    from blueprint_cli.render.drawing.paths import Path, Side

_COLUMN, _GUTTER = 100.0, 33.0
"""Before columns have a place: their distance, and half of what the gutter between two takes of it."""


def channel_segments(paths: Iterable[Path]) -> dict[int, list[Segment]]:
    """The horizontal stretches by channel, before any column has its place."""
    found: dict[int, list[Segment]] = defaultdict(list)
    for path in paths:
        if path.form != "channel":
            continue
        link = path.link
        start, end = (_place(path, *part) for part in path.ends())
        low, high = min(start[0], end[0]), max(start[1], end[1])
        stubs = (
            ((start[0] + start[1]) / 2, -1 if link.source.row < path.channel else 1),
            ((end[0] + end[1]) / 2, -1 if link.target.row < path.channel else 1),
        )
        key = (high - low, low, link.source.id, link.target.id)
        path.segments["across"] = Segment(low, high, stubs, key)
        found[path.channel].append(path.segments["across"])
    return found


def _place(path: Path, card: Card, side: Side, out: bool) -> tuple[float, float]:
    """Where a way comes into its channel: which of two ways in one gutter stands further left is not known yet."""
    if side in FLANKS:
        at = (path.gutter if out else path.second_gutter) * _COLUMN
        return at - _GUTTER, at + _GUTTER
    port = path.port_out if out else path.port_in
    at = card.column * _COLUMN + _GUTTER + port / sizes.CARD_W * (_COLUMN - 2 * _GUTTER)
    return at, at


def gutter_segments(paths: Iterable[Path], channel_y: Mapping[Path, float]) -> dict[int, list[Segment]]:
    """The vertical stretches by gutter; a bundle is one stretch with several stubs."""
    found: dict[int, list[Segment]] = defaultdict(list)
    bundles: dict[object, Segment] = {}
    for path in paths:
        ids = (path.link.source.id, path.link.target.id)
        out = 1 if path.leaves == "left" else -1
        into = 1 if path.enters == "left" else -1
        if path.form == "gutter":
            segment = _vertical(path.port_out, path.port_in, out, into, ids)
            if path.bundle is not None and path.bundle in bundles:
                segment = _widened(bundles[path.bundle], segment)
            else:
                found[path.gutter].append(segment)
                if path.bundle is not None:
                    bundles[path.bundle] = segment
            path.segments["first"] = segment
        elif path.form == "channel":
            across = channel_y[path]
            onwards = 1 if path.link.target.column > path.link.source.column else -1
            if path.link.target.column == path.link.source.column:
                onwards = 1 if path.second_gutter > path.gutter else -1
            if path.leaves in FLANKS:
                path.segments["first"] = _vertical(path.port_out, across, out, onwards, (*ids, "first"))
                found[path.gutter].append(path.segments["first"])
            if path.enters in FLANKS:
                path.segments["second"] = _vertical(across, path.port_in, -onwards, into, (*ids, "second"))
                found[path.second_gutter].append(path.segments["second"])
    return found


def _vertical(start: float, end: float, first: int, second: int, ids: tuple[str, ...]) -> Segment:
    low, high = sorted((start, end))
    return Segment(low, high, ((start, first), (end, second)), (low, high, *ids))


def passed_gutters(path: Path) -> Iterator[int]:
    """The gutters that a way crosses on its level."""
    if path.form not in ("level", "channel"):
        return
    low, high = sorted((path.link.source.column, path.link.target.column))
    along = set(gutters_along(path))
    for gutter in range(low + 1, high + 1):
        if gutter not in along:
            yield gutter


def gutters_along(path: Path) -> Iterator[int]:
    """The gutters that a way runs along."""
    if path.form == "gutter" or (path.form == "channel" and path.leaves in FLANKS):
        yield path.gutter
    if path.form == "channel" and path.enters in FLANKS:
        yield path.second_gutter


def _widened(trunk: Segment, more: Segment) -> Segment:
    trunk.low, trunk.high = min(trunk.low, more.low), max(trunk.high, more.high)
    trunk.stubs = (*trunk.stubs, more.stubs[0])
    return trunk
