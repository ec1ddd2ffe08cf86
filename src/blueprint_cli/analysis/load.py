"""How busy the teams are, and how many cases are under way: from the volume, the work of a case and the capacity."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from blueprint_cli.analysis.open_time import DAY_S, open_time
from blueprint_cli.analysis.queues import Queue, queue
from blueprint_cli.language.units import WEEK

if TYPE_CHECKING:
    from blueprint_cli.analysis.timings import Timings
    from blueprint_cli.language.money import Volume
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.model.directory import Team


class TeamLoad(NamedTuple):
    """One team's load.

    Attributes:
        work_s: work of one case, exact seconds.
        utilisation: work that comes in over what the team can do; None without a capacity.
        queue: what an M/M/c queue would be; None without a whole capacity or without an end to the queue.
    """

    team: str
    capacity: float | None
    work_s: Fraction
    utilisation: Fraction | None
    queue: Queue | None


class Load(NamedTuple):
    """The load of the whole; `in_progress` is Little's law, cases by time × expected lead."""

    teams: tuple[TeamLoad, ...]
    bottleneck: str | None
    in_progress: Fraction | None


def load(timings: Timings) -> Load | None:
    """The load of every owner of work, the busiest first; None where the map names no volume."""
    volume = timings.blueprint.volume
    if volume is None:
        return None
    teams = sorted(_teams(timings, volume), key=lambda team: -(team.utilisation or 0))
    told = [team for team in teams if team.utilisation]
    expected = timings.expected
    lead = None if expected is None else expected.lead_s
    return Load(
        tuple(teams),
        told[0].team if told else None,
        None if lead is None else Fraction(volume.cases) / volume.seconds * lead,
    )


def _teams(timings: Timings, volume: Volume) -> list[TeamLoad]:
    blueprint, scale = timings.blueprint, timings.plan.clock.scale
    work: dict[str, Fraction] = {}
    visits: dict[str, Fraction] = {}
    for node, placed in enumerate(timings.order.actions):
        ticks = timings.plan.work[node]
        if placed.owner in blueprint.teams and ticks:
            runs = Fraction(0) if timings.runs is None else timings.runs[placed.step]
            work[placed.owner] = work.get(placed.owner, Fraction(0)) + runs * Fraction(ticks, scale)
            visits[placed.owner] = visits.get(placed.owner, Fraction(0)) + runs
    return [_team(blueprint, owner, worked, visits[owner], volume) for owner, worked in work.items()]


def _team(blueprint: Blueprint, owner: str, work: Fraction, visits: Fraction, volume: Volume) -> TeamLoad:
    team = blueprint.teams[owner]
    if not team.capacity:
        return TeamLoad(owner, None, work, None, None)
    capacity = Fraction(str(team.capacity))
    arriving = Fraction(volume.cases) / _open_seconds(blueprint, team, volume)
    waiting_line = None
    if capacity.denominator == 1 and visits and work:
        waiting_line = queue(arriving * visits, visits / work, int(capacity))
    return TeamLoad(owner, float(capacity), work, arriving * work / capacity, waiting_line)


def _open_seconds(blueprint: Blueprint, team: Team, volume: Volume) -> int:
    """The time in which a team works off the volume: its open hours of a week, its own day, or an open hour."""
    calendar = blueprint.calendars.get(team.hours or "")
    if calendar is None or volume.seconds not in (DAY_S, WEEK):
        return volume.seconds
    day = open_time(calendar).ordinary_day
    return (day if volume.seconds == DAY_S else day * len(calendar.weekdays)) or volume.seconds
