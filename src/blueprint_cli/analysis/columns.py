"""Many journeys at once where all take the same steps: each figure is a column with a row a run, or one number for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from blueprint_cli.analysis.draws import Column, Parts
    from blueprint_cli.analysis.order import Node, Order


class Columns:
    """The schedule of a number of runs.

    Attributes:
        starts, ends: by node; a column, or the one number that all runs have.
    """

    def __init__(self, order: Order, parts: Sequence[Parts], source: Random, runs: int) -> None:
        self.order, self.runs = order, runs
        self.starts: list[int | Column] = [0] * len(order.before)
        self.ends: list[int | Column] = [0] * len(order.before)
        for node in order.sorted_nodes:
            begin = self._latest([self.ends[earlier] for earlier in order.before[node]])
            self.starts[node] = begin
            self.ends[node] = self._ended(begin, parts[node], source) if node < len(parts) else begin

    def lead(self) -> int | Column:
        """The latest end of a step."""
        return self._latest([self.ends[self.order.end_of(step)] for step in self.order.flow.reached])

    def critical(self) -> dict[Node, int]:
        """For each action in how many runs it has no slack."""
        tails: dict[Node, int | Column] = {self.order.end_of(step): 0 for step in self.order.flow.reached}
        for node in reversed(self.order.sorted_nodes):
            if node not in tails:
                continue
            whole = _sum(tails[node], _difference(self.ends[node], self.starts[node]))
            for earlier in self.order.before[node]:
                known = tails.get(earlier)
                tails[earlier] = whole if known is None else _later(known, whole)
        lead = self.lead()
        return {
            node: self._equal(lead, _sum(self.ends[node], tails[node]))
            for node in range(len(self.order.actions))
            if node in tails
        }

    def rows(self, figure: int | Column) -> Column:
        """A figure of every run."""
        return [figure] * self.runs if isinstance(figure, int) else figure

    def _ended(self, begin: int | Column, parts: Parts, source: Random) -> int | Column:
        for part in parts:
            ticks = part.draw(source, self.runs)
            if part.hours is None:
                begin = _sum(begin, ticks)
            elif isinstance(begin, int) and isinstance(ticks, int):
                begin = part.ends(begin, ticks)
            else:
                begin = list(map(part.hours.after, self.rows(begin), self.rows(ticks)))
        return begin

    @staticmethod
    def _latest(figures: list[int | Column]) -> int | Column:
        latest: int | Column = 0
        for figure in figures:
            latest = _later(latest, figure)
        return latest

    def _equal(self, first: int | Column, second: int | Column) -> int:
        if isinstance(first, int) and isinstance(second, int):
            return self.runs if first == second else 0
        return sum(one == other for one, other in zip(self.rows(first), self.rows(second), strict=True))


def _sum(first: int | Column, second: int | Column) -> int | Column:
    if isinstance(first, int):
        if isinstance(second, int):
            return first + second
        first, second = second, first
    if isinstance(second, int):
        return [one + second for one in first] if second else first
    return [one + other for one, other in zip(first, second, strict=True)]


def _difference(first: int | Column, second: int | Column) -> int | Column:
    if isinstance(second, int):
        return _sum(first, -second)
    if isinstance(first, int):
        return [first - other for other in second]
    return [one - other for one, other in zip(first, second, strict=True)]


def _later(first: int | Column, second: int | Column) -> int | Column:
    if first is second:
        return first
    if isinstance(first, int):
        if isinstance(second, int):
            return max(first, second)
        first, second = second, first
    if isinstance(second, int):
        return [one if one > second else second for one in first] if second else first  # noqa: FURB136 - max is slower
    return [one if one > other else other for one, other in zip(first, second, strict=True)]  # noqa: FURB136
