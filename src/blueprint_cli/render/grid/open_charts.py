"""Charts of a workbook in the words of OpenDocument: each is a small document of its own that reads its figures from the cells."""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape, quoteattr

from openpyxl.utils import get_column_letter

from blueprint_cli.render.grid.column_widths import LIBREOFFICE, LIBREOFFICE_PADDING
from blueprint_cli.render.grid.look import colour
from blueprint_cli.render.grid.open_formulas import open_area, sheet_name
from blueprint_cli.render.grid.open_styles import NAMESPACES

if TYPE_CHECKING:
    from collections.abc import Iterable

_USUAL_HEIGHT = 13.0
_LEGEND = 0.8
"""Where the names of several curves begin, as a share of the height."""
_POINT = 0.0352778
"""Centimetres."""
FRAME = "frame"
"""The style of a chart's frame, without the line that programs draw around pictures."""


def drawings_of(sheet: Any, objects: dict[str, str]) -> dict[tuple[int, int], str]:
    """The frames of a sheet's charts, by the cell that each hangs on; their documents are put among `objects`."""
    frames: dict[tuple[int, int], str] = {}
    for chart in sheet._charts:  # noqa: SLF001
        name = f"Object {len(objects) + 1}"
        start, end = chart.anchor._from, chart.anchor.to  # noqa: SLF001
        width = _across(sheet, range(start.col + 1, end.col + 1)) * _POINT
        height = _down(sheet, range(start.row + 1, end.row + 1)) * _POINT
        objects[name] = _document(chart, width, height, end.col - start.col)
        corner = f"{sheet_name(sheet.title)}.{get_column_letter(end.col + 1)}{end.row + 1}"
        frames[start.row + 1, start.col + 1] = (
            f'<draw:frame draw:style-name="{FRAME}" draw:name="{name}" draw:z-index="0" table:end-cell-address={quoteattr(corner)} table:end-x="0cm" table:end-y="0cm" '
            f'svg:x="0cm" svg:y="0cm" svg:width="{width:.3f}cm" svg:height="{height:.3f}cm"><draw:object xlink:href="./{name}" '
            'xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame>'
        )
    return frames


def _across(sheet: Any, columns: Iterable[int]) -> float:
    found = (sheet.column_dimensions[get_column_letter(column)] for column in columns)
    return fsum(one.width * LIBREOFFICE + LIBREOFFICE_PADDING for one in found if not one.hidden)


def _down(sheet: Any, rows: Iterable[int]) -> float:
    found = (sheet.row_dimensions.get(row) for row in rows)
    return fsum(
        _USUAL_HEIGHT if one is None else (one.height or _USUAL_HEIGHT)
        for one in found
        if one is None or not one.hidden
    )


def _document(chart: Any, width: float, height: float, columns: int) -> str:
    """The chart itself: a curve that fills its frame, or bars with a title and a legend."""
    bars = chart.tagname == "barChart"
    series = "".join(_series(one, number, bars=bars) for number, one in enumerate(chart.series))
    styles = "".join(_series_style(one, number, bars=bars) for number, one in enumerate(chart.series))
    grouping = {
        "percentStacked": 'chart:percentage="true" chart:stacked="true"',
        "stacked": 'chart:stacked="true"',
    }.get(chart.grouping or "", "")
    low, high = chart.y_axis.scaling.min, chart.y_axis.scaling.max
    ends = "".join(
        f' chart:{name}="{end}"' for name, end in (("minimum", low), ("maximum", high)) if end is not None
    )
    spacing = f' chart:interval-major="{chart.y_axis.majorUnit}"' if chart.y_axis.majorUnit else ""
    shown = "true" if bars else "false"
    hidden = "false" if chart.visible_cells_only else "true"
    blanks = "ignore" if chart.display_blanks == "span" else "leave-gap"
    # Points stand on the ends of the plot: half a column is left free at both.
    aside = width / columns / 2 if columns > 1 else 0
    room = (
        ""
        if bars
        else f' svg:x="{aside:.3f}cm" svg:y="0cm" svg:width="{width - 2 * aside:.3f}cm" svg:height="{height:.3f}cm"'
    )
    title = _title(chart) if bars else ""
    place = (
        'chart:legend-position="bottom"'
        if bars
        else f'style:legend-expansion="wide" svg:x="0.05cm" svg:y="{height * _LEGEND:.3f}cm"'
    )
    legend = f'<chart:legend {place} chart:style-name="small"/>' if chart.legend is not None else ""
    code = chart.y_axis.number_format.formatCode if bars else ""
    named = _categories(chart)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {NAMESPACES} office:version="1.3"><office:automatic-styles>'
        f"{_axis_format(code)}{_STYLES}"
        f'<style:style style:name="plot" style:family="chart"><style:chart-properties chart:treat-empty-cells="{blanks}" chart:include-hidden-cells="{hidden}" {grouping} '
        f'chart:vertical="{shown}" chart:symbol-type="{"none" if bars else "automatic"}"/></style:style>'
        f'<style:style style:name="x" style:family="chart"><style:chart-properties chart:display-label="{shown}" chart:visible="{shown}" '
        f'chart:reverse-direction="{"true" if chart.x_axis.scaling.orientation == "maxMin" else "false"}"/><style:graphic-properties svg:stroke-color="#{colour("grid")}"/>{_SMALL}</style:style>'
        f'<style:style style:name="y" style:family="chart" style:data-style-name="AN"><style:chart-properties chart:display-label="{shown}" '
        f'chart:visible="{shown}"{ends}{spacing} chart:gap-width="45" chart:overlap="100" chart:link-data-style-to-source="false"/>'
        f'<style:graphic-properties svg:stroke-color="#{colour("grid")}"/>{_SMALL}</style:style>{styles}'
        "</office:automatic-styles><office:body><office:chart>"
        f'<chart:chart chart:class="chart:{"bar" if bars else "line"}" chart:style-name="whole" svg:width="{width:.3f}cm" svg:height="{height:.3f}cm">'
        f'{title}{legend}<chart:plot-area chart:style-name="plot"{room}>'
        f'<chart:axis chart:dimension="x" chart:name="primary-x" chart:style-name="x">{named}</chart:axis>'
        '<chart:axis chart:dimension="y" chart:name="primary-y" chart:style-name="y"><chart:grid chart:style-name="lines" chart:class="major"/></chart:axis>'
        f'{series}<chart:wall chart:style-name="whole"/></chart:plot-area></chart:chart></office:chart></office:body></office:document-content>'
    )


def _categories(chart: Any) -> str:
    """Where the names of the bars stand."""
    categories = chart.series[0].cat
    if categories is None:
        return ""
    area = open_area(categories.numRef.f if categories.numRef else categories.strRef.f)
    return f"<chart:categories table:cell-range-address={quoteattr(area)}/>"


_SMALL = '<style:text-properties fo:font-family="Arial" fo:font-size="8pt"/>'
_STYLES = (
    '<style:style style:name="whole" style:family="chart"><style:graphic-properties draw:stroke="solid" svg:stroke-color="#ffffff" draw:fill="solid" draw:fill-color="#ffffff"/></style:style>'
    f'<style:style style:name="small" style:family="chart"><style:graphic-properties draw:stroke="solid" svg:stroke-color="#ffffff"/>{_SMALL}</style:style>'
    '<style:style style:name="title" style:family="chart"><style:text-properties fo:font-family="Arial" fo:font-size="11pt" fo:font-weight="bold"/></style:style>'
    f'<style:style style:name="lines" style:family="chart"><style:graphic-properties svg:stroke-color="#{colour("grid")}" svg:stroke-width="0.02cm"/></style:style>'
)


def _series(series: Any, number: int, *, bars: bool) -> str:
    values = quoteattr(open_area(series.val.numRef.f))
    label = (
        f" chart:label-cell-address={quoteattr(open_area(series.tx.strRef.f))}"
        if series.tx is not None
        else ""
    )
    kind = "bar" if bars else "line"
    said = f'<chart:series chart:style-name="s{number}" chart:values-cell-range-address={values}{label} chart:class="chart:{kind}"'
    points = _points(series, number)
    return f"{said}>{points}</chart:series>" if points else f"{said}/>"


def _points(series: Any, number: int) -> str:
    """The points whose numbers stand below them, among the others."""
    said, before = [], 0
    for label in series.dLbls.dLbl if series.dLbls is not None else ():
        if label.idx > before:
            said.append(f'<chart:data-point chart:repeated="{label.idx - before}"/>')
        said.append(f'<chart:data-point chart:style-name="p{number}"/>')
        before = label.idx + 1
    return "".join(said)


def _series_style(series: Any, number: int, *, bars: bool) -> str:
    name = f'<style:style style:name="s{number}" style:family="chart"'
    if bars:
        ink = series.graphicalProperties.solidFill.srgbClr
        return f'{name}><style:graphic-properties draw:stroke="none" draw:fill="solid" draw:fill-color="#{ink}"/></style:style>'
    ink = series.graphicalProperties.line.solidFill.srgbClr
    numbers = (
        ' chart:data-label-number="value" chart:label-position="top"' if series.dLbls is not None else ""
    )
    return (
        f'<number:number-style style:name="L{number}"><number:text>+</number:text><number:number number:min-integer-digits="1"/></number:number-style>'
        f'{name}><style:chart-properties chart:symbol-type="named-symbol" chart:symbol-name="circle" chart:symbol-width="0.2cm" '
        f'chart:symbol-height="0.2cm"{numbers} chart:link-data-style-to-source="true"/>'
        f'<style:graphic-properties draw:stroke="solid" svg:stroke-width="0.06cm" svg:stroke-color="#{ink}" draw:fill-color="#{ink}"/>{_SMALL}</style:style>'
        f'<style:style style:name="p{number}" style:family="chart"><style:chart-properties chart:symbol-type="named-symbol" chart:symbol-name="circle" '
        f'chart:symbol-width="0.2cm" chart:symbol-height="0.2cm" chart:data-label-number="value" chart:label-position="bottom"/>'
        f'<style:graphic-properties draw:stroke="solid" svg:stroke-width="0.06cm" svg:stroke-color="#{ink}" draw:fill-color="#{ink}"/>{_SMALL}</style:style>'
    )


def _title(chart: Any) -> str:
    said = "".join(run.t for paragraph in chart.title.tx.rich.p for run in paragraph.r or ())
    return f'<chart:title chart:style-name="title"><text:p>{escape(said)}</text:p></chart:title>'


def _axis_format(code: str) -> str:
    """How an axis writes its figures: shares, minutes, hours or days."""
    if code in ("0%", "0\u00a0%"):
        inner, kind = (
            '<number:number number:min-integer-digits="1"/><number:text>\u00a0%</number:text>',
            "percentage",
        )
    elif code.startswith("["):
        unit = "minutes" if code.startswith("[m") else "hours"
        inner, kind = (
            f"<number:{unit}/><number:text>{'min' if unit == 'minutes' else 'h'}</number:text>".replace(
                "><number:text>", "><number:text> "
            ),
            "time",
        )
    else:
        day = code[-2:-1] if code else ""
        inner, kind = (
            f'<number:number number:decimal-places="0" number:min-integer-digits="1"/><number:text> {day}</number:text>',
            "number",
        )
    runs_on = ' number:truncate-on-overflow="false"' if kind == "time" else ""
    return f'<number:{kind}-style style:name="AN"{runs_on}>{inner}</number:{kind}-style>'
