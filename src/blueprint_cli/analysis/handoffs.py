"""Hand-overs: how often work passes from one owner to another."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from blueprint_cli.model.word_lists import UNKNOWN_OWNER

if TYPE_CHECKING:
    from collections.abc import Callable

    from blueprint_cli.analysis.order import Node, Order

CUSTOMER = "\0customer"
"""The owner of a customer action that names none."""


def owner_at(order: Order, node: Node) -> str | None:
    """Who gives and receives at an action: its owner, the customer, or nobody."""
    placed = order.actions[node]
    if placed.owner == UNKNOWN_OWNER:
        return None
    return placed.owner or (CUSTOMER if placed.layer == "customer" else None)


def handoffs(order: Order) -> int:
    """The sum over all actions of the distinct owners that hand over to them, themselves apart.

    An action that opens its layer and has its own owner among the givers counts 0: the team carries on its own work.
    """
    return sum(received(order))


def received(order: Order) -> tuple[int, ...]:
    """For each action the hand-overs to it."""
    found = []
    for node, before in enumerate(givers(order)):
        own = owner_at(order, node)
        owners = {owner_at(order, giver) for giver in before} - {None}
        carries_on = own is None or (order.opens[node] and own in owners)
        found.append(0 if carries_on else len(owners - {own}))
    return tuple(found)


def givers(order: Order) -> tuple[tuple[Node, ...], ...]:
    """For each action the actions that it directly takes over from."""
    closing = _closing_actions(order)
    return tuple(_givers(order, node, closing) for node in range(len(order.actions)))


def _givers(order: Order, node: Node, closing: Callable[[int], tuple[Node, ...]]) -> tuple[Node, ...]:
    found: list[Node] = []
    for earlier in order.before[node]:
        if earlier < len(order.actions):
            found.append(earlier)
        elif order.opens[node]:
            found += [
                giver for step in order.flow.leading_to[order.actions[node].step] for giver in closing(step)
            ]
        else:
            found += closing((earlier - len(order.actions)) // 2)
    return tuple(found)


def _closing_actions(order: Order) -> Callable[[int], tuple[Node, ...]]:
    """A function from a step to the actions that close it; a step without any passes on those of the steps before it."""
    waited_for = {
        earlier
        for node, placed in enumerate(order.actions)
        if not placed.action.background
        for earlier in order.before[node]
        if earlier < len(order.actions) and order.actions[earlier].step == placed.step
    }
    own: dict[int, list[Node]] = {step: [] for step in range(len(order.flow.ways))}
    for node, placed in enumerate(order.actions):
        if not placed.action.background and node not in waited_for:
            own[placed.step].append(node)

    @cache
    def closing(step: int) -> tuple[Node, ...]:
        found: dict[Node, None] = {}
        todo, seen = [step], {step}
        while todo:
            here = todo.pop()
            found.update(dict.fromkeys(own[here]))
            for earlier in () if own[here] else order.flow.leading_to[here]:
                if earlier not in seen:
                    seen.add(earlier)
                    todo.append(earlier)
        return tuple(found)

    return closing
