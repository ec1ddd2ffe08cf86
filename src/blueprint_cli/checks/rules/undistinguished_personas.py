"""Several personas, and all of them live the same journey.

Do VIP and standard customers really take the same backstage? Where they do, one persona is enough; where they do not,
say what is for whom: `only:` on a step, an action, a pain, or an emotion for each.

Bad:
    blueprint: 1
    title: Late parcel
    persona: [standard, vip]
    steps:
      - {customer: Phones the help desk, emotion: -1}

Good:
    blueprint: 1
    title: Late parcel
    persona: [standard, vip]
    steps:
      - {customer: Phones the help desk, emotion: {standard: -1, vip: 1}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.checks.saying import listed
from blueprint_cli.findings import Problem, Severity
from blueprint_cli.model.variants import has_variants
from blueprint_cli.model.word_lists import EVERYBODY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.model.blueprint import Blueprint

CODE = "BP407"
ABOUT = "map"
SEVERITY = Severity.INFO
PRESET = "strict"


def check(blueprint: Blueprint) -> Iterator[Problem]:
    """Report a map of several personas that tells none of them apart."""
    whole = blueprint.whole
    if len(whole.persona) < 2 or has_variants(whole):  # noqa: PLR2004 - one persona is nothing to tell apart
        return
    if any(name != EVERYBODY for step in whole.steps for name in step.emotion or ()):
        return
    names = listed(blueprint.persona_name(name) for name in whole.persona)
    yield Problem(
        f"{names} live the very same journey",
        ("persona",),
        "say what is for whom with `only:`, or keep one persona",
    )
