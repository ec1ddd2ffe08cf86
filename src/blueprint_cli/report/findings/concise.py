"""One line a finding: `path:line:col: CODE severity name: message`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from blueprint_cli.checks.checking import Checked


def render(checked: Sequence[Checked], *, color: bool = False, width: int = 80) -> str:  # noqa: ARG001 - one interface for all formats
    """All findings, one a line; nothing when there are none."""
    return "".join(
        f"{finding.location.file}:{finding.location.line}:{finding.location.column}: "
        f"{finding.code} {finding.severity.word} {finding.name}: {finding.message}\n"
        for one in checked
        for finding in one.findings
    )
