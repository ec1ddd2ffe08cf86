"""Phases over new columns of which the file has the step already: what it does not say of them is told."""

from __future__ import annotations

import pytest

from blueprint_cli.edit.returning.importing import unified_diff

from .returning.phases import DECLARED, FREE, came, imported, loaded, phases_of, sent, typed


def _with_return(text: bytes, phase: str) -> bytes:
    lines = text.splitlines(keepends=True)
    return b"".join([*lines, f"  - {{title: Return, customer: Sends back{phase}}}\n".encode()])


THERE = "steps[5].phase"
CHANGED = ("the file was changed there, too", "--theirs takes the client's, --mine keeps the file's")


def test_the_phase_over_a_new_column_is_told_where_the_file_has_that_step_without_one() -> None:
    later = _with_return(DECLARED, "")
    book = typed(DECLARED, {"H5": "Return", "H4": "Return phase"})
    found = imported(book, later)
    assert [(one.state, one.kind, one.name, one.cell, one.line, one.says) for one in found.revisions] == [
        ("clear", "set", THERE, "Blueprint!H4", 10, 'nothing → "Return phase"'),
        ("clear", "add", "phases[return-phase]", "Blueprint!H4", None, 'phase "Return phase" is new, after "After"'),
    ]  # fmt: skip
    assert (
        unified_diff(loaded(later)[0].document, found.text)
        == """\
--- map.blueprint.yaml
+++ map.blueprint.yaml
@@ -1,10 +1,10 @@
 blueprint: 1
 title: Repair
-phases: [{id: before, title: Before}, {id: during, title: During}, {id: after, title: After}]
+phases: [{id: before, title: Before}, {id: during, title: During}, {id: after, title: After}, {id: return-phase, title: Return phase}]
 steps:
   - {id: a, customer: Asks, phase: before}
   - {id: b, customer: Brings, phase: before}
   - {id: c, customer: Waits, phase: during}
   - {id: d, customer: Calls, phase: during}
   - {id: e, customer: Fetches, phase: after}
-  - {title: Return, customer: Sends back}
+  - {title: Return, phase: return-phase, customer: Sends back}
"""
    )
    assert came(book, found.text.encode())[0] == []
    assert came(sent(found.text.encode()), found.text.encode())[0] == []


@pytest.mark.parametrize(
    ("heading", "phase", "told"),
    [
        ("After", "", ("clear", "After", None, "", "")),
        ("After", ", phase: after", None),
        ("AFTER", ", phase: after", None),
        ("", "", None),
        ("", ", phase: during", None),
        ("After", ", phase: during", ("conflict", "After", "During", *CHANGED)),
        ("Return phase", ", phase: during", ("conflict", "Return phase", "During", *CHANGED)),
        ("Aftre", "", ("undecided", "Aftre", None, "is it the phase 'After'?", "--theirs declares it, --mine leaves it out")),
    ],
)  # fmt: skip
def test_the_phase_over_a_new_column_beside_that_of_the_step_in_the_file(
    heading: str, phase: str, told: tuple[str | None, ...] | None
) -> None:
    later = _with_return(DECLARED, phase)
    book = typed(DECLARED, {"H5": "Return", "H4": heading or None})
    found = imported(book, later)
    steps = [one for one in found.revisions if one.kind == "set"]
    assert [(one.state, one.theirs, one.mine, one.why, one.help) for one in steps] == ([told] if told else [])
    if told and told[0] != "clear":
        assert found.text.encode() == later
        assert imported(book, later, side="mine").text.encode() == later
        taken = imported(book, later, side="theirs").text.encode()
        root = loaded(taken)[1]
        assert root.phase_title(str(root.steps[-1].phase)) == heading
        assert came(book, taken)[0] == []


def test_the_phase_over_a_new_column_in_a_file_that_declares_none() -> None:
    book = typed(FREE, {"H5": "Return", "H4": "Return phase"})
    told, written = came(book, _with_return(FREE, ""))
    assert told == [("set", THERE, "Return phase")]
    assert written == _with_return(FREE, "").replace(b"Return, ", b"Return, phase: Return phase, ")
    assert came(book, written)[0] == []


@pytest.mark.parametrize("text", [FREE, DECLARED], ids=["free", "declared"])
@pytest.mark.parametrize("heading", ["After", "Return phase", "Aftre", None])
def test_a_new_column_that_was_taken_in_is_quiet_about_its_phase(text: bytes, heading: str | None) -> None:
    book = typed(text, {"H5": "Return", "H6": "Sends back", "H4": heading})
    written = imported(book, text, side="theirs").text.encode()
    assert len(loaded(written)[1].steps) == 6
    assert came(book, written)[0] == []
    assert came(sent(written), written)[0] == []


def test_a_phase_that_the_file_has_let_go_is_asked_for_unless_the_step_went_with_its_neighbour() -> None:
    later = DECLARED.replace(b", {id: during, title: During}", b"")
    later = later.replace(b"Waits, phase: during", b"Waits, phase: before")
    later = later.replace(b"Calls, phase: during", b"Calls, phase: after")
    book = typed(DECLARED, {"H5": "Return", "H4": "During"})
    asked = ("undecided", THERE, "the file knows no phase 'During'", "declare it under phases, or type the title of one that is there")  # fmt: skip
    found = imported(book, _with_return(later, ", phase: before"), side="theirs")
    assert [(one.state, one.name, one.why, one.help) for one in found.revisions] == [asked]
    assert found.text.encode() == _with_return(later, ", phase: before")
    taken = imported(book, later, side="theirs").text.encode()
    assert phases_of(taken).endswith("steps[5]:after")
    assert came(book, taken)[0] == []
