"""An action whose time is not known.

Totals over it are lower bounds, and a promise to the customer rests on them. An estimate with `basis: assumed` is more
honest than a blank, and `unknown` says at least that somebody asked; both still count as not known.

Bad:
    blueprint: 1
    title: Late parcel
    steps:
      - customer: Phones the help desk

Good:
    blueprint: 1
    title: Late parcel
    steps:
      - customer: {action: Phones the help desk, wait: 25 min, work: 10 min}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.analysis.times import said_times
from blueprint_cli.findings import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.model.blueprint import Blueprint

CODE = "BP301"
ABOUT = "map"
SEVERITY = Severity.INFO


def check(blueprint: Blueprint) -> Iterator[Problem]:
    """Report actions whose elapsed time cannot be told."""
    for _, _, action in blueprint.actions():
        if said_times(action).elapsed is None:
            help_line = "add `wait:` and `work:`, or `elapsed:`; an estimate such as 10-20 min will do"
            yield Problem(f"the time of '{action.action}' is not known", action.route, help_line, mark="item")
