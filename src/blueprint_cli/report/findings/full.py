"""For people: each finding with its line, carets under the words at fault, and what to do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from blueprint_cli.findings import Severity
from blueprint_cli.report import statistics as counted
from blueprint_cli.report.excerpt import excerpt
from blueprint_cli.report.style import Style, paint

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from blueprint_cli.checks.outcome import Outcome
    from blueprint_cli.findings import Finding

_MARGIN = "  "
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
STYLES: dict[Severity, Style] = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"}
_SECTIONS = (
    ("map", "In the map", "problem", "in the map"),
    ("service", "About the service", "finding", "about the service"),
)


statistics = counted.statistics


def render(outcome: Outcome, *, color: bool = False, width: int = 80) -> Iterator[str]:
    """All findings, those about the map apart from those about the service, and a line that counts them."""
    both = len({finding.about for finding in outcome.listed}) > 1
    for about, heading, _, _ in _SECTIONS:
        findings = (finding for finding in outcome.listed if finding.about == about)
        yield from _section(heading if both else "", findings, color=color, width=width)
    yield from _section("Hidden", outcome.hidden, color=color, width=width)
    yield summary(outcome, color=color, width=width)


def _section(heading: str, findings: Iterable[Finding], *, color: bool, width: int) -> Iterator[str]:
    for number, finding in enumerate(findings):
        if heading and not number:
            yield f"{paint(heading, 'strong', color=color)}\n\n"
        yield f"{_block(finding, color=color, width=width)}\n"


def _block(finding: Finding, *, color: bool, width: int) -> str:
    place, style = finding.location, STYLES[finding.severity]
    where = paint(f"{place.file}:{place.line}:{place.column}:", "place", color=color)
    head = f"{where} {paint(finding.severity.word, style, color=color)} {finding.code} {paint(finding.name, 'faint', color=color)}"
    number = str(place.line)
    gutter = " " * len(number)
    line, carets = excerpt(finding.line_text, place, width - len(_MARGIN) - len(number) - 3)
    bar = paint("|", "faint", color=color)
    lines = [
        head,
        *_wrapped(finding.message, width),
        f"{_MARGIN}{gutter} {bar}",
        f"{_MARGIN}{paint(number, 'faint', color=color)} {bar} {line}".rstrip(),
        f"{_MARGIN}{gutter} {bar} {_pushed(carets, style, color=color)}",
    ]
    if finding.related:
        other, words = finding.related
        lines.append(f"{_MARGIN}{words}: {other.file}:{other.line}:{other.column}")
    if finding.help:
        lines += _wrapped(f"help: {finding.help}", width)
    if finding.fix:
        lines += _wrapped(f"fix: {finding.fix.description} ({_how(finding)})", width)
    return "\n".join(lines) + "\n"


def _how(finding: Finding) -> str:
    return "--fix" if finding.fix and finding.fix.safe else "--fix --unsafe-fixes"


def _pushed(carets: str, style: Style, *, color: bool) -> str:
    blanks = len(carets) - len(carets.lstrip())
    return " " * blanks + paint(carets.lstrip(), style, color=color)


def _wrapped(text: str, width: int) -> list[str]:
    if len(text) + len(_MARGIN) <= width:  # most texts are short, and wrapping is dear
        return [_MARGIN + text]
    lines, room = [_MARGIN], width
    for word in text.split():
        if lines[-1].strip() and len(lines[-1]) + 1 + len(word) > room:
            lines.append(_MARGIN * 2)
        lines[-1] += f" {word}" if lines[-1].strip() else word
    return lines


def summary(outcome: Outcome, *, color: bool, width: int) -> str:
    """The last line: how many findings of which kind, in how many files, and how many can be mended."""
    if not outcome.found:
        hidden = f", {len(outcome.hidden)} hidden" if outcome.hidden else ""
        return paint(f"No findings in {_count(outcome.files, 'file')}{hidden}.", "good", color=color) + "\n"
    severities = [
        paint(_count(number, severity.word), STYLES[severity], color=color)
        for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO)
        if (number := outcome.count(severity))
    ]
    abouts = [
        f"{_count(number, word)} {where}"
        for about, _, word, where in _SECTIONS
        if (number := outcome.count_about(about))
    ]
    rest = f"{', '.join(severities)} ({_count(outcome.files, 'file')})"
    line = f"{' · '.join(abouts)}: {rest}\n"
    if _shown_length(line) > width:
        line = f"{' · '.join(abouts)}:\n{_MARGIN}{rest}\n"
    return line + _mendable(outcome)


def _shown_length(line: str) -> int:
    return len(_COLOUR.sub("", line.rstrip()))


def _mendable(outcome: Outcome) -> str:
    safe, bold = outcome.count_mendable(safe=True), outcome.count_mendable(safe=False)
    if safe:
        more = f", {bold} more with --unsafe-fixes" if bold else ""
        return f"{safe} can be mended with --fix{more}.\n"
    have = "has a fix" if bold == 1 else "have fixes"
    return f"{bold} {have} to be looked over: --fix --unsafe-fixes.\n" if bold else ""


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 or word == Severity.INFO.word else f"{number} {word}s"
