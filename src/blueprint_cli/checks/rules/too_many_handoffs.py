"""A step that passes through three teams or more.

At every hand-over the case waits, the story is told again, and nobody has the whole of it. A customer feels that as
"I was passed on". Let one team carry the case through the step, or name one that keeps it. The owners of the actions
count, the customer's own actions apart.

Options: `teams` (3), from how many teams on a step is reported.

Bad:
    blueprint: 1
    title: Refund
    steps:
      - customer: Sends the article back
        evidence: Return label
        backstage:
          - {action: Opens the parcel, owner: Warehouse, manual: true}
          - {action: Checks the amount, owner: Accounting, manual: true}
          - {action: Agrees to the refund, owner: Help desk, manual: true}

Good:
    blueprint: 1
    title: Refund
    steps:
      - customer: Sends the article back
        evidence: Return label
        backstage:
          - {action: Opens the parcel, owner: Warehouse, manual: true}
          - {action: Checks and refunds, owner: Help desk, manual: true}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.analysis.slips import lost_teams
from blueprint_cli.checks.saying import listed
from blueprint_cli.findings import Problem, Severity
from blueprint_cli.model.word_lists import UNKNOWN_OWNER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.model.blueprint import Blueprint

CODE = "BP104"
ABOUT = "service"
SEVERITY = Severity.WARNING


class Options:
    """How many teams are too many for one step."""

    teams: int = 3


def check(blueprint: Blueprint, options: Options) -> Iterator[Problem]:
    """Report steps whose actions have so many different owners."""
    for step in blueprint.steps:
        named = (step.owner_of(layer, action) for layer, action in step.actions() if layer != "customer")
        owners = [owner for owner in named if owner]
        nobody = {UNKNOWN_OWNER, *lost_teams(blueprint, owners)}
        teams = [owner for owner in dict.fromkeys(owners) if owner not in nobody]
        if len(teams) >= options.teams:
            names = listed((blueprint.team_name(team) for team in teams), most=6)
            yield Problem(
                f"{step.said} passes through {len(teams)} teams: {names}",
                step.route,
                "let one team carry the case through the step, or name one that keeps it",
                mark="item",
            )
