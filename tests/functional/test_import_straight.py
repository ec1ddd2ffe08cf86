"""`blueprint import BOOK --into FILE` is answered without typer: in the very words, and with the very codes, of the whole command."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

from .conftest import Run

LATE = Path(__file__).parent / "returning/late.blueprint.yaml"
WITHOUT = """
import sys
from blueprint_cli.cli import running
running._straight = lambda words: None
sys.exit(running.run(sys.argv[1:]))
"""
TRACED = """
import sys
from blueprint_cli.cli import running
code = running.run(sys.argv[1:])
print([name for name in ("typer", "pydantic", "openpyxl") if name in sys.modules], file=sys.stderr)
sys.exit(code)
"""


def _by(code: str, folder: Path, arguments: tuple[str, ...]) -> tuple[int, bytes, bytes]:
    command = [sys.executable, "-c", code, *arguments]
    result = subprocess.run(command, cwd=folder, capture_output=True, timeout=60, check=False)
    return result.returncode, result.stdout, result.stderr


@pytest.fixture
def folder(blueprint: Run, tmp_path: Path) -> Path:
    (tmp_path / "late.blueprint.yaml").write_bytes(LATE.read_bytes())
    assert blueprint("render", "late.blueprint.yaml", "-o", "client.xlsx").returncode == 0
    return tmp_path


@pytest.mark.parametrize(
    "arguments",
    [
        ("client.xlsx", "--into", "late.blueprint.yaml"),
        ("--into", "late.blueprint.yaml", "client.xlsx"),
        ("client.xlsx", "--write", "--into", "late.blueprint.yaml", "--prune"),
        ("client.xlsx", "--into=late.blueprint.yaml"),
        ("client.xlsx", "--into", "late.blueprint.yaml", "--format", "json"),
        ("client.xlsx", "--into", "lat.blueprint.yaml"),
        ("clint.xlsx", "--into", "late.blueprint.yaml"),
        ("late.blueprint.yaml", "--into", "client.xlsx"),
        ("client.xlsx", "--into"),
        ("--into", "late.blueprint.yaml"),
        ("client.xlsx", "--into", "late.blueprint.yaml", "more.xlsx"),
        ("client.xlsx", "--into", "late.blueprint.yaml", "--wrte"),
        ("client.xlsx", "--into", "late.blueprint.yaml", "--mine", "--theirs"),
        ("--into", "--write", "client.xlsx"),
        ("client.xlsx", "--into", ""),
        ("client.xlsx", "--write", "--write", "--into", "late.blueprint.yaml"),
        (),
    ],
)
def test_both_ways_say_the_same(folder: Path, arguments: tuple[str, ...]) -> None:
    straight = [sys.executable, "-m", "blueprint_cli", "import", *arguments]
    result = subprocess.run(straight, cwd=folder, capture_output=True, timeout=60, check=False)
    assert (result.returncode, result.stdout, result.stderr) == _by(WITHOUT, folder, ("import", *arguments))


def test_cells_typed_over_need_no_model_until_they_are_written(folder: Path) -> None:
    book = load_workbook(folder / "client.xlsx")
    grid = book["Blueprint"]
    marks = {grid.cell(row, 1).value: row for row in range(1, grid.max_row + 1)}
    grid.cell(marks["customer"], 4).value = "Reads the page twice"
    grid.cell(marks["emotion"], 3).value = -2
    book.save(folder / "client.xlsx")
    before = (folder / "late.blueprint.yaml").read_bytes()
    for more, left, needed in (((), 1, b"[]\n"), (("--write",), 0, b"['pydantic']\n")):
        code, told, stderr = _by(
            TRACED, folder, ("import", "client.xlsx", "--into", "late.blueprint.yaml", *more)
        )
        assert (code, stderr) == (left, needed)
        assert b"Reads the page twice" in told
        assert ((folder / "late.blueprint.yaml").read_bytes() == before) == (not more)


def test_an_untouched_workbook_needs_neither_parser_nor_model(folder: Path) -> None:
    result = _by(TRACED, folder, ("import", "client.xlsx", "--into", "late.blueprint.yaml"))
    assert result == (0, b"no change\n", b"[]\n")
