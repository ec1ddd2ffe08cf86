"""`blueprint timings`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from blueprint_cli import discovery
from blueprint_cli.cli import timing_options as given
from blueprint_cli.cli.one_journey import first_variant, moment
from blueprint_cli.cli.options import OneFile, Persona, Start, StdinName  # noqa: TC001 - typer reads the annotations
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


def command(  # noqa: PLR0917 - typer passes them by name
    file: OneFile,
    form: Annotated[
        str, typer.Option("--format", metavar="NAME", help=f"One of {', '.join(discovery.names(FORMATS))}.")
    ] = DEFAULT_FORMAT,
    by: given.By = None,
    top: given.Top = 5,
    start: Start = None,
    between: given.Between = None,
    within: given.Within = None,
    runs: given.Runs = None,
    seed: given.Seed = None,
    distribution: given.Distributed = None,
    against: given.Against = None,
    base: given.Base = None,
    max_lead: given.MaxLead = None,
    max_expected: given.MaxExpected = None,
    max_p90: given.MaxP90 = None,
    max_silence: given.MaxSilence = None,
    max_handoffs: given.MaxHandoffs = None,
    min_ratio: given.MinRatio = None,
    fail_on: given.FailOn = None,
    persona: Persona = None,
    lang: given.Language = None,
    stdin_filename: StdinName = "",
) -> int:
    """Compute where the time goes: the longest path, waiting and work, silence, promises, what to repair first.

    Where teams have hours, slack is computed with the elapsed times that the schedule found: an approximation.

    Examples:
      blueprint timings late.blueprint.yaml
      blueprint timings late.blueprint.yaml --by owner --top 3 --format json
      blueprint timings late.blueprint.yaml --start 2026-11-27T17:00
      blueprint timings late.blueprint.yaml --start "Friday 17:00"
      blueprint timings late.blueprint.yaml --within "5 days" --runs 50000
      blueprint timings to-be.blueprint.yaml --against as-is.blueprint.yaml
      blueprint timings late.blueprint.yaml --base main --format md --max-lead 48h
    """
    gates = (max_lead, max_expected, max_p90, max_silence, max_handoffs, min_ratio, fail_on)
    drawn = _Drawn(within, runs, seed, distribution)
    asked = _Asked(file, _format(form), start, between, persona, stdin_filename, against, base)
    return _told(asked, given.gates(*gates), drawn, (top, by, lang))


class _Drawn(NamedTuple):
    within: str | None
    runs: int | None
    seed: int | None
    distribution: str | None


class _Asked(NamedTuple):
    file: str
    form: str
    start: str | None
    between: tuple[str, str] | None
    persona: str | None
    stdin_filename: str
    against: str | None
    base: str | None


def _told(asked: _Asked, gates: Gates, drawn: _Drawn, look: tuple[int, Group | None, Lang | None]) -> int:
    from blueprint_cli.analysis.gates import missed
    from blueprint_cli.analysis.timings import measure
    from blueprint_cli.cli.gating import tell
    from blueprint_cli.cli.maps import FILE_ERRORS, TIME_ERRORS, read_map
    from blueprint_cli.cli.terminal import progress, takes_color, width
    from blueprint_cli.report.view import View

    report = discovery.load(FORMATS, asked.form)
    begin = None if asked.start is None else moment(asked.start)
    lead = given.time_of("--within", drawn.within)
    found = read_map(asked.file, asked.persona, (*FILE_ERRORS, *TIME_ERRORS), asked.stdin_filename)
    blueprint = found.blueprint if asked.persona else first_variant(found.blueprint)
    if asked.between is not None:
        blueprint = _with_span(blueprint, *asked.between)
    chances = _chances(drawn, _seconds(lead, blueprint, begin), strict=gates.max_p90 is not None)
    timings = measure(blueprint, begin, chances, progress("journeys drawn:"))
    _say_what_changes_nothing(timings, asked, drawn)
    against = _against(timings, _past(asked), begin, chances)
    view = View(width(), takes_color(), *look, against)
    sys.stdout.write(report.render(timings, blueprint, view))
    misses = missed(timings, gates)
    tell(misses, found.source.document)
    return int(bool(misses))


def _say_what_changes_nothing(timings: Timings, asked: _Asked, drawn: _Drawn) -> None:
    """An option without effect on this map is told, never ignored in silence."""
    from blueprint_cli.cli.terminal import notice

    if asked.start is not None and timings.plan.clock.is_always_on:
        notice("--start changes nothing: no team has hours, and no time is said in working time")
    if any(option is not None for option in drawn) and not timings.is_uncertain:
        notice(
            "nothing is left to chance: no time is a range and no way parts, so every journey takes the lead"
        )


def _chances(drawn: _Drawn, within_s: int | None, *, strict: bool) -> Chances:
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


def _past(asked: _Asked) -> Blueprint | None:
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


def _format(name: str) -> str:
    known = discovery.names(FORMATS)
    if name in known:
        return name
    near = closest(name, known)
    raise BlueprintError(
        f"there is no format '{name}'",
        f"did you mean {near}?" if near else f"the formats: {', '.join(known)}",
    )


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
