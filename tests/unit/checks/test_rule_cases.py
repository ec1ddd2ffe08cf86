"""More maps for single rules than their pages hold, as data: `cases/RULE.yaml`, with the places and words of what is found."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from blueprint_cli.checks.checking import check
from blueprint_cli.checks.plan import Wishes, plan
from blueprint_cli.checks.rule import own_rules
from blueprint_cli.source.loading import load_bytes

HEAD = "blueprint: 1\ntitle: T\n"
TODAY = date(2026, 11, 24)
CASES = [
    pytest.param(path.stem, case, id=f"{path.stem}: {case['case']}")
    for path in sorted((Path(__file__).parent / "cases").glob("*.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize(("name", "case"), CASES)
def test_case(name: str, case: dict[str, Any]) -> None:
    rule = own_rules().find(name)
    source = load_bytes((HEAD + case["map"]).encode(), "x.blueprint.yaml", Path())
    found = check(source, plan([Wishes(extend_select=(rule.code,))], today=TODAY)).findings
    assert [
        f"{finding.location.line}:{finding.location.column} {finding.severity.word}: {finding.message}"
        for finding in found
        if finding.code == rule.code
    ] == case["found"]
