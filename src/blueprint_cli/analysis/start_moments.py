"""When to start: the moments of an ordinary week from which a journey is over soonest, and latest."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from blueprint_cli.analysis.open_time import ORDINARY_MONDAY
from blueprint_cli.analysis.schedule import schedule

if TYPE_CHECKING:
    from datetime import datetime

    from blueprint_cli.model.blueprint import Blueprint

_HOURS = 168
_FEW_ACTIONS, _COARSE = 200, 4


class Moments(NamedTuple):
    """The best and worst full hour of a week without holidays, `Friday 17:00`, with the lead in seconds from there."""

    best: str
    best_s: int
    worst: str
    worst_s: int


def start_moments(blueprint: Blueprint) -> Moments:
    """Try every full hour of an ordinary week; the first among equals. Large maps are tried every four hours."""
    count = sum(1 for step in blueprint.steps for _ in step.actions())
    monday = ORDINARY_MONDAY.replace(hour=0)
    step = 1 if count <= _FEW_ACTIONS else _COARSE
    leads = {
        moment: _lead(blueprint, moment)
        for moment in (monday + timedelta(hours=hour) for hour in range(0, _HOURS, step))
    }
    best, worst = min(leads, key=leads.__getitem__), max(leads, key=leads.__getitem__)
    return Moments(_named(best), leads[best], _named(worst), leads[worst])


def _lead(blueprint: Blueprint, moment: datetime) -> int:
    plan = schedule(blueprint, moment, dated=False)
    return plan.clock.whole(plan.lead)


_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _named(moment: datetime) -> str:
    return f"{_DAYS[moment.weekday()]} {moment:%H:%M}"
