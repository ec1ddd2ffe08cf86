"""`blueprint render --check`: is a committed picture or workbook still what its map gives?"""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from .conftest import Run

NAME = "late.blueprint.yaml"
MAP = "blueprint: 1\ntitle: Late parcel\nsteps:\n  - customer: Phones the help desk\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / NAME
    path.write_text(MAP, encoding="utf-8")
    return path


@pytest.mark.parametrize("ending", ["svg", "xlsx", "md", "csv", "dot"])
def test_what_was_just_made_is_fresh_until_the_map_changes(blueprint: Run, file: Path, ending: str) -> None:
    out = file.with_name(f"late.{ending}")
    check = ("render", NAME, "--to", ending, "--check")
    missing = blueprint(*check)
    assert (missing.returncode, missing.stdout) == (1, f"late.{ending} is missing\n".encode())
    assert blueprint("render", NAME, "--to", ending).returncode == 0
    fresh = blueprint(*check)
    assert (fresh.returncode, fresh.stdout, fresh.stderr) == (0, b"", b"")
    before = out.read_bytes()
    file.write_text(MAP.replace("Phones", "Writes to"), encoding="utf-8")
    stale = blueprint(*check)
    assert stale.returncode == 1
    assert stale.stdout == f"late.{ending} is stale: {NAME} gives something else now\n".encode()
    assert out.read_bytes() == before


def test_line_ends_and_packing_do_not_count(blueprint: Run, file: Path) -> None:
    assert blueprint("render", NAME, "-o", "late.svg").returncode == 0
    assert blueprint("render", NAME, "-o", "late.xlsx").returncode == 0
    picture, book = file.with_name("late.svg"), file.with_name("late.xlsx")
    picture.write_bytes(picture.read_bytes().replace(b"\n", b"\r\n"))
    with zipfile.ZipFile(book) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(book, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    for out in ("late.svg", "late.xlsx"):
        assert blueprint("render", NAME, "-o", out, "--check").returncode == 0


def test_another_language_is_stale_and_a_damaged_book_too(blueprint: Run, file: Path) -> None:
    assert blueprint("render", NAME, "-o", "late.xlsx").returncode == 0
    assert blueprint("render", NAME, "-o", "late.xlsx", "--lang", "fr", "--check").returncode == 1
    file.with_name("late.xlsx").write_bytes(b"PK\x03\x04 no book")
    assert blueprint("render", NAME, "-o", "late.xlsx", "--check").returncode == 1


def test_standard_output_cannot_be_checked(blueprint: Run, file: Path) -> None:
    done = blueprint("render", NAME, "--to", "svg", "-o", "-", "--check")
    assert done.returncode == 2
    assert done.stderr == b"blueprint: there is no file to check (name it with -o)\n"
