"""`blueprint timings`."""

from __future__ import annotations

from typing import Annotated

import typer

from blueprint_cli import discovery
from blueprint_cli.cli import timing_options as given  # noqa: TC001 - typer reads the annotations
from blueprint_cli.cli.gates_asked import gates
from blueprint_cli.cli.options import OneFile, Persona, Start, StdinName  # noqa: TC001 - typer reads the annotations
from blueprint_cli.cli.timing import DEFAULT_FORMAT, FORMATS, MOST_REPAIRS, Asked, Drawn, tell_times


def command(  # noqa: PLR0917 - typer passes them by name
    file: OneFile,
    form: Annotated[
        str, typer.Option("--format", metavar="NAME", help=f"One of {', '.join(discovery.names(FORMATS))}.")
    ] = DEFAULT_FORMAT,
    by: given.By = None,
    top: given.Top = MOST_REPAIRS,
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
    asked = Asked(
        file, form, start, between, persona, stdin_filename, against, base, top=top, by=by, lang=lang
    )
    kept = gates(max_lead, max_expected, max_p90, max_silence, max_handoffs, min_ratio, fail_on)
    return tell_times(asked, kept, Drawn(within, runs, seed, distribution))
