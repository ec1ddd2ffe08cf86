"""A workbook that is imported a second time, after its edits were written: nothing is left to do."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from blueprint_cli.edit.returning.importing import Decisions, Imported, import_book
from blueprint_cli.workbook.reading.opening import book_of
from blueprint_cli.workbook.revisions import Side

from .returning.phases import loaded, sent

Edit = Callable[[Workbook], object]

MAP = """\
blueprint: 1
title: T
steps:
  - title: Call
    customer: Phones
    frontstage: {action: Answers, owner: Desk, uses: CRM}
  - title: Wait
    customer: Waits
"""


def rows(book: Workbook, lane: str) -> list[int]:
    """The rows of a lane in the grid."""
    return [cell.row for cell in book["Blueprint"]["A"] if cell.value == lane]


def typed(book: Workbook, lane: str, column: int, *texts: Any) -> None:
    """Type texts into a lane, from its first row down."""
    for row, text in zip(rows(book, lane), texts, strict=False):
        if text is not ...:
            book["Blueprint"].cell(row, column).value = text


def said(book: Workbook, at: str, field: str, value: Any, sheet: str = "Cards") -> None:
    """Type what is said of a card into a flat sheet."""
    row = next(cell.row for cell in book[sheet]["A"] if cell.value == at)
    column = next(cell.column for cell in book[sheet][2] if cell.value == field)
    book[sheet].cell(row, column).value = value


def came(text: str, *edits: Edit) -> bytes:
    """A workbook made of a map, with edits."""
    book = load_workbook(BytesIO(sent(text.encode())))
    for edit in edits:
        edit(book)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def imported(book: bytes, text: str, side: Side | None = None, **takes: Side) -> Imported:
    source, root = loaded(text.encode())
    return import_book(
        book_of(book, "back.xlsx"), source, root, Decisions(prune=True, side=side, takes=takes)
    )


def told(found: Imported) -> list[tuple[str, str, Any]]:
    """A line a change: what happened or why it did not, its name, what the client wrote."""
    return [
        (entry.kind if entry.state == "clear" else f"{entry.state}: {entry.why}", entry.name, entry.theirs)
        for entry in found.revisions
    ]


def quiet_after(book: bytes, text: str, side: Side | None = None) -> str:
    """The file after an import, which is said to have been made whole: the same workbook and a new one change nothing then."""
    first = imported(book, text, side)
    assert first.applied == first.revisions != ()
    assert told(imported(book, first.text)) == []
    assert told(imported(came(first.text), first.text)) == []
    return first.text


# Columns without a title


def test_a_new_column_without_a_title_is_added_once() -> None:
    book = came(MAP, lambda book: typed(book, "customer", 5, "Rides home"))
    assert quiet_after(book, MAP) == MAP + "  - customer: Rides home\n"


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("customer: Rides home", "customer: Rides  home"),
        ("customer: Rides home", "title: Way back\n    customer: Rides home"),
        ("  - customer: Rides home\n    support: Tracks", "  - support: Tracks"),
        ("    support: Tracks\n", ""),
        ("    support: Tracks\n", "    support: [Tracks, Tells]\n"),
    ],
)
def test_a_column_is_known_by_the_cards_that_remain(was: str, now: str) -> None:
    def edit(book: Workbook) -> None:
        typed(book, "customer", 5, "Rides home")
        typed(book, "support", 5, "Tracks")

    book = came(MAP, edit)
    made = imported(book, MAP).text
    assert was in made
    assert told(imported(book, made.replace(was, now))) == []


def test_columns_that_share_cards_are_told_apart() -> None:
    def edit(book: Workbook) -> None:
        typed(book, "customer", 5, "Rides home", "Reads")
        typed(book, "customer", 6, "Rides home")
        typed(book, "support", 7, "- Tracks\n- Tells")

    text = quiet_after(came(MAP, edit), MAP)
    assert text.removeprefix(MAP) == (
        "  - customer:\n      - Rides home\n      - Reads\n  - customer: Rides home\n"
        "  - support: [Tracks, Tells]\n"
    )


def test_the_same_words_elsewhere_are_another_step() -> None:
    """What stands at another place and says something else, too, did not come of this column."""
    book = came(MAP, lambda book: typed(book, "customer", 5, "Rides home", "Reads"))
    other = MAP.replace("  - title: Wait", "  - customer: Rides home\n  - title: Wait")
    assert told(imported(book, other)) == [("add-step", "steps", "Rides home | Reads")]


def test_a_card_that_was_carried_to_a_new_column_is_carried_once() -> None:
    def edit(book: Workbook) -> None:
        typed(book, "customer", 4, None)
        typed(book, "customer", 5, "Waits")
        typed(book, "support", 5, "Tracks")
        typed(book, "support", 4, "Calls")

    text = quiet_after(came(MAP, edit), MAP)
    assert text.endswith("  - title: Wait\n    support: Calls\n  - {support: Tracks, customer: Waits}\n")


def test_a_note_beside_the_grid_is_asked_about() -> None:
    def edit(book: Workbook) -> None:
        typed(book, "customer", 9, "Is this right?")
        typed(book, "support", 10, "Ask Ann")
        typed(book, "support", 5, "Tracks")

    book = came(MAP, edit)
    found = imported(book, MAP)
    asked = "undecided: is it a step?"
    assert told(found) == [
        ("add-step", "steps", "Tracks"),
        (asked, "steps", "Is this right?"),
        (asked, "steps", "Ask Ann"),
    ]
    assert found.revisions[1].help == "--theirs adds it, --mine leaves it out"
    assert found.text == MAP + "  - {support: Tracks}\n"
    assert told(imported(book, found.text)) == told(found)[1:]
    assert quiet_after(book, MAP, "theirs").endswith("  - customer: Is this right?\n  - {support: Ask Ann}\n")


def test_a_title_makes_a_step_of_a_column_that_stands_apart() -> None:
    def edit(book: Workbook) -> None:
        book["Blueprint"]["I5"] = "Way back"
        typed(book, "customer", 10, "Rides home")

    assert quiet_after(came(MAP, edit), MAP) == MAP + "  - title: Way back\n  - customer: Rides home\n"
