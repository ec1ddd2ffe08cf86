"""The edits of people at LibreOffice, all made by one process: exactly the expected changes come back."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.functional.returning.mine import import_both_ways

from blueprint_cli.edit.returning.importing import Decisions, Imported
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.render.formats import xlsx
from blueprint_cli.render.options import Options
from blueprint_cli.source.loading import load_bytes
from blueprint_cli.workbook.reading.opening import book_of, read_book

from .returning.office import edit

pytestmark = pytest.mark.system
LATE = Path(__file__).parent / "returning/late.blueprint.yaml"
Change = tuple[str, str, Any]

TEXT: list[Change] = [("set", "steps[appeler].frontstage[agent]", "L’agent s’excuse deux fois")]
TYPED = 'Cell(grid, "D15").String = "L’agent s’excuse deux fois"'
DRAGGED = ["grid.Columns.insertByIndex(3, 1)", 'Cut(grid, "F1:F3", "D1")', 'Cut(grid, "F5:F60", "D5")', "grid.Columns.removeByIndex(5, 1)"]  # fmt: skip
OWNER = [
    "For row = 3 To 13",
    'If sheet.getCellByPosition(4, row).String = "Prépare le colis" Then sheet.getCellByPosition(5, row).String = "Logistique"',
    "Next row",
]  # fmt: skip
EDITS: dict[str, tuple[list[str], list[Change]]] = {
    "saved": ([], []),
    "a text": ([TYPED], TEXT),
    "figures": (
        ['Cell(grid, "C11").Value = 2', 'Cell(grid, "E11").Value = -1', 'Cell(grid, "D11").String = ""'],
        [("set", "steps[commander].emotion", 2), ("delete", "steps[appeler].emotion", None), ("set", "steps[2].emotion", -1)],
    ),
    "new cards": (
        ['Cell(grid, "C21").String = "Imprime l’étiquette : format A6"', 'Cell(grid, "E20").String = "Scanne le bon"'],
        [("add", "steps[commander].backstage", "Imprime l'étiquette : format A6"), ("add", "steps[2].backstage", "Scanne le bon")],
    ),
    "cut and pasted into another step": (
        ['Cut(grid, "C19", "D21")'],
        [("move", "steps[commander].backstage[0]", "steps[appeler].backstage")],
    ),
    "cut and pasted into another lane": (
        ['Cut(grid, "C19", "C16")'],
        [("move", "steps[commander].backstage[0]", "steps[commander].frontstage")],
    ),
    "cut and pasted below": (
        ['Cut(grid, "C19", "C21")'],
        [("order", "steps[commander].backstage", "Remet le colis au transporteur | Prépare le colis")],
    ),
    "a column put in": (
        ["grid.Columns.insertByIndex(3, 1)", 'Cell(grid, "D5").String = "Attendre"', 'Cell(grid, "D9").String = "Attend le colis"', 'Cell(grid, "D11").Value = -1'],
        [("add-step", "steps", "Attendre")],
    ),
    "a column dragged": (DRAGGED, [("order", "steps", "commander, Recevoir le colis, appeler")]),
    "a column taken out": (["grid.Columns.removeByIndex(2, 1)"], [("delete", "steps[commander]", None)]),
    "a column taken out and another put in": (
        ["grid.Columns.removeByIndex(4, 1)", "grid.Columns.insertByIndex(4, 1)", 'Cell(grid, "E5").String = "Attendre"', 'Cell(grid, "E9").String = "Attend le colis"'],
        [("delete", "steps[2]", None), ("add-step", "steps", "Attendre")],
    ),
    "a row taken out and another put in": (
        ["grid.Rows.removeByIndex(19, 1)", "grid.Rows.insertByIndex(19, 1)", 'Cell(grid, "D20").String = "Ouvre un dossier"'],
        [("delete", "steps[commander].backstage[remise]", None), ("delete", "steps[appeler].backstage[1]", None), ("add", "steps[appeler].backstage", "Ouvre un dossier")],
    ),
    "cut and pasted over another card": (
        ['Cut(grid, "C15", "D15")'],
        [("move", "steps[commander].frontstage[0]", "steps[appeler].frontstage"), ("undecided", "steps[appeler].frontstage[agent]", None)],
    ),
    "cut and pasted over another card, and sorted": (
        ['Cut(grid, "C15", "D15")', 'sheet = book.Sheets.getByName("Cartes")', 'SortBy(sheet, "B4:P14", 2)', *OWNER],
        [
            ("set", "steps[commander].backstage[0].owner", "Logistique"), ("move", "steps[commander].frontstage[0]", "steps[appeler].frontstage"),
            ("undecided", "steps[appeler].frontstage[agent]", None),
        ],
    ),
    "a row put in": (
        ["grid.Rows.insertByIndex(19, 1)", 'Cell(grid, "D20").String = "Ouvre un dossier"'],
        [("add", "steps[appeler].backstage", "Ouvre un dossier")],
    ),
    "a row put in below a line": (
        ["grid.Rows.insertByIndex(18, 1)", 'Cell(grid, "D19").String = "Ouvre un dossier"'],
        [("add", "steps[appeler].backstage", "Ouvre un dossier")],
    ),
    "a card emptied": (['Cell(grid, "D20").String = ""'], [("delete", "steps[appeler].backstage[1]", None)]),
    "a card copied": (
        ['Copy(grid, "D15", "E16")'],
        [("undecided", "steps[2].frontstage", "L'agent s'excuse et cherche le dossier")],
    ),
    "the sheet renamed": (['grid.Name = "Grille du client (v2)"', TYPED], TEXT),
    "the sheet copied": (['book.Sheets.copyByName("Blueprint", "Copie", 2)', TYPED], TEXT),
    "a quote": (
        ['Cell(grid, "D34").String = "Je veux une date."', 'Cell(grid, "E32").String = "Soulagement"'],
        [("add", "steps[appeler].quote", "Je veux une date."), ("set", "steps[2].feeling", "Soulagement")],
    ),
    "a formula": (['Cell(grid, "D15").Formula = "=C15"'], [("undecided", "steps[appeler].frontstage[agent]", "Affiche «\u00a0livré demain\u00a0»")]),
    "cards sorted with their hidden column": (
        ['sheet = book.Sheets.getByName("Cartes")', 'SortBy(sheet, "A4:P14", 4)', *OWNER],
        [("set", "steps[commander].backstage[0].owner", "Logistique")],
    ),
    "cards sorted without their hidden column": (
        ['sheet = book.Sheets.getByName("Cartes")', 'SortBy(sheet, "B4:P14", 2)', *OWNER],
        [("set", "steps[commander].backstage[0].owner", "Logistique")],
    ),
    "a table's column moved and a fact typed": (
        ['sheet = book.Sheets.getByName("Cartes")', "sheet.Columns.insertByIndex(5, 1)", 'Cell(sheet, "J5").Value = 10', 'Cell(sheet, "O6").String = "Vraiment ?"'],
        [("set", "steps[commander].customer[0].work", "10 min"), ("comment", "steps[commander].frontstage[0].remark", "Vraiment ?")],
    ),
    "risks": (
        ['sheet = book.Sheets.getByName("Risques et pistes")', 'Cell(sheet, "G4").Value = 0.2', 'Cell(sheet, "D9").String = "faible"', 'Cell(sheet, "F14").Formula = "2027-03-01"'],
        [("set", "steps[appeler].backstage[localiser].fail_points[0].likelihood", 0.2), ("set", "steps[appeler].pain_points[0].severity", "faible"),
         ("set", "steps[appeler].opportunities[0].due", "2027-03-01")],
    ),
    "the hidden row and column gone": (
        ["grid.Rows.removeByIndex(2, 1)", "grid.Columns.removeByIndex(0, 1)", 'Cell(grid, "C14").String = "L’agent s’excuse deux fois"'],
        TEXT,
    ),
    "the hidden sheet gone": (['book.Sheets.removeByName("_bp")', TYPED], TEXT),
    "the anchors pasted as values": (
        ['sheet = book.Sheets.getByName("_bp")', 'sheet.getCellRangeByName("B7:B300").setDataArray(sheet.getCellRangeByName("B7:B300").getDataArray())', TYPED],
        TEXT,
    ),
}  # fmt: skip
THROUGH_ODS = [TYPED, 'Cut(grid, "C19", "D21")', 'Cell(grid, "C21").String = "Imprime"']


@pytest.fixture(scope="module")
def returned(soffice: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one workbook an edit, named by its place among them, and `ods.ods`, `back.xlsx`."""
    folder = tmp_path_factory.mktemp("office")
    source = folder / "sent.xlsx"
    subprocess.run(
        [sys.executable, "-m", "blueprint_cli", "render", str(LATE), "-o", str(source)], check=True
    )
    jobs = [(source, lines, folder / f"{number}.xlsx") for number, (lines, _) in enumerate(EDITS.values())]
    jobs += [(source, THROUGH_ODS, folder / "ods.ods"), (folder / "ods.ods", [], folder / "back.xlsx")]
    edit(soffice, folder / "profile", jobs)
    return folder


def imported(book: Path | bytes, text: bytes, decisions: Decisions | None = None) -> Imported:
    source = load_bytes(text, "late.blueprint.yaml", Path())
    assert isinstance(source.root, Blueprint)
    opened = read_book(book) if isinstance(book, Path) else book_of(book, "fresh.xlsx")
    return import_both_ways(opened, source, source.root, decisions)


def fresh(text: bytes) -> bytes:
    source = load_bytes(text, "late.blueprint.yaml", Path())
    assert isinstance(source.root, Blueprint)
    return xlsx.render(source.root, Options(source_sha256=source.document.fingerprint()))


def changes(found: Imported) -> list[Change]:
    return sorted(
        (
            (revision.kind if revision.state == "clear" else revision.state, revision.name, revision.theirs)
            for revision in found.revisions
        ),
        key=str,
    )


@pytest.mark.parametrize("name", EDITS)
def test_edits_of_people(returned: Path, name: str) -> None:
    book = returned / f"{list(EDITS).index(name)}.xlsx"
    expected = EDITS[name][1]
    assert changes(imported(book, LATE.read_bytes())) == sorted(expected, key=str)
    text = imported(book, LATE.read_bytes(), Decisions(prune=True)).text.encode()
    left = [change for change in changes(imported(book, text)) if change[0] != "undecided"]
    assert left == []
    assert changes(imported(fresh(text), text)) == []


@pytest.mark.parametrize("book", ["ods.ods", "back.xlsx"])
def test_the_way_through_opendocument(returned: Path, book: str) -> None:
    assert changes(imported(returned / book, LATE.read_bytes())) == [
        ("add", "steps[commander].backstage", "Imprime"),
        ("move", "steps[commander].backstage[0]", "steps[appeler].backstage"),
        *TEXT,
    ]
