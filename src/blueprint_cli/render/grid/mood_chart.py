"""The emotion curve as a native line chart that lies exactly over its columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openpyxl.chart import LineChart, Reference, Series
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor

from blueprint_cli.render.grid.look import colour

if TYPE_CHECKING:
    from collections.abc import Sequence


_DASHES: tuple[Any, ...] = ("solid", "dash", "sysDot", "dashDot")
_SCALE = 2.4
_LINE_WIDTH = 22_000


def add_curve(sheet: Any, row: int, mood_rows: Sequence[int], first: int, last: int) -> None:
    """A line for every row of emotions; each point stands in the middle of its column, and a missing one leaves a gap."""
    chart: Any = LineChart()
    for number, mood_row in enumerate(mood_rows):
        series = Series(Reference(sheet, min_col=first, max_col=last, min_row=mood_row, max_row=mood_row))
        series.smooth = False
        series.graphicalProperties = GraphicalProperties(
            ln=LineProperties(
                solidFill=colour("muted"), w=_LINE_WIDTH, prstDash=_DASHES[number % len(_DASHES)]
            )
        )
        series.marker.symbol, series.marker.size = "circle", 7
        series.marker.graphicalProperties = GraphicalProperties(solidFill=colour("muted"))
        series.marker.graphicalProperties.line.solidFill = colour("bg")
        chart.series.append(series)
    chart.legend = None
    chart.x_axis.delete, chart.y_axis.delete = True, True
    chart.y_axis.scaling.min, chart.y_axis.scaling.max = -_SCALE, _SCALE
    chart.y_axis.majorGridlines = None
    chart.display_blanks = "gap"
    chart.layout = Layout(
        manualLayout=ManualLayout(layoutTarget="inner", xMode="edge", yMode="edge", x=0, y=0, w=1, h=1)
    )
    chart.graphical_properties = GraphicalProperties(noFill=True)
    chart.graphical_properties.line.noFill = True
    start, end = AnchorMarker(col=first - 1, row=row - 1), AnchorMarker(col=last, row=row)
    chart.anchor = TwoCellAnchor(editAs="twoCell", _from=start, to=end)
    sheet.add_chart(chart)
