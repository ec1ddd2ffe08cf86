"""For code scanning: SARIF 2.1.0 as GitHub takes it in, with the fingerprints that it goes by."""

from __future__ import annotations

import posixpath
from itertools import chain, islice
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from blueprint_cli import __version__
from blueprint_cli.findings import Severity
from blueprint_cli.report.json_pieces import json_list, json_text
from blueprint_cli.report.line_hashes import line_hashes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from blueprint_cli.checks.outcome import Outcome
    from blueprint_cli.checks.rule import Rule
    from blueprint_cli.findings import Edit, Finding, Fix

NEEDS_TEXT = NEEDS_FINGERPRINTS = True
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
VERSION = "2.1.0"
ROOT = "%SRCROOT%"

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PROBLEM = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
_MOST_RESULTS, _LONGEST_TEXT = 25_000, 1024
_RUN_END = "\n    }"


def render(outcome: Outcome, *, color: bool = False, width: int = 80) -> Iterator[str]:  # noqa: ARG001 - one interface for all formats
    """One run with the rules that speak in it, and a result for each finding.

    GitHub shows suppressed results as open ones: they are left out unless the run was asked for them.
    """
    rules = sorted({finding.code for finding in _reported(outcome)})
    index = {code: number for number, code in enumerate(rules)}
    head = {
        "tool": {"driver": _driver([outcome.book.by_code[code] for code in rules])},
        "automationDetails": {"id": "blueprint-lint/"},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": "The root of the repository."}}},
    }
    yield f'{{\n  "$schema": {json_text(SCHEMA)},\n  "version": {json_text(VERSION)},\n  "runs": [\n    '
    yield f'{json_text(head, "    ").removesuffix(_RUN_END)},\n      "results": '
    yield from json_list(_results(outcome, index), "      ")
    yield f"{_RUN_END}\n  ]\n}}\n"


def _reported(outcome: Outcome) -> Iterator[Finding]:
    return islice(chain(outcome.listed, outcome.hidden), _MOST_RESULTS)


def _results(outcome: Outcome, index: dict[str, int]) -> Iterator[dict[str, Any]]:
    """Each result; what is known about a file's lines is worked out when its findings come, and kept no longer."""
    texts = {one.file: one.text for one in outcome.checked}
    shown, file = len(outcome.listed), ""
    hashes: dict[int, str] = {}
    places: _Places | None = None
    for number, finding in enumerate(_reported(outcome)):
        if finding.location.file != file or places is None:
            file = finding.location.file
            hashes, places = line_hashes(texts.get(file, "")), _Places(texts.get(file, ""))
        artifact = _artifact(outcome.in_repository(finding))
        yield _result(finding, artifact, index[finding.code], hashes, places, hidden=number >= shown)


def _driver(rules: Sequence[Rule]) -> dict[str, Any]:
    return {
        "name": "blueprint",
        "semanticVersion": __version__,
        "informationUri": "https://pypi.org/project/service-blueprint/",
        "rules": [_rule(rule) for rule in rules],
    }


def _rule(rule: Rule) -> dict[str, Any]:
    why = " ".join(rule.page.split("\nBad:", 1)[0].split())
    text = rule.page.split("\nBad:", 1)[0].strip()
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": f"{rule.summary}."},
        "fullDescription": {"text": why if len(why) <= _LONGEST_TEXT else f"{why[: _LONGEST_TEXT - 3]}..."},
        "help": {"text": text, "markdown": f"# {rule.code} {rule.name}\n\n{_markdown(rule.page)}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {
            "precision": "high",
            "problem.severity": _PROBLEM[rule.severity],
            "tags": ["service-blueprint", rule.about],
        },
    }


def _markdown(page: str) -> str:
    """The page with its examples as blocks of YAML."""
    lines: list[str] = []
    for line in page.split("\n"):
        if line in ("Bad:", "Good:"):
            if lines and lines[-1] == "```":
                lines.append("")
            lines += [f"**{line.removesuffix(':')}**", "", "```yaml"]
        elif line.startswith("    "):
            lines.append(line[4:])
        elif "```yaml" in lines and lines[-1] != "```" and not line:
            lines.append("```")
        else:
            lines.append(line)
    if "```yaml" in lines and lines[-1] != "```":
        lines.append("```")
    return "\n".join(lines)


class _Places:
    """Lines and columns of offsets in a file's text."""

    def __init__(self, text: str) -> None:
        from blueprint_cli.source.document import Document

        # Offsets of edits do not count the byte order mark; columns of others do not either.
        self._document = Document(text.removeprefix("\ufeff"))

    def region(self, edit: Edit) -> dict[str, int]:
        """The region that an edit takes away; empty where it only puts something in."""
        line, column = self._document.place(edit.start)
        end_line, end_column = self._document.place(edit.end)
        return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}


def _sentence(text: str) -> str:
    """The text with a full stop, unless it ends in one, or in a question mark."""
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _result(
    finding: Finding,
    artifact: dict[str, str],
    index: int,
    hashes: dict[int, str],
    places: _Places,
    *,
    hidden: bool,
) -> dict[str, Any]:
    place = finding.location
    text = _sentence(finding.message)
    if finding.help:
        text += f" {_sentence(finding.help[:1].upper() + finding.help[1:])}"
    physical = {
        "artifactLocation": artifact,
        "region": {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.line,
            "endColumn": _end_column(finding),
        },
    }
    location: dict[str, Any] = {"physicalLocation": physical}
    if finding.at:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.at}]
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
        "locations": [location],
        "partialFingerprints": {"blueprintFinding/v1": finding.fingerprint},
    }
    if place.line in hashes:
        result["partialFingerprints"]["primaryLocationLineHash"] = hashes[place.line]
    if finding.fix:
        result["fixes"] = [_fix(finding.fix, artifact, places)]
    if hidden:
        result["suppressions"] = [{"kind": "inSource", "status": "accepted"}]
    return result


def _end_column(finding: Finding) -> int:
    """The end within the first line: a pull request shows an alert only when all its lines are in the diff."""
    place = finding.location
    last = place.end_column if place.end_line == place.line else len(finding.line_text) + 1
    return max(last, place.column)


def _fix(fix: Fix, artifact: dict[str, str], places: _Places) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": places.region(edit), "insertedContent": {"text": edit.text}} for edit in fix.edits
    ]
    change = {"artifactLocation": artifact, "replacements": replacements}
    return {"description": {"text": fix.description}, "artifactChanges": [change]}


def _artifact(file: str) -> dict[str, str]:
    """The file relative to the repository's root, percent-encoded."""
    return {"uri": quote(posixpath.normpath(file.replace("\\", "/"))), "uriBaseId": ROOT}
