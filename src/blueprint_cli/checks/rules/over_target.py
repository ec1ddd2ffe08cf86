"""Something takes longer than it should.

A target is where the time should be. A step that takes two days and could be done at once is the first thing to
mend. What is already over its limit, or breaks a promise, is not reported again.

Bad:
    blueprint: 1
    title: Late parcel
    state: to-be
    steps:
      - customer: {action: Waits for news, wait: 3 h, work: 10 min, target: 20 min}

Good:
    blueprint: 1
    title: Late parcel
    state: to-be
    steps:
      - customer: {action: Waits for news, wait: 5 min, work: 10 min, target: 20 min}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.checks.gaps import passed, problems, says
from blueprint_cli.findings import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from blueprint_cli.checks.asked import Timed
    from blueprint_cli.model.blueprint import Blueprint

CODE = "BP303"
ABOUT = "service"
SEVERITY = Severity.WARNING


def check(blueprint: Blueprint, timed: Callable[[], tuple[Timed, ...]]) -> Iterator[Problem]:
    """Report actions, steps and spans over their target."""
    if says(blueprint, "target"):
        yield from problems(
            passed(timed(), "target"),
            "its target",
            "look at what it waits for: `blueprint timings` shows where the time goes",
        )
