"""A column that a client puts in: all that is typed under it is in the new step, or is told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from .conftest import Run

MAP = """\
blueprint: 1
title: Clinic
lang: fr
persona: [vip, standard]
personas: {vip: Pressé, standard: Calme}
teams: {desk: Accueil, lab: Laboratoire}
systems: {crm: Dossier, his: {name: PACS, owner: lab}}
steps:
  - title: Arrive
    customer: {action: Se présente, work: 2 min}
    emotion: {vip: -1, standard: 1}
    frontstage: {action: Accueille, owner: desk, uses: [crm, his], work: 5 min}
  - title: Attend
    customer: {action: Attend, wait: 10 min}
    emotion: 0
    feeling: Inquiet
"""
INTO = ("import", "client.xlsx", "--into", "map.yaml", "--format", "json")


def came(blueprint: Run, folder: Path, cells: dict[str, Any]) -> None:
    """Make the workbook, and type into column E, by lanes."""
    (folder / "map.yaml").write_text(MAP, encoding="utf-8")
    assert blueprint("render", "map.yaml", "-o", "client.xlsx").returncode == 0
    book = load_workbook(folder / "client.xlsx")
    grid = book["Blueprint"]
    rows: dict[str, int] = {}
    for row in range(1, grid.max_row + 1):
        rows.setdefault(str(grid.cell(row, 1).value), row)
    for lane, value in cells.items():
        grid.cell(rows[lane], 5).value = value
    book.save(folder / "client.xlsx")


def told(blueprint: Run) -> list[tuple[str, str, str | None, object]]:
    changes = json.loads(blueprint(*INTO).stdout)["changes"]
    return [(entry["state"], entry["kind"], entry["field"], entry["theirs"]) for entry in changes]


@pytest.mark.parametrize(
    ("cells", "new"),
    [
        ({"=owner": "Accueil"}, "    owner: desk\n    customer: Rentre\n"),
        ({"=owner": "laboratoire"}, "    owner: lab\n    customer: Rentre\n"),
        ({"emotion[vip]": 2}, "    customer: Rentre\n    emotion: {vip: 2}\n"),
        ({"emotion[vip]": 2, "emotion[standard]": -2}, "    customer: Rentre\n    emotion: {vip: 2, standard: -2}\n"),
        ({"emotion": 1}, "    customer: Rentre\n    emotion: 1\n"),
    ],
)  # fmt: skip
def test_owner_and_emotions_are_those_of_the_new_step(
    blueprint: Run, tmp_path: Path, cells: dict[str, Any], new: str
) -> None:
    came(blueprint, tmp_path, {"@title": "Sort", "customer": "Rentre", **cells})
    assert told(blueprint) == [("clear", "add-step", None, "Sort")]
    assert blueprint(*INTO, "--write").returncode == 0
    assert (tmp_path / "map.yaml").read_text(encoding="utf-8") == f"{MAP}  - title: Sort\n{new}"
    assert told(blueprint) == []


@pytest.mark.parametrize(
    ("cells", "change", "why", "way"),
    [
        ({"=owner": "Acueil"}, ("owner", "Acueil"), "the file knows no team 'Acueil'", "did you mean Accueil?"),
        ({"emotion[vip]": "ravi"}, ("emotion[vip]", "ravi"), "'ravi' is no emotion", "one of -2, -1, 0, 1, 2"),
        (
            {"emotion": 1, "emotion[vip]": 2},
            ("emotion", 1), "the step tells personas apart", "say it of each of them",
        ),
        (
            {"=systems": "PACS"},
            (None, "PACS"), "the row only shows what stands in 'Cartes'",
            "type it into 'Cartes': a new step is there once it is in the file and sent again",
        ),
        (
            {"=work": 10},
            (None, 10), "the row only shows what stands in 'Cartes'",
            "type it into 'Cartes': a new step is there once it is in the file and sent again",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_said_of_a_new_step_is_told(
    blueprint: Run, tmp_path: Path, cells: dict[str, Any], change: tuple[str, object], why: str, way: str
) -> None:
    came(blueprint, tmp_path, {"@title": "Sort", "customer": "Rentre", **cells})
    changes = json.loads(blueprint(*INTO).stdout)["changes"]
    assert {entry["kind"] for entry in changes} == {"add-step", "set"}
    left = next(entry for entry in changes if entry["kind"] == "set")
    assert (left["state"], left["field"], str(left["theirs"])) == ("undecided", change[0], str(change[1]))
    assert (left["why"], left["help"]) == (why, way)


@pytest.mark.parametrize(("lane", "typed"), [("emotion", 2), ("emotion[vip]", 1), ("feeling", "Soulagé")])
def test_a_feeling_alone_makes_no_step_and_is_told(
    blueprint: Run, tmp_path: Path, lane: str, typed: object
) -> None:
    came(blueprint, tmp_path, {lane: typed})
    changes = json.loads(blueprint(*INTO).stdout)["changes"]
    assert [
        (entry["state"], entry["kind"], entry["theirs"], entry["why"], entry["help"]) for entry in changes
    ] == [("undecided", "add-step", str(typed), "a step needs a title or a card", "type one into its column")]
