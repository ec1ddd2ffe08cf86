"""Grids that were made elsewhere: what each row is, what each cell says, and what was guessed."""

from __future__ import annotations

import io
from typing import Any

import pytest
from openpyxl import Workbook

from blueprint_cli.edit.sketching import text_of
from blueprint_cli.errors import BlueprintError
from blueprint_cli.source.loading import load_bytes
from blueprint_cli.workbook.foreign import values
from blueprint_cli.workbook.foreign.headings import meaning_of
from blueprint_cli.workbook.foreign.reading import sketch_of
from blueprint_cli.workbook.reading.opening import book_of

HEADINGS = {
    "customer": ["Customer Actions", "CUSTOMER", "Actions client", "Actions du client", "Parcours client", "👤 Client", "User actions", "Actions (client)"],
    "frontstage": ["Frontstage", "Front-stage actions", "Onstage / Visible contact employee actions", "Actions visibles (frontstage)", "Avant-scène", "Front office", "Customer-facing actions", "Frontstage Interactions"],
    "backstage": ["Backstage", "Back stage", "Coulisses", "Actions invisibles", "Actions non visibles", "Back-office", "Invisible contact employee actions", "Arrière-scène"],
    "support": ["Support Processes", "Processus de support", "Processus support", "Support", "Fonctions support"],
    "evidence": ["Physical Evidence", "Preuves physiques", "Évidences physiques", "Props", "Preuves tangibles"],
    "line": ["Line of visibility", "--- Ligne d'interaction ---", "LINE OF INTERNAL INTERACTION"],
    "pain_points": ["Pain points", "Irritants", "Points de friction", "Pain Points 😡"],
    "opportunities": ["Opportunities", "Pistes d'amélioration", "Idées"],
    "emotion": ["Emotion", "Émotions (-2 à +2)", "Courbe émotionnelle"],
    "owner": ["Owner", "Responsable", "Qui ?", "Acteurs"],
    "elapsed": ["Time", "Durée (min)", "Délai"],
    "systems": ["Systèmes", "Outils", "IT systems", "SI"],
    "step": ["Étapes", "Steps", "Étapes du parcours"],
    "phase": ["Phases", "Phase", "Journey stage"],
    "channel": ["Canaux", "Channel"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("role", "said"), [(role, said) for role, all_said in HEADINGS.items() for said in all_said]
)
def test_headings_in_many_spellings(role: str, said: str) -> None:
    found = meaning_of(said)
    assert found is not None
    assert found.role == role


def test_who_is_in_contact_is_on_stage() -> None:
    found = meaning_of("En contact")
    assert found is not None
    assert (found.role, found.lang) == ("frontstage", "fr")


@pytest.mark.parametrize(
    "said", ["Custmer actions", "Fronstage", "Coulises", "Preuves physique", "Oportunities"]
)
def test_slips_of_the_pen(said: str) -> None:
    assert meaning_of(said) is not None


@pytest.mark.parametrize(
    "said",
    [
        "Photos",
        "Regulations",
        "Actions employés",
        "Le client appelle le service et attend sa réponse",
        "",
        "12",
    ],
)
def test_what_is_no_heading(said: str) -> None:
    assert meaning_of(said) is None


def made(
    rows: list[list[Any]], *, merges: tuple[str, ...] = (), title: str = "Sheet1"
) -> tuple[Any, list[str], str]:
    """The data of the file that a grid becomes, what was guessed, and the text."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(row)
    for merge in merges:
        sheet.merge_cells(merge)
    out = io.BytesIO()
    book.save(out)
    sketch = sketch_of(book_of(out.getvalue(), "workshop.xlsx"))
    text = text_of(sketch, "Read.")
    source = load_bytes(text.encode(), "new.blueprint.yaml", _here())
    assert source.sound, source.problems
    return source.document.data, sketch.guesses, text


def _here() -> Any:
    from pathlib import Path

    return Path()


def test_a_published_template() -> None:
    data, guesses, _ = made(
        [
            ["Service Blueprint: Appliance purchase"],
            ["", "Phase", "Discover", None, "Buy", None],
            ["", "Time", "2 days", "1 hour", "15 min", "soon"],
            ["Evidence", None, "Website", "Store signs", "Receipt", "Truck\nUniform"],
            ["Customer Actions", None, "Visits website", "Visits store", "Pays", "- Signs\n- Unpacks"],
            ["Line of Interaction"],
            ["Frontstage Interactions", None, "Chat", "Greets", "Explains", "Delivers"],
            [None, None, None, "Second card"],
            ["Line of visibility"],
            ["Backstage Interactions", None, None, "Checks stock", None, "Loads truck"],
            ["Support Processes", None, "CMS", "Inventory", "Payments", "Routes"],
            ["Regulations", None, None, "Warranty law"],
        ],
        merges=("C2:D2", "E2:F2"),
    )
    assert data["title"] == "Appliance purchase"
    assert [step["phase"] for step in data["steps"]] == ["Discover", "Discover", "Buy", "Buy"]
    assert data["steps"][1] == {
        "phase": "Discover",
        "evidence": "Store signs",
        "customer": {"action": "Visits store", "elapsed": "1 hour"},
        "frontstage": ["Greets", "Second card"],
        "backstage": "Checks stock",
        "support": "Inventory",
    }
    assert data["steps"][3]["evidence"] == ["Truck", "Uniform"]
    assert data["steps"][3]["customer"] == ["Signs", "Unpacks"]
    assert "Sheet1!A12: 'Regulations' is left out: no layer of a blueprint is called so" in guesses
    assert any(guess.startswith("Sheet1!F3: 'soon' is not a time: left out") for guess in guesses)
    assert "Sheet1!A5: 'Customer Actions' taken for customer actions" in guesses


def test_a_french_workshop_grid() -> None:
    data, _, text = made(
        [
            ["Blueprint – Remboursement d'un retour"],
            ["Persona :", "Karim"],
            [],
            ["Phases", "Retour", None, "Attente", "Notes"],
            ["Étapes", "Déclare", "Dépose", "Attend", "à revoir"],
            ["Actions client", "Remplit le formulaire", "Va au relais", "Appelle; attend"],
            ["Durée (min)", 12, 30, "15 j"],
            ["Ressenti", "-", "+", "😡 furieux"],
            ["Canal", "Site web", "Relais colis", "Tél / mail"],
            ["Front-office", "Page web", "Agent relais", "Conseiller répond"],
            ["Actions invisibles (back office)", None, "Scan du colis", "Compta valide"],
            ["SI / outils", "CRM", "Scanner", "Excel, ERP"],
            ["Qui ?", "Digital", "Relais", "SAV / Compta"],
            ["Irritants", "Formulaire trop long"],
        ],
        title="Atelier",
    )
    assert data["title"] == "Remboursement d'un retour"
    assert data["lang"] == "fr"
    assert data["persona"] == "Karim"
    first, second, third = data["steps"]
    assert first == {
        "title": "Déclare", "phase": "Retour", "channel": "web", "customer": {"action": "Remplit le formulaire", "elapsed": "12 min"},
        "owner": "Digital", "emotion": -1, "frontstage": {"action": "Page web", "uses": "CRM"}, "pain_points": "Formulaire trop long",
    }  # fmt: skip
    assert second["touchpoints"] == "Relais colis"
    assert third["customer"] == [{"action": "Appelle", "elapsed": "15 j"}, "attend"]
    assert (third["emotion"], third["feeling"]) == (-2, "furieux")
    assert (third["channel"], third["touchpoints"]) == ("phone", "mail")
    assert third["backstage"] == {"action": "Compta valide", "uses": ["Excel", "ERP"]}
    assert third["owner"] == "SAV, Compta"
    assert "\n\n  - title: Dépose\n    phase: Retour\n" in text


def test_cells_that_are_parted_at_semicolons_are_told() -> None:
    _, notes, _ = made(
        [
            ["Steps", *(f"Step {n}" for n in range(1, 8))],
            ["Customer", *(f"Does this; does that {n}" for n in range(1, 8))],
            ["Frontstage", "Answers"],
            ["Owner", "NA", "Nadia"],
        ],
        title="Grid",
    )
    told = "each semicolon taken for the end of a card"
    assert f"Grid!B2, Grid!C2, Grid!D2, Grid!E2, Grid!F2 and 2 more: {told}" in notes
    assert [note for note in notes if "nobody" in note] == [
        "Grid!B4: 'NA' is taken for nobody: owner unknown"
    ]


def test_a_list_with_one_row_a_step() -> None:
    raw = (
        "N°;Étape;Actions du client;Avant-scène;Coulisses;Satisfaction (1-5)\n"
        "1;Commande;Choisit;Confirme;Prépare;4\n;;Paie;;;\n2;Livraison;Reçoit;Remet;;1\n"
    )
    sketch = sketch_of(book_of(raw.encode(), "mon-parcours.csv"))
    assert sketch.title == "Mon parcours"
    assert [(step.title, step.emotion) for step in sketch.steps] == [("Commande", 1), ("Livraison", -2)]
    assert [card.text for card in sketch.steps[0].layers["customer"]] == ["Choisit", "Paie"]
    assert sketch.guesses[0] == "sheet 'mon-parcours': 2 steps, in rows"


def test_points_in_time_name_the_columns() -> None:
    data, _, _ = made(
        [["Temps", "J0", "J+1"], ["Client", "Commande", "Attend"], ["Backstage", "Prépare", "Livre"]]
    )
    assert [step["title"] for step in data["steps"]] == ["J0", "J+1"]


def test_who_acts_may_stand_beside_the_layer() -> None:
    data, _, _ = made(
        [
            [None, None, "Call", "Visit"],
            ["Customer", None, "Phones", "Comes"],
            ["Frontstage", "Help desk", "Answers", None],
            [None, "Shop", None, "Greets"],
        ]
    )
    assert [step["frontstage"] for step in data["steps"]] == [
        {"action": "Answers", "owner": "Help desk"},
        {"action": "Greets", "owner": "Shop"},
    ]


def test_a_title_over_several_columns_is_one_step() -> None:
    data, _, _ = made(
        [
            ["", "Order", None, "Wait"],
            ["Customer", "Chooses", "Pays", "Waits"],
            ["Frontstage", "Shows", "Takes", None],
        ],
        merges=("B1:C1",),
    )
    assert [step["title"] for step in data["steps"]] == ["Order", "Wait"]
    assert data["steps"][0]["customer"] == ["Chooses", "Pays"]


def test_nasty_texts_stay_texts() -> None:
    nasty = ["a: b", "x # y", "no", "12", "{x}", "&a *b", "'q'", '"z"', "true", "1:30", "[b], c"]
    data, _, _ = made([["", *nasty], ["Customer", *nasty], ["Frontstage", *nasty]])
    assert [step["customer"] for step in data["steps"]] == nasty
    assert [step.get("title") for step in data["steps"]] == [None if text == "12" else text for text in nasty]


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([["a", "b"], ["c", "d"]], "no grid is found in it"),
        ([["Customer"], ["Frontstage"]], "the grid has headings, and nothing beside them"),
    ],
)
def test_no_grid_no_guess(rows: list[list[Any]], words: str) -> None:
    with pytest.raises(BlueprintError, match=words):
        made(rows)


def test_cells_with_several_texts() -> None:
    assert values.texts_in("• un\n  suite\n• deux") == ["un suite", "deux"]
    assert values.texts_in("1. un\n2) deux") == ["un", "deux"]
    assert values.texts_in("Une phrase\ncoupée") == ["Une phrase coupée"]
    assert values.texts_in("Un\nDeux") == ["Un", "Deux"]
    assert values.names_in("SAV / Compta, DSI et RH") == ["SAV", "Compta", "DSI", "RH"]


def test_moods_and_scales() -> None:
    assert [values.face_of(said) for said in ("🙂", "--", ":-(", "😡!", "neutre", "x")] == [
        1,
        -2,
        -1,
        -2,
        0,
        None,
    ]
    assert values.scale_of([1, 3, 5]) == (1, 5)
    assert [values.on_our_scale(number, (1, 5)) for number in (1, 2, 3, 4, 5)] == [-2, -1, 0, 1, 2]
    assert [values.on_our_scale(number, (0, 10)) for number in (0, 5, 10)] == [-2, 0, 2]
    assert values.scale_in("Satisfaction (1-5)") == (1, 5)
    assert values.scale_in("Note /10") == (0, 10)
    assert values.scale_in("Émotions (−2 à +2)") == (-2, 2)


def test_what_is_said_of_the_map_in_one_cell_is_no_layer() -> None:
    raw = (
        "Blueprint : Bagage perdu;;\nClient : AirPlus;;\n;Avant;Après\nÉtapes;Déclare;Reçoit\n"
        "Parcours client;Remplit le formulaire;Reçoit sa valise\nCoulisses;Cherche la valise;\n"
    )
    sketch = sketch_of(book_of(raw.encode(), "bagage.csv"))
    assert sketch.facts == {"client": "AirPlus"}
    assert [(step.title, step.phase) for step in sketch.steps] == [("Déclare", "Avant"), ("Reçoit", "Après")]
    assert [card.text for card in sketch.steps[0].layers["customer"]] == ["Remplit le formulaire"]


def test_a_cell_that_brings_its_own_scale_is_read_on_it() -> None:
    said = ["1/5", "2/5", "3 sur 5", "5 out of 5", "0/5", "7/10", "50%", "100 %", "12/20"]
    found = [values.scaled(one) for one in said]
    assert [one and values.on_our_scale(*one) for one in found] == [-2, -1, 0, 2, -2, 1, 0, 2, 0]
    assert [values.scaled(one) for one in ("2", "6/5", "1/1", "un sur cinq", "150 %")] == [None] * 5


def test_question_marks_for_owners_and_bare_ranges_under_a_unit() -> None:
    data, guesses, _ = made(
        [
            ["Étape", "A", "B", "C", "D"],
            ["Actions client", "Fait", "Va", "Vient", "Sort"],
            ["Actions visibles", "Dit", "Voit", "Rit", "Lit"],
            ["Ressenti", "2/5", "++", "3 sur 5", "agacé"],
            ["Responsable", "?", "personne", "Marketing", "–"],
            ["Durée (h)", "1 à 2", "3-4", "2", "1,5"],
        ]
    )
    steps = data["steps"]
    assert [step.get("owner") for step in steps] == ["unknown", "unknown", "Marketing", None]
    assert [step.get("emotion") for step in steps] == [-1, 2, 0, None]
    assert [step["customer"]["elapsed"] for step in steps] == ["1 à 2 h", "3-4 h", "2 h", "1,5 h"]
    assert [one.partition(": ")[2] for one in guesses if "taken for nobody" in one or "a figure" in one] == [
        "'?' is taken for nobody: owner unknown",
        "'personne' is taken for nobody: owner unknown",
        "'2/5' is taken for a figure from 1 to 5: emotion -1",
        "'3 sur 5' is taken for a figure from 1 to 5: emotion 0",
        "'agacé' taken for feelings; an emotion is a figure from -2 to 2",
    ]


def test_what_stands_above_a_grid_without_a_name_is_told() -> None:
    data, guesses, _ = made(
        [
            ["Retour d'un livre"],
            ["Une lectrice rend un livre en retard"],
            ["Atelier du 12/10/2026"],
            ["Étapes", "Arriver", "Déposer", "Étape 3"],
            ["Actions du client", "Entre", "Pose le livre"],
            ["Émotion\n(de -2 à +2)", 1, -1],
            ["Actions visibles", "Salue", "Scanne le livre"],
        ]
    )
    assert data["title"] == "Retour d'un livre"
    assert data["scenario"] == "Une lectrice rend un livre en retard"
    assert [step["title"] for step in data["steps"]] == ["Arriver", "Déposer"]
    assert [step["emotion"] for step in data["steps"]] == [1, -1]
    assert "Sheet1!A2: 'Une lectrice rend un livre en retard' taken for the scenario" in guesses
    assert "Sheet1!A3: 'Atelier du 12/10/2026' is left out: nothing says what it is" in guesses
    assert "Étape 3 is left out: nothing stands there" in guesses


def test_one_cell_that_names_several_things() -> None:
    data, guesses, _ = made(
        [
            ["Retour d'un livre"],
            ["Client : Mutuelle X     Version : 3 | lundi"],
            ["Scénario : une lectrice rend un livre\nen retard\nPersona : Anna, 34 ans\nVit à Lyon"],
            ["|"],
            ["Étapes", "Arriver", "Déposer"],
            ["Actions du client", "Entre", "Pose le livre"],
            ["Actions visibles", "Salue", "Scanne le livre"],
        ]
    )
    assert {name: data[name] for name in ("client", "version", "scenario")} == {
        "client": "Mutuelle X",
        "version": "3 | lundi",
        "scenario": "une lectrice rend un livre en retard",
    }
    assert (data["title"], data["persona"]) == ("Retour d'un livre", "Anna, 34 ans Vit à Lyon")
    assert guesses[-1] == "Sheet1!A4: '|' is left out: nothing says what it is"


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (0.020833333333333332, "30 min"),
        (0.104166666666667, "2h30"),
        (1.0833333333333333, "26 h"),
        ("00:30:00", "30 min"),
        ("26:00:00", "26 h"),
        ("00:00:45", "45 s"),
        ("00:00:00", ""),
        (0.5, ""),
        (1.5, ""),
        (0.0201, ""),
        (30, ""),
        ("1:30", ""),
    ],
)
def test_times_that_a_spreadsheet_keeps_as_parts_of_a_day(cell: Any, said: str) -> None:
    assert values.clock_text(cell) == said


def test_waits_kept_as_parts_of_a_day_are_read_and_durations_beside_them_are_work() -> None:
    rows: list[list[Any]] = [
        ["Steps", "A", "B"],
        ["Customer", "Looks", "Buys"],
        ["Backstage", "", "Packs"],
        ["Wait", 0.020833333333333332, ""],
        ["Duration (min)", 10, 5],
    ]
    _, guesses, text = made(rows, title="Map")
    assert "customer: {action: Looks, wait: 30 min, work: 10 min}" in text
    assert "customer: {action: Buys, work: 5 min}" in text
    assert "Map!B4: a time as spreadsheets keep it, taken for 30 min" in guesses
    assert "the durations are shorter than the waits: taken for working times" in guesses


def test_hours_of_the_day_are_no_lengths() -> None:
    rows: list[list[Any]] = [
        ["Steps", "A"],
        ["Customer", "x"],
        ["Backstage", "p"],
        ["Heure", 0.4166666666666667],
    ]
    _, guesses, text = made(rows)
    assert not any("as spreadsheets keep it" in guess for guess in guesses)
    assert "10 h" not in text


@pytest.mark.parametrize("said", ['"Come on!"', "« Come on! »", "“Come on!”", "Come on!"])
def test_quotes_lose_their_own_marks(said: str) -> None:
    assert values.without_quotes(said) == "Come on!"


def test_marks_within_a_quote_stay() -> None:
    assert values.without_quotes('"No" and "never"') == '"No" and "never"'


def test_other_sheets_with_a_grid_are_told() -> None:
    book = Workbook()
    for title in ("Now", "Later", "Notes"):
        sheet = book.create_sheet(title)
        for row in (
            [["Steps", "A"], ["Customer", "x"], ["Backstage", "y"]] if title != "Notes" else [["Anna"]]
        ):
            sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    assert (
        sketch_of(book_of(stream.getvalue(), "two.xlsx")).guesses[1]
        == "sheet 'Later' holds a grid, too: not read"
    )


def test_other_sheets_that_hold_anything_are_told() -> None:
    book = Workbook()
    for title, texts in (("Now", []), ("Notes", ["Anna"]), ("Lists", ["CRM"]), ("Empty", [])):
        sheet = book.create_sheet(title)
        for text in texts:
            sheet.append([text])
    for row in (["Steps", "A"], ["Customer", "x"], ["Backstage", "y"]):
        book["Now"].append(row)
    book["Lists"].sheet_state = "hidden"
    stream = io.BytesIO()
    book.save(stream)
    assert sketch_of(book_of(stream.getvalue(), "four.xlsx")).guesses[1:3] == [
        "sheet 'Notes' holds no grid: not read",
        "sheet 'Lists' is hidden: not read",
    ]
