"""One run of `blueprint timings`: from what the command line says to a report and an exit code."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

from blueprint_cli import discovery
from blueprint_cli.cli.gates_asked import time_of
from blueprint_cli.cli.one_journey import first_variant, moment
from blueprint_cli.cli.rendering import known_or_refuse
from blueprint_cli.errors import BlueprintError
from blueprint_cli.language.spelling import closest

if TYPE_CHECKING:
    from datetime import datetime

    from blueprint_cli.analysis.against import Difference
    from blueprint_cli.analysis.chances import Chances
    from blueprint_cli.analysis.gates import Gates
    from blueprint_cli.analysis.timings import Timings
    from blueprint_cli.language.durations import Duration
    from blueprint_cli.language.words import Lang
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.report.view import Group

FORMATS = "blueprint_cli.report.timings"
DEFAULT_FORMAT = "text"
MOST_REPAIRS = 5


class Drawn(NamedTuple):
    """How journeys are drawn, where anything about it is asked."""

    within: str | None = None
    runs: int | None = None
    seed: int | None = None
    distribution: str | None = None


class Asked(NamedTuple):
    """Which map, and how its times are told."""

    file: str
    form: str = DEFAULT_FORMAT
    start: str | None = None
    between: tuple[str, str] | None = None
    persona: str | None = None
    stdin_filename: str = ""
    against: str | None = None
    base: str | None = None
    top: int = MOST_REPAIRS
    by: Group | None = None
    lang: Lang | None = None


def tell_times(asked: Asked, gates: Gates, drawn: Drawn) -> int:
    """Print the times of a map and give the exit code: 1 where a gate is missed.

    Raises:
        BlueprintError: something asked for does not exist or does not go together, or the map has no times to tell.
    """
    from blueprint_cli.analysis.gates import missed
    from blueprint_cli.analysis.timings import measure
    from blueprint_cli.cli.gating import tell
    from blueprint_cli.cli.maps import FILE_ERRORS, TIME_ERRORS, read_map
    from blueprint_cli.cli.terminal import progress, takes_color, width
    from blueprint_cli.report.view import View

    known_or_refuse("format", asked.form, discovery.names(FORMATS))
    report = discovery.load(FORMATS, asked.form)
    begin = None if asked.start is None else moment(asked.start)
    lead = time_of("--within", drawn.within)
    found = read_map(asked.file, asked.persona, (*FILE_ERRORS, *TIME_ERRORS), asked.stdin_filename)
    blueprint = found.blueprint if asked.persona else first_variant(found.blueprint)
    if asked.between is not None:
        blueprint = _with_span(blueprint, *asked.between)
    chances = _chances(drawn, _seconds(lead, blueprint, begin), strict=gates.max_p90 is not None)
    timings = measure(blueprint, begin, chances, progress("journeys drawn:"))
    _say_what_changes_nothing(timings, asked, drawn)
    against = _against(timings, _past(asked), begin, chances)
    view = View(width(), takes_color(), asked.top, asked.by, asked.lang, against)
    sys.stdout.write(report.render(timings, blueprint, view))
    misses = missed(timings, gates)
    tell(misses, found.source.document)
    return int(bool(misses))


def _say_what_changes_nothing(timings: Timings, asked: Asked, drawn: Drawn) -> None:
    """An option without effect on this map is told, never ignored in silence."""
    from blueprint_cli.cli.terminal import notice

    if asked.start is not None and timings.plan.clock.is_always_on:
        notice("--start changes nothing: no team has hours, and no time is said in working time")
    if any(option is not None for option in drawn) and not timings.is_uncertain:
        notice(
            "nothing is left to chance: no time is a range and no way parts, so every journey takes the lead"
        )


def _chances(drawn: Drawn, within_s: int | None, *, strict: bool) -> Chances:
    """How journeys are drawn: all of them where anything about it is asked, else as many as the map is worth."""
    from blueprint_cli.analysis.chances import RUNS, Chances

    plain = Chances()
    asked = strict or any(option is not None for option in drawn)
    return Chances(
        drawn.runs or (RUNS if asked else plain.runs),
        plain.seed if drawn.seed is None else drawn.seed,
        "triangular" if drawn.distribution == "triangular" else plain.distribution,
        within_s,
    )


def _seconds(lead: Duration | None, blueprint: Blueprint, begin: datetime | None) -> int | None:
    """A lead in seconds from the journey's start; working time by the calendar of the map."""
    from blueprint_cli.analysis.schedule import schedule

    if lead is None:
        return None
    clock = schedule(blueprint, begin).clock
    ticks = clock.allowance(lead, 0, None)
    return None if ticks is None else clock.whole(ticks)


def _past(asked: Asked) -> Blueprint | None:
    """The map to compare with, or None."""
    from blueprint_cli.cli.maps import FILE_ERRORS, TIME_ERRORS, read_map, read_past

    against, base, persona = asked.against, asked.base, asked.persona
    if against is not None and base is not None:
        raise BlueprintError("--against and --base are too much", "leave one of them out")
    if base is not None and asked.file == "-":
        raise BlueprintError("standard input has no past", "name the file")
    if against is not None:
        past = read_map(against, persona, (*FILE_ERRORS, *TIME_ERRORS))
    elif base is not None:
        past = read_past(asked.file, base, persona, (*FILE_ERRORS, *TIME_ERRORS))
    else:
        return None
    return past.blueprint if persona else first_variant(past.blueprint)


def _against(
    timings: Timings, past: Blueprint | None, begin: datetime | None, chances: Chances
) -> tuple[Difference, ...] | None:
    from blueprint_cli.analysis.against import differences
    from blueprint_cli.analysis.timings import measure

    return None if past is None else differences(measure(past, begin, chances), timings)


def _with_span(blueprint: Blueprint, begin: str, end: str) -> Blueprint:
    """The blueprint with one more span, asked for on the command line."""
    from blueprint_cli.model.blueprint import Span

    steps = blueprint.whole.steps
    known = [step.id for step in steps if step.id]
    known += [action.id for step in steps for _, action in step.actions() if action.id]
    titles = {step.title: step.id for step in steps if step.title and step.id}
    titles |= {a.action: a.id for step in steps for _, a in step.actions() if a.id}
    for name in (begin, end):
        if name not in known:
            near = titles.get(name) or closest(name, known)
            raise BlueprintError(
                f"no step or action has the id '{name}'",
                f"did you mean {near}?" if near else "give an id to what you want to measure",
            )
    span = Span.model_validate({"id": f"{begin}-to-{end}", "from": begin, "to": end})
    return blueprint.model_copy(update={"spans": (*blueprint.spans, span)})
