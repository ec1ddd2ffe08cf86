"""The figures of a picture or a grid that shows every variant: those of one journey, the others' parts with their own."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from blueprint_cli.analysis.journeys import journeys
from blueprint_cli.analysis.schedule import schedule
from blueprint_cli.analysis.timings import Timings, measure
from blueprint_cli.model.variants import for_persona, whose

if TYPE_CHECKING:
    from blueprint_cli.analysis.figures import ActionTimes, SpanTimes, StepTimes
    from blueprint_cli.model.blueprint import Blueprint


def measure_shown(blueprint: Blueprint) -> Timings:
    """The figures of what is shown: of the first persona's journey, as `timings` gives them, where the map has variants.

    Nobody lives all variants at once, so they are never added up. Steps and actions that the first persona does not
    meet have the times of the first journey that meets them.

    Raises:
        as `measure`.
    """
    mine = whose(blueprint)
    if blueprint.whole is not blueprint or not mine:
        return measure(blueprint)
    first = for_persona(blueprint, mine)
    return SharedTimings(blueprint, first) if first.steps else measure(blueprint)


class SharedTimings(Timings):
    """One journey's figures beside the parts of the others; sums by owner, layer, system and phase are over all cards."""

    def __init__(self, map_: Blueprint, first: Blueprint) -> None:
        super().__init__(first, schedule(first))
        self._map = map_
        whole = Timings(map_, schedule(map_))
        self.by_owner, self.by_layer = whole.by_owner, whole.by_layer
        self.by_system, self.by_phase = whole.by_system, whole.by_phase
        self._mine, self._all = Timings(first, self.plan), whole

    @property
    def lived(self) -> Timings:
        """The times of the first persona's journey alone: what is for others counts in none of its sums."""
        return self._mine

    @cached_property
    def steps(self) -> tuple[StepTimes, ...]:
        """Every step of the map, in the order of the file."""
        found = {times.id: times for one in reversed(self._each) for times in one.steps}
        return tuple(found[times.id] for times in self._all.steps)

    @cached_property
    def actions(self) -> tuple[ActionTimes, ...]:
        """Every action of the map, in the order of the file."""
        found = {times.id: times for one in reversed(self._each) for times in one.actions}
        return tuple(found[times.id] for times in self._all.actions)

    @cached_property
    def spans(self) -> tuple[SpanTimes, ...]:
        """The spans of the first journey that has both of their ends."""
        return tuple(self._having(number).spans[number] for number in range(len(self._map.spans)))

    @cached_property
    def spans_at_least(self) -> tuple[bool, ...]:
        """For each span whether some time within it is not known."""
        return tuple(self._having(number).spans_at_least[number] for number in range(len(self._map.spans)))

    def _having(self, number: int) -> Timings:
        return next((one for one in self._each if one.spans[number].elapsed_s is not None), self._mine)

    @cached_property
    def untimed(self) -> int:
        """How many actions of the map have no known time."""
        return self._all.untimed

    @cached_property
    def _each(self) -> tuple[Timings, ...]:
        """From the one whose figures these are to the one that has every part."""
        others = (Timings(journey, schedule(journey)) for _, journey in journeys(self._map))
        return (self._mine, *others, self._all)
