"""What refers to a part by its id: it must not lose what it points at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.workbook.returning.outline import id_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from blueprint_cli.edit.returning.planning import Sides
    from blueprint_cli.model.blueprint import Blueprint


def referring(sides: Sides, gone: Iterable[str]) -> list[str]:
    """Addresses of references to the parts at these addresses, from parts that stay."""
    addresses = set(gone)
    ids = {id_in(at) for at in addresses} - {""}
    return [
        at
        for at, name in _references(sides.blueprint.whole)
        if name in ids and not any(at.startswith(f"{gone_at}.") for gone_at in addresses)
    ]


def _references(blueprint: Blueprint) -> Iterator[tuple[str, str]]:
    for span in blueprint.spans:
        for key, name in (("from", span.from_), ("to", span.to)):
            if name:
                yield f"{span.at}.{key}", name
    for step in blueprint.steps:
        yield from ((f"{step.at}.next", way.to) for way in step.next or ())
    for _, _, action in blueprint.actions():
        yield from ((f"{action.at}.after", entry.id) for entry in action.after or ())
        yield from ((f"{action.at}.serves", name) for name in action.serves)
