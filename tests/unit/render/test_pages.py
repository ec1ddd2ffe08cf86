"""Pages of a grid that is wider than one: where they end, and what stands whole on each."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.render.drawing.metrics import text_width
from blueprint_cli.render.formats import ods, xlsx
from blueprint_cli.render.grid.column_widths import EXCEL
from blueprint_cli.render.grid.grid_pages import last_of_pages
from blueprint_cli.render.grid.look import CELL_PADDING, SMALL
from blueprint_cli.render.options import Options
from blueprint_cli.source.loading import load_bytes
from blueprint_cli.workbook.anchors import Key
from blueprint_cli.workbook.grid import Run


def _runs(*lengths: int, named: bool = True) -> list[Run]:
    found: list[Run] = []
    first = 0
    for length in lengths:
        found.append(Run("p", Key("phases[p]", "title") if named else None, first, first + length - 1))
        first += length
    return found


def _map(*lengths: int, title: str = "A long journey") -> Blueprint:
    steps = "".join(
        f"  - {{title: s{number}, phase: Phase {place}, emotion: {number % 5 - 2}, customer: c}}\n"
        for place, length in enumerate(lengths)
        for number in range(length)
    )
    root = load_bytes(f"blueprint: 1\ntitle: {title}\nsteps:\n{steps}".encode(), "x.yaml", Path()).root
    assert isinstance(root, Blueprint)
    return root


def _grid(*lengths: int, title: str = "A long journey") -> Any:
    return load_workbook(io.BytesIO(xlsx.render(_map(*lengths, title=title), Options())))["Blueprint"]


@pytest.mark.parametrize(
    ("lengths", "ends"),
    [
        ((12,), [11]),
        ((10, 10, 10), [9, 19, 29]),
        ((4, 4, 4, 4), [11, 15]),
        ((4, 4, 5, 4), [7, 16]),
        ((14, 6), [13, 19]),
        ((16,), [7, 15]),
        ((2, 20), [10, 21]),
    ],
)
def test_pages_end_between_phases_where_they_can(lengths: tuple[int, ...], ends: list[int]) -> None:
    assert last_of_pages(_runs(*lengths)) == ends


def test_steps_in_no_phase_fill_pages_alike() -> None:
    assert last_of_pages(_runs(13, named=False)) == [6, 12]
    assert last_of_pages(_runs(25, named=False)) == [8, 16, 24]


def test_columns_break_and_all_pages_have_one_scale() -> None:
    sheet = _grid(10, 10, 10)
    assert [one.id for one in sheet.col_breaks.brk] == [12, 22]
    assert not sheet.print_options.horizontalCentered  # the last page is as far to the left as the others
    assert 60 <= sheet.page_setup.scale <= 100
    assert not sheet.sheet_properties.pageSetUpPr.fitToPage


def test_the_open_document_breaks_at_the_same_columns() -> None:
    with zipfile.ZipFile(io.BytesIO(ods.render(_map(10, 10), Options()))) as packed:
        content, styles = (packed.read(name).decode() for name in ("content.xml", "styles.xml"))
    broken = re.findall(
        r'style:name="(co\d+)"[^>]*><style:table-column-properties fo:break-before="page"', content
    )
    assert len(broken) == 1
    grid = content[content.index('<table:table table:name="Blueprint"') :]
    columns = re.findall(
        r'<table:table-column table:style-name="(co\d+)"', grid[: grid.index("<table:table-row")]
    )
    assert [number for number, style in enumerate(columns) if style in broken] == [12]
    layout = re.findall(r'<style:page-layout-properties [^>]*fo:page-width="16.54in"[^>]*>', styles)
    assert [re.search(r'style:scale-to="\d+%"', said) is not None for said in layout] == [True]


def test_the_title_stands_over_the_steps_of_every_page() -> None:
    title = "Ordering a kitchen, from the first visit of the show room to the last drawer"
    sheet = _grid(10, 10, 10, title=title)
    assert [sheet[place].value for place in ("B1", "C1", "M1", "W1")] == [
        None,
        title,
        "=Blueprint!$C$1",
        "=Blueprint!$C$1",
    ]
    assert {"C1:K1", "M1:V1", "W1:AF1"} <= {str(area) for area in sheet.merged_cells.ranges}
    assert [sheet[place].font.size for place in ("C1", "M1", "W1")] == [18, 12, 12]
    assert sheet["L1"].hyperlink.location == "'Read me'!$A$1", "the way back is where the first page ends"
    across = sum(sheet.column_dimensions[letter].width for letter in "CDEFGHIJK")
    assert text_width(title, 18, bold=True) < across * EXCEL - CELL_PADDING
    assert sheet.row_dimensions[1].height == 32
    alone = _grid(10, title=title)["B1"]
    assert (alone.value, alone.font.size, bool(alone.alignment.wrap_text)) == (title, 18, False)


def test_a_title_longer_than_a_page_takes_more_lines() -> None:
    sheet = _grid(10, 10, title="A very long title " * 12)
    assert sheet.row_dimensions[1].height > 2 * 18


def test_the_scenario_ends_where_the_first_page_does() -> None:
    assert "C2:L2" in {str(area) for area in _grid(10, 10).merged_cells.ranges}


def test_a_phase_on_two_pages_has_its_name_where_it_begins() -> None:
    sheet = _grid(2, 20)
    assert sheet["C4"].alignment.horizontal == "center"
    assert sheet["E4"].alignment.horizontal == "left"


def test_numbers_of_bad_emotions_stand_below_their_points() -> None:
    with zipfile.ZipFile(io.BytesIO(xlsx.render(_map(5), Options()))) as packed:
        chart = packed.read("xl/charts/chart1.xml").decode()
    below = re.findall(r'<(?:c:)?dLbl><(?:c:)?idx val="(\d+)" ?/>.*?dLblPos val="(\w)"', chart)
    assert below == [("0", "b"), ("1", "b")]
    with zipfile.ZipFile(io.BytesIO(ods.render(_map(5), Options()))) as packed:
        chart = packed.read("Object 1/content.xml").decode()
    assert chart.count('<chart:data-point chart:style-name="p0"/>') == 2


def test_sheets_of_few_columns_are_no_larger_than_the_sheet_of_cards() -> None:
    text = (
        "blueprint: 1\ntitle: T\nteams: {a: {name: Alpha, rate: 20 EUR/h}}\n"
        "steps: [{title: A, customer: {action: a, owner: a, work: 5 min}}]\n"
    )
    root = load_bytes(text.encode(), "x.yaml", Path()).root
    assert isinstance(root, Blueprint)
    book: Any = load_workbook(io.BytesIO(xlsx.render(root, Options())))
    printed = {
        sheet.title: (sheet.page_setup.scale, bool(sheet.sheet_properties.pageSetUpPr.fitToPage))
        for sheet in map(book.__getitem__, ("Read me", "Blueprint", "Steps", "Times", "Directory"))
    }
    assert printed == {
        "Read me": (None, True), "Blueprint": (None, True), "Steps": (80, False), "Times": (80, False), "Directory": (80, False),
    }  # fmt: skip


def test_the_times_of_many_steps_stand_on_pages_of_their_own() -> None:
    root = _map(60, 60)
    sheet = load_workbook(io.BytesIO(xlsx.render(root, Options())))["Times"]
    assert [(one.id, sheet.cell(one.id + 1, 1).value) for one in sheet.row_breaks.brk] == [(127, "Phases")]
    with zipfile.ZipFile(io.BytesIO(ods.render(root, Options()))) as packed:
        assert packed.read("content.xml").count(b'<style:table-row-properties fo:break-before="page"') == 1


def test_a_heading_that_nearly_fits_has_its_line() -> None:
    text = (
        "blueprint: 1\ntitle: T\nlang: fr\nsteps: [{title: A, customer: a}]\n"
        "calendars: {b: {days: lun-ven, hours: '09:00-17:00', holidays: FR}}\n"
    )
    root = load_bytes(text.encode(), "x.yaml", Path()).root
    assert isinstance(root, Blueprint)
    sheet = load_workbook(io.BytesIO(xlsx.render(root, Options())))["Annuaire"]
    cell = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "Jours fériés")
    room = sheet.column_dimensions[cell.column_letter].width * EXCEL
    assert room - text_width("Jours fériés", SMALL, bold=True) > CELL_PADDING
