"""The sheet of times as a client reads it: words instead of ids, units that agree, nothing known that is not."""

from __future__ import annotations

import io
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.render.formats import xlsx
from blueprint_cli.render.options import Options
from blueprint_cli.source.loading import load_bytes

_MAP = """blueprint: 1
title: Half known
teams: {shop: Shop, desk: Desk}
personas: {lea: {name: Léa, age: 30}, tom: Tom}
persona: lea
spans:
  - {id: all, title: All, from: ask, to: got, promise: 2 d}
  - {id: short, title: Short, from: ask, to: s3, promise: 50 min}
  - {id: just, title: Just, from: ask, to: s3, promise: 125 min}
steps:
  - title: Asks
    customer: {id: ask, action: Asks for it, owner: shop}
    frontstage: {action: Says hello, owner: shop, wait: unknown}
  - title: Waits
    customer: {action: Waits, owner: desk, wait: 1 h, work: 2 min}
  - id: s3
    title: Gets
    customer: {id: got, action: Gets it, work: 3 min}
"""


def _book(text: str) -> Any:
    root = load_bytes(text.encode(), "x.yaml", Path()).root
    assert isinstance(root, Blueprint)
    content = xlsx.render(root, Options())
    return load_workbook(io.BytesIO(content), data_only=True), load_workbook(io.BytesIO(content))


def _rows(sheet: Any) -> dict[Any, list[Any]]:
    return {row[0]: [value for value in row[1:] if value is not None] for row in sheet.values if row[0]}


@pytest.fixture(scope="module")
def books() -> Any:
    return _book(_MAP)


def test_stretches_name_actions_and_steps_by_their_words(books: Any) -> None:
    rows = _rows(books[0]["Times"])
    assert rows["All"][:2] == ["Asks for it", "Gets it"]
    assert rows["Short"][:2] == ["Asks for it", "Gets"]


def test_stretches_say_in_words_what_is_kept_and_by_how_much_it_is_missed(books: Any) -> None:
    rows = _rows(books[0]["Times"])
    assert [rows[name][-1] for name in ("All", "Short", "Just")] == [
        "Promise kept",
        "Promise missed by 15 min",
        "Promise kept",
    ]
    text = _MAP.replace("promise: 50 min", "promise: 2 h, target: 45 min, limit: 1 h")
    values, formulas = (book["Times"] for book in _book(text))
    assert _rows(values)["Short"][-1] == "Promise kept\nTarget missed by 20 min\nLimit missed by 5 min"
    row = next(cell.row for cell in values["A"] if cell.value == "Short")
    assert f"I{row}:J{row}" in map(str, formulas.merged_cells.ranges)


def test_a_gap_to_a_target_has_the_unit_of_the_times_beside_it() -> None:
    text = """blueprint: 1
title: T
steps:
  - {title: All, target: 2 d, customer: {action: a, wait: 65 min}}
  - {title: Short, target: 50 min, customer: {action: b, wait: 65 min}}
  - {title: Just, target: 125 min, customer: {action: c, wait: 65 min}}
"""
    values, formulas = (book["Times"] for book in _book(text))
    assert values["L4"].value == "Gap to target"
    shown = [
        (
            round(values.cell(row, 12).value, 2),
            formulas.cell(row, 12).value,
            formulas.cell(row, 12).number_format,
        )
        for row in (5, 6, 7)
    ]
    assert [(value, formula, code.partition("\u00a0")[0]) for value, formula, code in shown] == [
        (-46.92, "=ROUND((J5-K5)*24,6)", '+0.0" h'),
        (0.25, "=ROUND((J6-K6)*24,6)", '+0.0" h'),
        (-1, "=ROUND((J7-K7)*24,6)", '+0.0" h'),
    ]
    short = text.replace("target: 50 min", "target: 64 min")
    codes = {_book(short)[1]["Times"].cell(row, 12).number_format.partition("\u00a0")[0] for row in (5, 6, 7)}
    assert codes == {'+0" min'}, "the largest unit in which none of them is shown as none"


def test_a_share_that_is_little_is_not_none(books: Any) -> None:
    assert books[1]["Times"]["G6"].number_format.startswith('[=0]0 %"\u00a0\u00a0";[<0.005]"< 1 %')


def test_a_map_without_phases_tells_how_many_cards_a_step_has(books: Any) -> None:
    sheet = books[0]["Times"]
    assert [sheet.cell(row, 2).value for row in range(4, 8)] == ["Cards", 2, 1, 1]


def test_what_is_not_known_is_no_time_at_all(books: Any) -> None:
    values, formulas = (book["Times"] for book in books)
    assert [values.cell(5, column).value for column in range(3, 9)] == ["?", "?", "?", None, None, "?"]
    assert formulas["E5"].value == '=IF(COUNT(C5:D5)=0,"?",SUM(C5:D5))'
    assert formulas["H6"].value == "=SUM(E$5:E6)"
    assert formulas["H7"].value == "=H6+E7"
    assert _rows(values)["Shop"][:4] == [2, "?", "?", "?"]
    nothing = _rows(_book("blueprint: 1\ntitle: T\nsteps: [{title: A, customer: a}]\n")[0]["Times"])
    assert nothing["Total"][:3] == ["?", "?", "?"]
    assert nothing["Total"][-1] == "?"


def test_a_persona_is_named_once(books: Any) -> None:
    rows = [row[:3] for row in books[0]["Directory"].values]
    start = rows.index(("Persona", "Trait", "Text"))
    assert rows[start + 1 : start + 3] == [("Léa", "age", "30"), ("Tom", "name", "Tom")]


def test_figures_of_a_sheet_from_right_to_left_stand_under_their_headings() -> None:
    text = "blueprint: 1\ntitle: طرد متأخر\nsteps: [{title: يتصل, customer: {action: يتصل, work: 5 min}}]\n"
    sheet = _book(text)[1]["Times"]
    places = [(cell.alignment.horizontal, cell.alignment.indent) for cell in (sheet["C4"], sheet["C5"])]
    assert places == [("left", 1), ("left", 1)]


def _minutes(value: Any) -> float:
    """What a cell holds in days, or what openpyxl takes for a length of time."""
    return float(round(value.total_seconds() / 60 if isinstance(value, timedelta) else value * 1440, 6))


def test_times_are_rounded_to_what_is_shown_and_summed_without() -> None:
    text = """blueprint: 1
title: T
steps:
  - {title: A, customer: {action: a, work: 5-40 min}}
  - {title: B, customer: {action: b, wait: 61-62 min}}
  - {title: C, customer: {action: c, wait: 61-62 min, work: 20 s}}
"""
    values, formulas = (book["Times"] for book in _book(text))
    minutes = {
        place: _minutes(values[place].value) for place in ("D5", "C6", "H6", "D7", "H7", "I7", "C8", "J8")
    }
    assert minutes == {
        "D5": 23,
        "C6": 62,
        "H6": 84,
        "D7": 0.333333,
        "H7": 146,
        "I7": 84,
        "C8": 123,
        "J8": 146,
    }
    assert formulas["C6"].value.startswith("=ROUND((SUMIFS(")
    added = formulas["C8"].value
    assert added.startswith("=SUM(C5:C7)+(SUMIFS(")
    assert added.endswith("-C7")


_FORMS = {
    "minutes": ("30 min", '[=0]"–@";[m]" min@"'),
    "seconds": ("30 min 20 s", '[=0]"–@";[m]" min "ss"@"'),
    "hours": ("27 h", '[=0]"–@";[<0.0006]"< 1 min@";[h]" h "mm"@"'),
    "days": ("60 d", '[=0]"–@";[<0.05]"< 0.1 d@";0.0" d@"'),
}
"""The longest time of a map, and the form of all its times; behind each stand two blanks that keep it from the edge."""


@pytest.mark.parametrize("unit", _FORMS)
def test_all_times_of_a_sheet_have_one_form(unit: str) -> None:
    longest, code = _FORMS[unit]
    text = f"""blueprint: 1
title: T
teams: {{desk: Desk}}
spans: [{{id: all, title: All, from: a, to: b, promise: 1 h}}]
steps:
  - {{id: a, title: A, customer: {{action: a, wait: {longest}, owner: desk}}}}
  - {{id: b, title: B, customer: {{action: b, wait: 1 min, work: 2 min, owner: desk}}}}
"""
    sheet = _book(text)[1]["Times"]
    styles = {
        cell.style: cell.number_format
        for row in sheet
        for cell in row
        if cell.style.removeprefix("bp ")
        in {"cell clock", "cell clock fixed", "sum clock", "sum clock fixed"}
    }
    assert {"bp cell clock", "bp cell clock fixed", "bp sum clock"} <= styles.keys()
    assert set(styles.values()) == {code.replace("@", "\u00a0\u00a0")}


def test_what_a_span_misses_is_told_in_the_unit_of_its_row() -> None:
    text = """blueprint: 1
title: T
lang: fr
spans: [{id: all, title: Tout, from: a, to: b, promise: 24 h}]
steps:
  - {id: a, title: A, customer: {action: a, wait: 3 d}}
  - {id: b, title: B, customer: {action: b, work: 22 min}}
"""
    values = _book(text)[0]["Durées"]
    assert _rows(values)["Tout"][-1] == "Promesse dépassée de 48\u00a0h\u00a022"


def test_tables_of_one_sheet_end_at_one_edge() -> None:
    text = (
        _MAP
        + "    target: 5 min\nkpis: {NPS: {value: 12, source: a survey among all who came, date: 2026-01-02}}\n"
    )
    sheet = _book(text)[1]["Times"]
    rows = [
        row
        for row in sheet
        if "bp cell outcome" not in {cell.style for cell in row} and row[8].value != "Outcome"
    ]
    heads = [row for row in rows if row[0].style == "bp table head"]
    assert len(heads) == 3
    assert {len([cell for cell in row if cell.style.startswith("bp table head")]) for row in heads} == {12}
    ruled = [row for row in rows if row[0].style in {"bp cell", "bp cell shown"}]
    assert len(ruled) == 6
    assert all(row[11].border.bottom.style for row in ruled)
    (source,) = [cell for row in sheet for cell in row if cell.value == "a survey among all who came"]
    assert any(str(area).startswith(source.coordinate) for area in sheet.merged_cells.ranges), (
        "it has room beside it"
    )


def test_a_single_kpi_has_a_table_of_two_columns() -> None:
    text = (
        "blueprint: 1\ntitle: T\nkpis: {NPS: 12}\nsteps: [{title: A, customer: {action: a, work: 5 min}}]\n"
    )
    values, formulas = (book["Times"] for book in _book(text))
    assert _rows(values)["NPS"] == ["12"]
    (heading,) = [cell for cell in values["B"] if cell.value == "Value"]
    assert formulas[heading.coordinate].style == "bp table head number"


def test_a_row_of_the_grid_tells_short_times_beside_long_ones_in_hours() -> None:
    text = """blueprint: 1
title: T
steps:
  - {id: a, title: A, customer: {action: a, wait: 60 d}}
  - {id: b, title: B, customer: {action: b, work: 40 min}}
"""
    sheet = _book(text)[0]["Blueprint"]
    elapsed = next(row for row in sheet.iter_rows() if row[1].value == "Elapsed time")
    codes = {cell.number_format for cell in elapsed if isinstance(cell.value, (int, float))}
    assert codes == {'[=0]"–";[<1][h]" h "mm;0.0" d"'}


_VARIANTS = """blueprint: 1
title: T
teams: {desk: Desk, shop: Shop}
personas: {a: Anna, b: Bob}
persona: a
steps:
  - title: Asks
    customer: {action: Asks, work: 5 min}
    backstage:
      - {action: Checks, only: a, owner: desk, wait: 3 d}
      - {action: Fetches, only: b, owner: desk, wait: 12 h 40, work: 30 min}
  - {title: Pays, only: b, customer: {action: Pays, owner: shop, work: 20 min}}
  - {title: Gets, customer: {action: Gets, owner: shop, work: 10 min}}
"""


def _told(value: Any) -> Any:
    return value if value in (None, "?", "") or isinstance(value, str) else _minutes(value)


def test_times_of_a_map_with_variants_are_those_of_the_first_persona() -> None:
    (values, formulas), cards = (book["Times"] for book in _book(_VARIANTS)), _book(_VARIANTS)[1]["Cards"]
    found = [[_told(values.cell(row, column).value) for column in (3, 4, 5, 8)] for row in range(5, 9)]
    assert found == [[4320, 5, 4325, 4325], [0, 20, 20, None], [0, 10, 10, 4335], [4320, 15, 4335, None]]
    assert [formulas[place].value for place in ("C8", "H7", "D6")] == [
        "=SUM(C5:C5,C7:C7)",
        "=H5+E7",
        20 / 1440,
    ]
    assert formulas["D6"].style.endswith("fixed"), "what another persona works is no formula, and in no total"
    shares = [values.cell(row, 7).value for row in (5, 6, 7, 8, 12, 13)]
    assert shares == pytest.approx([4325 / 4335, None, 10 / 4335, 1, 4320 / 4335, 10 / 4335])
    assert [[_told(values.cell(row, column).value) for column in (3, 4)] for row in (12, 13)] == [
        [4320, 0],
        [0, 10],
    ]
    counted = [row[16].value for row in cards.iter_rows(min_row=4) if row[0].value]
    assert [bool(cell) for cell in counted] == [True, True, False, False, True], "whatever is typed there"
    assert "Times are those of Anna" in values["A2"].value


def test_work_is_told_beside_waiting_that_is_not_known() -> None:
    text = """blueprint: 1
title: T
teams: {desk: Desk}
steps:
  - {title: Rings, customer: {action: Rings, owner: desk, wait: unknown, work: 2 min}}
  - {title: Talks, customer: {action: Talks, owner: desk, work: 9 min}}
"""
    books = _book(text)
    values, formulas = (book["Times"] for book in books)
    found = [[_told(values.cell(row, column).value) for column in range(3, 6)] for row in range(5, 8)]
    assert found == [["?", 2, 2], [0, 9, 9], [0, 11, 11]]
    assert formulas["D5"].value.startswith("=SUMIFS(")
    assert not formulas["D5"].style.endswith("fixed")
    assert [values.cell(row, 7).value for row in range(5, 8)] == pytest.approx([2 / 11, 9 / 11, 1])
    assert values["F5"].value is None, "no share of what is not known"
    assert (_told(values["I6"].value), values["J5"].value) == (2, "?")
    assert not isinstance(formulas["I6"].value, str), "it cannot follow from a time that is not known"
    rows = [row for row in books[0]["Blueprint"].values if row[1] and str(row[0]).startswith("=")]
    spent = {row[0]: [_told(value) for value in row[2:4]] for row in rows if row[0] in ("=wait", "=work")}
    assert spent == {"=wait": ["?", "–"], "=work": [2, 9]}
