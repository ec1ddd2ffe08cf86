"""Nothing answers what the customer does.

No frontstage action and no evidence: the customer acts, and the company shows nothing. Either the answer is missing on
the map, or there is a hole in the service. The rule waits until the map holds an internal action or a piece of
evidence: a journey map is a blueprint whose inner layers are still empty.

Bad:
    blueprint: 1
    title: Late parcel
    steps:
      - customer: Looks for news on the site
        evidence: Tracking page
      - customer: Phones the help desk

Good:
    blueprint: 1
    title: Late parcel
    steps:
      - customer: Looks for news on the site
        evidence: Tracking page
      - customer: Phones the help desk
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

CODE = "BP203"
ABOUT = "map"
SEVERITY = Severity.WARNING


def check(blueprint: Blueprint) -> Iterator[Problem]:
    """Report, once a step, the customer's action that nothing answers."""
    if not is_grown(blueprint):
        return
    for step in blueprint.steps:
        if step.customer and not step.frontstage and not step.evidence:
            first = step.customer[0]
            help_line = "add who answers (`frontstage:`) or what the customer sees (`evidence:`)"
            yield Problem(f"nothing answers '{first.action}'", first.route, help_line, mark="item")
