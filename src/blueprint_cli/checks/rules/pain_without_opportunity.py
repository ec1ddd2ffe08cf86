"""A pain that nothing is proposed for.

A diagram that leads to no change was a waste of time. Under a pain there should be a way to take it away, however
rough, with somebody who would try it. One opportunity in the step is enough.

Bad:
    blueprint: 1
    title: Late parcel
    steps:
      - customer: Phones the help desk
        pain_points: Tells the story a third time

Good:
    blueprint: 1
    title: Late parcel
    steps:
      - customer: Phones the help desk
        pain_points: Tells the story a third time
        opportunities: {text: Show the customer's last calls to the agent, owner: IT}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.checks.saying import counted
from blueprint_cli.findings import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.model.blueprint import Blueprint

CODE = "BP406"
ABOUT = "map"
SEVERITY = Severity.WARNING


def check(blueprint: Blueprint) -> Iterator[Problem]:
    """Report steps with pain points and no opportunity, at the first pain."""
    for step in blueprint.steps:
        if step.pain_points and not step.opportunities:
            first, *more = step.pain_points
            others = f", nor for {counted(len(more), 'other pain')} of {step.said}" if more else ""
            yield Problem(
                f"nothing is proposed for the pain '{first.text}'{others}",
                first.route,
                "add `opportunities:` to the step, even a rough one",
                mark="item",
            )
