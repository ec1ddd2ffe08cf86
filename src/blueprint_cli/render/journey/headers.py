"""The headers of the steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.render.blocks.grid import BELOW
from blueprint_cli.render.drawing.metrics import is_right_to_left
from blueprint_cli.render.drawing.scene import Box, Text
from blueprint_cli.render.drawing.wrapping import wrap
from blueprint_cli.render.journey.sizes import (
    STEP_TEXT,
    STEP_TIME,
)

if TYPE_CHECKING:
    from blueprint_cli.render.drawing.cards import Column
    from blueprint_cli.render.journey.content import Journey

_LEADING = 1.25
LATE = "broken"
"""The colour role of a time over its limit."""


def step_boxes(journey: Journey, top: float) -> tuple[list[Box], float]:
    """A header for every step: its title, when it begins and how long it takes, for whom it is."""
    grid = journey.grid
    titles = [wrap(column.title, grid.width - 12, STEP_TEXT, bold=True, most=4) for column in journey.columns]
    notes = [_note(journey, column) for column in journey.columns]
    title_h = max(map(len, titles)) * STEP_TEXT * _LEADING
    note_h = max(map(len, notes)) * STEP_TIME * _LEADING
    height = 14 + title_h + (note_h + 2 if note_h else 0)
    found = []
    for index, (column, title, note) in enumerate(zip(journey.columns, titles, notes, strict=True)):
        x = grid.x(index)
        middle = x + grid.width / 2
        rtl = is_right_to_left(column.title)
        texts = [Text(title, middle, top + 7 + STEP_TEXT * 0.85, STEP_TEXT, "ink", bold=True, anchor="middle",
                      leading=STEP_TEXT * _LEADING, rtl=rtl)]  # fmt: skip
        base = top + height - 8 - (max(map(len, notes)) - 1) * STEP_TIME * _LEADING
        for line, role in note:
            texts.append(Text((line,), middle, base, STEP_TIME, role, role == LATE, "middle"))
            base += STEP_TIME * _LEADING
        found.append(
            Box("step", x, top, grid.width, height, id=column.id, at=column.at, radius=3, fill="step", texts=tuple(texts),
                title=column.tooltip)
        )  # fmt: skip
    return found, top + height + BELOW


def _note(journey: Journey, column: Column) -> list[tuple[str, str]]:
    """Small lines under a title with their colour roles: its time, its limit where it takes longer, for whom it is."""
    step = column.step
    times = journey.content.timings.step(step.key)
    is_late = times.limit_s is not None and times.elapsed_s is not None and times.elapsed_s > times.limit_s
    over = journey.said(journey.words.over_limit, journey.showing.time(step.limit)) if is_late else ""
    time = column.time if journey.asked.detail == "full" else ""
    told = ((time, "muted"), (over, LATE), (journey.only(step.only), "muted"))
    return [
        (line, role)
        for text, role in told
        if text
        for line in wrap(text, journey.grid.width - 12, STEP_TIME, bold=role == LATE)
    ]
