"""From a loaded file to its findings, each with a severity and a place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from blueprint_cli.checks.fingerprints import fingerprint
from blueprint_cli.checks.rule import Selection, rules, rules_by_code
from blueprint_cli.findings import Finding, Location, Severity
from blueprint_cli.model.blueprint import Blueprint, Catalogue
from blueprint_cli.model.routes import address
from blueprint_cli.model.variants import for_persona, variants

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from blueprint_cli.checks.rule import Rule
    from blueprint_cli.findings import Problem
    from blueprint_cli.source.loading import Source

SYNTAX_ERROR, SCHEMA_ERROR = "BP001", "BP002"
FILE_ERRORS = ("BP001", "BP002", "BP003", "BP004", "BP005", "BP006", "BP007")
"""What the file itself is at fault in: these can be neither deselected nor lowered."""


@dataclass(frozen=True)
class Checked:
    """A file with its findings, in the order of the text."""

    source: Source
    findings: tuple[Finding, ...]


def check(source: Source, selection: Selection | None = None, persona: str | None = None) -> Checked:
    """All findings of one file; those of its catalogues are not among them.

    Args:
        source: the file as loaded.
        selection: which rules speak; all by default.
        persona: keep one variant, where the blueprint knows it.

    Raises:
        BlueprintError: the selection names no rule.
    """
    codes = (selection or Selection()).codes() | frozenset(FILE_ERRORS)
    problems = [problem for problem in _problems(source, codes, persona) if problem.code in codes]
    found = (_finding(source, problem) for problem in _first_causes(problems))
    return Checked(source, tuple(sorted(found, key=_by_place)))


def errors_among(source: Source, codes: Collection[str]) -> tuple[Finding, ...]:
    """The findings with these codes that are errors: what stands in the way of drawing or timing a map."""
    return tuple(
        finding
        for finding in check(source, Selection(tuple(codes))).findings
        if finding.code in codes and finding.severity is Severity.ERROR
    )


def _problems(source: Source, codes: Collection[str], persona: str | None) -> Iterator[Problem]:
    yield from source.problems
    root = source.root
    if root is None:
        return
    if isinstance(root, Blueprint) and persona is not None and persona in variants(root):
        root = for_persona(root, persona)
    for rule in rules():
        if (
            rule.code in codes
            and rule.check is not None
            and (rule.on_catalogues or not isinstance(root, Catalogue))
        ):
            whole = root.whole if rule.code in FILE_ERRORS and isinstance(root, Blueprint) else root
            for problem in rule.check(whole):
                yield _coded(problem, rule)


def _coded(problem: Problem, rule: Rule) -> Problem:
    from dataclasses import replace

    return replace(problem, code=rule.code)


def _first_causes(problems: list[Problem]) -> list[Problem]:
    """A file that does not parse, or does not pass the model, shows that alone: everything else follows from it."""
    if any(problem.code == SYNTAX_ERROR for problem in problems):
        return [problem for problem in problems if problem.code == SYNTAX_ERROR]
    return problems


def _finding(source: Source, problem: Problem) -> Finding:
    rule = rules_by_code()[problem.code]
    document = source.document
    start, end = problem.span or document.underline(problem.route, problem.mark)
    at = address(problem.route, document.data)
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=_severity(source, problem, rule),
        about=rule.about,
        message=problem.message,
        help=problem.help,
        location=document.location(start, end),
        at=at,
        fingerprint=fingerprint(
            document.path, rule.code, problem.route, document.data, "" if at else problem.message
        ),
        related=_related(source, problem),
    )


def _severity(source: Source, problem: Problem, rule: Rule) -> Severity:
    if problem.severity is not None:
        return problem.severity
    weak_service = (
        rule.about == "service" and isinstance(source.root, Blueprint) and source.root.state == "as-is"
    )
    return Severity.INFO if weak_service else rule.severity


def _related(source: Source, problem: Problem) -> tuple[Location, str] | None:
    if problem.related is None:
        return None
    document = source.document
    return document.location(*document.underline(problem.related, "value")), "the first one is here"


def _by_place(finding: Finding) -> tuple[int, int, str, str]:
    return finding.location.line, finding.location.column, finding.code, finding.message
