"""Items put in, taken out and carried elsewhere: only their lines change, and the data is what was asked for."""

from __future__ import annotations

import difflib
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint_cli.edit.patching import Unverified
from blueprint_cli.edit.splicing.data import items_of
from blueprint_cli.edit.splicing.draft import STACKS, Draft
from blueprint_cli.edit.splicing.lines import block_lines
from blueprint_cli.edit.splicing.pieces import Piece
from blueprint_cli.findings import Change
from blueprint_cli.source.patches import NoSmallEdit
from blueprint_cli.source.reading import read_text

TEXT = """\
blueprint: 1
title: T   # title
steps:
  - customer: Phones   # x
    backstage:
      # about a
      - id: a
        action: Does a
        work: 2 min  # two
      - Does b

  # the second
  - id: two
    customer:
      action: Waits
      wait: 2 h
    frontstage: [A, "B, c"]

  - Asks for tea
"""
FLOW = "blueprint: 1\ntitle: T\nsteps: [{customer: A, frontstage: [x, {action: y, work: 1 min}]}, B]\n"
TIGHT = "blueprint: 1\ntitle: T\nsteps:\n- customer: A\n  backstage:\n  - x\n  - action: y\n    work: 1 min\n- customer:\n  - B\n"
FOLDED = 'blueprint: 1\ntitle: T\nsteps:\n  - customer: A\n    backstage:\n      - action: >-\n          long\n          text\n        note: |\n          # no comment\n      - "quoted\n        text"\n  - B'
WIDE = "blueprint: 1\ntitle: T\nsteps:\n    -   customer: A\n        backstage:\n          -   x\n          -   action: y\n    # the second\n    -   customer: B\n        # below\n      # deeper\n"
DOCUMENTS = (TEXT, FLOW, TIGHT, FOLDED, TEXT.replace("\n", "\r\n"))


def changed(text: str, old: str = TEXT) -> tuple[list[str], list[str]]:
    """The lines that are new, and the lines that are gone."""
    lines = list(difflib.unified_diff(old.splitlines(), text.splitlines(), lineterm="", n=0))[2:]
    return [line[1:] for line in lines if line[0] == "+"], [line[1:] for line in lines if line[0] == "-"]


def draft(text: str = TEXT) -> Draft:
    return Draft(read_text(text))


def test_a_second_item_makes_a_list_of_a_lone_text() -> None:
    made = draft()
    made.insert(made.steps[0], "customer", 1, Piece("Calls: again"))
    assert changed(made.document.text) == (
        ["  - customer:", "      - Phones   # x", '      - "Calls: again"'],
        ["  - customer: Phones   # x"],
    )


def test_a_second_item_makes_a_list_of_a_lone_mapping() -> None:
    made = draft()
    made.insert(made.steps[1], "customer", 1, Piece("Sleeps"))
    assert changed(made.document.text) == (
        ["      - action: Waits", "        wait: 2 h", "      - Sleeps"],
        ["      action: Waits", "      wait: 2 h"],
    )


def test_a_bare_step_gets_its_key() -> None:
    made = draft()
    made.insert(made.steps[2], "frontstage", 0, Piece("Pours"))
    assert changed(made.document.text) == (
        ["  - customer: Asks for tea", "    frontstage: Pours"],
        ["  - Asks for tea"],
    )


def test_brackets_stay_brackets() -> None:
    made = draft()
    made.insert(made.steps[1], "frontstage", 1, Piece("C, d"))
    assert changed(made.document.text)[0] == ['    frontstage: [A, "C, d", "B, c"]']
    made = draft(FLOW)
    made.insert(made.steps[0], "customer", 0, Piece("Z"))
    made.insert(made.steps[1], "support", 0, Piece("S"))
    assert made.document.text.endswith(
        "steps: [{customer: [Z, A], frontstage: [x, {action: y, work: 1 min}]}, {customer: B, support: S}]\n"
    )


def test_an_item_is_carried_with_its_comments() -> None:
    made = draft()
    item = made.stacks[made.steps[0], "backstage"][0]
    made.move(item, made.steps[2], "backstage", 0)
    assert changed(made.document.text) == (
        ["  - customer: Asks for tea", "    backstage:", "      # about a", "      - id: a", "        action: Does a", "        work: 2 min  # two"],
        ["      # about a", "      - id: a", "        action: Does a", "        work: 2 min  # two", "  - Asks for tea"],
    )  # fmt: skip
    assert made.route(item) == ("steps", 2, "backstage", 0)


def test_the_last_item_takes_its_key_with_it() -> None:
    made = draft()
    made.take(made.stacks[made.steps[1], "customer"][0])
    assert changed(made.document.text) == ([], ["    customer:", "      action: Waits", "      wait: 2 h"])


def test_the_first_key_of_a_step_can_go() -> None:
    made = draft()
    made.take(made.stacks[made.steps[0], "customer"][0])
    assert changed(made.document.text) == (
        ["  - backstage:"],
        ["  - customer: Phones   # x", "    backstage:"],
    )


def test_a_new_step_stands_apart_as_the_others_do() -> None:
    made = draft()
    made.insert_step(1, Piece({"title": "New", "customer": "Goes", "frontstage": ["x", "y z"]}))
    new = "  - title: New\n    customer: Goes\n    frontstage:\n      - x\n      - y z\n"
    assert made.document.text == TEXT.replace("\n  # the second", f"\n{new}\n  # the second")


def test_steps_change_places_with_their_comments() -> None:
    made = draft()
    first, second, third = made.steps
    made.order_steps([second, first, third])
    assert made.document.text.index("# the second") < made.document.text.index("- customer: Phones")
    assert sorted(made.document.text.splitlines()) == sorted(TEXT.splitlines())


COMMENTED = """\
steps:
  # above the first
  - customer: A
    backstage:
      - x
        # below x
      # below the list
    # below the first

    # below it, too

  # above the second
  - customer: B
    # below the second
# below all
"""


def test_comments_below_a_step_go_with_it_where_they_stand_deeper_than_its_dash() -> None:
    for text in (COMMENTED, COMMENTED.replace("\n", "\r\n")):
        made = draft(text)
        first, second = made.steps
        made.order_steps([second, first])
        assert made.document.text.splitlines() == [
            "steps:", "  # above the second", "  - customer: B", "    # below the second", "",
            "  # above the first", "  - customer: A", "    backstage:", "      - x", "        # below x", "      # below the list",
            "    # below the first", "", "    # below it, too", "# below all",
        ]  # fmt: skip
        made = draft(text)
        made.insert_step(1, Piece({"title": "New"}))
        assert changed(made.document.text, text) == (["  - title: New", ""], [])
        assert made.document.text.index("New") < made.document.text.index("# above the second")
        made = draft(text)
        made.take_step(made.steps[0])
        assert made.document.text.splitlines() == ["steps:", *text.splitlines()[11:]]


def test_comments_below_a_card_go_with_it_and_those_below_its_list_stay() -> None:
    made = draft(COMMENTED)
    first, second = made.steps
    made.move(made.stacks[first, "backstage"][0], second, "backstage", 0)
    assert "    backstage:\n      - x\n        # below x\n" in made.document.text.partition("customer: B")[2]
    assert "# below the list" in made.document.text.partition("customer: B")[0]


def test_a_remark_stands_once_above_its_part() -> None:
    made = draft()
    item = made.stacks[made.steps[0], "backstage"][1]
    made.remark(made.route(item), ["really?", "ask again"])
    made.remark(made.route(item), ["really?"])
    assert changed(made.document.text) == (["      # client: really?", "      # client: ask again"], [])
    made.remark(("steps", 1, "customer", 0), ["how long?"])
    assert "    # client: how long?\n    customer:\n" in made.document.text


def test_a_key_goes_to_its_usual_place() -> None:
    made = draft()
    made.add_key(("steps", 1), "emotion", -1)
    made.add_key((), "scenario", "A case: one")
    added, gone = changed(made.document.text)
    assert not gone
    assert added == ['scenario: "A case: one"', "    emotion: -1"]
    assert made.document.text.index("emotion") < made.document.text.index("frontstage")


def test_what_is_refused_leaves_the_draft_as_it_was() -> None:
    made = draft(FLOW)
    before = made.document

    def two_changes() -> None:
        with made.whole():
            made.insert(made.steps[0], "customer", 1, Piece("B"))
            made.change(Change("set", ("steps", 9, "title"), value="x"))

    with pytest.raises((NoSmallEdit, Unverified)):
        two_changes()
    assert made.document is before


def test_comments_do_not_get_lost_in_brackets() -> None:
    made = draft()
    with pytest.raises(NoSmallEdit), made.whole():
        made.move(made.stacks[made.steps[0], "backstage"][0], made.steps[1], "frontstage", 0)


@pytest.mark.parametrize(
    ("value", "lines"),
    [
        ({"a": "x", "b": ["one", "two words"]}, ["a: x", "b:", "  - one", "  - two words"]),
        ({"a": ["one", "two"]}, ["a: [one, two]"]),
        ({"a": {"b": 1, "c": "d, e"}}, ['a: {b: 1, c: "d, e"}']),
        ([{"action": "x", "uses": ["a", "b"]}], ["- action: x", "  uses: [a, b]"]),
    ],
)
def test_data_as_lines(value: Any, lines: list[str]) -> None:
    assert block_lines(value) == lines
    assert read_text("\n".join(lines)).data == value


def _comments(text: str) -> list[str]:
    document = read_text(text)
    return sorted(text[start:end] for start, end in document.comments())


TEXTS = st.text(alphabet="ab é:#-'\"[]{},&*!|>%@?\\", min_size=1, max_size=8).filter(
    lambda text: text.strip() == text
)


@given(
    st.sampled_from(DOCUMENTS),
    st.lists(
        st.tuples(st.integers(0, 5), st.integers(0, 6), st.integers(0, 6), st.integers(0, 3), TEXTS),
        max_size=6,
    ),
)
def test_whatever_is_done_the_text_says_what_was_asked(
    text: str, doings: list[tuple[int, int, int, int, str]]
) -> None:
    """Each edit is read again; here it is checked that tokens, comments and line ends stay true, too."""
    made = draft(text)
    for what, step, lane, index, new in doings:
        _do(made, what, step, lane, index, new)
    assert len(made.steps) == len(items_of(made.document.data["steps"]))
    for (token, key), stack in made.stacks.items():
        if token in made.steps:
            for place, item in enumerate(stack):
                assert made.route(item) == ("steps", made.steps.index(token), key, place)
                made.value(made.route(item))
    if "\r\n" in text:
        assert not re.search(r"(?<!\r)\n", made.document.text)
    if not any(what in (3, 4) for what, *_ in doings):
        assert _comments(made.document.text) == _comments(text)


def _do(made: Draft, what: int, step: int, lane: int, index: int, new: str) -> None:
    token = made.steps[step % len(made.steps)]
    key = STACKS[lane]
    stack = made.stacks[token, key]
    try:
        with made.whole():
            if what == 0:
                made.insert(token, key, min(index, len(stack)), Piece(new))
            elif what == 1:
                every = [item for step in made.steps for lane in STACKS for item in made.stacks[step, lane]]
                target = made.stacks[token, key]
                chosen = every[index % len(every)] if every else None
                if chosen is not None:
                    made.move(chosen, token, key, min(index, max(len(target) - 1, 0)))
            elif what == 2 and len(stack) > 1:
                made.order(token, key, stack[::-1])
            elif what == 3 and stack:
                made.take(stack[index % len(stack)])
            elif what == 4 and len(made.steps) > 1:
                made.take_step(token)
            elif what == 5:
                made.order_steps([*made.steps[1:], made.steps[0]])
    except (NoSmallEdit, Unverified):
        pass


def test_changes_at_once_leave_nothing_behind_where_a_needed_one_cannot_go_along() -> None:
    draft = Draft(read_text(TEXT))
    first = draft.steps[0]

    def needed() -> None:
        raise NoSmallEdit(())

    def added() -> None:
        draft.insert(first, "backstage", 0, Piece("New"))

    stacks = dict(draft.stacks)
    assert draft.together([needed, added], needed=1) == []
    assert (draft.document.text, draft.stacks) == (TEXT, stacks)
    assert draft.together([needed, added]) == [1]
    assert "- New\n" in draft.document.text


@given(
    st.sampled_from((*DOCUMENTS, TEXT + "  # the end\n", WIDE)),
    st.lists(
        st.tuples(st.integers(0, 2), st.integers(0, 4), st.integers(0, 3), TEXTS), min_size=1, max_size=4
    ),
)
def test_changes_at_once_are_read_again_step_by_step_or_whole_to_the_same_end(
    text: str, doings: list[tuple[int, int, int, str]]
) -> None:
    made = draft(text)

    def make(what: int, step: int, lane: int, new: str) -> None:
        token = made.steps[step % len(made.steps)]
        if what == 0:
            made.insert(token, STACKS[lane], min(lane, len(made.stacks[token, STACKS[lane]])), Piece(new))
        elif what == 1:
            made.change(Change("set", (*made.step_route(token), "customer", 0), value=new))
        else:
            made.remark(made.step_route(token), [f"said: {step}"])

    made.together([lambda doing=doing: make(*doing) for doing in doings])  # type: ignore[misc]
    alone = "document" not in vars(made.edited)
    assert read_text(made.edited.text).data == made.document.data
    assert made.document.text == made.edited.text
    if text is TEXT and [what for what, *_ in doings] == [2]:
        assert alone
