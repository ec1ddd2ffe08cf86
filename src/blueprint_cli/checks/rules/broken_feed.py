"""A system should pass something to another, and does not.

The late parcel: the carrier knows where it is, the agent's screen does not, and the customer is told that there is no
news. The fault is not the agent's. The finding names the steps of the journey that the broken link reaches: those that
use the system which is not fed, or one that it feeds in its turn.

Bad:
    blueprint: 1
    title: Late parcel
    systems:
      crm: {name: Help desk CRM, owner: IT}
      tracking: {name: Carrier's tracking, owner: IT, feeds: {to: crm, broken: true, label: parcel status}}
    steps:
      - customer: Phones the help desk
        evidence: Recorded message
        backstage: {action: Looks for the file, owner: Help desk, uses: crm}

Good:
    blueprint: 1
    title: Late parcel
    systems:
      crm: {name: Help desk CRM, owner: IT}
      tracking: {name: Carrier's tracking, owner: IT, feeds: {to: crm, label: parcel status}}
    steps:
      - customer: Phones the help desk
        evidence: Recorded message
        backstage: {action: Looks for the file, owner: Help desk, uses: crm}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.analysis.links import fed_by, steps_using
from blueprint_cli.checks.saying import steps_said
from blueprint_cli.findings import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.model.directory import Feed
    from blueprint_cli.model.steps import Step

CODE = "BP208"
ABOUT = "service"
SEVERITY = Severity.WARNING


def check(blueprint: Blueprint) -> Iterator[Problem]:
    """Report broken feeds with the steps that they reach; those of a catalogue only where they reach some."""
    for name, system in blueprint.systems.items():
        for feed in system.feeds:
            if feed.broken:
                steps = steps_using(blueprint, fed_by(blueprint, [feed.to]))
                if steps or not system.catalogue:
                    yield _problem(blueprint, name, feed, steps)


def _problem(blueprint: Blueprint, name: str, feed: Feed, steps: list[Step]) -> Problem:
    what = f" ({feed.label})" if feed.label else ""
    reach = f"{steps_said(steps)} cannot rely on it" if steps else "no step depends on it yet"
    system = blueprint.systems[name]
    return Problem(
        f"the link from '{system.name}' to '{blueprint.system_name(feed.to)}'{what} is broken: {reach}",
        ("catalogs",) if system.catalogue else feed.route,
        "mend the link first, or say in the map how people bridge it",
        mark="key" if system.catalogue else "value",
        discriminator=f"{name}>{feed.to}",
    )
