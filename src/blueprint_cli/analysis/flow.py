"""The ways from step to step: what follows, how often, which ways go back, what nothing leads to."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.model.steps import Step

END = -1
"""The target of a way that ends the journey."""

TOLERANCE = Fraction(1, 10**6)
_JOURNEY_ENDS = "end"


@dataclass(frozen=True)
class Flow:
    """The steps of a blueprint as a graph; steps are positions from 0.

    Attributes:
        ways: for each step its ways out, (target or END, probability), in the order written; probabilities sum to 1.
    """

    ways: tuple[tuple[tuple[int, Fraction], ...], ...]

    @cached_property
    def back(self) -> frozenset[tuple[int, int]]:
        """Ways that close a cycle, in a walk from the first step that takes `next` in the order written."""
        return self._walk[0]

    @cached_property
    def reached(self) -> frozenset[int]:
        """The steps that a forward way leads to, the first one included."""
        return self._walk[1]

    @cached_property
    def leading_to(self) -> tuple[tuple[int, ...], ...]:
        """For each step the reached steps with a forward way to it, in the order of the file."""
        found: list[list[int]] = [[] for _ in self.ways]
        for source in sorted(self.reached):
            for target, _ in self.ways[source]:
                if target != END and (source, target) not in self.back and source not in found[target]:
                    found[target].append(source)
        return tuple(map(tuple, found))

    @property
    def branches(self) -> bool:
        """True when some reached step has more than one way out."""
        return any(len(self.ways[step]) > 1 for step in self.reached)

    @cached_property
    def _walk(self) -> tuple[frozenset[tuple[int, int]], frozenset[int]]:
        back: set[tuple[int, int]] = set()
        if not self.ways:  # a variant may leave nothing
            return frozenset(), frozenset()
        seen, on_path = {0}, {0}
        path = [(0, iter(self.ways[0]))]
        while path:
            here, ways = path[-1]
            target = next((target for target, _ in ways), None)
            if target is None:
                on_path.discard(here)
                path.pop()
            elif target in on_path:
                back.add((here, target))
            elif target not in seen and target != END:
                seen.add(target)
                on_path.add(target)
                path.append((target, iter(self.ways[target])))
        return frozenset(back), frozenset(seen)


def flow_of(blueprint: Blueprint) -> Flow:
    """The graph of a blueprint's steps; in a variant, a way to a step that is left out leads to the next kept one."""
    return blueprint.remembered("flow", lambda: _flow_of(blueprint))


def _flow_of(blueprint: Blueprint) -> Flow:
    places = _places(blueprint)
    return Flow(tuple(_ways(blueprint, index, step, places) for index, step in enumerate(blueprint.steps)))


def _places(blueprint: Blueprint) -> dict[str, int]:
    """The position of every step by its id and by the ids of its actions; END where nothing is left to lead to."""
    kept = {step.route: index for index, step in enumerate(blueprint.steps)}
    places: dict[str, int] = {}
    following = END
    for step in reversed(blueprint.whole.steps):
        following = kept.get(step.route, following)
        for name in (step.id, *(action.id for _, action in step.actions())):
            if name:
                places[name] = following
    return places


def _ways(
    blueprint: Blueprint, index: int, step: Step, places: dict[str, int]
) -> tuple[tuple[int, Fraction], ...]:
    if step.next is None:
        return ((index + 1 if index + 1 < len(blueprint.steps) else END, Fraction(1)),)
    if not step.next:
        return ((END, Fraction(1)),)
    shares = probabilities(step)
    total = sum(shares) or Fraction(1)
    found: dict[int, Fraction] = {}
    for way, share in zip(step.next, shares, strict=True):
        target = END if way.to == _JOURNEY_ENDS else places.get(way.to, END)
        found[target] = found.get(target, Fraction(0)) + share / total
    return tuple(found.items())


def probabilities(step: Step) -> list[Fraction]:
    """How often each `next` is taken; those that do not say share the rest equally."""
    ways = step.next or ()
    said = sum((way.probability for way in ways if way.probability is not None), Fraction(0))
    silent = sum(1 for way in ways if way.probability is None)
    rest = max(1 - said, Fraction(0)) / silent if silent else Fraction(0)
    return [rest if way.probability is None else way.probability for way in ways]


def probability_sum(step: Step) -> Fraction | None:
    """What a step's probabilities sum to, where that is not 1; None where it is, or where nothing is said."""
    ways = step.next or ()
    said = [way.probability for way in ways if way.probability is not None]
    total = sum(said, Fraction(0))
    if not said or abs(total - 1) <= TOLERANCE or (total < 1 and len(said) < len(ways)):
        return None
    return total


def unreachable(blueprint: Blueprint) -> tuple[Step, ...]:
    """The steps that no forward way leads to, in the order of the file."""
    reached = flow_of(blueprint).reached
    return tuple(step for index, step in enumerate(blueprint.steps) if index not in reached)


def endless(blueprint: Blueprint) -> tuple[Step, ...]:
    """The reached steps from which the journey never ends, in the order of the file."""
    flow = flow_of(blueprint)
    sources: dict[int, list[int]] = {}
    for step in flow.reached:
        for target, share in flow.ways[step]:
            if share:
                sources.setdefault(target, []).append(step)
    arrives, todo = {END}, [END]
    while todo:
        fresh = [step for step in sources.get(todo.pop(), ()) if step not in arrives]
        arrives.update(fresh)
        todo.extend(fresh)
    return tuple(blueprint.steps[index] for index in sorted(flow.reached - arrives))


def visits(flow: Flow) -> tuple[Fraction, ...] | None:
    """Expected number of runs of each step, v = e + Pᵀv; None when a loop is never left.

    Each step's equation is solved for the steps before it in the file, from the last step back, so that a loop folds
    into the one way that enters it; then the values follow from the first step on.
    """
    if not flow.branches and not flow.back:
        return tuple(Fraction(step in flow.reached) for step in range(len(flow.ways)))
    equations = _Equations(flow)
    for step in reversed(equations.order):
        if not equations.fold(step):
            return None
    return equations.solution(len(flow.ways))


class _Equations:
    """For each reached step its runs as shares of other steps' runs; the first step has one run more, the start."""

    def __init__(self, flow: Flow) -> None:
        self.order = sorted(flow.reached)
        self.shares: dict[int, dict[int, Fraction]] = {step: {} for step in self.order}
        self.used_by: dict[int, set[int]] = {step: set() for step in self.order}
        self.start = Fraction(1)
        for source in self.order:
            for target, share in flow.ways[source]:
                if target != END and share:
                    self._add(target, source, share)

    def _add(self, target: int, source: int, share: Fraction) -> None:
        self.shares[target][source] = self.shares[target].get(source, Fraction(0)) + share
        self.used_by[source].add(target)

    def fold(self, step: int) -> bool:
        """Solve a step's equation for itself and put it into those before it; False when it never leaves itself."""
        own = self.shares[step].pop(step, Fraction(0))
        if own == 1:
            return False
        if own:
            self.shares[step] = {source: share / (1 - own) for source, share in self.shares[step].items()}
            if step == 0:
                self.start /= 1 - own
        for target in sorted(self.used_by[step]):
            if target < step:
                factor = self.shares[target].pop(step)
                for source, share in self.shares[step].items():
                    self._add(target, source, factor * share)
        return True

    def solution(self, steps: int) -> tuple[Fraction, ...]:
        """The runs of every step, 0 where nothing leads."""
        found = [Fraction(0)] * steps
        for step in self.order:
            entered = (share * found[source] for source, share in self.shares[step].items())
            found[step] = sum(entered, self.start if step == 0 else Fraction(0))
        return tuple(found)
