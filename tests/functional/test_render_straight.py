"""`blueprint render FILE -o OUT` is answered without typer: in the very words, and with the very files, of the whole command."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from .test_import_straight import LATE, TRACED, WITHOUT


def _by(code: str, folder: Path, arguments: tuple[str, ...]) -> tuple[int, bytes, bytes, dict[str, bytes]]:
    """Code, output, complaints, and the files of a folder that holds the map alone."""
    folder.mkdir()
    (folder / "late.blueprint.yaml").write_bytes(LATE.read_bytes())
    command = [sys.executable, "-c", code, "render", *arguments]
    said = subprocess.run(command, cwd=folder, capture_output=True, timeout=60, check=False)
    files = {path.name: path.read_bytes() for path in folder.iterdir()}
    return said.returncode, said.stdout, said.stderr, files


@pytest.mark.parametrize(
    "arguments",
    [
        ("late.blueprint.yaml",),
        ("late.blueprint.yaml", "-o", "late.svg"),
        ("-o", "late.svg", "late.blueprint.yaml"),
        ("late.blueprint.yaml", "--output", "late.md"),
        ("late.blueprint.yaml", "--to", "csv"),
        ("late.blueprint.yaml", "--to", "md", "-o", "-"),
        ("late.blueprint.yaml", "-o", "late.svg", "--check"),
        ("late.blueprint.yaml", "--check", "--to", "svg"),
        ("late.blueprint.yaml", "-o", "late.csv", "--delimiter", ";"),
        ("late.blueprint.yaml", "--lang", "fr", "--to", "csv"),
        ("late.blueprint.yaml", "-o", "a.svg", "--output", "b.svg"),
        ("late.blueprint.yaml", "-o", "a.svg", "-o", "b.svg"),
        ("late.blueprint.yaml", "-o", "late.odt"),
        ("late.blueprint.yaml", "-o", "late.blueprint.yaml"),
        ("late.blueprint.yaml", "-o", "nowhere/late.svg"),
        ("late.blueprint.yaml", "-o"),
        ("late.blueprint.yaml", "-o", ""),
        ("late.blueprint.yaml", "-o", "--check"),
        ("late.blueprint.yaml", "--too", "svg"),
        ("lat.blueprint.yaml", "-o", "late.svg"),
        ("late.blueprint.yaml", "more.yaml", "-o", "late.svg"),
        ("-", "-o", "late.svg"),
        ("--blank", "4", "-o", "empty.csv"),
        ("",),
        (),
    ],
)
def test_both_ways_say_and_write_the_same(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    straight = "import sys\nfrom blueprint_cli.cli import running\nsys.exit(running.run(sys.argv[1:]))"
    found = _by(straight, tmp_path / "straight", arguments)
    assert found == _by(WITHOUT, tmp_path / "whole", arguments)


def test_a_simple_command_line_needs_no_parser(tmp_path: Path) -> None:
    code, _, stderr, files = _by(TRACED, tmp_path / "map", ("late.blueprint.yaml", "-o", "late.svg"))
    assert (code, stderr) == (0, b"late.svg\n['pydantic']\n")
    assert files["late.svg"].startswith(b"<svg ")
