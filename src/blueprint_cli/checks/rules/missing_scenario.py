"""The map does not say which case it follows.

"A customer waits for a parcel that was promised within 24 hours" tells the reader what to compare each step with.
Without it, everybody has another case in mind, and all of them are right.

Bad:
    blueprint: 1
    title: Late parcel
    steps:
      - customer: Phones the help desk

Good:
    blueprint: 1
    title: Late parcel
    scenario: A customer waits for a parcel that was promised within 24 hours.
    steps:
      - customer: Phones the help desk
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.findings import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.model.blueprint import Blueprint

CODE = "BP606"
ABOUT = "map"
SEVERITY = Severity.INFO


def check(blueprint: Blueprint) -> Iterator[Problem]:
    """Report a map without a scenario."""
    if blueprint.scenario is None:
        yield Problem(
            "the map does not say which case it follows", (), "add `scenario:`, one sentence", mark="item"
        )
