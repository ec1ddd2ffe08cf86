"""Dates, shares and times of day that a spreadsheet makes of a text: in words where they are known, else a question, never a bare number."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from .conftest import Run
from .returning.late import INTO, LATE, come_back
from .returning.office import edit

AGENT = "steps[appeler].frontstage[agent]"
A_DATE = ("46093 is perhaps a date: 12/03/2026", "type it as a text: '12/03/2026")
A_YEAR = ("2027 in a cell of days would be 1905-07-19", "write the year, the month and the day: 2027-01-31")
A_SHARE = ("0.15 is perhaps a share or a time of day", "type it as a text: '15 %, or '3:36")

BARE: dict[str, tuple[dict[str, Any], str, tuple[str, str]]] = {
    "a card": ({"Blueprint!D15": 46093}, AGENT, A_DATE),
    "a share in a card": ({"Blueprint!D15": 0.15}, AGENT, A_SHARE),
    "a new card": ({"Blueprint!D16": 46093}, "steps[appeler].frontstage", A_DATE),
    "a step's title": ({"Blueprint!D5": 46093}, "steps[appeler].title", A_DATE),
    "a new step": ({"Blueprint!F5": 46093, "Blueprint!F9": "Attend"}, "steps", A_DATE),
    "a card of a new step": ({"Blueprint!F5": "Attendre", "Blueprint!F9": 0.15}, "steps", A_SHARE),
    "a text in a flat sheet": ({"Cartes!E10": 46093}, AGENT, A_DATE),
    "a remark": ({"Cartes!N10": 46093}, f"{AGENT}.remark", A_DATE),
    "an effect": ({"Risques et pistes!E4": 46093}, "steps[appeler].backstage[localiser].fail_points[0].effect", A_DATE),
    "a year for a day": ({"Risques et pistes!F14": 2027}, "steps[appeler].opportunities[0].due", A_YEAR),
    "a new row": ({"Cartes!C18": "Commander", "Cartes!D18": "Actions visibles", "Cartes!E18": 46093}, "", A_DATE),
}  # fmt: skip


@pytest.mark.parametrize("name", BARE)
def test_no_bare_number_is_written(blueprint: Run, tmp_path: Path, sent: Path, name: str) -> None:
    cells, at, (why, way) = BARE[name]
    come_back(tmp_path, sent, cells)
    result = blueprint(*INTO, "--write", "--theirs", "--format", "json")
    (change,) = json.loads(result.stdout)["changes"]
    assert (change["state"], change["name"], change["why"], change["help"]) == ("undecided", at, why, way)
    assert result.returncode == 1
    assert (tmp_path / "late.blueprint.yaml").read_bytes() == LATE.read_bytes()


def test_a_small_whole_number_is_a_text(blueprint: Run, tmp_path: Path, sent: Path) -> None:
    come_back(tmp_path, sent, {"Blueprint!D15": 12})
    assert blueprint(*INTO, "--write").returncode == 0
    assert 'action: "12"' in (tmp_path / "late.blueprint.yaml").read_text("utf-8").replace("'", '"')


_DATE, _PERCENT, _TIME = 36, 10, "book.NumberFormats.getStandardFormat(4, book.CharLocale)"
"""Number formats of LibreOffice; the last one is the usual one of times."""
TYPED = [
    'sheet = book.Sheets.getByName("Cartes")',
    *(
        f'Cell({sheet}, "{cell}").NumberFormat = {look} : Cell({sheet}, "{cell}").Value = {value}'
        for sheet, cell, look, value in (
            ("grid", "D15", _DATE, 46093),
            ("grid", "D16", _PERCENT, 0.15),
            ("grid", "E16", _TIME, 0.6),
            ("sheet", "N10", _DATE, 46093),
        )
    ),
]


@pytest.mark.system
def test_through_libreoffice(blueprint: Run, tmp_path: Path, sent: Path, soffice: str) -> None:
    (tmp_path / "late.blueprint.yaml").write_bytes(LATE.read_bytes())
    edit(
        soffice,
        tmp_path / "profile",
        [(sent, TYPED, tmp_path / f"client{kind}") for kind in (".xlsx", ".ods")],
    )
    known = json.loads(
        blueprint("import", "client.ods", "--into", "late.blueprint.yaml", "--format", "json").stdout
    )
    assert sorted((change["name"], change["state"], change["theirs"]) for change in known["changes"]) == [
        ("steps[2].frontstage", "clear", "02:24:00 PM"),
        ("steps[appeler].frontstage", "clear", "15%"),
        (AGENT, "clear", "12/03/2026"),
        (f"{AGENT}.remark", "clear", "12/03/2026"),
    ]
    asked = json.loads(
        blueprint("import", "client.xlsx", "--into", "late.blueprint.yaml", "--format", "json").stdout
    )
    assert sorted((change["name"], change["state"], change["why"]) for change in asked["changes"]) == [
        ("steps[2].frontstage", "undecided", "0.6 is perhaps a share or a time of day"),
        ("steps[appeler].frontstage", "undecided", A_SHARE[0]),
        (AGENT, "undecided", A_DATE[0]),
        (f"{AGENT}.remark", "undecided", A_DATE[0]),
    ]
