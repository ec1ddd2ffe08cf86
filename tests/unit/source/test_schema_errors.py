"""Unknown keys: one finding each, which says what was meant or where the key belongs."""

from __future__ import annotations

from pathlib import Path

import pytest

from blueprint_cli.source.loading import load_bytes

HEAD = "blueprint: 1\ntitle: T\nsteps:\n  - customer: A\n    "

CASES = {
    "fail_points: x": ("fail_points", "`fail_points` belongs to an action, not to a step", False),
    "uses: crm": ("uses", "`uses` belongs to an action, not to a step", False),
    "personas: x": ("personas", "`personas` belongs to a blueprint, not to a step", False),
    "phases: x": ("phases", "did you mean phase?", True),
    "preuves: x": ("preuves", "did you mean evidence?", True),
    "owners: x": ("owners", "did you mean owner?", True),
    "frontstage: {name: B}": ("name", "did you mean action?", False),
    "frontstage: {title: B}": ("title", "did you mean action?", False),
    "frontstage: {text: B, owner: x}": ("text", "did you mean action?", False),
    "frontstage: {actoin: B}": ("actoin", "did you mean action?", True),
    "pain_points: {what: B}": ("what", "did you mean text?", False),
    "next: {id: x}": ("id", "did you mean to?", False),
    "frontstage: {action: B, fail_points: {text: C}}": ("text", "did you mean what?", False),
    "frontstage: {action: B, name: C}": (
        "name",
        "`name` belongs to a team, a system or a persona, not to an action",
        False,
    ),
}


@pytest.mark.parametrize("line", CASES)
def test_an_unknown_key_is_one_finding(line: str, tmp_path: Path) -> None:
    key, help_line, sure = CASES[line]
    source = load_bytes((HEAD + line + "\n").encode(), "x.blueprint.yaml", tmp_path)
    (found,) = [problem for problem in source.problems if problem.code == "BP002"]
    assert found.route[-1] == key
    assert (found.help, found.remedy is not None) == (help_line, sure)
    assert found.message.startswith(f"'{key}' is not a key of ")
