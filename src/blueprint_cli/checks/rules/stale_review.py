"""Nobody has looked whether the map is still true.

Services change every week and maps do not follow by themselves. A board that decides on an old map decides about a
service that is gone. Walk through it with the teams, and set `reviewed:` to the day. Without that key the rule is
silent.

Options: `months` (6), after which a review is old.

Bad:
    blueprint: 1
    title: Late parcel
    reviewed: 2020-01-15
    steps:
      - customer: Phones the help desk

Good:
    blueprint: 1
    title: Late parcel
    reviewed: 2999-01-15
    steps:
      - customer: Phones the help desk
"""

from __future__ import annotations

from calendar import monthrange
from typing import TYPE_CHECKING

from blueprint_cli.findings import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from blueprint_cli.model.blueprint import Blueprint

CODE = "BP601"
ABOUT = "map"
SEVERITY = Severity.INFO


class Options:
    """After how many months a review is old."""

    months: int = 6


def check(blueprint: Blueprint, options: Options, today: date) -> Iterator[Problem]:
    """Report a review that is older than that."""
    reviewed = blueprint.reviewed
    if reviewed is None or today <= _months_after(reviewed, options.months):
        return
    months = (today.year - reviewed.year) * 12 + today.month - reviewed.month - (today.day < reviewed.day)
    yield Problem(
        f"the last review was {months} months ago",
        ("reviewed",),
        "walk through the map with the teams, and set the day",
    )


def _months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last of a shorter month."""
    index = day.month - 1 + months
    year, month = day.year + index // 12, index % 12 + 1
    return day.replace(year=year, month=month, day=min(day.day, monthrange(year, month)[1]))
