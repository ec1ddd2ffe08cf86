"""A phase that no step belongs to.

It would head no column: either its steps are still missing, or they name another phase.

Bad:
    blueprint: 1
    title: Late parcel
    phases: [{id: help, title: Help}, {id: delivery, title: Delivery}]
    steps:
      - customer: Phones the help desk
        phase: help

Good:
    blueprint: 1
    title: Late parcel
    phases: [{id: help, title: Help}]
    steps:
      - customer: Phones the help desk
        phase: help
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.findings import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.model.blueprint import Blueprint

CODE = "BP604"
ABOUT = "map"
SEVERITY = Severity.WARNING


def check(blueprint: Blueprint) -> Iterator[Problem]:
    """Report declared phases without a step."""
    used = {step.phase for step in blueprint.whole.steps}
    if used - {None} - {phase.id for phase in blueprint.phases}:
        return  # a phase that is not declared comes first: the empty one may be the one that was meant
    for phase in blueprint.phases:
        if phase.id not in used:
            help_line = f"give a step `phase: {phase.id}`, or remove the phase"
            yield Problem(
                f"no step belongs to the phase '{phase.title or phase.id}'",
                phase.route,
                help_line,
                mark="item",
            )
