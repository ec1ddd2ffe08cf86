"""The figures that follow from the edits: before, after, difference."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from blueprint_cli.analysis.timings import measure
from blueprint_cli.language.units import DAY
from blueprint_cli.model.calendars import MINUTES_A_DAY

if TYPE_CHECKING:
    from blueprint_cli.analysis.timings import Timings
    from blueprint_cli.language.money import Rate
    from blueprint_cli.model.blueprint import Blueprint

_CENTS = 2


class Figure(NamedTuple):
    """One figure of both maps.

    Attributes:
        name: `lead_s`, `handoffs`, `cost`, `kpi: NPS`; `_s` counts whole seconds.
        old, new: None where it is not known.
        unit: the currency of a cost, or what follows a KPI's number.
    """

    name: str
    old: int | Decimal | None
    new: int | Decimal | None
    unit: str = ""

    @property
    def delta(self) -> int | Decimal | None:
        """What is gained or lost; None where one of the two is not known."""
        return None if self.old is None or self.new is None else self.new - self.old


def figures(old: Blueprint, new: Blueprint) -> tuple[Figure, ...]:
    """Lead, work, silence, hand-overs, manual work, cost, and the sizes of the maps, whether they changed or not.

    Args:
        old: a blueprint that can be timed.
        new: the same.
    """
    before, after = _Figures(old), _Figures(new)
    found = [
        Figure(name, mine, theirs)
        for (name, mine), theirs in zip(before.plain(), [v for _, v in after.plain()], strict=True)
    ]
    mine, theirs = before.cost(), after.cost()
    currency = (mine or theirs or (0, ""))[1]
    if currency and all(cost is None or cost[1] == currency for cost in (mine, theirs)):
        found.append(Figure("cost", mine and mine[0], theirs and theirs[0], currency))
    return (*found, *_kpis(old, new))


class _Figures:
    def __init__(self, blueprint: Blueprint) -> None:
        self.blueprint = blueprint
        self.times: Timings = measure(blueprint)

    def plain(self) -> list[tuple[str, int | None]]:
        times, silence = self.times, self.times.longest_silence
        manual = [done for done in times.actions if done.action.manual or _by_hand(done.action)]
        return [
            ("lead_s", times.lead_s),
            ("work_s", times.work_s),
            ("longest_silence_s", silence.seconds if silence else None),
            ("handoffs", times.handoffs),
            ("manual_work_s", sum(done.work_s or 0 for done in manual)),
            ("manual_actions", len(manual)),
            ("untimed", times.untimed),
            ("steps", len(self.blueprint.steps)),
            ("actions", len(self.blueprint.actions())),
            ("fail_points", sum(len(action.fail_points) for _, _, action in self.blueprint.actions())),
            ("pain_points", sum(len(step.pain_points) for step in self.blueprint.steps)),
        ]

    def cost(self) -> tuple[Decimal, str] | None:
        """Cost of a case: visits times work at the owner's rate and cost of a run; None in several currencies, or in none."""
        total, currencies = Fraction(0), set()
        for done in self.times.actions:
            team = self.blueprint.teams.get(done.owner or "")
            if team and team.rate and done.work_s:
                seconds = self._seconds(team.rate, team.hours)
                total += Fraction(team.rate.money.amount) * done.work_s / seconds * Fraction(done.visits)
                currencies.add(team.rate.money.currency)
            if done.action.cost:
                total += Fraction(done.action.cost.amount) * Fraction(done.visits)
                currencies.add(done.action.cost.currency)
        if len(currencies) != 1:
            return None
        cents = (total * 100 + Fraction(1, 2)).__floor__()
        return Decimal(cents).scaleb(-_CENTS), currencies.pop()

    def _seconds(self, rate: Rate, hours: str | None) -> int:
        """The work that a rate pays for: a day is one of the team's own calendar."""
        if rate.seconds != DAY:
            return rate.seconds
        calendar = self.blueprint.calendars.get(hours or "")
        minutes = sum(end - start for start, end in calendar.hours) if calendar else MINUTES_A_DAY
        return minutes * 60


def _by_hand(action: Any) -> bool:
    return any(use.by == "hand" for use in action.uses)


def _kpis(old: Blueprint, new: Blueprint) -> list[Figure]:
    """KPIs with a number that is in both maps under one name, and differs."""
    mine, theirs = _measured(old), _measured(new)
    return [
        Figure(f"kpi: {name}", number, theirs[name][0], unit)
        for name, (number, unit) in mine.items()
        if name in theirs and theirs[name] != (number, unit) and theirs[name][1] == unit
    ]


def _measured(blueprint: Blueprint) -> dict[str, tuple[Decimal, str]]:
    found: dict[str, tuple[Decimal, str]] = {}
    for kpis in (blueprint.kpis, *(step.kpis for step in blueprint.steps)):
        for name, kpi in kpis.items():
            said = str(kpi.value).replace("−", "-").replace(",", ".").split(maxsplit=1)
            number = _number(said[0].removesuffix("%"))
            unit = "%" if said[0].endswith("%") else said[1] if len(said) > 1 else ""
            if number is not None:
                found.setdefault(name, (number, unit))
    return found


def _number(text: str) -> Decimal | None:
    try:
        number = Decimal(text)
    except ArithmeticError:
        return None
    return number if number.is_finite() else None
