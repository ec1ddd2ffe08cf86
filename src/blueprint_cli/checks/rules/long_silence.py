"""The customer hears nothing for a long time.

While work goes on behind the scenes nothing reaches the customer, who worries, phones, and costs a call that one
message would have saved. Tell the customer where things stand, or shorten the wait.

Options: `hours` (24), the longest silence that is not reported.

Bad:
    blueprint: 1
    title: Refund
    state: to-be
    steps:
      - customer: {action: Sends the article back, work: 10 min}
        evidence: Return label
      - evidence: E-mail
        backstage: {action: Checks the article, owner: Warehouse, manual: true, wait: 4 days, work: 10 min}
        customer: {action: Reads the e-mail, work: 1 min, after: checked}
        frontstage: {id: checked, action: Sends the e-mail, owner: Help desk, wait: 5 days, work: 1 min}

Good:
    blueprint: 1
    title: Refund
    state: to-be
    steps:
      - customer: {action: Sends the article back, work: 10 min}
        evidence: Return label
      - evidence: E-mail
        backstage: {action: Checks the article, owner: Warehouse, manual: true, wait: 4 h, work: 10 min}
        customer: {action: Reads the e-mail, work: 1 min, after: checked}
        frontstage: {id: checked, action: Sends the e-mail, owner: Help desk, wait: 5 h, work: 1 min}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.analysis.moments import longest_silence, moments
from blueprint_cli.findings import Problem, Severity
from blueprint_cli.language.lengths import format_duration
from blueprint_cli.language.units import HOUR

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from blueprint_cli.checks.asked import Timed
    from blueprint_cli.model.actions import Action
    from blueprint_cli.model.blueprint import Blueprint

CODE = "BP305"
ABOUT = "service"
SEVERITY = Severity.WARNING


class Options:
    """The longest silence that is not reported, in hours."""

    hours: int = 24


def check(
    blueprint: Blueprint, options: Options, timed: Callable[[], tuple[Timed, ...]]
) -> Iterator[Problem]:
    """Report the longest time without a visible action, where it is longer than that."""
    most = options.hours * HOUR
    if not _could_be(blueprint, most):
        return
    told: set[tuple[str, str]] = set()
    for one in timed():
        silence = longest_silence(moments(one.plan))
        seconds = one.plan.clock.whole(silence.ticks) if silence else 0
        if silence is None or silence.after is None or silence.until is None or seconds <= most:
            continue
        after, until = (one.plan.order.actions[node].action for node in (silence.after, silence.until))
        if (after.key, until.key) not in told:
            told.add((after.key, until.key))
            yield _problem(after, until, format_duration(seconds, "en"), one.whose)


def _could_be(blueprint: Blueprint, most: int) -> bool:
    """A map whose times do not even add up to that is not worth a schedule; opening hours stretch every time."""
    if blueprint.calendars:
        return True
    times = [
        time
        for _, _, action in blueprint.actions()
        for time in (action.elapsed, action.wait, action.work)
        if time is not None
    ]
    return sum(time.high for time in times) > most or any(time.clock != "calendar" for time in times)


def _problem(after: Action, until: Action, silence: str, whose: str) -> Problem:
    """Within one step front and customer start together: what ended there first says nothing about the silence."""
    same_step = after.route[:2] == until.route[:2]
    stretch = f"before '{until.action}'" if same_step else f"between '{after.action}' and '{until.action}'"
    return Problem(
        f"the customer hears nothing for {silence} {stretch}{whose}",
        until.route,
        "tell the customer where things stand, or shorten the wait",
        mark="item",
        discriminator=after.key,
    )
