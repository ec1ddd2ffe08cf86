"""Waiting and work of every step, added up by formulas, and as bars of 100 %, below the tables of times."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openpyxl.chart import BarChart, Reference, Series
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.utils import get_column_letter

from blueprint_cli.render.grid.look import colour

if TYPE_CHECKING:
    from collections.abc import Sequence

    from blueprint_cli.language.topics.workbook import WorkbookWords
    from blueprint_cli.render.grid.page import Page
    from blueprint_cli.workbook.tables import Tables

_DAY = 86_400
"""Seconds; a spreadsheet counts times in days."""
_WIDTH, _ROOM, _BAR, _ROW = 22, 3.5, 0.75, 0.53
"""Centimetres: across, above and below the bars, a bar, a row of the sheet."""


def add_time_chart(page: Page, flat: Tables, told: WorkbookWords, area: str) -> None:
    """Write waiting and work of every step with sums and shares as formulas, and draw the bars below them."""
    steps = [times for times in flat.timings.steps if times.timed and (times.wait_s or times.work_s)]
    if not steps:
        return
    sheet: Any = page.sheet
    left, right = area.split(":")
    first = sheet[right].row + 2
    w = flat.words
    page.text(first, 1, told.balance, "table title")
    page.height(first, 24)
    for column, heading in enumerate((w.step_heading, w.wait, w.work, w.total, told.wait_share), 1):
        page.text(first + 1, column, heading, "table head number" if column > 1 else "table head")
    page.height(first + 1, 22)
    spent = [((times.wait_s or 0) / _DAY, (times.work_s or 0) / _DAY) for times in steps]
    for row, (times, (wait, work)) in enumerate(zip(steps, spent, strict=True), first + 2):
        page.text(row, 1, flat.step_title(times.step), "cell")
        page.number(row, 2, wait, "cell clock")
        page.number(row, 3, work, "cell clock")
        _conclude(page, row, (wait, work), "cell")
    _add_up(page, first + 2, spent, w.total)
    last = first + 1 + len(steps)
    chart = _bars(sheet, first + 1, last)
    chart.height = _ROOM + _BAR * len(steps)
    sheet.add_chart(chart, f"A{last + 3}")
    end = last + 3 + int(chart.height / _ROW) + 1
    # Bars that a page's end cuts in two say nothing.
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "portrait", 1
    sheet.print_area = f"{left}:{get_column_letter(max(sheet[right].column, 6))}{end}"


def _conclude(page: Page, row: int, spent: tuple[float, float], look: str) -> None:
    """Sum and share of waiting of a row, as formulas."""
    total = sum(spent)
    page.formula(row, 4, f"=B{row}+C{row}", total, f"{look} clock")
    page.formula(row, 5, f"=IF(D{row}=0,0,B{row}/D{row})", spent[0] / total if total else 0, f"{look} share")


def _add_up(page: Page, first: int, spent: Sequence[tuple[float, float]], heading: str) -> None:
    """The last row: sums of the columns."""
    row = first + len(spent)
    sums = sum(wait for wait, _ in spent), sum(work for _, work in spent)
    page.text(row, 1, heading, "sum")
    for column, value in zip("BC", sums, strict=True):
        page.formula(row, ord(column) - 64, f"=SUM({column}{first}:{column}{row - 1})", value, "sum clock")
    _conclude(page, row, sums, "sum")


def _bars(sheet: Any, heading: int, last_row: int) -> Any:
    chart: Any = BarChart()
    chart.type, chart.grouping, chart.overlap, chart.gapWidth = "bar", "percentStacked", 100, 40
    for column, role in ((2, "pain"), (3, "flow")):
        values = Reference(sheet, min_col=column, min_row=heading, max_row=last_row)
        series = Series(values, title_from_data=True)
        series.graphicalProperties = GraphicalProperties(solidFill=colour(role))
        chart.series.append(series)
    chart.set_categories(Reference(sheet, min_col=1, min_row=heading + 1, max_row=last_row))
    chart.legend.position = "t"
    chart.x_axis.scaling.orientation = "maxMin"
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.number_format, chart.y_axis.majorUnit = "0%", 0.25
    light = GraphicalProperties(ln=LineProperties(solidFill=colour("grid"), w=9525))
    chart.y_axis.majorGridlines = ChartLines(spPr=light)
    chart.width = _WIDTH
    return chart
