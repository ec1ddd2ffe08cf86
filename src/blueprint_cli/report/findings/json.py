"""For scripts: one JSON object with a summary and all findings."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from blueprint_cli.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from blueprint_cli.checks.checking import Checked
    from blueprint_cli.findings import Finding

VERSION = 1


def render(checked: Sequence[Checked], *, color: bool = False, width: int = 80) -> str:  # noqa: ARG001 - one interface for all formats
    """The findings as the contract of machine outputs states them; lines and columns from 1, the end exclusive."""
    findings = [finding for one in checked for finding in one.findings]
    counts = {
        severity.word: sum(1 for finding in findings if finding.severity is severity)
        for severity in reversed(Severity)
    }
    content = {
        "version": VERSION,
        "summary": {"files": len(checked), **counts},
        "findings": [as_record(finding) for finding in findings],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def as_record(finding: Finding) -> dict[str, Any]:
    """One finding under the names of the contract."""
    place = finding.location
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.word,
        "about": finding.about,
        "message": finding.message,
        "help": finding.help,
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "at": finding.at,
        "fingerprint": finding.fingerprint,
        "fix": None,
    }
