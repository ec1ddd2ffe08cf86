"""Standard streams: `-` is one of them everywhere, a closed one breaks nothing, a file named twice is told once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import Run

MAP = b"blueprint: 1\ntitle: T\nsteps: [A]\n"
CLOSING = "import os, sys; os.close({fd}); os.execv(sys.executable, [sys.executable, '-m', 'blueprint_cli', {words}])"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "m.blueprint.yaml"
    made.write_bytes(MAP)
    return made


@pytest.mark.parametrize(
    ("fd", "words", "code"),
    [
        (0, "'lint', '-'", 1),
        (1, "'lint', 'm.blueprint.yaml'", 0),
        (2, "'lint', 'm.blueprint.yaml'", 0),
        (1, "'--version'", 0),
        (2, "'lint', 'lost.yaml'", 2),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="streams are closed by their numbers")
def test_a_closed_stream_breaks_nothing(path: Path, fd: int, words: str, code: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CLOSING.format(fd=fd, words=words)],
        cwd=path.parent,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == code
    assert b"bug of ours" not in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_format_to_the_dash_goes_to_standard_output(path: Path, blueprint: Run) -> None:
    done = blueprint("lint", path.name, "--format", "json:-")
    assert json.loads(done.stdout)["summary"]["files"] == 1
    assert [found.name for found in path.parent.iterdir()] == [path.name]
    twice = blueprint("lint", path.name, "--format", "json:-", "--format", "full")
    assert (twice.returncode, twice.stderr.decode()) == (
        2,
        "blueprint: two formats go to standard output (write --format NAME:FILE for one of them)\n",
    )


def test_a_file_named_twice_is_told_once_under_its_first_name(path: Path, blueprint: Run) -> None:
    done = blueprint("lint", f"./{path.name}", path.name, str(path), ".", "--show-files")
    assert done.stdout.decode() == f"./{path.name}\n"
