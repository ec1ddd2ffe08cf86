"""How the sheets come out of a printer."""

from __future__ import annotations

from math import ceil
from typing import Any

from openpyxl.utils import get_column_letter

from blueprint_cli.workbook.anchors import LABEL_COLUMN, PHASE_ROW, STEP_ROW

STEPS_A_PAGE = 12
MOST_ROWS_A_PAGE = 40
_MARGIN = 0.3


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


def print_tables(sheet: Any, footer: str, *, large: bool = False, title_rows: str = "") -> None:
    """A4 (or A3) landscape, one page wide, the headings on each."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A3 if large else sheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    if title_rows:
        sheet.print_title_rows = title_rows
    _margins_and_footer(sheet, footer)


def _margins_and_footer(sheet: Any, footer: str) -> None:
    sheet.page_margins.left = sheet.page_margins.right = _MARGIN
    sheet.page_margins.top, sheet.page_margins.bottom = _MARGIN, 2 * _MARGIN
    sheet.page_margins.header = sheet.page_margins.footer = _MARGIN
    sheet.oddFooter.left.text = footer.replace("&", "&&")
    sheet.oddFooter.right.text = "&P / &N"
