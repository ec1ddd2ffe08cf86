"""One journey after another where ways part or go back: each walks the steps, and a step may come again."""

from __future__ import annotations

from bisect import bisect
from itertools import accumulate
from typing import TYPE_CHECKING

from blueprint_cli.analysis.flow import END

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from blueprint_cli.analysis.draws import Parts
    from blueprint_cli.analysis.order import Node, Order

MOST_PASSES = 1_000_000
"""A journey that has not ended after so many steps is cut: the chance of it is nil unless an exit is nearly never taken."""


class Walks:
    """Draws journeys; a repeated action waits for the latest completed runs of what it names, and ignores what has not run."""

    def __init__(self, order: Order, parts: Sequence[Parts], source: Random) -> None:
        self.order, self.parts, self.source = order, parts, source
        self._nodes: dict[int, list[Node]] = {step: [] for step in order.flow.reached}
        for node in order.sorted_nodes:
            if node < len(parts):
                self._nodes[order.actions[node].step].append(node)
        self._ways = [
            (tuple(accumulate(float(share) for _, share in ways)), tuple(target for target, _ in ways))
            for ways in order.flow.ways
        ]

    def walk(self) -> Walk:
        """One journey."""
        made = Walk(self.order)
        step, passes = 0, 0
        while step != END and passes < MOST_PASSES:
            made.take(step, self._nodes[step], self.parts, self.source)
            step, passes = self._following(step), passes + 1
        return made

    def _following(self, step: int) -> int:
        shares, targets = self._ways[step]
        if len(targets) == 1:
            return targets[0]
        return targets[min(bisect(shares, self.source.random()), len(targets) - 1)]


class Walk:
    """A journey: what happened in it, one thing after the other.

    Attributes:
        lead: ticks from its start to the end of its last step.
        begun, ended: by node, when it first began and last ended.
    """

    def __init__(self, order: Order) -> None:
        self.order = order
        self.lead = 0
        self.begun: dict[Node, int] = {}
        self.ended: dict[Node, int] = {}
        self._latest: dict[Node, int] = {}
        self._happenings: list[tuple[Node, int, int, tuple[int, ...]]] = []

    def take(self, step: int, nodes: list[Node], parts: Sequence[Parts], source: Random) -> None:
        """Walk through a step, which begins when the one before has ended."""
        start, end = self.order.start_of(step), self.order.end_of(step)
        self._happen(start, self.lead, self.lead, self._known((self._last_end(),)))
        for node in nodes:
            before = self.order.before[node]
            waits = self._known(before)
            if before and not waits:
                waits = (self._latest[start],)
            begin = max((self._happenings[index][2] for index in waits), default=0)
            moment = begin
            for part in parts[node]:
                moment = part.ends(moment, part.one(source))
            self._happen(node, begin, moment, waits)
        holding = self._known(self.order.before[end])
        self.lead = max(self._happenings[index][2] for index in holding)
        self._happen(end, self.lead, self.lead, holding)

    def critical(self) -> set[Node]:
        """The actions without slack in some pass."""
        tails: list[int | None] = [None] * len(self._happenings)
        tails[-1] = 0
        found: set[Node] = set()
        for index in range(len(tails) - 1, -1, -1):
            beyond = tails[index]
            if beyond is None:
                continue
            node, begin, end, waits = self._happenings[index]
            if end + beyond == self.lead:
                found.add(node)
            whole = beyond + end - begin
            for earlier in waits:
                known = tails[earlier]
                if known is None or known < whole:
                    tails[earlier] = whole
        return found

    def _last_end(self) -> Node:
        return self._happenings[-1][0] if self._happenings else -1

    def _known(self, nodes: Sequence[Node]) -> tuple[int, ...]:
        latest = self._latest
        return tuple([latest[node] for node in nodes if node in latest])

    def _happen(self, node: Node, begin: int, end: int, waits: tuple[int, ...]) -> None:
        self._latest[node] = len(self._happenings)
        self._happenings.append((node, begin, end, waits))
        self.begun.setdefault(node, begin)
        self.ended[node] = end
