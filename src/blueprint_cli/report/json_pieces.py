"""JSON written piece by piece, so that a long list is never held as one text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_STEP = "  "


def json_text(value: Any, indent: str = "") -> str:
    """A value as JSON in lines; those after the first are indented by so much."""
    return json.dumps(value, ensure_ascii=False, indent=2).replace("\n", f"\n{indent}")


def json_list(items: Iterable[Any], indent: str = "") -> Iterator[str]:
    """A list as JSON, an item a piece, as `json.dumps(..., indent=2)` writes it at that indent."""
    before = "[\n"
    for item in items:
        yield f"{before}{indent}{_STEP}{json_text(item, indent + _STEP)}"
        before = ",\n"
    yield "[]" if before == "[\n" else f"\n{indent}]"
