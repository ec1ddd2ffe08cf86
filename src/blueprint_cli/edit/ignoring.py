"""Putting comments that hide findings above the nodes that they stand on: `--add-ignore`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from blueprint_cli.checks.rule import FILE_ERRORS
from blueprint_cli.edit.patching import Unverified, verified
from blueprint_cli.findings import Edit
from blueprint_cli.source.patches import newline

if TYPE_CHECKING:
    from collections.abc import Iterable

    from blueprint_cli.findings import Finding
    from blueprint_cli.source.document import Document

_NOT_HIDDEN = (*FILE_ERRORS, "BP901", "BP902", "BP904")


@dataclass(frozen=True)
class Hushed:
    """A document with comments put in.

    Attributes:
        document: the new text, or the old one where no finding could be hidden.
        hidden: how many findings the comments hide.
        left: findings that no comment can hide.
    """

    document: Document
    hidden: int
    left: tuple[Finding, ...]


def add_ignores(
    document: Document, findings: Iterable[Finding], reason: str, locked: frozenset[str]
) -> Hushed:
    """Put one comment above each line that has findings, naming their codes and the reason.

    A line inside brackets that span several lines, or inside a text of several lines, takes no comment above it: its
    findings are left, like those that the settings lock.

    Args:
        document: the file.
        findings: what is to be hidden.
        reason: why, written after the codes.
        locked: codes that no comment may hide.
    """
    wanted: dict[int, list[Finding]] = {}
    left: list[Finding] = []
    for finding in findings:
        free = finding.code not in locked and finding.code not in _NOT_HIDDEN
        (wanted.setdefault(finding.location.line, []) if free else left).append(finding)
    edits: list[Edit] = []
    hidden = 0
    for line, mine in wanted.items():
        edit = _comment(document, line, sorted({finding.code for finding in mine}), reason)
        try:
            verified(document, [edit], ())
        except Unverified:
            left += mine
        else:
            edits.append(edit)
            hidden += len(mine)
    return Hushed(verified(document, edits, ()) if edits else document, hidden, tuple(left))


def _comment(document: Document, line: int, codes: list[str], reason: str) -> Edit:
    text = document.line(line)
    indent = text[: len(text) - len(text.lstrip(" "))]
    top = document.line_starts[line - 1]
    words = " ".join(reason.split())
    return Edit(top, top, f"{indent}# blueprint: ignore[{', '.join(codes)}] -- {words}{newline(document)}")
