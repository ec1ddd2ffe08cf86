"""A workbook that is imported a second time, after its edits were written: nothing is left to do."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from tests.functional.returning.mine import import_both_ways

from blueprint_cli.edit.returning.importing import Decisions, Imported
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
    return import_both_ways(
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


def test_a_step_counts_for_the_column_that_it_came_of() -> None:
    """Where one of two columns that are alike was left out, the other one's step is not taken for it."""

    def edit(book: Workbook) -> None:
        typed(book, "customer", 5, "Rides home", "Reads")
        typed(book, "customer", 6, "Rides home")
        book["Blueprint"]["G5"] = "Back"
        typed(book, "customer", 7, "Rides home")

    book = came(MAP, edit)
    left_out = ("add-step", "steps", "Rides home | Reads")
    without = MAP + "  - customer: Rides home\n  - {title: Back, customer: Rides home}\n"
    assert told(imported(book, without)) == [left_out]
    assert told(
        imported(book, MAP + "  - {title: Back, customer: Rides home}\n  - customer: Rides home\n")
    ) == [left_out]


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


# Remarks


def remark(at: str) -> Edit:
    return lambda book: said(book, at, "remark", "Check: this\nand that")


def one_more(lane: str, column: int = 3) -> Edit:
    return lambda book: typed(book, lane, column, ..., "One more")


@pytest.mark.parametrize(
    ("was", "lane", "now"),
    [
        (
            "    frontstage: {action: Answers, owner: Desk, uses: CRM}\n",
            "frontstage",
            "    frontstage:\n{}      - {{action: Answers, owner: Desk, uses: CRM}}\n      - One more\n",
        ),
        ("    customer: Phones\n", "customer", "    customer:\n{}      - Phones\n      - One more\n"),
        (
            "    # ours\n    support:   # why\n      action: Tracks\n      owner: Desk\n",
            "support",
            "    # ours\n    support:   # why\n{}      - action: Tracks\n        owner: Desk\n      - One more\n",
        ),
    ],
)
def test_a_remark_goes_with_the_card_that_becomes_an_item(was: str, lane: str, now: str) -> None:
    text = MAP if was in MAP else MAP.replace("    customer: Phones\n", "    customer: Phones\n" + was)
    book = came(text, remark(f"steps[0].{lane}[0]"), one_more(lane))
    comments = "      # client: Check: this\n      # client: and that\n"
    assert quiet_after(book, text) == text.replace(was, now.format(comments))


def test_a_remark_that_was_written_before_goes_with_its_card_later() -> None:
    first = came(MAP, remark("steps[0].customer[0]"))
    later = came(MAP, remark("steps[0].customer[0]"), one_more("customer"))
    alone = quiet_after(first, MAP)
    assert "    # client: and that\n    customer: Phones\n" in alone
    assert imported(later, alone).text == imported(later, MAP).text


@pytest.mark.parametrize(
    "steps", ["steps:\n  - Phones\n", "steps: [{customer: Phones}]\n", "steps:\n  - customer: Phones\n"]
)
def test_a_remark_on_the_first_line_of_a_step_is_written_once(steps: str) -> None:
    text = f"blueprint: 1\ntitle: T\n{steps}"
    made = quiet_after(came(text, remark("steps[0].customer[0]"), one_more("customer")), text)
    assert made.count("# client: Check: this\n") == 1


def test_a_remark_above_a_list_that_was_made_by_hand_is_there() -> None:
    book = came(MAP, remark("steps[0].customer[0]"))
    made = imported(book, MAP).text.replace(
        "    customer: Phones\n", "    customer:\n      - Phones\n      - Reads\n"
    )
    assert told(imported(book, made)) == []


# Texts of several lines


FOLDED = """\
blueprint: 1
title: T
steps:
  - title: Call
    customer: >-
      Phones the
      desk
    quote: |-
      Hello

      there
    support:
      - >-
        Tracks
        it
      - "Tells
        it"   # told
  - Waits a
    while
"""
MORE = "blueprint: 1\ntitle: T\nsteps:\n- title: Call\n  customer: |2\n    Phones\n  support:\n  - |\n    Tracks\n"


def worked(at: str) -> Edit:
    return lambda book: said(book, at, "work", 5)


@pytest.mark.parametrize(
    ("text", "edits", "was", "now"),
    [
        (
            FOLDED,
            [worked("steps[0].customer[0]")],
            "    customer: >-\n      Phones the\n      desk\n",
            "    customer:\n      action: >-\n        Phones the\n        desk\n      work: 5 min\n",
        ),
        (
            FOLDED,
            [worked("steps[0].customer[0]"), one_more("customer")],
            "    customer: >-\n      Phones the\n      desk\n",
            "    customer:\n      - action: >-\n          Phones the\n          desk\n        work: 5 min\n      - One more\n",
        ),
        (
            FOLDED,
            [one_more("quote")],
            "    quote: |-\n      Hello\n\n      there\n",
            "    quote:\n      - |-\n        Hello\n\n        there\n      - One more\n",
        ),
        (
            FOLDED,
            [worked("steps[0].support[0]"), lambda book: said(book, "steps[0].support[0]", "owner", "Desk")],
            "      - >-\n        Tracks\n        it\n",
            "      - action: >-\n          Tracks\n          it\n        work: 5 min\n        owner: Desk\n",
        ),
        (
            FOLDED,
            [worked("steps[0].support[1]")],
            '      - "Tells\n        it"   # told\n',
            '      - action: "Tells\n          it"   # told\n        work: 5 min\n',
        ),
        (
            FOLDED,
            [worked("steps[1].customer[0]"), lambda book: typed(book, "emotion", 4, -1)],
            "  - Waits a\n    while\n",
            "  - customer:\n      action: Waits a\n        while\n      work: 5 min\n    emotion: -1\n",
        ),
        (
            MORE,
            [worked("steps[0].customer[0]"), one_more("customer")],
            "  customer: |2\n    Phones\n",
            "  customer:\n  - action: |2\n      Phones\n    work: 5 min\n  - One more\n",
        ),
        (
            MORE,
            [worked("steps[0].support[0]"), one_more("support")],
            "  - |\n    Tracks\n",
            "  - action: |\n      Tracks\n    work: 5 min\n  - One more\n",
        ),
        (
            'blueprint: 1\ntitle: T\nsteps: [{customer: "Phones\n  them"}]\n',
            [worked("steps[0].customer[0]")],
            '"Phones\n  them"',
            '{action: "Phones\n  them", work: 5 min}',
        ),
    ],
)
def test_a_text_of_several_lines_gains_what_is_said_of_it(
    text: str, edits: list[Edit], was: str, now: str
) -> None:
    assert quiet_after(came(text, *edits), text) == text.replace(was, now)
    crlf = text.replace("\n", "\r\n")
    assert imported(came(crlf, *edits), crlf).text == crlf.replace(
        was.replace("\n", "\r\n"), now.replace("\n", "\r\n")
    )


# What was taken out, and shows something all the same


OWNED = """\
blueprint: 1
title: T
personas: {vip: Guest, standard: Customer}
steps:
  - title: Call
    owner: Desk
    customer: {action: Phones, owner: Ann}
    backstage:
      - {action: Looks, owner: Shop}
      - {action: Reads, owner: Desk}
      - Writes
    emotion: {vip: 1, standard: -1}
  - title: Wait
    customer: Waits
"""


def emptied_owner(at: str) -> Edit:
    return lambda book: said(book, at, "owner", None)


@pytest.mark.parametrize(
    ("edits", "was", "now"),
    [
        ([lambda book: typed(book, "@title", 3, None)], "  - title: Call\n    owner", "  - owner"),
        ([emptied_owner("steps[0].backstage[0]")], "{action: Looks, owner: Shop}", "{action: Looks}"),
        ([emptied_owner("steps[0].customer[0]")], "{action: Phones, owner: Ann}", "{action: Phones}"),
        ([lambda book: typed(book, "emotion[vip]", 3, None)], "{vip: 1, standard: -1}", "{standard: -1}"),
        (
            [lambda book: typed(book, "emotion[vip]", 3, None), lambda book: typed(book, "emotion[standard]", 3, None)],
            "    emotion: {vip: 1, standard: -1}\n",
            "",
        ),
    ],
)  # fmt: skip
def test_what_was_taken_out_stays_out(edits: list[Edit], was: str, now: str) -> None:
    assert quiet_after(came(OWNED, *edits), OWNED) == OWNED.replace(was, now)


def test_what_the_file_has_changed_meanwhile_is_still_a_conflict() -> None:
    book = came(OWNED, lambda book: typed(book, "@title", 3, None), emptied_owner("steps[0].backstage[0]"))
    meanwhile = OWNED.replace("title: Call", "title: Phone").replace("Shop", "Till")
    conflict = "conflict: the file was changed there, too"
    assert told(imported(book, meanwhile)) == [
        (conflict, "steps[0].title", None),
        (conflict, "steps[0].backstage[0].owner", None),
    ]


@pytest.mark.parametrize("at", ["steps[0].backstage[1]", "steps[0].backstage[2]"])
def test_an_owner_that_is_the_steps_cannot_be_taken_out_of_a_card(at: str) -> None:
    """Whether the card says it, too, or not: it would show all the same."""
    found = imported(came(OWNED, emptied_owner(at)), OWNED)
    assert told(found) == [("undecided: the owner is the step's", f"{at}.owner", None)]
    assert found.text == OWNED


# Bullets over a card


@pytest.mark.parametrize(
    ("lane", "texts", "was", "now"),
    [
        (
            "frontstage",
            ["• One thing\n• Two things\nthat go on\n• Three", "Four"],
            "    frontstage: {action: Answers, owner: Desk, uses: CRM}\n",
            "    frontstage:\n      - {action: One thing, owner: Desk, uses: CRM}\n      - Two things that go on\n      - Three\n      - Four\n",
        ),
        (
            "customer",
            ["- Looks it up\n- Dials\n- Phones\n- Waits for somebody"],
            "    customer: Phones\n",
            "    customer:\n      - Looks it up\n      - Dials\n      - Phones\n      - Waits for somebody\n",
        ),
        (  # the card itself is among them
            "customer",
            ["• Phones\n• Writes"],
            "    customer: Phones\n",
            "    customer:\n      - Phones\n      - Writes\n",
        ),
        (
            "frontstage",
            ["1. Asks\n2. Answers"],
            "    frontstage: {action: Answers, owner: Desk, uses: CRM}\n",
            "    frontstage:\n      - Asks\n      - {action: Answers, owner: Desk, uses: CRM}\n",
        ),
        (  # lines without bullets below the card as it was
            "customer",
            ["Phones\nWrites\n- Waits for somebody"],
            "    customer: Phones\n",
            "    customer:\n      - Phones\n      - Writes\n      - Waits for somebody\n",
        ),
        (
            "customer",
            ["Phones\nand writes"],
            "    customer: Phones\n",
            "    customer:\n      - Phones\n      - and writes\n",
        ),
        ("customer", ["Phones again\nand writes"], " Phones\n", " Phones again and writes\n"),
        ("customer", ["- Phones\nagain"], " Phones\n", ' "- Phones again"\n'),  # one bullet is no list
    ],
)
def test_bullets_over_a_card_are_cards_around_it(lane: str, texts: list[str], was: str, now: str) -> None:
    assert quiet_after(came(MAP, lambda book: typed(book, lane, 3, *texts)), MAP) == MAP.replace(was, now)


def test_bullets_over_one_of_several_cards_stay_together() -> None:
    text = MAP.replace("customer: Waits", "customer: [Waits, Reads, Leaves]")
    book = came(text, lambda book: typed(book, "customer", 4, ..., "1. Reads\n2. Writes"))
    found = imported(book, text)
    assert told(found) == [("add", "steps[1].customer", "Writes")]
    assert found.revisions[0].cell == "Blueprint!D8"
    assert quiet_after(book, text) == text.replace("Reads,", "Reads, Writes,")


def test_bullets_over_a_card_that_say_what_another_says_may_be_copies() -> None:
    book = came(MAP, lambda book: typed(book, "customer", 3, "- Phones\n- Waits"))
    found = imported(book, MAP)
    assert told(found) == [("undecided: is it a copy of steps[1].customer[0]?", "steps[0].customer", "Waits")]
    assert found.text == MAP


def carried(book: Workbook, source: str, target: str) -> None:
    """Cut a card and paste it elsewhere: its anchor follows."""
    grid = book["Blueprint"]
    grid[target], grid[source] = grid[source].value, None
    was, now = (f"=Blueprint!${cell[0]}${cell[1:]}" for cell in (source, target))
    anchors = [cell for row in book["_bp"].iter_rows() for cell in row if cell.value == was]
    assert len(anchors) == 1
    anchors[0].value = now


def test_bullets_over_a_card_that_was_carried_to_a_new_column_go_with_it() -> None:
    def edit(book: Workbook) -> None:
        row = rows(book, "customer")[0]
        carried(book, f"D{row}", f"E{row}")
        typed(book, "customer", 5, "- Waits\n- Reads")

    made = quiet_after(came(MAP, edit), MAP)
    assert made == MAP.replace("    customer: Waits\n", "  - {customer: [Waits, Reads]}\n")


def test_a_card_that_was_carried_past_blank_columns_makes_a_step() -> None:
    row = rows(load_workbook(BytesIO(sent(MAP.encode()))), "customer")[0]
    made = quiet_after(came(MAP, lambda book: carried(book, f"D{row}", f"H{row}")), MAP)
    assert made == MAP.replace("    customer: Waits\n", "  - {customer: Waits}\n")


# A text that was written while its card's move was refused


@pytest.mark.parametrize("more", [[], [lambda book: typed(book, "frontstage", 3, "Connects")]])
def test_a_text_that_was_written_is_no_conflict_though_its_card_could_not_be_moved(more: list[Edit]) -> None:
    def edit(book: Workbook) -> None:
        row = rows(book, "pain_points")[0]
        carried(book, f"C{rows(book, 'frontstage')[0]}", f"C{row}")
        book["Blueprint"].cell(row, 3).value = "Answers late"

    book = came(MAP, edit, *more)
    first = imported(book, MAP)
    refused = (
        "undecided: what is said of it cannot be said in pain_points",
        "steps[0].frontstage[0]",
        "steps[0].pain_points",
    )
    assert refused in told(first)
    assert "{action: Answers late, owner: Desk, uses: CRM}" in first.text
    second = imported(book, first.text)
    assert told(second) == [refused]
    assert second.text == first.text
