"""The data of a file while its text is edited: where a route leads, and what becomes of it there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from blueprint_cli.findings import Route


def items_of(value: Any) -> list[Any]:
    """A list as it is meant: one item may stand alone, nothing is the empty list."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def names_in(items: list[Any]) -> list[Any]:
    """What the entries of a list of references name, by `id` or `to` where they say more than that."""
    return [
        next((entry[key] for key in ("id", "to") if key in entry), "") if isinstance(entry, dict) else entry
        for entry in items
    ]


def at(data: Any, route: Route) -> Any:
    """The data at a route of the data."""
    for part in route:
        data = data[part]
    return data


def put(data: Any, route: Route, value: Any) -> None:
    """Set the data at a route, which is not empty, or refill the whole mapping."""
    if route:
        at(data, route[:-1])[route[-1]] = value
    else:
        data.clear()
        data.update(value)


def under(step: Any, key: str) -> Any:
    """What stands under a key of a step; a bare text is its customer action."""
    if isinstance(step, dict):
        return step.get(key)
    return step if key == "customer" else None


def appending(route: Route, value: Any) -> Callable[[Any], None]:
    """The change that puts a value at the end of the list at a route."""
    return lambda data: at(data, route).append(value)


def emptied(data: Any, route: Route, *, leave: bool) -> None:
    """Take away what stands at a route; an empty list may stay in its place."""
    if leave:
        put(data, route, [])
    else:
        del at(data, route[:-1])[route[-1]]
