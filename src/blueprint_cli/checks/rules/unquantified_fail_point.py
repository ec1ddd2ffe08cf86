"""Nobody knows how often something goes wrong.

A fail point of 15 % and one of 0.1 % ask for different answers, and the times and costs of the service depend on it.
Count for a week, or ask those who repair it: `likelihood: 15 %`.

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
          fail_points: {what: The carrier does not answer, recovery: We call back within 24 h}

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
          fail_points: {what: The carrier does not answer, likelihood: 15 %, recovery: We call back within 24 h}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.findings import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.model.blueprint import Blueprint

CODE = "BP506"
ABOUT = "map"
SEVERITY = Severity.INFO
PRESET = "strict"


def check(blueprint: Blueprint) -> Iterator[Problem]:
    """Report fail points without a likelihood."""
    for _, _, action in blueprint.actions():
        for fail_point in action.fail_points:
            if fail_point.likelihood is None:
                yield Problem(
                    f"nobody knows how often: '{fail_point.what}'",
                    fail_point.route,
                    "add `likelihood:`, a share of the cases such as 15 %",
                    mark="item",
                )
