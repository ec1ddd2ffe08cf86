"""Maps with phases as clients get them, and what came back of them, in a line each."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import openpyxl
from openpyxl.utils import get_column_letter
from tests.functional.returning.mine import import_both_ways

from blueprint_cli.edit.returning.importing import Decisions, Imported
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.render.formats import xlsx
from blueprint_cli.render.options import Options
from blueprint_cli.source.loading import Source, load_bytes
from blueprint_cli.workbook.reading.opening import book_of
from blueprint_cli.workbook.revisions import Side

Told = tuple[str, str, Any]
Cells = dict[str, str | int | None]

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


def _said(phase: str) -> str:
    return f'"{phase}"' if phase.isdecimal() else phase


def in_phases(phases: str) -> bytes:
    """A map of one step a letter, in the phase of that letter; a dot is none."""
    steps = "abcdefghijkl"
    lines = [
        f"  - {{id: {step}, customer: Does {step}{'' if phase == '.' else f', phase: {_said(phase)}'}}}"
        for step, phase in zip(steps, phases, strict=False)
    ]
    return "\n".join(["blueprint: 1", "title: Long", "steps:", *lines, ""]).encode()


def declaring(phases: str) -> bytes:
    """The same map with its phases declared, in order of appearance, under ids that are their letters made small."""
    text = in_phases(phases)
    for letter in sorted(set(phases) - {"."}):
        text = text.replace(f"phase: {letter}}}".encode(), f"phase: {letter.lower()}}}".encode())
    known = dict.fromkeys(phase for phase in phases if phase != ".")
    entries = ", ".join(f"{{id: {phase.lower()}, title: {phase}}}" for phase in known)
    return text.replace(b"steps:", f"phases: [{entries}]\nsteps:".encode())


def phases_of(text: bytes) -> str:
    """The steps of a map and their phases: `a:A b:In_the_shop c:-`."""
    root = loaded(text)[1]
    return " ".join(f"{step.key}:{(step.phase or '-').replace(' ', '_')}" for step in root.steps)


def loaded(text: bytes) -> tuple[Source, Blueprint]:
    """A map and where it stands."""
    source = load_bytes(text, "map.blueprint.yaml", Path())
    assert isinstance(source.root, Blueprint)
    return source, source.root


def typed(text: bytes, cells: Cells, *areas: str, merged: bool = False) -> bytes:
    """A workbook with its phases unmerged, or left `merged`, some cells typed over, and areas merged."""
    book = openpyxl.load_workbook(io.BytesIO(sent(text)))
    grid = book["Blueprint"]
    for area in [] if merged else [str(area) for area in grid.merged_cells.ranges if area.min_row == 4]:
        grid.unmerge_cells(area)
    for cell, said in cells.items():
        grid[cell] = said
    for area in areas:
        top, _, last = area.partition(":")
        grid.merged_cells.add(f"{top}:{last}")  # what is covered stays, as LibreOffice keeps it
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def carried(text: bytes, order: str, *areas: str) -> bytes:
    """A workbook whose columns stand in another order, headings and anchors with them, merged as is said."""
    book = openpyxl.load_workbook(io.BytesIO(sent(text)))
    grid: Any = book["Blueprint"]
    for area in [str(area) for area in grid.merged_cells.ranges if area.min_row == 4]:
        grid.unmerge_cells(area)
    was = {grid.cell(3, column).value: column for column in range(3, 3 + len(order))}
    now = {get_column_letter(was[step]): get_column_letter(column) for column, step in enumerate(order, 3)}
    columns = {
        step: [grid.cell(row, was[step]).value for row in range(3, grid.max_row + 1)] for step in order
    }
    for column, step in enumerate(order, 3):
        for row, value in enumerate(columns[step], 3):
            grid.cell(row, column).value = value
    anchor = re.compile(r"(Blueprint!\$)([A-Z]+)(\$[3-9]|\$\d\d)")
    for cell in (cell for sheet in book if sheet is not grid for row in sheet.iter_rows() for cell in row):
        if anchor.search(str(cell.value)):
            cell.value = anchor.sub(
                lambda found: f"{found[1]}{now.get(found[2], found[2])}{found[3]}", str(cell.value)
            )
    for area in areas:
        grid.merged_cells.add(area)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def sent(text: bytes) -> bytes:
    """The workbook that a client gets."""
    source, root = loaded(text)
    return xlsx.render(root, Options(source_sha256=source.document.fingerprint()))


def imported(
    book: bytes,
    text: bytes,
    name: str = "back.xlsx",
    side: Side | None = None,
    takes: Mapping[str, Side] = MappingProxyType({}),
) -> Imported:
    """What comes of a workbook, with removals; single changes are taken by their names."""
    source, root = loaded(text)
    return import_both_ways(book_of(book, name), source, root, Decisions(prune=True, side=side, takes=takes))


def came(book: bytes, text: bytes, name: str = "back.xlsx") -> tuple[list[Told], bytes]:
    """What is told of a workbook, and the file with it."""
    found = imported(book, text, name)
    told: list[Told] = [
        (entry.kind if entry.state == "clear" else entry.state, entry.name, entry.theirs)
        for entry in found.revisions
    ]
    return told, found.text.encode()
