"""The grid as a sheet that prints on A3: steps in columns under their phases, one cell a card, the three lines, the curve."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Any

from openpyxl.styles import Alignment, Border
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from blueprint_cli.render.grid.look import (
    BODY,
    FACT_COLOURS,
    SMALL,
    dress,
    edge,
    fill,
    font,
    frame,
    hatched,
    height_of,
    wrapped,
)
from blueprint_cli.render.grid.mood_chart import add_curve
from blueprint_cli.render.grid.strings import put

if TYPE_CHECKING:
    from blueprint_cli.workbook.grid import Cell, Grid, Row

KEY_ROW, PHASE_ROW, STEP_ROW, FIRST_ROW = 3, 4, 5, 6
LANE_COLUMN, LABEL_COLUMN, FIRST_COLUMN = 1, 2, 3
LABEL_WIDTH, STEP_WIDTH, NARROW_STEP_WIDTH, MANY_STEPS = 23, 25, 21, 12
CURVE_HEIGHT, SPARE_HEIGHT, LINE_HEIGHT = 84, 16, 7.5
STEPS_A_PAGE = 9


class GridSheet:
    """Fills a worksheet with a grid."""

    def __init__(self, sheet: Any, grid: Grid, footer: str) -> None:
        self.sheet = sheet
        self.grid = grid
        self.last = FIRST_COLUMN + len(grid.steps) - 1
        self.width = NARROW_STEP_WIDTH if len(grid.steps) > MANY_STEPS else STEP_WIDTH
        self.row = FIRST_ROW
        self.footer = footer
        self.mood_rows: list[int] = []

    def fill(self) -> None:
        """Write headings and rows, then set the sheet up for screen and print."""
        self._columns()
        self._headings()
        lane_start = self.row
        for index, row in enumerate(self.grid.rows):
            if row.kind == "line":
                self._line(row)
            elif row.kind == "curve":
                self._curve()
            else:
                if row.label:
                    lane_start = self.row
                self._row(row)
                following = self.grid.rows[index + 1] if index + 1 < len(self.grid.rows) else None
                if following is None or following.label or following.kind != "card":
                    self._label(row, lane_start, self.row - 1)
        self._set_up()

    def _columns(self) -> None:
        self.sheet.column_dimensions[get_column_letter(LANE_COLUMN)].hidden = True
        self.sheet.column_dimensions[get_column_letter(LABEL_COLUMN)].width = LABEL_WIDTH
        for column in range(FIRST_COLUMN, self.last + 1):
            self.sheet.column_dimensions[get_column_letter(column)].width = self.width

    def _headings(self) -> None:
        sheet, grid = self.sheet, self.grid
        put(sheet.cell(1, LABEL_COLUMN), grid.title)
        dress(
            sheet.cell(1, LABEL_COLUMN), font=font(size=18, bold=True), alignment=Alignment(vertical="center")
        )
        put(sheet.cell(2, LABEL_COLUMN), grid.subtitle)
        dress(sheet.cell(2, LABEL_COLUMN), font=font("muted", SMALL), alignment=Alignment(vertical="top"))
        sheet.row_dimensions[1].height, sheet.row_dimensions[2].height = 30, 22
        sheet.row_dimensions[KEY_ROW].hidden = True
        for title, first, last in grid.phases:
            cell = sheet.cell(PHASE_ROW, FIRST_COLUMN + first)
            if title:
                put(cell, title)
                for column in range(FIRST_COLUMN + first, FIRST_COLUMN + last + 1):
                    side = edge("bg", "thick")
                    dress(
                        sheet.cell(PHASE_ROW, column), fill=fill("head"), border=Border(left=side, right=side)
                    )
                dress(cell, font=font("head-ink", 11, bold=True), alignment=wrapped("center", "center"))
            if last > first:
                sheet.merge_cells(
                    start_row=PHASE_ROW,
                    end_row=PHASE_ROW,
                    start_column=FIRST_COLUMN + first,
                    end_column=FIRST_COLUMN + last,
                )
        sheet.row_dimensions[PHASE_ROW].height = 22 if any(title for title, _, _ in grid.phases) else 6
        for index, (key, title) in enumerate(grid.steps):
            put(sheet.cell(KEY_ROW, FIRST_COLUMN + index), key)
            cell = sheet.cell(STEP_ROW, FIRST_COLUMN + index)
            put(cell, title)
            looks = {"font": font(bold=True), "fill": fill("step"), "alignment": wrapped("center", "center")}
            dress(cell, **looks, border=Border(left=edge("bg", "thick"), right=edge("bg", "thick")))
        tallest = max(height_of(title, self.width, bold=True) for _, title in grid.steps)
        sheet.row_dimensions[STEP_ROW].height = max(tallest + 4, 28)

    def _row(self, row: Row) -> None:
        tallest: float = SPARE_HEIGHT
        put(self.sheet.cell(self.row, LANE_COLUMN), row.name)
        for index, content in enumerate(row.cells):
            cell = self.sheet.cell(self.row, FIRST_COLUMN + index)
            if row.kind == "mood":
                self._mood(cell, content)
                continue
            put(cell, content.text)
            self._dress(cell, row, content)
            if content.text:
                tallest = max(
                    tallest, height_of(content.text, self.width, SMALL if row.kind == "fact" else BODY) + 4
                )
        if row.kind == "mood":
            self.mood_rows.append(self.row)
            tallest = 20
        self.sheet.row_dimensions[self.row].height = tallest if not row.spare else SPARE_HEIGHT
        self.row += 1

    def _dress(self, cell: Any, row: Row, content: Cell) -> None:
        if row.kind == "card":
            shown = bool(content.text)
            ground = hatched() if content.hole else fill(f"card.{row.name}" if shown else f"lane.{row.name}")
            border = frame(f"tab.{row.name}") if shown else frame("grid", "hair")
            dress(cell, fill=ground, border=border, font=font(), alignment=wrapped(indent=1))
        elif row.kind == "time":
            dress(
                cell,
                font=font(size=SMALL, bold=row.name == "elapsed"),
                alignment=wrapped("center", "center"),
                border=frame("grid", "hair"),
            )
        else:
            tint, ink = FACT_COLOURS.get(row.name, ("", "ink"))
            italic = row.name in ("quote", "thought")
            dress(
                cell,
                font=font(size=SMALL, italic=italic),
                alignment=wrapped(indent=1),
                border=frame("grid", "hair"),
            )
            if tint and content.text:
                dress(cell, fill=fill(tint), font=font(ink, SMALL))

    def _mood(self, cell: Any, content: Cell) -> None:
        value = content.number
        if value is not None:
            cell.value = value
            role = "good" if value > 0 else "bad" if value < 0 else "mid"
            dress(
                cell,
                font=font(role, 11, bold=True),
                fill=fill({"good": "#dcefe3", "bad": "#f8dcd8", "mid": "#f5edcf"}[role]),
            )
        dress(
            cell, number_format="+0;−0;0", alignment=wrapped("center", "center"), border=frame("grid", "hair")
        )

    def _curve(self) -> None:
        self.sheet.row_dimensions[self.row].height = CURVE_HEIGHT
        dress(
            self.sheet.cell(self.row, LABEL_COLUMN),
            fill=fill("lane.mood"),
            border=Border(left=edge("tab.mood", "thick")),
        )
        add_curve(self.sheet, self.row, self.mood_rows, FIRST_COLUMN, self.last)
        self.row += 1

    def _line(self, row: Row) -> None:
        """One of the three lines: its name stands on the line, between two low rows."""
        solid = row.name == "visibility"
        label = self.sheet.cell(self.row, LABEL_COLUMN)
        put(label, row.label)
        dress(
            label,
            font=font("line", 8, bold=True),
            alignment=Alignment(horizontal="left", vertical="center", indent=1),
        )
        self.sheet.merge_cells(
            start_row=self.row, end_row=self.row + 1, start_column=LABEL_COLUMN, end_column=LABEL_COLUMN
        )
        side = edge("line", "thick" if solid else "mediumDashed")
        for column in range(FIRST_COLUMN, self.last + 1):
            self.sheet.cell(self.row, column).border = Border(bottom=side)
        for number in (self.row, self.row + 1):
            put(self.sheet.cell(number, LANE_COLUMN), f"line.{row.name}")
            self.sheet.row_dimensions[number].height = LINE_HEIGHT
        self.row += 2

    def _label(self, row: Row, first: int, last: int) -> None:
        """The lane's name over its rows, with the colour bar of the drawing."""
        layer = row.name if row.kind == "card" else "mood"
        text = next(
            entry.label
            for entry in reversed(self.grid.rows)
            if entry.label and entry.name == row.name and entry.kind == row.kind
        )
        label = self.sheet.cell(first, LABEL_COLUMN)
        put(label, text)
        for number in range(first, last + 1):
            bar = Border(left=edge(f"tab.{layer}", "thick"))
            dress(self.sheet.cell(number, LABEL_COLUMN), fill=fill(f"lane.{layer}"), border=bar)
        dress(
            label, font=font(f"tab.{layer}", BODY, bold=True), alignment=wrapped("left", "center", indent=1)
        )
        if last > first:
            self.sheet.merge_cells(
                start_row=first, end_row=last, start_column=LABEL_COLUMN, end_column=LABEL_COLUMN
            )
        needed = height_of(text, LABEL_WIDTH - 2, bold=True)
        if last == first:
            self.sheet.row_dimensions[first].height = max(self.sheet.row_dimensions[first].height, needed)

    def _set_up(self) -> None:
        sheet = self.sheet
        for number in self.mood_rows:
            area = f"{get_column_letter(FIRST_COLUMN)}{number}:{get_column_letter(self.last)}{number}"
            validation = DataValidation(
                type="list", formula1='"-2,-1,0,1,2"', allow_blank=True, showErrorMessage=True
            )
            sheet.add_data_validation(validation)
            validation.add(area)
        sheet.freeze_panes = sheet.cell(FIRST_ROW, FIRST_COLUMN)
        sheet.sheet_view.showGridLines = False
        sheet.sheet_view.zoomScale = 80
        sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A3
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.page_setup.fitToWidth = max(ceil(len(self.grid.steps) / STEPS_A_PAGE), 1)
        sheet.page_setup.fitToHeight = 1
        sheet.print_title_rows = f"{PHASE_ROW}:{STEP_ROW}"
        sheet.print_title_cols = f"{get_column_letter(LABEL_COLUMN)}:{get_column_letter(LABEL_COLUMN)}"
        sheet.print_area = f"{get_column_letter(LABEL_COLUMN)}1:{get_column_letter(self.last)}{self.row - 1}"
        sheet.page_margins.left = sheet.page_margins.right = 0.4
        sheet.page_margins.top = sheet.page_margins.bottom = 0.5
        sheet.oddFooter.left.text = self.footer.replace("&", "&&")
        sheet.oddFooter.right.text = "&P / &N"
