"""From a loaded file to its findings, each with a severity and a place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from sys import intern
from typing import TYPE_CHECKING

from blueprint_cli.checks.asked import Asked, whole_of
from blueprint_cli.checks.fingerprints import StableRoutes, fingerprint, told_apart
from blueprint_cli.checks.plan import Plan, plan, plan_for
from blueprint_cli.checks.rule import AMBIGUOUS, FILE_ERRORS
from blueprint_cli.findings import Finding, Location, Severity
from blueprint_cli.language.naming import on_one_line
from blueprint_cli.model.blueprint import Blueprint, Catalogue
from blueprint_cli.model.routes import address
from blueprint_cli.model.variants import for_persona, variants

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from blueprint_cli.checks.rule import Rule
    from blueprint_cli.findings import Fix, Problem, Remedy
    from blueprint_cli.model.actions import Action, Evidence
    from blueprint_cli.model.directory import Directory
    from blueprint_cli.model.steps import PainPoint, Step
    from blueprint_cli.source.document import Document
    from blueprint_cli.source.loading import Source

# Most files have no comment that hides anything, and are spared the search for one.
_IGNORE = re.compile(r"#\s*blueprint", re.IGNORECASE)
SYNTAX_ERROR, SCHEMA_ERROR = "BP001", "BP002"


@dataclass(frozen=True)
class Checked:
    """What there is to say about a file, in the order of its text.

    Attributes:
        file: its name for reports.
        findings: what is reported.
        suppressed: what comments in the file hide.
        accepted: what a baseline has accepted.
        fail_on: lowest severity among the findings that makes the exit code 1, or `never`.
        in_repository: the file's name relative to the root of its repository, for code hosts.
        text: the file's text as it is read by others, with its byte order mark; kept only for formats that ask for it.
    """

    file: str
    findings: Sequence[Finding]
    suppressed: tuple[Finding, ...] = ()
    accepted: tuple[Finding, ...] = ()
    fail_on: str = "warning"
    in_repository: str = ""
    text: str = ""


def check(
    source: Source,
    asked_for: Plan | None = None,
    *,
    persona: str | None = None,
    identity: str | None = None,
    ignores: bool = True,
    keep_text: bool = False,
    identify: bool = True,
) -> Checked:
    """All findings of one file; those of its catalogues are not among them.

    Args:
        source: the file as loaded.
        asked_for: which rules speak, how loudly; the recommended ones by default.
        persona: keep one variant, where the blueprint knows it.
        identity: the file's name within its project, which its findings' fingerprints rest on; its path by default.
        ignores: whether comments in the file may hide findings.
        keep_text: whether the result carries the file's text.
        identify: whether findings carry fingerprints; reports for people need none, and they are dear.
    """
    asked_for = asked_for or plan()
    document = source.document
    root = _root(source, persona)
    problems = _first_causes([*source.problems, *_problems(source, root, asked_for)])
    name = (document.path if identity is None else identity) if identify else None
    findings = _findings(source, (p for p in problems if _speaks(p, asked_for)), asked_for, name)
    suppressed: list[Finding] = []
    if ignores and root is not None and _IGNORE.search(document.text):
        findings, suppressed = _sift(source, findings, asked_for, name, root)
    return Checked(
        document.path,
        _in_order(findings, identify=identify),
        _in_order(suppressed, identify=identify),
        fail_on=asked_for.fail_on,
        in_repository=document.path,
        text=("\ufeff" if document.byte_order_mark else "") + document.text if keep_text else "",
    )


def errors_among(source: Source, codes: Collection[str]) -> tuple[Finding, ...]:
    """The findings with these codes that are errors: what stands in the way of drawing or timing a map."""
    found = check(source, plan_for(codes), ignores=False).findings
    return tuple(finding for finding in found if finding.code in codes and finding.severity is Severity.ERROR)


def _root(source: Source, persona: str | None) -> Directory | None:
    root = source.root
    if isinstance(root, Blueprint) and persona is not None and persona in variants(root):
        return for_persona(root, persona)
    return root


def _problems(source: Source, root: Directory | None, asked_for: Plan) -> Iterator[Problem]:
    if root is None:
        return
    asked = Asked(root, asked_for, source.sound)
    for rule in asked_for.speaking():
        if rule.on_catalogues or not isinstance(root, Catalogue):
            judged = whole_of(root) if rule.code in FILE_ERRORS else root
            found = [p._replace(code=rule.code) for p in rule.problems(judged, asked.arguments(rule))]
            asked.heard[rule.code] = bool(found)
            yield from found


def _speaks(problem: Problem, asked_for: Plan) -> bool:
    """A value that the format refuses is told whatever is selected: without it nothing else can be."""
    return problem.code in asked_for.codes or (
        problem.code == AMBIGUOUS and problem.severity is Severity.ERROR
    )


def _first_causes(problems: list[Problem]) -> list[Problem]:
    """A file that does not parse, or does not pass the model, shows that alone: everything else follows from it."""
    if any(problem.code == SYNTAX_ERROR for problem in problems):
        return [problem for problem in problems if problem.code == SYNTAX_ERROR]
    return problems


def _findings(
    source: Source, problems: Iterable[Problem], asked_for: Plan, identity: str | None
) -> list[Finding]:
    routes = StableRoutes(source.document.data)
    return [_finding(source, problem, asked_for, identity, routes) for problem in problems]


def _finding(
    source: Source, problem: Problem, asked_for: Plan, identity: str | None, routes: StableRoutes
) -> Finding:
    rule = asked_for.book.by_code[problem.code]
    document = source.document
    start, end = problem.span or document.underline(problem.route, problem.mark)
    place = document.location(start, end)
    at = address(problem.route, document.data)
    logical = ("", "")
    if identity is not None:
        told = problem.discriminator or ("" if at else problem.message)
        logical = (routes.of(problem.route), told)
    # Many files say the same in many places: one text stands for all that are equal.
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=_severity(source, problem, rule, asked_for),
        about=rule.about,
        message=intern(on_one_line(problem.message)),
        help=intern(on_one_line(problem.help)),
        location=place,
        at=intern(at),
        fingerprint="" if identity is None else fingerprint(identity, rule.code, logical),
        line_text=document.line(place.line),
        logical=logical if asked_for.keep_logical else ("", ""),
        related=_related(document, problem),
        fix=_fix(document, problem.remedy) if problem.remedy else None,
    )


def _fix(document: Document, remedy: Remedy) -> Fix | None:
    from blueprint_cli.source.patches import fix_of

    fix = fix_of(document, remedy)
    return fix._replace(description=on_one_line(fix.description)) if fix else None


def _severity(source: Source, problem: Problem, rule: Rule, asked_for: Plan) -> Severity:
    """What settings say goes before what the rule says, but not before what the file itself is at fault in."""
    if problem.severity is Severity.ERROR or rule.code in FILE_ERRORS:
        return problem.severity or rule.severity
    if rule.code in asked_for.severities:
        return asked_for.severities[rule.code]
    weak_service = (
        rule.about == "service" and isinstance(source.root, Blueprint) and source.root.state == "as-is"
    )
    if weak_service:
        return Severity.INFO
    own = problem.severity or rule.severity
    return Severity.WARNING if asked_for.strict and own is Severity.INFO else own


def _related(document: Document, problem: Problem) -> tuple[Location, str] | None:
    if problem.related is None:
        return None
    return document.location(*document.underline(problem.related, "value")), "the first one is here"


def _sift(
    source: Source, findings: list[Finding], asked_for: Plan, identity: str | None, root: Directory
) -> tuple[list[Finding], list[Finding]]:
    """Findings that stay and findings that comments hide; what is wrong with the comments stays, too."""
    from blueprint_cli.checks.ignores import Hiding, housekeeping, read_ignores

    document = source.document
    ignores, wrong = read_ignores(document, asked_for)
    hiding = Hiding(ignores, document)
    shown: list[Finding] = []
    suppressed: list[Finding] = []
    for finding in findings:
        (suppressed if hiding.hides(finding) else shown).append(finding)
    wrong += housekeeping(document, ignores, asked_for, _kept_away(document, root))
    return shown + _findings(
        source, (p for p in wrong if _speaks(p, asked_for)), asked_for, identity
    ), suppressed


def _kept_away(document: Document, root: Directory) -> list[tuple[int, int]]:
    """The stretches of the text that another persona's variant stands in."""
    if not isinstance(root, Blueprint) or root.whole is root:
        return []
    kept = {part.route for part in _variable(root)}
    gone = [part.route for part in _variable(root.whole) if part.route not in kept]
    spans = (document.spans[document.resolve(route)] for route in gone)
    return [(span.start, span.end) for span in spans]


def _variable(blueprint: Blueprint) -> Iterator[Step | Action | Evidence | PainPoint]:
    """The parts that `only` may keep to some personas."""
    for step in blueprint.steps:
        yield step
        yield from (action for _, action in step.actions())
        yield from step.evidence
        yield from step.pain_points


def _in_order(findings: Iterable[Finding], *, identify: bool) -> tuple[Finding, ...]:
    ordered = sorted(findings, key=_by_place)
    return tuple(told_apart(ordered) if identify else ordered)


def _by_place(finding: Finding) -> tuple[int, int, str, str]:
    return finding.location.line, finding.location.column, finding.code, finding.message
