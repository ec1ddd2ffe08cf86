"""Named stretches against their promise, target and limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.render.grid.look import SMALL, height_of
from blueprint_cli.render.grid.time_rows import (
    DAY,
    ELAPSED,
    NAME,
    PART,
    PHASE,
    ROW,
    RUNNING,
    SHARE,
    START,
    TOTAL,
    UNKNOWN,
    WAIT,
    WIDTH,
    WORK,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from blueprint_cli.render.grid.time_rows import TimeRows
    from blueprint_cli.workbook.times import SpanFigures


def span_table(rows: TimeRows, top: int) -> int:
    """Every named stretch against what was promised."""
    spans = rows.flat.times.spans()
    if not spans.rows:
        return top - 3
    w = rows.words
    rows.title(top, w.spans)
    headings = {
        NAME: w.name, PHASE: w.from_, WAIT: w.to, WORK: "", TOTAL: w.elapsed, SHARE: w.promise, RUNNING: w.target, PART: w.limit,
        START: rows.told.gap, ELAPSED: w.outcome,
    }  # fmt: skip
    rows.headings(top + 1, headings, texts=(NAME, PHASE, WAIT))
    row = top + 1
    for times, texts in zip(rows.flat.timings.spans, spans.rows, strict=True):
        row += 1
        _span(rows, row, times, texts)
    return row


def _span(rows: TimeRows, row: int, times: SpanFigures, texts: Sequence[str]) -> None:
    page, outcome = rows.page, texts[-2]
    for column, text in ((NAME, texts[0]), (PHASE, texts[1]), (WAIT, texts[2]), (WORK, "")):
        page.text(row, column, text, "cell")
    page.merge(row, WAIT, row, WORK)
    said = {TOTAL: times.elapsed_s, SHARE: times.promise_s, RUNNING: times.target_s, PART: times.limit_s}
    for column, seconds in said.items():
        if seconds is None:
            page.text(row, column, UNKNOWN if column == TOTAL else "", "cell clock fixed")
        else:
            page.number(row, column, seconds / DAY, "cell clock fixed")
    bound = next((column for column in (SHARE, RUNNING, PART) if said[column] is not None), None)
    page.blank(row, START, "cell")
    if bound and times.elapsed_s is not None:
        rows.gap(row, START, (TOTAL, bound), (times.elapsed_s, said[bound] or 0))
    page.text(row, ELAPSED, outcome, "cell outcome")
    widths = (page.sheet.column_dimensions[letter].width for letter in "AB")
    heights = [height_of(text, width, SMALL) for text, width in zip(texts, widths, strict=False) if text]
    page.height(row, max([*heights, height_of(texts[2], 2 * WIDTH, SMALL), ROW]))
