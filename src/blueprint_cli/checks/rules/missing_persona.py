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
from blueprint_cli.model.variants import has_variants

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.model.blueprint import Blueprint

CODE = "BP405"
ABOUT = "map"
SEVERITY = Severity.INFO


def check(blueprint: Blueprint) -> Iterator[Problem]:
    """Report a blueprint that names no persona and keeps no variants."""
    if not blueprint.persona and not has_variants(blueprint.whole):
        yield Problem(
            "the blueprint names no persona", (), "add `persona:`: whose journey is it?", mark="item"
        )
