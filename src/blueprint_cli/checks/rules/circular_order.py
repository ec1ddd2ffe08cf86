"""Actions wait for each other in a circle.

None of them could ever start, so no time can be computed and nobody can explain the service. The circle often runs
through the order of the columns: an action that waits for a later step, which waits for its own.

Bad:
    blueprint: 1
    title: Late parcel
    steps:
      - customer: Phones the help desk
        evidence: Recorded message
        owner: Help desk
        backstage:
          - {id: ask, action: Asks the carrier, after: answer, manual: true}
          - {id: answer, action: Notes the answer, after: ask, manual: true}

Good:
    blueprint: 1
    title: Late parcel
    steps:
      - customer: Phones the help desk
        evidence: Recorded message
        owner: Help desk
        backstage:
          - {id: ask, action: Asks the carrier, manual: true}
          - {id: answer, action: Notes the answer, after: ask, manual: true}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.analysis.journeys import journeys
from blueprint_cli.analysis.order import circle
from blueprint_cli.findings import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.model.actions import Action
    from blueprint_cli.model.blueprint import Blueprint

CODE = "BP006"
ABOUT = "map"
SEVERITY = Severity.ERROR

_MOST_NAMED = 5


def check(blueprint: Blueprint) -> Iterator[Problem]:
    """Report one circle, at an `after` that is part of it; one of a single variant names it."""
    for persona, journey in (("", blueprint), *journeys(blueprint)):
        actions = circle(journey)
        if actions:
            yield _problem(journey, actions, f"for {persona}, " if persona else "")
            return


def _problem(blueprint: Blueprint, actions: tuple[Action, ...], whom: str) -> Problem:
    waiting = {action.at for action in actions if action.after}
    first = next((action for _, _, action in blueprint.actions() if action.at in waiting), actions[0])
    start = actions.index(first)
    names = [action.id or f"'{action.action}'" for action in (*actions[start:], *actions[:start])]
    if len(names) == 1:
        message = f"{whom}{names[0]} waits for itself"
    else:
        shown = names[:_MOST_NAMED] + (["..."] if len(names) > _MOST_NAMED else [])
        message = f"{whom}these wait for each other in a circle: {', '.join(shown)}"
    return Problem(message, (*first.route, "after"), "take one `after` out of the circle")
