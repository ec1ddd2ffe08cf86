"""The lead as it comes out of many drawn journeys: percentiles, the probability of keeping each promise, criticality."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import floor, sqrt
from random import Random
from statistics import fmean, pstdev
from typing import TYPE_CHECKING, NamedTuple

from blueprint_cli.analysis.chances import runs_worth, values_worth
from blueprint_cli.analysis.draws import parts_of
from blueprint_cli.analysis.flow import visits
from blueprint_cli.analysis.side_by_side import SideBySide
from blueprint_cli.analysis.walks import Walks

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from blueprint_cli.analysis.chances import Chances
    from blueprint_cli.analysis.columns import Column
    from blueprint_cli.analysis.draws import Parts
    from blueprint_cli.analysis.schedule import Schedule
    from blueprint_cli.analysis.span_times import Bounds

_BATCH, _MOST_AT_ONCE = 2_000, 2_000_000
"""Journeys drawn together, and actions in them: more would only fill the memory."""


class SpanChances(NamedTuple):
    """How a span comes out; seconds, and shares of the runs in which both of its ends happen, in their order.

    `runs` counts those; a share is None where nothing was allowed, all are where no run has both ends.
    """

    runs: int
    p50_s: int | None
    p90_s: int | None
    promise: float | None
    target: float | None
    limit: float | None

    def error(self, share: float | None) -> float | None:
        """The standard error of one of the shares."""
        return None if share is None else sqrt(share * (1 - share) / self.runs)


class Simulation(NamedTuple):
    """Figures of the lead over all runs, in seconds; percentiles by linear interpolation.

    Attributes:
        probability_within: share of the runs within the time that was asked for, or None.
        error: standard error of that share, or None.
        criticality: by action, the share of the runs in which it has no slack.
    """

    runs: int
    seed: int
    distribution: str
    mean_s: int
    sd_s: int
    p50_s: int
    p90_s: int
    p95_s: int
    probability_within: float | None
    error: float | None
    spans: tuple[SpanChances, ...]
    criticality: tuple[float, ...]


@dataclass
class _Tally:
    """What is kept of the runs, in ticks."""

    leads: Column = field(default_factory=list)
    spans: list[list[int | None]] = field(default_factory=list)
    critical: list[int] = field(default_factory=list)


def simulate(
    plan: Schedule,
    chances: Chances,
    spans: Sequence[Bounds | None],
    allowed: Sequence[tuple[int | None, ...]],
    progress: Callable[[int, int], None],
) -> Simulation:
    """Draw journeys.

    Args:
        plan: the schedule of the likely times.
        chances: how many, from which seed, by which distribution.
        spans: the ends of each stretch; None for one that never happens.
        allowed: the ticks of promise, target and limit of each stretch.
        progress: told now and then how many runs are done, of how many.
    """
    passed = _passed(plan)
    total = chances.runs or runs_worth(len(plan.order.actions), passed)
    parts = parts_of(plan.clock, plan.order.actions, chances.distribution, values_worth(total))
    tally = _Tally(spans=[[] for _ in spans], critical=[0] * len(parts))
    source = Random(chances.seed)  # noqa: S311 - a simulation, no secret
    runs = _walked if plan.order.flow.branches else _side_by_side
    batch = max(1, min(_BATCH, _MOST_AT_ONCE // max(passed, 1)))
    for done in range(0, total, batch):
        runs(plan, parts, source, spans, min(batch, total - done), tally)
        progress(min(done + batch, total), total)
    return _figures(plan, chances, tally, allowed)


def _passed(plan: Schedule) -> int:
    """How many actions a journey is expected to pass."""
    runs = visits(plan.order.flow)
    passed = (1 if runs is None else runs[placed.step] for placed in plan.order.actions)
    return round(sum(passed))


def _side_by_side(
    plan: Schedule,
    parts: Sequence[Parts],
    source: Random,
    spans: Sequence[Bounds | None],
    runs: int,
    tally: _Tally,
) -> None:
    columns = SideBySide(plan.order, parts, source, runs)
    lead = columns.lead()
    tally.leads += columns.rows(lead)
    for found, bounds in zip(tally.spans, spans, strict=True):
        if bounds is None:
            continue
        begin, end = bounds
        first = columns.rows(0 if begin is None else columns.starts[begin])
        last = columns.rows(lead if end is None else columns.ends[end])
        found += [till - since for since, till in zip(first, last, strict=True)]
    for node, count in columns.critical().items():
        tally.critical[node] += count


def _walked(
    plan: Schedule,
    parts: Sequence[Parts],
    source: Random,
    spans: Sequence[Bounds | None],
    runs: int,
    tally: _Tally,
) -> None:
    named = {node for bounds in spans if bounds for node in bounds if node is not None}
    walks = Walks(plan.order, parts, source, runs, named)
    tally.leads += walks.leads
    for found, bounds in zip(tally.spans, spans, strict=True):
        if bounds is None:
            continue
        begin, end = bounds
        first = [0] * runs if begin is None else walks.begun[begin]
        last = walks.leads if end is None else walks.ended[end]
        found += [
            None if since is None or till is None else till - since
            for since, till in zip(first, last, strict=True)
        ]
    for node, marks in enumerate(walks.critical):
        tally.critical[node] += sum(marks)


def _figures(
    plan: Schedule, chances: Chances, tally: _Tally, allowed: Sequence[tuple[int | None, ...]]
) -> Simulation:
    leads, scale = sorted(tally.leads), plan.clock.scale
    within = None if chances.within_s is None else _share_within(leads, chances.within_s * scale)
    return Simulation(
        runs=len(leads),
        seed=chances.seed,
        distribution=chances.distribution,
        mean_s=_seconds(fmean(leads), scale),
        sd_s=_seconds(pstdev(leads), scale),
        p50_s=_seconds(_percentile(leads, 0.5), scale),
        p90_s=_seconds(_percentile(leads, 0.9), scale),
        p95_s=_seconds(_percentile(leads, 0.95), scale),
        probability_within=within,
        error=None if within is None else sqrt(within * (1 - within) / len(leads)),
        spans=tuple(_span(found, ticks, scale) for found, ticks in zip(tally.spans, allowed, strict=True)),
        criticality=tuple(count / len(leads) for count in tally.critical),
    )


def _span(found: list[int | None], allowed: tuple[int | None, ...], scale: int) -> SpanChances:
    known = sorted(ticks for ticks in found if ticks is not None and ticks >= 0)
    if not known:
        return SpanChances(0, None, None, None, None, None)
    kept = [None if ticks is None else _share_within(known, ticks) for ticks in allowed]
    middle, late = (_seconds(_percentile(known, share), scale) for share in (0.5, 0.9))
    return SpanChances(len(known), middle, late, *kept)


def _share_within(found: Sequence[int], allowed: int) -> float:
    return sum(ticks <= allowed for ticks in found) / len(found)


def _percentile(found: Sequence[int], share: float) -> float:
    """Linear interpolation between the values in order (Hyndman and Fan, 1996, definition 7)."""
    place = share * (len(found) - 1)
    below = floor(place)
    above = min(below + 1, len(found) - 1)
    return found[below] + (found[above] - found[below]) * (place - below)


def _seconds(ticks: float, scale: int) -> int:
    return floor(ticks / scale + 0.5)
