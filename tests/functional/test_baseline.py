"""Accepted findings through the installed command: the swap is seen, moves are not, and nothing accepted is lost."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Run

NAME = ".blueprint-baseline.jsonl"
MAP = """\
blueprint: 1
title: Dégât des eaux
steps:
  - customer: Appelle
    backstage:
      - {action: Cherche, manual: true}
      - {action: Rappelle, manual: true}
  - customer: Attend
    backstage: {action: Emballe, owner: unknown, manual: true}
"""
SWAPPED = MAP.replace("owner: unknown", "owner: Dépôt").replace(
    "      - {action: Rappelle", "      - {action: Écrit, manual: true}\n      - {action: Rappelle"
)
MOVES = {
    "inserted": MAP.replace("steps:\n", "steps:\n  - {customer: Rêve, channel: ad, evidence: Affiche}\n"),
    "moved": MAP.replace("  - customer: Attend\n", "")
    .replace("    backstage: {action: Emballe, owner: unknown, manual: true}\n", "")
    .replace(
        "steps:\n",
        "steps:\n  - customer: Attend\n    backstage: {action: Emballe, owner: unknown, manual: true}\n",
    ),
    "re-indented": "\n".join(
        " " * (2 * (len(line) - len(line.lstrip()))) + line.lstrip() for line in MAP.splitlines()
    )
    .replace("-  ", "- ")
    .replace("        backstage", "      backstage")
    .replace("    - customer: Appelle\n      backstage", "    - customer: Appelle\n      backstage"),
    "CRLF, a mark and comments": "\ufeff# à revoir\n\n" + MAP.replace("\n", "\r\n"),
}


@pytest.fixture
def accepted(tmp_path: Path, blueprint: Run) -> Path:
    """A repository with two maps whose findings are accepted; the baseline's path."""
    (tmp_path / ".git").mkdir()
    for name in ("a", "b"):
        (tmp_path / f"{name}.blueprint.yaml").write_text(MAP, encoding="utf-8")
    result = blueprint("lint", "--write-baseline")
    assert (result.returncode, b"merge=union" in result.stderr) == (0, True)
    return tmp_path / NAME


def lines(baseline: Path) -> list[str]:
    return baseline.read_text(encoding="utf-8").splitlines()


def test_the_swap_is_caught(accepted: Path, blueprint: Run) -> None:
    (accepted.parent / "a.blueprint.yaml").write_text(SWAPPED, encoding="utf-8")
    result = blueprint("lint", "--format", "concise")
    assert result.returncode == 1
    assert "a.blueprint.yaml:7:9: BP101 error missing-owner: 'Écrit' has no owner" in result.stdout.decode()
    assert b"1 no longer occur: --prune-baseline" in result.stderr


@pytest.mark.parametrize("move", MOVES)
def test_moves_change_no_key(accepted: Path, blueprint: Run, move: str) -> None:
    (accepted.parent / "a.blueprint.yaml").write_bytes(MOVES[move].encode())
    result = blueprint("lint", "--format", "concise")
    new = [line for line in result.stdout.decode().splitlines() if " info untimed-action: " not in line]
    assert (new, result.returncode) == ([], 0)
    assert b"no longer" not in result.stderr


def test_a_renamed_file_keeps_what_was_accepted(accepted: Path, blueprint: Run) -> None:
    (accepted.parent / "été").mkdir()
    (accepted.parent / "a.blueprint.yaml").rename(accepted.parent / "été" / "c.blueprint.yaml")
    result = blueprint("lint", "--format", "concise")
    assert (result.stdout, result.returncode) == (b"", 0)


def test_pruning_takes_out_what_is_gone(accepted: Path, blueprint: Run) -> None:
    before = lines(accepted)
    (accepted.parent / "a.blueprint.yaml").write_text(SWAPPED, encoding="utf-8")
    assert blueprint("lint", "b.blueprint.yaml", "--prune-baseline").returncode == 0
    assert lines(accepted) == before
    assert blueprint("lint", "--strict-baseline").returncode == 1
    blueprint("lint", "a.blueprint.yaml", "--prune-baseline")
    left = lines(accepted)
    assert len(left) == len(before) - 1
    assert set(left) < set(before)


def _broken(folder: Path) -> tuple[str, ...]:
    path = folder / "a.blueprint.yaml"
    path.write_text(MAP.replace("title: ", "title: a: "), encoding="utf-8")
    return ()


KEPT: dict[str, Callable[[Path], tuple[str, ...]]] = {
    "a file that cannot be read": _broken,
    "some rules": lambda _: ("--select", "BP1"),
    "other rules": lambda _: ("--ignore", "missing-owner"),
    "one file": lambda _: ("a.blueprint.yaml",),
}


@pytest.mark.parametrize("write", ["--write-baseline", "--prune-baseline"])
@pytest.mark.parametrize("what", KEPT)
def test_what_a_run_does_not_judge_stays(accepted: Path, blueprint: Run, what: str, write: str) -> None:
    before = lines(accepted)
    arguments = KEPT[what](accepted.parent)
    assert b"no longer" not in blueprint("lint", *arguments).stderr
    blueprint("lint", *arguments, write)
    assert lines(accepted) == before


def test_two_branches_merge(tmp_path: Path, blueprint: Run) -> None:
    def git(*words: str) -> None:
        names = ("-c", "user.name=n", "-c", "user.email=n@example.org")
        subprocess.run(["git", *names, *words], cwd=tmp_path, check=True, capture_output=True)

    path = tmp_path / "a.blueprint.yaml"
    steps = MAP.split("  - customer: Attend\n")
    git("init", "-q", "-b", "main")
    (tmp_path / ".gitattributes").write_text(f"{NAME} merge=union\n", encoding="utf-8")
    path.write_text(MAP, encoding="utf-8")
    assert b".gitattributes" not in blueprint("lint", "--write-baseline").stderr
    git("add", "-A")
    git("commit", "-qm", "one")
    first, second = "  - customer: Écrit\n", "    backstage: {action: Trie, manual: true}\n"
    for branch, text in {
        "left": steps[0] + first + "  - customer: Attend\n" + steps[1],
        "right": MAP + first.replace("Écrit", "Insiste") + second,
    }.items():
        git("checkout", "-qb", branch, "main")
        path.write_text(text, encoding="utf-8")
        blueprint("lint", "--write-baseline")
        git("commit", "-qam", branch)
    git("merge", "-q", "left", "-m", "both")
    result = blueprint("lint", "--format", "concise")
    assert (result.stdout, result.returncode) == (b"", 0)
    assert b"no longer" not in result.stderr


def test_standard_input_without_a_name_has_no_baseline(tmp_path: Path, blueprint: Run) -> None:
    refused = blueprint("lint", "-", "--write-baseline", stdin=MAP.encode())
    assert (refused.returncode, refused.stdout) == (2, b"")
    assert refused.stderr.decode() == (
        "blueprint: a baseline holds findings by the names of their files, and standard input has none "
        "(give it one: --stdin-filename late.blueprint.yaml)\n"
    )
    assert not (tmp_path / NAME).exists()
    named = blueprint(
        "lint", "-", "--write-baseline", "--stdin-filename", "a.blueprint.yaml", stdin=MAP.encode()
    )
    assert named.returncode == 0
    assert (tmp_path / NAME).exists()
