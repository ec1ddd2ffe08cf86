"""Workbooks of ours with something in them that no client types: read or refused soon, in little memory, in one line."""

from __future__ import annotations

import io
import os
import resource
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

LATE = Path(__file__).parent / "returning/late.blueprint.yaml"
GRID, CARDS, HIDDEN = (f"xl/worksheets/sheet{number}.xml" for number in (2, 3, 9))
SECONDS, MEGABYTES = 10, 300  # a tenth of it is used; what grows by squares takes minutes
Cells = list[tuple[str, str]]


def row(number: int, cells: Cells) -> str:
    said = "".join(
        f'<c r="{column}{number}" t="inlineStr"><is><t>{text}</t></is></c>' for column, text in cells
    )
    return f'<row r="{number}">{said}</row>'


def rows(count: int, cells: Callable[[int], Cells]) -> str:
    return "".join(row(number, cells(number)) for number in range(1000, 1000 + count))


BACK = ("A", "backstage")
FLOODS: dict[str, tuple[str, str, int, str]] = {
    "a cell at the far end": (GRID, row(1_048_576, [("XFD", "x")]), 1, "it stands in no lane"),
    "a lane at the far end": (GRID, row(900_000, [BACK, ("C", "x")]), 1, '"x" is new in steps[commander].backstage'),
    "tables without end": (CARDS, rows(50_000, lambda _: [("A", "@fields")]), 2, "50001 tables in 'Cartes': more than 100 are no edit"),
    "rows of cards that nobody knows": (CARDS, rows(40_000, lambda n: [("A", f"steps[x].backstage[{n}]"), ("F", "x")]), 2, "40000 rows of parts that the map never had: more than 500 are no edit"),
    "thousands of new rows": (CARDS, rows(5_000, lambda n: [("C", f"a row {n}")]), 2, "5000 rows of flat sheets that are new: more than 500 are no edit"),
    "thousands of new cards": (GRID, rows(5_000, lambda n: [BACK, ("C", f"a card {n}")]), 2, "5000 cells with texts that are new: more than 500 are no edit"),
    "hundreds of new columns": (GRID, row(1000, [("A", "feeling"), *((f"A{a}{b}", "x") for a in "BCDEFGHI" for b in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")]), 2, "208 columns that are new: more than 100"),
    "steps that the file never had": (HIDDEN, rows(20_000, lambda n: [("A", f"steps[s{n}].title"), ("C", f"x{n}")]), 2, "_bp names steps[s1000], which the file that it was made from does not have"),
    "facts without end": (HIDDEN, rows(40_000, lambda n: [("A", f"steps[s{n}].title"), ("C", f"x{n}")]), 2, "facts in its hidden sheet _bp: more than 25000 are no edit"),
}  # fmt: skip


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    target = tmp_path_factory.mktemp("sent") / "client.xlsx"
    command = [sys.executable, "-m", "blueprint_cli", "render", str(LATE), "-o", str(target)]
    subprocess.run(command, check=True)
    return target.read_bytes()


def with_rows(sent: bytes, part: str, more: str) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(sent)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename == part:
                content = content.replace(b"</sheetData>", more.encode() + b"</sheetData>")
            target.writestr(entry.filename, content)
    return out.getvalue()


def _limited() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES * 2**20, MEGABYTES * 2**20))


@pytest.mark.parametrize("name", FLOODS)
def test_a_flood_is_no_edit(sent: bytes, tmp_path: Path, name: str) -> None:
    part, more, code, said = FLOODS[name]
    (tmp_path / "late.blueprint.yaml").write_bytes(LATE.read_bytes())
    (tmp_path / "client.xlsx").write_bytes(with_rows(sent, part, more))
    result = subprocess.run(
        [sys.executable, "-m", "blueprint_cli", "import", "client.xlsx", "--into", "late.blueprint.yaml"],
        cwd=tmp_path,
        capture_output=True,
        timeout=60,
        preexec_fn=_limited,
        check=False,
        env={key: value for key, value in os.environ.items() if not key.startswith("COV")}
        | {"COLUMNS": "200"},
    )
    told = (result.stdout + result.stderr).decode()
    assert result.returncode == code, told[-500:]
    assert said in told
    assert (tmp_path / "late.blueprint.yaml").read_bytes() == LATE.read_bytes()
