"""The figures of a blueprint's time, under the names of the machine-readable output; seconds are whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from blueprint_cli.model.actions import Action
    from blueprint_cli.model.steps import Step
    from blueprint_cli.model.word_lists import Layer


EXACT = "exact"
"""The method of an expected lead that is computed, not simulated."""

SIMULATED = "simulation"
"""The method of an expected lead that is the mean of drawn journeys."""


class ActionTimes(NamedTuple):
    """One action's times in seconds; None is unknown, or does not apply.

    `at` is its address, `id` its id or address, `node` its number in the schedule;
    `drag_s` is what the whole gains if the action took no time, `target_drag_s` if it took its target.
    """

    id: str
    at: str
    step: str
    layer: Layer
    owner: str | None
    start_s: int
    end_s: int
    wait_s: int | None
    work_s: int | None
    elapsed_s: int | None
    slack_s: int | None
    critical: bool
    drag_s: int
    target_s: int | None
    limit_s: int | None
    gap_s: int | None
    visits: float
    action: Action
    node: int = 0
    target_drag_s: int | None = None


class StepTimes(NamedTuple):
    """One step's times in seconds; all None when nothing leads to it. Work and wait are sums over its actions."""

    id: str
    phase: str | None
    start_s: int | None
    end_s: int | None
    elapsed_s: int | None
    work_s: int | None
    wait_s: int | None
    target_s: int | None
    limit_s: int | None
    gap_s: int | None
    visits: float
    timed: bool
    step: Step


class SpanTimes(NamedTuple):
    """A stretch from the start of `from_` to the end of `to`; `elapsed_s` is None when one of them never happens.

    It is None, too, where the stretch is `reversed`: its end comes before its start, so that it takes no time that could be kept.

    `best_s` and `worst_s` are the same with every range at its shortest, and at its longest.
    """

    id: str
    title: str | None
    from_: str | None
    to: str | None
    elapsed_s: int | None
    promise_s: int | None
    target_s: int | None
    limit_s: int | None
    kept: bool | None
    best_s: int | None = None
    worst_s: int | None = None
    reversed: bool = False


class Silence(NamedTuple):
    """The longest time without a visible action; the two actions are None when there is no gap."""

    seconds: int
    after: str | None
    until: str | None


class Total(NamedTuple):
    """Sums over a group of actions; `critical_s` is their elapsed time on the critical path.

    `unknown` counts the actions whose wait or work is not known: with any, the sums are lower bounds.
    """

    actions: int
    work_s: int
    wait_s: int
    critical_s: int
    unknown: int = 0


class Expected(NamedTuple):
    """The expected lead with branches and loops; `method` is exact or simulation."""

    lead_s: int
    method: str
