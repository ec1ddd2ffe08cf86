"""How sure the lead is: best and worst case, the simulation, PERT, and when to start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.analysis.chances import RUNS
from blueprint_cli.language.durations import format_duration
from blueprint_cli.report.style import clipped, one_line, paint
from blueprint_cli.report.time_summary import figure_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.analysis.pert import Pert
    from blueprint_cli.analysis.simulation import Simulation
    from blueprint_cli.analysis.timings import Timings
    from blueprint_cli.report.view import View

_OPTIMISTIC = "ignores near-critical paths, so usually too optimistic"
_OFTEN, _MOST_OFTEN = 0.1, 3


def chances(timings: Timings, view: View) -> Iterator[str]:
    """The block; empty where nothing is uncertain and the hour of the start does not matter."""
    lines = [*_drawn(timings, view), *_starts(timings, view)]
    if lines:
        yield paint("How sure", "strong", color=view.color)
        yield from lines


def _drawn(timings: Timings, view: View) -> Iterator[str]:
    pert = timings.pert
    if pert is not None:
        both = f"{_time(timings.best_s)} to {_time(timings.worst_s)}"
        once = ", each step once" if timings.order.flow.branches else ""
        yield figure_line("Best to worst", "", f"{both}, every range at its end{once}", view)
    if timings.simulation is not None:
        yield from _simulation(timings, timings.simulation, view)
    if pert is not None:
        yield from _pert(pert, view)


def _simulation(timings: Timings, drawn: Simulation, view: View) -> Iterator[str]:
    how = f"{drawn.runs:,} journeys drawn, {drawn.distribution}, seed {drawn.seed}"
    if timings.draws_fewer:
        how += f"; --runs {RUNS} draws more"
    yield figure_line("Half within", _time(drawn.p50_s), how, view)
    yield figure_line("Nine in ten within", _time(drawn.p90_s), f"19 in 20 within {_time(drawn.p95_s)}", view)
    if drawn.probability_within is not None:
        words = f"of the journeys within what was asked, give or take {drawn.error or 0:.1%}"
        yield figure_line("Kept", f"{drawn.probability_within:.1%}", words, view)
    for span, chance in zip(timings.spans, drawn.spans, strict=True):
        shares = [
            f"{word} {_give_or_take(share, chance.error(share))}"
            for word in ("promise", "target", "limit")
            if (share := getattr(chance, word)) is not None
        ]
        if shares:
            name = one_line(span.title or f"{span.from_ or 'start'} to {span.to or 'end'}")
            yield figure_line("Kept how often", "", f'"{name}": {", ".join(shares)}', view)
    yield from _often_critical(timings, drawn, view)


def _give_or_take(share: float, error: float | None) -> str:
    """A share with its standard error, where it has one."""
    return f"{share:.1%} ± {error:.1%}" if error else f"{share:.0%}"


def _often_critical(timings: Timings, drawn: Simulation, view: View) -> Iterator[str]:
    """Actions off the longest path that are on it in one journey of ten or more."""
    shares = [(drawn.criticality[times.node], times) for times in timings.actions if not times.critical]
    often = sorted((entry for entry in shares if entry[0] >= _OFTEN), key=lambda entry: -entry[0])
    for share, times in often[:_MOST_OFTEN]:
        words = f'of the journeys wait for "{one_line(times.action.action)}"'
        yield figure_line("Critical at times", f"{share:.0%}", words, view)


def _pert(pert: Pert, view: View) -> Iterator[str]:
    words = f"standard deviation {_time(pert.sd_s)}; PERT {_OPTIMISTIC}"
    if pert.probability_within is not None:
        words = f"{pert.probability_within:.1%} within what was asked, {words}"
    yield figure_line("PERT mean", _time(pert.mean_s), words, view)


def _starts(timings: Timings, view: View) -> Iterator[str]:
    found = timings.start
    if found is not None:
        yield figure_line("Best start", _time(found.best_s), f"from {found.best} in an ordinary week", view)
        yield figure_line("Worst start", _time(found.worst_s), f"from {found.worst}", view)


def _time(seconds: int) -> str:
    return format_duration(seconds) if seconds else "none"


def comparison(view: View) -> Iterator[str]:
    """Each figure before, after and its difference; those that stay the same are left out."""
    from blueprint_cli.report.time_comparison import rows

    if view.against is None:
        return
    yield paint("Against the map before", "strong", color=view.color)
    told = rows(view.against, "en")
    if not told:
        yield "  every figure is the same"
        return
    widths = [max(len(cells[column]) for cells in told) for column in range(4)]
    for name, old, new, delta in told:
        figures = f"{old:>{widths[1]}}  {new:>{widths[2]}}  {delta:>{widths[3]}}"
        room = max(view.width - 4 - len(figures), 1)
        yield f"  {clipped(name, room):<{room}}  {figures}"
