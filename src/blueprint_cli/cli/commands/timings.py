"""`blueprint timings`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from blueprint_cli import discovery
from blueprint_cli.cli.one_journey import Start, first_variant, moment
from blueprint_cli.cli.options import OneFile, Persona, StdinName  # noqa: TC001 - typer reads the annotations
from blueprint_cli.errors import BlueprintError
from blueprint_cli.language.spelling import closest

if TYPE_CHECKING:
    from blueprint_cli.model.blueprint import Blueprint

FORMATS = "blueprint_cli.report.timings"
DEFAULT_FORMAT = "text"


def command(
    file: OneFile,
    form: Annotated[
        str, typer.Option("--format", metavar="NAME", help=f"One of {', '.join(discovery.names(FORMATS))}.")
    ] = DEFAULT_FORMAT,
    by: Annotated[
        Literal["layer", "owner", "system", "phase"] | None, typer.Option(help="Add a table of totals.")
    ] = None,
    top: Annotated[int, typer.Option(min=0, max=1000, metavar="N", help="How many repairs to propose.")] = 5,
    start: Start = None,
    between: Annotated[
        tuple[str, str] | None,
        typer.Option(
            metavar="A B", help="How long from the start of A to the end of B: ids of steps or actions."
        ),
    ] = None,
    persona: Persona = None,
    stdin_filename: StdinName = "",
) -> int:
    """Compute where the time goes: the longest path, waiting and work, silence, promises, what to repair first.

    Where teams have hours, slack is computed with the elapsed times that the schedule found: an approximation.

    Examples:
      blueprint timings late.blueprint.yaml
      blueprint timings late.blueprint.yaml --by owner --top 3
      blueprint timings late.blueprint.yaml --format json
      blueprint timings late.blueprint.yaml --between order parcel
      blueprint timings late.blueprint.yaml --start 2026-11-27T17:00
    """
    from blueprint_cli.analysis.timings import measure
    from blueprint_cli.cli.maps import FILE_ERRORS, TIME_ERRORS, read_map
    from blueprint_cli.cli.terminal import takes_color, width
    from blueprint_cli.report.view import View

    report = discovery.load(FORMATS, _format(form))
    begin = None if start is None else moment(start)
    found = read_map(file, persona, (*FILE_ERRORS, *TIME_ERRORS), stdin_filename)
    blueprint = found.blueprint if persona else first_variant(found.blueprint)
    if between is not None:
        blueprint = _with_span(blueprint, *between)
    view = View(width(), takes_color(), top, by)
    sys.stdout.write(report.render(measure(blueprint, begin), blueprint, view))
    return 0


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
    for name in (begin, end):
        if name not in known:
            near = closest(name, known)
            raise BlueprintError(
                f"no step or action has the id '{name}'",
                f"did you mean {near}?" if near else "give an id to what you want to measure",
            )
    span = Span.model_validate({"id": f"{begin}-to-{end}", "from": begin, "to": end})
    return blueprint.model_copy(update={"spans": (*blueprint.spans, span)})
