"""The text of one card, or the title of one step, typed otherwise in the grid and in a flat sheet: nothing is chosen in silence."""

from __future__ import annotations

import io
import json
import re
from typing import Any

import openpyxl
import pytest

from blueprint_cli.edit.returning.importing import Imported, unified_diff
from blueprint_cli.errors import BlueprintError
from blueprint_cli.report.imports.json import render
from blueprint_cli.workbook.revisions import Outcome, Side

from .returning.phases import came, imported, loaded, sent

MAP = """blueprint: 1
title: Repair
steps:
  - title: Asks
    customer: Calls
    frontstage: {action: Answers, wait: 5 min}   # the desk
    pain_points: Waits long
"""
BOTH = {"Blueprint!C12": "Picks up", "Cards!E5": "Says hello"}
CARD = "steps[0].frontstage[0]"
HELP = "--take 'Blueprint!C12=theirs' or 'Cards!E5=theirs', --mine keeps the file's"


def _typed(cells: dict[str, Any]) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(sent(MAP.encode())))
    assert book["Blueprint"]["C12"].value == "Answers"
    assert book["Cards"]["E5"].value == "=Blueprint!$C$12"
    for name, value in cells.items():
        sheet, _, cell = name.rpartition("!")
        book[sheet][cell].value = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _answers(text: str) -> str:
    return MAP.replace("action: Answers", f"action: {text}")


def test_both_are_listed_and_none_is_written() -> None:
    for side in (None, "theirs"):
        found = imported(_typed(BOTH), MAP.encode(), side=side)
        assert [(one.state, one.name, one.cell, one.says, one.why, one.help) for one in found.revisions] == [
            ("undecided", CARD, "Blueprint!C12", '"Answers" → "Picks up"', 'Cards!E5 says "Says hello": which of them?', HELP)
        ]  # fmt: skip
        assert (found.text, found.notes) == (MAP, ())


@pytest.mark.parametrize(
    ("name", "side", "text"),
    [
        ("Blueprint!C12", "theirs", "Picks up"),
        (CARD, "theirs", "Picks up"),
        ("Cards!E5", "theirs", "Says hello"),
        ("Cards!E5", "mine", "Answers"),
        (CARD, "mine", "Answers"),
    ],
)
def test_each_is_taken_by_its_cell(name: str, side: Side, text: str) -> None:
    book = _typed(BOTH)
    found = imported(book, MAP.encode(), takes={name: side})
    assert [one.settled for one in found.revisions] == [side]
    assert found.text == _answers(text)
    if side == "theirs":
        assert unified_diff(loaded(MAP.encode())[0].document, found.text).splitlines()[5:8] == [
            "     customer: Calls",
            "-    frontstage: {action: Answers, wait: 5 min}   # the desk",
            f"+    frontstage: {{action: {text}, wait: 5 min}}   # the desk",
        ]
        assert came(book, found.text.encode())[0] == []


def test_the_file_decides_where_that_is_asked_for() -> None:
    found = imported(_typed(BOTH), MAP.encode(), side="mine")
    assert ([one.settled for one in found.revisions], found.text) == (["mine"], MAP)


@pytest.mark.parametrize(
    ("takes", "settled", "text"),
    [
        ({"Cards!E5": "mine"}, ("theirs", "Blueprint!C12"), "Picks up"),
        ({"Blueprint!C12": "mine"}, ("theirs", "Cards!E5"), "Says hello"),
        ({CARD: "mine"}, ("mine", "Blueprint!C12"), "Answers"),
        ({"Cards!E5": "mine", "Blueprint!C12": "mine"}, ("mine", "Blueprint!C12"), "Answers"),
        ({"Cards!E5": "mine", CARD: "mine"}, ("mine", "Blueprint!C12"), "Answers"),
    ],
)
def test_the_client_is_right_but_for_one_cell(
    takes: dict[str, Side], settled: tuple[str, str], text: str
) -> None:
    book = _typed(BOTH)
    found = imported(book, MAP.encode(), side="theirs", takes=takes)
    assert [(one.settled, one.cell) for one in found.revisions] == [settled]
    assert found.text == _answers(text)
    if settled[0] == "theirs":
        assert came(book, found.text.encode())[0] == []


def test_a_formula_is_not_taken_for_the_text_that_was_turned_down() -> None:
    book = _typed({**BOTH, "Blueprint!C12": "=C5"})
    found = imported(book, MAP.encode(), side="theirs", takes={"Cards!E5": "mine"})
    assert ([(one.state, one.settled) for one in found.revisions], found.text) == ([("undecided", "")], MAP)


def _instead(found: Imported) -> list[Any]:
    told = "".join(render(Outcome("back.xlsx", "map", found.revisions), color=False, width=80))
    return [(one["cell"], one["theirs"], one["instead"]) for one in json.loads(told)["changes"]]


def test_programs_are_told_of_both() -> None:
    own, other = ("Blueprint!C12", "Picks up"), ("Cards!E5", "Says hello")
    cases: list[tuple[dict[str, Side], tuple[str, str], tuple[str, str]]] = [
        ({}, own, other),
        ({own[0]: "theirs"}, own, other),
        ({other[0]: "theirs"}, other, own),
    ]
    for takes, one, instead in cases:
        found = imported(_typed(BOTH), MAP.encode(), takes=takes)
        assert _instead(found) == [(*one, {"cell": instead[0], "theirs": instead[1]})]
    gone = {**BOTH, "Blueprint!C12": None}
    assert _instead(imported(_typed(gone), MAP.encode())) == [
        ("Blueprint!C12", None, {"cell": "Cards!E5", "theirs": "Says hello"})
    ]
    single = {"Blueprint!C12": "Picks up"}
    assert _instead(imported(_typed(single), MAP.encode())) == [("Blueprint!C12", "Picks up", None)]


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("Says hello", 'Blueprint!C12: "Picks up" is left out, since the file says what Cards!E5 says'),
        ("Picks up", 'Cards!E5: "Says hello" is left out, since the file says what Blueprint!C12 says'),
    ],
)
def test_a_file_that_says_one_of_them_does_not_hide_the_other(text: str, note: str) -> None:
    for mine in (_answers(text), _answers(text).replace("title: Asks", "title: Calls")):  # another hand
        found = imported(_typed(BOTH), mine.encode())
        assert (found.revisions, found.text, found.notes) == ((), mine, (note,))
    same = imported(_typed({**BOTH, "Blueprint!C12": "Says hello"}), _answers("Says hello").encode())
    assert (same.revisions, same.notes) == ((), ())


def test_both_cannot_be_taken() -> None:
    said = re.escape(f"Blueprint!C12 and Cards!E5 say different things of {CARD}")
    with pytest.raises(BlueprintError, match=said):
        imported(_typed(BOTH), MAP.encode(), takes={"Blueprint!C12": "theirs", "Cards!E5": "theirs"})


def test_a_third_text_in_the_file_is_a_conflict_of_three() -> None:
    later = _answers("Listens")
    found = imported(_typed(BOTH), later.encode())
    assert [(one.state, one.base, one.theirs, one.mine, one.why, one.help) for one in found.revisions] == [
        ("conflict", "Answers", "Picks up", "Listens", 'the file was changed there, too; Cards!E5 says "Says hello"', HELP)
    ]  # fmt: skip
    taken = imported(_typed(BOTH), later.encode(), takes={"Cards!E5": "theirs"})
    assert taken.text == _answers("Says hello")


def test_what_cannot_be_taken_is_not_offered() -> None:
    cells = {**BOTH, "Blueprint!C12": "=C5"}
    (told,) = imported(_typed(cells), MAP.encode()).revisions
    assert (told.state, told.why, told.help) == (
        "undecided", 'a formula was typed: =C5; Cards!E5 says "Says hello"', "--take 'Cards!E5=theirs', --mine keeps the file's",
    )  # fmt: skip
    assert imported(_typed(cells), MAP.encode(), takes={"Cards!E5": "theirs"}).text == _answers("Says hello")


def test_titles_and_pain_points_too() -> None:
    cells = {"Blueprint!C5": "Rings", "Steps!B4": "Asks twice", "Risks and ideas!C4": "Waits for ever"}
    book = openpyxl.load_workbook(io.BytesIO(_typed({})))
    pain = next(cell.coordinate for row in book["Blueprint"] for cell in row if cell.value == "Waits long")
    told = [(one.name, one.cell, one.why) for one in imported(_typed({**cells, f"Blueprint!{pain}": "Waits"}), MAP.encode()).revisions]  # fmt: skip
    assert told == [
        ("steps[0].title", "Blueprint!C5", 'Steps!B4 says "Asks twice": which of them?'),
        ("steps[0].pain_points[0]", f"Blueprint!{pain}", "'Risks and ideas'!C4 says \"Waits for ever\": which of them?"),
    ]  # fmt: skip


def test_further_cards_in_the_cell_are_no_other_text() -> None:
    book = _typed({**BOTH, "Blueprint!C12": "- Answers\n- Takes notes"})
    told, written = came(book, MAP.encode())
    assert told == [("set", CARD, "Says hello"), ("add", "steps[0].frontstage", "Takes notes")]
    assert b"- {action: Says hello, wait: 5 min}" in written
    assert came(book, written)[0] == []


def test_the_same_text_in_both_places_is_one_edit() -> None:
    book = _typed({**BOTH, "Cards!E5": "Picks up"})
    assert came(book, MAP.encode())[0] == [("set", CARD, "Picks up")]
