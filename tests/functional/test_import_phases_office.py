"""The row of phases in the hands of people at LibreOffice, as xlsx and through OpenDocument."""

from __future__ import annotations

from pathlib import Path

import pytest

from .returning.office import edit
from .returning.phases import came, in_phases, phases_of, sent

pytestmark = pytest.mark.system
MAPS = {name: in_phases(name) for name in ("AAABBBC", "AAABBBA", ".AA..BB", "AABCC")}
APART = ['Cell(grid, "C4:E4").merge(False)', 'Cell(grid, "F4:H4").merge(False)']


def _merge(*areas: str) -> list[str]:
    return [f'Cell(grid, "{area}").merge(True)' for area in areas]


def _type(cell: str, text: str) -> str:
    return f'Cell(grid, "{cell}").String = "{text}"'


EDITS: dict[str, tuple[str, list[str], str]] = {
    "saved": ("AAABBBC", [], ""),
    "saved, with a phase that comes back": ("AAABBBA", [], ""),
    "saved, with steps in no phase": (".AA..BB", [], ""),
    "unmerged": ("AAABBBC", APART, ""),
    "merged over a step of the next phase": (
        "AAABBBC", [*APART, *_merge("C4:F4", "G4:H4")], "a:A b:A c:A d:A e:B f:B g:C",
    ),
    "joined": ("AAABBBC", [*APART, _type("F4", ""), *_merge("C4:H4")], "a:A b:A c:A d:A e:A f:A g:C"),
    "split in the middle": (
        "AAABBBC", [*APART, _type("G4", "M"), *_merge("C4:E4", "G4:H4")], "a:A b:A c:A d:B e:M f:M g:C",
    ),
    "swapped by cutting": (
        "AAABBBC", ['Cut(grid, "C4:E4", "L4")', 'Cut(grid, "F4:H4", "C4")', 'Cut(grid, "L4:N4", "F4")'],
        "a:B b:B c:B d:A e:A f:A g:C",
    ),
    "swapped with their columns": (
        "AAABBBC", ["grid.Columns.insertByIndex(2, 3)", 'Cut(grid, "I1:K60", "C1")', "grid.Columns.removeByIndex(8, 3)"],
        "d:B e:B f:B a:A b:A c:A g:C",
    ),
    "a heading cut and pasted onto a later column": (
        "AAABBBC", [*APART, 'Cut(grid, "F4", "G4")'], "a:A b:A c:A d:A e:B f:B g:C",
    ),
    "a merged heading cut and pasted onto a later column": (
        "AABCC", ['Cut(grid, "F4:G4", "G4")'], "a:A b:A c:B d:B e:C",
    ),
    "a column dragged into another phase": (
        "AAABBBC", [*APART[1:], "grid.Columns.insertByIndex(3, 1)", 'Cut(grid, "H1:H60", "D1")', "grid.Columns.removeByIndex(7, 1)"],
        "a:A e:A b:A c:A d:B f:B g:C",
    ),
    "columns exchanged below the first column of a phase": (
        "AAABBBC",
        [f'Cut(grid, "{cut}", "{to}")' for cut, to in (
            ("E1:E3", "L1"), ("E5:E60", "L5"), ("F1:F3", "E1"), ("F5:F60", "E5"), ("L1:L3", "F1"), ("L5:L60", "F5"),
        )],
        "a:A b:A d:A c:B e:B f:B g:C",
    ),
    "a phase's only column dragged to the front": (
        "AABCC", ["grid.Columns.insertByIndex(2, 1)", 'Cut(grid, "F1:F60", "C1")', "grid.Columns.removeByIndex(5, 1)"],
        "c:B a:A b:A d:C e:C",
    ),
    "the first column of a phase deleted": ("AAABBBC", ["grid.Columns.removeByIndex(5, 1)"], "a:A b:A c:A e:B f:B g:C"),
    "a column put in before all": (
        "AAABBBC", ["grid.Columns.insertByIndex(2, 1)", _type("C5", "New")], "steps[0]:- a:A b:A c:A d:B e:B f:B g:C",
    ),
    "a column put in before all, with a phase": (
        "AAABBBC", ["grid.Columns.insertByIndex(2, 1)", _type("C5", "New"), _type("C4", "Z")], "steps[0]:Z a:A b:A c:A d:B e:B f:B g:C",
    ),
    "a column put in within a phase": (
        "AAABBBC", ["grid.Columns.insertByIndex(3, 1)", _type("D5", "New")], "a:A steps[1]:A b:A c:A d:B e:B f:B g:C",
    ),
    "a column put in between two phases": (
        "AAABBBC", ["grid.Columns.insertByIndex(5, 1)", _type("F5", "New")], "a:A b:A c:A steps[3]:A d:B e:B f:B g:C",
    ),
    "a column put in and taken into the phase behind it": (
        "AAABBBC",
        ["grid.Columns.insertByIndex(5, 1)", _type("F5", "New"), 'Cell(grid, "G4:I4").merge(False)', *_merge("F4:I4")],
        "a:A b:A c:A steps[3]:B d:B e:B f:B g:C",
    ),
    "a column put in at the end": ("AAABBBC", [_type("J5", "New")], "a:A b:A c:A d:B e:B f:B g:C steps[7]:C"),
    "the first of two runs retyped": ("AAABBBA", [_type("C4", "X")], "a:X b:X c:X d:B e:B f:B g:X"),
    "the second of two runs retyped": ("AAABBBA", [_type("I4", "X")], "a:A b:A c:A d:B e:B f:B g:X"),
    "a heading over steps in no phase": (".AA..BB", [_type("F4", "M")], "a:- b:A c:A d:M e:M f:B g:B"),
    "a phase that takes in the step before it": (
        ".AA..BB", ['Cell(grid, "D4:E4").merge(False)', *_merge("C4:E4")], "a:A b:A c:A d:- e:- f:B g:B",
    ),
    "a heading emptied": ("AAABBBC", [_type("F4", "")], "a:A b:A c:A d:- e:- f:- g:C"),
    "the hidden row and column gone, a title retyped": (
        "AAABBBC", ["grid.Rows.removeByIndex(2, 1)", "grid.Columns.removeByIndex(0, 1)", _type("B3", "B")],
        "a:B b:B c:B d:B e:B f:B g:C",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def returned(soffice: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two workbooks an edit, named by its place among them."""
    folder = tmp_path_factory.mktemp("phases")
    for name, text in MAPS.items():
        (folder / f"sent{name}.xlsx").write_bytes(sent(text))
    jobs = [
        (folder / f"sent{name}.xlsx", lines, folder / f"{number}.{kind}")
        for number, (name, lines, _) in enumerate(EDITS.values())
        for kind in ("xlsx", "ods")
    ]
    edit(soffice, folder / "profile", jobs)
    return folder


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
@pytest.mark.parametrize("name", EDITS)
def test_phases_come_back_as_they_stand(returned: Path, name: str, kind: str) -> None:
    book = (returned / f"{list(EDITS).index(name)}.{kind}").read_bytes()
    phases, _, expected = EDITS[name]
    text = MAPS[phases]
    told, written = came(book, text, f"back.{kind}")
    assert phases_of(written) == (expected or phases_of(text))
    assert bool(told) == bool(expected)
    assert {state for state, _, _ in told} <= {"set", "delete", "order", "add-step"}
    assert came(book, written, f"back.{kind}")[0] == []
    assert came(sent(written), written)[0] == []
