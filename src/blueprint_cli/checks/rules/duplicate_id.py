"""Two things have the same id.

Whatever refers to that id could mean either: the arrow may start at the wrong card and the times follow the wrong
path. Ids are unique by kind within a file; steps and actions share one namespace. Rename one of the two.

Bad:
    blueprint: 1
    title: Late parcel
    steps:
      - id: call
        customer: Phones the help desk
      - id: call
        customer: Phones again

Good:
    blueprint: 1
    title: Late parcel
    steps:
      - id: call
        customer: Phones the help desk
      - id: call-again
        customer: Phones again
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.findings import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from blueprint_cli.model.actions import Action
    from blueprint_cli.model.blueprint import Blueprint, Phase, Span
    from blueprint_cli.model.steps import Step

CODE = "BP004"
ABOUT = "map"
SEVERITY = Severity.ERROR


def check(blueprint: Blueprint) -> Iterator[Problem]:
    """Report the second of two equal ids, and each one after it."""
    yield from _twice(_steps_and_actions(blueprint), "a step or action")
    yield from _twice(blueprint.phases, "a phase")
    yield from _twice(blueprint.spans, "a span")


def _steps_and_actions(blueprint: Blueprint) -> Iterator[Step | Action]:
    for step in blueprint.steps:
        yield step
        for _, action in step.actions():
            yield action


def _twice(parts: Iterable[Step | Action | Phase | Span], what: str) -> Iterator[Problem]:
    first: dict[str, Step | Action | Phase | Span] = {}
    for part in parts:
        if part.id is None:
            continue
        if part.id in first:
            yield Problem(
                f"'{part.id}' is already the id of {what}",
                (*part.route, "id"),
                "give one of the two another id, and follow its references",
                related=(*first[part.id].route, "id"),
            )
        else:
            first[part.id] = part
