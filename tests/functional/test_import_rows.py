"""Rows that a client types into flat sheets, several cards in one cell, formulas: each comes back as what was meant."""

from __future__ import annotations

import difflib
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from .conftest import Run
from .returning.late import INTO, LATE, come_back
from .returning.office import edit

RISKS = "Risques et pistes!"
Cells = dict[str, Any]

NEW_ROWS: Cells = {
    "Cartes!C18": "Appeler le SAV", "Cartes!D18": "actions invisibles", "Cartes!E18": "Prévient le transporteur",
    "Cartes!F18": "Logistique", "Cartes!G18": "CRM du SAV; API de suivi (à la main)", "Cartes!H18": 120, "Cartes!I18": "10 min",
    "Cartes!L18": "oui", "Cartes!N18": "à vérifier avec Luc",
    RISKS + "B5": "Recevoir le colis", RISKS + "C5": "Remet le colis", RISKS + "D5": "Personne à la maison", RISKS + "G5": "5 %",
    RISKS + "B10": "appeler", RISKS + "C10": "Attend au téléphone", RISKS + "D10": "moyenne",
    RISKS + "B15": "Commander", RISKS + "C15": "Promettre une date vraie", RISKS + "D15": "Service client", RISKS + "G15": "fort",
    RISKS + "H15": "moyen", RISKS + "E15": "proposée", RISKS + "F15": "2027-03-01",
    RISKS + "B17": "Commander", RISKS + "C17": "Afficher le stock",
}  # fmt: skip
WRITTEN = """\
    opportunities:
      - text: Promettre une date vraie
        owner: sav
        impact: high
        effort: medium
        status: proposée
        due: 2027-03-01
      - Afficher le stock
      # client: à vérifier avec Luc
      - action: Prévient le transporteur
        owner: logistique
        uses:
          - crm
          - {system: suivi, by: hand}
        wait: 120 min
        work: 10 min
        manual: true
    pain_points: [{text: Répète son histoire, severity: high}, {text: Attend au téléphone, severity: medium}]
    frontstage: {action: Remet le colis, owner: transporteur, work: 10 min, fail_points: {what: Personne à la maison, likelihood: 5 %}}
"""


def told(result: subprocess.CompletedProcess[bytes]) -> list[tuple[str, str, Any]]:
    changes = json.loads(result.stdout)["changes"]
    return [
        (change["state"] if change["state"] != "clear" else change["kind"], change["at"], change["theirs"])
        for change in changes
    ]


def is_quiet(blueprint: Run) -> bool:
    """Whether the same workbook again, and a fresh one, change nothing more."""
    again = blueprint(*INTO)
    blueprint("render", "late.blueprint.yaml", "-o", "fresh.xlsx")
    fresh = blueprint("import", "fresh.xlsx", "--into", "late.blueprint.yaml")
    return again.stdout == fresh.stdout == b"no change\n"


def added_lines(folder: Path) -> str:
    before = LATE.read_text(encoding="utf-8").splitlines(keepends=True)
    now = (folder / "late.blueprint.yaml").read_text(encoding="utf-8").splitlines(keepends=True)
    return "".join(line[2:] for line in difflib.ndiff(before, now) if line.startswith("+"))


def test_new_rows_become_parts_with_all_that_is_said_of_them(
    blueprint: Run, tmp_path: Path, sent: Path
) -> None:
    come_back(tmp_path, sent, NEW_ROWS)
    assert told(blueprint(*INTO, "--format", "json")) == [
        ("add", "steps[appeler].backstage", "Prévient le transporteur (owner: logistique; uses: crm, suivi by hand; wait: 120 min; work: 10 min; manual: yes)"),
        ("add", "steps[2].frontstage[0].fail_points", "Personne à la maison (likelihood: 5 %)"),
        ("add", "steps[appeler].pain_points", "Attend au téléphone (severity: medium)"),
        ("add", "steps[commander].opportunities", "Promettre une date vraie (owner: sav; impact: high; effort: medium; status: proposée; due: 2027-03-01)"),
        ("add", "steps[commander].opportunities", "Afficher le stock"),
    ]  # fmt: skip
    assert blueprint(*INTO, "--write").returncode == 0
    assert added_lines(tmp_path) == WRITTEN
    assert is_quiet(blueprint)


UNDECIDED: dict[str, tuple[Cells, str, str]] = {
    "no step": ({RISKS + "C15": "Une piste"}, "the row does not say which step it belongs to", "type the step's title into 'Risques et pistes'!B15"),
    "a step that is not there": ({RISKS + "B15": "Commandr", RISKS + "C15": "Une piste"}, "there is no step 'Commandr'", "did you mean Commander?"),
    "no text": ({RISKS + "B15": "Commander", RISKS + "E15": "fort"}, "the row does not say what it is", "type its text into 'Risques et pistes'!C15"),
    "a team that is not there": ({RISKS + "B15": "Commander", RISKS + "C15": "Une piste", RISKS + "D15": "Logistiqe"}, "'Risques et pistes'!D15: the file knows no team 'Logistiqe'", "did you mean Logistique?"),
    "no lane": ({"Cartes!C18": "Commander", "Cartes!E18": "Trie"}, "the row does not say in which lane it stands", "type the name of the lane into Cartes!D18"),
    "a lane that is not there": ({"Cartes!C18": "Commander", "Cartes!D18": "Action visible", "Cartes!E18": "Trie"}, "there is no lane 'Action visible'", "did you mean Actions visibles?"),
    "evidence with a time": ({"Cartes!C18": "Commander", "Cartes!D18": "Evidence", "Cartes!E18": "Mail", "Cartes!H18": 5}, "Cartes!H18: no such thing can be said of evidence", "leave it empty"),
    "two things at once": ({"Cartes!C18": "Commander", "Cartes!D18": "Evidence", "Cartes!E18": "Mail", "Cartes!F18": "Logistiqe", "Cartes!H18": 5}, "Cartes!F18: the file knows no team 'Logistiqe' (did you mean Logistique?); Cartes!H18: no such thing can be said of evidence", "leave it empty"),
    "a card that is not there": ({RISKS + "B5": "Commander", RISKS + "C5": "Prépare les colis", RISKS + "D5": "Casse"}, "there is no card 'Prépare les colis'", "did you mean Prépare le colis?"),
    "no card": ({RISKS + "B5": "Commander", RISKS + "D5": "Casse"}, "the row does not say which card may fail", "type the card's text into 'Risques et pistes'!C5"),
    "a formula": ({RISKS + "B15": "Commander", RISKS + "C15": "=UPPER(C14)"}, "a formula was typed: =UPPER(C14)", "type what it shows into 'Risques et pistes'!C15"),
    "a lane of another's words": ({"Cartes!C18": "Commander", "Cartes!D18": "Coulisses", "Cartes!E18": "Trie"}, "there is no lane 'Coulisses'", "one of: Preuves physiques, Actions du client, Actions visibles, Actions invisibles, Processus de support"),
    "a column that is only shown": ({"Cartes!C18": "Commander", "Cartes!D18": "Actions invisibles", "Cartes!E18": "Trie", "Cartes!O18": "agent"}, "'Sert' is not read in a new row", "leave Cartes!O18 empty; say it in the file"),
    "another phase than its step's": ({"Cartes!B18": "Attente", "Cartes!C18": "Commander", "Cartes!D18": "Actions invisibles", "Cartes!E18": "Trie"}, "'Commander' is in the phase 'Achat', not in 'Attente'", "empty Cartes!B18, or name another step"),
    "a step in its sheet": ({"Étapes!D18": "Une étape"}, "new rows of this sheet are not read", "type them into the grid, or into the file"),
}  # fmt: skip


@pytest.mark.parametrize("name", UNDECIDED)
def test_what_a_new_row_leaves_open_is_asked_for(
    blueprint: Run, tmp_path: Path, sent: Path, name: str
) -> None:
    cells, why, way_out = UNDECIDED[name]
    come_back(tmp_path, sent, cells)
    result = blueprint(*INTO, "--write", "--theirs", "--format", "json")
    changes = json.loads(result.stdout)["changes"]
    assert [(change["state"], change["why"], change["help"]) for change in changes] == [
        ("undecided", why, way_out)
    ]
    assert result.returncode == 1
    assert (tmp_path / "late.blueprint.yaml").read_bytes() == LATE.read_bytes()
    assert blueprint(*INTO, "--mine").returncode == 0


def test_new_rows_may_name_a_new_step_or_an_address_or_be_filled_down(
    blueprint: Run, tmp_path: Path, sent: Path
) -> None:
    cells: Cells = {
        "Blueprint!F5": "Attendre",
        "Cartes!C18": "attendre", "Cartes!D18": '="Actions du client"', "Cartes!E18": "Guette le camion", "Cartes!H18": "2 jours",
        RISKS + "B15": "steps[appeler].backstage[localiser]", RISKS + "C15": "Afficher le stock",
        RISKS + "B16": "=Blueprint!$C$5", RISKS + "C16": "Promettre une date vraie",
    }  # fmt: skip
    come_back(tmp_path, sent, cells)
    assert told(blueprint(*INTO, "--format", "json")) == [
        ("add-step", "steps", "Attendre"),
        ("add", "new step 'Attendre'.customer", "Guette le camion (wait: 2 jours)"),
        ("add", "steps[appeler].opportunities", "Afficher le stock"),
        ("add", "steps[commander].opportunities", "Promettre une date vraie"),
    ]
    assert blueprint(*INTO, "--write").returncode == 0
    written = (tmp_path / "late.blueprint.yaml").read_text("utf-8")
    assert written.endswith("""
  - title: Attendre
    phase: attente
    customer:
      - {action: Guette le camion, wait: 2 jours}
""")
    assert is_quiet(blueprint)


def test_a_note_in_a_new_row_is_kept(blueprint: Run, tmp_path: Path) -> None:
    noted = LATE.read_text("utf-8").replace("due: 2027-01-31}", "due: 2027-01-31, note: vu le 3 mai}")
    (tmp_path / "late.blueprint.yaml").write_text(noted, "utf-8")
    assert blueprint("render", "late.blueprint.yaml", "-o", "client.xlsx").returncode == 0
    book = load_workbook(tmp_path / "client.xlsx")
    for cell, text in {"B15": "Commander", "C15": "Afficher le stock", "I15": "à chiffrer"}.items():
        book["Risques et pistes"][cell] = text
    book.save(tmp_path / "client.xlsx")
    expected = [("add", "steps[commander].opportunities", "Afficher le stock (note: à chiffrer)")]
    assert told(blueprint(*INTO, "--format", "json")) == expected
    assert blueprint(*INTO, "--write").returncode == 0
    assert is_quiet(blueprint)


def test_a_new_row_that_says_what_a_card_says_may_be_a_copy(
    blueprint: Run, tmp_path: Path, sent: Path
) -> None:
    come_back(tmp_path, sent, {RISKS + "B15": "Commander", RISKS + "C15": "Synchroniser l'API"})
    (change,) = json.loads(blueprint(*INTO, "--format", "json").stdout)["changes"]
    assert change["why"] == "is it a copy of steps[appeler].opportunities[0]?"
    assert blueprint(*INTO, "--write", "--theirs").returncode == 0
    assert added_lines(tmp_path) == "    opportunities: Synchroniser l'API\n"


def test_a_formula_in_place_of_a_time_is_no_removal(blueprint: Run, tmp_path: Path, sent: Path) -> None:
    come_back(tmp_path, sent, {"Cartes!I10": "=2*60", "D15": "=C15"})
    changes = json.loads(blueprint(*INTO, "--prune", "--write", "--format", "json").stdout)["changes"]
    assert [
        (change["kind"], change["state"], change["theirs"], change["why"], change["help"]) for change in changes
    ] == [
        ("set", "undecided", "=C15", "a formula was typed: =C15", "ask for what was meant"),
        ("set", "undecided", "=2*60", "a formula was typed: =2*60", "ask for what was meant"),
    ]  # fmt: skip
    assert (tmp_path / "late.blueprint.yaml").read_bytes() == LATE.read_bytes()


def test_bullets_in_a_new_cell_are_cards_of_their_own(blueprint: Run, tmp_path: Path, sent: Path) -> None:
    come_back(
        tmp_path,
        sent,
        {"D21": "• Ouvre un dossier\n• Note l'heure\nde l'appel", "E20": "Deux lignes\nd'une carte"},
    )
    assert told(blueprint(*INTO, "--format", "json")) == [
        ("add", "steps[2].backstage", "Deux lignes d'une carte"),
        ("add", "steps[appeler].backstage", "Ouvre un dossier"),
        ("add", "steps[appeler].backstage", "Note l'heure de l'appel"),
    ]  # fmt: skip
    assert blueprint(*INTO, "--write").returncode == 0
    assert added_lines(tmp_path).splitlines() == [
        "      - Ouvre un dossier", "      - Note l'heure de l'appel", "    backstage: Deux lignes d'une carte",
    ]  # fmt: skip
    assert is_quiet(blueprint)


def test_bullets_below_a_new_step_are_its_cards(blueprint: Run, tmp_path: Path, sent: Path) -> None:
    come_back(tmp_path, sent, {"F5": "Noter", "F9": "1. Ouvre le mail\n2. Donne une note"})
    assert blueprint(*INTO, "--write").returncode == 0
    assert added_lines(tmp_path).splitlines() == [
        "", "  - title: Noter", "    phase: attente", "    customer:", "      - Ouvre le mail", "      - Donne une note",
    ]  # fmt: skip
    assert is_quiet(blueprint)


@pytest.mark.system
@pytest.mark.parametrize("kind", [".xlsx", ".ods"])
def test_a_new_row_is_found_among_rows_that_were_sorted(
    blueprint: Run, tmp_path: Path, sent: Path, soffice: str, kind: str
) -> None:
    lines = [
        'sheet = book.Sheets.getByName("Cartes")',
        *(
            f'Cell(sheet, "{cell}").String = "{text}"'
            for cell, text in (
                ("C18", "Commander"),
                ("D18", "Actions invisibles"),
                ("E18", "Agrafe le bon"),
                ("F18", "Logistique"),
            )
        ),
        'SortBy(sheet, "B4:R18", 2)',
    ]
    (tmp_path / "late.blueprint.yaml").write_bytes(LATE.read_bytes())
    book = tmp_path / f"client{kind}"
    edit(soffice, tmp_path / "profile", [(sent, lines, book)])
    command = ("import", book.name, "--into", "late.blueprint.yaml")
    expected = [("add", "steps[commander].backstage", "Agrafe le bon (owner: logistique)")]
    assert told(blueprint(*command, "--format", "json")) == expected
    assert blueprint(*command, "--write").returncode == 0
    assert blueprint(*command).stdout == b"no change\n"


def test_a_text_that_was_typed_over_what_showed_it_is_an_edit_of_its_card(
    blueprint: Run, tmp_path: Path, sent: Path
) -> None:
    come_back(tmp_path, sent, {"Cartes!E7": "Emballe le colis", RISKS + "C9": "Répète tout"})
    assert told(blueprint(*INTO, "--format", "json")) == [
        ("set", "steps[commander].backstage[0]", "Emballe le colis"),
        ("set", "steps[appeler].pain_points[0]", "Répète tout"),
    ]
    assert blueprint(*INTO, "--write").returncode == 0
    assert is_quiet(blueprint)


def test_a_card_that_was_typed_in_the_grid_and_in_a_row_is_added_once(
    blueprint: Run, tmp_path: Path, sent: Path
) -> None:
    row = {"Cartes!C18": "Appeler le SAV", "Cartes!D18": "Actions invisibles", "Cartes!E18": "Ouvre un dossier", "Cartes!F18": "Logistique"}  # fmt: skip
    come_back(tmp_path, sent, {"D21": "Ouvre un dossier", **row})
    for _ in range(2):  # it is asked again until it is decided
        *_, change = json.loads(blueprint(*INTO, "--write", "--format", "json").stdout)["changes"]
        assert (change["state"], change["cell"], change["theirs"]) == ("undecided", "Cartes!C18", "Ouvre un dossier (owner: logistique)")  # fmt: skip
        assert (change["why"], change["help"]) == (
            "Blueprint!D21 says it, too: is it the same card?",
            "--theirs adds it as another one, --mine leaves it out",
        )
        assert added_lines(tmp_path) == "      - Ouvre un dossier\n"
    assert blueprint(*INTO, "--mine").returncode == 0
    assert blueprint(*INTO, "--write", "--take", "Cartes!C18=theirs").returncode == 0
    assert added_lines(tmp_path).count("Ouvre un dossier") == 2
    assert is_quiet(blueprint)
