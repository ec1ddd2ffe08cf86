"""The box of totals at the right end of the ladder: lead, waiting, work, its share, the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.language.durations import format_duration
from blueprint_cli.render.blocks.block import Block, Fitted, Paragraph
from blueprint_cli.render.time_pictures import sizes
from blueprint_cli.render.time_pictures.clocks import clock_words
from blueprint_cli.render.time_pictures.content import UNKNOWN

if TYPE_CHECKING:
    from blueprint_cli.render.time_pictures.content import TimeMap

_LARGE = 15.0


def totals_box(found: TimeMap) -> Fitted:
    """The box, measured."""
    return Fitted(
        Block("totals", tuple(_paragraphs(found)), fill="bg", stroke="line", radius=0), sizes.SAID_W - 24
    )


def _paragraphs(found: TimeMap) -> list[Paragraph]:
    timings, words = found.timings, found.words
    at_least = "≥ " if timings.untimed else ""
    known = timings.untimed < len(timings.actions)
    made = [
        Paragraph(words.lead, sizes.SAID, "muted"),
        Paragraph(f"{at_least}{found.time(timings.lead_s)}" if known else UNKNOWN, _LARGE, bold=True, gap=0),
    ]
    if timings.expected and timings.expected.lead_s != timings.lead_s:
        made += _figure(words.expected, found.time(timings.expected.lead_s))
    waits = sum(row.times.wait_s or 0 for row in found.path)
    apart = timings.lead_s - timings.critical_work_s - waits
    if known:
        made += _figure(words.waiting, found.time(waits))
        made += _figure(words.working, f"{at_least}{found.time(timings.critical_work_s)}")
    if timings.lead_s:
        made.append(Paragraph(words.share.format(share=found.share()), sizes.SAID, "ink", gap=1))
    if apart > len(found.path):  # more than what rounding leaves over
        made += _figure(words.either, found.time(apart))
    if timings.customer_s:
        made += _figure(words.effort, format_duration(timings.customer_s, found.lang))
    made.append(Paragraph(f"{words.clock}{found.colon}{clock_words(found)}", sizes.SAID, "muted", gap=6))
    return made


def _figure(name: str, figure: str) -> list[Paragraph]:
    return [Paragraph(name, sizes.SAID, "muted", gap=5), Paragraph(figure, 11, bold=True, gap=0)]
