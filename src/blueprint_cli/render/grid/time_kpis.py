"""The figures that are followed, of the whole journey and of steps."""

from __future__ import annotations

from itertools import accumulate
from math import fsum
from typing import TYPE_CHECKING

from blueprint_cli.render.grid.look import SMALL, fitting_width, height_of
from blueprint_cli.render.grid.time_rows import NAME, ROW, WIDTH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from blueprint_cli.render.grid.time_rows import TimeRows
    from blueprint_cli.workbook.showing import Table

_MOST_WIDTH = 40


def kpi_table(rows: TimeRows, table: Table, top: int) -> int:
    """Write the table, whose columns all hold something; return its last row."""
    figures = [place in table.figures for place in range(len(table.headings))]
    needs = [
        0 if figure else fitting_width([heading, *(line[place] for line in table.rows)], 1, _MOST_WIDTH)
        for place, (heading, figure) in enumerate(zip(table.headings, figures, strict=True))
    ]
    places = _places(rows, needs)
    rows.title(top, table.title)
    texts = [first for (first, _), figure in zip(places, figures, strict=True) if not figure]
    headings = {first: heading for (first, _), heading in zip(places, table.headings, strict=True)}
    rows.headings(top + 1, headings, texts=texts)
    row = top + 1
    for said in table.rows:
        row += 1
        tallest: float = ROW
        for (first, last), figure, text in zip(places, figures, said, strict=True):
            rows.page.text(row, first, text, "cell figure" if figure else "cell")
            for place in range(first + 1, last + 1):
                rows.page.blank(row, place, "cell")
            rows.page.merge(row, first, row, last)
            width = fsum(rows.width_of(place) for place in range(first, last + 1))
            tallest = max(tallest, height_of(text, width, SMALL) if text else 0)
        rows.run_out(row, places[-1][1] + 1)
        rows.page.height(row, tallest)
    return row


def _places(rows: TimeRows, needs: Sequence[float]) -> list[tuple[int, int]]:
    """First and last column of every heading: texts that need more take what is left before the edge of all tables."""
    # The first two stand under the names and phases of the tables above.
    widths = [rows.width_of(NAME + place) if place <= 1 else float(WIDTH) for place in range(len(needs))]
    taken = [1] * len(needs)
    while sum(taken) < rows.last_column:
        lacking = [
            need - width - WIDTH * (count - 1)
            for need, width, count in zip(needs, widths, taken, strict=True)
        ]
        most = max(range(1, len(needs)), key=lambda place: lacking[place])
        if lacking[most] <= 0:
            break
        taken[most] += 1
    lasts = [NAME - 1 + count for count in accumulate(taken)]
    return [(last - count + 1, last) for last, count in zip(lasts, taken, strict=True)]
