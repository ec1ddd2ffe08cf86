"""How the sheets come out of a printer."""

from __future__ import annotations

from math import ceil, fsum
from typing import TYPE_CHECKING, Any

from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.worksheet.pagebreak import Break

from blueprint_cli.render.grid.column_widths import EXCEL, WIDEST
from blueprint_cli.render.grid.look import FONT
from blueprint_cli.workbook.anchors import FIRST_COLUMN, LABEL_COLUMN, PHASE_ROW, STEP_ROW

if TYPE_CHECKING:
    from collections.abc import Sequence

    from blueprint_cli.render.grid.page import Page

_MARGIN = 0.3
_A4, _A3 = (798.0, 530.0), (1146.0, 777.0)
"""Points of paper within its margins, across."""
_A4S = (("landscape", False, *_A4), ("portrait", False, _A4[1], _A4[0]))
_A3S = (("landscape", True, *_A3), ("portrait", True, _A3[1], _A3[0]))
FOOTER = 8
"""Points of the letters at the foot of a page."""
_LEAST_SCALE, _LEAST_GRID_SCALE, _LINE = 0.7, 0.6, 13.0
_TABLE_SCALE, _ROOM = 0.8, 1.1
"""How large tables are that would have more room, and how much more that has to be: columns differ among programs."""
_SLACK = 0.98
"""Programs differ a little in heights."""
_LAST_ROW = 1_048_575


def print_grid(sheet: Any, ends: Sequence[int], last_row: int, footer: str) -> None:
    """A3 landscape, with phases, steps and labels on each page; `ends` are the last steps of the pages."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A3
    sheet.print_title_rows = f"{PHASE_ROW}:{STEP_ROW}"
    label = get_column_letter(LABEL_COLUMN)
    sheet.print_title_cols = f"{label}:{label}"
    sheet.print_area = f"{label}1:{get_column_letter(FIRST_COLUMN + ends[-1])}{last_row}"
    width, height = _size(sheet)
    if len(ends) > 1:
        _break_pages(sheet, ends, height)
    else:
        # A page more for the last rows is worse than somewhat smaller words.
        scale = min(1.0, _A3[0] / width)
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.page_setup.fitToWidth = 1
        sheet.page_setup.fitToHeight = max(1, ceil(height * min(scale, _LEAST_GRID_SCALE) / _A3[1]))
    # Of several pages the last one may be half empty: its columns stand where they stand on the others.
    sheet.print_options.horizontalCentered = len(ends) == 1
    _margins_and_footer(sheet, footer)


def _break_pages(sheet: Any, ends: Sequence[int], height: float) -> None:
    """End the pages after these steps, all in one scale: programs that fit sheets to pages look at no breaks."""
    starts = (0, *(end + 1 for end in ends))
    most = max(end - start + 1 for start, end in zip(starts, ends, strict=False))
    label, step = (
        sheet.column_dimensions[get_column_letter(column)].width * WIDEST
        for column in (LABEL_COLUMN, FIRST_COLUMN)
    )
    down = _A3[1] / height
    scale = min(1.0, _A3[0] / (label + most * step), down if down >= _LEAST_GRID_SCALE else 1.0)
    sheet.page_setup.scale = int(scale * _SLACK * 100)
    for end in ends[:-1]:
        sheet.col_breaks.append(Break(id=FIRST_COLUMN + end, max=_LAST_ROW))


def print_tables(page: Page, footer: str, *, title_rows: str = "", new_pages: Sequence[int] = ()) -> None:
    """The smallest paper that holds everything on one page at a size to read, A4 across first.

    What fits none is one page wide, with the headings on each; pages should begin with the rows `new_pages`.
    """
    sheet = page.sheet
    width, height = _size(sheet)
    best = (max(papers, key=lambda paper: min(_scale(paper, width, height), 1)) for papers in (_A4S, _A3S))
    paper = next((paper for paper in best if _scale(paper, width, height) >= _LEAST_SCALE), None)
    orientation, large = (paper[0], paper[1]) if paper else ("landscape", width > _A4[0] / _LEAST_SCALE)
    sheet.page_setup.orientation = orientation
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A3 if large else sheet.PAPERSIZE_A4
    fitting = _scale(paper, width, height) if paper else (_A3 if large else _A4)[0] / width
    if fitting > _TABLE_SCALE * _ROOM:
        # Sheets of few columns are no larger than the sheet of cards beside them.
        sheet.page_setup.scale = int(_TABLE_SCALE * 100)
    else:
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, int(paper is not None)
    if title_rows and paper is None:
        sheet.print_title_rows = title_rows
    for row in new_pages if paper is None else ():
        sheet.row_breaks.append(Break(id=row - 1))
    _margins_and_footer(sheet, footer)


def _scale(paper: tuple[str, bool, float, float], width: float, height: float) -> float:
    """How much smaller than on screen something is on one page."""
    return min(paper[2] / width, paper[3] / height)


def _size(sheet: Any) -> tuple[float, float]:
    """Width and height of the area that is printed, in points."""
    area = sheet.print_area.replace("$", "").split("!")[-1] or sheet.calculate_dimension()
    bounds: Any = range_boundaries(area)
    first, top, last, bottom = bounds
    columns = (sheet.column_dimensions[get_column_letter(column)].width for column in range(first, last + 1))
    rows = (sheet.row_dimensions[row] for row in range(top, bottom + 1) if row in sheet.row_dimensions)
    height = fsum(row.height or _LINE for row in rows if not row.hidden)
    return fsum(columns) * EXCEL, height


def _margins_and_footer(sheet: Any, footer: str) -> None:
    sheet.page_margins.left = sheet.page_margins.right = _MARGIN
    sheet.page_margins.top, sheet.page_margins.bottom = _MARGIN, 2 * _MARGIN
    sheet.page_margins.header = sheet.page_margins.footer = _MARGIN
    sheet.oddFooter.left.text = footer.replace("&", "&&")
    sheet.oddFooter.right.text = "&P / &N"
    for part in (sheet.oddFooter.left, sheet.oddFooter.right):
        part.font, part.size = f"{FONT},Regular", FOOTER
