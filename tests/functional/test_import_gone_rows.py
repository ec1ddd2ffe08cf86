"""Rows that a client takes out of a flat sheet: one question each, and no fact is lost with them."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from .conftest import Run
from .returning.late import INTO, LATE
from .returning.office import edit

RISKS = "Risques et pistes"
STAYS = "what its row said stays in the file"
LOCATES = "steps[appeler].backstage[localiser]"

ROWS: dict[str, tuple[str, int, int, str, str, str]] = {
    "a card with facts, its cells emptied": ("Cartes", 11, 2, LOCATES, "its row is gone from 'Cartes', and it still stands in Blueprint!D19", f"empty it to take it out; {STAYS}"),
    "a card with facts, the row emptied": ("Cartes", 11, 1, LOCATES, "its row is gone from 'Cartes', and it still stands in Blueprint!D19", f"empty it to take it out; {STAYS}"),
    "a card without facts": ("Cartes", 7, 1, "steps[commander].backstage[0]", "its row is gone from 'Cartes', and it still stands in Blueprint!C19", f"empty it to take it out; {STAYS}"),
    "a step": ("Étapes", 5, 2, "steps[appeler]", "its row is gone from 'Étapes', and it still stands in Blueprint!D5", f"delete its column to take it out; {STAYS}"),
    "a pain point": (RISKS, 9, 2, "steps[appeler].pain_points[0]", "its row is gone from 'Risques et pistes', and it still stands in Blueprint!D28", f"empty it to take it out; {STAYS}"),
    "an opportunity": (RISKS, 14, 1, "steps[appeler].opportunities[0]", "its row is gone from 'Risques et pistes', and it still stands in Blueprint!D30", f"empty it to take it out; {STAYS}"),
    "a fail point": (RISKS, 4, 2, f"{LOCATES}.fail_points[0]", "its row is gone from 'Risques et pistes'", "take it out of the file, or leave it"),
}  # fmt: skip


def emptied(sheet: Any, row: int, first: int = 1) -> None:
    for column in range(first, 20):
        sheet.cell(row, column).value = None


def told(result: subprocess.CompletedProcess[bytes]) -> list[tuple[str, ...]]:
    return [
        (change["kind"], change["state"], change["name"], change["why"] or "", change["help"] or "")
        for change in json.loads(result.stdout)["changes"]
    ]


@pytest.mark.parametrize("name", ROWS)
def test_a_row_that_is_gone_is_one_question(blueprint: Run, tmp_path: Path, sent: Path, name: str) -> None:
    sheet, row, first, at, why, way = ROWS[name]
    (tmp_path / "late.blueprint.yaml").write_bytes(LATE.read_bytes())
    book = load_workbook(sent)
    emptied(book[sheet], row, first)
    book.save(tmp_path / "client.xlsx")
    result = blueprint(*INTO, "--write", "--prune", "--theirs", "--format", "json")
    assert told(result) == [("delete", "undecided", at, why, way)]
    assert result.returncode == 1
    assert (tmp_path / "late.blueprint.yaml").read_bytes() == LATE.read_bytes()
    assert blueprint(*INTO, "--mine").returncode == 0


def test_a_card_that_is_gone_in_the_grid_takes_its_row_along(
    blueprint: Run, tmp_path: Path, sent: Path
) -> None:
    (tmp_path / "late.blueprint.yaml").write_bytes(LATE.read_bytes())
    book = load_workbook(sent)
    emptied(book["Cartes"], 12)
    book["Blueprint"]["D20"] = None
    book.save(tmp_path / "client.xlsx")
    assert told(blueprint(*INTO, "--format", "json")) == [
        ("delete", "clear", "steps[appeler].backstage[1]", "", "")
    ]
    assert blueprint(*INTO, "--write", "--prune").returncode == 0
    assert blueprint(*INTO).stdout == b"no change\n"


@pytest.mark.parametrize("whole", [False, True])
def test_many_rows_are_told_at_once(blueprint: Run, tmp_path: Path, sent: Path, *, whole: bool) -> None:
    (tmp_path / "late.blueprint.yaml").write_bytes(LATE.read_bytes())
    book = load_workbook(sent)
    for row in range(1 if whole else 4, 18):
        emptied(book["Cartes"], row)
    book.save(tmp_path / "client.xlsx")
    whys = [change[3] for change in told(blueprint(*INTO, "--format", "json"))]
    assert "14 rows are gone from 'Cartes', and what they told of still stands" in whys
    assert len(whys) == 1


@pytest.mark.system
@pytest.mark.parametrize("kind", [".xlsx", ".ods"])
def test_rows_deleted_in_libreoffice(
    blueprint: Run, tmp_path: Path, sent: Path, soffice: str, kind: str
) -> None:
    (tmp_path / "late.blueprint.yaml").write_bytes(LATE.read_bytes())
    row = ['sheet = book.Sheets.getByName("Cartes")', "sheet.Rows.removeByIndex(10, 1)"]
    jobs = [
        (sent, row, tmp_path / f"row{kind}"),
        (sent, ['book.Sheets.removeByName("Cartes")'], tmp_path / f"sheet{kind}"),
    ]
    edit(soffice, tmp_path / "profile", jobs)
    _, _, _, _, why, way = ROWS["a card with facts, the row emptied"]
    result = blueprint("import", f"row{kind}", "--into", "late.blueprint.yaml", "--format", "json")
    assert told(result) == [("delete", "undecided", LOCATES, why, way)]
    result = blueprint("import", f"sheet{kind}", "--into", "late.blueprint.yaml", "--format", "json")
    assert [change[3] for change in told(result)] == [
        "14 rows are gone from 'Cartes', and what they told of still stands"
    ]
