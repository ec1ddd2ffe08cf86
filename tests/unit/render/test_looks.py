"""What the pages of a workbook look like in every program: holes, links, edges, widths."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.render.drawing.theme import contrast
from blueprint_cli.render.formats import ods, xlsx
from blueprint_cli.render.options import Options
from blueprint_cli.source.loading import load, load_bytes

EXAMPLES = Path(__file__).parents[3] / "examples"


def _example(name: str = "colis-en-retard") -> Blueprint:
    root = load(EXAMPLES / f"{name}.blueprint.yaml").root
    assert isinstance(root, Blueprint)
    return root


def _map(text: str) -> Blueprint:
    root = load_bytes(text.encode(), "x.yaml", Path()).root
    assert isinstance(root, Blueprint)
    return root


def _book(blueprint: Blueprint, *, values: bool = False) -> Any:
    return load_workbook(io.BytesIO(xlsx.render(blueprint, Options())), data_only=values)


@pytest.fixture(scope="module")
def book() -> Any:
    return _book(_example())


def _open_part(blueprint: Blueprint, part: str) -> str:
    with zipfile.ZipFile(io.BytesIO(ods.render(blueprint, Options()))) as packed:
        return packed.read(part).decode()


def test_a_hole_is_struck_out_without_a_pattern_that_some_programs_do_not_draw(book: Any) -> None:
    holes = [cell for row in book["Blueprint"] for cell in row if cell.style.startswith("bp hole")]
    assert [cell.coordinate for cell in holes] == ["F20"]
    hole = holes[0]
    ground, line = hole.fill, hole.border.diagonal
    assert (ground.fill_type, hole.border.diagonalUp, line.style) == ("solid", True, "thin")
    assert contrast(f"#{line.color.rgb[-6:]}", f"#{ground.fgColor.rgb[-6:]}") >= 3
    patterns = {cell.fill.fill_type for sheet in book for row in sheet for cell in row}
    assert patterns <= {None, "solid"}
    assert 'style:diagonal-bl-tr="0.75pt solid' in _open_part(_example(), "styles.xml")


def test_what_jumps_has_the_look_of_its_cell_in_every_program(book: Any) -> None:
    """LibreOffice paints the words of a linked text in its own blue; those of a formula keep their font."""
    linked = [cell for sheet in book for row in sheet for cell in row if cell.hyperlink]
    assert linked
    assert {cell.data_type for cell in linked} == {"f"}
    assert all(cell.value.startswith('="') for cell in linked)
    lane = book["Cartes"]["D4"]
    assert (lane.value, lane.hyperlink.location) == ('="Preuves physiques"', "Blueprint!$C$7")
    content = _open_part(_example(), "content.xml")
    assert "<text:a " not in content
    assert 'of:=HYPERLINK("#Blueprint.C7";"Preuves physiques")' in content
