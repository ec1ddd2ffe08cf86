"""A step that does not say how it feels.

The curve of the emotions is what a board looks at first, and it has a hole here. Put a figure from -2 to 2, from
what customers said rather than from what we hope. Where no step has one, the map is told once.

Bad:
    blueprint: 1
    title: Late parcel
    steps:
      - {customer: Looks the parcel up, emotion: -1}
      - customer: Phones the help desk

Good:
    blueprint: 1
    title: Late parcel
    steps:
      - {customer: Looks the parcel up, emotion: -1}
      - {customer: Phones the help desk, emotion: -2}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.findings import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.model.blueprint import Blueprint

CODE = "BP402"
ABOUT = "map"
SEVERITY = Severity.INFO


def check(blueprint: Blueprint) -> Iterator[Problem]:
    """Report steps without an emotion, or the map where none has any."""
    missing = [step for step in blueprint.steps if step.emotion is None]
    if len(missing) == len(blueprint.steps):
        yield Problem(
            "no step says how it feels", ("steps",), "add `emotion:` from -2 to 2 to each step", mark="key"
        )
        return
    for step in missing:
        yield Problem(
            f"{step.said} does not say how it feels", step.route, "add `emotion:` from -2 to 2", mark="item"
        )
