"""Sums over groups of actions: by layer, owner, system, phase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.analysis.figures import Total
from blueprint_cli.model.word_lists import LAYERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from blueprint_cli.analysis.order import Node, Placed
    from blueprint_cli.analysis.schedule import Schedule
    from blueprint_cli.model.blueprint import Blueprint

Totals = dict[str, Total]


def by_layer(plan: Schedule) -> Totals:
    """Sums by layer, from top to bottom."""
    found = _totals(plan, lambda placed: [placed.layer])
    return {layer: found[layer] for layer in LAYERS if layer in found}


def by_owner(plan: Schedule) -> Totals:
    """Sums by owner; an action without one counts nowhere."""
    return _totals(plan, lambda placed: [placed.owner])


def by_system(plan: Schedule) -> Totals:
    """Sums by system; an action counts for each system that it uses."""
    return _totals(plan, lambda placed: [use.system for use in placed.action.uses])


def by_phase(plan: Schedule, blueprint: Blueprint) -> Totals:
    """Sums by phase."""
    return _totals(plan, lambda placed: [blueprint.steps[placed.step].phase])


def _totals(plan: Schedule, names: Callable[[Placed], Iterable[str | None]]) -> Totals:
    """Groups in order of appearance; each action counts once for a name, and nowhere without one."""
    found: dict[str, list[Node]] = {}
    for node, placed in enumerate(plan.order.actions):
        for name in dict.fromkeys(names(placed)):
            if name is not None:
                found.setdefault(name, []).append(node)
    critical, whole = frozenset(plan.critical_path), plan.clock.whole
    return {
        name: Total(
            len(nodes),
            whole(plan.worked(nodes)),
            whole(plan.waited(nodes)),
            whole(sum(plan.length(node) for node in nodes if node in critical)),
            sum(plan.work[node] is None or plan.wait[node] is None for node in nodes),
        )
        for name, nodes in found.items()
    }
