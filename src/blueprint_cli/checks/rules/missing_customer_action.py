"""A step in which the customer does nothing.

The journey is the base line of a blueprint: a step without a customer action is internal work that wants to be a card
under the step where the customer waits for it, or the customer's part has been forgotten ("waits for the parcel" is an
action, too).

Bad:
    blueprint: 1
    title: Late parcel
    steps:
      - customer: Phones the help desk
        evidence: Recorded message
      - title: Search
        frontstage: {action: Calls the customer back, owner: Help desk}
        backstage: {action: Calls the carrier, owner: Logistics, manual: true}

Good:
    blueprint: 1
    title: Late parcel
    steps:
      - customer: Phones the help desk
        evidence: Recorded message
      - title: Search
        customer: Waits for the call
        frontstage: {action: Calls the customer back, owner: Help desk}
        backstage: {action: Calls the carrier, owner: Logistics, manual: true}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.findings import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.model.blueprint import Blueprint

CODE = "BP205"
ABOUT = "map"
SEVERITY = Severity.WARNING


def check(blueprint: Blueprint) -> Iterator[Problem]:
    """Report steps without a customer action."""
    for step in blueprint.steps:
        if not step.customer:
            yield Problem(
                f"{step.said} has no customer action",
                step.route,
                "add `customer:` with what the customer does meanwhile",
                mark="item",
            )
