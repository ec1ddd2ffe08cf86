"""A card or a step that a client took out of the grid, with a new text of it in a flat sheet: it is not taken out in silence."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import openpyxl
import pytest
from tests.functional.returning.mine import import_both_ways
from tests.functional.returning.phases import came, imported, loaded, sent

from blueprint_cli.edit.returning.importing import Decisions, Imported
from blueprint_cli.errors import BlueprintError
from blueprint_cli.workbook.reading.opening import book_of
from blueprint_cli.workbook.revisions import Side

MAP = """blueprint: 1
title: Repair
steps:
  - title: Asks
    customer: Calls
    frontstage:
      - Answers
      - {action: Notes, wait: 5 min}   # the desk
  - title: Brings
    customer: Comes
    frontstage: Receives
  - title: Fetches
    customer: Leaves
"""
CARD = "steps[0].frontstage[1]"
GONE = {"Blueprint!C13": None, "Cards!E6": "Responds"}
WHY = 'taken out of the grid, but Cards!E6 says "Responds"'
HELP = (
    "--take 'Blueprint!C13=theirs' takes it out, --take 'Cards!E6=theirs' keeps it with that text, "
    "--mine leaves it as it is"
)


def _book(cells: dict[str, Any], *, without: str = "") -> bytes:
    """The workbook with cells typed over, and perhaps without the last column of the grid."""
    book = openpyxl.load_workbook(io.BytesIO(sent(MAP.encode())))
    assert (book["Blueprint"]["C13"].value, book["Cards"]["E6"].value) == ("Notes", "=Blueprint!$C$13")
    for name, value in cells.items():
        sheet, _, cell = name.rpartition("!")
        book[sheet][cell].value = value
    if without:
        book["Blueprint"].delete_cols(openpyxl.utils.column_index_from_string(without))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _taken(
    book: bytes,
    takes: Mapping[str, Side] = MappingProxyType({}),
    *,
    side: Side | None = None,
    prune: bool = True,
) -> Imported:
    source, root = loaded(MAP.encode())
    named = {NAMES.get(name, name): taken for name, taken in takes.items()}
    decisions = Decisions(prune=prune, side=side, takes=named)
    return import_both_ways(book_of(book, "back.xlsx"), source, root, decisions)


NAMES = {"grid": "Blueprint!C13", "cards": "Cards!E6", "name": CARD}
KEPT = MAP.replace("action: Notes", "action: Responds")
PRUNED = MAP.replace("      - {action: Notes, wait: 5 min}   # the desk\n", "")


def test_the_card_is_not_taken_out_while_its_text_is_open() -> None:
    for side in (None, "theirs"):
        found = _taken(_book(GONE), side=side)
        assert [(one.state, one.kind, one.name, one.cell, one.why, one.help) for one in found.revisions] == [
            ("undecided", "delete", CARD, "Blueprint!C13", WHY, HELP)
        ]
        assert (found.text, found.notes) == (MAP, ())


@pytest.mark.parametrize(
    ("takes", "side", "kind", "text"),
    [
        ({"cards": "theirs"}, None, "set", KEPT),
        ({"grid": "theirs"}, None, "delete", PRUNED),
        ({"name": "theirs"}, None, "delete", PRUNED),
        ({"grid": "mine"}, "theirs", "set", KEPT),
        ({"cards": "mine"}, "theirs", "delete", PRUNED),
        ({"cards": "theirs", "grid": "mine"}, None, "set", KEPT),
    ],
)
def test_each_is_taken_by_its_cell(takes: dict[str, Side], side: Side | None, kind: str, text: str) -> None:
    book = _book(GONE)
    found = _taken(book, takes, side=side)
    assert [(one.kind, one.settled) for one in found.revisions] == [(kind, "theirs")]
    assert [one.kind for one in found.applied] == [kind]
    assert found.text == text
    assert came(book, found.text.encode())[0] == []


def test_a_removal_that_is_taken_waits_for_its_option_all_the_same() -> None:
    found = _taken(_book(GONE), {"grid": "theirs"}, prune=False)
    assert ([one.settled for one in found.revisions], found.applied, found.text) == (["theirs"], (), MAP)
    kept = _taken(_book(GONE), {"cards": "theirs"}, prune=False)
    assert kept.text == KEPT


def test_the_file_is_right_where_that_is_asked_for() -> None:
    for name in ("grid", "cards", "name"):
        found = _taken(_book(GONE), {name: "mine"})
        assert ([one.settled for one in found.revisions], found.text) == (["mine"], MAP)


def test_both_cannot_be_taken() -> None:
    said = re.escape(f"Blueprint!C13 and Cards!E6 say different things of {CARD}")
    with pytest.raises(BlueprintError, match=said):
        _taken(_book(GONE), {"grid": "theirs", "cards": "theirs"})


def test_a_removal_is_one_where_the_file_took_nothing_of_it() -> None:
    book = _book({"Blueprint!C13": None, "Cards!E6": "Notes"})
    found = _taken(book)
    assert ([(one.state, one.kind) for one in found.revisions], found.text) == ([("clear", "delete")], PRUNED)


def test_two_cards_of_a_lane_are_known_again_by_the_texts_that_were_taken() -> None:
    cells = {**GONE, "Blueprint!C12": "Picks up", "Cards!E5": "Greets"}
    book = _book(cells)
    found = imported(book, MAP.encode(), takes={"Cards!E5": "theirs", "Cards!E6": "theirs"})
    assert found.text == KEPT.replace("- Answers", "- Greets")
    assert came(book, found.text.encode())[0] == []


@pytest.mark.parametrize(
    ("cells", "cell", "says", "text"),
    [
        ({"Steps!B6": "Takes home"}, "Steps!B6", "Takes home", MAP.replace("Fetches", "Takes home")),
        ({"Cards!E9": "Goes"}, "Cards!E9", "Goes", MAP.replace("Leaves", "Goes")),
    ],
)
def test_a_step_is_not_taken_out_while_a_text_of_it_is_open(
    cells: dict[str, Any], cell: str, says: str, text: str
) -> None:
    book = _book(cells, without="E")
    found = imported(book, MAP.encode())
    assert [(one.state, one.kind, one.name, one.cell, one.why, one.help) for one in found.revisions] == [
        (
            "undecided", "delete", "steps[2]", "", f'taken out of the grid, but {cell} says "{says}"',
            f"--take 'steps[2]=theirs' takes it out, --take '{cell}=theirs' keeps it with that text, --mine leaves it as it is",
        )
    ]  # fmt: skip
    assert found.text == MAP
    kept = imported(book, MAP.encode(), takes={cell: "theirs"})
    assert kept.text == text
    assert came(book, kept.text.encode())[0] == []
    gone = imported(book, MAP.encode(), takes={"steps[2]": "theirs"})
    assert gone.text == MAP.replace("  - title: Fetches\n    customer: Leaves\n", "")
    assert came(book, gone.text.encode())[0] == []
    with pytest.raises(
        BlueprintError, match=re.escape(f"steps[2] and {cell} say different things of steps[2]")
    ):
        imported(book, MAP.encode(), takes={"steps[2]": "theirs", cell: "theirs"})


def test_a_step_of_which_several_texts_are_open_stays() -> None:
    book = _book({"Steps!B6": "Takes home", "Cards!E9": "Goes"}, without="E")
    found = imported(book, MAP.encode())
    assert [(one.state, one.kind, one.name, one.why, one.help) for one in found.revisions] == [
        (
            "undecided", "set", "steps[2].title", "it was taken out of the grid",
            "--take 'Steps!B6=theirs' takes the text, --mine leaves it out",
        ),
        (
            "undecided", "delete", "steps[2]", 'taken out of the grid, but Cards!E9 says "Goes", Steps!B6 says "Takes home"',
            "take the texts and keep it, or take it out by hand",
        ),
        (
            "undecided", "set", "steps[2].customer[0]", "it was taken out of the grid",
            "--take 'Cards!E9=theirs' takes the text, --mine leaves it out",
        ),
    ]  # fmt: skip
    assert found.text == MAP
    kept = imported(book, MAP.encode(), side="theirs")
    assert kept.text == MAP.replace("Fetches", "Takes home").replace("Leaves", "Goes")
    assert came(book, kept.text.encode())[0] == []


def test_what_is_kept_is_noted() -> None:
    for book, text, where, cell in (
        (_book(GONE), KEPT, "Blueprint!C13", "Cards!E6"),
        (_book({"Steps!B6": "Goes"}, without="E"), MAP.replace("Fetches", "Goes"), "steps[2]", "Steps!B6"),
    ):
        found = imported(book, text.encode())
        note = f"{where}: not taken out, since the file says what {cell} says"
        assert (found.revisions, found.text, found.notes) == ((), text, (note,))
