"""The curves of a grid in which several personas feel: each runs through what all feel alike, clear of its names."""

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
from blueprint_cli.render.options import Options
from blueprint_cli.source.loading import load_bytes

_MAP = """blueprint: 1
title: Two who feel
personas: {anna: Anna, bob: Bob}
persona: [anna, bob]
steps:
  - {title: A, customer: a, emotion: {anna: 1, bob: -1}}
  - {title: B, customer: b, emotion: -2}
  - {title: C, customer: c, emotion: {anna: 2}, only: [anna]}
  - {title: D, customer: d, emotion: {anna: 0, bob: 1}}
"""


def _map(text: str) -> Blueprint:
    root = load_bytes(text.encode(), "x.yaml", Path()).root
    assert isinstance(root, Blueprint)
    return root


def _chart(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return packed.read("xl/charts/chart1.xml").decode()


@pytest.fixture(scope="module")
def content() -> bytes:
    return xlsx.render(_map(_MAP), Options())


def _rows(content: bytes) -> dict[str, int]:
    sheet: Any = load_workbook(io.BytesIO(content))["Blueprint"]
    return {str(sheet.cell(row, 2).value): row for row in range(1, sheet.max_row + 1)}


def test_hidden_rows_hold_what_each_curve_runs_through(content: bytes) -> None:
    rows = _rows(content)
    anna, bob, shared = (rows[f"Emotion{name}"] for name in (" – Anna", " – Bob", ""))
    values, formulas = (
        load_workbook(io.BytesIO(content), data_only=shown)["Blueprint"] for shown in (True, False)
    )
    drawn = rows["Anna"], rows["Bob"]
    assert [[values.cell(row, column).value for column in range(3, 7)] for row in drawn] == [
        [1, -2, 2, 0],
        [-1, -2, None, 1],
    ]
    assert all(formulas.row_dimensions[row].hidden for row in drawn)
    assert [formulas.cell(row, 1).value for row in drawn] == ["=curve", "=curve"]
    assert formulas.cell(drawn[0], 4).value == f'=IF(D{anna}<>"",D{anna},IF(D{shared}<>"",D{shared},NA()))'
    assert formulas.cell(drawn[1], 3).value == f'=IF(C{bob}<>"",C{bob},IF(C{shared}<>"",C{shared},NA()))'


def test_the_chart_draws_the_hidden_rows_and_goes_on_over_steps_that_are_not_taken(content: bytes) -> None:
    rows, chart = _rows(content), _chart(content)
    assert re.findall(r"<c:f>|<f>([^<]*)</f>", chart) == [
        text
        for name in ("Anna", "Bob")
        for text in (f"Blueprint!$B${rows[name]}", f"'Blueprint'!$C${rows[name]}:$F${rows[name]}")
    ]
    assert '<plotVisOnly val="0" />' in chart
    assert '<dispBlanksAs val="span" />' in chart
    unknown = _chart(
        xlsx.render(_map(_MAP.replace("emotion: -2, ", "").replace(", emotion: -2", "")), Options())
    )
    assert '<dispBlanksAs val="gap" />' in unknown


def test_the_names_stand_below_the_curves(content: bytes) -> None:
    chart = _chart(content)
    assert '<min val="-7.2" />' in chart
    assert '<legendPos val="b" />' in chart
    alone = _chart(xlsx.render(_map(_MAP.replace("bob: -1", "anna: 1").replace("{anna: 1, anna: 1}", "1")
                                    .replace("{anna: 2}", "2").replace("{anna: 0, bob: 1}", "0")), Options()))  # fmt: skip
    assert '<min val="-3.6" />' in alone
    assert "legendPos" not in alone


def test_an_open_document_draws_them_too() -> None:
    with zipfile.ZipFile(io.BytesIO(ods.render(_map(_MAP), Options()))) as packed:
        name = next(name for name in packed.namelist() if re.fullmatch(r"Object 1/content\.xml", name))
        chart = packed.read(name).decode()
    assert 'chart:treat-empty-cells="ignore" chart:include-hidden-cells="true"' in chart
    assert chart.count("<chart:series ") == 2
