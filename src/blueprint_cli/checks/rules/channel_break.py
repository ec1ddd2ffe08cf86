"""The customer changes channel and no system carries the information across.

What was typed on the web is asked again on the phone: the customer tells the story a second time. The rule looks at
steps that follow each other, through `next`, too: the channel changes, and no system used anywhere at the first, nor
one that it feeds, is used at the second. A map that uses no system yet is left alone.

Options: `one-way` (`ad`, `press`, `search`), channels where the customer says nothing that could get lost.

Bad:
    blueprint: 1
    title: Late parcel
    state: to-be
    steps:
      - channel: web
        customer: Looks the parcel up
        evidence: Tracking page
        backstage: {action: Shows the status, owner: IT, uses: Shop}
      - channel: phone
        customer: Phones the help desk
        evidence: Recorded message
        backstage: {action: Looks for the file, owner: Help desk, uses: CRM}

Good:
    blueprint: 1
    title: Late parcel
    state: to-be
    systems:
      shop: {name: Shop, owner: IT, feeds: crm}
      crm: {name: CRM, owner: IT}
    steps:
      - channel: web
        customer: Looks the parcel up
        evidence: Tracking page
        backstage: {action: Shows the status, owner: IT, uses: shop}
      - channel: phone
        customer: Phones the help desk
        evidence: Recorded message
        backstage: {action: Looks for the file, owner: Help desk, uses: crm}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.analysis.channels import channel_breaks
from blueprint_cli.findings import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.model.steps import Step

CODE = "BP209"
ABOUT = "service"
SEVERITY = Severity.WARNING


class Options:
    """The channels from which nothing has to be carried on."""

    one_way: tuple[str, ...] = ("ad", "press", "search")


def check(blueprint: Blueprint, options: Options) -> Iterator[Problem]:
    """Report every way from a step to one on another channel that no system bridges."""
    for before, after in channel_breaks(blueprint, options.one_way):
        yield _problem(blueprint, before, after)


def _problem(blueprint: Blueprint, before: Step, after: Step) -> Problem:
    return Problem(
        f"nothing carries what was said at {before.said} ({_name(blueprint, before)}) "
        f"to {after.said} ({_name(blueprint, after)})",
        (*after.route, "channel"),
        "let both steps use one system, or one that feeds the other",
        discriminator=before.key,
    )


def _name(blueprint: Blueprint, step: Step) -> str:
    channel = str(step.channel)
    entry = blueprint.channels.get(channel)
    return entry.name if entry else channel
