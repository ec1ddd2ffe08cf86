"""What a journey crosses: the three lines between the layers, from system to system, and the waiting out of sight."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from blueprint_cli.analysis.handoffs import givers
from blueprint_cli.model.word_lists import LAYERS

if TYPE_CHECKING:
    from blueprint_cli.analysis.timings import Timings

_UNSEEN = ("backstage", "support")


class Crossings(NamedTuple):
    """How often work passes over each line, counted on the pairs of the hand-overs."""

    interaction: int
    visibility: int
    internal_interaction: int


def crossings(timings: Timings) -> Crossings:
    """For each action the lines between it and the layers that it takes over from.

    An action that opens its layer and has its own layer among the givers counts 0: the layer carries on its own work.
    """
    order, found = timings.order, [0, 0, 0]
    for node, before in enumerate(givers(order)):
        own = LAYERS.index(order.actions[node].layer)
        layers = {LAYERS.index(order.actions[giver].layer) for giver in before}
        if order.opens[node] and own in layers:
            continue
        for layer in layers:
            for line in range(min(own, layer), max(own, layer)):
                found[line] += 1
    return Crossings(*found)


def system_changes(timings: Timings) -> int:
    """How often an action takes over from one that works in other systems, and shares none with it."""
    order, total = timings.order, 0
    used = [frozenset(use.system for use in placed.action.uses) for placed in order.actions]
    for node, before in enumerate(givers(order)):
        groups = {used[giver] for giver in before if used[giver]}
        if not used[node] or (order.opens[node] and any(group & used[node] for group in groups)):
            continue
        total += sum(not group & used[node] for group in groups)
    return total


def hidden_wait_s(timings: Timings) -> int:
    """Waiting on the critical path behind the line of visibility, where the customer sees nothing of it."""
    plan, actions = timings.plan, timings.order.actions
    nodes = (node for node in plan.critical_path if actions[node].layer in _UNSEEN)
    return plan.clock.whole(sum(plan.wait[node] or 0 for node in nodes))
