"""For people: every action in the order of time, then what it comes to, then what to repair first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from blueprint_cli.report.style import clipped, one_line, paint, wrapped
from blueprint_cli.report.time_answer import answer, lower_bound
from blueprint_cli.report.time_bars import bars
from blueprint_cli.report.time_chances import chances, comparison
from blueprint_cli.report.time_economy import economy
from blueprint_cli.report.time_summary import overruns, repairs, spans, summary, totals
from blueprint_cli.report.time_table import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.analysis.timings import Timings
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.report.view import View

_WIDEST = 100
"""Figures far from their names are hard to read: only the table takes all of a wide terminal."""


def render(timings: Timings, blueprint: Blueprint, view: View) -> str:
    """The report for a terminal of `view.width` columns, 40 at least; an unknown time is `?`, never 0."""
    narrow = replace(view, width=min(view.width, _WIDEST))
    blocks = (
        _heading(blueprint, view),
        wrapped(answer(timings, blueprint, "en", view.against), narrow.width),
        _lacks(timings, narrow),
        bars(timings, narrow),
        table(timings, blueprint, view),
        summary(timings, narrow),
        comparison(narrow),
        spans(timings, blueprint, narrow),
        overruns(timings, narrow),
        chances(timings, narrow),
        economy(timings, narrow),
        totals(timings, blueprint, narrow),
        repairs(timings, blueprint, narrow),
    )
    told = ("\n".join(lines) for lines in blocks)
    return "\n\n".join(block for block in told if block) + "\n"


def _heading(blueprint: Blueprint, view: View) -> Iterator[str]:
    yield paint(clipped(one_line(blueprint.title), view.width), "strong", color=view.color)
    personas = [one_line(blueprint.persona_name(name)) for name in blueprint.persona]
    yield clipped(", ".join([blueprint.state, *personas]), view.width)


def _lacks(timings: Timings, view: View) -> Iterator[str]:
    """What is not known, in a line of its own."""
    lines = wrapped(lower_bound(timings, "en"), view.width)
    yield from (paint(line, "warning", color=view.color) for line in lines)
