"""A text too long for its card.

People read a map at arm's length: what does not fit into a glance is skipped. Say it in fewer words, and put the rest
into `note:`.

Options: `max` (120), the most characters.

Bad:
    blueprint: 1
    title: Late parcel
    steps:
      - customer: Phones the help desk because the parcel that was promised for yesterday has still not arrived and the site says nothing about it

Good:
    blueprint: 1
    title: Late parcel
    steps:
      - customer: Phones the help desk about the parcel
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.findings import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.findings import Route
    from blueprint_cli.model.blueprint import Blueprint

CODE = "BP603"
ABOUT = "map"
SEVERITY = Severity.INFO


class Options:
    """The most characters of a text that is drawn."""

    max: int = 120


def check(blueprint: Blueprint, options: Options) -> Iterator[Problem]:
    """Report texts on cards and headers that are longer than that."""
    for text, route in _texts(blueprint):
        if text and len(text) > options.max:
            yield Problem(
                f"{len(text)} characters are too many for a card (over {options.max})",
                route,
                "say it in fewer words, and put the rest into `note:`",
            )


def _texts(blueprint: Blueprint) -> Iterator[tuple[str | None, Route]]:
    for step in blueprint.steps:
        yield step.title, (*step.route, "title")
        yield from ((entry.name, (*entry.route, "name")) for entry in step.touchpoints)
        yield from ((entry.text, (*entry.route, "text")) for entry in step.evidence)
        yield from ((action.action, (*action.route, "action")) for _, action in step.actions())
        yield from ((entry.text, (*entry.route, "text")) for entry in step.pain_points)
        yield from ((entry.text, (*entry.route, "text")) for entry in step.opportunities)
