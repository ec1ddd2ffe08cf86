"""Something may go wrong and nobody knows what then.

Things go wrong in every service; what customers remember is what was done about it. Say what happens then:
`recovery:`, with what the customer is told and by when.

Bad:
    blueprint: 1
    title: Late parcel
    state: to-be
    steps:
      - customer: Phones the help desk
        evidence: Recorded message
        backstage:
          action: Calls the carrier
          owner: Logistics
          manual: true
          fail_points: The carrier does not answer

Good:
    blueprint: 1
    title: Late parcel
    state: to-be
    steps:
      - customer: Phones the help desk
        evidence: Recorded message
        backstage:
          action: Calls the carrier
          owner: Logistics
          manual: true
          fail_points: {what: The carrier does not answer, recovery: We call the customer back within 24 h}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.findings import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.model.blueprint import Blueprint

CODE = "BP501"
ABOUT = "service"
SEVERITY = Severity.WARNING


def check(blueprint: Blueprint) -> Iterator[Problem]:
    """Report fail points without a recovery."""
    for _, _, action in blueprint.actions():
        for fail_point in action.fail_points:
            if fail_point.recovery is None:
                yield Problem(
                    f"nobody says what is done when '{fail_point.what}'",
                    fail_point.route,
                    "add `recovery:`: what is done then, and what the customer is told",
                    mark="item",
                )
