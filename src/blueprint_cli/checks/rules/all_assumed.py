"""A map of today's service that nobody has observed.

It says where its facts come from, and all of them were assumed or proposed. Decisions made on it rest on what the
people in the room believe. Watch a few cases, and mark what was seen with `basis: observed`.

Options: `bases` (3), from how many bases on a map is judged.

Bad:
    blueprint: 1
    title: Late parcel
    steps:
      - {customer: Looks the parcel up, basis: assumed}
      - {customer: Phones the help desk, basis: assumed}
      - {customer: Receives the parcel, basis: assumed}

Good:
    blueprint: 1
    title: Late parcel
    steps:
      - {customer: Looks the parcel up, basis: assumed}
      - {customer: Phones the help desk, basis: observed}
      - {customer: Receives the parcel, basis: assumed}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.findings import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.model.actions import Action, Evidence
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.model.steps import Kpi, Step

CODE = "BP503"
ABOUT = "map"
SEVERITY = Severity.INFO


class Options:
    """From how many stated bases on a map is judged."""

    bases: int = 3


def check(blueprint: Blueprint, options: Options) -> Iterator[Problem]:
    """Report an as-is map that states so many bases, none of them observed."""
    if blueprint.state != "as-is":
        return
    stated = [part for part in _parts(blueprint.whole) if part.basis]
    if len(stated) >= options.bases and all(part.basis != "observed" for part in stated):
        yield Problem(
            f"none of the {len(stated)} facts with a basis was observed",
            (*stated[0].route, "basis"),
            "watch a few cases, and mark what you saw with `basis: observed`",
        )


def _parts(blueprint: Blueprint) -> Iterator[Step | Action | Evidence | Kpi]:
    yield from blueprint.kpis.values()
    for step in blueprint.steps:
        yield step
        yield from step.evidence
        yield from (action for _, action in step.actions())
        yield from step.kpis.values()
