"""Simple command lines are answered without typer: in the very words, and with the very files, of the whole commands."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from .test_import_straight import LATE, TRACED, WITHOUT


def _by(code: str, folder: Path, arguments: tuple[str, ...]) -> tuple[int, bytes, bytes, dict[str, bytes]]:
    """Code, output, complaints, and the files of a folder that holds the map alone."""
    folder.mkdir()
    (folder / "late.blueprint.yaml").write_bytes(LATE.read_bytes())
    command = [sys.executable, "-c", code, *arguments]
    said = subprocess.run(command, cwd=folder, capture_output=True, timeout=60, check=False)
    files = {path.name: path.read_bytes() for path in folder.iterdir()}
    return said.returncode, said.stdout, said.stderr, files


@pytest.mark.parametrize(
    "arguments",
    [
        (
            "render",
            "late.blueprint.yaml",
        ),
        ("render", "late.blueprint.yaml", "-o", "late.svg"),
        ("render", "-o", "late.svg", "late.blueprint.yaml"),
        ("render", "late.blueprint.yaml", "--output", "late.md"),
        ("render", "late.blueprint.yaml", "--to", "csv"),
        ("render", "late.blueprint.yaml", "--to", "md", "-o", "-"),
        ("render", "late.blueprint.yaml", "-o", "late.svg", "--check"),
        ("render", "late.blueprint.yaml", "--check", "--to", "svg"),
        ("render", "late.blueprint.yaml", "-o", "late.csv", "--delimiter", ";"),
        ("render", "late.blueprint.yaml", "--lang", "fr", "--to", "csv"),
        ("render", "late.blueprint.yaml", "-o", "a.svg", "--output", "b.svg"),
        ("render", "late.blueprint.yaml", "-o", "a.svg", "-o", "b.svg"),
        ("render", "late.blueprint.yaml", "-o", "late.odt"),
        ("render", "late.blueprint.yaml", "-o", "late.blueprint.yaml"),
        ("render", "late.blueprint.yaml", "-o", "nowhere/late.svg"),
        ("render", "late.blueprint.yaml", "-o"),
        ("render", "late.blueprint.yaml", "-o", ""),
        ("render", "late.blueprint.yaml", "-o", "--check"),
        ("render", "late.blueprint.yaml", "--too", "svg"),
        ("render", "lat.blueprint.yaml", "-o", "late.svg"),
        ("render", "late.blueprint.yaml", "more.yaml", "-o", "late.svg"),
        ("render", "-", "-o", "late.svg"),
        ("render", "--blank", "4", "-o", "empty.csv"),
        ("render", ""),
        ("render",),
        ("lint",),
        ("lint", "."),
        ("lint", "late.blueprint.yaml", "--format", "json"),
        ("lint", "--format", "json:found.json", "--isolated"),
        ("lint", "--fix", "late.blueprint.yaml"),
        ("lint", "--format", "json", "--format", "full"),
        ("lint", "--format", "jsn"),
        ("lint", "--fix", "--fix"),
        ("lint", "--unsafe-fixes"),
        ("lint", "lat.blueprint.yaml"),
        ("lint", "-"),
        ("lint", "--selct", "BP1"),
        ("lint", "late.blueprint.yaml", "--select", "BP1"),
        ("timings", "late.blueprint.yaml"),
        ("timings", "--format", "json", "late.blueprint.yaml"),
        ("timings", "late.blueprint.yaml", "--format", "jsn"),
        ("timings", "late.blueprint.yaml", "--by", "owner"),
        ("timings", "lat.blueprint.yaml"),
        ("timings", "late.blueprint.yaml", "more.blueprint.yaml"),
        ("timings", "-"),
        ("timings",),
    ],
)
def test_both_ways_say_and_write_the_same(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    straight = "import sys\nfrom blueprint_cli.cli import running\nsys.exit(running.run(sys.argv[1:]))"
    found = _by(straight, tmp_path / "straight", arguments)
    assert found == _by(WITHOUT, tmp_path / "whole", arguments)


@pytest.mark.parametrize(
    "arguments",
    [
        ("render", "late.blueprint.yaml", "-o", "late.svg"),
        ("lint", "late.blueprint.yaml"),
        ("timings", "late.blueprint.yaml"),
    ],
)
def test_a_simple_command_line_needs_no_parser(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    stderr = _by(TRACED, tmp_path / "map", arguments)[2]
    assert stderr.endswith(b"['pydantic']\n")


@pytest.mark.parametrize("code", [TRACED, WITHOUT], ids=["straight", "whole"])
def test_a_reader_that_has_gone_is_no_finding(tmp_path: Path, code: str) -> None:
    (tmp_path / "late.blueprint.yaml").write_bytes(LATE.read_bytes())
    command = [sys.executable, "-c", code, "render", "late.blueprint.yaml", "--to", "svg", "-o", "-"]
    reading, writing = os.pipe()
    os.close(reading)
    result = subprocess.run(
        command, cwd=tmp_path, stdout=writing, stderr=subprocess.PIPE, timeout=60, check=False
    )
    os.close(writing)
    assert result.returncode == 130
    assert b"Traceback" not in result.stderr
