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


def test_words_of_the_action_plan_stand_in_narrow_columns(book: Any) -> None:
    sheet = book["Risques et pistes"]
    headings = {cell.value: cell for row in sheet for cell in row if cell.style.startswith("bp table head")}
    widths = {name: sheet.column_dimensions[cell.column_letter].width for name, cell in headings.items()}
    assert widths["Impact"] < 16
    assert widths["Effort"] < 16
    assert headings["Effort"].column == headings["Impact"].column + 1
    assert max(widths["Statut"], widths["Échéance"]) <= 24


@pytest.mark.parametrize("name", ["Risques et pistes", "Annuaire"])
def test_tables_below_each_other_end_at_one_edge(book: Any, name: str) -> None:
    sheet = book[name]
    heads = [row for row in sheet if row[1].style.startswith("bp table head")]
    edges = {max(cell.column for cell in row if cell.style.startswith("bp table head")) for row in heads}
    assert len(heads) > 2
    assert len(edges) == 1
    ruled = [row for row in sheet if row[1].style in {"bp cell", "bp cell shown"}]
    assert all(row[max(edges) - 1].border.bottom.style == "thin" for row in ruled)
    ends = {area.ref.split(":")[1].rstrip("0123456789") for area in sheet.tables.values()}
    assert len(ends) > 1, "filters are where something stands"


def test_a_text_at_the_end_of_a_short_table_runs_on_beside_it() -> None:
    root = _map(
        "blueprint: 1\ntitle: T\nsteps: [{title: A, customer: {action: a, uses: [{system: crm, label: data}]}}]\n"
        "systems: {crm: {name: CRM, feeds: [{to: erp, label: l, by: api, broken: true}], note: n}, erp: ERP}\n"
        "personas: {lea: {name: Léa, quote: They asked for my papers twice}}\n"
    )
    sheet = _book(root)["Directory"]
    (quote,) = [cell for row in sheet for cell in row if str(cell.value).startswith("They asked")]
    assert (quote.style, quote.alignment.wrap_text) == ("bp cell running", None)
    assert sheet.column_dimensions[quote.column_letter].width < 20
    assert sheet.row_dimensions[quote.row].height == 18
