"""Something takes longer than it ever may.

A limit is what must never be passed: by law, by contract, or because the customer is lost beyond it. Where the time is
days and the limit hours, the map shows which part to cut first (`blueprint timings`).

Bad:
    blueprint: 1
    title: Late parcel
    state: to-be
    steps:
      - customer: {action: Waits for news, wait: 3 h, work: 10 min, limit: 2 h}

Good:
    blueprint: 1
    title: Late parcel
    state: to-be
    steps:
      - customer: {action: Waits for news, wait: 1 h, work: 10 min, limit: 2 h}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.checks.gaps import passed, problems, says
from blueprint_cli.findings import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from blueprint_cli.checks.asked import Timed
    from blueprint_cli.model.blueprint import Blueprint

CODE = "BP302"
ABOUT = "service"
SEVERITY = Severity.ERROR


def check(blueprint: Blueprint, timed: Callable[[], tuple[Timed, ...]]) -> Iterator[Problem]:
    """Report actions, steps and spans over their limit."""
    if says(blueprint, "limit"):
        yield from problems(
            passed(timed(), "limit"), "its limit", "cut what it waits for, or agree on another limit"
        )
