"""`blueprint import --into`: exactly what a client changed comes back, and nothing else."""

from __future__ import annotations

import difflib
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from .conftest import Run

LATE = Path(__file__).parent / "returning/late.blueprint.yaml"
Edit = dict[str, Any]


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workbook of the map, as it is sent."""
    target = tmp_path_factory.mktemp("sent") / "client.xlsx"
    subprocess.run(
        [sys.executable, "-m", "blueprint_cli", "render", str(LATE), "-o", str(target)], check=True
    )
    return target


@pytest.fixture
def came_back(tmp_path: Path, sent: Path) -> Callable[[Edit], None]:
    """Write `client.xlsx`, edited, and `late.blueprint.yaml` into the test's folder."""

    def write(edit: Edit) -> None:
        (tmp_path / "late.blueprint.yaml").write_bytes(LATE.read_bytes())
        book = load_workbook(sent)
        for name, value in edit.items():
            sheet, _, cell = name.rpartition("!")
            book[sheet or "Blueprint"][cell] = value
        book.save(tmp_path / "client.xlsx")

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


INTO = ("import", "client.xlsx", "--into", "late.blueprint.yaml")
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
        ((*INTO, "-o", "new.yaml"), "name the blueprint with --into, or a new one with -o"),
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
