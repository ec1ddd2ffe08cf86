"""What a client typed stays in sight until it is in the file; what stands in the way of reading is no edit."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest

from blueprint_cli.errors import BlueprintError

from .returning.phases import came, imported, sent

MAP = b"""blueprint: 1
title: Repair
teams: {desk: Help desk, stock: Warehouse}
systems: {crm: {name: CRM, owner: desk}, erp: {name: ERP, owner: stock}}
steps:
  - title: Asks
    channel: web
    evidence: Form
    customer: {action: Fills it in, wait: 10 min, work: 5 min}
    emotion: 1
    frontstage: {action: Confirms, owner: desk, wait: 2 h, elapsed: 3 h}
  - title: Waits
    backstage: {action: Repairs, owner: stock, manual: true, work: 40 min}
"""


def _edited(edit: Callable[[Any], None], text: bytes = MAP) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(sent(text)))
    edit(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _lane(grid: Any, lane: str) -> int:
    return next(int(row) for row in range(1, grid.max_row + 1) if grid.cell(row, 1).value == lane)


def test_what_a_new_step_cannot_say_is_told_until_the_file_says_it() -> None:
    def edit(book: Any) -> None:
        grid = book["Blueprint"]
        grid["E5"], grid.cell(_lane(grid, "emotion"), 5).value = "Fetches", "so so"

    book = _edited(edit)
    where = "'so so' is no emotion"
    first = imported(book, MAP)
    assert [(one.state, one.kind, one.why) for one in first.revisions] == [
        ("undecided", "set", where), ("clear", "add-step", ""),
    ]  # fmt: skip
    written = first.text.encode()
    again = imported(book, written)
    assert [(one.state, one.field, one.why) for one in again.revisions] == [("undecided", "emotion", where)]
    assert came(book, written.replace(b"title: Fetches", b"title: Fetches\n    emotion: 0"))[0] == []


def test_a_column_of_facts_that_was_taken_out_takes_nothing_out() -> None:
    """The program that takes it out may leave the hidden sheet as it was, whose cells are others then."""

    def edit(book: Any) -> None:
        sheet = book["Cards"]
        sheet.delete_cols(next(cell.column for cell in sheet[3] if cell.value == "Wait"))

    found = imported(_edited(edit), MAP)
    assert (found.revisions, found.notes) == (
        (),
        ("'Cards' has no column 'Wait' any more: nothing of it is taken out",),
    )


def test_names_that_fill_the_room_between_two_tables_leave_the_lower_one_in_its_place() -> None:
    def edit(book: Any) -> None:
        sheet = book["Directory"]
        rows = {sheet.cell(row, 1).value: row for row in range(1, sheet.max_row + 1)}
        sheet.cell(rows["Systems"] - 1, 1).value = "Van"
        sheet.cell(rows["CRM"], 2).value = "Warehouse"

    assert sorted(came(_edited(edit), MAP)[0]) == [
        ("add", "teams[van]", "Van"), ("set", "systems[crm].owner", "Warehouse"),
    ]  # fmt: skip


def test_a_row_that_was_copied_and_changed_is_a_new_card() -> None:
    def edit(book: Any) -> None:
        sheet = book["Cards"]
        columns = {cell.value: cell.column for cell in sheet[3]}
        last = sheet.max_row + 1
        for column in range(2, sheet.max_column + 1):
            sheet.cell(last, column).value = sheet.cell(5, column).value
        sheet.cell(last, columns["Text"]).value = "Adds a photo"

    (told,) = imported(_edited(edit), MAP).revisions
    assert (told.state, told.name) == ("clear", "steps[0].customer")
    assert str(told.theirs).startswith("Adds a photo (")


def test_a_channel_over_a_new_step_is_told_as_only_shown() -> None:
    def edit(book: Any) -> None:
        grid = book["Blueprint"]
        grid["E5"], grid.cell(_lane(grid, "=channel"), 5).value = "Fetches", "Web"

    whys = [(one.state, one.why) for one in imported(_edited(edit), MAP).revisions]
    assert whys == [("undecided", "'Channel' is only shown here"), ("clear", "")]


def test_evidence_shows_the_channel_of_its_step_where_it_has_none_of_its_own() -> None:
    for text, shown in (
        (MAP, "Web"),
        (MAP.replace(b"evidence: Form", b"evidence: {text: Form, channel: email}"), "E-mail"),
    ):
        sheet: Any = openpyxl.load_workbook(io.BytesIO(sent(text)))["Cards"]
        columns = {cell.value: cell.column for cell in sheet[3]}
        assert sheet.cell(4, columns["Channel"]).value == shown


def test_a_column_that_holds_nothing_but_a_space_is_no_step_and_no_harm() -> None:
    def edit(book: Any) -> None:
        grid = book["Blueprint"]
        grid.cell(_lane(grid, "@title"), 5).value = " "

    found = imported(_edited(edit), MAP)
    assert [(one.state, one.kind, one.cell) for one in found.revisions] == [
        ("undecided", "add-step", "Blueprint!E5")
    ]


def test_what_a_card_says_on_another_sheet_is_told_although_its_text_stands_in_the_grid() -> None:
    def edit(book: Any) -> None:
        anchors = book["_bp"]
        row = next(row for row in anchors.iter_rows() if str(row[0].value) == "steps[0].frontstage[0].action")
        row[1].value = "=Cards!$Z$40"
        book["Cards"]["Z40"] = "Confirms by letter"

    found = imported(_edited(edit), MAP)
    told = [(one.kind, one.state, one.theirs) for one in found.revisions if "frontstage" in one.at]
    assert ("set", "clear", "Confirms by letter") in told


def test_a_row_of_a_part_that_the_map_never_had_is_counted_in_every_table() -> None:
    def edit(book: Any) -> None:
        for name in ("Cards", "Steps"):
            for number in range(300):
                sheet, row = book[name], 500 + number
                sheet.cell(row, 1).value, sheet.cell(row, 5).value = f"steps[x{number}]", "x"

    with pytest.raises(BlueprintError, match="600 rows of parts that the map never had: more than 500"):
        imported(_edited(edit), MAP)
