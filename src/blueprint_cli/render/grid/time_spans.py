"""Named stretches against their promise, target and limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.render.grid.clocks import form_of_fact
from blueprint_cli.render.grid.look import SMALL, height_of
from blueprint_cli.render.grid.time_rows import (
    DAY,
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
    from blueprint_cli.workbook.showing import Table
    from blueprint_cli.workbook.times import SpanFigures


def span_table(rows: TimeRows, spans: Table, top: int) -> int:
    """Every named stretch against what was promised; return the last row."""
    w = rows.words
    rows.title(top, w.spans)
    headings = {
        NAME: w.name, PHASE: w.from_, WAIT: w.to, WORK: "", TOTAL: w.elapsed, SHARE: w.promise, PART: w.target, RUNNING: w.limit,
        START: w.outcome,
    }  # fmt: skip
    rows.headings(top + 1, headings, texts=(NAME, PHASE, WAIT, START))
    rows.page.merge(top + 1, START, top + 1, rows.last_column)
    row = top + 1
    for times, texts in zip(rows.flat.timings.spans, spans.rows, strict=True):
        row += 1
        _span(rows, row, times, texts)
    return row


def _span(rows: TimeRows, row: int, times: SpanFigures, texts: Sequence[str]) -> None:
    page, units = rows.page, rows.page.ledger.units
    outcomes = rows.flat.times.outcomes(times, units.every)
    for column, text in ((NAME, texts[0]), (PHASE, texts[1]), (WAIT, texts[2]), (WORK, "")):
        page.text(row, column, text, "cell")
    page.merge(row, WAIT, row, WORK)
    facts = {SHARE: times.promise_s, PART: times.target_s, RUNNING: times.limit_s}
    for column, seconds in facts.items():
        if seconds is None:
            page.text(row, column, "", "cell clock fixed")
        else:
            rows.fact(row, column, seconds)
    if times.elapsed_s is None:
        page.text(row, TOTAL, UNKNOWN, "cell clock fixed")
    elif any(form_of_fact(seconds, units) == "seconds" for seconds in facts.values() if seconds is not None):
        rows.fact(row, TOTAL, times.elapsed_s)  # what is held against seconds is told in seconds
    else:
        rows.fixed(row, TOTAL, times.elapsed_s / DAY)
    for column in range(START, rows.last_column + 1):
        page.text(row, column, "\n".join(outcomes) if column == START else "", "cell outcome")
    page.merge(row, START, row, rows.last_column)
    room = (rows.last_column - START + 1) * WIDTH
    widths = (page.sheet.column_dimensions[letter].width for letter in "AB")
    heights = [height_of(text, width, SMALL) for text, width in zip(texts, widths, strict=False) if text]
    heights += [height_of(text, 2 * WIDTH, SMALL) for text in texts[2:3] if text]
    page.height(row, max([*heights, height_of("\n".join(outcomes), room, SMALL, bold=True), ROW]))
