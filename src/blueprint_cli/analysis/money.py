"""What a case costs and brings: work at the rates of those who do it, costs of each run, price; waiting is never labour."""

from __future__ import annotations

from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING, NamedTuple

from blueprint_cli.analysis.open_time import DAY_S, open_time

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.analysis.timings import Timings
    from blueprint_cli.language.money import Rate
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.model.directory import Team


class Cost(NamedTuple):
    """Money of one case in one currency, exact.

    Attributes:
        labour: visits × work × the rate of the owner's team.
        fixed: visits × `cost` of the action.
        price, margin: None where the map names no price.
        break_even_s: paid work of a case at which the margin is 0; None without a price or without paid work.
        unpaid: actions with work whose owner has no rate, the customer's apart.
        unknown: actions of paid teams whose work is not known: with any, the cost is a lower bound.
    """

    currency: str
    labour: Fraction
    fixed: Fraction
    total: Fraction
    price: Fraction | None
    margin: Fraction | None
    break_even_s: Fraction | None
    unpaid: int
    unknown: int


def cents(amount: Fraction) -> int:
    """An amount in whole cents, rounded half up: differences agree with the amounts beside them."""
    return floor(amount * 100 + Fraction(1, 2))


def cost(timings: Timings) -> Cost | None:
    """The cost of a case; None where the map names no rate and no cost, or several currencies."""
    blueprint = timings.blueprint
    currencies = set(_currencies(timings))
    if len(currencies) != 1:
        return None
    labour = fixed = paid_work = Fraction(0)
    unpaid, unknown, rates = 0, 0, set[Fraction]()
    for node, placed in enumerate(timings.order.actions):
        visits, team = _visits(timings, placed.step), blueprint.teams.get(placed.owner or "")
        work = timings.plan.work[node]
        rate = per_second(blueprint, team)
        if rate is None:
            unpaid += bool(work) and placed.layer != "customer"
        else:
            rates.add(rate)
            unknown += work is None
            worked = visits * Fraction(work or 0, timings.plan.clock.scale)
            labour += worked * rate
            paid_work += worked
        if placed.action.cost:
            fixed += visits * Fraction(placed.action.cost.amount)
    price = Fraction(blueprint.price.amount) if blueprint.price else None
    total = labour + fixed
    per_work = rates.pop() if len(rates) == 1 else labour / paid_work if paid_work else Fraction(0)
    even = (price - fixed) / per_work if price is not None and per_work else None
    margin = None if price is None else price - total
    return Cost(currencies.pop(), labour, fixed, total, price, margin, even, unpaid, unknown)


def has_several_currencies(timings: Timings) -> bool:
    """True when the amounts of the map cannot be added."""
    return len(set(_currencies(timings))) > 1


def _currencies(timings: Timings) -> Iterator[str]:
    blueprint, said = timings.blueprint, False
    for placed in timings.order.actions:
        team = blueprint.teams.get(placed.owner or "")
        if team and team.rate:
            said = True
            yield team.rate.money.currency
        if placed.action.cost:
            said = True
            yield placed.action.cost.currency
    if said and blueprint.price:
        yield blueprint.price.currency


def _visits(timings: Timings, step: int) -> Fraction:
    return Fraction(0) if timings.runs is None else timings.runs[step]


def per_second(blueprint: Blueprint, team: Team | None) -> Fraction | None:
    """What a second of a team's work costs; a rate by the day pays for a day of the team's own calendar."""
    if team is None or team.rate is None:
        return None
    return Fraction(team.rate.money.amount) / _paid_seconds(blueprint, team.rate, team.hours)


def _paid_seconds(blueprint: Blueprint, rate: Rate, hours: str | None) -> int:
    calendar = blueprint.calendars.get(hours or "")
    if rate.seconds != DAY_S or calendar is None:
        return rate.seconds
    return open_time(calendar).ordinary_day or DAY_S
