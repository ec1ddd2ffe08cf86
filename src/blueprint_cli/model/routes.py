"""Telling every part of a model where it stands in its file."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from blueprint_cli.model.keys import ENTRY_KEYS, KEYS_WITH_IDS
from blueprint_cli.model.part import Part

if TYPE_CHECKING:
    from blueprint_cli.findings import Route


def tell_routes(root: Part, catalogue: str = "") -> None:
    """Set `route`, `at` and `catalogue` of the root and of every part below it."""
    todo: list[tuple[Part, Route, str]] = [(root, (), "")]
    while todo:
        part, route, at = todo.pop()
        part.put(route, at, catalogue)
        for key, name in fields_with_parts(type(part)):
            value = getattr(part, name)
            if value:
                head = f"{at}.{key}" if at else key
                entries = value.items() if isinstance(value, dict) else enumerate(value)
                for index, child in entries:
                    label = (
                        getattr(child, "id", None)
                        if isinstance(index, int) and key in KEYS_WITH_IDS
                        else None
                    )
                    todo.append((child, (*route, key, index), f"{head}[{label or index}]"))


def address(route: Route, data: Any) -> str:
    """The address of a route, `steps[appeler].backstage[localiser].owner`: ids where there are ids, positions where there are none.

    Args:
        route: a place in the model.
        data: the file's plain data; where an item stands alone in it, position 0 is that item.
    """
    said, here = "", data
    for depth, part in enumerate(route):
        bracket = isinstance(part, int) or (depth > 0 and route[depth - 1] in ENTRY_KEYS)
        here = _step_down(here, part)
        label = (
            here["id"]
            if isinstance(part, int) and isinstance(here, dict) and isinstance(here.get("id"), str)
            else part
        )
        if isinstance(part, int) and route[depth - 1] not in KEYS_WITH_IDS:
            label = part
        said += f"[{label}]" if bracket else f".{part}" if said else str(part)
    return said


def _step_down(here: Any, part: str | int) -> Any:
    if isinstance(here, list):
        return here[part] if isinstance(part, int) and part < len(here) else None
    if isinstance(part, int):
        return here if part == 0 else None
    return here.get(part) if isinstance(here, dict) else None


@cache
def fields_with_parts(kind: type[Part]) -> tuple[tuple[str, str], ...]:
    """Key and name of every field that may hold parts, in lists or mappings."""
    return tuple(
        (key, name)
        for key, name in kind.fields_by_key().items()
        if _holds_parts(kind.model_fields[name].annotation)
    )


def _holds_parts(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return True
    return any(_holds_parts(inner) for inner in getattr(annotation, "__args__", ()))
