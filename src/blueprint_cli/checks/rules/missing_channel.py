"""A step without a channel.

Whether the customer is on the site, on the phone or in the shop decides what is known there about the case; without
channels nobody sees where the information is lost on the way.

Bad:
    blueprint: 1
    title: Late parcel
    steps:
      - customer: Phones the help desk

Good:
    blueprint: 1
    title: Late parcel
    steps:
      - customer: Phones the help desk
        channel: phone
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.findings import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.model.blueprint import Blueprint

CODE = "BP404"
ABOUT = "map"
SEVERITY = Severity.INFO


def check(blueprint: Blueprint) -> Iterator[Problem]:
    """Report steps with a customer action and no channel, neither their own nor a touchpoint's."""
    for step in blueprint.steps:
        if (
            step.customer
            and step.channel is None
            and not any(touchpoint.channel for touchpoint in step.touchpoints)
        ):
            yield Problem(
                f"{step.said} has no channel",
                step.route,
                "add `channel:`: web, phone, store, email, ...",
                mark="item",
            )
