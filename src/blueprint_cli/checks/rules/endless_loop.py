"""A loop that the customer can never leave.

Every way out of these steps leads back into them, so the journey has no end and no expected time. Give one of them a
way out, or the ways that there are a probability above zero.

Bad:
    blueprint: 1
    title: Late parcel
    steps:
      - id: call
        customer: Phones the help desk
      - customer: Waits for the call
        next: call

Good:
    blueprint: 1
    title: Late parcel
    steps:
      - id: call
        customer: Phones the help desk
      - customer: Waits for the call
        next: [{to: call, probability: 20 %}, end]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.analysis.flow import endless
from blueprint_cli.analysis.journeys import journeys
from blueprint_cli.findings import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.model.steps import Step

CODE = "BP308"
ABOUT = "map"
SEVERITY = Severity.ERROR


def check(blueprint: Blueprint) -> Iterator[Problem]:
    """Report, once, the steps from which the journey never ends; in a map with variants, the first such journey."""
    for persona, journey in journeys(blueprint):
        steps = endless(journey)
        if steps:
            yield _problem(steps, f"the journey of {persona}" if persona else "the journey")
            return


def _problem(steps: tuple[Step, ...], journey: str) -> Problem:
    names = ", ".join(f"'{step.title}'" if step.title else step.id or f"step {step.number}" for step in steps)
    last = next((step for step in reversed(steps) if step.next), steps[-1])
    return Problem(
        f"{journey} never leaves {names}",
        (*last.route, "next"),
        "add a way out: `end`, or a later step",
        mark="key",
    )
