"""Options of `timings`: how journeys are drawn, what they are compared with, what they must keep."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from blueprint_cli.cli.counts import count

MOST_RUNS, MOST_HANDOFFS = 1_000_000, 100_000
_DRAWN, _COMPARED, _KEPT = "Uncertainty", "Comparison", "Gates: exit 1 when missed"

By = Annotated[
    Literal["layer", "owner", "system", "phase"] | None, typer.Option(help="Add a table of totals.")
]
Top = Annotated[
    int, typer.Option(parser=count("--top", 0, 1000), metavar="N", help="How many repairs to propose.")
]
Between = Annotated[
    tuple[str, str] | None,
    typer.Option(
        metavar="A B", help="How long from the start of A to the end of B: ids of steps or actions."
    ),
]
Language = Annotated[
    Literal["en", "fr"] | None, typer.Option("--lang", help="Language of md and csv. Default: the map's.")
]
Within = Annotated[
    str | None,
    typer.Option(metavar="TIME", help="How likely is a lead within 5 days?", rich_help_panel=_DRAWN),
]
Runs = Annotated[
    int | None,
    typer.Option(
        parser=count("--runs", 1, MOST_RUNS),
        metavar="N",
        help="Simulated journeys. Default: 20000, fewer of large maps.",
        rich_help_panel=_DRAWN,
    ),
]
Seed = Annotated[
    int | None,
    typer.Option(
        parser=count("--seed", 0),
        metavar="N",
        help="Of the random numbers. Default: 1.",
        rich_help_panel=_DRAWN,
    ),
]
Distributed = Annotated[
    Literal["beta-pert", "triangular"] | None,
    typer.Option("--distribution", help="Of a time within its range.", rich_help_panel=_DRAWN),
]
Against = Annotated[
    str | None,
    typer.Option(metavar="OLD", help="Each figure before, after, difference.", rich_help_panel=_COMPARED),
]
Base = Annotated[
    str | None,
    typer.Option(metavar="REV", help="The same with FILE at a revision of git.", rich_help_panel=_COMPARED),
]


def _gate(name: str, metavar: str, about: str) -> typer.models.OptionInfo:
    found: typer.models.OptionInfo = typer.Option(name, metavar=metavar, help=about, rich_help_panel=_KEPT)
    return found


MaxLead = Annotated[str | None, _gate("--max-lead", "TIME", "Gate: the longest lead; exit 1 when missed.")]
MaxExpected = Annotated[str | None, _gate("--max-expected", "TIME", "Gate: the longest expected lead.")]
MaxP90 = Annotated[str | None, _gate("--max-p90", "TIME", "Gate: what nine of ten journeys keep.")]
MaxSilence = Annotated[str | None, _gate("--max-silence", "TIME", "Gate: the longest silence.")]
MaxHandoffs = Annotated[
    int | None,
    typer.Option(
        parser=count("--max-handoffs", 0, MOST_HANDOFFS),
        metavar="N",
        help="Gate: the most hand-overs.",
        rich_help_panel=_KEPT,
    ),
]
MinRatio = Annotated[str | None, _gate("--min-ratio", "SHARE", "Gate: least work on the longest path, 5 %.")]
FailOn = Annotated[
    list[str] | None,
    _gate("--fail-on", "target|limit|promise", "Gate: each is kept; may be repeated."),
]
