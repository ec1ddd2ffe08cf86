"""The probabilities of what follows a step do not sum to 1.

Some customers would vanish, or be counted twice, and every expected time after that step is wrong. Those that are not
said share the rest: leave one out, or correct them.

Bad:
    blueprint: 1
    title: Late parcel
    steps:
      - customer: Phones the help desk
        next: [{to: wait, probability: 80 %}, {to: end, probability: 30 %}]
      - id: wait
        customer: Waits for the call

Good:
    blueprint: 1
    title: Late parcel
    steps:
      - customer: Phones the help desk
        next: [{to: wait, probability: 80 %}, {to: end, probability: 20 %}]
      - id: wait
        customer: Waits for the call
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.analysis.flow import probability_sum
from blueprint_cli.findings import Problem, Severity
from blueprint_cli.language.shares import format_share

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from blueprint_cli.model.blueprint import Blueprint

CODE = "BP307"
ABOUT = "map"
SEVERITY = Severity.ERROR

_WHOLE, _MOST_DIGITS = "100%", 6


def _exactly(total: Fraction) -> str:
    """The sum with as many digits as tell it from 100 %: `99.99%`."""
    said = format_share(total)
    if said != _WHOLE:
        return said
    rounded = (f"{float(total * 100):.{digits}f}" for digits in range(2, _MOST_DIGITS))
    return next((f"{found}%" for found in rounded if float(found) != float(_WHOLE[:-1])), said)


def check(blueprint: Blueprint) -> Iterator[Problem]:
    """Report steps whose `next` says more or less than 100 % in all."""
    for step in blueprint.whole.steps:
        total = probability_sum(step)
        if total is not None:
            help_line = "make them 100 % in all, or leave one out: it takes the rest"
            yield Problem(
                f"the probabilities sum to {_exactly(total)}",
                (*step.route, "next"),
                help_line,
                mark="key",
            )
