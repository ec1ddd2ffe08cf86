"""Maps that are written in other styles: an edit changes the lines of its fact alone, and comes back quiet."""

from __future__ import annotations

import difflib
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from .conftest import Run

BARE = b"blueprint: 1\ntitle: Bare\nsteps:\n- Phones\n- Waits\n"
PERSONAS = b"""blueprint: 1
title: Two
personas: {vip: VIP, standard: Standard}
steps:
  -
    id: one
    customer:
      # above
      action: |-
        Calls
        for long
      work: 5 min   # w
  - title: Two
    emotion: {vip: 1, standard: -1}
    frontstage: [Answers]
"""
FLOW = b'{blueprint: 1, title: "Flow", steps: [{title: A, customer: {action: Calls, work: 5 min}}, Leaves]}\n'
# name: (the file, sheet and text found in it, how far right of it, what is typed there, lines that are gone, lines that are new)
EDITS: dict[str, tuple[bytes, str, str, int, str | int, list[str], list[str]]] = {
    "a system of a bare step": (BARE, "Cards", "Phones", 2, "CRM", ["- Phones"], ["- customer: {action: Phones, uses: CRM}"]),
    "a time of a bare step": (BARE, "Cards", "Waits", 3, "2 h", ["- Waits"], ["- customer: {action: Waits, wait: 2 h}"]),
    "the first emotion of one persona": (PERSONAS, "Blueprint", "emotion[vip]", 2, 2, [], ["    emotion: {vip: 2}"]),
    "a text in a block": (PERSONAS, "Blueprint", "Calls for long", 0, "Calls", ["      action: |-", "        Calls", "        for long"], ["      action: Calls"]),
    "a bare step in brackets": (FLOW, "Blueprint", "Leaves", 0, "Goes: away",
                                [FLOW.decode().strip()], [FLOW.decode().strip().replace("Leaves", '"Goes: away"')]),
}  # fmt: skip


@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("name", EDITS)
def test_an_edit_of_one_fact(blueprint: Run, tmp_path: Path, name: str, ends: str) -> None:
    raw, sheet_name, text, right, value, gone, new = EDITS[name]
    raw = raw.replace(b"\n", ends.encode())
    path = tmp_path / "map.yaml"
    path.write_bytes(raw)
    assert blueprint("render", "map.yaml", "-o", "client.xlsx").returncode == 0
    book = load_workbook(tmp_path / "client.xlsx")
    shown = load_workbook(tmp_path / "client.xlsx", data_only=True)[sheet_name]
    found = next(cell for row in shown.iter_rows() for cell in row if cell.value == text)
    book[sheet_name].cell(found.row, found.column + right).value = value
    book.save(tmp_path / "client.xlsx")
    result = blueprint("import", "client.xlsx", "--into", "map.yaml", "--write", "--format", "json")
    assert [change["state"] for change in json.loads(result.stdout)["changes"]] == ["clear"]
    assert result.returncode == 0
    lines = list(difflib.ndiff(raw.decode().split(ends), path.read_bytes().decode().split(ends)))
    assert [line[2:] for line in lines if line[0] == "-"] == gone
    assert [line[2:] for line in lines if line[0] == "+"] == new
    assert blueprint("import", "client.xlsx", "--into", "map.yaml").stdout == b"no change\n"
