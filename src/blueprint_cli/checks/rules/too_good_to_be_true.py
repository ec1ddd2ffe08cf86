"""A map of today's service in which nothing hurts and nothing fails.

It is probably the service as it should be, not as it is. Watch it, or ask the people who do the work and those who
complain. A plan for tomorrow says `state: to-be`.

Options: `steps` (5), from how many steps on a map is expected to know better.

Bad:
    blueprint: 1
    title: Late parcel
    steps:
      - customer: Orders
      - customer: Waits
      - customer: Looks the parcel up
      - customer: Phones the help desk
      - customer: Receives the parcel

Good:
    blueprint: 1
    title: Late parcel
    steps:
      - customer: Orders
      - customer: Waits
      - customer: Looks the parcel up
      - customer: Phones the help desk
        pain_points: Tells the story a third time
        opportunities: {text: Show the customer's last calls to the agent, owner: IT}
      - customer: Receives the parcel
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.findings import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.model.blueprint import Blueprint

CODE = "BP502"
ABOUT = "map"
SEVERITY = Severity.WARNING


class Options:
    """From how many steps on a map is judged."""

    steps: int = 5


def check(blueprint: Blueprint, options: Options) -> Iterator[Problem]:
    """Report an as-is map of so many steps without any pain point and fail point."""
    whole = blueprint.whole
    if whole.state != "as-is" or len(whole.steps) < options.steps:
        return
    if any(step.pain_points for step in whole.steps):
        return
    if any(action.fail_points for _, _, action in whole.actions()):
        return
    yield Problem(
        f"a map of today's service with {len(whole.steps)} steps, no pain and no fail point",
        ("title",),
        "ask those who do the work what goes wrong, or write `state: to-be` if this is a plan",
    )
