"""How often each rule speaks: count, code, name, and whether its findings can be mended."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from blueprint_cli.report.style import paint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.checks.outcome import Outcome


class Spoken(NamedTuple):
    """A rule that speaks.

    Attributes:
        findings: how many findings it has.
        mendable: how many of them a safe fix mends.
    """

    code: str
    name: str
    findings: int
    mendable: int


def spoken(outcome: Outcome) -> list[Spoken]:
    """The rules of all findings, listed or not, the most frequent first, then by code."""
    counts, mendable = Counter[tuple[str, str]](), Counter[str]()
    for finding in outcome.found:
        counts[finding.code, finding.name] += 1
        mendable[finding.code] += bool(finding.fix and finding.fix.safe)
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    return [Spoken(code, name, count, mendable[code]) for (code, name), count in rows]


def records(outcome: Outcome) -> Iterator[dict[str, Any]]:
    """A rule each, for scripts."""
    for rule in spoken(outcome):
        yield {"count": rule.findings, "code": rule.code, "name": rule.name, "mendable": rule.mendable}


def statistics(outcome: Outcome, *, color: bool = False, width: int = 80) -> Iterator[str]:  # noqa: ARG001 - one interface for all formats
    """A line a rule; `[*]` marks those that `--fix` mends, at least in part."""
    rules = spoken(outcome)
    if not rules:
        yield "no findings\n"
        return
    total = sum(rule.findings for rule in rules)
    digits = len(str(rules[0].findings))
    for rule in rules:
        mark = "[*]" if rule.mendable else "   "
        yield f"{rule.findings:>{digits}}  {paint(rule.code, 'strong', color=color)}  {mark} {rule.name}\n"
    yield f"{total:>{digits}}  in all, in {outcome.files} file{'' if outcome.files == 1 else 's'}\n"
    if any(rule.mendable for rule in rules):
        yield "[*] can be mended with --fix\n"
