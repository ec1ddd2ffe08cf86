"""A fix whose result would not say what it should is not made: the file keeps those bytes, and the run says so."""

from __future__ import annotations

from pathlib import Path

from .conftest import Run

HEAD = "blueprint: 1\ntitle: T\nsteps:\n  - customer: A\n    evidence: x\n    backstage:\n"
ODD = "      - ? action\n        : {}  # as it is\n"
PLAIN = "      - {{action: {}, manual: true}}\n"
WHY = "the fix of BP101 was not made: the text could not be read again: "


def test_one_refused_fix_leaves_the_file_untouched(blueprint: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.blueprint.yaml"
    before = (HEAD + ODD.format("Looks")).replace("\n", "\r\n").encode()
    file.write_bytes(before)
    result = blueprint("lint", "--isolated", "--fix", "--unsafe-fixes", file.name, cwd=tmp_path)
    assert file.read_bytes() == before
    assert result.returncode == 1
    assert result.stderr.decode().startswith(f"blueprint: {file.name}:7:9: {WHY}")
    assert result.stderr.count(b"\n") == 1
    assert b"BP101 missing-owner" in result.stdout


def test_the_other_fixes_of_the_file_are_made(blueprint: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.blueprint.yaml"
    odd = [ODD.format("Looks"), ODD.format("Looks again")]
    plain = [PLAIN.format(word) for word in ("Notes", "Files", "Sends")]
    parts = [odd[0], plain[0], odd[1], *plain[1:]]
    file.write_text(HEAD + "".join(parts), encoding="utf-8")
    result = blueprint("lint", "--isolated", "--fix", "--unsafe-fixes", file.name, cwd=tmp_path)
    mended = [part if part in odd else part.replace("true}", "true, owner: TODO}") for part in parts]
    assert file.read_text(encoding="utf-8") == HEAD + "".join(mended)
    first, second, last = result.stderr.decode().splitlines()
    assert first.startswith(f"blueprint: {file.name}:7:9: {WHY}")
    assert second.startswith(f"blueprint: {file.name}:10:9: {WHY}")
    assert last == "blueprint: mended 3 findings in 1 file"
