"""What a client took out while the file went on: whatever it has gained since is not lost without a word."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook
from tests.functional.returning.mine import import_both_ways

from blueprint_cli.edit.returning.importing import Decisions, Imported
from blueprint_cli.workbook.reading.opening import book_of

from .conftest import Run
from .returning.phases import loaded, sent

MAP = b"""blueprint: 1
title: T
steps:
  - title: Call
    customer: Phones
    frontstage: {action: Answers, owner: Desk, uses: CRM}
  - title: Wait
    customer: Waits
    backstage: [Sorts, Packs, Labels]
"""
ANSWERS = b"{action: Answers, owner: Desk, uses: CRM}"
MORE = (
    b"{action: Answers, owner: Desk, uses: CRM, work: 9 min, fail_points: [{what: Line busy, effect: Waits}]}"
)
CHANGED = "the file was changed there, too"
PRUNED = Decisions(prune=True)
THEIRS = Decisions(prune=True, side="theirs")
Edit = Callable[[Any], None]


def back(edit: Edit, text: bytes = MAP) -> bytes:
    """The workbook of a map after an edit."""
    book = load_workbook(BytesIO(sent(text)))
    edit(book)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def emptied(*texts: str) -> Edit:
    def edit(book: Any) -> None:
        for row in book["Blueprint"].iter_rows(min_col=3):
            for cell in row:
                if cell.value in texts:
                    cell.value = None

    return edit


def without_first_step(book: Any) -> None:
    """Take the first column of steps out, as spreadsheet programs do it: references go with their cells."""
    book["Blueprint"].delete_cols(3)
    for cell in (
        cell for name in ("_bp", "Cards", "Steps") for row in book[name].iter_rows() for cell in row
    ):
        said = str(cell.value or "")
        if said.startswith("=Blueprint!$C$"):
            cell.value = "=#REF!"
        for old, new in (("!$D$", "!$C$"), ("!$E$", "!$D$")):
            if said.startswith("=") and old in said:
                cell.value = said.replace(old, new)


def came(book: bytes, text: bytes, decisions: Decisions = PRUNED) -> Imported:
    source, root = loaded(text)
    return import_both_ways(book_of(book, "back.xlsx"), source, root, decisions)


def told(found: Imported) -> list[tuple[str, str, str, str]]:
    return [(entry.kind, entry.state, entry.name, entry.why) for entry in found.revisions]


def test_a_card_that_gained_something_is_not_deleted_plainly() -> None:
    book, text = back(emptied("Answers")), MAP.replace(ANSWERS, MORE)
    found = came(book, text)
    why = f'{CHANGED}: work 9 min, fail_points "Line busy"'
    assert told(found) == [("delete", "conflict", "steps[0].frontstage[0]", why)]
    assert found.text.encode() == text
    assert came(book, text, Decisions(prune=True, side="mine")).text.encode() == text
    assert came(book, text, Decisions(side="theirs")).text.encode() == text  # not without --prune
    assert "Answers" not in came(book, text, THEIRS).text


@pytest.mark.parametrize(
    ("now", "why"),
    [
        (b"{action: Answers, owner: Night desk, uses: CRM}", f'{CHANGED}: owner "Night desk"'),
        (b"{action: Answers, owner: Desk, uses: CRM, target: 2 h}", f"{CHANGED}: target 2 h"),
        (b"{action: Answers, owner: Desk, uses: [CRM, Phone], manual: true}", f'{CHANGED}: uses "CRM; Phone", manual "yes"'),
        (b"{action: Answers at once, owner: Desk, uses: CRM}", CHANGED),
        (b"Picks up", CHANGED),
        (b"{action: Answers at once, owner: Desk, uses: CRM, wait: 5 min}", f"{CHANGED}: wait 5 min"),
        (b"{action: Answers, owner: Desk, uses: CRM, work: 1 min, wait: 2 min, target: 3 min, limit: 4 min}", f"{CHANGED}: wait 2 min, work 1 min, target 3 min, and 1 more"),
    ],
)  # fmt: skip
def test_what_a_card_gained_is_told(now: bytes, why: str) -> None:
    book, text = back(emptied("Answers")), MAP.replace(ANSWERS, now)
    found = came(book, text)
    assert told(found) == [("delete", "conflict", "steps[0].frontstage[0]", why)]
    assert found.text.encode() == text
    assert "frontstage" not in came(book, text, THEIRS).text


@pytest.mark.parametrize(
    "now",
    [
        MAP + b"    frontstage: Elsewhere\n",
        MAP.replace(ANSWERS, b"{action: Answers, owner: Desk}"),
        MAP.replace(b"frontstage: " + ANSWERS, b"owner: Desk\n    frontstage: {action: Answers, uses: CRM}"),
        MAP.replace(b"frontstage:", b"backstage:"),
        MAP.replace(b"    frontstage: " + ANSWERS + b"\n", b"") + b"    frontstage: " + ANSWERS + b"\n",
        MAP.replace(b"[Sorts, Packs, Labels]", b"[Labels, Sorts, Packs]"),
    ],
    ids=["elsewhere", "less", "inherited", "other lane", "other step", "order"],
)
def test_a_move_or_something_lost_is_no_gain(now: bytes) -> None:
    found = came(back(emptied("Answers")), now)
    assert [entry[:2] for entry in told(found)] == [("delete", "clear")]
    assert "Answers" not in found.text


def test_a_deletion_of_what_the_file_words_otherwise_is_told_even_among_others() -> None:
    book = back(emptied("Packs"))
    reworded = MAP.replace(b"[Sorts, Packs, Labels]", b"[Sorts, Packs it up, Labels]")
    assert told(came(book, reworded)) == [("delete", "conflict", "steps[1].backstage[1]", CHANGED)]
    text = MAP.replace(b"[Sorts, Packs, Labels]", b"[Sorts, Wraps, Ties, Labels]")
    found = came(book, text, THEIRS)
    why = "the file no longer has it, or words it otherwise"
    assert told(found) == [("delete", "conflict", "steps[1].backstage[1]", why)]
    assert found.text.encode() == text
    gone = MAP.replace(b"[Sorts, Packs, Labels]", b"[Sorts, Labels]")
    assert told(came(book, gone)) == []


def test_a_card_that_was_replaced_in_another_cell_stays_replaced() -> None:
    def edit(book: Any) -> None:
        emptied("Answers")(book)
        sheet = book["Blueprint"]
        rows = [cell.row for cell in sheet["A"] if cell.value == "frontstage"]
        sheet.cell(rows[1], 3).value = "Answers the phone"

    book = back(edit)
    found = came(book, MAP)
    assert [entry[:2] for entry in told(found)] == [("delete", "clear"), ("add", "clear")]
    assert told(came(book, found.text.encode())) == []


def test_a_column_that_gained_something_is_not_deleted_plainly() -> None:
    book = back(without_first_step)
    text = MAP.replace(
        b"    customer: Phones\n", b"    customer: Phones\n    backstage: Notes the call\n"
    ).replace(ANSWERS, MORE)
    found = came(book, text)
    why = f'{CHANGED}: frontstage "Answers" with work 9 min and fail_points "Line busy", backstage "Notes the call"'
    assert told(found) == [("delete", "conflict", "steps[0]", why)]
    assert found.text.encode() == text
    assert "Call" not in came(book, text, THEIRS).text


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        (b"title: Call\n", b"title: Call\n    limit: 2 h\n", "limit 2 h"),
        (b"title: Call\n", b"title: Call\n    emotion: -1\n", 'emotion "-1"'),
        (b"title: Call\n", b"title: Call\n    quote: At last\n", 'quote "At last"'),
        (b"Phones", b"Phones home", 'customer "Phones home"'),
        (b"title: Call\n", b"title: Calls\n", 'title "Calls"'),
    ],
)  # fmt: skip
def test_what_a_step_gained_is_told(old: bytes, new: bytes, why: str) -> None:
    found = came(back(without_first_step), MAP.replace(old, new))
    assert told(found) == [("delete", "conflict", "steps[0]", f"{CHANGED}: {why}")]


def test_a_card_that_the_file_carried_into_a_column_was_not_to_go_with_it() -> None:
    text = MAP.replace(b"[Sorts, Packs, Labels]", b"[Sorts, Labels]").replace(
        b"    customer: Phones\n", b"    customer: Phones\n    backstage: Packs\n"
    )
    found = came(back(without_first_step), text)
    assert told(found) == [("delete", "conflict", "steps[0]", f'{CHANGED}: backstage "Packs"')]


def test_a_card_that_the_file_carried_out_of_a_column_is_asked_about() -> None:
    text = MAP.replace(b"    frontstage: " + ANSWERS + b"\n", b"") + b"    frontstage: " + ANSWERS + b"\n"
    book = back(without_first_step)
    found = came(book, text)
    moved = ("delete", "conflict", "steps[1].frontstage[0]", "the file has moved it, too")
    assert told(found) == [("delete", "clear", "steps[0]", ""), moved]
    assert "Answers" in found.text
    assert "Answers" not in came(book, text, THEIRS).text


def test_what_came_with_the_workbook_itself_is_no_gain() -> None:
    def edit(book: Any) -> None:
        sheet = book["Cards"]
        row = next(cell.row for cell in sheet["A"] if cell.value == "steps[0].frontstage[0]")
        for name, value in (("work", 9), ("owner", "Night desk"), ("remark", "Who?")):
            sheet.cell(row, next(cell.column for cell in sheet[2] if cell.value == name)).value = value
        emptied("Answers")(book)

    book = back(edit)
    text = came(book, MAP, Decisions()).text.encode()
    assert b"Night desk" in text
    assert b"work: 9 min" in text
    assert told(came(book, text)) == [("delete", "clear", "steps[0].frontstage[0]", "")]


@pytest.mark.parametrize("lane", ["evidence", "frontstage"])
def test_a_column_does_not_take_a_card_with_it_that_was_carried_out(lane: str) -> None:
    def edit(book: Any) -> None:
        sheet = book["Blueprint"]
        row = next(cell.row for cell in sheet["A"] if cell.value == lane)
        emptied("Answers")(book)
        without_first_step(book)
        sheet.cell(row, 3).value = "Answers"
        for anchor in book["_bp"]["B"]:
            if book["_bp"].cell(anchor.row, 1).value == "steps[0].frontstage[0].action":
                anchor.value = f"=Blueprint!$C${row}"

    found = came(back(edit), MAP, THEIRS)
    if lane == "frontstage":
        assert [entry[:2] for entry in told(found)] == [("delete", "clear"), ("move", "clear")]
        assert "Call" not in found.text
        assert "{action: Answers, owner: Desk, uses: CRM}" in found.text
    else:
        why = "what is said of it cannot be said in evidence"
        assert told(found) == [
            ("delete", "undecided", "steps[0]", "a card that stands elsewhere now would go with it"),
            ("move", "undecided", "steps[0].frontstage[0]", why),
        ]
        assert found.text.encode() == MAP


def test_the_very_file_that_was_sent_gives_plain_removals() -> None:
    assert told(came(back(without_first_step), MAP)) == [("delete", "clear", "steps[0]", "")]
    assert told(came(back(emptied("Answers")), MAP)) == [("delete", "clear", "steps[0].frontstage[0]", "")]


def test_a_settled_removal_still_says_that_it_needs_prune(blueprint: Run, tmp_path: Any) -> None:
    (tmp_path / "client.xlsx").write_bytes(back(emptied("Answers")))
    (tmp_path / "map.yaml").write_bytes(MAP.replace(ANSWERS, MORE))
    result = blueprint("import", "client.xlsx", "--into", "map.yaml", "--write", "--theirs")
    assert result.returncode == 1
    assert (
        result.stdout.decode().splitlines()[-1]
        == "1 change; 0 written to map.yaml; 1 removal without --prune"
    )
