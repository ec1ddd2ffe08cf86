"""For scripts: one JSON object; one edit of the service is one change."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from blueprint_cli.analysis.differences.saying import Saying
from blueprint_cli.analysis.differences.values import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.analysis.differences.change import Change
    from blueprint_cli.analysis.differences.figures import Figure
    from blueprint_cli.analysis.differences.outcome import Compared, Outcome
    from blueprint_cli.report.view import View

VERSION = 1


def render(outcome: Outcome, view: View) -> Iterator[str]:  # noqa: ARG001 - one interface for all formats
    """The comparison as the contract of machine outputs states it; a whole tree has `files` beside it."""
    files = [_file(file) for file in outcome.files]
    if outcome.base:
        content: dict[str, Any] = {
            "version": VERSION,
            "old": outcome.base,
            "new": "working tree",
            "changes": [
                {**change, "file": file["new"] or file["old"]} for file in files for change in file["changes"]
            ],
            "figures": [
                {**figure, "file": file["new"] or file["old"]} for file in files for figure in file["figures"]
            ],
            "files": files,
        }
    else:
        content = {"version": VERSION, **files[0]}
    yield json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _file(file: Compared) -> dict[str, Any]:
    saying = Saying(file.comparison)
    return {
        "old": file.old_name or None,
        "new": file.new_name or None,
        "changes": [_change(change, saying) for change in file.changes],
        "figures": [_figure(figure) for figure in file.figures],
    }


def _change(change: Change, saying: Saying) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "what": change.same.what,
        "id": change.id,
        "at_old": change.at_old,
        "at_new": change.at_new,
        "field": change.field or None,
        "old": _value(change.field, change.old),
        "new": _value(change.field, change.new),
        "says": saying.sentence(change),
    }


def _value(field: str, value: Any) -> Any:
    if field == "capacity" and value is not None:
        return int(value) if value == int(value) else float(value)
    if field == "after" and value is not None:
        return [name for name, _ in value if name]
    if field == "next" and value is not None:
        return [{"to": to, "probability": plain(share), "label": label} for to, share, label in value]
    return plain(value)


def _figure(figure: Figure) -> dict[str, Any]:
    found = {"name": figure.name, **{key: _number(getattr(figure, key)) for key in ("old", "new", "delta")}}
    return {**found, "unit": figure.unit} if figure.unit else found


def _number(value: int | Decimal | None) -> int | float | None:
    return float(value) if isinstance(value, Decimal) else value
