"""Where the time goes: from a blueprint to its figures."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from blueprint_cli.analysis import totals
from blueprint_cli.analysis.chances import RUNS, Chances
from blueprint_cli.analysis.drag import drags
from blueprint_cli.analysis.expected import expected
from blueprint_cli.analysis.figures import (
    ActionTimes,
    Expected,
    Silence,
    SpanTimes,
    StepTimes,
)
from blueprint_cli.analysis.flow import visits
from blueprint_cli.analysis.handoffs import handoffs
from blueprint_cli.analysis.moments import longest_silence, moments, visible_ticks
from blueprint_cli.analysis.part_times import action_times, step_times
from blueprint_cli.analysis.pert import pert
from blueprint_cli.analysis.schedule import schedule
from blueprint_cli.analysis.span_times import allowed, bounds_of, span_times, within
from blueprint_cli.analysis.start_moments import start_moments
from blueprint_cli.analysis.times import is_untimed, uncertain

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from blueprint_cli.analysis.clock import Point
    from blueprint_cli.analysis.moments import Moment
    from blueprint_cli.analysis.order import Node
    from blueprint_cli.analysis.pert import Pert
    from blueprint_cli.analysis.schedule import Schedule
    from blueprint_cli.analysis.simulation import Simulation
    from blueprint_cli.analysis.start_moments import Moments
    from blueprint_cli.analysis.totals import Totals
    from blueprint_cli.model.blueprint import Blueprint


def _silent(_done: int, _total: int) -> None:
    return


def measure(
    blueprint: Blueprint,
    start: datetime | None = None,
    chances: Chances | None = None,
    progress: Callable[[int, int], None] = _silent,
) -> Timings:
    """Compute where the time of a blueprint goes, by the definitions of `docs/timings.md`.

    Args:
        blueprint: a blueprint without BP001-BP007 and BP306-BP308 errors.
        start: local wall time of the journey's start; an ordinary Monday at 09:00 when not given.
        chances: how journeys are drawn, if they are.
        progress: told how many journeys have been drawn, of how many.

    Raises:
        CircularOrderError: `after` makes a circle; a ValueError.
        BlueprintError: a calendar has too little open time for the journey.
    """
    return Timings(blueprint, schedule(blueprint, start), chances, progress)


class Timings:
    """All figures, each worked out when it is first asked for; seconds are whole, rounded once, half up.

    The attributes are the fields of `timings --format json`.
    """

    def __init__(
        self,
        blueprint: Blueprint,
        plan: Schedule,
        chances: Chances | None = None,
        progress: Callable[[int, int], None] = _silent,
    ) -> None:
        self.blueprint, self.plan = blueprint, plan
        self._chances = chances or Chances()
        self._progress = progress
        self.order = plan.order
        self._seconds = plan.clock.whole
        self.clock = plan.clock.name
        self.lead_s = self._seconds(plan.lead)

    @property
    def lived(self) -> Timings:
        """The times of the one journey that these figures are of."""
        return self

    @cached_property
    def work_s(self) -> int:
        """Work of all actions."""
        return self._seconds(self.plan.worked(range(len(self.order.actions))))

    @cached_property
    def critical_work_s(self) -> int:
        """Work on the critical path."""
        return self._seconds(self.plan.worked(self.plan.critical_path))

    @cached_property
    def activity_ratio(self) -> float | None:
        """Work on the critical path over the lead; None without a lead."""
        plan = self.plan
        return float(Fraction(self.plan.worked(plan.critical_path), plan.lead)) if plan.lead else None

    @cached_property
    def customer_s(self) -> int:
        """The customer's own work."""
        nodes = (node for node, placed in enumerate(self.order.actions) if placed.layer == "customer")
        return self._seconds(self.plan.worked(nodes))

    @cached_property
    def visible_s(self) -> int:
        """The time in which the customer sees something happen."""
        return self._seconds(visible_ticks(self._moments))

    @cached_property
    def longest_silence(self) -> Silence | None:
        """The longest time without anything to see."""
        gap = longest_silence(self._moments)
        return (
            None
            if gap is None
            else Silence(self._seconds(gap.ticks), self._key(gap.after), self._key(gap.until))
        )

    @cached_property
    def handoffs(self) -> int:
        """How often the work passes from one owner to another."""
        return handoffs(self.order)

    @cached_property
    def untimed(self) -> int:
        """How many actions have no known time."""
        return sum(self.is_untimed)

    @cached_property
    def critical_path(self) -> tuple[str, ...]:
        """The keys of the actions on one longest chain."""
        return tuple(self.order.actions[node].action.key for node in self.plan.critical_path)

    @cached_property
    def critical_actions(self) -> frozenset[str]:
        """The keys of the actions without slack that take time: the longest path, all of them where several are equal."""
        return frozenset(self.order.actions[node].action.key for node in self.plan.critical_actions)

    @cached_property
    def steps(self) -> tuple[StepTimes, ...]:
        """Every step's times, in the order of the file."""
        return tuple(step_times(self, index) for index in range(len(self.blueprint.steps)))

    @cached_property
    def actions(self) -> tuple[ActionTimes, ...]:
        """The times of every action of a reached step, in the order of the file."""
        return tuple(action_times(self, node) for node in range(len(self.order.actions)))

    @cached_property
    def spans(self) -> tuple[SpanTimes, ...]:
        """The file's spans."""
        return tuple(span_times(self.plan, self._best, self._worst, span) for span in self.blueprint.spans)

    @cached_property
    def spans_at_least(self) -> tuple[bool, ...]:
        """For each span whether its time is a lower bound: an action in it has no known time."""
        return tuple(
            any(self.is_untimed[node] for node in within(self.order, bounds_of(self.order, span)))
            for span in self.blueprint.spans
        )

    @cached_property
    def best_s(self) -> int:
        """The lead with every range at its shortest."""
        return self._best.clock.whole(self._best.lead)

    @cached_property
    def worst_s(self) -> int:
        """The lead with every range at its longest."""
        return self._worst.clock.whole(self._worst.lead)

    @cached_property
    def pert(self) -> Pert | None:
        """The PERT figures; None where no time is a range."""
        return pert(self.plan, self._chances.within_s)

    @cached_property
    def simulation(self) -> Simulation | None:
        """The lead over many drawn journeys; None where nothing is uncertain: no range, and one way from step to step."""
        if not self.is_uncertain:
            return None
        from blueprint_cli.analysis.simulation import simulate

        spans = self.blueprint.spans
        return simulate(
            self.plan,
            self._chances,
            [bounds_of(self.order, span) for span in spans],
            [allowed(self.plan, span) for span in spans],
            self._progress,
        )

    @property
    def draws_fewer(self) -> bool:
        """True where nobody says how many journeys are drawn, and the map is so large that they are fewer than usual."""
        return self._chances.runs is None and self.simulation is not None and self.simulation.runs < RUNS

    @cached_property
    def start(self) -> Moments | None:
        """The best and the worst moment of an ordinary week to start; None where the hour does not matter."""
        return None if self.plan.clock.is_always_on else start_moments(self.blueprint)

    @cached_property
    def by_layer(self) -> Totals:
        """Sums by layer, from top to bottom."""
        return totals.by_layer(self.plan)

    @cached_property
    def by_owner(self) -> Totals:
        """Sums by owner."""
        return totals.by_owner(self.plan)

    @cached_property
    def by_system(self) -> Totals:
        """Sums by system; an action counts for each system that it uses."""
        return totals.by_system(self.plan)

    @cached_property
    def by_phase(self) -> Totals:
        """Sums by phase."""
        return totals.by_phase(self.plan, self.blueprint)

    @cached_property
    def expected(self) -> Expected | None:
        """The expected lead: exact without branches, or where steps depend on no other but by the walk; else simulated."""
        return expected(self.plan, self.runs, lambda: self.simulation)

    def step(self, key: str) -> StepTimes:
        """The times of the step with that id or address; KeyError when there is none."""
        return self._steps_by_key[key]

    def action(self, key: str) -> ActionTimes:
        """The times of the action with that id or address; KeyError when there is none, or when its step is never reached."""
        return self._actions_by_key[key]

    @cached_property
    def _steps_by_key(self) -> dict[str, StepTimes]:
        return {times.id: times for times in self.steps}

    @cached_property
    def _actions_by_key(self) -> dict[str, ActionTimes]:
        return {times.id: times for times in self.actions}

    @cached_property
    def is_uncertain(self) -> bool:
        """True when there is anything to draw: a range, or a step with several ways out."""
        return self._has_ranges or self.order.flow.branches

    @cached_property
    def _has_ranges(self) -> bool:
        return any(map(uncertain, (placed.action for placed in self.order.actions)))

    @cached_property
    def _best(self) -> Schedule:
        return self._extreme("low")

    @cached_property
    def _worst(self) -> Schedule:
        return self._extreme("high")

    def _extreme(self, point: Point) -> Schedule:
        clock = self.plan.clock
        return schedule(self.blueprint, clock.calendars.start, point) if self._has_ranges else self.plan

    @cached_property
    def _moments(self) -> tuple[Moment, ...]:
        return moments(self.plan)

    @cached_property
    def drags(self) -> dict[Node, int]:
        """For each critical action with a length, the ticks that the lead loses with it."""
        return drags(self.plan)

    @cached_property
    def runs(self) -> tuple[Fraction, ...] | None:
        """How often each step is expected to run; None when a loop is never left."""
        return visits(self.order.flow)

    @cached_property
    def is_untimed(self) -> tuple[bool, ...]:
        """For each action whether its time is not known."""
        return tuple(is_untimed(placed.action) for placed in self.order.actions)

    @cached_property
    def nodes_of_step(self) -> dict[int, list[Node]]:
        """The actions of each step."""
        found: dict[int, list[Node]] = {step: [] for step in range(len(self.blueprint.steps))}
        for node, placed in enumerate(self.order.actions):
            found[placed.step].append(node)
        return found

    def _key(self, node: Node | None) -> str | None:
        return None if node is None else self.order.actions[node].action.key
