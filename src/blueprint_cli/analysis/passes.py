"""One step walked through by many journeys at once: forward to its end, and back for what had no slack in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.analysis.columns import NEVER, later, minus, plus, rows
from blueprint_cli.analysis.draws import ended

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from random import Random

    from blueprint_cli.analysis.columns import Column, Figure
    from blueprint_cli.analysis.draws import Parts
    from blueprint_cli.analysis.order import Node, Order


class Pass:
    """A step as some journeys walk through it.

    Attributes:
        step: its position.
        journeys: which ones, as rows of the columns of all journeys.
        starts, ends: by node of the step, with a row for each of `journeys`.
    """

    def __init__(self, order: Order, step: int, nodes: Sequence[Node], journeys: Sequence[int]) -> None:
        self.step, self.journeys = step, journeys
        self.starts: dict[Node, Figure] = {}
        self.ends: dict[Node, Figure] = {}
        self._before, self._nodes = order.before, nodes
        self._start, self._end = order.start_of(step), order.end_of(step)
        self._held_from_afar: dict[Node, Column] = {}

    @property
    def end(self) -> Figure:
        """When the step has ended."""
        return self.ends[self._end]

    def walk(
        self, begin: Figure, parts: Sequence[Parts], source: Random, afar: Mapping[Node, Column]
    ) -> None:
        """Draw what happens.

        Args:
            begin: when the step starts.
            parts: by action.
            source: of random numbers.
            afar: when what is named in other steps last ended, or NEVER, for all journeys.
        """
        self.starts[self._start] = self.ends[self._start] = begin
        for node in self._nodes:
            moment = self.starts[node] = self._begin(node, afar)
            self.ends[node] = ended(moment, parts[node], source, len(self.journeys))
        self.starts[self._end] = self.ends[self._end] = self._begin(self._end, afar)

    def _begin(self, node: Node, afar: Mapping[Node, Column]) -> Figure:
        """When all that a node waits for has ended; what has not run is ignored, and where none has, the step's start counts."""
        before = self._before[node]
        if not before:
            return 0
        found: Figure = NEVER
        for earlier in before:
            known = self.ends.get(earlier)
            found = later(found, self._mine(afar[earlier]) if known is None else known)
        if any(earlier in self.ends for earlier in before):
            return found
        held = self._held_from_afar[node] = rows(found, len(self.journeys))
        begin = rows(self.ends[self._start], len(self.journeys))
        return [start if moment == NEVER else moment for moment, start in zip(held, begin, strict=True)]

    def look_back(
        self, whole: Figure, tail: Figure, afar: Mapping[Node, Column], critical: Sequence[bytearray]
    ) -> Figure:
        """Mark what has no slack, and tell how long it takes from the step's start to the end of everything.

        Args:
            whole: the moment at which everything has ended.
            tail: how long it takes from the step's end to that moment.
            afar: the same from what other steps wait for, or NEVER, for all journeys; added to for what is named here,
                and taken away when its own step is passed.
            critical: by action, a mark for each of all journeys.
        """
        tails: dict[Node, Figure] = {self._end: tail}
        for node in (self._end, *reversed(self._nodes)):
            beyond = tails.get(node, NEVER)
            if node in afar:
                beyond = later(beyond, self._taken(afar[node]))
            if beyond == NEVER:
                continue
            if node < len(critical):
                self._mark(critical[node], plus(self.ends[node], beyond), whole)
            self._hand_on(node, plus(beyond, minus(self.ends[node], self.starts[node])), tails, afar)
        return tails[self._start]

    def _hand_on(
        self, node: Node, tail: Figure, tails: dict[Node, Figure], afar: Mapping[Node, Column]
    ) -> None:
        for earlier in self._before[node]:
            if earlier in self.ends:
                tails[earlier] = later(tails.get(earlier, NEVER), tail)
                continue
            column = afar[earlier]
            for row, beyond in zip(self.journeys, rows(tail, len(self.journeys)), strict=True):
                column[row] = max(column[row], beyond)
        if node in self._held_from_afar:
            by_start: Figure = [
                beyond if moment == NEVER else NEVER
                for moment, beyond in zip(
                    self._held_from_afar[node], rows(tail, len(self.journeys)), strict=True
                )
            ]
            tails[self._start] = later(tails.get(self._start, NEVER), by_start)

    def _mine(self, column: Column) -> Column:
        return [column[row] for row in self.journeys]

    def _taken(self, column: Column) -> Column:
        mine = self._mine(column)
        for row in self.journeys:
            column[row] = NEVER
        return mine

    def _mark(self, marks: bytearray, ends: Figure, whole: Figure) -> None:
        if isinstance(ends, int) and isinstance(whole, int):
            if ends == whole:
                for row in self.journeys:
                    marks[row] = 1
            return
        count = len(self.journeys)
        for row, one, other in zip(self.journeys, rows(ends, count), rows(whole, count), strict=True):
            if one == other:
                marks[row] = 1
