"""More steps than a reader can take in.

A map that nobody reads changes nothing. Join steps that belong together, or make a map of the whole journey and one
for each stretch that matters (`parent:` links them).

Options: `most` (20).

Bad:
    blueprint: 1
    title: Late parcel
    state: to-be
    steps: [a, b, c, d, e, f, g, h, i, j, k, l, m, o, p, q, r, s, t, u, v]

Good:
    blueprint: 1
    title: Late parcel
    state: to-be
    steps: [a, b, c, d, e, f, g, h, i, j, k, l, m, o, p, q, r, s, t, u]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.findings import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.model.blueprint import Blueprint

CODE = "BP602"
ABOUT = "map"
SEVERITY = Severity.INFO


class Options:
    """The most steps that a map should have."""

    most: int = 20


def check(blueprint: Blueprint, options: Options) -> Iterator[Problem]:
    """Report a map with more steps than that."""
    number = len(blueprint.steps)
    if number > options.most:
        yield Problem(
            f"{number} steps are more than a reader can take in (over {options.most})",
            ("steps",),
            "join steps, or make one map of the whole and one for each stretch that matters",
            mark="key",
        )
