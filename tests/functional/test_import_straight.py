"""`blueprint import BOOK --into FILE` is answered without typer: in the very words, and with the very codes, of the whole command."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

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


def test_an_untouched_workbook_needs_neither_parser_nor_model(folder: Path) -> None:
    result = _by(TRACED, folder, ("import", "client.xlsx", "--into", "late.blueprint.yaml"))
    assert result == (0, b"no change\n", b"[]\n")
