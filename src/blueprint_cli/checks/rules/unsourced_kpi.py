"""A figure without its source or its day.

"NPS 34" persuades nobody who asks where it comes from. Say who measured it and when: `source:` and `date:`. The day
may differ for each; a figure that is only a target needs neither.

Bad:
    blueprint: 1
    title: Late parcel
    kpis: {nps: -12}
    steps:
      - customer: Phones the help desk

Good:
    blueprint: 1
    title: Late parcel
    kpis: {nps: {value: -12, source: post-purchase survey, date: 2026-09-30}}
    steps:
      - customer: Phones the help desk
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.findings import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.model.blueprint import Blueprint

CODE = "BP505"
ABOUT = "map"
SEVERITY = Severity.INFO
PRESET = "strict"


def check(blueprint: Blueprint) -> Iterator[Problem]:
    """Report KPIs that lack a source, a day, or both."""
    for kpis in (blueprint.kpis, *(step.kpis for step in blueprint.steps)):
        for name, kpi in kpis.items():
            missing = [key for key in ("source", "date") if getattr(kpi, key) is None]
            if missing:
                yield Problem(
                    f"the figure {name} has no {' and no '.join(missing)}",
                    kpi.route,
                    f"add {' and '.join(f'`{key}:`' for key in missing)}",
                    mark="key",
                )
