"""Phases merged over their columns, and the steps under them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from blueprint_cli.model.fields import slug
from blueprint_cli.render.blocks.block import SMALL
from blueprint_cli.render.drawing.metrics import is_right_to_left
from blueprint_cli.render.drawing.scene import Box, Text
from blueprint_cli.render.drawing.wrapping import wrap
from blueprint_cli.render.journey.sizes import (
    COLUMN_W,
    GAP,
    LABEL_W,
    PHASE_H,
    PHASE_TEXT,
    STEP_TEXT,
    STEP_TIME,
)

if TYPE_CHECKING:
    from blueprint_cli.render.drawing.cards import Column
    from blueprint_cli.render.journey.content import Journey

_LEADING = 1.25
_BELOW = 5.0


def phase_boxes(journey: Journey, top: float) -> tuple[list[Box], float]:
    """A header over every run of columns of one phase, and where the headers end."""
    runs = [
        (name, [index for index, _ in run])
        for name, run in groupby(enumerate(journey.columns), lambda pair: pair[1].phase)
    ]
    named = [(name, indexes) for name, indexes in runs if name is not None]
    if not named:
        return [], top
    set_lines = [
        wrap(journey.showing.show(journey.blueprint.phase_title(name)), _width(indexes) - 16, PHASE_TEXT, bold=True)
        for name, indexes in named
    ]  # fmt: skip
    leading = PHASE_TEXT * _LEADING
    height = PHASE_H + (max(map(len, set_lines)) - 1) * leading
    found = []
    for (name, indexes), lines in zip(named, set_lines, strict=True):
        left, width = LABEL_W + indexes[0] * (COLUMN_W + GAP), _width(indexes)
        first = top + height / 2 - (len(lines) - 1) * leading / 2 + PHASE_TEXT * 0.36
        text = Text(lines, left + width / 2, first, PHASE_TEXT, "head-ink", bold=True, anchor="middle", leading=leading,
                    rtl=is_right_to_left(lines[0]))  # fmt: skip
        key = journey.ids.unique(f"phase.{slug(name) or 'x'}")
        found.append(Box("phase", left, top, width, height, id=key, radius=3, fill="head", texts=(text,)))
    return found, top + height + _BELOW


def _width(indexes: list[int]) -> float:
    return len(indexes) * (COLUMN_W + GAP) - GAP


def step_boxes(journey: Journey, top: float) -> tuple[list[Box], float]:
    """A header for every step: its title, when it begins and how long it takes, for whom it is."""
    titles = [wrap(column.title, COLUMN_W - 12, STEP_TEXT, bold=True, most=4) for column in journey.columns]
    notes = [_note(journey, column) for column in journey.columns]
    title_h = max(map(len, titles)) * STEP_TEXT * _LEADING
    note_h = max(map(len, notes)) * STEP_TIME * _LEADING
    height = 14 + title_h + (note_h + 2 if note_h else 0)
    found = []
    for index, (column, title, note) in enumerate(zip(journey.columns, titles, notes, strict=True)):
        x = LABEL_W + index * (COLUMN_W + GAP)
        middle = x + COLUMN_W / 2
        rtl = is_right_to_left(column.title)
        texts = [Text(title, middle, top + 7 + STEP_TEXT * 0.85, STEP_TEXT, "ink", bold=True, anchor="middle",
                      leading=STEP_TEXT * _LEADING, rtl=rtl)]  # fmt: skip
        if note:
            first = top + height - 7 - (len(note) - 1) * STEP_TIME * _LEADING - 1
            texts.append(
                Text(note, middle, first, STEP_TIME, "muted", anchor="middle", leading=STEP_TIME * _LEADING)
            )
        found.append(
            Box("step", x, top, COLUMN_W, height, id=column.id, at=column.at, radius=3, fill="step", texts=tuple(texts),
                title=column.tooltip)
        )  # fmt: skip
    return found, top + height + _BELOW


def _note(journey: Journey, column: Column) -> tuple[str, ...]:
    only = journey.only(column.step.only)
    return (
        *((column.time,) if column.time else ()),
        *(wrap(only, COLUMN_W - 12, SMALL, most=2) if only else ()),
    )
