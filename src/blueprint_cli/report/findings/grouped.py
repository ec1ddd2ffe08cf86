"""For people with many files: findings under the name of each file, one a line, aligned."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from blueprint_cli.report import statistics as counted
from blueprint_cli.report.findings.full import STYLES, summary
from blueprint_cli.report.style import padded, paint

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from blueprint_cli.checks.outcome import Outcome
    from blueprint_cli.findings import Finding

_MARGIN = "  "
_NARROWEST = 30


statistics = counted.statistics


def render(outcome: Outcome, *, color: bool = False, width: int = 80) -> Iterator[str]:
    """The findings of each file below its name, then a line that counts them."""
    by_file: dict[str, list[Finding]] = {}
    for finding in outcome.listed:
        by_file.setdefault(finding.location.file, []).append(finding)
    for file, findings in by_file.items():
        yield f"{_block(file, findings, color=color, width=width)}\n"
    yield summary(outcome, color=color, width=width)


def _block(file: str, findings: Sequence[Finding], *, color: bool, width: int) -> str:
    places = [f"{finding.location.line}:{finding.location.column}" for finding in findings]
    names = max(len(finding.name) for finding in findings)
    column = max(map(len, places))
    lines = [paint(file, "strong", color=color)]
    for place, finding in zip(places, findings, strict=True):
        head = f"{_MARGIN}{padded(place, column, right=True)}  {padded(finding.severity.word, 7)}  {finding.code} {padded(finding.name, names)}  "
        room = max(width - len(head), _NARROWEST)
        inside = textwrap.wrap(finding.message, room, break_long_words=False, break_on_hyphens=False) or [""]
        painted = head.replace(
            finding.severity.word,
            paint(finding.severity.word, STYLES[finding.severity], color=color),
            1,
        )
        if len(head) + _NARROWEST > width:  # too narrow for a second column: the message goes below
            inside = ["", *textwrap.wrap(finding.message, max(width - 6, _NARROWEST), break_on_hyphens=False)]
            head = " " * 6
        lines.append(f"{painted}{inside[0]}".rstrip())
        lines += [f"{' ' * len(head)}{line}" for line in inside[1:]]
    return "\n".join(lines) + "\n"
