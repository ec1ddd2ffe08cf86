"""A step that nothing leads to.

A `next` before it goes elsewhere, so no customer ever gets there: the step has no times and counts nowhere. Lead a
`next` to it, or remove it.

Bad:
    blueprint: 1
    title: Late parcel
    steps:
      - customer: Phones the help desk
        next: home
      - customer: Writes an e-mail
      - id: home
        customer: Receives the parcel

Good:
    blueprint: 1
    title: Late parcel
    steps:
      - customer: Phones the help desk
        next: [home, mail]
      - id: mail
        customer: Writes an e-mail
      - id: home
        customer: Receives the parcel
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.analysis.flow import unreachable
from blueprint_cli.analysis.journeys import journeys
from blueprint_cli.analysis.slips import lost_places
from blueprint_cli.findings import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.findings import Route
    from blueprint_cli.model.blueprint import Blueprint

CODE = "BP605"
ABOUT = "map"
SEVERITY = Severity.WARNING


def check(blueprint: Blueprint) -> Iterator[Problem]:
    """Report steps that no forward way leads to, in none of the journeys that have them."""
    ways = [way.to for step in blueprint.whole.steps for way in step.next or ()]
    if lost_places(blueprint, (to for to in ways if to != "end")):
        return  # a way that leads nowhere comes first: it may be the one that was meant
    lost: set[Route] = set()
    reached: set[Route] = set()
    for _, journey in journeys(blueprint):
        missed = {step.route for step in unreachable(journey)}
        lost |= missed
        reached |= {step.route for step in journey.steps} - missed
    for step in blueprint.steps:
        if step.route in lost - reached:
            yield Problem(
                f"nothing leads to {step.said}",
                step.route,
                "name it in a `next:` before it, or remove it",
                mark="item",
            )
