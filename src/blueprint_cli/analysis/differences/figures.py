"""The figures that follow from the edits: before, after, difference."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from blueprint_cli.analysis.money import cents, cost
from blueprint_cli.analysis.timings import measure

if TYPE_CHECKING:
    from blueprint_cli.analysis.timings import Timings
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
        """Cost of a case, rounded half up to the cent; None in several currencies, or in none."""
        found = cost(self.times)
        if found is None:
            return None
        return Decimal(cents(found.total)).scaleb(-_CENTS), found.currency


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
