"""For job summaries and merge requests: a table for each file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.findings import Severity
from blueprint_cli.report.statistics import spoken

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from blueprint_cli.checks.outcome import Outcome
    from blueprint_cli.findings import Finding

_MARKS = {Severity.ERROR: "🔴 error", Severity.WARNING: "🟠 warning", Severity.INFO: "🔵 info"}
_HEAD = "| line | severity | rule | finding | what to do |\n| ---: | :--- | :--- | :--- | :--- |"
_SPECIAL = str.maketrans({character: f"\\{character}" for character in "\\`*_[]<>|#~"})


def render(outcome: Outcome, *, color: bool = False, width: int = 80) -> Iterator[str]:  # noqa: ARG001 - one interface for all formats
    """A heading with the counts, then a table for each file that has findings."""
    by_file: dict[str, list[Finding]] = {}
    for finding in outcome.listed:
        by_file.setdefault(finding.location.file, []).append(finding)
    yield _head(outcome)
    for file, findings in by_file.items():
        yield f"\n{_table(file, findings)}"
    if outcome.left_out:
        yield f"\n{outcome.left_out} more not listed.\n"


def statistics(outcome: Outcome, *, color: bool = False, width: int = 80) -> Iterator[str]:  # noqa: ARG001 - one interface for all formats
    """The same heading, then a table of the rules that speak."""
    yield _head(outcome)
    rows = [
        f"| {rule.findings} | {rule.code} {rule.name} | {rule.mendable or ''} |\n" for rule in spoken(outcome)
    ]
    if rows:
        yield "\n| findings | rule | `--fix` mends |\n| ---: | :--- | ---: |\n"
        yield from rows


def _head(outcome: Outcome) -> str:
    counts = [
        f"{number} {severity.word}{'' if number == 1 or severity is Severity.INFO else 's'}"
        for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO)
        if (number := outcome.count(severity))
    ]
    files = f"{outcome.files} file{'' if outcome.files == 1 else 's'}"
    return f"## Blueprint lint: {', '.join(counts) or 'no findings'} in {files}\n"


def _table(file: str, findings: Sequence[Finding]) -> str:
    rows = [
        f"| {finding.location.line} | {_MARKS[finding.severity]} | {finding.code} {finding.name} "
        f"| {_cell(finding.message)} | {_cell(finding.help)} |"
        for finding in findings
    ]
    return "\n".join([f"### {_cell(file)}\n", _HEAD, *rows]) + "\n"


def _cell(text: str) -> str:
    return " ".join(text.split()).translate(_SPECIAL)
