"""JSON written piece by piece, so that a long list is never held as one text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_STEP, _LINE = "  ", ",\n"
_plain = json.JSONEncoder(ensure_ascii=False).encode


def json_text(value: Any, indent: str = "") -> str:
    """A value as JSON in lines, as `json.dumps(..., indent=2)` writes it; those after the first are indented by so much.

    `json` itself would leave a circle of functions behind at each call, to be swept up by nobody for a long time.
    """
    inner = indent + _STEP
    if isinstance(value, dict) and value:
        rows = [f"{inner}{_plain(str(key))}: {json_text(item, inner)}" for key, item in value.items()]
        return f"{{\n{_LINE.join(rows)}\n{indent}}}"
    if isinstance(value, (list, tuple)) and value:
        rows = [f"{inner}{json_text(item, inner)}" for item in value]
        return f"[\n{_LINE.join(rows)}\n{indent}]"
    return _plain(value)


def json_list(items: Iterable[Any], indent: str = "") -> Iterator[str]:
    """A list as JSON, an item a piece, as `json.dumps(..., indent=2)` writes it at that indent."""
    before = "[\n"
    for item in items:
        yield f"{before}{indent}{_STEP}{json_text(item, indent + _STEP)}"
        before = ",\n"
    yield "[]" if before == "[\n" else f"\n{indent}]"
