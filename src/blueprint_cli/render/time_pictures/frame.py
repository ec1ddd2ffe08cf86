"""What stands around the bars: the axis with its ticks, the spans as brackets, the longest silence."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from blueprint_cli.analysis.clock import ALWAYS
from blueprint_cli.analysis.open_time import ORDINARY_MONDAY
from blueprint_cli.language.durations import format_duration
from blueprint_cli.language.units import DAY, WEEK
from blueprint_cli.render.drawing.cards import AT_LEAST
from blueprint_cli.render.drawing.metrics import beside, text_width
from blueprint_cli.render.drawing.scene import Lane, Route
from blueprint_cli.render.time_pictures import sizes
from blueprint_cli.render.time_pictures.clocks import moment_words
from blueprint_cli.render.time_pictures.content import UNKNOWN
from blueprint_cli.render.time_pictures.texts import line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.analysis.figures import SpanTimes
    from blueprint_cli.render.drawing.scene import Scene
    from blueprint_cli.render.time_pictures.content import TimeMap
    from blueprint_cli.render.time_pictures.scale import Scale

_APART = 46.0
_NAME_SHARE = 0.6
_BETWEEN = 14.0


def put_axis(scene: Scene, found: TimeMap, scale: Scale, top: float, bottom: float) -> None:
    """The axis with its labels, lines through the rows below it; dotted where it is wider than to scale."""
    base = top + sizes.AXIS_H - 3
    ends = [scale.left, *(x for pair in scale.widened for x in pair), scale.right]
    for number, (start, end) in enumerate(pairwise(ends)):
        if end > start:
            widened = number % 2 == 1
            css, dash = ("axis widened", "1.2 2.4") if widened else ("axis", "")
            scene.lines.append(
                Route(css, ((start, base), (end, base)), "soft" if widened else "line", 1.4, dash=dash)
            )
    taken = float("-inf")
    for moment, said in _ticks(found, scale):
        x = scale.x(moment)
        scene.lines.append(Route("tick", ((x, base - 3), (x, base)), "line", 1))
        if bottom > base:
            scene.lines.append(Route("tick-line", ((x, base), (x, bottom)), "grid", 0.6))
        width = text_width(said, sizes.TINY)
        left = min(max(x - width / 2, scale.left), scale.right - width) if scale.width > width else x
        if left > taken:
            scene.headings.append(line("tick-label", said, left, top, sizes.TINY, role="muted"))
            taken = left + width + 6


def _ticks(found: TimeMap, scale: Scale) -> Iterator[tuple[int, str]]:
    """Moments with their labels: by the calendar where one counts, else by the time that has passed."""
    tick = scale.tick(_APART)
    if not tick or not scale.end:
        return
    dated = found.start is not None or found.timings.clock != ALWAYS
    begin = found.begin
    offset = 0
    if dated:
        midnight = datetime(begin.year, begin.month, begin.day)  # noqa: DTZ001 - local wall time, as calendars are
        passed = int((begin - midnight).total_seconds())
        offset = (-passed) % tick if tick <= DAY else (-passed) % DAY
        yield 0, _moment(found, begin, with_day=True)
    for moment in range(offset, scale.end + 1, tick):
        if not dated:
            yield moment, format_duration(moment, found.lang) if moment else "0"
        elif moment:
            yield moment, _moment(found, begin + timedelta(seconds=moment), with_day=False)


def _moment(found: TimeMap, moment: datetime, *, with_day: bool) -> str:
    """A moment of the calendar: the day at midnight, else the hour; over several weeks, which week the day is of."""
    words = found.words
    weekday = words.weekdays[moment.weekday()]
    if found.is_dated:
        day = words.dated.format(weekday=weekday, day=moment.day, month=words.months[moment.month - 1])
    elif found.timings.lead_s > WEEK:
        day = words.day_of_week.format(
            weekday=weekday, n=(moment.date() - ORDINARY_MONDAY.date()).days // 7 + 1
        )
    else:
        day = weekday
    hour = moment_words(found, moment.hour, moment.minute)
    if with_day:
        return f"{day}, {hour}" if day[-1].isdigit() else f"{day} {hour}"
    return day if not (moment.hour or moment.minute) else hour


def put_spans(scene: Scene, found: TimeMap, scale: Scale, top: float) -> float:
    """A bracket for every span, with what was promised; returns where they end."""
    for span, is_least in zip(found.timings.spans, found.timings.spans_at_least, strict=True):
        _put_span(scene, found, scale, span, top, is_least=is_least)
        top += sizes.SPAN_H
    return top


def _put_span(
    scene: Scene, found: TimeMap, scale: Scale, span: SpanTimes, top: float, *, is_least: bool
) -> None:
    name = found.showing.show(span.title) or f"{span.from_ or '…'} → {span.to or '…'}"
    extent = found.span(span)
    room = scale.right + sizes.SAID_W - scale.left
    x = scale.left
    head = f"{name}{found.colon}{beside(name, _took(found, extent, is_least=is_least))}"
    said = line("span", head, x, top, sizes.ACTION, bold=True, room=room * _NAME_SHARE)
    scene.headings.append(said)
    x += said.w + 10
    verdicts = list(_verdicts(found, span))
    while (
        verdicts
        and sum(text_width(f"{words} ·", sizes.SAID) + _BETWEEN for words, _ in verdicts)
        > scale.left + room - x
    ):
        verdicts.pop()
    for number, (words, role) in enumerate(verdicts, 1):
        said = line(
            "verdict", f"{words} ·" if number < len(verdicts) else words, x, top + 0.8, sizes.SAID, role=role
        )
        scene.headings.append(said)
        x += said.w + _BETWEEN
    if extent is not None:
        _bracket(scene, scale, span, extent, top + 17)


def _took(found: TimeMap, extent: tuple[int, int] | None, *, is_least: bool) -> str:
    """What a span took, `≥` where an action in it has no known time, as on the map."""
    if extent is None:
        return found.words.cannot_be_told
    seconds = extent[1] - extent[0]
    if is_least and not seconds:
        return UNKNOWN
    return AT_LEAST * is_least + format_duration(seconds, found.lang)


def _verdicts(found: TimeMap, span: SpanTimes) -> Iterator[tuple[str, str]]:
    words = found.words
    for name, allowed in (
        (words.promise, span.promise_s),
        (words.target, span.target_s),
        (words.limit, span.limit_s),
    ):
        if allowed is None:
            continue
        said = name.format(time=format_duration(allowed, found.lang))
        if span.elapsed_s is None or span.elapsed_s < 0:
            yield f"{said} {words.cannot_be_told}", "muted"
        elif span.elapsed_s <= allowed:
            yield f"{said} {words.kept}", "muted"
        else:
            over = words.missed.format(time=format_duration(span.elapsed_s - allowed, found.lang))
            yield f"{said} {over}", "broken"


def _bracket(scene: Scene, scale: Scale, span: SpanTimes, extent: tuple[int, int], y: float) -> None:
    """The bracket; from the first allowance that is passed on it is thick and dashed."""
    start, end = scale.x(extent[0]), scale.x(extent[1])
    allowed = [
        seconds
        for seconds in (span.promise_s, span.target_s, span.limit_s)
        if seconds is not None and extent[0] + seconds < extent[1]
    ]
    passed = scale.x(extent[0] + min(allowed)) if allowed else end
    if passed > start:
        scene.lines.append(Route("bracket", ((start, y), (passed, y)), "line", 1.4))
    if passed < end:
        scene.lines.append(Route("bracket over", ((passed, y), (end, y)), "broken", 3, dash="7 2"))
    for x in (start, end):
        scene.lines.append(Route("bracket-end", ((x, y - 3), (x, y + 7)), "line", 1.4))
    for seconds in allowed:
        x = scale.x(extent[0] + seconds)
        scene.lines.append(Route("allowance", ((x, y - 5), (x, y + 5)), "broken", 1.6))


def put_silence(scene: Scene, found: TimeMap, scale: Scale, top: float, bottom: float) -> None:
    """The longest silence as a ground under the rows."""
    extent = found.silence()
    if extent is None:
        return
    left, right = scale.x(extent[0]), scale.x(extent[1])
    if right > left:
        scene.lanes.append(
            Lane("silence", found.silence_words(), left, top, right - left, bottom - top, "lane.pain")
        )
        for x in (left, right):
            scene.lines.append(Route("silence-edge", ((x, top), (x, bottom)), "bad", 0.8, dash="3 2"))
