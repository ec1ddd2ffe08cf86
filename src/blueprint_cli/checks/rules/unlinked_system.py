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

from blueprint_cli.analysis.slips import lost_systems
from blueprint_cli.findings import Problem, Severity
from blueprint_cli.language.spelling import closest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.model.blueprint import Blueprint

CODE = "BP201"
ABOUT = "map"
SEVERITY = Severity.WARNING


def check(blueprint: Blueprint) -> Iterator[Problem]:
    """Report the file's own systems that no action uses, directly or through feeds."""
    linked = _linked(blueprint)
    if lost_systems(blueprint, linked):
        return  # a system that is not declared comes first: the unused one may be the one that was meant
    for name, system in blueprint.systems.items():
        if name not in linked and not system.catalogue:
            yield Problem(
                f"nothing uses the system '{system.name}'",
                system.route,
                f"add `uses: {name}` to an action that works with it, or remove it",
                mark="key",
            )


def _meant(blueprint: Blueprint, word: str) -> str:
    """The system that a word means; that it is a name, or a slip in an id, is told as an unknown reference."""
    if word in blueprint.systems:
        return word
    names = {entry.name.casefold(): name for name, entry in blueprint.systems.items()}
    return names.get(word.strip().casefold()) or closest(word, blueprint.systems) or word


def _linked(blueprint: Blueprint) -> set[str]:
    neighbours: dict[str, set[str]] = {}
    for name, system in blueprint.systems.items():
        for feed in system.feeds:
            fed = _meant(blueprint, feed.to)
            neighbours.setdefault(name, set()).add(fed)
            neighbours.setdefault(fed, set()).add(name)
    linked = {_meant(blueprint, use.system) for _, _, action in blueprint.actions() for use in action.uses}
    todo = list(linked)
    while todo:
        fresh = neighbours.get(todo.pop(), set()) - linked
        linked |= fresh
        todo += fresh
    return linked
