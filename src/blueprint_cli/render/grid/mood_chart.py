"""The emotion curve as a native line chart that lies exactly over its columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openpyxl.chart import LineChart, Reference, Series
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.data_source import StrRef
from openpyxl.chart.label import DataLabel, DataLabelList
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.legend import Legend
from openpyxl.chart.series import SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor
from openpyxl.utils import get_column_letter

from blueprint_cli.render.grid.look import colour
from blueprint_cli.render.grid.page import quoted
from blueprint_cli.render.grid.time_chart import written

if TYPE_CHECKING:
    from collections.abc import Sequence


_DASHES: tuple[Any, ...] = ("solid", "dash", "sysDot", "dashDot")
_SCALE = 3.6
"""Beyond the worst and the best there is room for the numbers; grid lines stand at the ends and at 0."""
_BELOW = 2 * _SCALE
"""Below several curves there is room for their names, clear of the points."""
_INKS = ("tab.customer", "pain", "tab.backstage", "tab.frontstage", "muted")
_NUMBERS = "+0;\u22120;0"
_LINE_WIDTH = 22_000


def add_curve(
    sheet: Any,
    row: int,
    mood_rows: Sequence[int],
    columns: tuple[int, int],
    *,
    whole: bool = False,
    turned: bool = False,
) -> None:
    """A line for every row of emotions; each point stands in the middle of its column, and a missing one leaves a gap.

    Where all of them are `whole`, a missing one is a step that a persona does not take: the line goes on over it.

    The emotions stand in their rows already: a bad one has its number below, where the line does not cross it.
    """
    first, last = columns
    chart: Any = LineChart()
    if turned:
        # Columns run from right to left there; a chart's points do not follow on their own.
        chart.x_axis.scaling.orientation = "maxMin"
    for number, mood_row in enumerate(mood_rows):
        chart.series.append(_line(sheet, mood_row, columns, number, alone=len(mood_rows) == 1))
    chart.legend = _legend() if len(mood_rows) > 1 else None
    chart.x_axis.delete, chart.y_axis.delete = True, True
    below = _BELOW if len(mood_rows) > 1 else _SCALE
    chart.y_axis.scaling.min, chart.y_axis.scaling.max = -below, _SCALE
    chart.y_axis.majorUnit = _SCALE
    chart.y_axis.majorGridlines = ChartLines(
        spPr=GraphicalProperties(ln=LineProperties(solidFill=colour("grid"), w=9525))
    )
    chart.display_blanks = "span" if whole else "gap"
    chart.visible_cells_only = False  # what several curves run through stands in hidden rows
    chart.layout = Layout(
        manualLayout=ManualLayout(layoutTarget="inner", xMode="edge", yMode="edge", x=0, y=0, w=1, h=1)
    )
    chart.graphical_properties = GraphicalProperties(noFill=True)
    chart.graphical_properties.line.noFill = True
    start, end = AnchorMarker(col=first - 1, row=row - 1), AnchorMarker(col=last, row=row)
    chart.anchor = TwoCellAnchor(editAs="twoCell", _from=start, to=end)
    sheet.add_chart(chart)


def _line(sheet: Any, mood_row: int, columns: tuple[int, int], number: int, *, alone: bool) -> Any:
    """The curve of a row of emotions."""
    first, last = columns
    series = Series(Reference(sheet, min_col=first, max_col=last, min_row=mood_row, max_row=mood_row))
    series.smooth = False
    ink = colour("muted" if alone else _INKS[number % len(_INKS)])
    series.graphicalProperties = GraphicalProperties(
        ln=LineProperties(solidFill=ink, w=_LINE_WIDTH, prstDash=_DASHES[number % len(_DASHES)])
    )
    series.marker.symbol, series.marker.size = "circle", 7
    series.marker.graphicalProperties = GraphicalProperties(solidFill=ink)
    series.marker.graphicalProperties.line.solidFill = colour("bg")
    if alone:
        moods = (sheet.cell(mood_row, column).value for column in range(first, last + 1))
        series.dLbls = _numbers([place for place, mood in enumerate(moods) if mood and mood < 0])
    else:  # numbers of several curves would lie on each other; each says whose it is instead
        label = f"{quoted(sheet.title)}!${get_column_letter(first - 1)}${mood_row}"
        series.tx = SeriesLabel(strRef=StrRef(f=label))
    return series


def _legend() -> Any:
    """Whose curve is which, in a line below the curves."""
    legend: Any = Legend()
    legend.position, legend.overlay, legend.txPr = "b", True, written(8)
    legend.layout = Layout(manualLayout=ManualLayout(xMode="edge", yMode="edge", x=0.004, y=0.8))
    return legend


def _numbers(bad: Sequence[int]) -> Any:
    """Each point says its number, above it; below it at the places that are told."""
    labels = _shown(DataLabelList(), "t")
    labels.dLbl = [_shown(DataLabel(idx=place), "b") for place in bad]
    return labels


def _shown(label: Any, where: str) -> Any:
    label.showVal, label.dLblPos, label.numFmt, label.txPr = True, where, _NUMBERS, _WRITTEN
    label.showSerName = label.showCatName = label.showLegendKey = label.showPercent = False
    return label


_WRITTEN = written(9)
