"""What must have ended before an action starts, and before a step ends: the graph that the schedule walks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from blueprint_cli.analysis.flow import Flow, flow_of
from blueprint_cli.model.word_lists import LAYERS

if TYPE_CHECKING:
    from blueprint_cli.model.actions import Action
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.model.steps import Step
    from blueprint_cli.model.word_lists import Layer

Node = int


class Placed(NamedTuple):
    """An action with the step and layer that it stands in; `step` is a position from 0."""

    step: int
    layer: Layer
    action: Action
    owner: str | None


@dataclass(frozen=True)
class Order:
    """The graph of a blueprint's actions, steps' starts and steps' ends.

    Nodes are numbers: node k < len(actions) is action k in the order of the file; then each step's start and end.

    Attributes:
        actions: every action of a reached step.
        before: for each node the nodes that must have ended; none means that it starts with the journey.
        opens: for each action, whether it waits for its step's start alone.
        nodes_by_id: the action, or the end of the step, that an id names.
    """

    flow: Flow
    actions: tuple[Placed, ...]
    before: tuple[tuple[Node, ...], ...]
    opens: tuple[bool, ...]
    nodes_by_id: dict[str, Node]

    def start_of(self, step: int) -> Node:
        """The node of a step's start."""
        return len(self.actions) + 2 * step

    def end_of(self, step: int) -> Node:
        """The node of a step's end."""
        return len(self.actions) + 2 * step + 1

    @cached_property
    def after(self) -> tuple[tuple[Node, ...], ...]:
        """For each node the nodes that wait for it."""
        found: list[list[Node]] = [[] for _ in self.before]
        for node, before in enumerate(self.before):
            for earlier in before:
                found[earlier].append(node)
        return tuple(map(tuple, found))

    @cached_property
    def sorted_nodes(self) -> tuple[Node, ...]:
        """The nodes so that each comes behind what it waits for; nodes on a cycle, and behind one, are left out."""
        waiting = [len(set(before)) for before in self.before]
        ready = [node for node, count in enumerate(waiting) if not count]
        found: list[Node] = []
        while ready:
            node = ready.pop()
            found.append(node)
            for later in dict.fromkeys(self.after[node]):
                waiting[later] -= 1
                if not waiting[later]:
                    ready.append(later)
        return tuple(found)

    @cached_property
    def places(self) -> dict[Node, int]:
        """The position of each sorted node."""
        return {node: index for index, node in enumerate(self.sorted_nodes)}

    @cached_property
    def cycle(self) -> tuple[Action, ...]:
        """The actions of one circle in which each waits for the one before it; empty when there is none."""
        stuck = set(range(len(self.before))) - set(self.sorted_nodes)
        if not stuck:
            return ()
        path: list[Node] = []
        seen: set[Node] = set()
        node = min(stuck)
        while node not in seen:
            seen.add(node)
            path.append(node)
            node = next(earlier for earlier in self.before[node] if earlier in stuck)
        circle = reversed(path[path.index(node) :])
        return tuple(self.actions[node].action for node in circle if node < len(self.actions))


def order_of(blueprint: Blueprint) -> Order:
    """The graph of a blueprint by its order rules: layers side by side, `after` in place of the defaults, `next` between steps."""
    return blueprint.remembered("order", lambda: _Weaver(blueprint).woven())


class _Weaver:
    def __init__(self, blueprint: Blueprint) -> None:
        self.blueprint = blueprint
        self.flow = flow_of(blueprint)
        self.actions = tuple(
            Placed(index, layer, action, step.owner_of(layer, action))
            for index, step in enumerate(blueprint.steps)
            if index in self.flow.reached
            for layer, action in step.actions()
        )
        self.nodes_by_id: dict[str, Node] = {}
        for node, placed in enumerate(self.actions):
            if placed.action.id:
                self.nodes_by_id.setdefault(placed.action.id, node)
        for index, step in enumerate(blueprint.steps):
            if step.id and index in self.flow.reached:
                self.nodes_by_id.setdefault(step.id, len(self.actions) + 2 * index + 1)

    def woven(self) -> Order:
        before: list[tuple[Node, ...]] = [()] * (len(self.actions) + 2 * len(self.blueprint.steps))
        opens = [False] * len(self.actions)
        node = 0
        for index, step in enumerate(self.blueprint.steps):
            start = len(self.actions) + 2 * index
            before[start] = tuple(
                len(self.actions) + 2 * earlier + 1 for earlier in self.flow.leading_to[index]
            )
            holding = [start]
            if index in self.flow.reached:
                node = self._weave_step(step, node, start, before, opens, holding)
            before[start + 1] = tuple(holding)
        return Order(self.flow, self.actions, tuple(before), tuple(opens), self.nodes_by_id)

    def _weave_step(
        self,
        step: Step,
        node: Node,
        start: Node,
        before: list[tuple[Node, ...]],
        opens: list[bool],
        holding: list[Node],
    ) -> Node:
        for layer in LAYERS:
            previous: Node | None = None
            for action in step.actions_of(layer):
                named = self._named(action)
                before[node] = named if named is not None else (start if previous is None else previous,)
                opens[node] = named is None and previous is None
                if not action.background:
                    previous = node
                    holding.append(node)
                node += 1
        return node

    def _named(self, action: Action) -> tuple[Node, ...] | None:
        """The nodes of an action's `after`; None where the default order holds."""
        if action.after is None:
            return None
        found = tuple(
            dict.fromkeys(
                self.nodes_by_id[entry.id] for entry in action.after if entry.id in self.nodes_by_id
            )
        )
        return found if found or not action.after else None


def circle(blueprint: Blueprint) -> tuple[Action, ...]:
    """The actions of one circle that `after` makes, each waiting for the one before; empty when there is none."""
    return order_of(blueprint).cycle


def reaches_out(order: Order) -> bool:
    """True when some `after` names what stands in another step, or nothing at all."""
    for node, placed in enumerate(order.actions):
        start = order.start_of(placed.step)
        if not order.before[node] or any(
            earlier != start and (earlier >= len(order.actions) or order.actions[earlier].step != placed.step)
            for earlier in order.before[node]
        ):
            return True
    return False
