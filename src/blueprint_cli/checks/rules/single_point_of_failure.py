"""Most of the journey stands on one system.

When it is down, the service is. That may be right, but then it deserves a plan for the day it happens: what people do
without it, and what customers are told. The finding names the system and the steps that stop with it.

Options: `steps` (5) and `share` (0.6), from how many steps, and from which share of them, on it is reported.

Bad:
    blueprint: 1
    title: Late parcel
    state: to-be
    steps:
      - {customer: Orders, evidence: Page, backstage: {action: Takes the order, owner: IT, uses: ERP}}
      - {customer: Pays, evidence: Page, backstage: {action: Takes the money, owner: IT, uses: ERP}}
      - {customer: Waits, evidence: Mail, backstage: {action: Sends the mail, owner: IT, uses: ERP}}
      - {customer: Asks, evidence: Page, backstage: {action: Shows the status, owner: IT, uses: ERP}}
      - {customer: Receives, evidence: Note, backstage: {action: Prints the note, owner: IT, uses: ERP}}

Good:
    blueprint: 1
    title: Late parcel
    state: to-be
    steps:
      - {customer: Orders, evidence: Page, backstage: {action: Takes the order, owner: IT, uses: ERP}}
      - {customer: Pays, evidence: Page, backstage: {action: Takes the money, owner: IT, uses: Bank}}
      - {customer: Waits, evidence: Mail, backstage: {action: Sends the mail, owner: IT, uses: Mailer}}
      - {customer: Asks, evidence: Page, backstage: {action: Shows the status, owner: IT, uses: Carrier}}
      - {customer: Receives, evidence: Note, backstage: {action: Prints the note, owner: IT, uses: ERP}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.checks.saying import steps_said
from blueprint_cli.findings import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.model.steps import Step

CODE = "BP504"
ABOUT = "service"
SEVERITY = Severity.INFO


class Options:
    """From how many steps, and from which share of all, on a system is one that everything hangs on."""

    steps: int = 5
    share: float = 0.6


def check(blueprint: Blueprint, options: Options) -> Iterator[Problem]:
    """Report systems that so many steps use."""
    users: dict[str, list[Step]] = {}
    for step in blueprint.steps:
        for system in dict.fromkeys(use.system for _, action in step.actions() for use in action.uses):
            users.setdefault(system, []).append(step)
    for name, steps in users.items():
        if len(steps) >= options.steps and len(steps) >= options.share * len(blueprint.steps):
            yield _problem(blueprint, name, steps)


def _problem(blueprint: Blueprint, name: str, steps: list[Step]) -> Problem:
    system = blueprint.systems.get(name)
    own = system is not None and not system.catalogue
    first = next(use for _, action in steps[0].actions() for use in action.uses if use.system == name)
    return Problem(
        f"{len(steps)} of {len(blueprint.steps)} steps stop when '{blueprint.system_name(name)}' is down: {steps_said(steps)}",
        system.route if system is not None and own else first.route,
        "say what people do without it (`fail_points:` with a `recovery:`), or spread the load",
        mark="key" if own else "value",
        discriminator=name,
    )
