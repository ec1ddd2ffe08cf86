"""`blueprint diff`: which versions it compares, what it prints, and its exit codes."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook

from .conftest import Run

ROOT = Path(__file__).parents[2]
OLD = """\
blueprint: 1
title: Late parcel
lang: {lang}
steps:
  - id: call
    title: Call
    customer: {{action: Phones the help desk, work: 10 min}}
    frontstage:
      - {{id: agent, action: Looks for the file, owner: Care, wait: 1 h, work: 5 min}}
      - {{id: note, action: Notes the dispute, owner: Care, work: 5 min}}
  - id: wait
    title: Wait
    customer: {{action: Waits at home, wait: 1 day}}
    backstage: {{id: trace, action: Traces the parcel, owner: Stock, work: 20 min}}
"""
AUTHOR = {f"GIT_{who}_{what}": "t" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
A, B = "a.blueprint.yaml", "b.blueprint.yaml"


def new(lang: str = "en") -> str:
    text = OLD.format(lang=lang)
    text = text.replace("      - {id: note, action: Notes the dispute, owner: Care, work: 5 min}\n", "")
    moved = "    backstage:\n      - {id: trace, action: Traces the parcel, owner: Stock, work: 20 min}\n"
    moved += "      - {id: note, action: Notes the dispute, owner: Stock, work: 5 min}\n"
    return text[: text.index("    backstage: {id: trace")] + moved


@pytest.fixture
def pair(tmp_path: Path) -> Path:
    (tmp_path / A).write_text(OLD.format(lang="en"), encoding="utf-8")
    (tmp_path / B).write_text(new(), encoding="utf-8")
    return tmp_path


def git(folder: Path, *words: str) -> None:
    done = subprocess.run(["git", *words], cwd=folder, env={**os.environ, **AUTHOR}, capture_output=True)
    assert done.returncode == 0, done.stderr


def test_two_files(blueprint: Run, pair: Path) -> None:
    done = blueprint("diff", A, B)
    assert (done.returncode, done.stderr) == (1, b"")
    assert done.stdout.decode() == (
        "Late parcel\n"
        "a.blueprint.yaml → b.blueprint.yaml\n"
        "2 differences: 1 moved, 1 changed\n"
        "\n"
        "Wait\n"
        "  ↷ 'Notes the dispute' moved from 'Call' to 'Wait', now behind the line of\n"
        "    visibility\n"
        "  ~ 'Notes the dispute': owner Care → Stock\n"
        "\n"
        "Figure      Before    After  Difference\n"
        "Lead time  25 h 10  25 h 05      −5 min\n"
    )


def test_nothing_to_say(blueprint: Run, pair: Path) -> None:
    tidy = (
        (pair / A)
        .read_text(encoding="utf-8")
        .replace("wait: 1 h,", 'wait: "60 min",')
        .replace("- id: call", "- id: 'call' # a")
    )
    (pair / B).write_text(tidy, encoding="utf-8")
    assert (blueprint("diff", A, B).returncode, blueprint("diff", A, B).stdout) == (0, b"")
    found = json.loads(blueprint("diff", A, B, "--format", "json").stdout)
    assert found["changes"] == []
    assert all(figure["delta"] == 0 for figure in found["figures"] if figure["delta"] is not None)
    assert blueprint("diff", A, B, "--format", "md").stdout == b"No difference: the two say the same.\n"


def test_json_is_the_contract_s(blueprint: Run, pair: Path) -> None:
    found = json.loads(blueprint("diff", A, B, "--format", "json").stdout)
    assert list(found) == ["version", "old", "new", "changes", "figures"]
    assert (found["version"], found["old"], found["new"]) == (1, A, B)
    assert found["changes"] == [
        {
            "kind": "moved", "what": "action", "id": "note", "at_old": "steps[call].frontstage[note]",
            "at_new": "steps[wait].backstage[note]", "field": "step", "old": "steps[call]", "new": "steps[wait]",
            "says": "'Notes the dispute' moved from 'Call' to 'Wait', now behind the line of visibility",
        },
        {
            "kind": "changed", "what": "action", "id": "note", "at_old": "steps[call].frontstage[note]",
            "at_new": "steps[wait].backstage[note]", "field": "owner", "old": "Care", "new": "Stock",
            "says": "'Notes the dispute': owner Care → Stock",
        },
    ]  # fmt: skip
    assert {"name": "lead_s", "old": 90600, "new": 90300, "delta": -300} in found["figures"]


def test_md_follows_the_language_of_the_map(blueprint: Run, pair: Path) -> None:
    (pair / A).write_text(OLD.format(lang="fr"), encoding="utf-8")
    (pair / B).write_text(new("fr"), encoding="utf-8")
    shown = blueprint("diff", A, B, "--format", "md").stdout.decode()
    assert "**2 différences\u00a0: 1 déplacement, 1 modification**" in shown
    assert "désormais derrière la ligne de visibilité" in shown
    assert "<details><summary>Détails</summary>" in shown
    assert "| Durée totale |" in shown
    assert "2 differences" in blueprint("diff", A, B, "--format", "md", "--lang", "en").stdout.decode()


@pytest.mark.parametrize(
    ("topics", "count"), [("time", 0), ("owners", 1), ("customer", 1), ("systems", 0), ("owners,customer", 2)]
)
def test_only_some_topics(blueprint: Run, pair: Path, topics: str, count: int) -> None:
    done = blueprint("diff", A, B, "--only", topics, "--format", "json")
    assert len(json.loads(done.stdout)["changes"]) == count
    assert done.returncode == int(count > 0)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "there is nothing to compare (name two files, or a revision with --base HEAD)"),
        (
            (A,),
            "a.blueprint.yaml names no map that it replaces (name a second file, or a revision with --base HEAD)",
        ),
        ((A, "c.blueprint.yaml"), "there is no file c.blueprint.yaml"),
        ((A, B, "--base", "HEAD"), "two files and --base are too much (name one file, or leave --base out)"),
        ((A, B, "--only", "owner"), "'owner' is no topic (did you mean owners?)"),
        ((A, B, "--format", "jsn"), "there is no format 'jsn' (did you mean json?)"),
        ((A, B, "-o", "nowhere/x"), "there is no folder nowhere (make it first, or name another one)"),
        ((A, B, "--persona", "vip"), "the blueprint knows no persona 'vip' (it names no persona)"),
    ],
)
def test_what_cannot_be_done_is_one_clear_line(
    blueprint: Run, pair: Path, arguments: tuple[str, ...], said: str
) -> None:
    done = blueprint("diff", *arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == f"blueprint: {said}\n"


def test_a_to_be_map_and_what_it_replaces(blueprint: Run) -> None:
    done = blueprint("diff", "refund-to-be.blueprint.yaml", cwd=ROOT / "examples")
    shown = " ".join(done.stdout.decode().split())
    assert done.returncode == 1
    for told in (
        "refund-as-is.blueprint.yaml → refund-to-be.blueprint.yaml",
        "− step 'Wait for validation' removed, with 5 cards",
        "− backstage action 'Types the return into the spreadsheet'",
        "↷ 'Inspects the return' moved from 'Hear that it arrived' to 'Receive the money'",
        "~ 'Scores the risk of fraud': owner Risk → Finance",
        "~ 'Scores the risk of fraud' now works with Refund engine instead of Refund spreadsheet",
        "− system 'Refund spreadsheet' removed",
        "+ new system 'Refund engine'",
        "~ 'From the request to the money': promise 14 days → 5 days",
        "~ 'Receive the money': emotion −1 → +2",
        "Lead time 15 d 46 h 33 −13 d 1 h",
        "Hand-overs 18 7 −11",
        "Work by hand 2 h 30 0 −2 h 30",
    ):
        assert told in shown
    assert "replaced map" not in shown


def test_standard_input_against_a_file(blueprint: Run, pair: Path) -> None:
    done = blueprint("diff", A, "-", "--stdin-filename", "c.blueprint.yaml", stdin=(pair / B).read_bytes())
    assert b"a.blueprint.yaml \xe2\x86\x92 c.blueprint.yaml" in done.stdout


@pytest.fixture
def repository(pair: Path) -> Path:
    git(pair, "init", "-q", "-b", "main")
    (pair / B).unlink()
    (pair / "same.blueprint.yaml").write_text(OLD.format(lang="en"), encoding="utf-8")
    git(pair, "add", "-A")
    git(pair, "commit", "-qm", "first")
    return pair


def test_a_file_and_its_past(blueprint: Run, repository: Path) -> None:
    (repository / A).write_text(new(), encoding="utf-8")
    done = blueprint("diff", A, "--base", "HEAD")
    assert done.returncode == 1
    assert b"HEAD:a.blueprint.yaml \xe2\x86\x92 a.blueprint.yaml\n2 differences" in done.stdout
    git(repository, "mv", A, "moved.blueprint.yaml")
    assert b"HEAD:a.blueprint.yaml" in blueprint("diff", "moved.blueprint.yaml", "--base", "HEAD").stdout
    (repository / "fresh.blueprint.yaml").write_text(
        "blueprint: 1\ntitle: F\nsteps: [Asks]\n", encoding="utf-8"
    )
    fresh = blueprint("diff", "fresh.blueprint.yaml", "--base", "HEAD")
    assert (fresh.returncode, fresh.stdout.splitlines()[-1]) == (1, b"  + this map is new")
    unknown = blueprint("diff", "moved.blueprint.yaml", "--base", "mian")
    assert unknown.stderr == b"blueprint: git knows no revision 'mian' (did you mean main?)\n"


def test_the_whole_tree(blueprint: Run, repository: Path) -> None:
    assert blueprint("diff", "--base", "HEAD").returncode == 0
    (repository / "maps").mkdir()
    (repository / A).rename(repository / "maps" / B)
    (repository / "maps" / B).write_text(new(), encoding="utf-8")
    (repository / "fresh.blueprint.yaml").write_text(
        "blueprint: 1\ntitle: Fresh\nsteps: [Asks]\n", encoding="utf-8"
    )
    (repository / "same.blueprint.yaml").unlink()
    found = json.loads(blueprint("diff", "--base", "HEAD", "--format", "json").stdout)
    assert [(file["old"], file["new"], len(file["changes"])) for file in found["files"]] == [
        (None, "fresh.blueprint.yaml", 1),
        ("HEAD:a.blueprint.yaml", "maps/b.blueprint.yaml", 2),
        ("HEAD:same.blueprint.yaml", None, 1),
    ]
    assert [change["says"] for change in found["changes"] if change["what"] == "blueprint"] == [
        "this map is new",
        "this map was removed",
    ]
    below = blueprint("diff", "maps", "--base", "HEAD").stdout.decode()
    assert "maps/b.blueprint.yaml" in below
    assert "fresh" not in below


def test_a_changed_catalogue_is_told_once(blueprint: Run, repository: Path) -> None:
    shared = "catalog: 1\ntitle: Shared\nteams: {Care: Customer care, Stock: Depot}\n".replace(
        "Care:", "care:"
    ).replace("Stock:", "stock:")
    (repository / "shared.blueprint.yaml").write_text(shared, encoding="utf-8")
    text = OLD.format(lang="en").replace("steps:", "catalogs: shared.blueprint.yaml\nsteps:", 1)
    text = text.replace("owner: Care", "owner: care").replace("owner: Stock", "owner: stock")
    for name in (A, "same.blueprint.yaml"):
        (repository / name).write_text(text, encoding="utf-8")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "catalogue")
    (repository / "shared.blueprint.yaml").write_text(shared.replace("Depot", "Warehouse"), encoding="utf-8")
    (repository / A).write_text(text.replace("work: 20 min", "work: 30 min"), encoding="utf-8")
    found = json.loads(blueprint("diff", "--base", "HEAD", "--format", "json").stdout)
    assert [(change["file"], change["says"]) for change in found["changes"]] == [
        (A, "'Traces the parcel': work 20 min → 30 min"),
        ("shared.blueprint.yaml", "'Depot' is now called 'Warehouse'"),
    ]
    alone = json.loads(blueprint("diff", "same.blueprint.yaml", "--base", "HEAD", "--format", "json").stdout)
    assert [change["says"] for change in alone["changes"]] == ["'Depot' is now called 'Warehouse'"]


def test_broken_versions_are_findings_and_compared_as_far_as_possible(blueprint: Run, pair: Path) -> None:
    text = new().replace("owner: Stock, work: 20 min", "ownr: Stock, work: 20 parsecs")
    (pair / B).write_text(text, encoding="utf-8")
    done = blueprint("diff", A, B)
    assert done.returncode == 1
    assert b"BP002" in done.stderr
    assert "↷ 'Notes the dispute' moved from 'Call' to 'Wait'".encode() in done.stdout
    (pair / B).write_text("blueprint: [\n", encoding="utf-8")
    done = blueprint("diff", A, B)
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"BP001" in done.stderr


def test_the_picture_has_signs_and_colours(blueprint: Run, pair: Path) -> None:
    done = blueprint("diff", A, B, "--format", "svg", "-o", "change.svg")
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"change.svg\n")
    content = (pair / "change.svg").read_bytes()
    root = ElementTree.fromstring(content)
    space = "{http://www.w3.org/2000/svg}"
    cards = {
        group.get("id"): group
        for group in root.iter(f"{space}g")
        if (group.get("class") or "").startswith("card")
    }
    moved = cards["note"]
    assert moved.get("class") == "card backstage moved"
    assert moved.get("data-at") == "steps[wait].backstage[note]"
    assert len(moved.findall(f"{space}rect")) == 1
    assert "→" in ["".join(text.itertext()) for text in moved.iter(f"{space}text")]
    assert "moved from “Call” to “Wait”" in (moved.findtext(f"{space}title") or "")
    assert cards["agent"].get("class") == "card frontstage"
    assert b"Moved (1)" in content
    assert blueprint("diff", A, B, "--format", "svg").stdout == content


def test_the_workbook_lists_the_changes_and_colours_the_cells(blueprint: Run, pair: Path) -> None:
    done = blueprint("diff", A, B, "--format", "xlsx", "--lang", "fr", "-o", "change.xlsx")
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"change.xlsx\n")
    assert (pair / "change.xlsx").read_bytes() == blueprint(
        "diff", A, B, "--format", "xlsx", "--lang", "fr"
    ).stdout
    book = load_workbook(pair / "change.xlsx")
    assert book.sheetnames == ["Différences", "Blueprint"]
    rows = [[cell.value for cell in row] for row in book["Différences"].iter_rows(min_row=2, max_row=3)]
    assert rows[0][:2] == ["→", "Wait"]
    assert rows[1] == ["~", "Wait", "«\u00a0Notes the dispute\u00a0»\u00a0: responsable Care → Stock"]
    cells = {cell.value: cell for row in book["Blueprint"].iter_rows() for cell in row if cell.value}
    assert cells["→ Notes the dispute"].fill.fgColor.rgb == "00DFE8FD"
    assert cells["Traces the parcel"].fill.fgColor.rgb != "00DFE8FD"


def test_colour_only_where_it_is_welcome(blueprint: Run, pair: Path) -> None:
    assert b"\x1b[" not in blueprint("diff", A, B).stdout
    assert b"\x1b[1;36m\xe2\x86\xb7\x1b[0m" in blueprint("diff", A, B, env={"FORCE_COLOR": "1"}).stdout
    narrow = blueprint("diff", A, B, env={"COLUMNS": "40"}).stdout.decode()
    assert max(map(len, narrow.splitlines())) <= 40


def test_a_step_without_a_title_is_told_in_whole_french(blueprint: Run, tmp_path: Path) -> None:
    head = "blueprint: 1\ntitle: T\nlang: fr\nsteps:\n  - {customer: Demande"
    (tmp_path / A).write_text(head + ", backstage: Vérifie}\n  - {customer: Attend}\n", encoding="utf-8")
    (tmp_path / B).write_text(
        head + "}\n  - {customer: Attend, backstage: Vérifie, channel: web}\n", encoding="utf-8"
    )
    said = blueprint("diff", A, B, "--format", "md").stdout.decode()
    assert "- ↷ « Vérifie » passe de l’étape 1 à l’étape 2\n" in said.replace("\u00a0", " ")
    assert "- ✎ l’étape 2 : canal Web (rien auparavant)" in said.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("lang", "to", "said"),
    [("en", 60, "+19 points"), ("fr", 60, "+19 points"), ("en", 40, "−1 point"), ("fr", 40, "−1 point")],
)
def test_shares_differ_by_points(blueprint: Run, tmp_path: Path, lang: str, to: int, said: str) -> None:
    for name, share in ((A, 41), (B, to)):
        text = f"blueprint: 1\ntitle: T\nlang: {lang}\nkpis: {{csat: {share} %}}\nsteps: [Asks]\n"
        (tmp_path / name).write_text(text, encoding="utf-8")
    rows = blueprint("diff", A, B, "--format", "md").stdout.decode().replace("\u00a0", " ").splitlines()
    assert any(row.startswith("| csat | 41 %") and row.endswith(f"| {said} |") for row in rows), rows
