"""What an action costs the whole: the lead, less the lead if that action took no time, or no more than its target."""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from blueprint_cli.analysis.order import Node
    from blueprint_cli.analysis.schedule import Schedule


def drags(plan: Schedule) -> dict[Node, int]:
    """For each critical action with a length, the ticks that the lead loses with it."""
    if plan.clock.is_always_on:
        around = _longest_around(plan)
        return {
            node: min(plan.length(node), plan.lead - around.get(node, 0)) for node in plan.critical_actions
        }
    return {node: gain(plan, node, 0) for node in plan.critical_actions}


def gain(plan: Schedule, node: Node, length: int) -> int:
    """The ticks by which the lead is shorter if an action took so long, no longer than it does."""
    return plan.lead - _lead_with(plan, node, plan.starts[node] + length)


def _longest_around(plan: Schedule) -> dict[Node, int]:
    """The longest path that passes each node by: the longest one over an edge that spans its place in the sorted order."""
    nodes = plan.order.sorted_nodes
    place = {node: index for index, node in enumerate(nodes)}
    spans = _spans(plan, place)
    found: dict[Node, int] = {}
    heap: list[tuple[int, int]] = []  # longest first, with the place where the edge comes down
    taken = 0
    for index, node in enumerate(nodes):
        while taken < len(spans) and spans[taken][0] < index:
            heapq.heappush(heap, (-spans[taken][2], spans[taken][1]))
            taken += 1
        while heap and heap[0][1] <= index:
            heapq.heappop(heap)
        found[node] = -heap[0][0] if heap else 0
    return found


def _spans(plan: Schedule, place: dict[Node, int]) -> list[tuple[int, int, int]]:
    """Every edge, the first and last ones of a journey too: from place, to place, length of the longest path over it."""
    spans: list[tuple[int, int, int]] = []
    for node, index in place.items():
        tail = plan.tails[node]
        if tail is None:
            continue
        if not plan.order.before[node]:
            spans.append((-1, index, plan.length(node) + tail))
        if tail == 0:
            spans.append((index, len(place), plan.ends[node]))
        for later in plan.order.after[node]:
            beyond = plan.tails[later]
            if beyond is not None:
                spans.append((index, place[later], plan.ends[node] + plan.length(later) + beyond))
    return sorted(spans)


def _lead_with(plan: Schedule, changed: Node, end: int) -> int:
    """The lead if an action ended then: only what waits for it is timed again, as far as that moves anything."""
    order, place = plan.order, plan.order.places
    ends = {changed: end}
    todo = [place[later] for later in order.after[changed]]
    heapq.heapify(todo)
    while todo:
        index = heapq.heappop(todo)
        while todo and todo[0] == index:
            heapq.heappop(todo)
        node = order.sorted_nodes[index]
        begin = max(ends.get(earlier, plan.ends[earlier]) for earlier in order.before[node])
        if begin == plan.starts[node]:
            continue
        sooner = plan.clock.tasks[node].run(begin).end if node < len(order.actions) else begin
        if sooner != plan.ends[node]:
            ends[node] = sooner
            for later in order.after[node]:
                heapq.heappush(todo, place[later])
    last = (order.end_of(step) for step in order.flow.reached)
    return max(ends.get(node, plan.ends[node]) for node in last)
