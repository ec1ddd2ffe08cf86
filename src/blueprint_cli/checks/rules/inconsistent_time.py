"""Wait, work and elapsed time of an action contradict each other.

One of the three is wrong, and whichever is believed, the promise made from it may be wrong, too. Any two of them give
the third: leave one out.

Bad:
    blueprint: 1
    title: Late parcel
    steps:
      - customer: {action: Phones the help desk, wait: 25 min, work: 10 min, elapsed: 1 h}

Good:
    blueprint: 1
    title: Late parcel
    steps:
      - customer: {action: Phones the help desk, wait: 25 min, work: 10 min}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.analysis.times import disagreement
from blueprint_cli.findings import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.model.blueprint import Blueprint

CODE = "BP306"
ABOUT = "map"
SEVERITY = Severity.ERROR


def check(blueprint: Blueprint) -> Iterator[Problem]:
    """Report actions whose three times cannot all be true."""
    for _, _, action in blueprint.actions():
        why = disagreement(action)
        if why:
            yield Problem(
                f"'{action.action}': {why}",
                (*action.route, "elapsed"),
                "correct one of them, or leave one out",
            )
