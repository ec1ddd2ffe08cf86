"""A system is declared and nothing uses it.

Either an action works with it and the map does not say so, and then nobody sees which steps break when it is down; or
it is not part of this service. Add it to the `uses` of an action, or remove it. A system that feeds a used one, or is
fed by one, is linked.

Bad:
    blueprint: 1
    title: Late parcel
    systems: {crm: {name: Help desk CRM, owner: IT}, fax: {name: Fax server, owner: IT}}
    steps:
      - customer: Phones the help desk
        evidence: Recorded message
        backstage: {action: Looks for the file, owner: Help desk, uses: crm}

Good:
    blueprint: 1
    title: Late parcel
    systems: {crm: {name: Help desk CRM, owner: IT}}
    steps:
      - customer: Phones the help desk
        evidence: Recorded message
        backstage: {action: Looks for the file, owner: Help desk, uses: crm}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.findings import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.model.blueprint import Blueprint

CODE = "BP201"
ABOUT = "map"
SEVERITY = Severity.WARNING


def check(blueprint: Blueprint) -> Iterator[Problem]:
    """Report the file's own systems that no action uses, directly or through feeds."""
    linked = _linked(blueprint)
    for name, system in blueprint.systems.items():
        if name not in linked and not system.catalogue:
            yield Problem(
                f"nothing uses the system '{system.name}'",
                system.route,
                f"add `uses: {name}` to an action that works with it, or remove it",
                mark="key",
            )


def _linked(blueprint: Blueprint) -> set[str]:
    neighbours: dict[str, set[str]] = {}
    for name, system in blueprint.systems.items():
        for feed in system.feeds:
            neighbours.setdefault(name, set()).add(feed.to)
            neighbours.setdefault(feed.to, set()).add(name)
    linked = {use.system for _, _, action in blueprint.actions() for use in action.uses}
    todo = list(linked)
    while todo:
        fresh = neighbours.get(todo.pop(), set()) - linked
        linked |= fresh
        todo += fresh
    return linked
