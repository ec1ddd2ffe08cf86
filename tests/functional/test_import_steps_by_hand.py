"""A new column whose step somebody has put into the file by hand since: what the file does not say of it is told."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
import pytest

from blueprint_cli.workbook.revisions import Side

from .returning.phases import came, imported, sent

MAP = """blueprint: 1
title: Repair
teams: {desk: Help desk, till: Till}
steps:
  - title: Asks
    owner: desk
    customer: Calls
    backstage: Looks
    emotion: 1
    feeling: Hope
  - title: Waits
    customer: Reads
"""
TYPED = {"@title": "Pays", "customer": "Pays cash", "backstage": "Counts", "emotion": -1, "feeling": "Doubt", "=owner": "Till"}  # fmt: skip
WHOLE = """  - title: Pays
    owner: till
    customer: Pays cash
    emotion: -1
    feeling: Doubt
    backstage: Counts
"""
WHY, HELP = "the file has that step by now, without this card", "--theirs adds it, --mine leaves it out"


def _book(typed: dict[str, Any] = TYPED) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(sent(MAP.encode())))
    grid: Any = book["Blueprint"]
    rows: dict[str, int] = {}
    for row in range(1, grid.max_row + 1):
        rows.setdefault(grid.cell(row, 1).value, row)
    for lane, value in typed.items():
        grid.cell(rows[lane], 5).value = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _told(later: str, side: Side | None = None) -> list[tuple[str, str, str, Any, str]]:
    found = imported(_book(), later.encode(), side=side)
    return [(one.state, one.kind, one.name, one.theirs, one.why) for one in found.revisions]


def test_a_step_that_says_it_all_is_no_change() -> None:
    book = _book()
    assert came(book, MAP.encode())[1].decode() == MAP + WHOLE
    for later in (
        WHOLE,
        WHOLE.replace("  - title", "  - id: pay\n    title").replace("Counts", "[Counts, Calls]"),
    ):
        found = imported(book, (MAP + later).encode())
        assert (found.revisions, found.notes) == ((), ())


def test_a_step_at_another_place_is_noted() -> None:
    later = MAP.replace("  - title: Waits", WHOLE + "  - title: Waits")
    found = imported(_book(), later.encode())
    assert found.revisions == ()
    assert found.notes == ("Blueprint!E5: the file has that step at another place, steps[1]",)


def test_cards_that_the_step_of_that_title_does_not_have_are_asked_for() -> None:
    later = MAP + WHOLE.replace("customer: Pays cash", "customer: Uses a card")
    found = imported(_book(), later.encode())
    assert [(one.state, one.kind, one.name, one.cell, one.says, one.why, one.help) for one in found.revisions] == [
        ("undecided", "add", "steps[2].customer", "Blueprint!E7", '"Pays cash" is new in steps[2].customer', WHY, HELP)
    ]  # fmt: skip
    assert found.text == later
    taken = imported(_book(), later.encode(), side="theirs")
    assert taken.text == later.replace(
        "customer: Uses a card", "customer:\n      - Uses a card\n      - Pays cash"
    )
    assert came(_book(), taken.text.encode())[0] == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("    backstage: Counts\n", "", ("undecided", "add", "steps[2].backstage", "Counts", WHY)),
        ("    feeling: Doubt\n", "", ("clear", "set", "steps[2].feeling", "Doubt", "")),
        ("feeling: Doubt", "feeling: Joy", ("conflict", "set", "steps[2].feeling", "Doubt", "the file was changed there, too")),
        ("    owner: till\n", "", ("clear", "set", "steps[2].owner", "Till", "")),
        ("owner: till", "owner: desk", ("conflict", "set", "steps[2].owner", "Till", "the file was changed there, too")),
        ("    emotion: -1\n", "", ("clear", "set", "steps[2].emotion", -1, "")),
        ("emotion: -1", "emotion: 2", ("conflict", "set", "steps[2].emotion", -1, "the file was changed there, too")),
        ("emotion: -1", "emotion: {vip: 2}", ("undecided", "set", "steps[2].emotion", -1, "the step tells personas apart in the file")),
    ],
)  # fmt: skip
def test_what_the_step_says_otherwise_is_told(
    old: str, new: str, expected: tuple[str, str, str, Any, str]
) -> None:
    later = MAP.replace("teams:", "personas: {vip: VIP}\nteams:") + WHOLE.replace(old, new)
    assert _told(later) == [expected]
    if expected[2].endswith("emotion") and "vip" in new:
        return
    written = imported(_book(), later.encode(), side="theirs").text
    assert came(_book(), written.encode())[0] == []


def test_a_conflict_shows_names_as_the_workbook_does() -> None:
    later = MAP + WHOLE.replace("owner: till", "owner: desk")
    (told,) = imported(_book(), later.encode()).revisions
    assert (told.cell, told.line, told.base, told.theirs, told.mine) == (
        "Blueprint!E21", 13, None, "Till", "Help desk",
    )  # fmt: skip


def test_a_step_that_is_a_text_alone_has_no_title_and_is_another_one() -> None:
    assert _told(MAP + "  - Pays\n")[0][:4] == ("clear", "add-step", "steps", "Pays")
