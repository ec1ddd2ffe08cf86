"""Where ways leave and enter their cards: in the order of where they go, so that they do not cross at once."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from blueprint_cli.render.drawing import sizes
from blueprint_cli.render.drawing.paths import FLANKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from blueprint_cli.render.drawing.cards import Card
    from blueprint_cli.render.drawing.paths import Path, Side


@dataclass(frozen=True, slots=True)
class Stub:
    """What joins a stretch of a gutter to a card.

    Attributes:
        at: how far right the stretch stands.
        out: it is the beginning of its way.
        from_left: its card stands left of the gutter.
    """

    path: Path
    out: bool
    at: float
    from_left: bool


End = tuple["Path", bool]
"""A way, and whether it is its beginning."""

_EDGE_FIRST, _EDGE_STEP, _BELOW = 16.0, 14.0, 7.0
"""On tops and bottoms: the first place from the corner, the next one, and what keeps bottoms from meeting tops below them."""
_TOP_PORT, _BOTTOM_PORT = 8.0, 9.0
_NUDGE, _LEAST_APART = 3.0, 8.0


def spread_edges(paths: Iterable[Path]) -> None:
    """Places on tops and bottoms: in the half that lies towards the other end, the farthest outside."""
    halves: dict[tuple[str, Side, bool], list[tuple[Path, bool]]] = defaultdict(list)
    for path in paths:
        if path.form != "channel":
            continue
        for card, side, out in path.ends():
            if side not in FLANKS:
                other = path.link.target if out else path.link.source
                right = other.column > card.column and not (side == "top" and len(card.badges) > 1)
                halves[card.id, side, right].append((path, out))
    for (_, _, right), ends in halves.items():
        ends.sort(key=lambda end: (_reach(end), end[0].link.source.id, end[0].link.target.id))
        for place, (path, out) in enumerate(ends):
            side = path.ends()[0 if out else 1][1]
            inset = _EDGE_FIRST + _EDGE_STEP * place + (_BELOW if side == "bottom" else 0)
            one_badge = right and side == "top" and _badged(path, out)
            port = sizes.CARD_W - inset - (_EDGE_STEP * 2 if one_badge else 0) if right else inset
            if out:
                path.port_out = port
            else:
                path.port_in = port


def _badged(path: Path, out: bool) -> bool:
    return bool((path.link.source if out else path.link.target).badges)


def _reach(end: End) -> int:
    path, _ = end
    return -abs(path.link.source.column - path.link.target.column)


def spread_flanks(paths: Iterable[Path], channel_y: Mapping[Path, float]) -> None:
    """Heights on flanks: what goes up above the straight line along the lane, what goes down below it."""
    sides: dict[tuple[str, Side], list[End]] = defaultdict(list)
    cards: dict[str, Card] = {}
    levels: list[Path] = []
    for path in paths:
        if path.form == "level":
            levels.append(path)
        if path.form in ("level", "vertical"):
            continue
        for card, side, out in path.ends():
            if side in FLANKS:
                sides[card.id, side].append((path, out))
                cards[card.id] = card
    grouped = {key: _grouped(ends, cards[key[0]], channel_y) for key, ends in sides.items()}
    level_at: dict[tuple[str, Side], tuple[float, float]] = {}
    for path in levels:
        keys = [(card.id, side) for card, side, _ in path.ends()]
        above = max((len(grouped[key][0]) for key in keys if key in grouped), default=0)
        card = path.link.source
        clear = _words_reach(path)
        offset = sizes.LEVEL_PORT + max(above - 1, 0) * sizes.PORT_STEP + (4 if above else 0)
        if above:
            offset = max(offset, _TOP_PORT + (above - 1) * sizes.PORT_STEP + clear)
        offset = min(offset, card.h - 12)
        path.port_out = path.port_in = card.y + offset
        for key in keys:
            level_at[key] = max(level_at.get(key, (0, 0)), (offset, clear))
    for key, (up, down) in grouped.items():
        _spread(cards[key[0]], up, down, level_at.get(key))


def _words_reach(path: Path) -> float:
    """How far above and below a level way no other way may pass, for the words on it."""
    label = path.gutter_label()
    return max(_LEAST_APART, label.height / 2 + _NUDGE) if label else _LEAST_APART


def part_stubs(stubs: Sequence[Stub]) -> None:
    """Ways that come into a gutter from both sides at one height, and would lie on each other there, are moved apart.

    Args:
        stubs: all that leave the stretches of one gutter, with their reach.
    """
    heights = sorted(
        stubs, key=lambda stub: (_port(stub), stub.at, stub.path.link.source.id, stub.path.link.target.id)
    )
    for index, stub in enumerate(heights):
        for other in heights[index + 1 :]:
            if _port(other) - _port(stub) >= _NUDGE:
                break
            left, right = (stub, other) if stub.from_left else (other, stub)
            if left.from_left != right.from_left and left.at > right.at - 1:
                _set_port(other, _port(stub) + _NUDGE)


def _port(stub: Stub) -> float:
    return stub.path.port_out if stub.out else stub.path.port_in


def _set_port(stub: Stub, height: float) -> None:
    if stub.out:
        stub.path.port_out = height
    else:
        stub.path.port_in = height


def _grouped(
    ends: list[End], card: Card, channel_y: Mapping[Path, float]
) -> tuple[list[list[End]], list[list[End]]]:
    """What goes up and what goes down from a flank, from top to bottom; a bundle is one."""
    together: dict[object, list[End]] = defaultdict(list)
    for path, out in ends:
        key = path.bundle if path.bundle and not out else (path.link.source.id, path.link.target.id, out)
        together[key].append((path, out))
    up: list[tuple[tuple[object, ...], list[End]]] = []
    down: list[tuple[tuple[object, ...], list[End]]] = []
    for group in together.values():
        path, out = group[0]
        far = path.link.target if out else path.link.source
        height = channel_y[path] if path.form == "channel" else far.middle
        ids = (path.link.source.id, path.link.target.id)
        goes_up = height < card.middle
        # A way that comes back lies inside those that go on; among themselves, the nearest is the innermost.
        if goes_up:
            up.append(((not path.returns, -height if path.returns else height, *ids), group))
        else:
            down.append(((path.returns, -height if path.returns else height, *ids), group))
    up.sort(key=lambda pair: pair[0])
    down.sort(key=lambda pair: pair[0])
    return [group for _, group in up], [group for _, group in down]


def _spread(
    card: Card, up: list[list[End]], down: list[list[End]], level_at: tuple[float, float] | None
) -> None:
    top, bottom = card.y + _TOP_PORT, card.y + card.h - _BOTTOM_PORT
    if level_at is None:
        _place([*up, *down], top, bottom, centred=True)
        return
    level, clear = level_at
    _place(up, top, max(card.y + level - max(clear, _TOP_PORT), top), centred=False)
    _place(down, min(card.y + level + max(clear, 10), bottom), bottom, centred=True)


def _place(groups: list[list[End]], low: float, high: float, *, centred: bool) -> None:
    gap = min(sizes.PORT_SPREAD, (high - low) / max(len(groups) - 1, 1)) if high > low else 0
    first = (low + high) / 2 - gap * (len(groups) - 1) / 2 if centred else low
    for index, group in enumerate(groups):
        for path, out in group:
            if out:
                path.port_out = first + gap * index
            else:
                path.port_in = first + gap * index
