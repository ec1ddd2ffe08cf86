"""The same thing is typed by hand more than once.

Somebody reads it on one screen and types it into the next: it costs time, and every time it is typed it may change.
The customer pays with a wrong amount or a lost file. The rule counts where one system is filled by hand (`by: hand`),
in actions and in feeds that no action carries out, and where one thing (`label`) is typed into several.

Options: `times` (2), from how many times on it is reported.

Bad:
    blueprint: 1
    title: Refund
    state: to-be
    steps:
      - title: Return
        customer: Sends the article back
        evidence: Return label
        backstage: {action: Notes the return, owner: Help desk, uses: {system: Refund list, by: hand}}
      - title: Refund
        customer: Waits for the money
        evidence: E-mail
        backstage: {action: Notes the amount, owner: Accounting, uses: {system: Refund list, by: hand}}

Good:
    blueprint: 1
    title: Refund
    state: to-be
    steps:
      - title: Return
        customer: Sends the article back
        evidence: Return label
        backstage: {action: Notes the return, owner: Help desk, uses: {system: Refund list, by: hand}}
      - title: Refund
        customer: Waits for the money
        evidence: E-mail
        backstage: {action: Reads the amount, owner: Accounting, uses: {system: Refund list, by: file}}
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from blueprint_cli.analysis.slips import lost_systems
from blueprint_cli.checks.saying import listed, quoted, steps_said
from blueprint_cli.findings import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.findings import Route
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.model.steps import Step

CODE = "BP210"
ABOUT = "service"
SEVERITY = Severity.WARNING


class Options:
    """How often the same thing may not be typed."""

    times: int = 2


@dataclass(frozen=True)
class _Entry:
    """One place where something is typed by hand; a feed stands in no step."""

    system: str
    label: str
    route: Route
    step: Step | None
    owner: str | None


def check(blueprint: Blueprint, options: Options) -> Iterator[Problem]:
    """Report systems that are filled by hand so often, then things that are typed into several systems."""
    entries = _entries(blueprint)
    told: set[Route] = set()
    for what in ("system", "label"):
        groups: dict[str, list[_Entry]] = {}
        for entry in entries:
            groups.setdefault(getattr(entry, what), []).append(entry)
        groups.pop("", None)
        for name, group in groups.items():
            if len(group) >= options.times and not told.issuperset(entry.route for entry in group):
                told.update(entry.route for entry in group)
                yield _problem(blueprint, name, what, group)


def _entries(blueprint: Blueprint) -> list[_Entry]:
    """What is typed; a feed by hand that some action carries out is that action, not one more."""
    typed = list(_typed(blueprint))
    done = {(entry.system, entry.label) for entry in typed}
    fed = [entry for entry in _fed_by_hand(blueprint) if (entry.system, entry.label) not in done]
    lost = lost_systems(blueprint, (entry.system for entry in (*typed, *fed)))
    return [entry for entry in (*typed, *fed) if entry.system not in lost]


def _typed(blueprint: Blueprint) -> Iterator[_Entry]:
    for step, layer, action in blueprint.actions():
        for use in action.uses:
            if use.by == "hand":
                label = (use.label or "").strip().casefold()
                yield _Entry(use.system, label, use.route, step, step.owner_of(layer, action))


def _fed_by_hand(blueprint: Blueprint) -> Iterator[_Entry]:
    for system in blueprint.systems.values():
        for feed in system.feeds:
            if feed.by == "hand" and not system.catalogue:
                yield _Entry(feed.to, (feed.label or "").strip().casefold(), feed.route, None, None)


def _problem(blueprint: Blueprint, name: str, what: str, group: list[_Entry]) -> Problem:
    steps = list(dict.fromkeys(entry.step.route for entry in group if entry.step))
    by_route = {step.route: step for step in blueprint.steps}
    teams = dict.fromkeys(blueprint.team_name(entry.owner) for entry in group if entry.owner)
    where = f", at {steps_said([by_route[route] for route in steps])}" if steps else ""
    who = f" ({listed(teams)})" if teams else ""
    systems = quoted(dict.fromkeys(blueprint.system_name(entry.system) for entry in group))
    said = f"{systems} is filled" if what == "system" else f"'{name}' is typed"
    into = "" if what == "system" else f" into {systems}"
    return Problem(
        f"{said} by hand {len(group)} times{into}{where}{who}",
        group[1].route,
        "type it once, and let the systems pass it on",
        related=group[0].route,
        discriminator=f"{what}:{name}",
    )
