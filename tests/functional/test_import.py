"""`blueprint import --into`: exactly what a client changed comes back, and nothing else."""

from __future__ import annotations

import difflib
import json
import re
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from .conftest import Run
from .returning.late import INTO, LATE, come_back

Edit = dict[str, Any]


@pytest.fixture
def came_back(tmp_path: Path, sent: Path) -> Callable[[Edit], None]:
    """Write `client.xlsx`, edited, and `late.blueprint.yaml` into the test's folder."""

    def write(edit: Edit) -> None:
        come_back(tmp_path, sent, edit)

    return write


def told(result: subprocess.CompletedProcess[bytes]) -> list[tuple[Any, ...]]:
    """State or kind, name and values of every change that the JSON lists."""
    return [
        (
            change["kind"] if change["state"] == "clear" else change["state"],
            change["name"],
            change["theirs"],
        )
        for change in json.loads(result.stdout)["changes"]
    ]


JSON = (*INTO, "--format", "json")


def lines_changed(folder: Path) -> tuple[list[str], list[str]]:
    """The lines that are new, and those that are gone."""
    now = (folder / "late.blueprint.yaml").read_text(encoding="utf-8").splitlines()
    lines = difflib.ndiff(LATE.read_text(encoding="utf-8").splitlines(), now)
    found = [line for line in lines if line[0] in "+-"]
    return [line[2:] for line in found if line[0] == "+"], [line[2:] for line in found if line[0] == "-"]


def test_an_untouched_workbook_changes_nothing(blueprint: Run, tmp_path: Path, sent: Path) -> None:
    (tmp_path / "late.blueprint.yaml").write_bytes(LATE.read_bytes())
    (tmp_path / "client.xlsx").write_bytes(sent.read_bytes())
    for more in ((), ("--write",), ("--write", "--prune", "--theirs")):
        result = blueprint(*INTO, *more)
        assert (result.returncode, result.stdout, result.stderr) == (0, b"no change\n", b"")
    assert (tmp_path / "late.blueprint.yaml").read_bytes() == LATE.read_bytes()


EDITS: dict[str, tuple[Edit, list[tuple[Any, ...]], tuple[list[str], list[str]]]] = {
    "a text, in the file's own quotes": (
        {"D9": "Appelle le SAV : encore", "C15": "Affiche «\u00a0livré lundi\u00a0»"},
        [("set", "steps[commander].frontstage[0]", "Affiche «\u00a0livré lundi\u00a0»"), ("set", "steps[appeler].customer[0]", "Appelle le SAV : encore")],
        (["    frontstage: Affiche « livré lundi »   # the promise", '      - action: "Appelle le SAV : encore"'],
         ["    frontstage: Affiche « livré demain »   # the promise", '      - action: "Appelle le SAV"']),
    ),
    "a text that was folded": (
        {"D19": "Le gestionnaire appelle"},
        [("set", "steps[appeler].backstage[localiser]", "Le gestionnaire appelle")],
        (["        action: Le gestionnaire appelle"], ["        action: >-", "          Le gestionnaire de stock", "          appelle le transporteur"]),
    ),
    "typography alone is no change": (
        {"D15": "L'agent s'excuse  et cherche le dossier ", "C15": 'Affiche "livré demain"', "D33": "C'est la troisième fois."},
        [],
        ([], []),
    ),
    "an emotion, a feeling, a phase, the title": (
        {"C11": 2, "E11": "−1", "E32": "Soulagement", "C4": "Commande", "B1": "Colis très en retard"},
        [("set", "title", "Colis très en retard"), ("set", "phases[achat].title", "Commande"), ("set", "steps[commander].emotion", 2),
         ("set", "steps[2].emotion", "−1"), ("set", "steps[2].feeling", "Soulagement")],
        (["title: Colis très en retard", "  - {id: achat, title: Commande}", "    emotion: 2", "    emotion: -1", "    feeling: Soulagement"],
         ["title: Colis en retard", "  - {id: achat, title: Achat}", "    emotion: 1"]),
    ),
    "new cards": (
        {"C21": "Imprime l’étiquette", "E19": "Scanne le bon", "D34": "Je veux une date."},
        [("add", "steps[commander].backstage", "Imprime l'étiquette"), ("add", "steps[2].backstage", "Scanne le bon"), ("add", "steps[appeler].quote", "Je veux une date.")],
        (["      - Imprime l'étiquette", "    quote:", '      - "C\'est la troisième fois."', "      - Je veux une date.", "    backstage: Scanne le bon"],
         ['    quote: "C\'est la troisième fois."']),
    ),
    "a card typed elsewhere is the same card": (
        {"C20": None, "D21": "Remet le colis au transporteur"},
        [("move", "steps[commander].backstage[remise]", "steps[appeler].backstage")],
        (["      - {id: remise, action: Remet le colis au transporteur, owner: logistique, wait: 1 h}"],
         ["      - {id: remise, action: Remet le colis au transporteur, owner: logistique, wait: 1 h}"]),
    ),
    "cards that changed places": (
        {"C19": "Remet le colis au transporteur", "C20": "Prépare le colis"},
        [("order", "steps[commander].backstage", "Remet le colis au transporteur | Prépare le colis")],
        (["      - {id: remise, action: Remet le colis au transporteur, owner: logistique, wait: 1 h}"],
         ["      - {id: remise, action: Remet le colis au transporteur, owner: logistique, wait: 1 h}"]),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", EDITS)
def test_edits_come_back(
    blueprint: Run, tmp_path: Path, came_back: Callable[[Edit], None], name: str
) -> None:
    edit, changes, lines = EDITS[name]
    came_back(edit)
    result = blueprint(*JSON)
    assert sorted(told(result), key=str) == sorted(changes, key=str)
    assert result.returncode == (1 if changes else 0)
    assert lines_changed(tmp_path) == ([], [])
    result = blueprint(*INTO, "--write")
    assert result.returncode == 0, result.stdout
    assert lines_changed(tmp_path) == lines
    quiet(blueprint)


def quiet(blueprint: Run) -> None:
    """The same workbook again, and a fresh one, change nothing more."""
    assert blueprint(*INTO).stdout == b"no change\n"
    blueprint("render", "late.blueprint.yaml", "-o", "fresh.xlsx")
    result = blueprint("import", "fresh.xlsx", "--into", "late.blueprint.yaml")
    assert (result.returncode, result.stdout) == (0, b"no change\n")


def test_removals_wait_for_prune_and_for_what_refers_to_them(
    blueprint: Run, tmp_path: Path, came_back: Callable[[Edit], None]
) -> None:
    came_back({"D15": None, "D20": None, "D11": None})
    result = blueprint(*INTO, "--write")
    assert result.returncode == 1
    assert lines_changed(tmp_path) == ([], [])
    assert "steps[appeler].support[0].serves refers to it" in " ".join(result.stdout.decode().split())
    result = blueprint(*JSON, "--write", "--prune")
    assert [change["written"] for change in json.loads(result.stdout)["changes"]] == [True, False, True]
    assert lines_changed(tmp_path) == ([], ["    emotion: -2", "      - Note le litige sur une fiche"])


def _change_file(folder: Path, old: str, new: str) -> None:
    path = folder / "late.blueprint.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_conflicts_show_three_values_and_are_settled(
    blueprint: Run, tmp_path: Path, came_back: Callable[[Edit], None]
) -> None:
    came_back({"D15": "L’agent rit", "D20": "Note sur papier", "C19": "Prépare vite"})
    _change_file(tmp_path, "L'agent s'excuse et cherche", "L'agent salue et cherche")
    _change_file(tmp_path, "Note le litige sur une fiche", "Écrit le litige")
    result = blueprint(*INTO)
    assert result.returncode == 1
    assert (
        result.stdout.decode().split("\n\n")[0]
        == """\
set       steps[commander].backstage[0]                   Blueprint!C19, line 30
          "Prépare le colis" → "Prépare vite"
conflict  steps[appeler].frontstage[agent]                Blueprint!D15, line 46
          sent: "L’agent s’excuse et cherche le dossier"
          client: "L’agent rit"
          file: "L’agent salue et cherche le dossier"
          the file was changed there, too (--theirs takes the client's, --mine
          keeps the file's)
conflict  steps[appeler].backstage[1]                     Blueprint!D20, line 60
          sent: "Note le litige sur une fiche"
          client: "Note sur papier"
          file: "Écrit le litige"
          the file was changed there, too (--theirs takes the client's, --mine
          keeps the file's)"""
    )
    result = blueprint(
        *INTO, "--write", "--take", "Blueprint!D15=theirs", "--take", "steps[appeler].backstage[1]=mine"
    )
    assert result.returncode == 0
    text = (tmp_path / "late.blueprint.yaml").read_text(encoding="utf-8")
    assert ("L'agent rit" in text, "Écrit le litige" in text, "Prépare vite" in text) == (True, True, True)
    again = blueprint(
        *INTO, "--write", "--take", "Blueprint!D15=theirs", "--take", "steps[appeler].backstage[1]=mine"
    )
    assert (again.returncode, again.stderr.decode()) == (
        0,
        "blueprint: client.xlsx: --take Blueprint!D15: there is no change any more to decide about\n",
    )
    assert (tmp_path / "late.blueprint.yaml").read_text(encoding="utf-8") == text


@pytest.mark.parametrize(("side", "kept"), [("--mine", "L'agent salue"), ("--theirs", "L'agent rit")])
def test_one_side_takes_all(
    blueprint: Run, tmp_path: Path, came_back: Callable[[Edit], None], side: str, kept: str
) -> None:
    came_back({"D15": "L’agent rit"})
    _change_file(tmp_path, "L'agent s'excuse et cherche", "L'agent salue et cherche")
    assert blueprint(*INTO, "--write", side).returncode == 0
    assert kept in (tmp_path / "late.blueprint.yaml").read_text(encoding="utf-8")


def test_the_file_may_have_moved_on(
    blueprint: Run, tmp_path: Path, came_back: Callable[[Edit], None]
) -> None:
    came_back({"E9": "Signe le bordereau", "E19": "Range", "D5": "Appeler enfin"})
    _change_file(tmp_path, "steps:\n", "steps:\n  - title: Avant\n    customer: Rêve\n\n")
    _change_file(tmp_path, "    frontstage: Affiche « livré demain »   # the promise\n", "")
    result = blueprint(*JSON, "--write")
    assert sorted(told(result), key=str) == [
        ("add", "steps[3].backstage", "Range"),
        ("set", "steps[3].customer[0]", "Signe le bordereau"),
        ("set", "steps[appeler].title", "Appeler enfin"),
    ]
    assert result.returncode == 0


def test_the_same_change_on_both_sides_is_none(
    blueprint: Run, tmp_path: Path, came_back: Callable[[Edit], None]
) -> None:
    came_back({"D15": "L’agent salue"})
    _change_file(tmp_path, "L'agent s'excuse et cherche le dossier", "L'agent salue")
    assert blueprint(*INTO).stdout == b"no change\n"


def test_what_cannot_be_decided_is_never_written(
    blueprint: Run, tmp_path: Path, came_back: Callable[[Edit], None]
) -> None:
    came_back({"C11": 5, "E16": "L’agent s’excuse et cherche le dossier", "D15": "=C15"})
    result = blueprint(*JSON, "--write")
    assert result.returncode == 1
    whys = {change["name"]: change["why"] for change in json.loads(result.stdout)["changes"]}
    assert whys == {
        "steps[commander].emotion": "'5' is no emotion",
        "steps[appeler].frontstage[agent]": "a formula was typed: =C15",
        "steps[2].frontstage": "is it a copy of steps[appeler].frontstage[agent]?",
    }
    assert lines_changed(tmp_path) == ([], [])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("import", "client.xlsx"), "name the blueprint with --into, or a new one with -o"),
        ((*INTO, "-o", "new.yaml"), "--into and -o exclude each other"),
        ((*INTO, "--mine", "--theirs"), "--theirs and --mine exclude each other"),
        ((*INTO, "--take", "Blueprint!D15"), "no side is named"),
        ((*INTO, "--take", "Blueprint!D16=mine"), "did you mean Blueprint!D15?"),
        ((*INTO, "--format", "jsn"), "did you mean json?"),
        (("import", "clint.xlsx", "--into", "late.blueprint.yaml"), "did you mean client.xlsx?"),
        (("import", "client.xlsx", "--into", "lat.blueprint.yaml"), "did you mean late.blueprint.yaml?"),
        (("import", "client.xlsx", "-o", "new.yaml", "--write"), "belong to --into"),
        (("import", "late.blueprint.yaml", "--into", "late.blueprint.yaml"), "it is a blueprint, not a workbook"),
    ],
)  # fmt: skip
def test_a_wrong_command_is_one_line(
    blueprint: Run, came_back: Callable[[Edit], None], arguments: tuple[str, ...], said: str
) -> None:
    came_back({"D15": "L’agent rit"})
    result = blueprint(*arguments)
    assert result.returncode == 2
    assert result.stdout == b""
    assert result.stderr.count(b"\n") == 1
    assert said in result.stderr.decode()


def test_a_workbook_of_another_map_is_refused(
    blueprint: Run, tmp_path: Path, came_back: Callable[[Edit], None]
) -> None:
    came_back({})
    (tmp_path / "tea.blueprint.yaml").write_text("blueprint: 1\ntitle: Tea\nsteps: [Asks for tea]\n")
    result = blueprint("import", "client.xlsx", "--into", "tea.blueprint.yaml", "--write", "--prune")
    assert result.returncode == 2
    assert (
        b"client.xlsx was made from another map: 0 of its 3 steps are in tea.blueprint.yaml" in result.stderr
    )


def test_line_ends_and_the_mark_of_the_file_stay(blueprint: Run, tmp_path: Path, sent: Path) -> None:
    raw = b"\xef\xbb\xbf" + LATE.read_bytes().replace(b"\n", b"\r\n")
    (tmp_path / "late.blueprint.yaml").write_bytes(raw)
    assert blueprint("render", "late.blueprint.yaml", "-o", "client.xlsx").returncode == 0
    book = load_workbook(tmp_path / "client.xlsx")
    book["Blueprint"]["D20"], book["Blueprint"]["D21"] = "Note sur papier", "Classe la fiche"
    book.save(tmp_path / "client.xlsx")
    assert blueprint(*INTO, "--write").returncode == 0
    old, new = b"Note le litige sur une fiche\r\n", b"Note sur papier\r\n      - Classe la fiche\r\n"
    assert (tmp_path / "late.blueprint.yaml").read_bytes() == raw.replace(old, new)


def test_a_map_with_errors_is_shown_first(
    blueprint: Run, tmp_path: Path, came_back: Callable[[Edit], None]
) -> None:
    came_back({"D15": "x"})
    _change_file(tmp_path, "blueprint: 1", "blueprint: 2")
    result = blueprint(*INTO, "--write")
    assert result.returncode == 1
    assert result.stdout == b""
    assert b"BP002" in result.stderr


def _by_a_program(sent: Path, folder: Path, do: Callable[[Any], None]) -> None:
    """Edit the workbook with a library, which leaves the anchors behind."""
    (folder / "late.blueprint.yaml").write_bytes(LATE.read_bytes())
    book = load_workbook(sent)
    do(book["Blueprint"])
    book.save(folder / "client.xlsx")


def _insert_column(sheet: Any) -> None:
    sheet.insert_cols(4)
    sheet["D5"], sheet["D9"], sheet["E15"] = "Attendre", "Attend", "L’agent rit"


def _insert_row(sheet: Any) -> None:
    sheet.insert_rows(20)
    sheet["D20"], sheet["D15"] = "Ouvre", "L’agent rit"


def _move_and_rename(sheet: Any) -> None:
    sheet.move_range("C19", rows=2, cols=1)
    sheet.title = "Grille"


LAUGHS = ("set", "steps[appeler].frontstage[agent]", "L’agent rit")


@pytest.mark.parametrize(
    ("do", "changes"),
    [
        (_insert_column, [("add-step", "steps", "Attendre"), LAUGHS]),
        (_insert_row, [("add", "steps[appeler].backstage", "Ouvre"), LAUGHS]),
        (lambda sheet: sheet.delete_cols(3), [("delete", "steps[commander]", None)]),
        (_move_and_rename, [("move", "steps[commander].backstage[0]", "steps[appeler].backstage")]),
    ],
    ids=["column", "row", "no column", "moved"],
)
def test_anchors_that_were_left_behind(
    blueprint: Run, tmp_path: Path, sent: Path, do: Callable[[Any], None], changes: list[tuple[Any, ...]]
) -> None:
    _by_a_program(sent, tmp_path, do)
    result = blueprint(*JSON)
    assert sorted(told(result), key=str) == sorted(changes, key=str)
    said = b"the anchors in _bp do not fit the grid: cards were found by their texts" in result.stderr
    assert said is (do is not _move_and_rename)


def test_an_export_of_another_program(blueprint: Run, tmp_path: Path, sent: Path) -> None:
    """No very hidden sheet, no properties, other names of styles, no table: as online spreadsheets export."""
    left_out = ("docProps/custom", "xl/tables/", "xl/calcChain")
    with zipfile.ZipFile(sent) as source, zipfile.ZipFile(tmp_path / "client.xlsx", "w") as target:
        for entry in source.infolist():
            if entry.filename.startswith(left_out):
                continue
            content = source.read(entry).decode()
            content = re.sub(
                'name="bp [^"]*"', 'name="Normal 2"', content.replace('state="veryHidden"', 'state="hidden"')
            )
            if entry.filename == "xl/worksheets/sheet2.xml":
                content = content.replace("excuse et cherche le dossier", "excuse deux fois")
            target.writestr(entry.filename, content)
    (tmp_path / "late.blueprint.yaml").write_bytes(LATE.read_bytes())
    assert told(blueprint(*JSON)) == [
        ("set", "steps[appeler].frontstage[agent]", "L’agent s’excuse deux fois")
    ]


def test_a_table_that_lost_all_but_its_texts(blueprint: Run, tmp_path: Path) -> None:
    (tmp_path / "late.blueprint.yaml").write_bytes(LATE.read_bytes())
    blueprint("render", "late.blueprint.yaml", "-o", "client.csv")
    path = tmp_path / "client.csv"
    path.write_text(
        path.read_text(encoding="utf-8").replace("Prépare le colis", "Prépare vite"), encoding="utf-8"
    )
    arguments = ("import", "client.csv", "--into", "late.blueprint.yaml", "--format", "json")
    result = blueprint(*arguments)
    assert told(result) == [("undecided", "steps[commander].backstage[0]", "Prépare vite")]
    assert b"steps and lanes were found by their headings" in result.stderr
    assert blueprint(*arguments, "--write", "--theirs").returncode == 0
    assert lines_changed(tmp_path) == (["      - Prépare vite"], ["      - Prépare le colis"])


FLAT: dict[str, tuple[Edit, list[tuple[Any, ...]], tuple[list[str], list[str]]]] = {
    "owners, systems, times": (
        {"Cartes!F7": "logistique", "Cartes!G5": "API de suivi (API); CRM du SAV", "Cartes!I5": 10, "Cartes!H7": "1 h 30", "Cartes!L7": "oui"},
        [("set", "steps[commander].customer[0].uses", "API de suivi (API); CRM du SAV"), ("set", "steps[commander].customer[0].work", "10 min"),
         ("set", "steps[commander].backstage[0].owner", "logistique"), ("set", "steps[commander].backstage[0].wait", "1 h 30"),
         ("set", "steps[commander].backstage[0].manual", "oui")],
        (["    customer: {action: Commande en ligne, work: 10 min, uses: [{system: suivi, by: api}, crm]}",
          "      - {action: Prépare le colis, owner: logistique, wait: 1 h 30, manual: true}"],
         ["    customer: {action: Commande en ligne, work: 5 min}", "      - Prépare le colis"]),
    ),
    "a remark": (
        {"Cartes!N5": "À vérifier\nvraiment ?", "Étapes!G6": "Bof"},
        [("comment", "steps[commander].customer[0].remark", "À vérifier\nvraiment ?"), ("comment", "steps[2].remark", "Bof")],
        (["    # client: À vérifier", "    # client: vraiment ?", "  # client: Bof"], []),
    ),
    "risks and ideas": (
        {"Risques et pistes!G4": 0.2, "Risques et pistes!E4": "Rappel manqué", "Risques et pistes!D9": "low", "Risques et pistes!E14": "en cours"},
        [("set", "steps[appeler].backstage[localiser].fail_points[0].likelihood", 0.2), ("set", "steps[appeler].backstage[localiser].fail_points[0].effect", "Rappel manqué"),
         ("set", "steps[appeler].pain_points[0].severity", "low"), ("set", "steps[appeler].opportunities[0].status", "en cours")],
        (["        fail_points: [{what: Le transporteur ne répond pas, likelihood: 20 %, effect: Rappel manqué}]",
          "    pain_points: [{text: Répète son histoire, severity: low}]",
          "    opportunities: [{text: Synchroniser l'API, owner: logistique, impact: high, due: 2027-01-31, status: en cours}]"],
         ["        fail_points: [{what: Le transporteur ne répond pas, likelihood: 15 %}]",
          "    pain_points: [{text: Répète son histoire, severity: high}]",
          "    opportunities: [{text: Synchroniser l'API, owner: logistique, impact: high, due: 2027-01-31}]"]),
    ),
    "the same in other words": ({"Cartes!F8": "logistique", "Cartes!H9": "1500 s", "Risques et pistes!D9": "high"}, [], ([], [])),
}  # fmt: skip


@pytest.mark.parametrize("name", FLAT)
def test_flat_sheets_come_back(
    blueprint: Run, tmp_path: Path, came_back: Callable[[Edit], None], name: str
) -> None:
    edit, changes, lines = FLAT[name]
    came_back(edit)
    assert sorted(told(blueprint(*JSON)), key=str) == sorted(changes, key=str)
    assert blueprint(*INTO, "--write").returncode == 0
    assert lines_changed(tmp_path) == lines
    quiet(blueprint)


def test_what_flat_sheets_cannot_say_is_undecided(blueprint: Run, came_back: Callable[[Edit], None]) -> None:
    came_back({"Cartes!F6": "Marketing", "Cartes!I6": "1:30", "Cartes!H4": "2 h"})
    whys = {change["name"]: change["why"] for change in json.loads(blueprint(*JSON).stdout)["changes"]}
    assert whys == {
        "steps[commander].frontstage[0].owner": "the file knows no team 'Marketing'",
        "steps[commander].frontstage[0].work": "'1:30': is it hours and minutes, or minutes and seconds?",
        "steps[commander].evidence[0].wait": "no such thing can be said of it",
    }
