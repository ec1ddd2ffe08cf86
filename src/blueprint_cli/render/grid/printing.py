"""How the sheets come out of a printer."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Any

from openpyxl.utils import get_column_letter, range_boundaries

from blueprint_cli.render.grid.look import POINTS_A_CHARACTER
from blueprint_cli.workbook.anchors import LABEL_COLUMN, PHASE_ROW, STEP_ROW

if TYPE_CHECKING:
    from blueprint_cli.render.grid.page import Page

STEPS_A_PAGE = 12
MOST_ROWS_A_PAGE = 40
_MARGIN = 0.3
_A4_WIDTH, _A4_HEIGHT = 798.0, 530.0
"""Points of A4 landscape within the margins."""
_LEAST_SCALE, _LINE = 0.8, 13.0


def print_grid(sheet: Any, steps: int, last_column: int, last_row: int, footer: str) -> None:
    """A3 landscape, as many pages wide as the steps need, phases, steps and labels on each."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A3
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToWidth = max(ceil(steps / STEPS_A_PAGE), 1)
    sheet.page_setup.fitToHeight = 1 if last_row <= MOST_ROWS_A_PAGE else ceil(last_row / MOST_ROWS_A_PAGE)
    sheet.print_title_rows = f"{PHASE_ROW}:{STEP_ROW}"
    label = get_column_letter(LABEL_COLUMN)
    sheet.print_title_cols = f"{label}:{label}"
    sheet.print_area = f"{label}1:{get_column_letter(last_column)}{last_row}"
    _margins_and_footer(sheet, footer)


def print_tables(page: Page, footer: str, *, title_rows: str = "") -> None:
    """One page wide, the headings on each: A4 landscape, or A3 where that would be too small to read.

    What is hardly more than a page high is made to fit one: half a table on a second page helps nobody.
    """
    sheet = page.sheet
    width, height = _size(sheet)
    sheet.page_setup.orientation = "landscape"
    large = width > _A4_WIDTH / _LEAST_SCALE
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A3 if large else sheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    fits = height * _A4_WIDTH <= max(width, _A4_WIDTH * _LEAST_SCALE) * _A4_HEIGHT / _LEAST_SCALE
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, int(fits)
    if title_rows and not fits:
        sheet.print_title_rows = title_rows
    _margins_and_footer(sheet, footer)


def _size(sheet: Any) -> tuple[float, float]:
    """Width and height of the area that is printed, in points."""
    area = sheet.print_area.replace("$", "").split("!")[-1] or sheet.calculate_dimension()
    bounds: Any = range_boundaries(area)
    first, top, last, bottom = bounds
    columns = (sheet.column_dimensions[get_column_letter(column)].width for column in range(first, last + 1))
    rows = (sheet.row_dimensions[row] for row in range(top, bottom + 1) if row in sheet.row_dimensions)
    height = sum(row.height or _LINE for row in rows if not row.hidden)
    return sum(columns) * POINTS_A_CHARACTER, height


def _margins_and_footer(sheet: Any, footer: str) -> None:
    sheet.page_margins.left = sheet.page_margins.right = _MARGIN
    sheet.page_margins.top, sheet.page_margins.bottom = _MARGIN, 2 * _MARGIN
    sheet.page_margins.header = sheet.page_margins.footer = _MARGIN
    sheet.oddFooter.left.text = footer.replace("&", "&&")
    sheet.oddFooter.right.text = "&P / &N"
