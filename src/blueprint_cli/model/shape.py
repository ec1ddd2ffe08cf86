"""Which kind of part stands at a route: for messages, and for the places of values that the model refused."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, Union

from blueprint_cli.model.part import Part

if TYPE_CHECKING:
    from blueprint_cli.findings import Route

NOUNS = {
    "After": "an `after` entry",
    "Blueprint": "a blueprint",
    "Catalogue": "a catalogue",
    "Evidence": "a piece of evidence",
    "Feed": "a feed",
    "Kpi": "a KPI",
    "Next": "a `next` entry",
    "Use": "a use of a system",
}


def noun(kind: type[Part]) -> str:
    """The kind of part as a message names it: `a fail point`, `an action`."""
    if kind.__name__ in NOUNS:
        return NOUNS[kind.__name__]
    words = "".join(f" {c.lower()}" if c.isupper() else c for c in kind.__name__).strip()
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"


def part_at(root: type[Part], route: Route) -> type[Part] | None:
    """The kind of part at a route of the model; None where a plain value stands, or nothing the format knows."""
    kind: type[Part] | None = root
    inside: Any = None
    for step in route:
        if inside is not None and (isinstance(step, int) or _is_entries(inside)):
            kind, inside = _part_in(inside), None
        elif kind is not None and isinstance(step, str) and step in kind.fields_by_key():
            inside, kind = kind.model_fields[kind.fields_by_key()[step]].annotation, None
        else:
            return None
    return kind


def model_route(root: type[Part], data: Any, route: Route) -> Route:
    """A route of the file's plain data as a route of the model: position 0 is put in where an item stands alone in a list."""
    found: list[str | int] = []
    here = data
    for step in route:
        found.append(step)
        here = here[step]
        inside = _annotation(root, tuple(found))
        if inside is not None and here is not None and not isinstance(here, list) and _is_list(inside):
            found.append(0)
    return tuple(found)


def _annotation(root: type[Part], route: Route) -> Any:
    kind = part_at(root, route[:-1])
    key = route[-1] if route else None
    if kind is None or not isinstance(key, str) or key not in kind.fields_by_key():
        return None
    return kind.model_fields[kind.fields_by_key()[key]].annotation


def _is_entries(annotation: Any) -> bool:
    return getattr(annotation, "__origin__", None) is dict


def _is_list(annotation: Any) -> bool:
    return annotation is tuple or any(
        _is_list(inner)
        for inner in (getattr(annotation, "__origin__", None), *_options(annotation))
        if inner is not None
    )


def _options(annotation: Any) -> tuple[Any, ...]:
    """What a union is made of; nothing for every other type."""
    is_union = getattr(annotation, "__origin__", None) in (Union, None)
    return tuple(getattr(annotation, "__args__", ())) if is_union else ()


def _part_in(annotation: Any) -> type[Part] | None:
    for inner in (annotation, *getattr(annotation, "__args__", ())):
        if isinstance(inner, type) and issubclass(inner, Part):
            return inner
        found = _part_in(inner) if inner is not annotation and getattr(inner, "__args__", None) else None
        if found:
            return found
    return None


class Field(NamedTuple):
    """What stands under a key.

    Attributes:
        part: the kind of object, or None for plain values.
        many: whether it is a list in which one item may stand alone.
        entries: whether it is a mapping from names to objects.
    """

    part: type[Part] | None
    many: bool
    entries: bool


@cache
def field_of(kind: type[Part], key: str) -> Field | None:
    """What stands under a key of a kind of part; None for a key that the format does not know."""
    name = kind.fields_by_key().get(key)
    if name is None:
        return None
    annotation = kind.model_fields[name].annotation
    options = (annotation, *getattr(annotation, "__args__", ()))
    entries = any(_is_entries(option) for option in options)
    return Field(_part_in(annotation), _is_list(annotation), entries)


def homes(root: type[Part], key: str) -> list[type[Part]]:
    """The kinds of part inside a root that know a key, outermost first."""
    return [kind for kind in _kinds(root) if key in kind.fields_by_key()]


@cache
def _kinds(root: type[Part]) -> tuple[type[Part], ...]:
    found = [root]
    for kind in found:  # grows on the way
        inner = (field_of(kind, key) for key in kind.fields_by_key())
        for field in inner:
            if field is not None and field.part is not None and field.part not in found:
                found.append(field.part)
    return tuple(found)
