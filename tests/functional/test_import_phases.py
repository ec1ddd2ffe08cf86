"""A phase's boundary is moved in the grid: the steps concerned change their phase, and no phase its name."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from blueprint_cli.edit.returning.importing import Decisions, import_book
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.render.formats import xlsx
from blueprint_cli.render.options import Options
from blueprint_cli.source.loading import load_bytes
from blueprint_cli.workbook.reading.opening import book_of

FREE = b"""blueprint: 1
title: Repair
steps:
  - {id: a, customer: Asks, phase: Before}
  - {id: b, customer: Brings, phase: Before}
  - {id: c, customer: Waits, phase: During}
  - {id: d, customer: Calls, phase: During}
  - {id: e, customer: Fetches, phase: After}
"""
DECLARED = FREE.replace(
    b"steps:",
    b"phases: [{id: before, title: Before}, {id: during, title: During}, {id: after, title: After}]\nsteps:",
)
for name in (b"Before", b"During", b"After"):
    DECLARED = DECLARED.replace(b"phase: " + name, b"phase: " + name.lower())


def _source(text: bytes) -> tuple[object, Blueprint]:
    source = load_bytes(text, "map.blueprint.yaml", Path())
    assert isinstance(source.root, Blueprint)
    return source, source.root


def _sent(text: bytes) -> bytes:
    source, root = _source(text)
    return xlsx.render(root, Options(source_sha256=source.fingerprint()))  # type: ignore[attr-defined]


def _typed(text: bytes, cells: dict[str, str | None]) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(_sent(text)))
    grid = book["Blueprint"]
    for area in [str(area) for area in grid.merged_cells.ranges if area.min_row == 4]:
        grid.unmerge_cells(area)
    for cell, said in cells.items():
        grid[cell] = said
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _came(book: bytes, text: bytes) -> tuple[list[tuple[str, str, object]], bytes]:
    source, root = _source(text)
    found = import_book(book_of(book, "back.xlsx"), source, root, Decisions(prune=True))  # type: ignore[arg-type]
    told: list[tuple[str, str, object]] = [
        (entry.kind if entry.state == "clear" else entry.state, entry.name, entry.theirs)
        for entry in found.revisions
    ]
    return told, found.text.encode()


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
def test_a_boundary_that_moved(
    text: bytes, cells: dict[str, str | None], expected: list[tuple[str, str, str]]
) -> None:
    book = _typed(text, cells)
    told, written = _came(book, text)
    assert [(kind, name.casefold(), said) for kind, name, said in told] == expected
    assert _came(book, written)[0] == []
    assert _came(_sent(written), written)[0] == []


def test_a_new_phase_is_taken_where_none_is_declared() -> None:
    told, written = _came(_typed(FREE, {"F4": "Pause"}), FREE)
    assert told == [("set", "steps[d].phase", "Pause")]
    assert written == FREE.replace(b"Calls, phase: During", b"Calls, phase: Pause")


def test_a_heading_alone_is_seen_by_the_command(tmp_path: Path) -> None:
    (tmp_path / "map.blueprint.yaml").write_bytes(FREE)
    (tmp_path / "back.xlsx").write_bytes(_typed(FREE, {"F4": "Pause"}))
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


def test_a_new_phase_is_undecided_where_phases_are_declared() -> None:
    told, written = _came(_typed(DECLARED, {"F4": "Pause"}), DECLARED)
    assert told == [("undecided", "steps[d].phase", "Pause")]
    assert written == DECLARED


def _came_later(book: bytes, text: bytes) -> list[tuple[str, str, object]]:
    return _came(book, text)[0]


@pytest.mark.parametrize("text", [FREE, DECLARED])
@pytest.mark.parametrize("cells", [{"C4": "Beforehand"}, {"E4": "Before", "F4": "During"}, {"E4": "Before"}])
def test_a_phase_that_was_written_is_quiet_the_next_time(text: bytes, cells: dict[str, str | None]) -> None:
    book = _typed(text, cells)
    told, written = _came(book, text)
    assert told
    assert _came_later(book, written) == []


def test_a_boundary_moved_in_a_file_that_changed_since_is_a_conflict_not_lost() -> None:
    book = _typed(FREE, {"E4": "Before", "F4": "During"})
    later = FREE.replace(b"customer: Fetches", b"customer: Picks up")
    assert _came_later(book, later) == [("conflict", "steps[c].phase", "Before")]


def test_a_file_that_moved_its_own_boundary_is_left_in_peace() -> None:
    later = FREE.replace(b"Waits, phase: During", b"Waits, phase: Before")
    assert _came_later(_typed(FREE, {}), later) == []
