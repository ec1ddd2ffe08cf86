"""Options of `timings`: how journeys are drawn, what they are compared with, what they must keep."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from blueprint_cli.cli.counts import count
from blueprint_cli.errors import BlueprintError

if TYPE_CHECKING:
    from fractions import Fraction

    from blueprint_cli.analysis.gates import Allowance, Gates
    from blueprint_cli.language.durations import Duration

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


def time_of(option: str, text: str | None) -> Duration | None:
    """The time that an option says.

    Raises:
        BlueprintError: it says none, or it is unknown.
    """
    from blueprint_cli.language.durations import read_duration
    from blueprint_cli.language.refusal import Refusal

    if text is None:
        return None
    try:
        found = read_duration(text)
    except Refusal as refusal:
        raise BlueprintError(f"{option}: {refusal.message}", refusal.help) from None
    if found.unknown:
        raise BlueprintError(f"{option}: '{text}' says no time", "write 5 days, 2h30 or 48 h")
    return found


def share_of(option: str, text: str | None) -> Fraction | None:
    """The share that an option says.

    Raises:
        BlueprintError: it says none.
    """
    from blueprint_cli.language.refusal import Refusal
    from blueprint_cli.language.shares import read_share

    if text is None:
        return None
    try:
        return read_share(text)
    except Refusal as refusal:
        raise BlueprintError(f"{option}: {refusal.message}", refusal.help) from None


def words_of(option: str, words: list[str] | None) -> tuple[Allowance, ...]:
    """The allowances that must be kept.

    Raises:
        BlueprintError: one of them is no target, limit or promise.
    """
    from blueprint_cli.language.spelling import closest

    known: tuple[Allowance, ...] = ("target", "limit", "promise")
    found = []
    for word in words or ():
        allowance = next((name for name in known if name == word), None)
        if allowance is None:
            near = closest(word, known)
            way_out = f"did you mean {near}?" if near else f"one of {', '.join(known)}"
            raise BlueprintError(f"{option}: '{word}' is not known", way_out)
        found.append(allowance)
    return tuple(found)


def gates(
    lead: str | None,
    expected: str | None,
    p90: str | None,
    silence: str | None,
    handoffs: int | None,
    ratio: str | None,
    fail_on: list[str] | None,
) -> Gates:
    """What the options ask of a map.

    Raises:
        BlueprintError: one of them cannot be read.
    """
    from blueprint_cli.analysis.gates import Gates

    return Gates(
        time_of("--max-lead", lead),
        time_of("--max-expected", expected),
        time_of("--max-p90", p90),
        time_of("--max-silence", silence),
        handoffs,
        share_of("--min-ratio", ratio),
        words_of("--fail-on", fail_on),
    )
