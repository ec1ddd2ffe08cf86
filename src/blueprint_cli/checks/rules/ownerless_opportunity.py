"""An opportunity that nobody will seize.

A good idea without a name beside it is still there at the next workshop. Name the team that would do it; a date
(`due:`) helps.

Bad:
    blueprint: 1
    title: Late parcel
    steps:
      - customer: Phones the help desk
        opportunities: Show the carrier's status to the agent

Good:
    blueprint: 1
    title: Late parcel
    steps:
      - customer: Phones the help desk
        opportunities: {text: Show the carrier's status to the agent, owner: IT}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.checks.placeholders import in_place_of_an_owner, owner_placeholder
from blueprint_cli.findings import Problem, Severity
from blueprint_cli.model.word_lists import UNKNOWN_OWNER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.model.blueprint import Blueprint

CODE = "BP105"
ABOUT = "map"
SEVERITY = Severity.INFO
FIX = "unsafe"


def check(blueprint: Blueprint) -> Iterator[Problem]:
    """Report opportunities without an owner, and those that nobody answers for."""
    for step in blueprint.steps:
        for opportunity in step.opportunities:
            if opportunity.owner in (None, UNKNOWN_OWNER) or in_place_of_an_owner(
                blueprint, opportunity.owner
            ):
                yield Problem(
                    f"nobody is to seize the opportunity '{opportunity.text}'",
                    opportunity.route,
                    "add `owner:` with the team that would do it",
                    mark="item",
                    remedy=owner_placeholder(blueprint, opportunity) if opportunity.owner is None else None,
                )
