"""Elapsed times that a client types beside cards: taken where wait and work leave room for them."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
import pytest
from tests.functional.returning.mine import import_both_ways

from blueprint_cli.edit.returning.importing import Decisions, Imported
from blueprint_cli.edit.returning.writing import Writer
from blueprint_cli.source.patches import NoSmallEdit
from blueprint_cli.workbook.reading.opening import book_of

from .returning.phases import came, imported, loaded, sent

MAP = """blueprint: 1
title: Repair
steps:
  - title: Asks
    evidence: Form
    customer: Waits   # for the desk
    frontstage: {action: Confirms, wait: 5 min}
    backstage:
      - {action: Looks, work: 5 min}
      - {action: Orders, wait: 6 min, work: 5 min}
      - {action: Sends, wait: 2 working days, work: 1 h}
    support: {action: Counts, elapsed: 1 h}
"""
ROWS = {"Form": 4, "Waits": 5, "Confirms": 6, "Looks": 7, "Orders": 8, "Sends": 9, "Counts": 10}
COLUMNS = {"wait": 8, "work": 9, "elapsed": 10}
AT = {
    "Form": "steps[0].evidence[0]", "Waits": "steps[0].customer[0]", "Confirms": "steps[0].frontstage[0]", "Looks": "steps[0].backstage[0]",
    "Orders": "steps[0].backstage[1]", "Sends": "steps[0].backstage[2]", "Counts": "steps[0].support[0]",
}  # fmt: skip
ANY_TWO = "any two of wait, work and elapsed give the third: leave one out, or correct one"


def _typed(cells: dict[tuple[str, str], Any], text: str = MAP) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(sent(text.encode())))
    sheet: Any = book["Cards"]
    headings = [sheet.cell(2, column).value for column in COLUMNS.values()]
    assert headings == list(COLUMNS)
    for (card, field), value in cells.items():
        sheet.cell(ROWS[card], COLUMNS[field]).value = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _told(found: Imported) -> list[tuple[str, str, str, str]]:
    return [(one.state, one.name, one.why, one.help) for one in found.revisions]


@pytest.mark.parametrize(
    ("card", "typed", "old", "new"),
    [
        ("Waits", "1 h", "customer: Waits ", "customer: {action: Waits, elapsed: 1 h} "),
        ("Waits", 90, "customer: Waits ", "customer: {action: Waits, elapsed: 90 min} "),
        ("Waits", "unknown", "customer: Waits ", "customer: {action: Waits, elapsed: unknown} "),
        ("Confirms", 15, "wait: 5 min}", "wait: 5 min, elapsed: 15 min}"),
        ("Confirms", "10-20 min", "wait: 5 min}", "wait: 5 min, elapsed: 10-20 min}"),
        ("Looks", "3 days", "{action: Looks, work: 5 min}", "{action: Looks, work: 5 min, elapsed: 3 days}"),
        ("Sends", "3 days", "work: 1 h}", "work: 1 h, elapsed: 3 days}"),
        ("Counts", "2 h", "elapsed: 1 h", "elapsed: 2 h"),
    ],
)
def test_an_elapsed_time_is_taken(card: str, typed: str | int, old: str, new: str) -> None:
    book = _typed({(card, "elapsed"): typed})
    found = imported(book, MAP.encode())
    assert _told(found) == [("clear", f"{AT[card]}.elapsed", "", "")]
    assert found.text == MAP.replace(old, new)
    written = found.text.encode()
    assert came(book, written)[0] == []
    assert came(sent(written), written)[0] == []


def test_an_elapsed_time_that_wait_and_work_make_is_said_already() -> None:
    assert imported(_typed({("Orders", "elapsed"): "11 min"}), MAP.encode()).revisions == ()
    book = _typed({("Orders", "elapsed"): "1 h", ("Orders", "wait"): 55})
    found = imported(book, MAP.encode())
    assert _told(found) == [("clear", "steps[0].backstage[1].wait", "", "")]
    assert found.text == MAP.replace("wait: 6 min", "wait: 55 min")
    assert came(book, found.text.encode())[0] == []


@pytest.mark.parametrize(
    ("cells", "name", "why", "help_line"),
    [
        ({("Orders", "elapsed"): "1 h"}, "Orders", "wait 6 min and work 5 min do not make elapsed 1 h", ANY_TWO),
        ({("Looks", "elapsed"): 3}, "Looks", "work 5 min is longer than elapsed 3 min", ANY_TWO),
        ({("Confirms", "elapsed"): "soon"}, "Confirms", "'soon' is not a time", "write 30 min, 2 h 30, 3 days, 2-5 days, instant or unknown"),
        ({("Confirms", "elapsed"): "=H6+I6"}, "Confirms", "a formula was typed: =H6+I6", "ask for what was meant"),
        ({("Form", "elapsed"): "1 h"}, "Form", "no such thing can be said of it", "leave the cell empty"),
    ],
)  # fmt: skip
def test_an_elapsed_time_that_cannot_be_true_is_asked_for(
    cells: dict[tuple[str, str], Any], name: str, why: str, help_line: str
) -> None:
    expected = [("undecided", f"{AT[name]}.elapsed", why, help_line)]
    assert _told(imported(_typed(cells), MAP.encode())) == expected
    later = MAP.replace("title: Asks", "title: Hopes")
    assert _told(imported(_typed(cells), later.encode())) == expected
    assert imported(_typed(cells), later.encode()).text == later


def test_wait_and_work_that_were_typed_as_well_count() -> None:
    book = _typed({("Waits", "elapsed"): "1 h", ("Waits", "wait"): 20, ("Waits", "work"): 30})
    assert _told(imported(book, MAP.encode()))[-1] == (
        "undecided", "steps[0].customer[0].elapsed", "wait 20 min and work 30 min do not make elapsed 1 h", ANY_TWO,
    )  # fmt: skip
    book = _typed({("Waits", "elapsed"): "1 h", ("Waits", "wait"): 20, ("Waits", "work"): "a while"})
    assert [told[:2] for told in _told(imported(book, MAP.encode()))] == [
        ("clear", "steps[0].customer[0].wait"), ("undecided", "steps[0].customer[0].work"), ("clear", "steps[0].customer[0].elapsed"),
    ]  # fmt: skip


def _decided(book: bytes, text: str, **decisions: Any) -> Imported:
    source, root = loaded(text.encode())
    return import_both_ways(book_of(book, "back.xlsx"), source, root, Decisions(**decisions))


ORDERS = "steps[0].backstage[1]"
ASIDE = "what was emptied stands in the file until it is taken out"
PRUNE = "--prune takes out what was emptied, and then takes this"


@pytest.mark.parametrize(
    ("cells", "why", "new"),
    [
        ({"elapsed": "1 h", "wait": None, "work": None}, "wait 6 min and work 5 min do not make elapsed 1 h", "{action: Orders, elapsed: 1 h}"),
        ({"elapsed": "3 min", "wait": None, "work": None}, "wait 6 min is longer than elapsed 3 min", "{action: Orders, elapsed: 3 min}"),
        ({"elapsed": "20 min", "wait": None}, "wait 6 min and work 5 min do not make elapsed 20 min", "{action: Orders, work: 5 min, elapsed: 20 min}"),
        ({"elapsed": "20 min", "work": None}, "wait 6 min and work 5 min do not make elapsed 20 min", "{action: Orders, wait: 6 min, elapsed: 20 min}"),
    ],
)  # fmt: skip
def test_an_elapsed_time_in_place_of_wait_and_work_waits_for_their_removal(
    cells: dict[str, Any], why: str, new: str
) -> None:
    book = _typed({("Orders", field): value for field, value in cells.items()})
    for decisions in ({}, {"side": "theirs"}, {"takes": {f"{ORDERS}.elapsed": "theirs"}}):
        found = _decided(book, MAP, **decisions)
        assert _told(found)[-1] == ("undecided", f"{ORDERS}.elapsed", f"{why}: {ASIDE}", PRUNE)
        assert (found.revisions[-1].settled, found.text) == ("", MAP)
    left = _decided(book, MAP, side="mine")
    assert (left.revisions[-1].settled, left.text) == ("mine", MAP)
    for decisions in ({}, {"side": "theirs"}, {"side": "mine"}):
        whole = _decided(book, MAP, prune=True, **decisions)
        assert {one.state for one in whole.revisions} == {"clear"}
        assert whole.text == MAP.replace("{action: Orders, wait: 6 min, work: 5 min}", new)
        assert came(book, whole.text.encode())[0] == []


def test_an_elapsed_time_waits_only_for_what_bars_it() -> None:
    book = _typed({("Orders", "elapsed"): "5.5 min", ("Orders", "wait"): None, ("Orders", "work"): None})
    found = _decided(book, MAP, prune=True, takes={f"{ORDERS}.work": "mine"})
    assert found.text == MAP.replace("wait: 6 min, work: 5 min", "work: 5 min, elapsed: 5.5 min")
    found = _decided(book, MAP, prune=True, takes={f"{ORDERS}.wait": "mine"})
    assert found.text == MAP.replace("wait: 6 min, work: 5 min", "wait: 6 min")
    assert _told(found)[-1][0] == "undecided"
    assert _told(found)[-1][3] == ANY_TWO


def test_an_elapsed_time_over_a_wait_that_the_file_has_changed_waits_for_that_decision() -> None:
    book = _typed({("Orders", "elapsed"): "20 min", ("Orders", "wait"): None})
    later = MAP.replace("wait: 6 min", "wait: 7 min")
    why = f"wait 7 min and work 5 min do not make elapsed 20 min: {ASIDE}"
    for decisions in ({}, {"takes": {f"{ORDERS}.elapsed": "theirs"}}):
        found = _decided(book, later, prune=True, **decisions)
        assert _told(found)[-1] == ("undecided", f"{ORDERS}.elapsed", why, f"settle {ORDERS}.wait first")
        assert (_told(found)[0][:2], found.text) == (("conflict", f"{ORDERS}.wait"), later)
    left = _decided(book, later, prune=True, side="mine")
    assert (_told(left)[-1], left.text) == (("undecided", f"{ORDERS}.elapsed", why, ANY_TWO), later)
    assert [one.settled for one in left.revisions] == ["mine", "mine"]
    taken = _decided(book, later, prune=True, side="theirs")
    assert taken.text == later.replace("wait: 7 min, work: 5 min", "work: 5 min, elapsed: 20 min")
    assert _decided(book, later, side="theirs").text == later


def test_an_elapsed_time_is_held_back_where_the_removal_cannot_be_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: object) -> None:
        raise NoSmallEdit(())

    monkeypatch.setattr(Writer, "unset", refuse)
    book = _typed({("Orders", "elapsed"): "20 min", ("Orders", "wait"): None, ("Waits", "elapsed"): "1 h"})
    found = _decided(book, MAP, prune=True)
    assert [(state, name, help_line) for state, name, _, help_line in _told(found)] == [
        ("clear", f"{AT['Waits']}.elapsed", ""), ("undecided", f"{ORDERS}.wait", "change it by hand"), ("undecided", f"{ORDERS}.elapsed", ANY_TWO),
    ]  # fmt: skip
    assert found.text == MAP.replace("customer: Waits ", "customer: {action: Waits, elapsed: 1 h} ")


def test_an_elapsed_time_that_the_file_says_otherwise_since_is_a_conflict() -> None:
    book = _typed({("Waits", "elapsed"): "1 h"})
    later = MAP.replace("customer: Waits ", "customer: {action: Waits, elapsed: 2 h} ")
    (told,) = imported(book, later.encode()).revisions
    assert (told.state, told.base, told.theirs, told.mine, told.why) == (
        "conflict", None, "1 h", "2 h", "the file was changed there, too",
    )  # fmt: skip
