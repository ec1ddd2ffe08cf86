"""Money, load and efficiency, each with what it rests on."""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING

from blueprint_cli.analysis.efficiency import efficiency
from blueprint_cli.analysis.load import load
from blueprint_cli.analysis.money import cost, has_several_currencies
from blueprint_cli.analysis.queues import ASSUMPTIONS
from blueprint_cli.language.durations import format_duration
from blueprint_cli.language.money import format_amount
from blueprint_cli.language.shares import format_share
from blueprint_cli.report.style import one_line, paint
from blueprint_cli.report.time_summary import figure_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from blueprint_cli.analysis.load import Load
    from blueprint_cli.analysis.timings import Timings
    from blueprint_cli.report.view import View


def economy(timings: Timings, view: View) -> Iterator[str]:
    """The block; empty where the map tells nothing of it."""
    lines = [*_money(timings, view), *_shares(timings, view)]
    loaded = load(timings)
    if loaded is not None:
        lines += _load(timings, loaded, view)
    if lines:
        yield paint("Money, load, quality", "strong", color=view.color)
        yield from lines


def _money(timings: Timings, view: View) -> Iterator[str]:
    found = cost(timings)
    if found is None:
        if has_several_currencies(timings):
            yield figure_line(
                "Cost of a case", "?", "rates and costs in several currencies do not add up", view
            )
        return

    def said(amount: Fraction) -> str:
        return format_amount(amount, found.currency)

    words = f"{said(found.labour)} of work, {said(found.fixed)} beside it; waiting is never labour"
    unpaid = f"; {found.unpaid} with work whose team has no rate" if found.unpaid else ""
    unknown = f"; {found.unknown} whose work is not known: a lower bound" if found.unknown else ""
    yield figure_line("Cost of a case", said(found.total), words + unpaid + unknown, view)
    if found.margin is not None and found.price is not None:
        yield figure_line("Margin", said(found.margin), f"price {said(found.price)}, less the cost", view)
    if found.break_even_s is not None:
        words = (
            "of paid work use up the price"
            if found.break_even_s > 0
            else "the price does not cover the costs of each run"
        )
        yield figure_line("Break-even", _time(max(found.break_even_s, found.break_even_s * 0)), words, view)


def _shares(timings: Timings, view: View) -> Iterator[str]:
    found = efficiency(timings)
    if found.process_cycle is not None:
        words = f"of the lead is work that adds value, clock {timings.clock}"
        yield figure_line("Cycle efficiency", format_share(found.process_cycle), words, view)
    if found.complete_and_accurate is not None:
        words = f"right the first time all along the longest path, by {found.graded} that say their quality"
        yield figure_line("Rolled quality", format_share(found.complete_and_accurate), words, view)


def _load(timings: Timings, loaded: Load, view: View) -> Iterator[str]:
    blueprint = timings.blueprint
    if loaded.in_progress is not None:
        cases = f"{float(loaded.in_progress):,.1f}".removesuffix(".0")
        yield figure_line("Cases in progress", cases, "Little's law: volume × lead", view)
    for team in loaded.teams:
        name = one_line(blueprint.team_name(team.team))
        if team.utilisation is None:
            yield figure_line("Load", "?", f"{name}: no capacity is said", view)
            continue
        most = ", the bottleneck" if team.team == loaded.bottleneck else ""
        line = "; its queue grows without end" if team.utilisation >= 1 else ""
        if team.queue is not None:
            line = f"; a case queues {_time(team.queue.wait_s)} *"
        yield figure_line("Load", format_share(team.utilisation), f"{name}{most}{line}", view)
    if any(team.queue for team in loaded.teams):
        yield figure_line("", "", f"* on average, if {ASSUMPTIONS}", view)


def _time(seconds: Fraction) -> str:
    whole = floor(seconds + seconds.__class__(1, 2))
    return format_duration(whole) if whole else "not at all" if not seconds else "under a second"
