"""The longest path: when everything starts and ends, how much later it could end, what its time costs the whole."""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from blueprint_cli.analysis.clock import Clock, clock_of
from blueprint_cli.analysis.order import Order, order_of
from blueprint_cli.analysis.times import ZERO

if TYPE_CHECKING:
    from datetime import datetime
    from fractions import Fraction

    from blueprint_cli.analysis.order import Node
    from blueprint_cli.model.blueprint import Blueprint


@dataclass(frozen=True)
class Schedule:
    """Starts and ends of all nodes of an order, in seconds since the journey's start.

    Attributes:
        starts, ends: by node; actions first, then steps' starts and ends.
        work: seconds worked by action, None where unknown.
    """

    order: Order
    clock: Clock
    starts: tuple[Fraction, ...]
    ends: tuple[Fraction, ...]
    work: tuple[Fraction | None, ...]

    @cached_property
    def lead(self) -> Fraction:
        """The latest end of a step: the longest path, never the sum of the actions."""
        return max((self.ends[self.order.end_of(step)] for step in self.order.flow.reached), default=ZERO)

    @cached_property
    def tails(self) -> tuple[Fraction | None, ...]:
        """For each node the longest time from its end to a step's end; None where no step waits for it."""
        found: list[Fraction | None] = [None] * len(self.starts)
        for step in self.order.flow.reached:
            found[self.order.end_of(step)] = ZERO
        for node in reversed(self.order.sorted_nodes):
            for later in self.order.after[node]:
                tail = found[later]
                if tail is not None:
                    longer = tail + self.ends[later] - self.starts[later]
                    known = found[node]
                    found[node] = longer if known is None else max(known, longer)
        return tuple(found)

    def slack(self, node: Node) -> Fraction | None:
        """How much later a node may end without a later lead; None when it can never matter."""
        tail = self.tails[node]
        return None if tail is None else self.lead - tail - self.ends[node]

    @cached_property
    def critical_path(self) -> tuple[Node, ...]:
        """The actions of one longest chain from 0 to the lead, in time order; among equals the one that comes first in the file."""
        critical = {node for node in self.order.sorted_nodes if self.slack(node) == 0}
        here = [
            node for node in sorted(critical) if self.starts[node] == 0 and not self._held(node, critical)
        ]
        path: list[Node] = []
        seen: set[Node] = set()
        while here:
            ahead = self._actions_ahead(here, critical, seen)
            if not ahead:
                break
            path.append(min(ahead))
            seen.add(path[-1])
            here = [
                node
                for node in self.order.after[path[-1]]
                if node in critical and self.starts[node] == self.ends[path[-1]]
            ]
        return tuple(path)

    def _held(self, node: Node, critical: set[Node]) -> bool:
        return any(earlier in critical for earlier in self.order.before[node])

    def _actions_ahead(self, here: list[Node], critical: set[Node], seen: set[Node]) -> list[Node]:
        """The next actions on tight ways, steps' starts and ends stepped over."""
        found, todo, passed = [], list(here), set(here)
        while todo:
            node = todo.pop()
            if node < len(self.order.actions):
                if node not in seen:
                    found.append(node)
                continue
            for later in self.order.after[node]:
                if later in critical and later not in passed and self.starts[later] == self.ends[node]:
                    passed.add(later)
                    todo.append(later)
        return found

    @cached_property
    def drags(self) -> dict[Node, Fraction]:
        """For each critical action with a length, the lead that is saved if it took no time.

        Around the clock, what remains without an action is the longest path that passes it by: the longest one over an
        edge that spans the action's place in the sorted order. On a calendar the schedule is made again without it.
        """
        actions = [
            node
            for node in range(len(self.order.actions))
            if self.slack(node) == 0 and self.ends[node] > self.starts[node]
        ]
        if not self.clock.is_always_on:
            return {node: self.lead - _forward(self.order, self.clock, instant=node).lead for node in actions}
        around = self._longest_around()
        return {node: min(self.ends[node] - self.starts[node], self.lead - around[node]) for node in actions}

    def _longest_around(self) -> dict[Node, Fraction]:
        place = {node: index for index, node in enumerate(self.order.sorted_nodes)}
        spans: list[tuple[int, int, Fraction]] = []  # from place, to place, longest path over this edge
        for node, index in place.items():
            tail = self.tails[node]
            if tail is None:
                continue
            if not self.order.before[node]:
                spans.append((-1, index, self.lead - (self.slack(node) or ZERO)))
            if tail == 0:
                spans.append((index, len(place), self.ends[node]))
            for later in self.order.after[node]:
                beyond = self.tails[later]
                if beyond is not None:
                    spans.append(
                        (
                            index,
                            place[later],
                            self.ends[node] + self.ends[later] - self.starts[later] + beyond,
                        )
                    )
        spans.sort(key=lambda span: span[0])
        found: dict[Node, Fraction] = {}
        heap: list[tuple[Fraction, int]] = []
        taken = 0
        for index, node in enumerate(self.order.sorted_nodes):
            while taken < len(spans) and spans[taken][0] < index:
                heapq.heappush(heap, (-spans[taken][2], spans[taken][1]))
                taken += 1
            while heap and heap[0][1] <= index:
                heapq.heappop(heap)
            found[node] = -heap[0][0] if heap else ZERO
        return found


def schedule(blueprint: Blueprint, start: datetime | None = None) -> Schedule:
    """The schedule of a blueprint, from an ordinary Monday at 09:00 unless a start is given.

    Raises:
        ValueError: `after` makes a circle (BP006 tells where).
    """
    order = order_of(blueprint)
    if order.cycle:
        raise ValueError("the order of the actions goes round in a circle")
    return _forward(order, clock_of(blueprint, order.actions, start))


def _forward(order: Order, clock: Clock, instant: Node | None = None) -> Schedule:
    starts, ends = [ZERO] * len(order.before), [ZERO] * len(order.before)
    work: list[Fraction | None] = [None] * len(order.actions)
    for node in order.sorted_nodes:
        starts[node] = ends[node] = max((ends[earlier] for earlier in order.before[node]), default=ZERO)
        if node < len(order.actions) and node != instant:
            stretch = clock.run(order.actions[node], starts[node])
            ends[node], work[node] = stretch.end, stretch.work
    return Schedule(order, clock, tuple(starts), tuple(ends), tuple(work))
