"""What a workbook shows before anything is calculated is what LibreOffice calculates."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook

from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.render.formats import xlsx
from blueprint_cli.render.options import Options
from blueprint_cli.source.loading import load

EXAMPLES = Path(__file__).parents[2] / "examples"

pytestmark = pytest.mark.system


@pytest.mark.parametrize("name", ["colis-en-retard", "refund-as-is"])
def test_cached_values_are_those_of_libreoffice(soffice: str, tmp_path: Path, name: str) -> None:
    sent, again = tmp_path / "book.xlsx", tmp_path / "again"
    root = load(EXAMPLES / f"{name}.blueprint.yaml").root
    assert isinstance(root, Blueprint)
    sent.write_bytes(xlsx.render(root, Options()))
    subprocess.run(
        [soffice, f"-env:UserInstallation={(tmp_path / 'home').as_uri()}", "--headless", "--convert-to", "xlsx", "--outdir", str(again), str(sent)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    formulas, cached = load_workbook(sent), load_workbook(sent, data_only=True)
    calculated = load_workbook(again / "book.xlsx", data_only=True)
    compared = 0
    for sheet in formulas:
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"):
            before, after = (book[sheet.title][cell.coordinate].value for book in (cached, calculated))
            same = before == (pytest.approx(after) if isinstance(after, float) else after)
            assert sheet.title == "_bp" or same, f"{sheet.title}!{cell.coordinate}: {before!r}, {after!r}"
            compared += 1
    assert compared > 20
