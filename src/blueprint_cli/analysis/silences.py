"""The longest time without anything to see on a path that a customer can travel: branches exclude each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from blueprint_cli.analysis.flow import END
from blueprint_cli.analysis.moments import Moment, moments

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.analysis.order import Node
    from blueprint_cli.analysis.schedule import Schedule


class Gap(NamedTuple):
    """A silence between the end of one visible action and the start of another; the nodes are None where there is none."""

    ticks: int
    after: Node | None
    until: Node | None


class _Hush(NamedTuple):
    """How long nothing has been seen, and what was seen last."""

    ticks: int
    after: Node


def longest_silence(plan: Schedule) -> Gap | None:
    """The longest time between two visible moments on one path, the earliest among equals; None with fewer than two."""
    seen = moments(plan)
    if len(seen) < 2:  # noqa: PLR2004 - a silence lies between two
        return None
    return _Paths(plan, seen).longest()


class _Paths:
    """All paths at once: of those that come to a step, the one on which nothing has been seen for longest tells.

    A path is the stretches of its steps, one behind the other: who comes by the shorter branch does not wait for the
    longer one.
    """

    def __init__(self, plan: Schedule, seen: tuple[Moment, ...]) -> None:
        self.plan, self.order = plan, plan.order
        self.own: dict[int, list[Moment]] = {}
        for moment in seen:
            self.own.setdefault(self._step_of(moment), []).append(moment)
        self.strays = [moment for moment in seen if self._strays(moment)]
        self.beyond = self._steps_beyond() if self.strays else {}
        self.found: list[tuple[int, Moment, Node]] = []

    def longest(self) -> Gap:
        hushes: dict[int, _Hush | None] = {}
        for step in self._sorted_steps():
            ways = (hushes[earlier] for earlier in self.order.flow.leading_to[step])
            hush = max((way for way in ways if way is not None), key=lambda way: way.ticks, default=None)
            hushes[step] = self._pass(step, hush)
        ticks, until, after = min(
            self.found, key=lambda gap: (-gap[0], gap[1], gap[2]), default=(0, None, None)
        )
        return Gap(ticks, after, until.node if until else None)

    def _pass(self, step: int, hush: _Hush | None) -> _Hush | None:
        """Go through a step, and tell for how long nothing has been seen at its end."""
        begin, end = self._stretch(step)
        reached = begin
        for moment in self._seen_in(step, begin, end):
            if hush is not None and (quiet := hush.ticks + moment.start - reached) > 0:
                self.found.append((quiet, moment, hush.after))
            if hush is None or moment.end >= reached:
                hush, reached = _Hush(0, moment.node), min(moment.end, end)
        return hush and _Hush(hush.ticks + end - reached, hush.after)

    def _seen_in(self, step: int, begin: int, end: int) -> Iterator[Moment]:
        """What is seen during a step: its own actions, and what strays into it."""
        near = [moment for moment in self.strays if self._on_one_path(self._step_of(moment), step)]
        for moment in sorted({*self.own.get(step, ()), *near}):
            if moment.start <= end and moment.end >= begin:
                yield moment

    def _strays(self, moment: Moment) -> bool:
        """Whether an action is seen outside its step: `after` lets it start earlier, or it goes on in the background."""
        begin, end = self._stretch(self._step_of(moment))
        return moment.start < begin or moment.end > end

    def _stretch(self, step: int) -> tuple[int, int]:
        return self.plan.starts[self.order.start_of(step)], self.plan.ends[self.order.end_of(step)]

    def _step_of(self, moment: Moment) -> int:
        return self.order.actions[moment.node].step

    def _on_one_path(self, one: int, other: int) -> bool:
        return one == other or other in self.beyond[one] or one in self.beyond[other]

    def _sorted_steps(self) -> list[int]:
        """The reached steps so that each comes behind those that lead to it."""
        places = self.order.places
        return sorted(self.order.flow.reached, key=lambda step: places[self.order.start_of(step)])

    def _steps_beyond(self) -> dict[int, set[int]]:
        flow = self.order.flow
        found: dict[int, set[int]] = {}
        for step in reversed(self._sorted_steps()):
            onward = {
                target for target, _ in flow.ways[step] if target != END and (step, target) not in flow.back
            }
            found[step] = onward.union(*(found[target] for target in onward))
        return found
