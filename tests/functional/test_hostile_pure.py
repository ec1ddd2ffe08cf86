"""The same hostile inputs where libyaml is missing: PyYAML's own parser leads to the same causes and lines."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from blueprint_cli.checks.checking import check
from blueprint_cli.findings import Finding, Severity
from blueprint_cli.source import reading
from blueprint_cli.source.loading import load_bytes

from .test_hostile import INPUTS

# Half a million values take PyYAML's own parser some five seconds; with libyaml the limit is tried in test_hostile.py.
FEW = [name for name in INPUTS if name != "a million items"]


@pytest.mark.parametrize("name", FEW)
def test_the_cause_and_the_line_are_the_same(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    content, code, line = INPUTS[name]
    monkeypatch.setattr(reading, "EVENTS", reading.PurePythonEvents)
    found = check(load_bytes(content, "input.blueprint.yaml", Path())).findings
    errors = [finding for finding in found if finding.severity is Severity.ERROR]
    first: Finding = next(finding for finding in errors if finding.code == code)
    assert line is None or first.location.line == line


def test_the_command_works_without_libyaml(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text('import sys\nsys.modules["yaml._yaml"] = None\n')
    (tmp_path / "a.blueprint.yaml").write_text("blueprint: 1\ntitle: T\nsteps: [{customer: &x A}]\n")
    result = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sitecustomize, sys; from blueprint_cli.__main__ import main; sys.exit(main())",
            "lint",
            "--format",
            "concise",
            "a.blueprint.yaml",
        ],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (result.returncode, result.stderr) == (1, "")
    assert result.stdout.startswith("a.blueprint.yaml:3:20: BP001 error syntax-error: &x is an anchor")
