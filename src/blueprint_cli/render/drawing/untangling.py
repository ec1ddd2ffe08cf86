"""Fewer crossings: ways that return to their column take the side, and neighbours' ways the form, that crosses least."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from blueprint_cli.render.drawing.ports import spread_flanks
from blueprint_cli.render.drawing.stretches import gutter_segments, gutters_along, passed_gutters
from blueprint_cli.render.drawing.tracks import crossings_of, in_order

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from blueprint_cli.render.drawing.paths import Path

_CROWDED = 0.02
"""What two ways in one gutter cost beside their crossings: enough to tell equal choices apart."""
_ROUNDS = 2


def untangle(paths: Sequence[Path], channel_y: Mapping[Path, float]) -> None:
    """Move ways to the other side of their column while that makes fewer crossings; the order of the ways decides ties."""
    _Untangling(paths, channel_y).run()


class _Untangling:
    def __init__(self, paths: Sequence[Path], channel_y: Mapping[Path, float]) -> None:
        self.channel_y = channel_y
        self.inside: dict[int, list[Path]] = defaultdict(list)
        self.through: dict[int, list[Path]] = defaultdict(list)
        self.known: dict[int, float] = {}
        self.movable: dict[object, list[Path]] = defaultdict(list)
        self.changes: dict[int, int] = defaultdict(int)
        self.tried: dict[object, tuple[int, int]] = {}
        for path in paths:
            for gutter in gutters_along(path):
                self.inside[gutter].append(path)
            for gutter in passed_gutters(path):
                self.through[gutter].append(path)
            if path.returns:
                key = path.bundle or (path.link.source.id, path.link.target.id)
                self.movable[key].append(path)

    def run(self) -> None:
        for _ in range(_ROUNDS):
            if not [1 for key, group in self.movable.items() if self._moved(key, group)]:
                return

    def _moved(self, key: object, group: list[Path]) -> bool:
        """Try the other side, unless nothing has changed there since; keep it if it costs less."""
        column = group[0].link.source.column
        now = self.changes[column], self.changes[column + 1]
        if self.tried.get(key) == now:
            return False
        self.tried[key] = now
        before = self._cost(column) + self._cost(column + 1)
        if before < 2 * _CROWDED:
            return False
        saved = {gutter: self.known[gutter] for gutter in (column, column + 1)}
        self._flip(group)
        if self._cost(column) + self._cost(column + 1) < before - _CROWDED / 2:
            self.changes[column] += 1
            self.changes[column + 1] += 1
            return True
        self._flip(group)
        self.known.update(saved)
        return False

    def _flip(self, group: list[Path]) -> None:
        for path in group:
            self.inside[path.gutter].remove(path)
            self.known.pop(path.gutter, None)
            column = path.link.source.column
            path.gutter, side = (column, "left") if path.leaves == "right" else (column + 1, "right")
            path.leaves = path.enters = "left" if side == "left" else "right"
            self.inside[path.gutter].append(path)
            self.known.pop(path.gutter, None)

    def _cost(self, gutter: int) -> float:
        if gutter not in self.known:
            self.known[gutter] = self._count(gutter)
        return self.known[gutter]

    def _count(self, gutter: int) -> float:
        paths = sorted(self.inside[gutter], key=lambda path: (path.link.source.id, path.link.target.id))
        if not paths:
            return 0
        spread_flanks(
            [*paths, *(path for path in self.through[gutter] if path.form == "level")], self.channel_y
        )
        segments = in_order(gutter_segments(paths, self.channel_y)[gutter])
        heights = [
            path.port_out if path.form == "level" else self.channel_y[path] for path in self.through[gutter]
        ]
        passed = sum(segment.low < height < segment.high for segment in segments for height in heights)
        return crossings_of(segments) + passed + _CROWDED * len(segments) ** 2
