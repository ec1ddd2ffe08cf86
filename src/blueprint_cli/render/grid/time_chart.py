"""Where the time goes, as bars: what share of each step is waiting, and how long each owner waits and works."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openpyxl.chart import BarChart, Reference, Series
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor
from openpyxl.drawing.text import CharacterProperties, Paragraph, ParagraphProperties
from openpyxl.drawing.text import Font as ChartFont

from blueprint_cli.render.grid.look import FONT, colour
from blueprint_cli.render.grid.time_rows import SHARE, WAIT, WORK

if TYPE_CHECKING:
    from blueprint_cli.language.topics.time_sheet import TimeSheetWords
    from blueprint_cli.language.words import Lang
    from blueprint_cli.render.grid.page import Page
    from blueprint_cli.render.grid.time_rows import Stretch

_ROOM, _BAR, _MOST_BARS, _LEAST_HEIGHT = 2.6, 0.62, 15.0, 5.0
"""Centimetres: above and below the bars, a bar, all bars, a whole picture."""
_ROW_POINTS, _POINTS_A_CM = 15.0, 28.35
_HOUR = 1 / 24
_SPACINGS = (
    *(n / 1440 for n in (1, 2, 5, 10, 15, 30)),
    *(n / 24 for n in (1, 2, 3, 6, 12)),
    1,
    2,
    5,
    7,
    14,
    28,
    56,
    112,
)
_MOST_LINES = 6
_MINUTES, _HOURS, _DAYS = '[m]" min"', '[h]" h"', '0" {day}"'


def add_time_charts(
    page: Page,
    told: TimeSheetWords,
    steps: Stretch,
    owners: Stretch | None,
    top: int,
    last: int,
    longest: float,
    lang: Lang,
) -> int:
    """Draw the bars of steps and, beside them, those of owners; return the last row that they take.

    Args:
        page: the sheet of times.
        told: its words.
        steps: where the figures of steps stand.
        owners: where those of owners do.
        top: the row in which the pictures start.
        last: the last column of the sheet.
        longest: the longest time of an owner, in days, by which the axis chooses its lines.
        lang: the language of its units.
    """
    shares = _bars(page.sheet, steps, told.bars)
    shares.grouping, shares.overlap = "percentStacked", 100
    shares.y_axis.number_format, shares.y_axis.majorUnit = "0\u00a0%" if lang == "fr" else "0%", 0.25
    charts = [(shares, steps, 1, SHARE - 1)]
    if owners:
        loads = _bars(page.sheet, owners, told.load)
        loads.grouping, loads.overlap = "stacked", 100
        spacing = _spacing(longest)
        # In days only where the tables are, too: a reader compares the bars with their figures.
        days = _DAYS.format(day="j" if lang == "fr" else "d")
        unit = days if page.ledger.units.every == "days" and spacing >= 1 else _HOURS
        loads.y_axis.number_format = _MINUTES if spacing < _HOUR else unit
        loads.y_axis.majorUnit = spacing
        loads.y_axis.scaling.min = 0  # programs begin the axis of long times elsewhere
        charts.append((loads, owners, SHARE, last))
    taken = 0
    for chart, stretch, first, until in charts:
        bars = stretch.last - stretch.heading
        height = max(_ROOM + min(_BAR, _MOST_BARS / bars) * bars, _LEAST_HEIGHT)
        rows = int(height * _POINTS_A_CM / _ROW_POINTS) + 1
        start, end = AnchorMarker(col=first - 1, row=top - 1), AnchorMarker(col=until, row=top - 1 + rows)
        chart.anchor = TwoCellAnchor(editAs="oneCell", _from=start, to=end)
        page.sheet.add_chart(chart)
        taken = max(taken, rows)
    for row in range(top, top + taken):
        page.height(row, _ROW_POINTS)
    return top + taken


def _bars(sheet: Any, stretch: Stretch, title: str) -> Any:
    chart: Any = BarChart()
    chart.type, chart.gapWidth = "bar", 45
    for column, role in ((WAIT, "pain"), (WORK, "flow")):
        values = Reference(sheet, min_col=column, min_row=stretch.heading, max_row=stretch.last)
        series = Series(values, title_from_data=True)
        series.graphicalProperties = GraphicalProperties(solidFill=colour(role))
        chart.series.append(series)
    chart.set_categories(Reference(sheet, min_col=1, min_row=stretch.heading + 1, max_row=stretch.last))
    chart.title, chart.legend.position = title, "b"
    chart.title.overlay = False
    chart.title.tx.rich.p[0].pPr = ParagraphProperties(defRPr=_letters(10, bold=True))
    for run in chart.title.tx.rich.p[0].r:
        run.rPr = _letters(10, bold=True)
    chart.x_axis.scaling.orientation = "maxMin"
    chart.x_axis.delete = chart.y_axis.delete = False
    light = GraphicalProperties(ln=LineProperties(solidFill=colour("grid"), w=9525))
    chart.y_axis.majorGridlines = ChartLines(spPr=light)
    for axis in (chart.x_axis, chart.y_axis):
        axis.txPr = written(8)
        axis.graphicalProperties = light
    chart.legend.txPr = written(8)
    chart.graphical_properties = GraphicalProperties(solidFill=colour("bg"))
    chart.graphical_properties.line.noFill = True
    return chart


def _spacing(longest: float) -> float:
    """Days between two lines of the axis: at most six lines, at full hours or days."""
    return next((days for days in _SPACINGS if longest / days <= _MOST_LINES), longest / _MOST_LINES)


def _letters(size: int, *, bold: bool = False) -> Any:
    return CharacterProperties(sz=size * 100, b=bold, solidFill=colour("ink"), latin=ChartFont(typeface=FONT))


def written(size: int) -> Any:
    """How the words of an axis, a legend or a point are written."""
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=_letters(size)))
    paragraph.r = []  # openpyxl puts an empty text there, once for every point of a curve
    return RichText(p=[paragraph])
