"""The OpenDocument grid: readable, typed as text, the same bytes, from right to left where the text is."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.render.formats import csv as csv_format
from blueprint_cli.render.formats import ods
from blueprint_cli.render.grid.open_document import MIME
from blueprint_cli.render.options import Options
from blueprint_cli.source.loading import load, load_bytes

EXAMPLES = Path(__file__).parents[3] / "examples"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
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
    tables = [table.get(f"{TABLE}style-name") for table in _content(arabic).iter(f"{TABLE}table")]
    assert set(tables) == {"sheet-rl-tb"}
    assert {t.get(f"{TABLE}style-name") for t in _content(_example()).iter(f"{TABLE}table")} == {
        "sheet-lr-tb"
    }


@given(st.text(alphabet=st.characters(exclude_categories=()), min_size=1, max_size=20))
@settings(max_examples=60, deadline=None)
def test_any_text_stays_a_text(text: str) -> None:
    if not text.strip():
        return
    blueprint = _map("blueprint: 1\ntitle: T\nsteps: [A]\n")
    step = blueprint.steps[0].model_copy(update={"title": text})
    content = _content(blueprint.model_copy(update={"steps": (step,)}))
    cells = list(content.iter(f"{TABLE}table-cell"))
    assert not [cell for cell in cells if cell.get(f"{TABLE}formula")]
    assert {cell.get(f"{OFFICE}value-type") for cell in cells} <= {None, "string", "float"}


def test_a_csv_for_french_excel_has_semicolons_and_a_mark() -> None:
    told = csv_format.render(_example(), Options(delimiter=";", bom=True))
    assert told.startswith("\ufeff;Achat;Attente;".encode())
    assert not csv_format.render(_example(), Options()).startswith(b"\xef\xbb\xbf")
