"""A support process that nothing uses.

It stands on the map, but no arrow leads to it: nobody can tell which work stops when it stops. Say which action it
`serves`, let it use the same system as an action of its step, or name it in an `after`.

Bad:
    blueprint: 1
    title: Late parcel
    steps:
      - customer: Phones the help desk
        frontstage: {id: answer, action: Looks for the file, owner: Help desk}
        support: {action: Waiting queue, owner: IT}

Good:
    blueprint: 1
    title: Late parcel
    steps:
      - customer: Phones the help desk
        frontstage: {id: answer, action: Looks for the file, owner: Help desk}
        support: {action: Waiting queue, owner: IT, serves: answer}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.analysis.slips import lost_places, lost_systems
from blueprint_cli.findings import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.model.blueprint import Blueprint

CODE = "BP207"
ABOUT = "map"
SEVERITY = Severity.WARNING


def check(blueprint: Blueprint) -> Iterator[Problem]:
    """Report support processes that serve nothing, share no system with their step and stand in no `after`."""
    waited_for = {earlier.id for _, _, action in blueprint.actions() for earlier in action.after or ()}
    slip = bool(lost_places(blueprint, waited_for))
    for step in blueprint.steps:
        used = {use.system for layer, action in step.actions() if layer != "support" for use in action.uses}
        for process in step.support:
            own = {use.system for use in process.uses}
            shared = own & used or (own and lost_systems(blueprint, own | used))
            named = process.id is not None and (slip or process.id in waited_for)
            if not (process.serves or process.after or shared or named):
                help_line = "add `serves:` with the action that needs it, or the system that both use"
                yield Problem(
                    f"nothing uses the support process '{process.action}'",
                    process.route,
                    help_line,
                    mark="item",
                )
