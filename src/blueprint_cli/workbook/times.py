"""What the sheets need of a time analysis: its figures are handed in, so that this floor knows no other on its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from blueprint_cli.model.steps import Step


class StepFigures(Protocol):
    """Seconds of one step; None where they do not apply."""

    @property
    def step(self) -> Step:
        """The step itself."""

    @property
    def timed(self) -> bool:
        """Whether any of its actions has a time."""

    @property
    def start_s(self) -> int | None:
        """Start since the journey's start."""

    @property
    def wait_s(self) -> int | None:
        """Sum of waiting."""

    @property
    def work_s(self) -> int | None:
        """Sum of work."""

    @property
    def elapsed_s(self) -> int | None:
        """End minus start."""

    @property
    def target_s(self) -> int | None:
        """Where it should be."""


class ActionFigures(Protocol):
    """Seconds of one action; None where they are not known."""

    @property
    def at(self) -> str:
        """Address."""

    @property
    def step(self) -> str:
        """Id or address of its step."""

    @property
    def wait_s(self) -> int | None:
        """Waiting."""

    @property
    def work_s(self) -> int | None:
        """Work."""


class SpanFigures(Protocol):
    """Seconds of one named stretch, with its limits and whether its promise is kept."""

    @property
    def id(self) -> str:
        """Id or address."""

    @property
    def title(self) -> str | None:
        """What it measures."""

    @property
    def from_(self) -> str | None:
        """Where it starts."""

    @property
    def to(self) -> str | None:
        """Where it ends."""

    @property
    def elapsed_s(self) -> int | None:
        """How long it takes."""

    @property
    def promise_s(self) -> int | None:
        """What was promised."""

    @property
    def target_s(self) -> int | None:
        """Where it should be."""

    @property
    def limit_s(self) -> int | None:
        """What must never be passed."""

    @property
    def kept(self) -> bool | None:
        """Whether the promise is kept."""


class GroupFigures(Protocol):
    """Sums over a group of actions."""

    @property
    def actions(self) -> int:
        """How many."""

    @property
    def work_s(self) -> int:
        """Sum of work."""

    @property
    def wait_s(self) -> int:
        """Sum of waiting."""

    @property
    def unknown(self) -> int:
        """How many of them have no known time."""


class Times(Protocol):
    """All that the sheets show of the time of a blueprint."""

    @property
    def lived(self) -> Times:
        """The times of the one journey that sums are of: where a map has variants, nobody lives all of them."""

    @property
    def lead_s(self) -> int:
        """The longest path."""

    @property
    def untimed(self) -> int:
        """How many actions have no known time: with any, totals are lower bounds."""

    @property
    def steps(self) -> Sequence[StepFigures]:
        """One a step."""

    @property
    def actions(self) -> Sequence[ActionFigures]:
        """One an action of a step that is reached."""

    @property
    def spans(self) -> Sequence[SpanFigures]:
        """One a span."""

    @property
    def by_owner(self) -> Mapping[str, GroupFigures]:
        """One an owner."""

    def step(self, key: str) -> StepFigures:
        """The figures of the step with that id or address."""


def part_known(times: StepFigures, seconds: int | None) -> int | None:
    """A step's waiting or its work; None where it is not known: work may be, beside waiting that nobody knows."""
    return seconds if times.timed or seconds else None
