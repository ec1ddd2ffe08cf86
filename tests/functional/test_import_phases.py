"""A phase's boundary is moved in the grid: the steps concerned change their phase, and no phase its name."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from blueprint_cli.render.formats import csv
from blueprint_cli.render.options import Options

from .returning.phases import (
    DECLARED,
    FREE,
    Cells,
    Told,
    came,
    imported,
    in_phases,
    loaded,
    phases_of,
    sent,
    typed,
)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({}, []),
        ({"E4": "Before", "F4": "During"}, [("set", "steps[c].phase", "Before")]),
        ({"E4": None, "F4": "During"}, [("set", "steps[c].phase", "Before")]),
        ({"D4": "During"}, [("set", "steps[b].phase", "During")]),
        ({"G4": "During"}, [("set", "steps[e].phase", "During")]),
        ({"E4": "In the shop"}, [("set", "phases[during].title", "In the shop")]),
    ],
)
@pytest.mark.parametrize("text", [FREE, DECLARED], ids=["free", "declared"])
def test_a_boundary_that_moved(text: bytes, cells: Cells, expected: list[tuple[str, str, str]]) -> None:
    book = typed(text, cells)
    told, written = came(book, text)
    assert [(kind, name.casefold(), said) for kind, name, said in told] == expected
    assert came(book, written)[0] == []
    assert came(sent(written), written)[0] == []


def test_a_new_phase_is_taken_where_none_is_declared() -> None:
    told, written = came(typed(FREE, {"F4": "Pause"}), FREE)
    assert told == [("set", "steps[d].phase", "Pause")]
    assert written == FREE.replace(b"Calls, phase: During", b"Calls, phase: Pause")


def test_a_heading_alone_is_seen_by_the_command(tmp_path: Path) -> None:
    (tmp_path / "map.blueprint.yaml").write_bytes(FREE)
    (tmp_path / "back.xlsx").write_bytes(typed(FREE, {"F4": "Pause"}))
    command = [
        sys.executable,
        "-m",
        "blueprint_cli",
        "import",
        "back.xlsx",
        "--into",
        "map.blueprint.yaml",
        "--write",
    ]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "map.blueprint.yaml").read_bytes() == FREE.replace(
        b"Calls, phase: During", b"Calls, phase: Pause"
    )


@pytest.mark.parametrize("text", [FREE, DECLARED])
@pytest.mark.parametrize("cells", [{"C4": "Beforehand"}, {"E4": "Before", "F4": "During"}, {"E4": "Before"}])
def test_a_phase_that_was_written_is_quiet_the_next_time(text: bytes, cells: Cells) -> None:
    book = typed(text, cells)
    told, written = came(book, text)
    assert told
    assert came(book, written)[0] == []


def test_a_boundary_moved_in_a_file_that_changed_elsewhere_is_made() -> None:
    later = FREE.replace(b"customer: Fetches", b"customer: Picks up")
    told, written = came(typed(FREE, {"E4": "Before", "F4": "During"}), later)
    assert told == [("set", "steps[c].phase", "Before")]
    assert written == later.replace(b"Waits, phase: During", b"Waits, phase: Before")


def test_a_boundary_that_moved_on_both_sides_is_a_conflict() -> None:
    later = FREE.replace(b"Waits, phase: During", b"Waits, phase: After")
    [revision] = imported(typed(FREE, {"E4": "Before", "F4": "During"}), later).revisions
    assert (revision.state, revision.name, revision.cell, revision.why) == (
        "conflict", "steps[c].phase", "Blueprint!E4", "the file was changed there, too",
    )  # fmt: skip
    assert (revision.base, revision.theirs, revision.mine) == ("During", "Before", "After")


def test_a_boundary_that_moved_alike_on_both_sides_is_no_change() -> None:
    later = FREE.replace(b"Waits, phase: During", b"Waits, phase: Before")
    assert came(typed(FREE, {"E4": "Before", "F4": "During"}), later)[0] == []


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        (FREE, b"Waits, phase: During", b"Waits, phase: Before"),
        (DECLARED, b"Waits, phase: during", b"Waits, phase: before"),
        (FREE, b"phase: During", b"phase: In the shop"),
        (DECLARED, b"title: During", b"title: In the shop"),
    ],
)
def test_a_file_that_changed_its_own_phases_is_left_in_peace(text: bytes, old: bytes, new: bytes) -> None:
    assert came(typed(text, {}), text.replace(old, new))[0] == []


def test_a_phase_that_the_file_renamed_takes_steps_under_its_new_name() -> None:
    later = FREE.replace(b"phase: Before", b"phase: Order")
    told, written = came(typed(FREE, {"E4": "Before", "F4": "During"}), later)
    assert told == [("set", "steps[c].phase", "Before")]
    assert phases_of(written) == "a:Order b:Order c:Order d:During e:After"


@pytest.mark.parametrize(
    ("phases", "cells", "areas", "expected"),
    [
        ("AAABBBC", {}, ["C4:F4"], "a:A b:A c:A d:A e:B f:B g:C"),
        ("AAABBBC", {"G4": "B"}, ["C4:F4", "G4:H4"], "a:A b:A c:A d:A e:B f:B g:C"),
        ("AAABBBC", {"E4": "B", "F4": None}, ["C4:D4", "E4:H4"], "a:A b:A c:B d:B e:B f:B g:C"),
        ("AAABBBC", {"F4": None}, ["C4:H4"], "a:A b:A c:A d:A e:A f:A g:C"),
        ("AAABBBC", {}, ["C4:H4"], "a:A b:A c:A d:A e:A f:A g:C"),
        ("AAABBBC", {"G4": "M"}, ["C4:E4"], "a:A b:A c:A d:B e:M f:M g:C"),
        ("AAABBBC", {"D4": "M"}, ["D4:E4", "F4:H4"], "a:A b:M c:M d:B e:B f:B g:C"),
        ("AAABBBC", {"C4": "B", "F4": "A"}, [], "a:B b:B c:B d:A e:A f:A g:C"),
        ("AAABBBC", {"I4": "A"}, [], "a:A b:A c:A d:B e:B f:B g:A"),
        ("AAABBBC", {"C4": "B", "F4": "Later"}, [], "a:B b:B c:B d:Later e:Later f:Later g:C"),
        ("AAABBBC", {"C4": "First", "F4": None, "G4": "B"}, [], "a:First b:First c:First d:First e:B f:B g:C"),
        ("AAABBBA", {"C4": "B"}, [], "a:B b:B c:B d:B e:B f:B g:B"),
        ("AAABBBA", {"C4": "X"}, [], "a:X b:X c:X d:B e:B f:B g:X"),
        ("AAABBBA", {"I4": "X"}, [], "a:A b:A c:A d:B e:B f:B g:X"),
        ("AAABBBA", {"H4": "A", "I4": None}, [], "a:A b:A c:A d:B e:B f:A g:A"),
        (".......", {"C4": "P"}, ["C4:I4"], "a:P b:P c:P d:P e:P f:P g:P"),
        (".......", {"D4": "P", "F4": "Q"}, [], "a:- b:P c:P d:Q e:Q f:Q g:Q"),
        (".......", {"D4": "P"}, ["D4:E4"], "a:- b:P c:P d:- e:- f:- g:-"),
        (".AA..BB", {"C4": "S"}, [], "a:S b:A c:A d:- e:- f:B g:B"),
        (".AA..BB", {"D4": "X"}, [], "a:- b:X c:X d:- e:- f:B g:B"),
        (".AA..BB", {"C4": "A", "D4": None}, ["C4:E4"], "a:A b:A c:A d:- e:- f:B g:B"),
        (".AA..BB", {"F4": "B"}, [], "a:- b:A c:A d:B e:B f:B g:B"),
        ("AABB", {"E4": "Après l’été"}, [], "a:A b:A c:Après_l'été d:Après_l'été"),
        ("AABB", {"E4": "مرحلة الإصلاح"}, [], "a:A b:A c:مرحلة_الإصلاح d:مرحلة_الإصلاح"),
        ("AABB", {"E4": 2}, [], "a:A b:A c:2 d:2"),
        ("AABB", {"F4": 2027}, [], "a:A b:A c:B d:2027"),
        ("AABB", {"C4": "X", "E4": "X"}, [], "a:X b:X c:X d:X"),
        ("1122", {"D4": 2}, [], "a:1 b:2 c:2 d:2"),
    ],
)  # fmt: skip
def test_what_stands_over_the_steps_is_what_the_file_says(
    phases: str, cells: Cells, areas: list[str], expected: str
) -> None:
    text = in_phases(phases)
    book = typed(text, cells, *areas)
    told, written = came(book, text)
    assert phases_of(written) == expected
    assert {kind for kind, _, _ in told} == {"set"}
    changed = set(written.decode().split("\n")) - set(text.decode().split("\n"))
    before, after = phases_of(text).split(), expected.split()
    assert len(changed) == sum(one != other for one, other in zip(before, after, strict=True))
    assert came(book, written)[0] == []
    assert came(sent(written), written)[0] == []


@pytest.mark.parametrize("phases", ["AAB", ".AA..BB", "AAABBBA", "....", "A.A.", "1122"])
@pytest.mark.parametrize("merged", [True, False])
def test_phases_that_nobody_touched_are_no_change(phases: str, *, merged: bool) -> None:
    text = in_phases(phases)
    assert came(typed(text, {}, merged=merged), text)[0] == []


@pytest.mark.parametrize(
    ("phases", "cells", "expected"),
    [
        ("AABBC", {"E4": None}, ["steps[c].phase", "steps[d].phase"]),
        ("ABC", {"D4": None}, ["steps[b].phase"]),
        ("AAB", {"C4": None}, ["steps[a].phase", "steps[b].phase"]),
        ("AB", {"C4": None, "D4": None}, ["steps[a].phase", "steps[b].phase"]),
        ("AABBA", {"G4": None}, ["steps[e].phase"]),
    ],
)
def test_a_heading_that_was_emptied_takes_its_steps_out_of_the_phase(
    phases: str, cells: Cells, expected: list[str]
) -> None:
    text = in_phases(phases)
    book = typed(text, cells, merged=True)
    told, written = came(book, text)
    assert told == [("delete", name, None) for name in expected]
    assert written.count(b"phase:") == text.count(b"phase:") - len(expected)
    assert came(book, written)[0] == []
    assert came(sent(written), written)[0] == []


@pytest.mark.parametrize(
    ("phases", "cells", "areas", "expected"),
    [
        ("AAB", {"E4": None}, [], {"steps[c].phase": ""}),
        ("AABBC", {"E4": None}, [], dict.fromkeys(["steps[c].phase", "steps[d].phase"], "its heading was emptied")),
        ("AAAB", {}, ["C4:D4"], {"steps[c].phase": "its phase no longer stands over it"}),
        ("AAAAB", {"D4": "M"}, ["D4:E4"], {"steps[d].phase": "its phase no longer stands over it"}),
        ("ABA", {"C4": None}, [], {"steps[a].phase": "", "steps[c].phase": "its heading was emptied"}),
        ("AABB", {"F4": "=C4"}, [], {"steps[d].phase": "a formula was typed: =C4"}),
    ],
)  # fmt: skip
def test_what_may_be_meant_otherwise_is_asked(
    phases: str, cells: Cells, areas: list[str], expected: dict[str, str]
) -> None:
    text = in_phases(phases)
    found = imported(typed(text, cells, *areas), text).revisions
    assert {entry.name: entry.why for entry in found if entry.kind == "delete" or entry.why} == expected


def test_a_phase_with_another_title_takes_steps_under_it() -> None:
    told, written = came(typed(DECLARED, {"C4": "Beforehand", "E4": None, "F4": "During"}), DECLARED)
    assert told == [("set", "phases[before].title", "Beforehand"), ("set", "steps[c].phase", "Beforehand")]
    assert phases_of(written) == "a:before b:before c:before d:during e:after"


def test_a_workbook_that_does_not_say_what_was_sent_is_compared_with_the_file() -> None:
    book = openpyxl.load_workbook(io.BytesIO(typed(FREE, {"E4": "Before", "F4": "During"})))
    about = next(row for row in book["_bp"].iter_rows(max_col=3) if row[0].value == "@phases")
    about[2].value = None
    out = io.BytesIO()
    book.save(out)
    assert came(out.getvalue(), FREE)[0] == [("set", "steps[c].phase", "Before")]
    later = FREE.replace(b"customer: Fetches", b"customer: Picks up")
    assert came(out.getvalue(), later)[0] == [("undecided", "steps[c].phase", "Before")]


def test_two_headings_with_one_new_title_are_one_phase() -> None:
    told, written = came(typed(DECLARED, {"C4": "X", "E4": "X"}), DECLARED)
    assert told == [
        ("set", "phases[before].title", "X"), ("set", "steps[c].phase", "X"), ("set", "steps[d].phase", "X"),
    ]  # fmt: skip
    assert phases_of(written) == "a:before b:before c:before d:before e:after"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (b"", b"", []),
        (b"Before,Before,During", b"Before,Before,Before", [("undecided", "steps[c].phase", "Before")]),
        (b"Before,Before", b"Order,Order", [("undecided", "phases[before].title", "Order")]),
    ],
)
def test_phases_in_a_csv_are_compared_with_the_file(old: bytes, new: bytes, expected: list[Told]) -> None:
    text = re.sub(rb"customer: (\w+)", rb"title: \1 it, customer: \1, frontstage: Sees \1", DECLARED)
    grid = csv.render(loaded(text)[1], Options())
    assert came(grid.replace(old, new), text, "back.csv")[0] == expected


def test_a_row_of_phases_that_was_deleted_is_told() -> None:
    book = openpyxl.load_workbook(io.BytesIO(typed(FREE, {})))
    book["Blueprint"]["A4"] = None
    out = io.BytesIO()
    book.save(out)
    found = imported(out.getvalue(), FREE)
    assert (found.revisions, found.notes) == (
        (),
        ("the row of phases is gone: every step stays in its phase",),
    )


@pytest.mark.parametrize(
    ("text", "cells", "areas", "expected"),
    [
        (in_phases("AA"), {"C4": "Ahead", "E5": "Leaves"}, [], "a:Ahead b:Ahead steps[2]:Ahead"),
        (
            FREE,
            {"C4": "Ahead", "E4": None, "F4": "During"},
            ["C4:E4"],
            "a:Ahead b:Ahead c:Ahead d:During e:After",
        ),
    ],
    ids=["a new step", "a boundary"],
)
def test_steps_that_come_into_a_renamed_phase_get_its_new_name(
    text: bytes, cells: Cells, areas: list[str], expected: str
) -> None:
    book = typed(text, cells, *areas)
    _, written = came(book, text)
    assert phases_of(written) == expected
    assert came(book, written)[0] == []


def test_a_phase_over_no_step_is_told() -> None:
    found = imported(typed(FREE, {"H4": "Later"}, merged=True), FREE)
    assert (found.revisions, found.notes) == ((), ("Blueprint!H4: stands over no step, and is not read",))


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"H5": "New"}, "a:Before b:Before c:During d:During e:After steps[5]:After"),
        ({"H5": "New", "G4": "Later"}, "a:Before b:Before c:During d:During e:Later steps[5]:Later"),
        ({"H5": "New", "G4": "Before"}, "a:Before b:Before c:During d:During e:Before steps[5]:Before"),
        ({"H5": "New", "H4": "Before"}, "a:Before b:Before c:During d:During e:After steps[5]:Before"),
        ({"H5": "New", "H4": "End"}, "a:Before b:Before c:During d:During e:After steps[5]:End"),
    ],
)
def test_a_new_step_is_in_the_phase_that_stands_over_it(cells: Cells, expected: str) -> None:
    book = typed(FREE, cells, merged=True)
    written = came(book, FREE)[1]
    assert phases_of(written) == expected
    assert came(book, written)[0] == []


def test_a_step_that_the_file_no_longer_has_is_a_conflict() -> None:
    later = FREE.replace(b"  - {id: c, customer: Waits, phase: During}\n", b"")
    [revision] = imported(typed(FREE, {"E4": "Before", "F4": "During"}), later).revisions
    assert (revision.state, revision.name, revision.why) == (
        "conflict", "steps[c].phase", "the file no longer has that step",
    )  # fmt: skip


@pytest.mark.parametrize("title", ["Before", "Ahead", " Ahead\u00a0"])
def test_a_phase_beside_a_card_as_it_was_sent_or_as_it_is_called_now_is_no_change_of_its_own(
    title: str,
) -> None:
    """Formulas are lost where programs keep only what they show."""
    book = openpyxl.load_workbook(io.BytesIO(typed(FREE, {"C4": "Ahead"}, merged=True)))
    for name in ("Cards", "Steps"):
        sheet = book[name]
        column = next(cell.column for cell in sheet[3] if cell.value == "Phase")
        assert sheet.cell(4, column).value == '=Blueprint!$C$4&""'
        sheet.cell(4, column).value = title
    out = io.BytesIO()
    book.save(out)
    assert came(out.getvalue(), FREE)[0] == [("set", "phases[Before].title", "Ahead")]


TWICE = b"blueprint: 1\ntitle: T\nsteps:\n" + b"".join(
    b"  - {id: %s, title: %s, phase: %s, channel: web, customer: Does %s, backstage: Works %s}\n"
    % (at, title, phase, at, at)
    for at, title, phase in (
        (b"a", b"Begin", b"A"), (b"b", b"Call", b"A"), (b"c", b"Wait", b"B"), (b"e", b"Call", b"B"), (b"f", b"End", b"C"),
    )
)  # fmt: skip


def _row(phase: str | None, step: str) -> dict[str, str]:
    said = {"B14": phase, "C14": step, "D14": "Backstage", "E14": "Looks it up"}
    return {cell: text for cell, text in said.items() if text is not None}


def _told(grid: Cells, cards: dict[str, str], steps: dict[str, str]) -> list[tuple[str, str, str, str]]:
    book = openpyxl.load_workbook(io.BytesIO(typed(TWICE, grid)))
    for name, cells in (("Cards", cards), ("Steps", steps)):
        for cell, said in cells.items():
            book[name][cell] = said
    out = io.BytesIO()
    book.save(out)
    found = imported(out.getvalue(), TWICE).revisions
    return [(one.state, one.name, one.cell, one.why or str(one.theirs)) for one in found]


ONLY_SHOWN = "the phase is only shown here"


@pytest.mark.parametrize(
    ("grid", "row", "expected"),
    [
        ({}, _row("A", "Call"), [("clear", "steps[b].backstage", "Cards!B14", "Looks it up")]),
        ({}, _row("B", "Call"), [("clear", "steps[e].backstage", "Cards!B14", "Looks it up")]),
        ({}, _row("C", "Call"), [("undecided", "", "Cards!B14", "'Call' is in the phase 'A' and in 'B', not in 'C'")]),
        ({}, _row(None, "Call"), [("undecided", "", "Cards!C14", "2 steps are called 'Call'")]),
        ({}, _row("C", "=Blueprint!$D$5"), [("undecided", "", "Cards!B14", "'Call' is in the phase 'A', not in 'C'")]),
        ({}, _row("C", "steps[b].customer[0]"), [("undecided", "", "Cards!B14", "'Call' is in the phase 'A', not in 'C'")]),
        (
            {"D4": "B", "E4": None, "F4": "C", "G4": None},
            _row("B", "Call"),
            [
                ("clear", "steps[b].phase", "Blueprint!D4", "B"), ("clear", "steps[e].phase", "Blueprint!F4", "C"),
                ("clear", "steps[b].backstage", "Cards!B14", "Looks it up"),
            ],
        ),
        (
            {"D4": "Pause"},
            _row("Pause", "Call"),
            [("clear", "steps[b].phase", "Blueprint!D4", "Pause"), ("clear", "steps[b].backstage", "Cards!B14", "Looks it up")],
        ),
        (
            {"H5": "Call"},
            _row("C", "Call"),
            [("clear", "steps", "Blueprint!H5", "Call"), ("clear", "new step 'Call'.backstage", "Cards!B14", "Looks it up")],
        ),
    ],
)  # fmt: skip
def test_a_new_row_tells_steps_of_one_title_apart_by_the_phase_over_them(
    grid: Cells, row: dict[str, str], expected: list[tuple[str, str, str, str]]
) -> None:
    assert _told(grid, row, {}) == expected


@pytest.mark.parametrize("formula", ["=C4", '="Shop"', "=Blueprint!$C$4", '=Blueprint!$C$4&""'])
def test_a_formula_over_a_phase_is_told_unless_it_is_that_of_its_step(formula: str) -> None:
    assert _told({}, {}, {"C6": formula}) == [("undecided", "steps[c].phase", "Steps!C6", ONLY_SHOWN)]
    assert _told({}, {"B8": formula.replace("$C$4", "$E$4")}, {}) == (
        [] if "$C$4" in formula else [("undecided", "steps[c].phase", "Cards!B8", ONLY_SHOWN)]
    )


def test_the_phase_that_a_step_was_moved_into_may_be_typed_beside_it() -> None:
    moved = [("clear", "steps[b].phase", "Blueprint!D4", "Pause")]
    assert _told({"D4": "Pause"}, {}, {"C5": "Pause"}) == moved
    assert _told({"D4": "Pause"}, {}, {"C5": "A"}) == moved
    other = ("undecided", "steps[b].phase", "Steps!C5", ONLY_SHOWN)
    assert sorted(_told({"D4": "Pause"}, {}, {"C5": "Shop"})) == sorted([*moved, other])


def test_the_channel_beside_an_action_is_told_as_that_of_its_step() -> None:
    why = "'Channel' is only shown here"
    assert _told({}, {"H4": "Shop"}, {}) == [("undecided", "steps[a].channel", "Cards!H4", why)]
