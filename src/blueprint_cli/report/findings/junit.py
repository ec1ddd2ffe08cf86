"""For test reports: a suite a file, a failing case a finding; a clean file is one passing case."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from blueprint_cli.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from blueprint_cli.checks.checking import Checked
    from blueprint_cli.checks.outcome import Outcome
    from blueprint_cli.findings import Finding


def render(outcome: Outcome, *, color: bool = False, width: int = 80) -> Iterator[str]:  # noqa: ARG001 - one interface for all formats
    """JUnit's XML; information passes, so that a report is red where the command fails by default."""
    tests = sum(max(len(one.findings), 1) for one in outcome.checked)
    failures = sum(1 for finding in outcome.listed if _fails(finding))
    head = f'<testsuites name="blueprint lint" tests="{tests}" failures="{failures}" errors="0">'
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n{head}\n'
    left = len(outcome.listed)
    for one in outcome.checked:
        yield _suite(one, one.findings[:left]) + "\n"
        left -= min(left, len(one.findings))
    yield "</testsuites>\n"


def _suite(one: Checked, findings: Sequence[Finding]) -> str:
    failures = sum(1 for finding in findings if _fails(finding))
    head = f'  <testsuite name={_attribute(one.file)} tests="{max(len(findings), 1)}" failures="{failures}" errors="0" skipped="0">'
    cases = [_case(finding) for finding in findings] or [
        f'    <testcase name="no findings" classname={_attribute(one.file)}/>'
    ]
    return "\n".join([head, *cases, "  </testsuite>"])


def _case(finding: Finding) -> str:
    place = finding.location
    name = f"{finding.code} {finding.name} ({place.line}:{place.column})"
    head = f'    <testcase name={_attribute(name)} classname={_attribute(place.file)} file={_attribute(place.file)} line="{place.line}"'
    said = _clean(f"{place.file}:{place.line}:{place.column}: {finding.message}")
    help_line = f"\n{_clean(f'help: {finding.help}')}" if finding.help else ""
    if not _fails(finding):
        return f"{head}>\n      <system-out>{said}{help_line}</system-out>\n    </testcase>"
    return (
        f"{head}>\n      <failure type={_attribute(finding.severity.word)} message={_attribute(finding.message)}>"
        f"{said}{help_line}</failure>\n    </testcase>"
    )


def _fails(finding: Finding) -> bool:
    return finding.severity > Severity.INFO


def _attribute(text: str) -> str:
    return quoteattr(_printable(text))


def _clean(text: str) -> str:
    return escape(_printable(text))


def _printable(text: str) -> str:
    """XML has no control characters, not even escaped."""
    return "".join(c if c in "\t\n" or (c >= " " and c not in "\ufffe\uffff") else "\ufffd" for c in text)
