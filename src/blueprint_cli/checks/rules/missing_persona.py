"""The blueprint does not say whose journey it is.

The same service is another one for a newcomer and for a regular: emotions, pains and times belong to somebody. The
rule is silent where `only` tells variants apart.

Bad:
    blueprint: 1
    title: Late parcel
    steps:
      - customer: Phones the help desk

Good:
    blueprint: 1
    title: Late parcel
    persona: Nadia, 34, nurse
    steps:
      - customer: Phones the help desk
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.findings import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.model.steps import Step

CODE = "BP405"
ABOUT = "map"
SEVERITY = Severity.INFO


def check(blueprint: Blueprint) -> Iterator[Problem]:
    """Report a blueprint that names no persona and keeps no variants."""
    if not blueprint.persona and not any(_has_variants(step) for step in blueprint.whole.steps):
        yield Problem(
            "the blueprint names no persona", (), "add `persona:`: whose journey is it?", mark="item"
        )


def _has_variants(step: Step) -> bool:
    return bool(
        step.only
        or any(action.only for _, action in step.actions())
        or any(evidence.only for evidence in step.evidence)
        or any(pain.only for pain in step.pain_points)
    )
