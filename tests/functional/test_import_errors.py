"""What stands in the way of an import: one clear line, and nothing written."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from .conftest import Run

LATE = Path(__file__).parent / "returning/late.blueprint.yaml"
INTO = ("--into", "late.blueprint.yaml")


@pytest.fixture
def folder(blueprint: Run, tmp_path: Path) -> Path:
    (tmp_path / "late.blueprint.yaml").write_bytes(LATE.read_bytes())
    assert blueprint("render", "late.blueprint.yaml", "-o", "client.xlsx").returncode == 0
    return tmp_path


@pytest.mark.parametrize("name", ["~$client.xlsx", ".~lock.client.xlsx#"])
def test_the_lock_of_an_open_workbook(blueprint: Run, folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"\x0bConsultant")
    result = blueprint("import", name, *INTO)
    assert result.returncode == 2
    assert b"it is the lock of a workbook that is open, not the workbook" in result.stderr
    result = blueprint("import", "client.xlsx", *INTO)
    assert (result.returncode, result.stdout) == (0, b"no change\n")
    assert b"it is open in a spreadsheet program: what is not saved yet is not in it" in result.stderr


def test_a_workbook_of_another_version(blueprint: Run, folder: Path) -> None:
    book = load_workbook(folder / "client.xlsx")
    cell = next(row[2] for row in book["_bp"].iter_rows() if row[0].value == "@format")
    cell.value = "blueprint-workbook/9"
    book.save(folder / "client.xlsx")
    result = blueprint("import", "client.xlsx", *INTO)
    assert result.returncode == 2
    assert b"its format is blueprint-workbook/9, not blueprint-workbook/1" in result.stderr


def test_a_file_that_nobody_may_write(blueprint: Run, folder: Path) -> None:
    book = load_workbook(folder / "client.xlsx")
    book["Blueprint"]["D9"] = "Rappelle"
    book.save(folder / "client.xlsx")
    path = folder / "late.blueprint.yaml"
    path.chmod(0o444)
    assert blueprint("import", "client.xlsx", *INTO).returncode == 1
    result = blueprint("import", "client.xlsx", *INTO, "--write")
    assert (result.returncode, result.stdout) == (2, b"")
    assert (
        b"late.blueprint.yaml is read-only: nothing is written (chmod u+w late.blueprint.yaml)"
        in result.stderr
    )
    assert path.read_bytes() == LATE.read_bytes()


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_blank_grid_is_no_workbook_of_a_map(blueprint: Run, folder: Path, lang: str) -> None:
    blueprint("render", "--blank", "5", "--lang", lang, "--to", "xlsx", "-o", "blank.xlsx")
    result = blueprint("import", "blank.xlsx", *INTO)
    assert result.returncode == 2
    assert b"none of its cards can be found again" in result.stderr
    result = blueprint("import", "blank.xlsx", "-o", "new.blueprint.yaml")
    assert result.returncode == 2
    assert b"the grid has headings, and nothing beside them (fill it in first)" in result.stderr
    assert not (folder / "new.blueprint.yaml").exists()
