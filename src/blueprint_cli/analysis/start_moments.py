"""When to start: the moments of an ordinary week from which a journey is over soonest, and latest."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from blueprint_cli.analysis.clock import clock_of
from blueprint_cli.analysis.open_time import ORDINARY_MONDAY, WEEKDAYS
from blueprint_cli.analysis.order import order_of
from blueprint_cli.language.units import HOUR

if TYPE_CHECKING:
    from blueprint_cli.analysis.clock import Clock
    from blueprint_cli.analysis.order import Order
    from blueprint_cli.model.blueprint import Blueprint

_HOURS = 168
_FEW_ACTIONS, _COARSE = 200, 8


class Moments(NamedTuple):
    """The best and worst full hour of a week without holidays, `Friday 17:00`, with the lead in seconds from there."""

    best: str
    best_s: int
    worst: str
    worst_s: int


def start_moments(blueprint: Blueprint) -> Moments:
    """Try every full hour of an ordinary week; the first among equals. Maps of over 200 actions are tried every eight hours."""
    order = order_of(blueprint)
    clock = clock_of(blueprint, order.actions, None)
    step = 1 if len(order.actions) <= _FEW_ACTIONS else _COARSE
    leads = {hour: _lead(order, clock, hour) for hour in range(0, _HOURS, step)}
    best, worst = min(leads, key=leads.__getitem__), max(leads, key=leads.__getitem__)
    return Moments(_named(best), leads[best], _named(worst), leads[worst])


def _lead(order: Order, clock: Clock, hour: int) -> int:
    """Seconds from that hour of the week; the clock itself begins on Monday at nine, and every week is the same."""
    begun = (hour - ORDINARY_MONDAY.hour) % _HOURS * HOUR * clock.scale
    ends, tasks, before = [begun] * len(order.before), clock.tasks, order.before
    for node in order.sorted_nodes:
        begin = max([ends[earlier] for earlier in before[node]], default=begun)
        ends[node] = tasks[node].run(begin).end if node < len(tasks) else begin
    return clock.whole(max((ends[order.end_of(step)] for step in order.flow.reached), default=begun) - begun)


def _named(hour: int) -> str:
    return f"{WEEKDAYS[hour // 24]} {hour % 24:02}:00"
