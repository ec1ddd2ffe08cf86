"""`lint --fix` on two hundred varied files: only what the fixes name changes, every file reloads, comments stay as they are."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

import pytest
import yaml

from .conftest import Run

FILES = 200
TURNS = {"chanel": "channel", "evidense": "evidence", "aid": "aide", "commende": "commande"}


def varied(seed: int) -> bytes:
    """A map with line ends, marks, letters, comments and styles of its own, and mistakes that fixes know."""
    dice = random.Random(seed)
    end, mark = dice.choice(["\n", "\r\n", "\r"]), dice.choice(["", "\ufeff"])
    odd = dice.choice(["é", "📦", "żółć", "料金", ""])

    def note() -> str:
        return dice.choice(["", f"   # {odd} gardé: 'tel' \"quel\" ", " # [x", "\t # {odd"])

    lines = [
        f"#  {odd} en-tête  ",
        f"blueprint: 1{note()}",
        f'title: "Colis {odd} perdu"{note()}',
        f"teams: {{aide: 'Aide {odd}', stock: Stock}}",
        f"systems: {{commande: {{name: 'Commande {odd}', owner: aide}}}}",
        "steps:",
    ]
    for number in range(dice.randint(2, 6)):
        seen, uses = dice.choice(["evidence", "evidense"]), dice.choice(["commande", "commende"])
        lines += [
            f"  - title: Étape {odd} {number}{note()}",
            f"    {seen}: [ \"a {odd}\",  'b' ]{note()}",
            f"    {dice.choice(['channel', 'chanel'])}:   web{note()}",
            *(
                [f'    customer: {{ action: "{odd} Appelle",   work: 5 min, }}{note()}']
                if dice.random() < 0.5
                else [
                    f"    customer:{note()}",
                    f"       # {odd} dans",
                    f"       action: Appelle {odd}{note()}",
                ]
            ),
            f"    frontstage: {{action: Répond {odd}, owner: {dice.choice(['aide', 'aid'])}, uses: [{uses}]}}{note()}",
            "",
        ]
    return (mark + end.join(lines) + dice.choice(["", end])).encode()


@pytest.fixture
def files(tmp_path: Path) -> dict[Path, bytes]:
    (tmp_path / ".git").mkdir()
    made = {tmp_path / f"f{seed:03}.blueprint.yaml": varied(seed) for seed in range(FILES)}
    for path, raw in made.items():
        path.write_bytes(raw)
    return made


def corrected(raw: bytes) -> bytes:
    """What a careful person would write."""
    for wrong, right in TURNS.items():
        raw = re.sub(rf"(?<![\w]){wrong}(?!\w)".encode(), right.encode(), raw)
    return raw


def test_only_what_is_named_changes(files: dict[Path, bytes], blueprint: Run) -> None:
    shown = blueprint("lint", "--diff")
    assert shown.returncode == 1
    assert all(path.read_bytes() == raw for path, raw in files.items())
    assert blueprint("lint", "--fix").returncode in (0, 1)
    for path, raw in files.items():
        assert path.read_bytes() == corrected(raw), path.name
        assert yaml.safe_load(path.read_bytes().replace(b"\t", b" "))["blueprint"] == 1
    left = json.loads(blueprint("lint", "--format", "json").stdout)["findings"]
    assert {finding["code"] for finding in left} & {"BP001", "BP002", "BP005"} == set()
    again = blueprint("lint", "--fix")
    assert b"mended" not in again.stderr
    assert b"---" not in blueprint("lint", "--diff").stdout


def test_fixes_that_invent_come_only_when_asked(
    files: dict[Path, bytes], blueprint: Run, tmp_path: Path
) -> None:
    text = "blueprint: 1\r\ntitle: T\r\nsteps:\r\n  - customer: A # é\r\n    backstage: {action: B, manual: true} # 📦\r\n"
    path = tmp_path / "own.blueprint.yaml"
    path.write_bytes(text.encode())
    blueprint("lint", path.name, "--fix", "--select", "BP101")
    assert path.read_bytes().decode() == text
    blueprint("lint", path.name, "--fix", "--unsafe-fixes", "--select", "BP101")
    after = path.read_bytes().decode()
    assert after != text
    assert [line for line in after.split("\r\n") if line not in text.split("\r\n")] == [
        "    backstage: {action: B, manual: true, owner: TODO} # 📦"
    ]
    assert len(files) == FILES


def test_standard_input_is_printed(blueprint: Run) -> None:
    for seed in range(12):
        raw = varied(seed)
        result = blueprint("lint", "-", "--fix", stdin=raw)
        assert result.stdout == corrected(raw), seed


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("uses: commende", "uses: commande"),
        ("uses: [ commende ]", "uses: [ commande ]"),
        ("uses: [{system: commende, by: api}]", "uses: [{system: commande, by: api}]"),
        ("after: chercheer", "after: chercher"),
        ("after: [chercheer]", "after: [chercher]"),
        ("serves: 'chercheer'", "serves: 'chercher'"),
    ],
)
def test_a_mistyped_reference_is_mended_in_every_form(
    blueprint: Run, tmp_path: Path, wrong: str, right: str
) -> None:
    text = (
        "blueprint: 1\ntitle: T\nsystems: {commande: {name: C, owner: a}}\nsteps:\n  - customer: A\n"
        "    frontstage: {id: chercher, action: R, owner: a, manual: true}\n"
        f"    backstage: {{action: B, owner: a, {wrong}}}  # é\n"
    )
    path = tmp_path / "m.blueprint.yaml"
    path.write_text(text, encoding="utf-8")
    blueprint("lint", path.name, "--fix", "--select", "BP005")
    assert path.read_text(encoding="utf-8") == text.replace(wrong, right)


def test_a_value_with_two_doubts_is_one_finding(blueprint: Run) -> None:
    text = b"blueprint: 1\ntitle: T\nsteps:\n  - customer:\n      action: A\n      work: 1:30  #x\n"
    result = blueprint("lint", "-", "--format", "concise", "--select", "BP007", stdin=text)
    assert result.stdout.count(b"BP007") == 1
