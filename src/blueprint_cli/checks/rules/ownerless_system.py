"""A system belongs to nobody.

When it is down or wrong, nobody is called and the customer waits. Name the team that answers for it; a partner's
system has an owner, too: the team that talks to the partner.

Bad:
    blueprint: 1
    title: Late parcel
    systems: {crm: {name: Help desk CRM}}
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

from blueprint_cli.checks.placeholders import NAME_IT, in_place_of_an_owner, owner_placeholder
from blueprint_cli.findings import Problem, Severity
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.model.word_lists import UNKNOWN_OWNER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.model.directory import Directory

CODE = "BP102"
ABOUT = "map"
SEVERITY = Severity.WARNING
FIX = "unsafe"
ON_CATALOGUES = True


def check(blueprint: Directory) -> Iterator[Problem]:
    """Report the file's own systems without an owner."""
    for system in blueprint.systems.values():
        if system.catalogue and isinstance(blueprint, Blueprint):
            continue
        if system.owner is None:
            yield Problem(
                f"the system '{system.name}' has no owner",
                system.route,
                "add `owner:`",
                mark="key",
                remedy=owner_placeholder(blueprint, system),
            )
        elif system.owner == UNKNOWN_OWNER:
            yield Problem(
                f"nobody answers for the system '{system.name}'",
                (*system.route, "owner"),
                "find the team that should",
            )
        elif held := in_place_of_an_owner(blueprint, system.owner):
            yield Problem(
                f"the system '{system.name}' has no owner: '{held}' holds its place",
                (*system.route, "owner"),
                NAME_IT,
            )
