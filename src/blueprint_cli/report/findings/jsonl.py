"""For pipes: one finding a line, each a JSON object as in `json`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from blueprint_cli.report.findings.json import as_record
from blueprint_cli.report.statistics import records

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.checks.outcome import Outcome

NEEDS_FINGERPRINTS = True


def render(outcome: Outcome, *, color: bool = False, width: int = 80) -> Iterator[str]:  # noqa: ARG001 - one interface for all formats
    """All findings, one object a line; nothing when there are none."""
    for finding in outcome.listed:
        yield json.dumps(as_record(finding), ensure_ascii=False) + "\n"


def statistics(outcome: Outcome, *, color: bool = False, width: int = 80) -> Iterator[str]:  # noqa: ARG001 - one interface for all formats
    """The rules that speak, one object a line; nothing when there are none."""
    for record in records(outcome):
        yield json.dumps(record, ensure_ascii=False) + "\n"
