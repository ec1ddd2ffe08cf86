"""`blueprint import -o`: a grid made elsewhere becomes a first blueprint, and what was guessed is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from .conftest import Run

GRID = Path(__file__).parents[2] / "examples/workshop-grid.csv"


def test_a_grid_becomes_a_file_that_needs_no_mending(blueprint: Run, tmp_path: Path) -> None:
    (tmp_path / "grid.csv").write_bytes(GRID.read_bytes())
    result = blueprint("import", "grid.csv", "-o", "new.blueprint.yaml")
    assert (result.returncode, result.stdout) == (0, b"")
    said = result.stderr.decode().splitlines()
    assert said[0] == "blueprint: grid.csv: sheet 'grid': 4 steps, in columns"
    assert "  grid!A17: 'Photos' is left out: no layer of a blueprint is called so" in said
    assert "  grid!C6: 'half an hour or so' is not a time: left out (write it in figures: 1 h 30)" in said
    assert said[-2:] == ["new.blueprint.yaml", "next: blueprint lint new.blueprint.yaml"]
    assert blueprint("fmt", "--check", "new.blueprint.yaml").returncode == 0
    assert b"error" not in blueprint("lint", "new.blueprint.yaml", "--ignore", "BP101").stdout
    assert blueprint("render", "new.blueprint.yaml", "-o", "new.svg").returncode == 0


def test_nothing_is_overwritten(blueprint: Run, tmp_path: Path) -> None:
    (tmp_path / "grid.csv").write_bytes(GRID.read_bytes())
    (tmp_path / "new.blueprint.yaml").write_text("mine")
    result = blueprint("import", "grid.csv", "-o", "new.blueprint.yaml")
    assert result.returncode == 2
    assert result.stderr.startswith(b"blueprint: new.blueprint.yaml is already there")
    assert (tmp_path / "new.blueprint.yaml").read_text() == "mine"


def test_standard_output_takes_it_too(blueprint: Run, tmp_path: Path) -> None:
    (tmp_path / "grid.csv").write_bytes(GRID.read_bytes())
    result = blueprint("import", "grid.csv", "-o", "-")
    assert result.stdout.startswith(b"# Read from grid.csv")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["grid.csv"]


def test_a_workbook_of_ours_can_be_read_as_a_strangers(blueprint: Run, tmp_path: Path) -> None:
    source = Path(__file__).parent / "returning/late.blueprint.yaml"
    blueprint("render", str(source), "-o", "late.xlsx")
    assert blueprint("import", "late.xlsx", "-o", "again.blueprint.yaml").returncode == 0
    text = (tmp_path / "again.blueprint.yaml").read_text(encoding="utf-8")
    assert "title: Colis en retard\nlang: fr\n" in text
    assert "L’agent s’excuse et cherche le dossier" in text


@pytest.mark.parametrize("count", [1, 13, 30])
def test_the_title_of_a_wide_workbook_of_ours_is_no_phase(blueprint: Run, tmp_path: Path, count: int) -> None:
    steps = "".join(
        f"  - {{title: Step {n}, customer: Does {n}, frontstage: Answers {n}}}\n" for n in range(count)
    )
    (tmp_path / "wide.yaml").write_text(f"blueprint: 1\ntitle: Late parcel\nsteps:\n{steps}")
    blueprint("render", "wide.yaml", "-o", "wide.xlsx")
    assert blueprint("import", "wide.xlsx", "-o", "again.blueprint.yaml").returncode == 0
    text = (tmp_path / "again.blueprint.yaml").read_text()
    assert "title: Late parcel\n\nsteps:\n" in text
    assert text.count("  - title: Step") == count
    assert "phase" not in text


def test_no_grid_is_one_line(blueprint: Run, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("a,b\nc,d\n")
    result = blueprint("import", "list.csv", "-o", "new.blueprint.yaml")
    assert result.returncode == 2
    assert result.stderr.count(b"\n") == 1
    assert b"no grid is found in it" in result.stderr
    assert not (tmp_path / "new.blueprint.yaml").exists()


def test_a_blank_grid_that_was_filled_in_becomes_a_map(blueprint: Run, tmp_path: Path) -> None:
    blueprint("render", "--blank", "4", "--lang", "fr", "-o", "blank.xlsx")
    book = load_workbook(tmp_path / "blank.xlsx")
    grid = book.active
    assert grid is not None
    row = {grid.cell(number, 1).value: number for number in range(40, 0, -1)}
    grid["B1"], grid["C2"] = "Retour d'un livre", "Une lectrice rend un livre en retard"
    grid["C5"], grid["D5"] = "Arriver", "Déposer"
    for lane, first, second in (
        ("evidence", "Panneau", None),
        ("customer", "Entre", "Pose le livre"),
        ("emotion", 1, -1),
        ("frontstage", None, "• Scanne le livre\n• Dit le montant"),
        ("pain_points", None, "L'amende surprend"),
    ):
        grid.cell(row[lane], 3).value, grid.cell(row[lane], 4).value = first, second
    book.save(tmp_path / "filled.xlsx")
    assert blueprint("import", "filled.xlsx", "-o", "new.blueprint.yaml").returncode == 0
    assert (
        (tmp_path / "new.blueprint.yaml").read_text(encoding="utf-8")
        == """\
# Read from filled.xlsx; what was guessed was said then.
blueprint: 1
title: Retour d'un livre
lang: fr
scenario: Une lectrice rend un livre en retard

steps:
  - title: Arriver
    evidence: Panneau
    customer: Entre
    emotion: 1

  - title: Déposer
    customer: Pose le livre
    emotion: -1
    frontstage:
      - Scanne le livre
      - Dit le montant
    pain_points: L'amende surprend
"""
    )
