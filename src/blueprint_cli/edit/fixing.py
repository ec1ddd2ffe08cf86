"""Mending a file by the fixes of its findings, in rounds: fixes that touch each other wait for the next look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from blueprint_cli.edit.patching import Unverified, overlap, verified

if TYPE_CHECKING:
    from collections.abc import Callable

    from blueprint_cli.checks.checking import Checked
    from blueprint_cli.findings import Finding
    from blueprint_cli.source.document import Document
    from blueprint_cli.source.loading import Source

MOST_ROUNDS = 10
Refused = dict[tuple[str, str, str], tuple["Finding", str]]
"""Findings whose fix could not be verified, with the reason."""


@dataclass(frozen=True)
class Mended:
    """A file after its fixes.

    Attributes:
        text: the new text, without byte order mark; the old one where nothing was done.
        checked: what is still to be said about it.
        done: the findings whose fixes were made, in the order in which they were.
        refused: findings whose fix could not be verified, with the reason.
    """

    text: str
    checked: Checked
    done: tuple[Finding, ...]
    refused: tuple[tuple[Finding, str], ...]


def mend(
    source: Source,
    look: Callable[[Source], Checked],
    reload: Callable[[str], Source],
    *,
    unsafe: bool = False,
) -> Mended:
    """Make every fix that can be made and verified.

    Args:
        source: the file as loaded.
        look: finds what there is to say about it.
        reload: loads a new text in the file's place; nothing is written.
        unsafe: whether fixes that invent content are made, too.
    """
    done: list[Finding] = []
    refused: Refused = {}
    checked = look(source)
    for _ in range(MOST_ROUNDS):
        wanted = [finding for finding in checked.findings if _wanted(finding, refused, unsafe=unsafe)]
        made, document = _round(source.document, wanted, refused)
        if not made:
            break
        done += made
        source = reload(document.text)
        checked = look(source)
    return Mended(source.document.text, checked, tuple(done), tuple(refused.values()))


def _wanted(finding: Finding, refused: Refused, *, unsafe: bool) -> bool:
    return finding.fix is not None and (finding.fix.safe or unsafe) and _identity(finding) not in refused


def _identity(finding: Finding) -> tuple[str, str, str]:
    """What a finding is known by in the next round, when lines may have moved."""
    return finding.code, finding.at, finding.message


def _round(document: Document, wanted: list[Finding], refused: Refused) -> tuple[list[Finding], Document]:
    """The fixes made in one round, and the document after them."""
    apart = _apart(wanted)
    try:
        return apart, _with_fixes(document, apart) if apart else document
    except Unverified:
        pass
    for finding in apart:  # one of them is at fault: one at a time, from the first that works
        try:
            return [finding], _with_fixes(document, [finding])
        except Unverified as error:
            refused[_identity(finding)] = (finding, error.reason)
    return [], document


def _apart(wanted: list[Finding]) -> list[Finding]:
    """The fixes that do not touch each other, the first ones first."""
    chosen: list[Finding] = []
    for finding in wanted:
        if finding.fix and not any(
            other.fix and overlap(finding.fix.edits, other.fix.edits) for other in chosen
        ):
            chosen.append(finding)
    return chosen


def _with_fixes(document: Document, findings: list[Finding]) -> Document:
    fixes = [finding.fix for finding in findings if finding.fix is not None]
    return verified(
        document,
        [edit for fix in fixes for edit in fix.edits],
        [change for fix in fixes for change in fix.changes],
    )
