"""The sheet of times as a whole: its tables, the pictures below them, and how it is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from blueprint_cli.render.grid.flat_sheets import lead_back
from blueprint_cli.render.grid.printing import print_tables
from blueprint_cli.render.grid.time_chart import add_time_charts
from blueprint_cli.render.grid.time_rows import BELOW_STEPS, DAY
from blueprint_cli.render.grid.time_sheet import TimeSheet

if TYPE_CHECKING:
    from blueprint_cli.language.topics.workbook import WorkbookWords
    from blueprint_cli.render.grid.page import Page
    from blueprint_cli.workbook.grid import Grid
    from blueprint_cli.workbook.tables import Tables


def fill_times(page: Page, flat: Tables, grid: Grid, footer: str, told: WorkbookWords) -> None:
    """Write the sheet of times."""
    minutes = page.ledger.minutes
    if minutes is None:
        raise TypeError("the cards come first")
    times = TimeSheet(page, flat, grid, minutes)
    steps, owners, row = times.fill()
    below = steps.last + (BELOW_STEPS if times.has_phases else BELOW_STEPS - 1)
    new_pages = [below] if row > below else []
    if any(found.wait_s or found.work_s for found in flat.timings.steps):
        longest = max(
            (total.wait_s + total.work_s for total in flat.timings.lived.by_owner.values()), default=0
        )
        top = row + 2
        new_pages.append(top)
        row = add_time_charts(
            page, times.told, steps, owners, top, times.last_column, longest / DAY, flat.lang
        )
    lead_back(page, times.last_column, told, flat.words.read_me)
    page.sheet.print_area = f"A1:{get_column_letter(times.last_column)}{row}"
    page.sheet.sheet_view.showGridLines = False
    page.sheet.freeze_panes = "B5"
    print_tables(page, footer, title_rows="4:4", new_pages=new_pages)
