"""The changes as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.workbook.revisions import Outcome, Revision


def render(outcome: Outcome, *, color: bool, width: int) -> Iterator[str]:  # noqa: ARG001 - the reports' shape
    """The outcome as one JSON document."""
    applied = set(outcome.applied)
    data = {
        "version": 1,
        "book": outcome.book,
        "file": outcome.file,
        "changes": [
            _change(revision, written=outcome.written and revision in applied)
            for revision in outcome.revisions
        ],
        "notes": list(outcome.notes),
        "diff": outcome.diff,
        "written": outcome.written,
        "left": len(outcome.left),
    }
    yield json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _change(revision: Revision, *, written: bool) -> dict[str, Any]:
    return {
        "kind": revision.kind,
        "state": revision.state,
        "name": revision.name,
        "at": revision.at,
        "field": revision.field or None,
        "cell": revision.cell or None,
        "line": revision.line,
        "base": revision.base,
        "theirs": revision.theirs,
        "instead": _instead(revision),
        "mine": revision.mine,
        "why": revision.why or None,
        "help": revision.help or None,
        "settled": revision.settled or None,
        "along": list(revision.along),
        "written": written,
        "says": revision.says,
    }


def _instead(revision: Revision) -> dict[str, Any] | None:
    other = revision.instead
    return {"cell": other.cell or None, "theirs": other.theirs} if other is not None else None
