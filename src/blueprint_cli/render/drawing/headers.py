"""Phase and step headers over the columns."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from blueprint_cli.model.fields import slug
from blueprint_cli.render.drawing import sizes
from blueprint_cli.render.drawing.cards import Ids
from blueprint_cli.render.drawing.scene import Box, Text
from blueprint_cli.render.drawing.wrapping import cut, wrap

if TYPE_CHECKING:
    from blueprint_cli.render.drawing.cards import Column, Content

_BELOW_PHASES, _BELOW_STEPS = 6.0, 10.0
_FACT_LEADING = 10.0


def header_boxes(
    content: Content, column_x: list[float], top: float, *, continues: bool = False
) -> tuple[list[Box], float]:
    """The headers from a height on, and where they end.

    Args:
        content: the columns.
        column_x: their left edges.
        top: where the first row begins.
        continues: the first phase has begun on another page.
    """
    found: list[Box] = []
    if any(column.phase for column in content.columns):
        found += _phases(content, column_x, top, continues=continues)
        top += sizes.PHASE_H + _BELOW_PHASES
    steps = [(column, x) for column, x in zip(content.columns, column_x, strict=True) if not column.is_margin]
    lines = [wrap(column.title, sizes.CARD_W - 8, sizes.STEP_TEXT, bold=True, most=3) for column, _ in steps]
    facts = max(len(_facts(column)) for column, _ in steps)
    height = max(map(len, lines)) * sizes.STEP_LEADING + 14 + facts * _FACT_LEADING
    under = top + height - 8 - max(facts - 1, 0) * _FACT_LEADING
    found += [
        _step(column, own, under, Box("step", x, top, sizes.CARD_W, height))
        for (column, x), own in zip(steps, lines, strict=True)
    ]
    return found, top + height + _BELOW_STEPS


def _facts(column: Column) -> tuple[str, ...]:
    """What stands under the title of a step: its times, for whom alone it is, and that the journey ends there."""
    room = sizes.CARD_W - 8
    facts = [cut(fact, room, sizes.STEP_TIME) for fact in (column.time, column.tag) if fact]
    return (*facts, *wrap(column.end, room, sizes.STEP_TIME, most=2))


def _phases(content: Content, column_x: list[float], top: float, *, continues: bool) -> list[Box]:
    ids = Ids(set())
    found: list[Box] = []
    columns = [
        (column, x) for column, x in zip(content.columns, column_x, strict=True) if not column.is_margin
    ]
    start = 0
    for index in range(1, len(columns) + 1):
        name = columns[start][0].phase
        if index < len(columns) and columns[index][0].phase == name:
            continue
        if name is not None:
            left, right = columns[start][1], columns[index - 1][1] + sizes.CARD_W
            title = content.show(content.blueprint.phase_title(name))
            if continues and start == 0:
                title = content.show(content.words.continued.format(text=title))
            key = ids.unique(f"phase.{slug(name) or 'x'}")
            found.append(_phase(key, title, left, right, top))
        start = index
    return found


def _phase(key: str, title: str, left: float, right: float, top: float) -> Box:
    shown = cut(title, right - left - 12, sizes.PHASE_TEXT, bold=True)
    middle = (left + right) / 2
    text = Text((shown,), middle, top + 15, sizes.PHASE_TEXT, "head-ink", bold=True, anchor="middle")
    return Box(
        "phase",
        left,
        top,
        right - left,
        sizes.PHASE_H,
        id=key,
        radius=3,
        fill="head",
        texts=(text,),
        title=title,
    )


def _step(column: Column, lines: tuple[str, ...], under: float, place: Box) -> Box:
    """The header in its place; its facts stand at one height in all columns."""
    middle = place.x + sizes.CARD_W / 2
    title = Text(
        lines,
        middle,
        place.y + 16,
        sizes.STEP_TEXT,
        "ink",
        bold=True,
        anchor="middle",
        leading=sizes.STEP_LEADING,
    )
    facts = Text(
        _facts(column), middle, under, sizes.STEP_TIME, "muted", anchor="middle", leading=_FACT_LEADING
    )
    return replace(
        place,
        id=column.id,
        at=column.at,
        radius=3,
        fill="step",
        texts=(title, facts) if facts.lines else (title,),
        title=column.tooltip,
    )
