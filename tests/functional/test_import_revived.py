"""Cells that came back in place of others: pasted over a card, or put in where a column or a row had been deleted."""

from __future__ import annotations

from typing import Any

import pytest
from openpyxl.cell.cell import MergedCell

from blueprint_cli.edit.returning.importing import Decisions

from .test_import_gone import back, came, told

MAP = b"""blueprint: 1
title: T
steps:
  - title: Call
    customer: Phones
    frontstage: {action: Answers, owner: Desk, uses: CRM, work: 3 min}
    backstage: [Notes]
  - title: Wait
    customer: Waits
    frontstage: {action: Reassures, owner: Night desk, work: 9 min, wait: 1 h}
    backstage: [Sorts, {action: Packs, owner: Store}, Labels]
  - title: Fetch
    customer: Fetches
    backstage: [Finds, Wraps]
"""
MOVED = [
    ("move", "clear", "steps[0].frontstage[0]", ""),
    ("delete", "clear", "steps[1].frontstage[0]", ""),
]


def place_of(book: Any, text: str) -> Any:
    """The cell of the grid that says a text."""
    return next(cell for row in book["Blueprint"].iter_rows() for cell in row if cell.value == text)


def paste_over(book: Any, source: str, target: str) -> None:
    """Cut a card and paste it over another one, as LibreOffice does: the anchors and formulas of both point there."""
    one, other = place_of(book, source), place_of(book, target)
    old, new = (f"${cell.column_letter}${cell.row}" for cell in (one, other))
    for name in ("_bp", "Cards"):
        for row in book[name].iter_rows():
            for cell in row:
                if str(cell.value) == f"=Blueprint!{old}":
                    cell.value = f"=Blueprint!{new}"
    other.value, one.value = one.value, None


def sort_visible(book: Any) -> None:
    """Turn the rows of cards upside down, but not their hidden addresses."""
    sheet = book["Cards"]
    rows = [row for row in range(4, sheet.max_row + 1) if sheet.cell(row, 1).value]
    said = [[sheet.cell(row, column).value for column in range(2, sheet.max_column + 1)] for row in rows]
    for row, values in zip(rows, reversed(said), strict=True):
        for column, value in enumerate(values, 2):
            sheet.cell(row, column).value = value


def type_into(book: Any, card: str, field: str, value: Any) -> None:
    """Type something into the row of a card that shows it by its formula."""
    sheet, cell = book["Cards"], place_of(book, card)
    formula = f"=Blueprint!${cell.column_letter}${cell.row}"
    column = next(cell.column for cell in sheet[2] if cell.value == field)
    row = next(row[0].row for row in sheet.iter_rows() if any(str(cell.value) == formula for cell in row))
    sheet.cell(row, column).value = value


@pytest.mark.parametrize("is_sorted", [False, True])
def test_a_card_pasted_over_another_brings_a_move_and_a_deletion(is_sorted: bool) -> None:
    def edit(book: Any) -> None:
        paste_over(book, "Answers", "Reassures")
        if is_sorted:
            sort_visible(book)

    book = back(edit, MAP)
    found = came(book, MAP)
    assert told(found) == MOVED
    assert found.notes == ()
    assert "{action: Answers, owner: Desk, uses: CRM, work: 3 min}" in found.text
    assert told(came(book, found.text.encode())) == []


@pytest.mark.parametrize("is_sorted", [False, True])
def test_what_is_typed_into_the_row_of_a_pasted_card_is_its_own(is_sorted: bool) -> None:
    def edit(book: Any) -> None:
        if is_sorted:
            sort_visible(book)
        type_into(book, "Answers", "work", 4)
        paste_over(book, "Answers", "Reassures")

    found = came(back(edit, MAP), MAP)
    assert told(found) == [("set", "clear", "steps[0].frontstage[0].work", ""), *MOVED]


def test_rows_sorted_without_their_addresses_are_known_where_a_card_is_gone() -> None:
    def edit(book: Any) -> None:
        sort_visible(book)
        type_into(book, "Sorts", "work", 4)
        cell = place_of(book, "Reassures")
        for name in ("_bp", "Cards"):
            for row in book[name].iter_rows():
                for other in row:
                    if str(other.value) == f"=Blueprint!${cell.column_letter}${cell.row}":
                        other.value = "=#REF!"
        cell.value = None

    found = came(back(edit, MAP), MAP)
    assert told(found) == [
        ("delete", "clear", "steps[1].frontstage[0]", ""),
        ("set", "clear", "steps[1].backstage[0].work", ""),
    ]


def empty(cell: Any) -> None:
    if not isinstance(cell, MergedCell):
        cell.value = None


def put_in_column(book: Any, title: str | None, **cards: str) -> None:
    """Delete the second step's column and put one in there: LibreOffice has the old anchors point at it."""
    sheet = book["Blueprint"]
    lanes = {cell.value: cell.row for cell in reversed(sheet["A"]) if cell.value}
    for row in range(3, sheet.max_row + 1):
        empty(sheet.cell(row, 4))
    sheet.cell(5, 4).value = title
    for lane, text in cards.items():
        sheet.cell(lanes[lane], 4).value = text


def test_a_column_put_in_where_another_was_deleted_is_a_new_step() -> None:
    book = back(lambda book: put_in_column(book, "Rest", customer="Rests", backstage="Sits"), MAP)
    found = came(book, MAP)
    assert [entry[:3] for entry in told(found)] == [
        ("delete", "clear", "steps[1]"),
        ("add-step", "clear", "steps"),
    ]
    assert "  - title: Rest\n    customer: Rests\n    backstage: Sits\n  - title: Fetch\n" in found.text
    assert "Wait" not in found.text
    assert told(came(book, found.text.encode())) == []
    kept = came(book, MAP, Decisions()).text.encode()  # without --prune
    assert [entry[:2] for entry in told(came(book, kept))] == [("delete", "clear")]


def test_a_card_that_was_typed_again_into_the_new_column_is_carried_there() -> None:
    book = back(lambda book: put_in_column(book, "Rest", customer="Rests", backstage="Packs"), MAP)
    found = came(book, MAP)
    assert [entry[:3] for entry in told(found)] == [
        ("delete", "clear", "steps[1]"),
        ("move", "clear", "steps[1].backstage[1]"),
        ("add-step", "clear", "steps"),
    ]
    assert "    backstage:\n      - {action: Packs, owner: Store}\n  - title: Fetch\n" in found.text
    assert told(came(book, found.text.encode())) == []


def test_an_empty_column_put_in_where_another_was_deleted_is_none() -> None:
    found = came(back(lambda book: put_in_column(book, None), MAP), MAP)
    assert [entry[:3] for entry in told(found)] == [("delete", "clear", "steps[1]")]


def test_a_column_that_lost_its_key_alone_is_its_step() -> None:
    def edit(book: Any) -> None:
        book["Blueprint"]["D3"] = None
        place_of(book, "Waits").value = "Waits long"

    assert told(came(back(edit, MAP), MAP)) == [("set", "clear", "steps[1].customer[0]", "")]


def test_the_hidden_row_cleared_leaves_every_step_in_its_place() -> None:
    def edit(book: Any) -> None:
        for cell in book["Blueprint"][3][2:]:
            cell.value = None
        for text in ("Wait", "Waits", "Reassures", "Sorts", "Packs"):
            place_of(book, text).value = f"New {text}"

    assert {entry[:2] for entry in told(came(back(edit, MAP), MAP))} == {("set", "clear")}


def put_in_row(book: Any, card: str, text: str | None) -> None:
    """Delete the row of a card and put one in there, with a text in the card's column."""
    cell = place_of(book, card)
    for other in book["Blueprint"][cell.row]:
        empty(other)
    cell.value = text


def test_a_row_put_in_where_another_was_deleted_has_new_cards() -> None:
    book = back(lambda book: put_in_row(book, "Packs", "Weighs"), MAP)
    found = came(book, MAP)
    assert [entry[:3] for entry in told(found)] == [
        ("delete", "clear", "steps[1].backstage[1]"),
        ("delete", "clear", "steps[2].backstage[1]"),
        ("add", "clear", "steps[1].backstage"),
    ]
    assert "    backstage: [Sorts, Weighs, Labels]\n" in found.text
    assert told(came(book, found.text.encode())) == []


def test_a_row_that_lost_its_lane_alone_keeps_its_cards() -> None:
    def edit(book: Any) -> None:
        cell = place_of(book, "Packs")
        book["Blueprint"].cell(cell.row, 1).value = None
        cell.value = "Packs it up"

    assert told(came(back(edit, MAP), MAP)) == [("set", "clear", "steps[1].backstage[1]", "")]


def test_the_hidden_column_cleared_leaves_every_card_in_its_place() -> None:
    def edit(book: Any) -> None:
        for (cell,) in book["Blueprint"].iter_rows(min_row=6, max_col=1):
            cell.value = None
        for text in ("Packs", "Wraps"):
            place_of(book, text).value = f"New {text}"

    assert {entry[:2] for entry in told(came(back(edit, MAP), MAP))} == {("set", "clear")}
