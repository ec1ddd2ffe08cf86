"""The longest path: when everything starts and ends, how much later it could end, what its time costs the whole."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from blueprint_cli.analysis.clock import Clock, clock_of
from blueprint_cli.analysis.order import Order, order_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from blueprint_cli.analysis.clock import Point
    from blueprint_cli.analysis.order import Node
    from blueprint_cli.model.actions import Action
    from blueprint_cli.model.blueprint import Blueprint


class CircularOrderError(ValueError):
    """Actions wait for each other in a circle (BP006), so nothing can be timed.

    Attributes:
        actions: the circle, each waiting for the one before it.
    """

    def __init__(self, actions: tuple[Action, ...]) -> None:
        super().__init__(
            f"these wait for each other in a circle: {', '.join(action.key for action in actions)}"
        )
        self.actions = actions


@dataclass(frozen=True)
class Schedule:
    """Starts and ends of all nodes of an order, in the clock's ticks since the journey's start.

    Attributes:
        starts, ends: by node; actions first, then steps' starts and ends.
        wait, work: ticks waited and worked by action, None where unknown.
    """

    order: Order
    clock: Clock
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    wait: tuple[int | None, ...]
    work: tuple[int | None, ...]

    @cached_property
    def lead(self) -> int:
        """The latest end of a step: the longest path, never the sum of the actions."""
        return max((self.ends[self.order.end_of(step)] for step in self.order.flow.reached), default=0)

    def worked(self, nodes: Iterable[Node]) -> int:
        """Ticks worked in some actions; what is unknown counts as none."""
        return sum(self.work[node] or 0 for node in nodes)

    def waited(self, nodes: Iterable[Node]) -> int:
        """Ticks waited in some actions; what is unknown counts as none."""
        return sum(self.wait[node] or 0 for node in nodes)

    def length(self, node: Node) -> int:
        """How long a node takes."""
        return self.ends[node] - self.starts[node]

    @cached_property
    def tails(self) -> tuple[int | None, ...]:
        """For each node the longest time from its end to a step's end; None where no step waits for it."""
        found: list[int | None] = [None] * len(self.starts)
        for step in self.order.flow.reached:
            found[self.order.end_of(step)] = 0
        for node in reversed(self.order.sorted_nodes):
            beyond = found[node]
            if beyond is not None:
                whole = beyond + self.length(node)
                for earlier in self.order.before[node]:
                    known = found[earlier]
                    found[earlier] = whole if known is None else max(known, whole)
        return tuple(found)

    def slack(self, node: Node) -> int | None:
        """How much later a node may end without a later lead; None when it can never matter."""
        tail = self.tails[node]
        return None if tail is None else self.lead - tail - self.ends[node]

    @cached_property
    def critical_actions(self) -> tuple[Node, ...]:
        """The actions without slack that take time, in the order of the file."""
        return tuple(
            node for node in range(len(self.order.actions)) if self.length(node) and self.slack(node) == 0
        )

    @cached_property
    def critical_path(self) -> tuple[Node, ...]:
        """The actions of one longest chain from 0 to the lead, in time order, those of no length left out.

        Among equals, the path whose actions come first in the file.
        """
        taking_time = frozenset(self.critical_actions)
        path: list[Node] = []
        ahead = [node for node in self.critical_actions if self.starts[node] == 0]
        while ahead:
            path.append(min(ahead))
            ahead = self._tightly_behind(path[-1], taking_time)
        return tuple(path)

    def _tightly_behind(self, node: Node, taking_time: frozenset[Node]) -> list[Node]:
        """The critical actions that begin when a node ends and wait for it, nodes of no length stepped over."""
        moment = self.ends[node]
        found, todo, passed = [], [node], {node}
        while todo:
            for later in self.order.after[todo.pop()]:
                if later in passed or self.starts[later] != moment:
                    continue
                passed.add(later)
                if later in taking_time:
                    found.append(later)
                elif not self.length(later):
                    todo.append(later)
        return found


def schedule(
    blueprint: Blueprint, start: datetime | None = None, point: Point = "mean", *, dated: bool = True
) -> Schedule:
    """The schedule of a blueprint, from an ordinary Monday at 09:00 unless a start is given.

    A range counts as its PERT mean, or as its shortest or longest time. Holidays and closing days count from a given
    start on, unless `dated` says that only its day of the week and its hour matter.

    Raises:
        CircularOrderError: `after` makes a circle.
        BlueprintError: a calendar has too little open time for the journey.
    """
    order = order_of(blueprint)
    if order.cycle:
        raise CircularOrderError(order.cycle)
    clock = clock_of(blueprint, order.actions, start, point, dated=dated)
    starts, ends = [0] * len(order.before), [0] * len(order.before)
    wait: list[int | None] = [None] * len(order.actions)
    work: list[int | None] = [None] * len(order.actions)
    for node in order.sorted_nodes:
        starts[node] = ends[node] = max((ends[earlier] for earlier in order.before[node]), default=0)
        if node < len(order.actions):
            stretch = clock.tasks[node].run(starts[node])
            ends[node], wait[node], work[node] = stretch.end, stretch.wait, stretch.work
    return Schedule(order, clock, tuple(starts), tuple(ends), tuple(wait), tuple(work))
