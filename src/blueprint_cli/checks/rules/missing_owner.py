"""Nobody answers for an action in front of or behind the scenes.

When it hurts there, the customer is passed on: no team knows that it is theirs to act. Name the team that does it, or
the owner of the step, who then answers for all of its actions but the customer's. `owner: unknown` says that somebody
asked and nobody answers for it, and that is worth the same finding. So is a word that only holds the place of a name: `?`,
`TBD`, `à définir`, `n/a`; the `TODO` that `--fix --unsafe-fixes` writes was asked for, and is left to be searched for.

Bad:
    blueprint: 1
    title: Late parcel
    steps:
      - customer: Phones the help desk
        frontstage: Looks for the file
        backstage: {action: Calls the carrier, owner: Logistics, manual: true}

Good:
    blueprint: 1
    title: Late parcel
    steps:
      - customer: Phones the help desk
        frontstage: {action: Looks for the file, owner: Help desk}
        backstage: {action: Calls the carrier, owner: Logistics, manual: true}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.checks.placeholders import NAME_IT, in_place_of_an_owner, owner_placeholder
from blueprint_cli.findings import Problem, Severity
from blueprint_cli.model.word_lists import INTERNAL_LAYERS, UNKNOWN_OWNER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.model.part import Part

CODE = "BP101"
ABOUT = "map"
SEVERITY = Severity.ERROR
FIX = "unsafe"


def check(blueprint: Blueprint) -> Iterator[Problem]:
    """Report internal actions without an owner, and every owner that is said to be unknown."""
    for step in blueprint.steps:
        if step.owner == UNKNOWN_OWNER:
            yield _asked_in_vain(step.said, step)
        elif held := in_place_of_an_owner(blueprint, step.owner):
            yield _held(step.said, step, held)
        for layer, action in step.actions():
            if action.owner == UNKNOWN_OWNER:
                yield _asked_in_vain(f"'{action.action}'", action)
            elif held := in_place_of_an_owner(blueprint, action.owner):
                yield _held(f"'{action.action}'", action, held)
            elif layer in INTERNAL_LAYERS and action.owner is None and step.owner is None:
                yield Problem(
                    f"'{action.action}' has no owner",
                    action.route,
                    "add `owner:` to it, or to its step",
                    mark="item",
                    remedy=owner_placeholder(blueprint, action),
                )


def _held(what: str, part: Part, placeholder: str) -> Problem:
    return Problem(f"{what} has no owner: '{placeholder}' holds its place", (*part.route, "owner"), NAME_IT)


def _asked_in_vain(what: str, part: Part) -> Problem:
    return Problem(
        f"nobody answers for {what}", (*part.route, "owner"), "find the team that should, and name it"
    )
