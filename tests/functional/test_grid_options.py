"""The grid's options on the command line: what each is for, and what is refused."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parents[2] / "examples/colis-en-retard.blueprint.yaml"


def _run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "blueprint_cli", "render", str(EXAMPLE), *words],
        cwd=folder, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip


def test_compact_is_smaller_and_holds_the_same(tmp_path: Path) -> None:
    assert _run(tmp_path, "-o", "plain.xlsx").returncode == 0
    assert _run(tmp_path, "-o", "small.xlsx", "--compact").returncode == 0
    plain, small = tmp_path / "plain.xlsx", tmp_path / "small.xlsx"
    assert small.stat().st_size * 3 < plain.stat().st_size
    with zipfile.ZipFile(plain) as first, zipfile.ZipFile(small) as second:
        assert {name: first.read(name) for name in first.namelist()} == {
            name: second.read(name) for name in second.namelist()
        }


def test_a_csv_with_semicolons(tmp_path: Path) -> None:
    assert _run(tmp_path, "-o", "grid.csv", "--delimiter", ";", "--bom").returncode == 0
    assert (tmp_path / "grid.csv").read_bytes().startswith("\ufeff;Achat;".encode())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--to", "csv", "--compact"), "--compact is for xlsx, not for csv"),
        (("--to", "xlsx", "--bom"), "--bom is for csv and tsv, not for xlsx"),
        (("--to", "tsv", "--delimiter", ";"), "--delimiter is for csv, not for tsv"),
        (("--to", "csv", "--delimiter", "ab"), "'ab' cannot stand between columns"),
        (("--to", "csv", "--delimiter", '"'), "'\"' cannot stand between columns"),
    ],
)
def test_what_a_format_could_only_ignore_is_refused(
    tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    result = _run(tmp_path, "-o", "-", *words)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith(f"blueprint: {said}")


@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_the_same_bytes_whatever_the_hash_seed_the_time_zone_and_lxml(tmp_path: Path, ending: str) -> None:
    found = set()
    for number, (seed, zone, lxml) in enumerate((("0", "UTC", "True"), ("1", "Asia/Tokyo", "False"))):
        out = tmp_path / f"{number}.{ending}"
        subprocess.run(
            [sys.executable, "-m", "blueprint_cli", "render", str(EXAMPLE), "-o", str(out)],
            check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "OPENPYXL_LXML": lxml},
        )  # fmt: skip
        found.add(out.read_bytes())
    assert len(found) == 1


@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_lxml_beside_us_is_not_used(tmp_path: Path, ending: str) -> None:
    """A stand-in for lxml that openpyxl would take, and that could write nothing."""
    package = tmp_path / "beside/lxml"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("")
    (package / "etree.py").write_text("LXML_VERSION = (6, 0, 0, 0)\n")
    result = _run_beside(tmp_path, "-o", f"x.{ending}")
    assert (result.returncode, result.stderr) == (0, f"x.{ending}\n")


def _run_beside(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "blueprint_cli", "render", str(EXAMPLE), *words],
        cwd=folder, capture_output=True, text=True, encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(folder / "beside"), "OPENPYXL_LXML": "True"},
    )  # fmt: skip


def test_a_text_that_no_cell_holds_is_told_by_its_place_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "x.blueprint.yaml").write_text(
        f"blueprint: 1\ntitle: T\nsteps: [A, {'b' * 40_000}]\n", encoding="utf-8"
    )
    result = subprocess.run(
        [sys.executable, "-m", "blueprint_cli", "render", "x.blueprint.yaml", "-o", "x.xlsx"],
        cwd=tmp_path, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    assert result.returncode == 2
    assert result.stderr.startswith(
        "blueprint: x.blueprint.yaml:3: steps[1].customer[0].action: a text of 40000 characters"
    )
    assert not (tmp_path / "x.xlsx").exists()


def _back(folder: Path, book: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "blueprint_cli", "import", book, "--into", str(EXAMPLE)],
        cwd=folder, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip


def test_an_open_document_comes_back(tmp_path: Path) -> None:
    assert _run(tmp_path, "-o", "client.ods").returncode == 0
    assert "in no lane" not in _back(tmp_path, "client.ods").stderr
    assert _back(tmp_path, "client.ods").stdout == "no change\n"
    with (
        zipfile.ZipFile(tmp_path / "client.ods") as sent,
        zipfile.ZipFile(tmp_path / "edited.ods", "w") as edited,
    ):
        for name in sent.namelist():
            edited.writestr(name, sent.read(name).replace(b"Va sur le site", b"Ouvre le site", 1))
    result = _back(tmp_path, "edited.ods")
    assert result.returncode == 1
    assert "Ouvre le site et ne trouve rien" in result.stdout.split("---")[0]
    assert sum(line.startswith("set ") for line in result.stdout.splitlines()) == 1
