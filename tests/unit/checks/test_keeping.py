"""Findings packed for a long run come out as they went in; a run over many files reports what runs over few do."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from blueprint_cli.checks.checking import check
from blueprint_cli.checks.keeping import Chained, Kept
from blueprint_cli.cli import linting
from blueprint_cli.cli.running import run
from blueprint_cli.report.json_pieces import json_text
from blueprint_cli.source.loading import load

EXAMPLES = Path(__file__).parents[3] / "examples"
FINDINGS = check(load(EXAMPLES / "colis-en-retard.blueprint.yaml")).findings


def test_packed_findings_come_out_as_they_went_in() -> None:
    kept = Kept(FINDINGS)
    assert len(kept) == len(FINDINGS)
    assert tuple(kept) == tuple(FINDINGS)
    assert (kept[0], kept[-1], kept[:2]) == (FINDINGS[0], FINDINGS[-1], FINDINGS[:2])


def test_several_files_are_one_after_the_other_up_to_a_number() -> None:
    chained = Chained([Kept(FINDINGS), FINDINGS], len(FINDINGS) + 1)
    assert len(chained) == len(FINDINGS) + 1
    assert [*chained] == [*FINDINGS, FINDINGS[0]]
    assert FINDINGS[-1] in chained
    assert len(Chained([FINDINGS, FINDINGS])) == 2 * len(FINDINGS)


@pytest.mark.parametrize(
    "form", ["full", "concise", "grouped", "json", "jsonl", "sarif", "github", "gitlab", "junit", "md"]
)
def test_every_format_says_the_same_of_packed_findings(
    form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("refund-as-is", "colis-en-retard", "bank-account"):
        shutil.copy(EXAMPLES / f"{name}.blueprint.yaml", tmp_path)
    shutil.copy(EXAMPLES / "colibri.catalog.blueprint.yaml", tmp_path)
    monkeypatch.chdir(tmp_path)
    said = []
    for few in (0, 100):
        monkeypatch.setattr(linting, "_FEW", few)
        code = run(["lint", ".", "--format", form, "--max-findings", "20"])
        said.append((code, capsys.readouterr()))
    assert said[0] == said[1]


@pytest.mark.parametrize(
    "value", [{}, [], {"a": []}, {"é": [1, {"b": None}, "x\ny"], "c": True}, ["\u2028"], 1.5]
)
def test_json_in_pieces_is_the_json_of_the_library(value: object) -> None:
    assert json_text(value) == json.dumps(value, ensure_ascii=False, indent=2)
