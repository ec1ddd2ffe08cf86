"""Room for words in gutters, told before anything has its place there: on a free stretch of their own way."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from blueprint_cli.render.drawing.stretches import passed_gutters
from blueprint_cli.render.drawing.tracks import Segment

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from blueprint_cli.render.drawing.label_text import LabelText
    from blueprint_cli.render.drawing.paths import Path

_MOST_TRIED, _STEP = 30, 4.0
_ON_A_STUB, _SHARED, _BESIDE, _FAR = 30.0, 20.0, 6.0, 0.04


def reserve(
    paths: Sequence[Path],
    verticals: dict[int, list[Segment]],
    channel_y: Mapping[Path, float],
    separators: Sequence[float],
) -> None:
    """Give the words of ways through one gutter, and of level ways, a stretch there; ways along channels find theirs later.

    Args:
        paths: all ways.
        verticals: the stretches by gutter; words on level ways are added to them.
        channel_y: heights of ways along channels.
        separators: heights of the three lines.
    """
    levels = _levels(paths, channel_y)
    bundles = _bundles(paths)
    for path in paths:
        label = path.gutter_label()
        if label is None:
            continue
        if path.form == "level":
            gutter = max(path.link.source.column, path.link.target.column)
            verticals[gutter].append(_on_level(path, label))
            continue
        together = bundles.get(path.bundle, [path])
        if path is together[0]:
            _on_vertical(together, label, verticals[path.gutter], [*levels[path.gutter], *separators])


def _bundles(paths: Sequence[Path]) -> dict[object, list[Path]]:
    """The ways of each bundle, the longest first: it bears the words, where it runs alone."""
    found: dict[object, list[Path]] = defaultdict(list)
    for path in paths:
        if path.bundle is not None:
            found[path.bundle].append(path)
    for together in found.values():
        together.sort(key=lambda path: -abs(path.port_out - path.port_in))
    return found


def _levels(paths: Sequence[Path], channel_y: Mapping[Path, float]) -> dict[int, list[float]]:
    """Heights at which ways cross each gutter from side to side."""
    found: dict[int, list[float]] = defaultdict(list)
    for path in paths:
        for gutter in passed_gutters(path):
            found[gutter].append(path.port_out if path.form == "level" else channel_y[path])
    return found


def _on_level(path: Path, label: LabelText) -> Segment:
    low, high = path.port_out - label.height / 2, path.port_out + label.height / 2
    key = (low, high, path.link.source.id, path.link.target.id, "label")
    path.segments["label"] = Segment(low, high, (), key, label=(low, high, label.width / 2))
    return path.segments["label"]


def _on_vertical(
    together: Sequence[Path], label: LabelText, others: Sequence[Segment], levels: Sequence[float]
) -> None:
    """On the stretch between the two cards where fewest others are in the way."""
    path = together[0]
    own, half = path.segments["first"], label.height / 2
    low, high = sorted((path.port_out, path.port_in))
    first, last = min(low + half + 5, (low + high) / 2), max(high - half - 5, (low + high) / 2)
    crossed = [*levels, *(at for segment in others for at, _ in segment.stubs if low < at < high)]
    beside = [(other.low, other.high) for other in others if other is not own]
    shared = [sorted((other.port_out, other.port_in)) for other in together[1:]]

    def price(height: float) -> float:
        top, bottom = height - half - 3, height + half + 3
        return (
            _ON_A_STUB * sum(top < at < bottom for at in crossed)
            + _SHARED * sum(start < bottom and top < end for start, end in shared)
            + _BESIDE * sum(start < bottom and top < end for start, end in beside)
            + _FAR * abs(height - (low + high) / 2)
        )

    step = max(_STEP, (last - first) / _MOST_TRIED)
    height = min((first + step * number for number in range(int((last - first) / step) + 1)), key=price)
    own.label = (height - half, height + half, label.width / 2)
    path.segments["label"] = own
