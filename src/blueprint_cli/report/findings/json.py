"""For scripts: one JSON object with a summary and all findings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from blueprint_cli.findings import Severity
from blueprint_cli.report.json_pieces import json_list, json_text
from blueprint_cli.report.statistics import records

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.checks.outcome import Outcome
    from blueprint_cli.findings import Finding, Fix

VERSION = 1
NEEDS_FINGERPRINTS = True


def render(outcome: Outcome, *, color: bool = False, width: int = 80) -> Iterator[str]:  # noqa: ARG001 - one interface for all formats
    """The findings as the contract of machine outputs states them; lines and columns from 1, the end exclusive."""
    counts = {severity.word: outcome.count(severity) for severity in reversed(Severity)}
    summary = json_text({"files": outcome.files, **counts}, "  ")
    yield f'{{\n  "version": {VERSION},\n  "summary": {summary},\n  "findings": '
    yield from json_list((as_record(finding) for finding in outcome.listed), "  ")
    if outcome.show_suppressed:
        yield ',\n  "suppressed": '
        yield from json_list((as_record(finding) for finding in outcome.hidden), "  ")
    yield "\n}\n"


def statistics(outcome: Outcome, *, color: bool = False, width: int = 80) -> Iterator[str]:
    """The same object with `statistics` behind its findings, which are all still there."""
    pieces = render(outcome, color=color, width=width)
    held = next(pieces)
    for piece in pieces:
        yield held
        held = piece
    yield ',\n  "statistics": '
    yield from json_list(records(outcome), "  ")
    yield held


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
