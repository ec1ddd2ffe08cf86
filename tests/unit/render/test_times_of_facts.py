"""Targets, promises and limits in the sheet of times: facts of contracts, shown to the second beside times of any length."""

from __future__ import annotations

import io
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from blueprint_cli.language.lengths import Form, format_in
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.render.formats import ods, xlsx
from blueprint_cli.render.options import Options
from blueprint_cli.source.loading import load_bytes

_PAD = "\u00a0\u00a0"
_MAP = """blueprint: 1
title: T
spans: [{id: all, title: All, from: a, to: b, target: SPAN, limit: LIMIT}]
steps:
  - {id: a, title: A, target: FIRST, customer: {action: a, wait: WAIT}}
  - {id: b, title: B, target: SECOND, customer: {action: b, wait: 105 min}}
"""


def _read(**said: str) -> Blueprint:
    text = _MAP
    for name, time in said.items():
        text = text.replace(name.upper(), time)
    root = load_bytes(text.encode(), "x.yaml", Path()).root
    assert isinstance(root, Blueprint)
    return root


def _sheets(blueprint: Blueprint) -> tuple[Any, Any]:
    content = xlsx.render(blueprint, Options())
    values, formulas = (load_workbook(io.BytesIO(content), data_only=only) for only in (True, False))
    return values["Times"], formulas["Times"]


def _shown(sheet: Any, row: int, column: int) -> tuple[float, str]:
    """Minutes of a cell, and the part of its format that shows them."""
    cell = sheet.cell(row, column)
    days = cell.value.total_seconds() / 86_400 if isinstance(cell.value, timedelta) else cell.value
    return round(days * 1440, 6), cell.number_format.rsplit(";", 1)[-1].replace(_PAD, "")


_HOURS, _MINUTES, _SECONDS, _DAYS = '[h]" h "mm""', '[m]" min"', '[m]" min "ss""', '0.0" d"'


def test_facts_of_seconds_and_of_days_are_shown_exactly_beside_each_other() -> None:
    blueprint = _read(wait="5 min", first="90 s", second="2 d", span="150 s", limit="5 d")
    values, formulas = _sheets(blueprint)
    assert [_shown(values, row, 11) for row in (5, 6)] == [(1.5, _SECONDS), (2880, _HOURS)]
    assert [_shown(values, 5, column)[1] for column in (3, 10)] == [_HOURS, _HOURS]
    span = next(cell.row for cell in values["A"] if cell.value == "All")
    assert [_shown(values, span, column) for column in (5, 7, 8)] == [
        (110, _HOURS),
        (2.5, _SECONDS),
        (7200, _HOURS),
    ]
    assert values.cell(span, 9).value == "Target missed by 1 h 48\nLimit kept", "107 min 30, half up"
    gaps = [
        (round(values.cell(row, 12).value, 6), formulas.cell(row, 12).number_format.replace(_PAD, ""))
        for row in (5, 6)
    ]
    assert gaps == [
        (3.5, '+0.0" min";\u22120.0" min";0" min"'),
        (-2775, '+0.0" min";\u22120.0" min";0" min"'),
    ]
    assert ods.render(blueprint, Options())


def test_short_facts_beside_short_times_have_all_one_form() -> None:
    values, _ = _sheets(_read(wait="5 min", first="90 s", second="45 min", span="150 s", limit="100 min"))
    span = next(cell.row for cell in values["A"] if cell.value == "All")
    places = [*((row, column) for row in (5, 6) for column in (3, 10, 11)), (span, 5), (span, 7), (span, 8)]
    assert {_shown(values, *place)[1] for place in places} == {_SECONDS}
    assert values.cell(span, 9).value == "Target missed by 107 min 30\nLimit missed by 10 min"


def test_what_is_known_to_the_second_stays_so_beside_a_limit_of_days() -> None:
    values, _ = _sheets(_read(wait="20 s", first="10 s", second="110 min", span="3 h", limit="60 d"))
    assert [_shown(values, 5, column) for column in (3, 11)] == [(0.333333, _SECONDS), (0.166667, _SECONDS)]
    span = next(cell.row for cell in values["A"] if cell.value == "All")
    assert [_shown(values, span, column) for column in (7, 8)] == [(180, _HOURS), (86_400, _DAYS)]


def test_in_a_workbook_of_days_facts_of_hours_are_told_in_hours() -> None:
    values, _ = _sheets(_read(wait="60 d", first="36 h", second="30 h", span="90 s", limit="61 d"))
    assert [_shown(values, row, 11) for row in (5, 6)] == [(2160, _DAYS), (1800, _HOURS)]
    span = next(cell.row for cell in values["A"] if cell.value == "All")
    assert [_shown(values, span, column)[1] for column in (5, 7, 8)] == [_HOURS, _SECONDS, _DAYS]
    assert values.cell(span, 9).value == "Target missed by 60.1 d\nLimit kept"


def test_a_gap_counts_what_was_not_rounded() -> None:
    time = "150 min 30 s"
    values, formulas = _sheets(_read(wait=time, first=time, second="3 h", span=time, limit="6 h"))
    assert [_shown(values, 5, column) for column in (10, 11)] == [(151, _HOURS), (150.5, _SECONDS)]
    assert values["L5"].value == 0
    assert formulas["L5"].value.startswith("=ROUND(((")
    assert formulas["L6"].value == "=ROUND((J6-K6)*24,6)"


def test_a_target_that_is_met_has_no_gap_with_a_sign() -> None:
    text = "blueprint: 1\ntitle: T\nsteps: [{title: A, target: 50 min, customer: {action: a, wait: 3 min, work: 47 min}}]\n"
    root = load_bytes(text.encode(), "x.yaml", Path()).root
    assert isinstance(root, Blueprint)
    assert _sheets(root)[0]["L5"].value == 0


@pytest.mark.parametrize(
    ("form", "seconds", "english", "french"),
    [
        ("seconds", 6_330, "105 min 30", "105\u00a0min\u00a030"),
        ("seconds", 30, "30 s", "30\u00a0s"),
        ("minutes", 6_300, "105 min", "105\u00a0min"),
        ("hours", 206_520, "57 h 22", "57\u00a0h\u00a022"),
        ("hours", 900, "15 min", "15\u00a0min"),
        ("days", 1_080_000, "12.5 d", "12,5\u00a0j"),
        ("days", 7_200, "2 h", "2\u00a0h"),
    ],
)
def test_a_time_is_told_in_the_form_of_those_beside_it(
    form: Form, seconds: int, english: str, french: str
) -> None:
    assert (format_in(form, seconds), format_in(form, seconds, "fr")) == (english, french)
