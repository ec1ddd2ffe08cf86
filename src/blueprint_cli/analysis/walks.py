"""Journeys where ways part or go back: each walks the steps, and a step may come again; those at one step go together."""

from __future__ import annotations

from bisect import bisect
from itertools import accumulate
from typing import TYPE_CHECKING

from blueprint_cli.analysis.columns import NEVER, plus, rows
from blueprint_cli.analysis.flow import END
from blueprint_cli.analysis.passes import Pass

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from random import Random

    from blueprint_cli.analysis.columns import Column, Figure
    from blueprint_cli.analysis.draws import Parts
    from blueprint_cli.analysis.order import Node, Order

MOST_PASSES = 1_000_000
"""A journey that has not ended after so many steps is cut: the chance of it is nil unless an exit is nearly never taken."""


class Walks:
    """A number of journeys.

    A repeated action waits for the latest completed runs of what it names, and ignores what has not run.

    Attributes:
        leads: ticks from the start to the end of the last step, by journey.
        begun, ended: when the watched nodes first began and last ended, by journey; None where they never did.
        critical: by action, a mark for each journey in which it has no slack in some pass.
    """

    def __init__(
        self, order: Order, parts: Sequence[Parts], source: Random, runs: int, watched: Iterable[Node] = ()
    ) -> None:
        self.order, self.parts, self.source = order, parts, source
        self.leads = [0] * runs
        nodes = set(watched)
        self.begun: dict[Node, list[int | None]] = {node: [None] * runs for node in nodes}
        self.ended: dict[Node, list[int | None]] = {node: [None] * runs for node in nodes}
        self.critical = [bytearray(runs) for _ in parts]
        self._nodes = _nodes_by_step(order)
        self._ways = [
            (tuple(accumulate(float(share) for _, share in ways)), tuple(target for target, _ in ways))
            for ways in order.flow.ways
        ]
        self._afar: dict[Node, Column] = {node: [NEVER] * runs for node in _named_from_afar(order)}
        self._reaches = bool(self._afar) or not all(order.before[: len(parts)])
        self._passed: list[Pass] = []
        self._walk(runs)
        self._look_back()

    def _walk(self, runs: int) -> None:
        here, passes = {0: list(range(runs))}, 0
        while here and passes < MOST_PASSES:
            there: dict[int, list[int]] = {}
            for step, journeys in here.items():
                self._take(step, journeys)
                self._part(step, journeys, there)
            here, passes = there, passes + 1

    def _take(self, step: int, journeys: list[int]) -> None:
        """Walk some journeys through a step, which begins when the one before has ended."""
        found = Pass(self.order, step, self._nodes[step], journeys)
        alone = not self._reaches and self._is_always_on(step)
        begin = [self.leads[row] for row in journeys]
        found.walk(0 if alone else begin, self.parts, self.source, self._afar)
        added = begin if alone else None
        for row, end in zip(journeys, self._moments(found, found.end, added), strict=True):
            self.leads[row] = end
        self._note(found, added)
        if self._reaches:
            self._passed.append(found)
        else:
            found.look_back(found.end, 0, self._afar, self.critical)

    def _note(self, found: Pass, added: Column | None) -> None:
        for node in found.ends.keys() & self.begun.keys():
            begun, ended = self.begun[node], self.ended[node]
            first, last = (
                self._moments(found, moments[node], added) for moments in (found.starts, found.ends)
            )
            for row, begin, end in zip(found.journeys, first, last, strict=True):
                begun[row], ended[row] = begin if begun[row] is None else begun[row], end
        for node in found.ends.keys() & self._afar.keys():
            column = self._afar[node]
            for row, end in zip(found.journeys, rows(found.ends[node], len(found.journeys)), strict=True):
                column[row] = end

    def _moments(self, found: Pass, figure: Figure, added: Column | None) -> Column:
        """Moments of a pass since the journeys' start."""
        return rows(figure if added is None else plus(figure, added), len(found.journeys))

    def _part(self, step: int, journeys: list[int], there: dict[int, list[int]]) -> None:
        """Each journey takes its way out of a step."""
        shares, targets = self._ways[step]
        if len(targets) == 1:
            if targets[0] != END:
                there.setdefault(targets[0], []).extend(journeys)
            return
        draw, last = self.source.random, len(targets) - 1
        for row in journeys:
            target = targets[min(bisect(shares, draw()), last)]
            if target != END:
                there.setdefault(target, []).append(row)

    def _look_back(self) -> None:
        """Where steps wait for others, what has no slack is known when all has ended."""
        tails = [0] * len(self.leads)
        for column in self._afar.values():
            column[:] = [NEVER] * len(column)
        for found in reversed(self._passed):
            whole, tail = ([column[row] for row in found.journeys] for column in (self.leads, tails))
            before = found.look_back(whole, tail, self._afar, self.critical)
            for row, ticks in zip(found.journeys, rows(before, len(found.journeys)), strict=True):
                tails[row] = ticks
        self._passed.clear()

    def _is_always_on(self, step: int) -> bool:
        return not any(part.hours for node in self._nodes[step] for part in self.parts[node])


def _nodes_by_step(order: Order) -> dict[int, tuple[Node, ...]]:
    """The actions of each step, so that each comes behind what it waits for."""
    found: dict[int, list[Node]] = {step: [] for step in order.flow.reached}
    for node in order.sorted_nodes:
        if node < len(order.actions):
            found[order.actions[node].step].append(node)
    return {step: tuple(nodes) for step, nodes in found.items()}


def _named_from_afar(order: Order) -> set[Node]:
    """The actions and ends of steps that an action of another step waits for."""
    found: set[Node] = set()
    for node, placed in enumerate(order.actions):
        own = {order.start_of(placed.step)}
        found |= {
            earlier
            for earlier in order.before[node]
            if earlier not in own
            and (earlier >= len(order.actions) or order.actions[earlier].step != placed.step)
        }
    return found
