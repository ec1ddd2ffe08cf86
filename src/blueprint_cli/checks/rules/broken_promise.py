"""The service takes longer than the customer was told.

Marketing promises 24 hours and logistics has no stock: a promise that operations cannot keep costs more trust than a
longer one that is kept. Promise less, or cut the time. The finding names what takes longest on the way.

Bad:
    blueprint: 1
    title: Late parcel
    state: to-be
    spans: [{title: Delivery, promise: 24 h}]
    steps:
      - customer: {action: Waits for the parcel, wait: 3 days, work: instant}

Good:
    blueprint: 1
    title: Late parcel
    state: to-be
    spans: [{title: Delivery, promise: 4 days}]
    steps:
      - customer: {action: Waits for the parcel, wait: 3 days, work: instant}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.checks.gaps import passed, problems, says
from blueprint_cli.findings import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from blueprint_cli.checks.asked import Timed
    from blueprint_cli.model.blueprint import Blueprint

CODE = "BP304"
ABOUT = "service"
SEVERITY = Severity.WARNING


def check(blueprint: Blueprint, timed: Callable[[], tuple[Timed, ...]]) -> Iterator[Problem]:
    """Report spans whose promise is not kept."""
    if says(blueprint, "promise"):
        yield from problems(
            passed(timed(), "promise"), "what was promised", "promise less, or cut what takes longest"
        )
