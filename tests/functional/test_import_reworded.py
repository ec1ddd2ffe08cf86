"""Cards that the file words otherwise since the workbook was sent: what the client says of them still finds them."""

from __future__ import annotations

from typing import Any

import pytest

from blueprint_cli.edit.returning.importing import Decisions

from .test_import_gone import ANSWERS, CHANGED, MAP, back, came, told
from .test_import_revived import place_of, type_into

CARD = "steps[0].frontstage[0]"
REWORDED = MAP.replace(b"Answers", b"Answers the phone")
OTHER = MAP.replace(ANSWERS, b"{action: Robot, owner: Desk, uses: CRM}")
OTHERWISE = "the card says 'Robot' in the file now"
THEIRS = Decisions(side="theirs")


def typed(book: Any) -> None:
    """Say something of a card in every sheet that tells of it."""
    type_into(book, "Answers", "work", 5)
    type_into(book, "Answers", "owner", "Night desk")
    type_into(book, "Answers", "remark", "Since when?")


def test_a_card_alone_in_its_place_is_found_in_other_words() -> None:
    book = back(typed)
    found = came(book, REWORDED)
    assert told(found) == [
        ("set", "clear", f"{CARD}.owner", ""), ("set", "clear", f"{CARD}.work", ""), ("comment", "clear", f"{CARD}.remark", ""),
    ]  # fmt: skip
    assert "# client: Since when?" in found.text
    assert "action: Answers the phone, owner: Night desk, uses: CRM, work: 5 min" in " ".join(
        found.text.split()
    )
    assert told(came(book, found.text.encode())) == []


def test_a_lone_card_of_wholly_other_words_is_asked_about() -> None:
    book = back(typed)
    found = came(book, OTHER)
    assert told(found) == [
        ("set", "conflict", f"{CARD}.owner", OTHERWISE), ("set", "conflict", f"{CARD}.work", OTHERWISE),
        ("comment", "conflict", f"{CARD}.remark", OTHERWISE),
    ]  # fmt: skip
    assert found.text.encode() == OTHER
    settled = came(book, OTHER, THEIRS).text
    assert "action: Robot, owner: Night desk, uses: CRM, work: 5 min" in " ".join(settled.split())
    assert came(book, OTHER, Decisions(side="mine")).text.encode() == OTHER


@pytest.mark.parametrize("text", [REWORDED, OTHER], ids=["like it", "other"])
def test_both_changed_the_words(text: bytes) -> None:
    def edit(book: Any) -> None:
        place_of(book, "Answers").value = "Takes the call"

    found = came(back(edit), text)
    assert told(found) == [("set", "conflict", CARD, CHANGED)]
    assert "action: Takes the call, owner: Desk" in came(back(edit), text, THEIRS).text


@pytest.mark.parametrize(
    ("now", "state"),
    [
        (b"[Sorts, Packs it up, Labels]", [("set", "clear", "steps[1].backstage[1].work", "")]),
        (b"[Sorts, Pakcs, Labels, Weighs]", [("set", "clear", "steps[1].backstage[1].work", "")]),
        (b"[Labels it, Sorts it, Packs it]", [("set", "clear", "steps[1].backstage[2].work", "")]),
        (b"[Sorts, Hands over, Labels]", [("set", "conflict", "steps[1].backstage[1].work", "the card says 'Hands over' in the file now")]),
        (b"[Sorts, Labels]", [("set", "conflict", "steps[1].backstage[1].work", "the file no longer has it")]),
        (b"[Sorts, Packs it, Packs up, Labels]", [("set", "conflict", "steps[1].backstage[1].work", "the file no longer has it")]),
    ],
    ids=["like it", "slip", "all", "other", "gone", "two"],
)  # fmt: skip
def test_a_card_among_others_is_found_by_likeness(now: bytes, state: list[Any]) -> None:
    book = back(lambda book: type_into(book, "Packs", "work", 5))
    assert told(came(book, MAP.replace(b"[Sorts, Packs, Labels]", now))) == state


def test_a_card_that_says_something_else_is_carried_where_the_client_put_it() -> None:
    def edit(book: Any) -> None:
        cell = place_of(book, "Answers")
        sheet = book["Blueprint"]
        row = next(other.row for other in sheet["A"] if other.value == "frontstage")
        sheet.cell(row, 4).value, cell.value = cell.value, None

    book = back(edit)
    found = came(book, OTHER)
    assert told(found) == [("move", "conflict", CARD, OTHERWISE)]
    assert found.text.encode() == OTHER
    assert (
        "    customer: Waits\n    frontstage:\n      - {action: Robot, owner: Desk, uses: CRM}\n"
        in came(book, OTHER, THEIRS).text
    )


def test_what_may_fail_is_told_of_the_card_in_other_words() -> None:
    text = MAP.replace(b"uses: CRM}", b"uses: CRM, fail_points: [{what: Line busy}]}")

    def edit(book: Any) -> None:
        place = next(c for row in book["Risks and ideas"].iter_rows() for c in row if c.value == "Line busy")
        place.value = "Line dead"

    book = back(edit, text)
    found = came(book, text.replace(b"Answers", b"Answers the phone"))
    assert told(found) == [("set", "clear", f"{CARD}.fail_points[0]", "")]
    other = text.replace(b"Answers", b"Robot")
    assert told(came(book, other)) == [("set", "conflict", f"{CARD}.fail_points[0]", OTHERWISE)]


def test_a_thought_in_other_words_is_asked_about() -> None:
    text = MAP.replace(b"    customer: Phones\n", b"    customer: Phones\n    thought: At last\n")

    def edit(book: Any) -> None:
        place_of(book, "At last").value = "Finally"

    found = came(back(edit, text), text.replace(b"At last", b"At long last"))
    assert told(found) == [("set", "conflict", "steps[0].thought[0]", CHANGED)]
