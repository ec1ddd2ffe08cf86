"""One line a finding: `path:line:col: CODE severity name: message`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.report import statistics as counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.checks.outcome import Outcome
    from blueprint_cli.findings import Finding


statistics = counted.statistics


def render(outcome: Outcome, *, color: bool = False, width: int = 80) -> Iterator[str]:  # noqa: ARG001 - one interface for all formats
    """All findings, one a line; nothing when there are none."""
    for finding in outcome.listed:
        yield f"{as_line(finding)}\n"
    for finding in outcome.hidden:
        yield f"{as_line(finding)} [hidden]\n"


def as_line(finding: Finding) -> str:
    """One finding on one line, without the line end."""
    place = finding.location
    return (
        f"{place.file}:{place.line}:{place.column}: "
        f"{finding.code} {finding.severity.word} {finding.name}: {finding.message}"
    )
