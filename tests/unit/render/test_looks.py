"""What the pages of a workbook look like in every program: holes, links, edges, widths."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from blueprint_cli.analysis.shared import measure_shown
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.render.drawing.metrics import text_width
from blueprint_cli.render.drawing.theme import contrast
from blueprint_cli.render.formats import ods, xlsx
from blueprint_cli.render.grid.step_widths import step_width
from blueprint_cli.render.options import Options
from blueprint_cli.source.loading import load, load_bytes
from blueprint_cli.workbook.grid import grid_of

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


def _room_left(blueprint: Blueprint) -> list[float]:
    """Points between the end of every card's line and the edge of its cell, as LibreOffice sets them."""
    grid = grid_of(blueprint, measure_shown(blueprint), blueprint.lang)
    room = step_width(grid) * 5.55 - 10.4
    found = []
    for text in {cell.text for row in grid.rows if row.kind == "card" for cell in row.cells if cell.text}:
        line = ""
        for word in text.split(" "):
            longer = f"{line} {word}" if line else word
            if text_width(longer, 10) > room and line:
                found.append(room - text_width(line, 10))
                longer = word
            line = longer
        found.append(room - text_width(line, 10))
    return found


@pytest.mark.parametrize("name", ["colis-en-retard", "bank-account", "refund-as-is", "refund-to-be"])
def test_texts_do_not_touch_the_right_edge_of_their_cards(name: str) -> None:
    left = _room_left(_example(name))
    assert min(left) >= 3
    assert sum(room < 5 for room in left) <= 1


def test_a_long_word_is_not_parted_where_columns_may_be_wider() -> None:
    steps = "".join(f"  - {{title: S{n}, customer: Anticonstitutionnellement}}\n" for n in range(20))
    blueprint = _map(f"blueprint: 1\ntitle: T\nsteps:\n{steps}")
    (left,) = _room_left(blueprint)
    assert left >= 3
    sheet = _book(blueprint)["Blueprint"]
    assert 21 < sheet.column_dimensions["C"].width <= 29


def test_work_is_told_in_hours_beside_weeks_of_waiting() -> None:
    text = "blueprint: 1\ntitle: T\nsteps: [{title: A, customer: {action: a, wait: 60 d, work: 45 min}}, {title: B, customer: {action: b, work: 2 h}}]\n"
    book = _book(_map(text))
    sheet, grid = book["Times"], book["Blueprint"]
    shown = [sheet[place].number_format.rsplit(";", 1)[-1].strip('\u00a0"') for place in ("C5", "D5", "E5")]
    assert ["d" in shown[0], "[h]" in shown[1], "d" in shown[2]] == [True, True, True]
    work = next(row for row in grid.iter_rows() if row[0].value == "=work")
    assert "[h]" in work[2].number_format


def test_the_empty_grid_asks_in_small_letters_below_the_names() -> None:
    book: Any = load_workbook(io.BytesIO(xlsx.blank(4, Options(lang="fr"))), rich_text=True)
    labels = [row[1] for row in book["Blueprint"].iter_rows() if row[1].value]
    (mood,) = [cell for cell in labels if str(cell.value).startswith("Ressenti")]
    name, question = mood.value
    assert (name.text, bool(name.font.b), name.font.sz) == ("Ressenti\n", True, 10)
    assert (question.text, bool(question.font.b), question.font.sz) == (
        "De −2 à +2\u00a0: que ressent le client\u00a0?",
        False,
        9,
    )
    (evidence,) = [cell for cell in labels if str(cell.value) == "Preuves physiques"]
    assert evidence.alignment.vertical == "bottom", "right above its question"


def test_persona_and_version_stand_below_each_other(book: Any) -> None:
    assert book["Blueprint"]["B2"].value == "Nadia Benali\nVersion\u00a01.2"


def test_the_legend_covers_neither_the_line_above_it_nor_the_name_of_a_hole(book: Any) -> None:
    sheet = book["Lisez-moi"]
    cells = {cell.value: cell for cell in sheet["A"] if cell.value}
    assert cells["Légende"].border.bottom.style == "medium"
    assert cells["Preuves physiques"].border.top is None
    assert not cells["Trou dans le service"].border.diagonalUp
    assert sheet.cell(cells["Trou dans le service"].row, 2).value.startswith("Une cellule barrée\u00a0: ")


def test_shares_on_the_axis_are_written_as_in_the_tables() -> None:
    for name, code in (("colis-en-retard", "0\u00a0%"), ("bank-account", "0%")):
        with zipfile.ZipFile(io.BytesIO(xlsx.render(_example(name), Options()))) as packed:
            charts = [packed.read(part).decode() for part in packed.namelist() if "charts/chart" in part]
        assert any(f'formatCode="{code}"' in chart for chart in charts)
        with zipfile.ZipFile(io.BytesIO(ods.render(_example(name), Options()))) as packed:
            parts = [part for part in packed.namelist() if part.startswith("Object") and "content" in part]
            assert any("<number:text>\u00a0%</number:text>" in packed.read(part).decode() for part in parts)


def test_columns_of_an_open_document_are_as_wide_as_libreoffice_makes_those_of_the_other_file() -> None:
    width = step_width(grid_of(_example(), measure_shown(_example()), "fr"))
    assert f'style:column-width="{width * 5.55 + 1:.2f}pt"' in _open_part(_example(), "content.xml")
