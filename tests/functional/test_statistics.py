"""`lint --statistics` in every format."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.functional.conftest import Run

MAP = """\
blueprint: 1
title: T
owner: "?"
steps:
  - customer: Asks
    frontstage: Answers
    backstage: {action: Looks, manual: true}
"""
ONLY = ("--select", "BP101,BP103", "--statistics", "--format")


@pytest.fixture(autouse=True)
def _one_map(tmp_path: Path) -> None:
    (tmp_path / "t.blueprint.yaml").write_text(MAP, encoding="utf-8")


@pytest.mark.parametrize("form", ["full", "concise", "grouped"])
def test_text(blueprint: Run, form: str) -> None:
    result = blueprint("lint", *ONLY, form)
    assert result.returncode == 1
    assert result.stdout.decode() == (
        "2  BP101      missing-owner\n1  BP103      ownerless-blueprint\n3  in all, in 1 file\n"
    )


def test_json_keeps_its_fields_and_gains_one(blueprint: Run) -> None:
    plain = json.loads(blueprint("lint", "--select", "BP101,BP103", "--format", "json").stdout)
    counted = json.loads(blueprint("lint", *ONLY, "json").stdout)
    rules = [
        {"count": 2, "code": "BP101", "name": "missing-owner", "mendable": 0},
        {"count": 1, "code": "BP103", "name": "ownerless-blueprint", "mendable": 0},
    ]
    assert counted == {**plain, "statistics": rules}
    short = json.loads(blueprint("lint", *ONLY, "json", "--max-findings", "0").stdout)
    assert short == {**counted, "findings": []}


def test_jsonl_and_md(blueprint: Run) -> None:
    rows = blueprint("lint", *ONLY, "jsonl").stdout.decode().splitlines()
    assert [json.loads(row)["count"] for row in rows] == [2, 1]
    assert "| 2 | BP101 missing-owner |  |\n" in blueprint("lint", *ONLY, "md").stdout.decode()


@pytest.mark.parametrize("form", ["sarif", "github", "gitlab", "junit"])
def test_a_format_without_such_a_form_says_so(blueprint: Run, form: str) -> None:
    result = blueprint("lint", *ONLY, form)
    assert (result.returncode, result.stdout) == (2, b"")
    assert result.stderr.decode() == (
        f"blueprint: --statistics has no form in {form} (it has in concise, full, grouped, json, jsonl, md)\n"
    )


def test_files_keep_their_findings(blueprint: Run, tmp_path: Path) -> None:
    result = blueprint("lint", *ONLY, "json:found.json")
    assert result.stdout.decode().endswith("in all, in 1 file\n")
    assert len(json.loads((tmp_path / "found.json").read_text(encoding="utf-8"))["findings"]) == 3
