"""One line a finding: `path:line:col: CODE severity name: message`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from blueprint_cli.checks.outcome import Outcome
    from blueprint_cli.findings import Finding


def render(outcome: Outcome, *, color: bool = False, width: int = 80) -> str:  # noqa: ARG001 - one interface for all formats
    """All findings, one a line; nothing when there are none."""
    lines = [as_line(finding) for finding in outcome.listed]
    lines += [f"{as_line(finding)} [hidden]" for finding in outcome.hidden]
    return "".join(f"{line}\n" for line in lines)


def as_line(finding: Finding) -> str:
    """One finding on one line, without the line end."""
    place = finding.location
    return (
        f"{place.file}:{place.line}:{place.column}: "
        f"{finding.code} {finding.severity.word} {finding.name}: {finding.message}"
    )
