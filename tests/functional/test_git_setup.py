"""`blueprint git-setup`: git itself shows what changed in a map, and everything can be undone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import Run

MAP = """\
blueprint: 1
title: Late parcel
steps:
  - id: call
    title: Call
    customer: {id: phones, action: Phones the help desk, wait: 1 h}
    frontstage: {action: Looks for the file, owner: Care}
"""
AS_GIT_READS = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
AUTHOR = {f"GIT_{who}_{what}": "t" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}


def git(folder: Path, *words: str) -> str:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["git", *words],
        cwd=folder,
        env={**os.environ, **AS_GIT_READS, **AUTHOR, "PATH": path},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / "late.blueprint.yaml").write_text(MAP, encoding="utf-8")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "first")
    return tmp_path


def test_git_shows_what_changed_and_nothing_else(blueprint: Run, repository: Path) -> None:
    done = blueprint("git-setup")
    assert done.returncode == 0, done.stderr
    assert done.stderr.decode() == (
        "blueprint: written: attributes in .gitattributes, settings in the configuration of this clone\n"
    )
    file = repository / "late.blueprint.yaml"
    same = MAP.replace("wait: 1 h", 'wait: "60 min"').replace("title: Late", "# a comment\ntitle: Late")
    file.write_text(same, encoding="utf-8")
    assert "\n@@" not in git(repository, "diff")
    file.write_text(MAP.replace("Care", "Stock"), encoding="utf-8")
    shown = git(repository, "diff", "-U1")
    assert "-    owner: Care\n+    owner: Stock\n" in shown
    assert "@@ Step Call" in shown
    git(repository, "commit", "-qam", "second")
    assert "-    owner: Care\n+    owner: Stock\n" in git(repository, "log", "-p", "-1")


def test_git_shows_workbooks_too(blueprint: Run, repository: Path) -> None:
    assert blueprint("git-setup").returncode == 0
    render = ("render", "late.blueprint.yaml", "-o", "late.xlsx")
    assert blueprint(*render).returncode == 0
    git(repository, "add", "late.xlsx")
    git(repository, "commit", "-qm", "book")
    file = repository / "late.blueprint.yaml"
    file.write_text(MAP.replace("Phones the help desk", "Writes to the help desk"), encoding="utf-8")
    assert blueprint(*render).returncode == 0
    shown = git(repository, "diff", "late.xlsx")
    assert "Phones the help desk" in shown
    assert "Writes to the help desk" in shown


def test_a_version_that_is_no_yaml_is_shown_as_it_is(blueprint: Run, repository: Path) -> None:
    assert blueprint("git-setup").returncode == 0
    (repository / "late.blueprint.yaml").write_text("blueprint: [\n", encoding="utf-8")
    assert "+blueprint: [" in git(repository, "diff")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("old", ["", "*.png binary", "*.png binary{end}# mine{end}*.svg diff{end}"])
def test_everything_can_be_undone(blueprint: Run, repository: Path, old: str, end: str) -> None:
    attributes, configuration = repository / ".gitattributes", repository / ".git/config"
    before = old.replace("{end}", end).encode()
    if before:
        attributes.write_bytes(before)
    git(repository, "config", "diff.blueprint.wordRegex", "mine")
    settings = configuration.read_text()
    for _ in range(2):
        assert blueprint("git-setup").returncode == 0
    written = attributes.read_bytes()
    assert written.count(b"*.blueprint.yaml diff=blueprint") == 1
    assert written.startswith(before)
    assert (b"\r\n" in written) == (b"\r\n" in before)
    removed = blueprint("git-setup", "--remove")
    assert removed.stderr.startswith(b"blueprint: removed: attributes from .gitattributes")
    if before:
        assert attributes.read_bytes().rstrip() == before.rstrip()
    else:
        assert not attributes.exists()
    assert configuration.read_text() == settings
    assert (
        blueprint("git-setup", "--remove").stderr
        == b"blueprint: nothing to do: everything is removed already\n"
    )


def test_print_writes_nothing(blueprint: Run, repository: Path) -> None:
    before = (repository / ".git/config").read_bytes()
    shown = blueprint("git-setup", "--print")
    assert (shown.returncode, shown.stderr) == (0, b"")
    assert b"*.blueprint.yaml diff=blueprint\n" in shown.stdout
    assert b'[diff "blueprint"]\n        textconv = ' in shown.stdout
    assert (repository / ".git/config").read_bytes() == before
    assert not (repository / ".gitattributes").exists()
    both = blueprint("git-setup", "--print", "--remove")
    assert both.returncode == 2
    assert both.stderr == b"blueprint: --print and --remove are two things (choose one of them)\n"


def test_outside_a_repository(blueprint: Run, tmp_path: Path) -> None:
    done = blueprint("git-setup", env={"GIT_CEILING_DIRECTORIES": str(tmp_path.parent)})
    assert (done.returncode, done.stdout) == (2, b"")
    assert (
        done.stderr
        == b"blueprint: . is not in a git repository (git init makes one; diff takes two files as well)\n"
    )


def test_facts_are_one_a_line(blueprint: Run, repository: Path) -> None:
    done = blueprint("textconv", "late.blueprint.yaml")
    assert done.stdout.decode() == (
        "title: Late parcel\nStep Call\n  customer: Phones the help desk\n    wait: 1 h\n"
        "  frontstage: Looks for the file\n    owner: Care\n"
    )


def test_every_map_can_be_told_as_facts(blueprint: Run, tmp_path: Path) -> None:
    (tmp_path / "open.blueprint.yaml").write_text(
        "blueprint: 1\ntitle: Open\ncalendars:\n  desk: {days: [mon-wed, fri], hours: [8:00-12:00, 13:30-17:00],"
        " holidays: FR, closed: 2026-12-24}\nsteps:\n  - title: Call\n    customer: Phones\n",
        encoding="utf-8",
    )
    done = blueprint("textconv", "open.blueprint.yaml")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "days: mon, tue, wed, fri\n" in done.stdout.decode()
    assert "hours: 08:00–12:00, 13:30–17:00\n" in done.stdout.decode()
