"""A touchpoint that nobody answers for.

The number is out of service, the page is out of date, and nobody knows whose it is. Name an owner for the touchpoint,
or one for its step. What others hold (`indirect: true`) needs somebody who watches it, too.

Bad:
    blueprint: 1
    title: Late parcel
    steps:
      - customer: Phones the help desk
        touchpoints: Toll-free number

Good:
    blueprint: 1
    title: Late parcel
    steps:
      - customer: Phones the help desk
        touchpoints: {name: Toll-free number, owner: Help desk}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.checks.placeholders import in_place_of_an_owner
from blueprint_cli.findings import Problem, Severity
from blueprint_cli.model.word_lists import UNKNOWN_OWNER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.model.blueprint import Blueprint

CODE = "BP106"
ABOUT = "map"
SEVERITY = Severity.INFO
PRESET = "strict"


def check(blueprint: Blueprint) -> Iterator[Problem]:
    """Report touchpoints without an owner of their own in steps without one."""
    for step in blueprint.steps:
        for touchpoint in step.touchpoints:
            owner = touchpoint.owner or step.owner
            if owner in (None, UNKNOWN_OWNER) or in_place_of_an_owner(blueprint, owner):
                yield Problem(
                    f"nobody answers for the touchpoint '{touchpoint.name}'",
                    touchpoint.route,
                    "add `owner:` to it, or to its step",
                    mark="item",
                )
