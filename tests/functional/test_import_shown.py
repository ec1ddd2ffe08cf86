"""What a client types where a workbook only shows something is taken where that is sure, and is told wherever it is not."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from blueprint_cli.workbook.reading.opening import book_of

from .conftest import Run
from .returning.late import INTO, LATE, come_back
from .returning.office import edit
from .returning.phases import came
from .returning.phases import sent as workbook_of

RISKS = "Risques et pistes!"
AN_ADDRESS = "steps[commander].backstage[0]"
Cells = dict[str, Any]
Told = tuple[str, str, Any, Any, str, str]
ONLY = "change it in the file"

UNDECIDED: dict[str, tuple[Cells, list[Told]]] = {
    "a lane": ({"Cartes!D7": "Actions visibles"}, [
        (f"{AN_ADDRESS}.lane", "Cartes!D7", "Actions invisibles", "Actions visibles", "the lane is only shown here", "cut Blueprint!C19 and paste it into that lane"),
    ]),
    "a step of a card": ({"Cartes!C7": "Recevoir le colis"}, [
        ("steps[commander].title", "Cartes!C7", "Commander", "Recevoir le colis", "the step is only shown here", "type the title over Blueprint!C5, or carry the card to another step"),
    ]),
    "another step's title": ({"Étapes!B4": "Recevoir le colis"}, [
        ("steps[commander].title", "Étapes!B4", "Commander", "Recevoir le colis", "the step is only shown here", "type the title over Blueprint!C5"),
    ]),
    "a phase": ({"Étapes!C5": "Achat"}, [
        ("steps[appeler].phase", "Étapes!C5", "Attente", "Achat", "the phase is only shown here", "type its title into the grid, above the first of its steps"),
    ]),
    "a phase of a card": ({"Cartes!B4": "Attente"}, [
        ("steps[commander].phase", "Cartes!B4", "Achat", "Attente", "the phase is only shown here", "type its title into the grid, above the first of its steps"),
    ]),
    "what a card serves": ({"Cartes!O13": "localiser"}, [
        ("steps[appeler].support[0].serves", "Cartes!O13", "agent", "localiser", "'Sert' is only shown here", ONLY),
    ]),
    "a formula": ({"Cartes!O13": "=B13"}, [
        ("steps[appeler].support[0].serves", "Cartes!O13", "agent", "=B13", "'Sert' is only shown here", ONLY),
    ]),
    "an emptied cell": ({"Cartes!O13": None}, [
        ("steps[appeler].support[0].serves", "Cartes!O13", "agent", None, "'Sert' is only shown here", ONLY),
    ]),
    "an emptied text": ({"Cartes!E7": None}, [
        (AN_ADDRESS, "Cartes!E7", "Prépare le colis", None, "the text is only shown here", "empty Blueprint!C19 to take it out"),
    ]),
    "a card that may fail": ({RISKS + "C4": "Autre carte"}, [
        ("steps[appeler].backstage[localiser]", "'Risques et pistes'!C4", "Le gestionnaire de stock appelle le transporteur", "Autre carte", "the card is only shown here", "type it over Blueprint!D19"),
    ]),
    "a column in a row": ({f"Cartes!D{row}": "Test" for row in range(4, 18)}, [
        ("lane", "Cartes!D4", None, "Test | Test | Test | …", "the lane is only shown here; so it is in 14 cells of the column", "cut Blueprint!C6 and paste it into that lane"),
    ]),
    "a column of the client's own": ({"Cartes!S3": "Priorité", "Cartes!S4": "P1", "Cartes!S9": "P2"}, [
        ("Priorité", "Cartes!S4", None, "P1 | P2", "no such column was sent; so it is in 2 cells of the column", "type it as a remark, or into the file"),
    ]),
    "times that are reckoned": ({"Durées!C5": 30}, [("", "Durées!C5", None, "30", "'Durées' is reckoned", "type times into 'Cartes'")]),
    "the first sheet": ({"Lisez-moi!B3": "Projet"}, [("", "Lisez-moi!B3", None, "Projet", "it is only shown here", ONLY)]),
    "the hidden lists": ({"Listes!A9": "Entrepôt"}, [("", "Listes!A9", None, "Entrepôt", "it is only shown here", ONLY)]),
    "a team's rate": ({"Annuaire!B4": "40 EUR/h"}, [("teams[logistique].rate", "Annuaire!B4", "32\u00a0EUR/h", "40 EUR/h", "it is only shown here", ONLY)]),
    "a kind that is none": ({"Annuaire!C10": "robot"}, [
        ("systems[suivi].kind", "Annuaire!C10", "API", "robot", "there is no kind 'robot'", "one of: logiciel, API, données, partenaire, équipement, papier"),
    ]),
    "an owner that is none": ({"Annuaire!B9": "Logistiqe"}, [
        ("systems[crm].owner", "Annuaire!B9", "Service client", "Logistiqe", "the file knows no team 'Logistiqe'", "did you mean Logistique?"),
    ]),
    "beside the lanes": ({"D26": "CRM neuf", "C35": "3 h", "G17": "une note", "B9": "Client", "D1": "bonjour"}, [
        ("", "Blueprint!D1", None, "bonjour", "it stands in no lane", "type it into a lane, or say it in the file"),
        ("", "Blueprint!B9", None, "Client", "labels are not read", "leave it as it was: a card is typed under its step"),
        ("", "Blueprint!G17", None, "une note", "it stands in no lane", "type it into a lane, or say it in the file"),
        ("", "Blueprint!D26", None, "CRM neuf", "the row only shows what stands in 'Cartes'", "type it into 'Cartes'"),
        ("", "Blueprint!C35", None, "3 h", "the row only shows what stands in 'Cartes'", "type it into 'Cartes'"),
    ]),
}  # fmt: skip


def changes(result: subprocess.CompletedProcess[bytes]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(result.stdout)["changes"]
    return found


def told(result: subprocess.CompletedProcess[bytes]) -> list[Told]:
    return [
        (change["name"], change["cell"], change["base"], change["theirs"], change["why"], change["help"])
        for change in changes(result)
        if change["state"] == "undecided"
    ]


@pytest.mark.parametrize("name", UNDECIDED)
def test_what_is_typed_where_nothing_is_read_is_told(
    blueprint: Run, tmp_path: Path, sent: Path, name: str
) -> None:
    cells, expected = UNDECIDED[name]
    come_back(tmp_path, sent, cells)
    result = blueprint(*INTO, "--write", "--theirs", "--prune", "--format", "json")
    assert told(result) == expected
    assert len(changes(result)) == len(expected)
    assert result.returncode == 1
    assert (tmp_path / "late.blueprint.yaml").read_bytes() == LATE.read_bytes()
    assert blueprint(*INTO, "--mine").returncode == 0


def test_a_sheet_of_the_clients_own_is_told_once(blueprint: Run, tmp_path: Path, sent: Path) -> None:
    come_back(tmp_path, sent, {})
    book = load_workbook(sent)
    book.create_sheet("Idées").append(["Une idée", "Une autre"])
    book.save(tmp_path / "client.xlsx")
    assert told(blueprint(*INTO, "--format", "json")) == [
        ("", "Idées!A1", None, "Une idée | Une autre", "the sheet was not sent; so it is in 2 cells of the sheet", "say it in the grid, or in the file")
    ]  # fmt: skip


TAKEN: dict[str, tuple[Cells, tuple[str, Any, Any], str]] = {
    "a title in Steps": ({"Étapes!B4": "Passer commande"}, ("steps[commander].title", "Commander", "Passer commande"), "    title: Passer commande\n"),
    "a title of a step without id": ({"Étapes!B6": "Réceptionner"}, ("steps[2].title", "Recevoir le colis", "Réceptionner"), "  - title: Réceptionner\n"),
    "a system's owner": ({"Annuaire!B9": "Logistique"}, ("systems[crm].owner", "Service client", "Logistique"), "  crm: {name: CRM du SAV, owner: logistique}\n"),
    "a system's kind": ({"Annuaire!C9": "api"}, ("systems[crm].kind", "logiciel", "api"), "  crm: {name: CRM du SAV, owner: sav, kind: api}\n"),
}  # fmt: skip


@pytest.mark.parametrize("name", TAKEN)
def test_what_is_sure_is_taken(blueprint: Run, tmp_path: Path, sent: Path, name: str) -> None:
    cells, change, line = TAKEN[name]
    come_back(tmp_path, sent, cells)
    result = blueprint(*INTO, "--write", "--format", "json")
    assert [(entry["name"], entry["base"], entry["theirs"]) for entry in changes(result)] == [change]
    assert result.returncode == 0
    assert line in (tmp_path / "late.blueprint.yaml").read_text("utf-8")
    assert blueprint(*INTO).stdout == b"no change\n"
    assert blueprint("render", "late.blueprint.yaml", "-o", "fresh.xlsx").returncode == 0
    assert blueprint("import", "fresh.xlsx", "--into", "late.blueprint.yaml").stdout == b"no change\n"


def test_an_owner_that_the_file_has_changed_is_a_conflict(blueprint: Run, tmp_path: Path, sent: Path) -> None:
    come_back(tmp_path, sent, {"Annuaire!B9": "Logistique"})
    changed = LATE.read_text("utf-8").replace(
        "name: CRM du SAV, owner: sav", "name: CRM du SAV, owner: transporteur"
    )
    (tmp_path / "late.blueprint.yaml").write_text(changed, "utf-8")
    (change,) = changes(blueprint(*INTO, "--format", "json"))
    assert (change["name"], change["state"], change["theirs"], change["mine"]) == ("systems[crm].owner", "conflict", "Logistique", "Transporteur")  # fmt: skip
    assert blueprint(*INTO, "--write", "--theirs").returncode == 0
    assert blueprint(*INTO).stdout == b"no change\n"


CHANGED = {
    "what is only shown": [("serves: agent", "serves: localiser"), ("32 EUR/h", "40 EUR/h"), ("CRM du SAV, owner: sav", "CRM du SAV, owner: logistique")],
    "titles and phases": [("title: Commander", "title: Passer commande"), ("title: Attente", "title: L'attente")],
    "a card gone": [("      - Prépare le colis\n", "")],
    "a new team": [("teams:\n", "teams:\n  nord: Nord\n")],
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGED)
def test_a_file_that_was_changed_since_raises_no_alarm(
    blueprint: Run, tmp_path: Path, sent: Path, name: str
) -> None:
    come_back(tmp_path, sent, {})
    text = LATE.read_text("utf-8")
    for old, new in CHANGED[name]:
        assert old in text
        text = text.replace(old, new)
    (tmp_path / "late.blueprint.yaml").write_text(text, "utf-8")
    assert blueprint(*INTO).stdout == b"no change\n"


def test_what_was_changed_in_the_file_as_it_was_told_is_quiet(
    blueprint: Run, tmp_path: Path, sent: Path
) -> None:
    come_back(tmp_path, sent, {"Cartes!O13": "localiser", "Annuaire!B4": "40 EUR/h"})
    assert blueprint(*INTO).returncode == 1
    text = (
        LATE.read_text("utf-8").replace("serves: agent", "serves: localiser").replace("32 EUR/h", "40 EUR/h")
    )
    (tmp_path / "late.blueprint.yaml").write_text(text, "utf-8")
    assert blueprint(*INTO).stdout == b"no change\n"


def test_formulas_that_were_pasted_as_values_are_quiet(blueprint: Run, tmp_path: Path, sent: Path) -> None:
    come_back(tmp_path, sent, {})
    book, values = load_workbook(sent), load_workbook(sent, data_only=True)
    for name in ("Cartes", "Étapes", "Risques et pistes"):
        for row in book[name].iter_rows(max_col=8):
            for cell in row:
                if str(cell.value).startswith("=Blueprint!"):
                    cell.value = values[name][cell.coordinate].value
    book.save(tmp_path / "client.xlsx")
    assert blueprint(*INTO).stdout == b"no change\n"


def test_columns_that_were_taken_out_are_quiet(blueprint: Run, tmp_path: Path, sent: Path) -> None:
    come_back(tmp_path, sent, {})
    book = load_workbook(sent)
    book["Cartes"].delete_cols(15, 2)
    book.save(tmp_path / "client.xlsx")
    assert blueprint(*INTO).stdout == b"no change\n"


OFFICE = [
    'sheet = book.Sheets.getByName("Cartes")', "sheet.Columns.insertByIndex(2, 1)", 'SortBy(sheet, "A4:Q17", 5)',
    "For row = 3 To 16",
    'If sheet.getCellByPosition(0, row).String = "steps[commander].backstage[0]" Then sheet.getCellByPosition(4, row).String = "Actions visibles"',
    "Next row",
    'Cell(book.Sheets.getByName("Durées"), "C5").Value = 30', 'Cell(book.Sheets.getByName("Étapes"), "B4").String = "Passer commande"',
    'Cell(book.Sheets.getByName("Annuaire"), "B9").String = "Logistique"', 'Cell(grid, "D26").String = "CRM neuf"',
]  # fmt: skip


@pytest.mark.system
@pytest.mark.parametrize("kind", [".xlsx", ".ods"])
def test_through_libreoffice(blueprint: Run, tmp_path: Path, sent: Path, soffice: str, kind: str) -> None:
    (tmp_path / "late.blueprint.yaml").write_bytes(LATE.read_bytes())
    jobs = [(sent, [], tmp_path / f"saved{kind}"), (sent, OFFICE, tmp_path / f"typed{kind}")]
    edit(soffice, tmp_path / "profile", jobs)
    assert blueprint("import", f"saved{kind}", "--into", "late.blueprint.yaml").stdout == b"no change\n"
    found = changes(blueprint("import", f"typed{kind}", "--into", "late.blueprint.yaml", "--format", "json"))
    assert sorted((change["state"], change["name"], change["theirs"]) for change in found) == [
        ("clear", "steps[commander].title", "Passer commande"),
        ("clear", "systems[crm].owner", "Logistique"),
        ("undecided", "", "30"),
        ("undecided", "", "CRM neuf"),
        ("undecided", f"{AN_ADDRESS}.lane", "Actions visibles"),
    ]


def test_many_figures_that_were_reckoned_are_quiet() -> None:
    step = "  - {{customer: {{action: Does {0}, work: {0} min}}, frontstage: {{action: Helps {0}, work: {1} min, wait: 1-2 h}}}}\n"
    steps = "".join(step.format(number, 70 - number) for number in range(1, 41))
    text = f"blueprint: 1\ntitle: Long\nsteps:\n{steps}".encode()
    book = book_of(workbook_of(text), "back.xlsx")
    times = book.sheet("Times")
    assert times is not None
    reckoned = {times.cells[row, 10] for row in range(5, 45)}
    assert len(reckoned) > 30
    assert {cell.formula for cell in reckoned} == {None}
    assert came(workbook_of(text), text)[0] == []
