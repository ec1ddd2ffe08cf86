"""For GitHub Actions: workflow commands that become annotations, errors first, then the same findings for the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.findings import Severity
from blueprint_cli.report.findings.concise import as_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.checks.outcome import Outcome
    from blueprint_cli.findings import Finding

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_IN_MESSAGE = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
_IN_PROPERTY = (*_IN_MESSAGE, (":", "%3A"), (",", "%2C"))


def render(outcome: Outcome, *, color: bool = False, width: int = 80) -> Iterator[str]:  # noqa: ARG001 - one interface for all formats
    """The annotations and the log.

    GitHub keeps ten annotations of a kind a step and drops the rest without a word: errors come first.
    """
    for severity in reversed(Severity):
        for finding in outcome.listed:
            if finding.severity is severity:
                yield f"{_command(finding, outcome.in_repository(finding))}\n"
    for finding in outcome.listed:
        yield f"{as_line(finding)}\n"


def _command(finding: Finding, file: str) -> str:
    place = finding.location
    properties = {
        "file": file,
        "line": str(place.line),
        "endLine": str(place.end_line),
        "col": str(place.column),
        "title": f"{finding.code} {finding.name}",
    }
    if place.end_line == place.line:
        # The end of an annotation is inclusive.
        properties["endColumn"] = str(max(place.end_column - 1, place.column))
    said = ",".join(f"{name}={_escaped(value, _IN_PROPERTY)}" for name, value in properties.items())
    text = f"{finding.message} ({finding.help})" if finding.help else finding.message
    return f"::{_COMMANDS[finding.severity]} {said}::{_escaped(text, _IN_MESSAGE)}"


def _escaped(text: str, table: tuple[tuple[str, str], ...]) -> str:
    for character, code in table:
        text = text.replace(character, code)
    return text
