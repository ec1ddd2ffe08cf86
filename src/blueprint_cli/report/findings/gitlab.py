"""For GitLab: a Code Quality report."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Any

from blueprint_cli.findings import Severity
from blueprint_cli.report.json_pieces import json_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.checks.outcome import Outcome
    from blueprint_cli.findings import Finding

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.INFO: "info"}
NEEDS_FINGERPRINTS = True


def render(outcome: Outcome, *, color: bool = False, width: int = 80) -> Iterator[str]:  # noqa: ARG001 - one interface for all formats
    """All findings as a JSON list; fingerprints differ, because GitLab drops all but one of equal ones."""
    yield from json_list(_issue(finding, outcome.in_repository(finding)) for finding in outcome.listed)
    yield "\n"


def _issue(finding: Finding, file: str) -> dict[str, Any]:
    place = finding.location
    return {
        "description": f"{finding.message} ({finding.help})" if finding.help else finding.message,
        "check_name": f"{finding.code} {finding.name}",
        "fingerprint": finding.fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": posixpath.normpath(file),
            "lines": {"begin": place.line, "end": place.end_line},
        },
    }
