"""The company acts in front of the customer and nothing happens behind.

No service works like that: somebody looks for the file, packs the parcel, pays the invoice. A map without what the
customer does not see cannot tell why the service fails. Ask the people in front whom they call, and what they wait
for.

Bad:
    blueprint: 1
    title: Late parcel
    steps:
      - customer: Phones the help desk
        evidence: Recorded message
        frontstage: {action: Looks for the file, owner: Help desk}

Good:
    blueprint: 1
    title: Late parcel
    steps:
      - customer: Phones the help desk
        evidence: Recorded message
        frontstage: {action: Looks for the file, owner: Help desk}
        backstage: {action: Calls the carrier, owner: Logistics, manual: true}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.findings import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.model.blueprint import Blueprint

CODE = "BP204"
ABOUT = "map"
SEVERITY = Severity.WARNING


def check(blueprint: Blueprint) -> Iterator[Problem]:
    """Report a whole map with frontstage actions and neither backstage actions nor support processes."""
    whole = blueprint.whole
    if any(step.backstage or step.support for step in whole.steps):
        return
    first = next((step for step in blueprint.steps if step.frontstage), None)
    if first is not None:
        yield Problem(
            "nothing stands behind what the customer sees, in the whole map",
            (*first.route, "frontstage"),
            "ask whom the people in front call, and add `backstage:` or `support:`",
            mark="key",
        )
