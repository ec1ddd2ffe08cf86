"""Times that the map writes in short, and the cells say in words: they come back as what they mean."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from .conftest import Run

_MAP = """\
blueprint: 1
title: Loan
lang: fr
steps:
  - title: Envoyer
    customer: {action: Envoie, work: {min: 20 min, likely: 30 min, max: 2 h}}
  - title: Signer
    customer: {action: Signe, wait: PT48H, work: 1h15}
"""
_INTO = ("--into", "loan.blueprint.yaml")
_SHORT = {"48\u00a0h": "PT48H", "1\u00a0h\u00a015": "1h15"}


def _sent(blueprint: Run, folder: Path) -> None:
    (folder / "loan.blueprint.yaml").write_text(_MAP, encoding="utf-8")
    assert blueprint("render", "loan.blueprint.yaml", "-o", "client.xlsx").returncode == 0


def _typed(folder: Path, cells: dict[str, str]) -> None:
    book = load_workbook(folder / "client.xlsx")
    for name, value in cells.items():
        book["Cartes"][name] = value
    book.save(folder / "client.xlsx")


def test_cells_say_times_in_the_words_of_the_client(blueprint: Run, tmp_path: Path) -> None:
    _sent(blueprint, tmp_path)
    sheet = load_workbook(tmp_path / "client.xlsx")["Cartes"]
    texts = {cell.value for row in sheet.iter_rows(max_col=10) for cell in row if cell.value}
    assert {"20\u00a0min–2\u00a0h (30\u00a0min)", *_SHORT} <= texts
    assert blueprint("import", "client.xlsx", *_INTO).stdout == b"no change\n"


def test_a_workbook_with_the_times_as_the_map_writes_them_has_not_changed(
    blueprint: Run, tmp_path: Path
) -> None:
    _sent(blueprint, tmp_path)
    book = load_workbook(tmp_path / "client.xlsx")
    shown = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value in _SHORT]
    assert {cell.parent.title for cell in shown} == {"Cartes", "_bp"}
    for cell in shown:
        cell.value = _SHORT[str(cell.value)]
    book.save(tmp_path / "client.xlsx")
    assert blueprint("import", "client.xlsx", *_INTO).stdout == b"no change\n"


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("20min-2h (30min)", None),
        ("25 min–3 h (40 min)", "25 min–3 h (40 min)"),
        ("25 à 50 minutes (30 min)", "25 à 50 minutes (30 min)"),
    ],
)
def test_a_range_is_retyped_as_it_is_shown(
    blueprint: Run, tmp_path: Path, typed: str, written: str | None
) -> None:
    _sent(blueprint, tmp_path)
    sheet = load_workbook(tmp_path / "client.xlsx")["Cartes"]
    place = next(cell.coordinate for row in sheet.iter_rows() for cell in row if "(30" in str(cell.value))
    _typed(tmp_path, {place: typed})
    result = blueprint("import", "client.xlsx", *_INTO, "--write")
    now = (tmp_path / "loan.blueprint.yaml").read_text(encoding="utf-8")
    if written is None:
        assert result.stdout == b"no change\n"
        assert now == _MAP
        return
    assert now == _MAP.replace("{min: 20 min, likely: 30 min, max: 2 h}", written)
    blueprint("render", "loan.blueprint.yaml", "-o", "client.xlsx")
    assert blueprint("import", "client.xlsx", *_INTO).stdout == b"no change\n"
