"""A step in which the customer sees and touches nothing.

Physical evidence is how a customer judges a service that cannot be seen: a page, a message, a parcel, a uniform. A
step without any is worth a question. The rule waits until the map holds an internal action or a piece of evidence, and
leaves a customer's action that nothing answers at all to `unanswered-customer-action`.

Bad:
    blueprint: 1
    title: Late parcel
    steps:
      - customer: Phones the help desk
        frontstage: {action: Looks for the file, owner: Help desk}
        backstage: {action: Calls the carrier, owner: Logistics, manual: true}

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

from blueprint_cli.checks.growth import is_grown
from blueprint_cli.findings import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.model.blueprint import Blueprint

CODE = "BP206"
ABOUT = "map"
SEVERITY = Severity.INFO


def check(blueprint: Blueprint) -> Iterator[Problem]:
    """Report steps without evidence that somebody answers."""
    if not is_grown(blueprint):
        return
    for step in blueprint.steps:
        answered = step.frontstage or not step.customer
        if answered and not step.evidence:
            yield Problem(
                f"{step.said} shows the customer nothing",
                step.route,
                "add `evidence:`: what is seen or touched",
                mark="item",
            )
