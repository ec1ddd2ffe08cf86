"""Texts of several lines in the file make no lines of their own in a report."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Run

MAP = b"""blueprint: 1
title: T
steps:
  - customer: |
      Calls the desk
      and waits
"""
SAID = "the time of 'Calls the desk and waits' is not known"


@pytest.mark.parametrize(
    "format_name", ["concise", "full", "github", "gitlab", "junit", "json", "sarif", "md"]
)
def test_a_message_is_one_line_in_every_format(blueprint: Run, format_name: str) -> None:
    result = blueprint("lint", "-", "--select", "BP301", "--format", format_name, stdin=MAP)
    text = result.stdout.decode().replace("&#x27;", "'").replace("&apos;", "'").replace("%27", "'")
    assert SAID in text
    assert "Calls the desk\n" not in text.replace("\\n", "\n")


def test_a_baseline_holds_the_same_words(blueprint: Run, tmp_path: Path) -> None:
    written = blueprint(
        "lint",
        "-",
        "--select",
        "BP301",
        "--stdin-filename",
        "m.blueprint.yaml",
        "--baseline",
        "b.jsonl",
        "--write-baseline",
        stdin=MAP,
    )
    assert written.returncode == 0
    assert json.loads((tmp_path / "b.jsonl").read_text())["message"] == SAID


def test_an_excerpt_keeps_joiners(blueprint: Run) -> None:
    family = "👨\u200d👩\u200d👧"
    text = f"blueprint: 1\ntitle: T\nsteps:\n  - customer: {family} calls\n"
    result = blueprint("lint", "-", "--select", "BP301", stdin=text.encode())
    assert result.stdout.decode() == (
        "<stdin>:4:15: info BP301 untimed-action\n"
        f"  the time of '{family} calls' is not known\n"
        "    |\n"
        f"  4 |   - customer: {family} calls\n"
        "    |               ^^^^^^^^^^^^\n"
        "  help: add `wait:` and `work:`, or `elapsed:`; an estimate such as 10-20 min\n"
        "    will do\n"
        "\n"
        "1 problem in the map: 1 info (1 file)\n"
    )
