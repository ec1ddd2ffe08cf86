"""Columns that were carried past the headings of phases: single steps, and whole phases with their headings."""

from __future__ import annotations

import pytest

from blueprint_cli.edit.returning.importing import unified_diff

from .returning.phases import DECLARED, FREE, carried, declaring, imported, in_phases, loaded, phases_of, sent

BARE = "no phase stands over it where it is now"


def _quiet(book: bytes, text: bytes) -> None:
    assert imported(book, text).revisions == ()
    assert imported(sent(text), text).revisions == ()


def test_two_phases_that_changed_places_are_one_change_and_their_declaration_follows() -> None:
    book = carried(DECLARED, "cdabe", "C4:D4", "E4:F4")
    found = imported(book, DECLARED)
    assert [(one.state, one.kind, one.name, one.says, one.base, one.theirs) for one in found.revisions] == [
        ("clear", "order", "steps", 'phase "Before" now comes after "During"', "a, b, c, d, e", "c, d, a, b, e")
    ]  # fmt: skip
    assert (
        unified_diff(loaded(DECLARED)[0].document, found.text)
        == """\
--- map.blueprint.yaml
+++ map.blueprint.yaml
@@ -1,9 +1,9 @@
 blueprint: 1
 title: Repair
-phases: [{id: before, title: Before}, {id: during, title: During}, {id: after, title: After}]
+phases: [{id: during, title: During}, {id: before, title: Before}, {id: after, title: After}]
 steps:
+  - {id: c, customer: Waits, phase: during}
+  - {id: d, customer: Calls, phase: during}
   - {id: a, customer: Asks, phase: before}
   - {id: b, customer: Brings, phase: before}
-  - {id: c, customer: Waits, phase: during}
-  - {id: d, customer: Calls, phase: during}
   - {id: e, customer: Fetches, phase: after}
"""
    )
    _quiet(book, found.text.encode())
    left = imported(book, DECLARED, takes={"steps": "mine"})
    assert ([one.settled for one in left.revisions], left.text.encode()) == (["mine"], DECLARED)


@pytest.mark.parametrize(
    ("phases", "order", "areas", "says", "expected"),
    [
        ("AABBBC", "cdeabf", ("C4:E4", "F4:G4"), 'phase "A" now comes after "B"', "BAC"),
        ("AABBBC", "fabcde", ("D4:E4", "F4:H4"), 'phase "C" now comes before "A"', "CAB"),
        ("AABBBC", "abfcde", ("C4:D4", "F4:H4"), 'phase "B" now comes after "C"', "ACB"),
        ("AABBBC", "fcdeab", ("D4:F4", "G4:H4"), 'the phases now come as "C", "B", "A"; before "A", "B", "C"', "CBA"),
        ("AABBBC", "cdabef", (), "now c, d, a, b, e, f; before a, b, c, d, e, f", ""),
        ("AABBAC", "cdabef", ("C4:D4", "E4:F4"), "now c, d, a, b, e, f; before a, b, c, d, e, f", ""),
        ("AABBBC", "bacdef", (), "now b, a, c, d, e, f; before a, b, c, d, e, f", ""),
        (".ABBBC", "bacdef", (), "now b, a, c, d, e, f; before a, b, c, d, e, f", ""),
    ],
)  # fmt: skip
def test_an_order_of_whole_phases_is_told_as_one(
    phases: str, order: str, areas: tuple[str, ...], says: str, expected: str
) -> None:
    for text in (in_phases(phases), declaring(phases.replace(".", "D"))):
        if "." in phases and b"phases:" in text:
            continue
        found = imported(carried(text, order, *areas), text)
        assert next(one.says for one in found.revisions if one.kind == "order") == says
        root = loaded(found.text.encode())[1]
        assert "".join(step.key for step in root.steps) == order
        if expected:
            assert len(found.revisions) == 1
            assert "".join(str(phase.title) for phase in root.phases) in ("", expected)
            _quiet(carried(text, order, *areas), found.text.encode())


def test_an_order_that_the_declared_phases_did_not_have_is_left_to_the_file() -> None:
    text = DECLARED.replace(
        b"{id: before, title: Before}, {id: during, title: During}", b"{id: during, title: During}, {id: before, title: Before}"
    )  # fmt: skip
    found = imported(carried(text, "abecd", "C4:D4", "F4:G4"), text)
    assert [one.says for one in found.revisions] == ['phase "During" now comes after "After"']
    assert [phase.id for phase in loaded(found.text.encode())[1].phases] == ["during", "before", "after"]


@pytest.mark.parametrize("text", [FREE, DECLARED], ids=["free", "declared"])
def test_another_order_in_the_file_is_a_conflict_and_the_phases_follow_whoever_takes_theirs(
    text: bytes,
) -> None:
    lines = text.splitlines(keepends=True)
    first, second = (place for place, line in enumerate(lines) if b"id: a," in line or b"id: b," in line)
    later = b"".join([*lines[:first], lines[second], lines[first], *lines[second + 1 :]])
    book = carried(text, "cdabe", "C4:D4", "E4:F4")
    (told,) = imported(book, later).revisions
    assert (told.state, told.name, told.theirs, told.mine, told.why, told.says) == (
        "conflict", "steps", "c, d, a, b, e", "b, a, c, d, e", "the file has another order, too",
        'phase "Before" now comes after "During"',
    )  # fmt: skip
    assert imported(book, later, side="mine").text.encode() == later
    taken = imported(book, later, side="theirs").text.encode()
    root = loaded(taken)[1]
    assert [step.key for step in root.steps] == ["c", "d", "a", "b", "e"]
    assert [phase.id for phase in root.phases] == (["during", "before", "after"] if text is DECLARED else [])
    _quiet(book, taken)


def test_another_order_of_steps_in_the_file_is_a_conflict_of_steps() -> None:
    lines = FREE.splitlines(keepends=True)
    later = b"".join([*lines[:3], *lines[4:], lines[3]])
    (told,) = imported(carried(FREE, "bacde", "C4:D4", "E4:F4"), later).revisions
    assert (told.state, told.name, told.says, told.mine) == (
        "conflict", "steps", "now b, a, c, d, e; before a, b, c, d, e", "b, c, d, e, a",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("order", "areas", "expected", "asked"),
    [
        ("abdcefg", ("C4:D4", "E4:H4"), "a:A b:A d:B c:B e:B f:B g:C", ""),
        ("abdefcg", ("C4:D4", "E4:H4"), "a:A b:A d:B e:B f:B c:B g:C", ""),
        ("aebcdfg", ("C4:F4", "G4:H4"), "a:A e:A b:A c:A d:B f:B g:C", ""),
        ("abdefcg", ("C4:D4", "E4:G4"), "a:A b:A d:B e:B f:B c:A g:C", "steps[c].phase"),
        ("abcdfge", ("C4:E4", "F4:G4"), "a:A b:A c:A d:B f:B g:C e:B", "steps[e].phase"),
    ],
)
@pytest.mark.parametrize("text", [in_phases("AAABBBC"), declaring("AAABBBC")], ids=["free", "declared"])
def test_a_step_under_a_merged_heading_is_in_its_phase_and_one_under_none_is_asked_for(
    text: bytes, order: str, areas: tuple[str, ...], expected: str, asked: str
) -> None:
    book = carried(text, order, *areas)
    found = imported(book, text)
    assert {one.name: one.why for one in found.revisions if one.state != "clear"} == (
        {asked: BARE} if asked else {}
    )
    assert phases_of(found.text.encode()).casefold() == expected.casefold()
