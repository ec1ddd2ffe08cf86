"""Work behind the scenes is tied to no system and not marked manual.

Internal work without a system is either manual, a cost and a risk of error that deserves to be seen, or not yet
understood. Say which system it works with (`uses:`), or that none does (`manual: true`).

Bad:
    blueprint: 1
    title: Late parcel
    steps:
      - customer: Phones the help desk
        evidence: Recorded message
        backstage: {action: Calls the carrier, owner: Logistics}

Good:
    blueprint: 1
    title: Late parcel
    steps:
      - customer: Phones the help desk
        evidence: Recorded message
        backstage: {action: Calls the carrier, owner: Logistics, manual: true}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.findings import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.model.blueprint import Blueprint

CODE = "BP202"
ABOUT = "map"
SEVERITY = Severity.WARNING


def check(blueprint: Blueprint) -> Iterator[Problem]:
    """Report backstage actions without a system that are not manual."""
    for _, layer, action in blueprint.actions():
        if layer == "backstage" and not action.uses and not action.manual:
            help_line = "add `uses:` with the system, or `manual: true` if none does this work"
            yield Problem(f"'{action.action}' is tied to no system", action.route, help_line, mark="item")
