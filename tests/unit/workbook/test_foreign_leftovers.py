"""What a grid that was made elsewhere holds is in the new file, or it is told."""

from __future__ import annotations

import io
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment

from blueprint_cli.edit.sketching import text_of
from blueprint_cli.source.loading import load_bytes
from blueprint_cli.workbook.foreign import values
from blueprint_cli.workbook.foreign.headings import meaning_of
from blueprint_cli.workbook.foreign.reading import sketch_of
from blueprint_cli.workbook.reading.opening import book_of


def read(
    rows: list[list[Any]], comments: dict[str, str] | None = None
) -> tuple[list[dict[str, Any]], list[str]]:
    """The steps of the file that a grid becomes, and what was said of it."""
    from pathlib import Path

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "G"
    for row in rows:
        sheet.append(row)
    for place, text in (comments or {}).items():
        sheet[place].comment = Comment(text, "Anna")
    out = io.BytesIO()
    book.save(out)
    sketch = sketch_of(book_of(out.getvalue(), "workshop.xlsx", comments=True))
    source = load_bytes(text_of(sketch, "Read.").encode(), "new.blueprint.yaml", Path())
    assert source.sound, source.problems
    return source.document.data["steps"], sketch.guesses


GRID: list[list[Any]] = [
    ["Steps", "Ask", "Get"],
    ["Visitor", "Asks", "Gets"],
    ["Backstage", "Looks", "Packs"],
]


def test_what_stands_below_and_beside_a_grid_is_told() -> None:
    rows = [[*row, "", more] for row, more in zip(GRID, ("", "Parking lot:", "chatbot?"), strict=True)]
    steps, guesses = read([*rows, [], ["NB: ask Mr Durand"], ["", "", "and Sophie"], ["", "→", "---"]])
    assert [step["title"] for step in steps] == ["Ask", "Get"]
    assert guesses[1] == (
        "G!E2: 'Parking lot:' is left out (with 'chatbot?'): it stands beside the grid, without a title"
    )
    assert guesses[-2:] == [
        "G!A5: 'NB: ask Mr Durand' is left out: nothing says what it is",
        "G!C6: 'and Sophie' is left out: nothing says what it is",
    ]


def test_a_column_without_a_title_beside_the_last_step_is_a_step_and_told() -> None:
    steps, guesses = read([[*row, more] for row, more in zip(GRID, ("", "Pays", ""), strict=True)])
    assert steps[2] == {"customer": "Pays"}
    assert "G!D1: no title stands there: taken for a step without one" in guesses


def test_comments_on_cells_are_notes_of_their_steps_or_told() -> None:
    rows = [*GRID, ["Notes", "Ask IT", ""]]
    steps, guesses = read(rows, {"B2": "never at hand", "A3": "who is that?"})
    assert steps[0]["note"] == "Ask IT; never at hand"
    assert "G!B2: the comment 'never at hand' taken for a note of the step" in guesses
    assert "G!A3: the comment 'who is that?' is left out: it is on no step" in guesses


def test_comments_of_an_open_document_are_read() -> None:
    import zipfile

    cell = "<t:table-cell{}>{}<x:p>{}</x:p></t:table-cell>"
    note = "<o:annotation><d:creator>Anna</d:creator><x:p>late</x:p><x:p>again</x:p></o:annotation>"
    rows = [["Steps", "A"], ["Customer", "x"], ["Backstage", "y"]]
    body = "".join(
        "<t:table-row>"
        + "".join(cell.format("", note if text == "x" else "", text) for text in row)
        + "</t:table-row>"
        for row in rows
    )
    content = f'<c xmlns:t="t" xmlns:x="x" xmlns:o="o" xmlns:d="d"><t:table t:name="G">{body}</t:table></c>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
    book = book_of(out.getvalue(), "grid.ods", comments=True)
    assert book.sheets[0].comments == {(2, 2): "late\nagain"}
    assert book.sheets[0].text(2, 2) == "x"
    assert not book_of(out.getvalue(), "grid.ods").sheets[0].comments


def test_times_say_where_they_go() -> None:
    rows: list[list[Any]] = [
        ["Steps", "A", "B", "C", "D"],
        ["Visitor", "Asks", "", "", "Pays"],
        ["Backstage", "", "Packs", "", ""],
        ["Pains", "", "", "Noise", ""],
        ["How long?", "5 min", "10 min", "8h", "30 min"],
        ["Duration", "6 min", "", "", ""],
        ["Waiting", "", "", "", "20 min"],
        ["Work", "", "", "", "5 min"],
        ["Risks", "", "", "Fire", ""],
    ]
    steps, guesses = read(rows)
    assert steps[1]["backstage"] == {"action": "Packs", "elapsed": "10 min"}
    assert steps[3]["customer"] == {"action": "Pays", "wait": "20 min", "work": "5 min"}
    assert [one for one in guesses if "left out" in one or "given" in one] == [
        "G!B6: '6 min' is left out: the step has an elapsed time already, 5 min",
        "G!C5: 10 min is given to 'Packs' (backstage): the customer does nothing there",
        "G!D5: 8h is left out: the step has no action that could take it",
        "G!E5: 30 min is left out: waiting and working time make the elapsed time",
        "'Fire': left out: C has no action that could fail",
    ]


def test_figures_behind_feelings_are_emotions() -> None:
    rows: list[list[Any]] = [
        ["Steps", "A", "B", "C", "D"],
        ["Visitor", "a", "b", "c", "d"],
        ["Backstage", "e", "f", "g", "h"],
        ["Feels", "annoyed (-2)", "relieved +1", "ok", "ravie (5/5)"],
        ["Emotion", "1", "", "", ""],
    ]
    steps, guesses = read(rows)
    assert [(step.get("emotion"), step.get("feeling")) for step in steps] == [
        (-2, "annoyed"),
        (1, "relieved"),
        (None, "ok"),
        (2, "ravie"),
    ]
    assert "G!B4: 'annoyed (-2)' is taken for the feeling 'annoyed' and emotion -2" in guesses
    assert "G!B5: '1' is left out: the step has an emotion already, -2" in guesses


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("What the guest does", "customer"),
        ("Ce que fait le visiteur", "customer"),
        ("Visiteurs", "customer"),
        ("Citizen actions", "customer"),
        ("Étudiant", "customer"),
        ("Hôte", "customer"),
        ("Actions du voyageur", "customer"),
        ("Passenger", "customer"),
        ("Offstage", "backstage"),
    ],
)
def test_people_of_different_trades(said: str, role: str) -> None:
    found = meaning_of(said)
    assert found is not None
    assert found.role == role


@pytest.mark.parametrize("said", ["Student support", "Accueil des voyageurs", "What the weather does"])
def test_people_beside_other_words_are_no_customer_row(said: str) -> None:
    found = meaning_of(said)
    assert found is None or found.role != "customer"


@pytest.mark.parametrize(
    ("said", "time"),
    [
        ("une demi-heure", "½ heure"),
        ("1/2 journée", "½ jour"),
        ("half an hour", "½ hour"),
        ("un quart d'heure", "¼ heure"),
        ("2 heures et demie", "2 h 30"),
        ("1h1/2", "1 h 30"),
        ("une journée", "1 jour"),
        ("env. 1/2 h", "~½ h"),
    ],
)
def test_parts_of_hours_and_days_in_words(said: str, time: str) -> None:
    assert values.time_text(said, "") == time


def test_a_second_name_for_a_fact_of_the_map_is_told() -> None:
    _, guesses = read([["Scenario: A visit"], ["Scenario: Another"], *GRID])
    assert "G!A2: 'Another' is left out: scenario is said already, 'A visit'" in guesses
