"""The OpenDocument grid: readable, typed as text, the same bytes, from right to left where the text is."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint_cli.language.typography import typeset
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.render.formats import csv as csv_format
from blueprint_cli.render.formats import ods
from blueprint_cli.render.grid.open_document import MIME
from blueprint_cli.render.grid.open_formulas import open_formula
from blueprint_cli.render.grid.strings import storable
from blueprint_cli.render.options import Options
from blueprint_cli.source.loading import load, load_bytes

EXAMPLES = Path(__file__).parents[3] / "examples"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


def _map(text: str) -> Blueprint:
    root = load_bytes(text.encode(), "x.blueprint.yaml", Path()).root
    assert isinstance(root, Blueprint)
    return root


def _example() -> Blueprint:
    root = load(EXAMPLES / "colis-en-retard.blueprint.yaml").root
    assert isinstance(root, Blueprint)
    return root


def _content(blueprint: Blueprint) -> ET.Element:
    with zipfile.ZipFile(io.BytesIO(ods.render(blueprint, Options()))) as packed:
        first = packed.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert packed.read("mimetype").decode() == MIME
        ET.fromstring(packed.read("styles.xml"))
        return ET.fromstring(packed.read("content.xml"))


def test_every_action_stands_in_the_column_of_its_step() -> None:
    grid = next(
        table for table in _content(_example()).iter(f"{TABLE}table") if table.get(f"{TABLE}name") == "Blueprint"
    )  # fmt: skip
    rows = [["".join(cell.itertext()) for cell in row] for row in grid.iter(f"{TABLE}table-row")]
    titles = next(row for row in rows if "Commander" in row)
    agent = next(row for row in rows if "L’agent s’excuse et cherche le dossier" in row)
    assert titles[agent.index("L’agent s’excuse et cherche le dossier")] == "Appeler le service client"
    assert titles[2:] == [
        "Commander", "Attendre", "Apprendre le retard", "Chercher l’information", "Appeler le service client",
        "Être rappelée", "Être livrée",
    ]  # fmt: skip


def test_the_same_bytes_twice() -> None:
    assert ods.render(_example(), Options()) == ods.render(_example(), Options())


def test_arabic_sheets_run_from_right_to_left() -> None:
    arabic = _map("blueprint: 1\ntitle: طرد متأخر\nsteps: [يتصل بخدمة العملاء]\n")
    assert _modes(arabic) == {"rl-tb"}
    assert _modes(_example()) == {"lr-tb"}


def _modes(blueprint: Blueprint) -> set[str | None]:
    """The directions of the sheets that are shown."""
    return {
        style.get(f"{STYLE}writing-mode") for style in _content(blueprint).iter(f"{STYLE}table-properties")
    }


@given(st.text(alphabet=st.characters(exclude_categories=()), min_size=1, max_size=20))
@settings(max_examples=40, deadline=None)
def test_any_text_stays_a_text(text: str) -> None:
    if not text.strip():
        return
    blueprint = _map("blueprint: 1\ntitle: T\nsteps: [A]\n")
    step = blueprint.steps[0].model_copy(update={"title": text})
    content = _content(blueprint.model_copy(update={"steps": (step,)}))
    said = storable(typeset(text, "en")).replace("_x005F_x", "_x")
    cells = list(content.iter(f"{TABLE}table-cell"))
    assert all(cell.get(f"{TABLE}formula", "of:=").startswith("of:=") for cell in cells)
    typed = [cell for cell in cells if not cell.get(f"{TABLE}formula")]
    assert {cell.get(f"{OFFICE}value-type") for cell in typed} <= {None, "string", "float", "percentage"}
    texts = ["\n".join(map(_line, cell.findall(f"{TEXT}p"))) for cell in typed]
    assert said.split() in [found.split() for found in texts]


def _line(paragraph: ET.Element) -> str:
    found = paragraph.text or ""
    for child in paragraph:
        found += "\t" if child.tag == f"{TEXT}tab" else " " * int(child.get(f"{TEXT}c", "1"))
        found += child.tail or ""
    return found


def test_what_is_hidden_in_the_xlsx_is_hidden_here() -> None:
    content = _content(_example())
    hidden = {
        style.get(f"{STYLE}name")
        for style in content.iter(f"{STYLE}style")
        if any(inner.get(f"{TABLE}display") == "false" for inner in style)
    }
    tables = {table.get(f"{TABLE}name"): table for table in content.iter(f"{TABLE}table")}
    assert [name for name, table in tables.items() if table.get(f"{TABLE}style-name") in hidden] == [
        "Listes",
        "_bp",
    ]
    anchors = [cell.get(f"{TABLE}formula") for cell in tables["_bp"].iter(f"{TABLE}table-cell")]
    assert "of:=[$Blueprint.$B$1]" in anchors
    collapsed = [
        row for row in tables["Blueprint"].iter(f"{TABLE}table-row") if row.get(f"{TABLE}visibility")
    ]
    assert len(collapsed) == 1


def test_drop_downs_names_and_filters_are_carried() -> None:
    content = _content(_example())
    rules = {rule.get(f"{TABLE}condition") for rule in content.iter(f"{TABLE}content-validation")}
    assert 'of:cell-content-is-in-list("2";"1";"0";"-1";"-2")' in rules
    assert {f"of:cell-content-is-in-list(bp_{name})" for name in ("teams", "levels", "statuses")} <= rules
    named = {area.get(f"{TABLE}name") for area in content.iter(f"{TABLE}named-range")}
    assert {"bp_teams", "bp_systems"} <= named
    filters = {area.get(f"{TABLE}name") for area in content.iter(f"{TABLE}database-range")}
    assert {"tblCards", "tblSystems"} <= filters


def test_charts_read_their_figures_from_the_cells() -> None:
    with zipfile.ZipFile(io.BytesIO(ods.render(_example(), Options()))) as packed:
        charts = [packed.read(name).decode() for name in packed.namelist() if name.startswith("Object")]
        listed = packed.read("META-INF/manifest.xml").decode()
        assert 'full-path="Object 1/"' in listed
        settings_of_views = packed.read("settings.xml").decode()
    assert len(charts) == 3
    assert 'chart:class="chart:line"' in charts[0]
    assert 'chart:values-cell-range-address="$Blueprint.$C$' in charts[0]
    assert 'config:name="VerticalSplitPosition" config:type="int">5<' in settings_of_views


@pytest.mark.parametrize(
    ("formula", "said"),
    [
        ("=Blueprint!$E$7", "of:=[$Blueprint.$E$7]"),
        ("=SUM(C5:D5)", "of:=SUM([.C5:.D5])"),
        ("='L''été'!$A$1", "of:=[$'L''été'.$A$1]"),
        ('=IF(A1="a,b;!B2",SUMIFS(Cards!$V$4:$V$9,Cards!$A$4:$A$9,"steps[a].*"),"?")',
         'of:=IF([.A1]="a,b;!B2";SUMIFS([$Cards.$V$4:.$V$9];[$Cards.$A$4:.$A$9];"steps[a].*");"?")'),
    ],
)  # fmt: skip
def test_formulas_in_the_words_of_the_format(formula: str, said: str) -> None:
    assert open_formula(formula) == said


def test_a_csv_for_french_excel_has_semicolons_and_a_mark() -> None:
    told = csv_format.render(_example(), Options(delimiter=";", bom=True))
    assert told.startswith("\ufeff;Achat;Attente;".encode())
    assert not csv_format.render(_example(), Options()).startswith(b"\xef\xbb\xbf")
