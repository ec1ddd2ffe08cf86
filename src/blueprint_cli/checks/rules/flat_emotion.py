"""Every step feels the same.

No journey does. A flat curve is a curve that nobody asked customers about, and it hides the moment that decides
whether they come back. Ask for the best and for the worst moment first.

Options: `steps` (4), from how many steps on a flat curve is reported.

Bad:
    blueprint: 1
    title: Late parcel
    steps:
      - {customer: Looks the parcel up, emotion: 0}
      - {customer: Phones the help desk, emotion: 0}
      - {customer: Waits for a call, emotion: 0}
      - {customer: Receives the parcel, emotion: 0}

Good:
    blueprint: 1
    title: Late parcel
    steps:
      - {customer: Looks the parcel up, emotion: -1}
      - {customer: Phones the help desk, emotion: -2}
      - {customer: Waits for a call, emotion: -1}
      - {customer: Receives the parcel, emotion: 1}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.findings import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.model.blueprint import Blueprint

CODE = "BP403"
ABOUT = "map"
SEVERITY = Severity.INFO


class Options:
    """From how many steps on a curve should move."""

    steps: int = 4


def check(blueprint: Blueprint, options: Options) -> Iterator[Problem]:
    """Report a map whose steps all have the same emotion."""
    felt = [step for step in blueprint.steps if step.emotion]
    values = {value for step in felt for value in (step.emotion or {}).values()}
    if len(felt) >= options.steps and len(values) == 1:
        (value,) = values
        yield Problem(
            f"the emotion is {f'{value:+d}' if value else 0} in all {len(felt)} steps",
            (*felt[0].route, "emotion"),
            "ask customers for their best and their worst moment",
        )
