"""Many journeys at once where all take the same steps: the schedule with a column in the place of each number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.analysis.columns import Figure, later, latest, minus, plus, rows
from blueprint_cli.analysis.draws import ended

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from blueprint_cli.analysis.columns import Column
    from blueprint_cli.analysis.draws import Parts
    from blueprint_cli.analysis.order import Node, Order


class SideBySide:
    """The schedule of a number of runs.

    Attributes:
        starts, ends: by node; a column, or the one number that all runs have.
    """

    def __init__(self, order: Order, parts: Sequence[Parts], source: Random, runs: int) -> None:
        self.order, self.runs = order, runs
        self.starts: list[Figure] = [0] * len(order.before)
        self.ends: list[Figure] = [0] * len(order.before)
        for node in order.sorted_nodes:
            begin = latest(self.ends[earlier] for earlier in order.before[node])
            self.starts[node] = begin
            self.ends[node] = ended(begin, parts[node], source, runs) if node < len(parts) else begin

    def lead(self) -> Figure:
        """The latest end of a step."""
        return latest(self.ends[self.order.end_of(step)] for step in self.order.flow.reached)

    def critical(self) -> dict[Node, int]:
        """For each action in how many runs it has no slack."""
        tails: dict[Node, Figure] = {self.order.end_of(step): 0 for step in self.order.flow.reached}
        for node in reversed(self.order.sorted_nodes):
            if node not in tails:
                continue
            whole = plus(tails[node], minus(self.ends[node], self.starts[node]))
            for earlier in self.order.before[node]:
                known = tails.get(earlier)
                tails[earlier] = whole if known is None else later(known, whole)
        lead = self.lead()
        return {
            node: self._equal(lead, plus(self.ends[node], tails[node]))
            for node in range(len(self.order.actions))
            if node in tails
        }

    def rows(self, figure: Figure) -> Column:
        """A figure of every run."""
        return rows(figure, self.runs)

    def _equal(self, first: Figure, second: Figure) -> int:
        if isinstance(first, int) and isinstance(second, int):
            return self.runs if first == second else 0
        return sum(one == other for one, other in zip(self.rows(first), self.rows(second), strict=True))
