"""Teams and systems that a client writes under the tables of the directory."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from .conftest import Run
from .returning.office import edit

LATE = Path(__file__).parent / "returning/late.blueprint.yaml"
INTO = ("import", "client.xlsx", "--into", "late.blueprint.yaml")
NEW = {
    "Annuaire!A6": "Entrepôt Nord", "Annuaire!A11": "Robot d'appel", "Annuaire!B11": "Entrepôt Nord", "Annuaire!C11": "API",
    "Cartes!F5": "Entrepôt Nord",
}  # fmt: skip


def sent(blueprint: Run, folder: Path, cells: dict[str, Any]) -> None:
    """The map's workbook, with cells typed over, beside the map."""
    (folder / "late.blueprint.yaml").write_bytes(LATE.read_bytes())
    blueprint("render", "late.blueprint.yaml", "-o", "client.xlsx")
    book = load_workbook(folder / "client.xlsx")
    for name, value in cells.items():
        sheet, _, cell = name.rpartition("!")
        book[sheet][cell] = value
    book.save(folder / "client.xlsx")


def told(result: Any) -> list[tuple[str, str, str]]:
    """State, name and value of every change."""
    changes = json.loads(result.stdout)["changes"]
    return [(change["state"], change["name"], change["theirs"]) for change in changes]


def test_new_names_are_declared_and_known_elsewhere(blueprint: Run, tmp_path: Path) -> None:
    sent(blueprint, tmp_path, NEW)
    shown = told(blueprint(*INTO, "--format", "json"))
    assert ("clear", "teams[entrepot-nord]", "Entrepôt Nord") in shown
    assert ("clear", "systems[robot-d-appel]", "Robot d'appel") in shown
    assert len(shown) == 3
    assert all(state == "clear" for state, _, _ in shown)
    assert blueprint(*INTO, "--write").returncode == 0
    text = (tmp_path / "late.blueprint.yaml").read_text(encoding="utf-8")
    assert "  entrepot-nord: Entrepôt Nord\n" in text
    assert "  robot-d-appel: {name: Robot d'appel, owner: entrepot-nord, kind: api}\n" in text
    assert "owner: entrepot-nord" in text
    assert blueprint(*INTO).stdout == b"no change\n"
    blueprint("render", "late.blueprint.yaml", "-o", "client.xlsx", "--force")
    assert blueprint(*INTO).stdout == b"no change\n"


def test_a_name_typed_over_another_is_asked_for(blueprint: Run, tmp_path: Path) -> None:
    sent(blueprint, tmp_path, {"Annuaire!A4": "Entrepôt"})
    result = blueprint(*INTO, "--write")
    assert result.returncode == 1
    told_in = b" ".join(result.stdout.split())
    assert b"'Logistique' is gone: is it another name for it? (rename it in the file)" in told_in
    assert (tmp_path / "late.blueprint.yaml").read_bytes() == LATE.read_bytes()


def test_what_a_row_cannot_bring_is_said(blueprint: Run, tmp_path: Path) -> None:
    sent(blueprint, tmp_path, {"Annuaire!A6": "Entrepôt", "Annuaire!B6": "cher"})
    result = blueprint(*INTO)
    assert b"'cher' (Taux) is not read here" in b" ".join(result.stdout.split())


@pytest.mark.parametrize("kind", [".xlsx", ".ods"])
def test_through_libreoffice(kind: str, blueprint: Run, tmp_path: Path, soffice: str) -> None:
    sent(blueprint, tmp_path, {})
    lines = ['Cell(book.Sheets.getByName("Annuaire"), "A6").String = "Nord"']
    edit(soffice, tmp_path / "profile", [(tmp_path / "client.xlsx", lines, tmp_path / f"back{kind}")])
    result = blueprint("import", f"back{kind}", "--into", "late.blueprint.yaml", "--format", "json")
    assert told(result) == [("clear", "teams[nord]", "Nord")]


def test_names_of_a_catalogue_are_known_to_an_import(blueprint: Run, tmp_path: Path) -> None:
    (tmp_path / "shared.yaml").write_text(
        "catalog: 1\ntitle: Shared\nteams: {desk: Help desk, stock: Warehouse}\nsystems: {crm: CRM, erp: ERP}\n"
    )
    text = "blueprint: 1\ntitle: T\ncatalogs: [shared.yaml]\nsteps:\n  - {title: A, customer: Waits, backstage: {action: Looks, owner: desk, uses: crm}}\n"
    (tmp_path / "map.yaml").write_text(text)
    assert blueprint("render", "map.yaml", "-o", "client.xlsx").returncode == 0
    book = load_workbook(tmp_path / "client.xlsx")
    cards = book["Cards"]
    columns = {str(cell.value): int(cell.column or 0) for cell in cards[3]}
    row = next(row for row in range(4, cards.max_row + 1) if "backstage" in str(cards.cell(row, 1).value))
    cards.cell(row, columns["Owner"]).value = "warehouse"
    cards.cell(row, columns["Systems"]).value = "CRM; ERP"
    book.save(tmp_path / "client.xlsx")
    assert blueprint("import", "client.xlsx", "--into", "map.yaml", "--write").returncode == 0
    assert (tmp_path / "map.yaml").read_text() == text.replace(
        "owner: desk, uses: crm", "owner: stock, uses: [crm, erp]"
    )
    assert blueprint("import", "client.xlsx", "--into", "map.yaml").stdout == b"no change\n"


def _whys(result: Any) -> list[tuple[str, str, str]]:
    changes = json.loads(result.stdout)["changes"]
    return [(change["name"], change["why"], change["help"]) for change in changes]


def test_the_help_for_an_unknown_name_says_where_it_can_be_put(blueprint: Run, tmp_path: Path) -> None:
    sent(blueprint, tmp_path, {"Cartes!F5": "Entrepôt Nord", "Cartes!G5": "Robot d'appel (API)"})
    assert _whys(blueprint(*INTO, "--format", "json")) == [
        (
            "steps[commander].customer[0].owner",
            "the file knows no team 'Entrepôt Nord'",
            "add it in the sheet Annuaire, or under `teams` in the file",
        ),
        (
            "steps[commander].customer[0].uses",
            "the file knows no system 'Robot d'appel'",
            "add it in the sheet Annuaire, or under `systems` in the file",
        ),
    ]


def test_the_help_for_an_unknown_name_knows_another_name_of_the_sheet_and_its_loss(
    blueprint: Run, tmp_path: Path
) -> None:
    sent(blueprint, tmp_path, {"Cartes!F5": "Entrepôt Nord"})
    for change, help_line in (
        (lambda book: setattr(book["Annuaire"], "title", "Qui fait quoi"), "add it in the sheet Qui fait quoi, or under `teams` in the file"),
        (lambda book: book.remove(book["Qui fait quoi"]), "declare it under `teams` in the file first"),
    ):  # fmt: skip
        book = load_workbook(tmp_path / "client.xlsx")
        change(book)
        book.save(tmp_path / "client.xlsx")
        assert (
            "steps[commander].customer[0].owner",
            "the file knows no team 'Entrepôt Nord'",
            help_line,
        ) in (_whys(blueprint(*INTO, "--format", "json")))


def test_the_help_for_an_unknown_name_names_the_catalogue_that_has_the_others(
    blueprint: Run, tmp_path: Path
) -> None:
    (tmp_path / "shared.yaml").write_text("catalog: 1\ntitle: Shared\nteams: {desk: Help desk}\n")
    text = "blueprint: 1\ntitle: T\ncatalogs: [shared.yaml]\nsteps:\n  - {title: A, customer: {action: Waits, owner: desk}}\n"
    (tmp_path / "map.yaml").write_text(text)
    blueprint("render", "map.yaml", "-o", "client.xlsx")
    book = load_workbook(tmp_path / "client.xlsx")
    book["Cards"]["F4"] = "Warehouse"
    book.save(tmp_path / "client.xlsx")
    assert _whys(blueprint("import", "client.xlsx", "--into", "map.yaml", "--format", "json")) == [
        ("steps[0].customer[0].owner", "the file knows no team 'Warehouse'", "declare it in shared.yaml"),
    ]
