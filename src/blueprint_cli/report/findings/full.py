"""For people: each finding with its line, carets under the words at fault, and what to do."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from blueprint_cli.findings import Severity
from blueprint_cli.report.excerpt import excerpt
from blueprint_cli.report.style import Style, paint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from blueprint_cli.checks.checking import Checked
    from blueprint_cli.findings import Finding
    from blueprint_cli.source.document import Document

_MARGIN = "  "
_STYLES: dict[Severity, Style] = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"}
_SECTIONS = (
    ("map", "In the map", "problem", "in the map"),
    ("service", "About the service", "finding", "about the service"),
)


def render(checked: Sequence[Checked], *, color: bool = False, width: int = 80) -> str:
    """All findings, those about the map apart from those about the service, and a line that counts them."""
    found = [(one.source.document, finding) for one in checked for finding in one.findings]
    if not found:
        return paint(f"No findings in {_count(len(checked), 'file')}.", "good", color=color) + "\n"
    both = len({finding.about for _, finding in found}) > 1
    blocks: list[str] = []
    for about, heading, _, _ in _SECTIONS:
        mine = [(document, finding) for document, finding in found if finding.about == about]
        if mine and both:
            blocks.append(paint(heading, "strong", color=color) + "\n")
        blocks += [_block(document, finding, color=color, width=width) for document, finding in mine]
    return "\n".join([*blocks, _summary([finding for _, finding in found], len(checked), color=color)])


def _block(document: Document, finding: Finding, *, color: bool, width: int) -> str:
    place, style = finding.location, _STYLES[finding.severity]
    where = paint(f"{place.file}:{place.line}:{place.column}:", "place", color=color)
    head = f"{where} {paint(finding.severity.word, style, color=color)} {finding.code} {paint(finding.name, 'faint', color=color)}"
    number = str(place.line)
    gutter = " " * len(number)
    line, carets = excerpt(document, place, width - len(_MARGIN) - len(number) - 3)
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
    return "\n".join(lines) + "\n"


def _pushed(carets: str, style: Style, *, color: bool) -> str:
    blanks = len(carets) - len(carets.lstrip())
    return " " * blanks + paint(carets.lstrip(), style, color=color)


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(
        text,
        width,
        initial_indent=_MARGIN,
        subsequent_indent=_MARGIN * 2,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _summary(findings: Sequence[Finding], files: int, *, color: bool) -> str:
    severities = [
        paint(_count(number, severity.word), _STYLES[severity], color=color)
        for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO)
        if (number := sum(1 for finding in findings if finding.severity is severity))
    ]
    abouts = [
        f"{_count(number, word)} {where}"
        for about, _, word, where in _SECTIONS
        if (number := sum(1 for finding in findings if finding.about == about))
    ]
    return f"{' · '.join(abouts)}: {', '.join(severities)} ({_count(files, 'file')})\n"


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 or word == Severity.INFO.word else f"{number} {word}s"
