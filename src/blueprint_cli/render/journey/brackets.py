"""Spans as brackets over the columns: what they took, what was promised, and whether the promise was kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from blueprint_cli.checks.rules.long_silence import Options as Silent
from blueprint_cli.language.units import HOUR
from blueprint_cli.render.blocks.block import SMALL, Block, Fitted, Paragraph, Pill
from blueprint_cli.render.drawing.levels import on_levels
from blueprint_cli.render.drawing.scene import Route
from blueprint_cli.render.journey.simple import plain
from blueprint_cli.render.journey.sizes import BRACKET_DROP, EDGE, LABEL_W

if TYPE_CHECKING:
    from blueprint_cli.analysis.figures import SpanTimes
    from blueprint_cli.model.blueprint import Span
    from blueprint_cli.render.blocks.grid import Grid
    from blueprint_cli.render.drawing.scene import Box
    from blueprint_cli.render.journey.content import Journey

_BELOW = 5.0


@dataclass(frozen=True, slots=True)
class Look:
    """How a bracket is drawn: its class, colour role, width and dashes."""

    css: str
    role: str
    width: float
    dash: str = ""


KEPT = Look("bracket", "line", 1.3)
BROKEN = Look("bracket broken", "broken", 1.8, "5 3")
SILENT = Look("bracket silence", "mid", 1.8, "2 2.5")
"""A stretch that keeps what it should, one that does not, and the longest time without news."""


@dataclass
class Bracket:
    """One span over columns `first` to `last`, with its words.

    Attributes:
        from_before, goes_on: the stretch begins on a page before, ends on one after this; that end stays open.
    """

    key: str
    first: int
    last: int
    words: Fitted
    look: Look
    level: int = 0
    from_before: bool = False
    goes_on: bool = False


def brackets_of(journey: Journey) -> list[Bracket]:
    """The spans, each on the lowest level that is free over its columns; longer ones stand higher."""
    spans = enumerate(journey.content.timings.spans)
    known = [*(_bracket(journey, number, span) for number, span in spans), *_silence(journey)]
    if not journey.asked.shows("spans"):
        return []
    return on_levels(bracket for bracket in known if bracket is not None)


def _bracket(journey: Journey, number: int, span: SpanTimes) -> Bracket | None:
    over = _over_columns(journey, span.from_, span.to)
    if over is None:
        return None
    broken = span.kept is False or _over(span.elapsed_s, span.limit_s)
    entry = journey.blueprint.spans[number]
    title = (
        journey.showing.show(span.title or span.id)
        if (span.title or entry.id)
        else journey.showing.words.lead
    )
    elapsed = journey.content.span_time(number, span.promise_s, span.target_s, span.limit_s)
    block = Block(
        "span broken" if broken else "span",
        (Paragraph(journey.said(title, elapsed), 9, "broken" if broken else "ink", bold=True),),
        id=journey.ids.unique(f"span.{entry.id or number}"),
        at=entry.at,
        title=journey.showing.show(entry.note),
        pills=tuple(_pills(journey, span, entry)),
    )
    return _placed(journey, _asked(journey, block), over, BROKEN if broken else KEPT)


def _asked(journey: Journey, block: Block) -> Block:
    return block if journey.asked.detail == "full" else plain(block)


def _silence(journey: Journey) -> list[Bracket]:
    """The longest time without news, where lint would speak of it (BP305)."""
    silence = journey.content.timings.longest_silence
    if silence is None or silence.seconds <= Silent.hours * HOUR:
        return []
    over = _over_columns(journey, silence.after, silence.until)
    if over is None:
        return []
    said = journey.said(journey.words.silence, journey.content.time(silence.seconds))
    block = Block(
        "span silence",
        (Paragraph(said, 9, "mid", bold=True), Paragraph(journey.words.hears_nothing, SMALL, gap=1)),
        id=journey.ids.unique("silence.longest"),
    )
    return [_placed(journey, block, over, SILENT)]


def _placed(journey: Journey, block: Block, over: tuple[int, int], look: Look) -> Bracket:
    first, last = max(over[0], journey.start), min(over[1], journey.end - 1)
    words = Fitted(block, journey.grid.across(last - first + 1))
    first, last = first - journey.start, last - journey.start
    return Bracket(
        block.id, first, last, words, look,
        from_before=over[0] < journey.start, goes_on=over[1] >= journey.end,
    )  # fmt: skip


def _over_columns(journey: Journey, start: str | None, end: str | None) -> tuple[int, int] | None:
    """The first and the last column of a stretch in the whole map; None where it lies on other pages."""
    first = _column(journey, start, 0)
    last = max(_column(journey, end, len(journey.all_columns) - 1), first)
    if last < journey.start or first >= journey.end:
        return None
    return first, last


def _pills(journey: Journey, span: SpanTimes, entry: Span) -> list[Pill]:
    words, found = journey.words, []
    if entry.promise is not None:
        name = words.promised if span.kept is None else words.kept if span.kept else words.missed
        sign = "" if span.kept is None else "✓ " if span.kept else "✗ "
        role = "muted" if span.kept is None else "good" if span.kept else "broken"
        said = words.colon.format(name=name, text=journey.showing.time(entry.promise))
        found.append(Pill(sign + said, "promise", role, loud=span.kept is False))
    for allowed, written, name, over in (
        (span.target_s, entry.target, words.target, words.over_target),
        (span.limit_s, entry.limit, words.limit, words.over_limit),
    ):
        if written is not None:
            late = _over(span.elapsed_s, allowed)
            said = words.colon.format(name=over if late else name, text=journey.showing.time(written))
            loud = late and name == words.limit
            found.append(Pill(said, "over" if late else "allowed", "broken" if late else "muted", loud=loud))
    return found


def _over(elapsed: int | None, allowed: int | None) -> bool:
    return elapsed is not None and allowed is not None and elapsed > allowed


def _column(journey: Journey, name: str | None, otherwise: int) -> int:
    for index, column in enumerate(journey.all_columns):
        step = column.step
        if name is not None and (name in (step.id, step.at) or any(a.key == name for _, a in step.actions())):
            return index
    return otherwise


def put_brackets(
    brackets: list[Bracket], grid: Grid, title: str, top: float
) -> tuple[list[Box], list[Route], float]:
    """Their words and lines from a height on, and where they end."""
    levels = max((bracket.level for bracket in brackets), default=-1) + 1
    heights = [
        max(one.words.height for one in brackets if one.level == level) + BRACKET_DROP + _BELOW
        for level in range(levels)
    ]
    boxes: list[Box] = []
    if brackets:
        boxes += Fitted(Block("lane-label", (Paragraph(title, 9.5, "muted", bold=True),)), LABEL_W - 8).boxes(
            6, top
        )
    routes: list[Route] = []
    bottom = top + sum(heights)
    for bracket in brackets:
        foot = bottom - sum(heights[: bracket.level]) - _BELOW
        left = grid.x(bracket.first)
        right = left + bracket.words.width
        line = foot - BRACKET_DROP
        boxes += bracket.words.boxes(left, line - bracket.words.height)
        routes += _strokes(bracket, (left, right), line, foot)
    return boxes, routes, bottom


def _strokes(bracket: Bracket, ends: tuple[float, float], line: float, foot: float) -> list[Route]:
    """The line, dashed where something was not kept, and its two ends; one beyond the page has no stroke."""
    look = bracket.look
    left = LABEL_W - 4 if bracket.from_before else ends[0]
    right = ends[1] + EDGE if bracket.goes_on else ends[1]
    key = f"{bracket.key}.line"
    across = Route(look.css, ((left, line), (right, line)), look.role, look.width, id=key, dash=look.dash)
    top = line - look.width / 2
    closed = [
        x for x, is_open in zip(ends, (bracket.from_before, bracket.goes_on), strict=True) if not is_open
    ]
    return [across, *(Route(look.css, ((x, top), (x, foot)), look.role, look.width) for x in closed)]
