"""Waiting and work of every step as bars of 100 %, below the tables of times."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openpyxl.chart import BarChart, Reference, Series
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.utils import get_column_letter

from blueprint_cli.render.grid.look import colour

if TYPE_CHECKING:
    from blueprint_cli.render.grid.page import Page
    from blueprint_cli.workbook.tables import Tables

_MINUTE = 60
_WIDTH, _ROOM, _BAR, _ROW = 22, 3.5, 0.75, 0.53
"""Centimetres: across, above and below the bars, a bar, a row of the sheet."""


def add_time_chart(page: Page, flat: Tables, area: str) -> None:
    """Draw the bars below what is printed of the sheet, from numbers of minutes in hidden columns beside it."""
    steps = [times for times in flat.timings.steps if times.timed and (times.wait_s or times.work_s)]
    if not steps:
        return
    sheet: Any = page.sheet
    last_row, first = sheet[area.split(":")[1]].row, sheet.max_column + 2
    w = flat.words
    for column, heading in enumerate((w.step_heading, w.wait, w.work), first):
        page.text(1, column, heading, "hidden")
        page.hide(column)
    for row, times in enumerate(steps, 2):
        page.text(row, first, flat.step_title(times.step), "hidden")
        page.number(row, first + 1, (times.wait_s or 0) / _MINUTE, "minutes")
        page.number(row, first + 2, (times.work_s or 0) / _MINUTE, "minutes")
    chart = _bars(sheet, first, len(steps) + 1)
    chart.height = _ROOM + _BAR * len(steps)
    sheet.add_chart(chart, f"{area[0]}{last_row + 2}")
    end = last_row + 2 + int(chart.height / _ROW) + 1
    left, right = area.split(":")
    # Bars that a page's end cuts in two say nothing.
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "portrait", 1
    sheet.print_area = f"{left}:{get_column_letter(max(sheet[right].column, 6))}{end}"


def _bars(sheet: Any, first: int, last_row: int) -> Any:
    chart: Any = BarChart()
    chart.type, chart.grouping, chart.overlap, chart.gapWidth = "bar", "percentStacked", 100, 40
    for column, role in ((first + 1, "pain"), (first + 2, "flow")):
        values = Reference(sheet, min_col=column, min_row=1, max_row=last_row)
        series = Series(values, title_from_data=True)
        series.graphicalProperties = GraphicalProperties(solidFill=colour(role))
        chart.series.append(series)
    chart.set_categories(Reference(sheet, min_col=first, min_row=2, max_row=last_row))
    chart.visible_cells_only = False
    chart.legend.position = "t"
    chart.x_axis.scaling.orientation = "maxMin"
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.number_format, chart.y_axis.majorUnit = "0%", 0.25
    light = GraphicalProperties(ln=LineProperties(solidFill=colour("grid"), w=9525))
    chart.y_axis.majorGridlines = ChartLines(spPr=light)
    chart.width = _WIDTH
    return chart
