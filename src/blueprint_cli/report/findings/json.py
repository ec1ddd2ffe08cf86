"""For scripts: one JSON object with a summary and all findings."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from blueprint_cli.findings import Severity

if TYPE_CHECKING:
    from blueprint_cli.checks.outcome import Outcome
    from blueprint_cli.findings import Finding, Fix

VERSION = 1


def render(outcome: Outcome, *, color: bool = False, width: int = 80) -> str:  # noqa: ARG001 - one interface for all formats
    """The findings as the contract of machine outputs states them; lines and columns from 1, the end exclusive."""
    counts = {severity.word: outcome.count(severity) for severity in reversed(Severity)}
    content: dict[str, Any] = {
        "version": VERSION,
        "summary": {"files": outcome.files, **counts},
        "findings": [as_record(finding) for finding in outcome.listed],
    }
    if outcome.show_suppressed:
        content["suppressed"] = [as_record(finding) for finding in outcome.hidden]
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
        "fix": _fix(finding.fix) if finding.fix else None,
    }


def _fix(fix: Fix) -> dict[str, Any]:
    """Offsets count code points of the text without byte order mark, from 0; the end is exclusive."""
    return {
        "safe": fix.safe,
        "description": fix.description,
        "edits": [{"start": edit.start, "end": edit.end, "text": edit.text} for edit in fix.edits],
    }
