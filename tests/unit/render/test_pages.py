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
from blueprint_cli.render.formats import ods, xlsx
from blueprint_cli.render.grid.grid_pages import last_of_pages
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
        f"  - {{title: s{number}, phase: Phase {place}, emotion: {number % 5 - 2}}}\n"
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
    assert len(re.findall(r'style:scale-to="\d+%"', styles)) == 1


def test_the_title_is_whole_in_the_column_that_each_page_repeats() -> None:
    title = "Ordering a kitchen, from the first visit of the show room to the last drawer"
    wide, narrow = _grid(10, 10, title=title)["B1"], _grid(10, title=title)["B1"]
    assert (wide.font.size, wide.alignment.wrap_text) == (12, True)
    assert wide.parent.row_dimensions[1].height > 4 * 12
    assert (narrow.font.size, bool(narrow.alignment.wrap_text)) == (18, False)


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
