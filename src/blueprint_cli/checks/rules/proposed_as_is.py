"""A map of today's service holds a proposal.

What is proposed does not happen yet: readers would take it for a fact. Move it to the to-be map, or to an
opportunity, or say how it is known: `observed` or `assumed`.

Bad:
    blueprint: 1
    title: Late parcel
    steps:
      - customer: Phones the help desk
        evidence: Recorded message
        backstage: {action: Reads the status on screen, owner: Help desk, uses: CRM, basis: proposed}

Good:
    blueprint: 1
    title: Late parcel
    state: to-be
    steps:
      - customer: Phones the help desk
        evidence: Recorded message
        backstage: {action: Reads the status on screen, owner: Help desk, uses: CRM, basis: proposed}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.findings import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.model.actions import Action, Evidence
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.model.steps import Step

CODE = "BP507"
ABOUT = "map"
SEVERITY = Severity.WARNING
PRESET = "strict"


def check(blueprint: Blueprint) -> Iterator[Problem]:
    """Report steps, actions and evidence of an as-is map whose basis is a proposal."""
    if blueprint.state != "as-is":
        return
    for step in blueprint.steps:
        parts: list[Step | Evidence | Action] = [step, *step.evidence]
        parts += [action for _, action in step.actions()]
        for part in parts:
            if part.basis == "proposed":
                yield Problem(
                    "a proposal stands in a map of today's service",
                    (*part.route, "basis"),
                    "move it to the to-be map or to `opportunities:`, or say `observed` or `assumed`",
                )
