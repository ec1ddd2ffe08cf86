"""Headings typed over steps of a map that declares its phases: the new ones are declared, in the place that follows the columns."""

from __future__ import annotations

import re
from typing import Any

import pytest

from blueprint_cli.edit.returning.importing import _sides, unified_diff
from blueprint_cli.edit.returning.mine import Mine
from blueprint_cli.edit.returning.new_phases import NewPhase, revised_new_phases
from blueprint_cli.errors import BlueprintError
from blueprint_cli.workbook.reading.opening import book_of

from .returning.phases import DECLARED, Cells, came, imported, loaded, phases_of, sent, typed

BLOCK = b"""blueprint: 1
title: Repair
phases:
  # the shop
  - {id: before, title: Before}
  - id: during
    title: During   # the long one
  - after
steps:
  - {id: a, customer: Asks, phase: before}
  - {id: b, customer: Brings, phase: before}
  - {id: c, customer: Waits, phase: during}
  - {id: d, customer: Calls, phase: during}
  - {id: e, customer: Fetches, phase: after}
"""


def test_a_new_phase_is_declared_where_the_columns_have_it() -> None:
    book = typed(DECLARED, {"F4": "Pause"})
    found = imported(book, DECLARED)
    assert [(one.state, one.kind, one.name, one.cell, one.line, one.says) for one in found.revisions] == [
        ("clear", "set", "steps[d].phase", "Blueprint!F4", 8, '"During" → "Pause"'),
        ("clear", "add", "phases[pause]", "Blueprint!F4", None, 'phase "Pause" is new, after "During"'),
    ]
    assert (
        unified_diff(loaded(DECLARED)[0].document, found.text)
        == """\
--- map.blueprint.yaml
+++ map.blueprint.yaml
@@ -1,9 +1,9 @@
 blueprint: 1
 title: Repair
-phases: [{id: before, title: Before}, {id: during, title: During}, {id: after, title: After}]
+phases: [{id: before, title: Before}, {id: during, title: During}, {id: pause, title: Pause}, {id: after, title: After}]
 steps:
   - {id: a, customer: Asks, phase: before}
   - {id: b, customer: Brings, phase: before}
   - {id: c, customer: Waits, phase: during}
-  - {id: d, customer: Calls, phase: during}
+  - {id: d, customer: Calls, phase: pause}
   - {id: e, customer: Fetches, phase: after}
"""
    )


def test_new_phases_among_lines_with_comments() -> None:
    book = typed(BLOCK, {"D4": "Mise en route", "F4": "Pause"})
    found = imported(book, BLOCK)
    assert [one.says for one in found.revisions if one.kind == "add"] == [
        'phase "Mise en route" is new, after "Before"',
        'phase "Pause" is new, after "During"',
    ]
    assert (
        unified_diff(loaded(BLOCK)[0].document, found.text)
        == """\
--- map.blueprint.yaml
+++ map.blueprint.yaml
@@ -3,12 +3,14 @@
 phases:
   # the shop
   - {id: before, title: Before}
+  - {id: mise-en-route, title: Mise en route}
   - id: during
     title: During   # the long one
+  - {id: pause, title: Pause}
   - after
 steps:
   - {id: a, customer: Asks, phase: before}
-  - {id: b, customer: Brings, phase: before}
+  - {id: b, customer: Brings, phase: mise-en-route}
   - {id: c, customer: Waits, phase: during}
-  - {id: d, customer: Calls, phase: during}
+  - {id: d, customer: Calls, phase: pause}
   - {id: e, customer: Fetches, phase: after}
"""
    )


@pytest.mark.parametrize(
    ("cells", "declared", "expected"),
    [
        ({"C4": "Start", "D4": "Before"}, "start before during after", "a:start b:before c:during d:during e:after"),
        ({"D4": "One", "F4": "Two"}, "before one during two after", "a:before b:one c:during d:two e:after"),
        ({"D4": "One", "E4": "Two"}, "before one two after", "a:before b:one c:two d:two e:after"),
        ({"G4": "after", "H5": "New", "H4": "End"}, "before during after phase-end", "a:before b:before c:during d:during e:after steps[5]:phase-end"),
        (
            {"H5": "New", "H4": "Later on", "I5": "Newer", "I4": "At last"}, "before during after later-on at-last",
            "a:before b:before c:during d:during e:after steps[5]:later-on steps[6]:at-last",
        ),
        ({"D4": "Été", "F4": "Été"}, "before ete during after", "a:before b:ete c:during d:ete e:after"),
        ({"F4": "مرحلة"}, "before during phase after", "a:before b:before c:during d:phase e:after"),
        ({"F4": "2"}, "before during phase-2 after", "a:before b:before c:during d:phase-2 e:after"),
        ({"D4": "DURING"}, "before during after", "a:before b:during c:during d:during e:after"),
        ({"C4": "In the shop", "D4": "At home"}, "before at-home during after", "a:before b:at-home c:during d:during e:after"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("text", [DECLARED, BLOCK], ids=["on a line", "in a block"])
def test_phases_are_declared_in_the_order_of_the_columns(
    text: bytes, cells: Cells, declared: str, expected: str
) -> None:
    book = typed(text, cells)
    told, written = came(book, text)
    if declared == "before one two after":  # typed into its own place, the title is another one for it
        declared, expected = "before one during after", expected.replace("two", "during")
    root = loaded(written)[1]
    assert " ".join(phase.id for phase in root.phases) == declared
    assert phases_of(written) == expected
    assert {state for state, _, _ in told} <= {"set", "add", "add-step"}
    assert came(book, written)[0] == []
    assert came(sent(written), written)[0] == []


def test_a_step_whose_heading_was_emptied_still_counts_for_the_place_of_a_new_phase() -> None:
    found = imported(typed(DECLARED, {"E4": None, "F4": "Pause"}), DECLARED)
    assert [(one.state, one.name, one.says) for one in found.revisions] == [
        ("undecided", "steps[c].phase", '"During" is taken out'),
        ("clear", "steps[d].phase", '"During" → "Pause"'),
        ("clear", "phases[pause]", 'phase "Pause" is new, after "During"'),
    ]
    root = loaded(found.text.encode())[1]
    assert [phase.id for phase in root.phases] == ["before", "during", "pause", "after"]


def test_an_id_that_another_phase_has_is_numbered() -> None:
    text = DECLARED.replace(b"{id: after,", b"{id: pause,").replace(b"phase: after", b"phase: pause")
    told, written = came(typed(text, {"F4": "Pause"}), text)
    assert told == [("set", "steps[d].phase", "Pause"), ("add", "phases[pause-2]", "Pause")]
    assert phases_of(written) == "a:before b:before c:during d:pause-2 e:pause"


def test_a_lone_phase_gets_company() -> None:
    text = b"blueprint: 1\ntitle: T\nphases: {id: shop, title: Shop}\nsteps:\n  - {id: a, customer: Asks, phase: shop}\n  - {id: b, customer: Goes, phase: shop}\n"
    told, written = came(typed(text, {"D4": "Home"}), text)
    assert told == [("set", "steps[b].phase", "Home"), ("add", "phases[home]", "Home")]
    assert phases_of(written) == "a:shop b:home"
    assert [phase.id for phase in loaded(written)[1].phases] == ["shop", "home"]


QUESTION = ("is it the phase 'During'?", "--theirs declares it, --mine leaves it out")


def test_a_title_that_is_nearly_that_of_a_phase_is_asked_for_once() -> None:
    book = typed(BLOCK, {"F4": "Durring"})
    found = imported(book, BLOCK)
    assert [(one.state, one.name, one.why, one.help) for one in found.revisions] == [
        ("undecided", "steps[d].phase", *QUESTION), ("undecided", "phases[durring]", *QUESTION),
    ]  # fmt: skip
    assert found.text.encode() == BLOCK
    for name in ("phases[durring]", "steps[d].phase"):
        taken = imported(book, BLOCK, takes={name: "theirs"})
        assert phases_of(taken.text.encode()) == "a:before b:before c:during d:durring e:after"
        assert [one.settled for one in taken.revisions] == ["theirs", "theirs"]
    for decided in (
        imported(book, BLOCK, takes={"phases[durring]": "mine"}),
        imported(book, BLOCK, side="mine"),
    ):
        assert [one.settled for one in decided.revisions] == ["mine", "mine"]
        assert decided.text.encode() == BLOCK
    assert came(typed(BLOCK, {"C4": "Phase 1", "D4": "Phase 2"}), BLOCK)[0][-1] == (
        "add", "phases[phase-2]", "Phase 2",
    )  # fmt: skip


def test_a_phase_that_is_left_out_takes_no_steps() -> None:
    book = typed(BLOCK, {"F4": "Pause", "H4": "Later on", "H5": "New"})
    found = imported(book, BLOCK, takes={"phases[pause]": "mine", "phases[later-on]": "mine"})
    assert [(one.state, one.name, one.settled, one.why) for one in found.revisions] == [
        ("clear", "steps[d].phase", "mine", ""), ("clear", "phases[pause]", "mine", ""), ("clear", "phases[later-on]", "mine", ""),
        ("undecided", "steps", "", "its phase is left out"),
    ]  # fmt: skip
    assert found.text.encode() == BLOCK
    with pytest.raises(
        BlueprintError, match=re.escape("steps[d].phase stands on phases[pause], which is left out")
    ):
        imported(book, BLOCK, takes={"phases[pause]": "mine", "steps[d].phase": "theirs"})


def test_a_phase_that_the_file_has_declared_since_is_not_declared_again() -> None:
    book = typed(DECLARED, {"F4": "Pause"})
    later = DECLARED.replace(
        b"{id: after, title: After}", b"{id: after, title: After}, {id: stop, title: Pause}"
    )
    told, written = came(book, later)
    assert told == [("set", "steps[d].phase", "Pause")]
    assert phases_of(written) == "a:before b:before c:during d:stop e:after"


MOVED = DECLARED.replace(b"Calls, phase: during", b"Calls, phase: after")
NOBODY = (
    "undecided",
    "phases[pause]",
    "",
    "no step goes into it yet",
    "it is declared with the first of them",
)


def _decided(cells: Cells, text: bytes, **decisions: Any) -> tuple[list[tuple[str, ...]], bytes]:
    found = imported(typed(DECLARED, cells), text, **decisions)
    return [
        (one.state, one.name, one.settled, one.why, one.help) for one in found.revisions
    ], found.text.encode()


def test_a_new_phase_over_a_step_that_the_file_moved_is_declared_with_that_step_alone() -> None:
    conflict = ("the file was changed there, too", "--theirs takes the client's, --mine keeps the file's")
    step = "steps[d].phase"
    assert _decided({"F4": "Pause"}, MOVED) == ([("conflict", step, "", *conflict), NOBODY], MOVED)
    left = [("conflict", step, "mine", *conflict), ("clear", "phases[pause]", "mine", "", "")]
    taken = [("conflict", step, "theirs", *conflict), ("clear", "phases[pause]", "", "", "")]
    for mine in ({"side": "mine"}, {"takes": {step: "mine"}}, {"takes": {"phases[pause]": "mine"}}):
        assert _decided({"F4": "Pause"}, MOVED, **mine) == (left, MOVED)
    for theirs in ({"side": "theirs"}, {"takes": {step: "theirs"}}):
        told, written = _decided({"F4": "Pause"}, MOVED, **theirs)
        assert told == taken
        assert phases_of(written) == "a:before b:before c:during d:pause e:after"
        assert " ".join(phase.id for phase in loaded(written)[1].phases) == "before during pause after"


def test_a_new_phase_that_one_of_its_steps_surely_enters_is_declared() -> None:
    cells: Cells = {"D4": "Pause", "F4": "Pause"}
    told, written = _decided(cells, MOVED)
    assert [one[:2] for one in told] == [("clear", "steps[b].phase"), ("conflict", "steps[d].phase"), ("clear", "phases[pause]")]  # fmt: skip
    assert phases_of(written) == "a:before b:pause c:during d:after e:after"
    told, written = _decided(cells, MOVED, takes={"steps[b].phase": "mine"})
    assert (told[-1], written) == (NOBODY, MOVED)
    told, written = _decided(cells, DECLARED, takes={"steps[b].phase": "mine", "steps[d].phase": "mine"})
    assert (told[-1], written) == (("clear", "phases[pause]", "mine", "", ""), DECLARED)


def test_a_doubtful_phase_is_left_out_with_the_last_of_its_steps() -> None:
    told, written = _decided({"F4": "Durring"}, DECLARED, takes={"steps[d].phase": "mine"})
    assert [one[:3] for one in told] == [("undecided", "steps[d].phase", "mine"), ("undecided", "phases[durring]", "mine")]  # fmt: skip
    assert written == DECLARED


def test_a_new_phase_over_no_column_is_declared_behind_the_others() -> None:
    source, root = loaded(DECLARED)
    book = book_of(typed(DECLARED, {"F4": "Pause"}), "back.xlsx")
    sides = _sides(book, Mine.of(source, root), None)
    sides.new_phases["nowhere"] = NewPhase("nowhere", "Nowhere")
    assert [one.revision.says for one in revised_new_phases(sides)] == [
        'phase "Nowhere" is new, after "After"'
    ]
