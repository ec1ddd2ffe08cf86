"""Brackets over the steps: how long a stretch took, whether its promise was kept, and the longest time without news."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from blueprint_cli.checks.rules.long_silence import Options as Silent
from blueprint_cli.language.topics.swimlane import swimlane_words
from blueprint_cli.language.units import HOUR
from blueprint_cli.render.drawing import sizes
from blueprint_cli.render.drawing.levels import on_levels
from blueprint_cli.render.drawing.metrics import anchor_of, beside, is_right_to_left
from blueprint_cli.render.drawing.scene import Box, Route, Text
from blueprint_cli.render.drawing.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Iterable

    from blueprint_cli.analysis.figures import SpanTimes
    from blueprint_cli.model.actions import Action
    from blueprint_cli.model.word_lists import Layer
    from blueprint_cli.render.drawing.cards import Content

_SIZE, _LEADING, _DROP, _GAP = 8.5, 10.6, 6.0, 5.0
_LOOKS = {"kept": ("line", 1.2, ""), "broken": ("broken", 1.8, "5 3"), "silence": ("mid", 1.8, "2 2.5")}
"""Colour role, width and dash of a bracket."""


@dataclass
class Bracket:
    """A stretch over columns `first` to `last`, with its words; `look` is a key of the looks.

    Attributes:
        from_before, goes_on: the stretch begins on a page before, ends on one after this; that end stays open.
    """

    key: str
    at: str
    first: int
    last: int
    words: str
    look: str
    level: int = 0
    lines: tuple[str, ...] = ()
    from_before: bool = False
    goes_on: bool = False


def brackets_of(content: Content) -> list[Bracket]:
    """The spans that the file names, and the longest silence where lint would speak of it (BP305); in a simple drawing what is broken."""
    found = [_of_span(content, number, span) for number, span in enumerate(content.timings.spans)]
    if content.asked.detail == "simple":
        found = [bracket for bracket in found if bracket.look == "broken"]
    found += _of_silence(content)
    return on_levels(sorted(found, key=lambda one: one.key))


def _of_span(content: Content, number: int, span: SpanTimes) -> Bracket:
    words, entry = swimlane_words(content.lang), content.blueprint.spans[number]
    last = len(content.columns) - 1
    first = _column(content, span.from_, 0)
    named = span.title or entry.id
    name = content.show(span.title or span.id) if named else words.lead
    took = content.span_time(number, span.promise_s, span.limit_s)
    parts = [words.colon.format(name=name, text=beside(name, took))]
    late = span.elapsed_s is not None and span.limit_s is not None and span.elapsed_s > span.limit_s
    if entry.promise is not None:
        said = {None: words.promised, True: words.kept, False: words.missed}[span.kept]
        parts.append(said.format(text=content.show(entry.promise.text)))
    if entry.limit is not None:
        parts.append((words.over_limit if late else words.limit).format(text=content.show(entry.limit.text)))
    look = "broken" if late or span.kept is False else "kept"
    key = f"span.{entry.id or number}"
    end = max(_column(content, span.to, last), first)
    return Bracket(key, entry.at, first, end, " · ".join(parts), look)


def _of_silence(content: Content) -> list[Bracket]:
    silence = content.timings.longest_silence
    if silence is None or silence.seconds <= Silent.hours * HOUR:
        return []
    words, last = swimlane_words(content.lang), len(content.columns) - 1
    first = _column(content, silence.after, 0)
    end = max(_column(content, silence.until, last), first)
    said = words.colon.format(name=words.silence, text=content.time(silence.seconds))
    return [Bracket("span.longest-silence", "", first, end, said, "silence")]


def _column(content: Content, name: str | None, otherwise: int) -> int:
    for index, column in enumerate(content.columns):
        step = column.step
        if name is not None and (name in (step.id, step.at, step.key) or _has(column.step.actions(), name)):
            return index
    return otherwise


def _has(actions: Iterable[tuple[Layer, Action]], name: str) -> bool:
    return any(action.key == name for _, action in actions)


def put_brackets(
    brackets: list[Bracket], column_x: list[float], top: float, edge: float
) -> tuple[list[Box], list[Route], float]:
    """Their words and lines from a height on, the longest at the top, and where they end.

    What goes on beyond the page runs to its `edge` at the right, or to the labels of its lanes at the left.
    """
    if not brackets:
        return [], [], top
    for bracket in brackets:
        left, right = _ends(bracket, column_x)
        bracket.lines = wrap(bracket.words, right - left - 4, _SIZE, bold=True)
    boxes: list[Box] = []
    routes: list[Route] = []
    for level in range(max(bracket.level for bracket in brackets), -1, -1):
        row = [bracket for bracket in brackets if bracket.level == level]
        if not row:
            continue  # its stretches lie on other pages
        tall = max(len(bracket.lines) for bracket in row) * _LEADING
        for bracket in row:
            boxes.append(_words(bracket, column_x, top + tall))
            routes.append(_line(bracket, column_x, top + tall + 2, edge))
        top += tall + 2 + _DROP + _GAP
    return boxes, routes, top + 3


def _ends(bracket: Bracket, column_x: list[float]) -> tuple[float, float]:
    return column_x[bracket.first], column_x[bracket.last] + sizes.CARD_W


def _words(bracket: Bracket, column_x: list[float], bottom: float) -> Box:
    left, right = _ends(bracket, column_x)
    height = len(bracket.lines) * _LEADING
    rtl = is_right_to_left(bracket.lines[0])
    role = {"kept": "muted"}.get(bracket.look, bracket_role(bracket.look))
    text = Text(
        bracket.lines, anchor_of(bracket.lines, left + 2, _SIZE, bold=True, rtl=rtl), bottom - height + _SIZE * 0.9, _SIZE, role,
        bold=True, leading=_LEADING, rtl=rtl,
    )  # fmt: skip
    return Box(
        f"span {bracket.look}", left, bottom - height, right - left, height, id=bracket.key, at=bracket.at,
        shape="none", texts=(text,), title=bracket.words,
    )  # fmt: skip


def bracket_role(look: str) -> str:
    """The colour role of a bracket."""
    return _LOOKS[look][0]


def _line(bracket: Bracket, column_x: list[float], y: float, edge: float) -> Route:
    left, right = _ends(bracket, column_x)
    role, width, dash = _LOOKS[bracket.look]
    drop = y + _DROP
    begins = [(sizes.LABEL_W + 4, y)] if bracket.from_before else [(left + 1, drop), (left + 1, y)]
    ends = [(edge, y)] if bracket.goes_on else [(right - 1, y), (right - 1, drop)]
    return Route(f"bracket {bracket.look}", (*begins, *ends), role, width, dash=dash, title=bracket.words)
