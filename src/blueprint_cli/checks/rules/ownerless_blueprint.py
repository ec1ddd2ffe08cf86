"""Nobody answers for the whole blueprint.

A map without an owner is out of date within a season, and the repairs that it shows belong to everybody: to no one.

Bad:
    blueprint: 1
    title: Late parcel
    steps:
      - customer: Phones the help desk

Good:
    blueprint: 1
    title: Late parcel
    owner: Customer service
    steps:
      - customer: Phones the help desk
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.checks.placeholders import NAME_IT, in_place_of_an_owner
from blueprint_cli.findings import Problem, Severity
from blueprint_cli.model.word_lists import UNKNOWN_OWNER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.model.blueprint import Blueprint

CODE = "BP103"
ABOUT = "map"
SEVERITY = Severity.INFO


def check(blueprint: Blueprint) -> Iterator[Problem]:
    """Report a blueprint without an owner."""
    if blueprint.owner is None:
        yield Problem(
            "the blueprint has no owner", (), "add `owner:` with the team that keeps it true", mark="item"
        )
    elif blueprint.owner == UNKNOWN_OWNER:
        yield Problem("nobody answers for the blueprint", ("owner",), "find the team that should")
    elif held := in_place_of_an_owner(blueprint, blueprint.owner):
        yield Problem(f"the blueprint has no owner: '{held}' holds its place", ("owner",), NAME_IT)
