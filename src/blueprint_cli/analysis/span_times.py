"""Spans: how long the stretches of a journey take, and what was allowed for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from blueprint_cli.analysis.figures import SpanTimes
    from blueprint_cli.analysis.order import Node, Order
    from blueprint_cli.analysis.schedule import Schedule
    from blueprint_cli.model.blueprint import Span

Bounds = tuple["Node | None", "Node | None"]
"""The nodes at whose start and end a span begins and ends; None is the journey's own."""


def bounds_of(order: Order, span: Span) -> Bounds | None:
    """Where a span begins and ends; None when one of the two never happens."""
    begin = None if span.from_ is None else order.nodes_by_id.get(span.from_, -1)
    end = None if span.to is None else order.nodes_by_id.get(span.to, -1)
    if -1 in (begin, end):
        return None
    if begin is not None and begin >= len(order.actions):
        begin -= 1  # a name leads to its step's end, and the start stands before it
    return begin, end


def within(order: Order, bounds: Bounds | None) -> set[Node]:
    """The actions of a stretch: what waits for its beginning and is waited for by its end, both counted."""
    if bounds is None:
        return set()
    begin, end = bounds
    found = set(range(len(order.actions)))
    if begin is not None:
        found &= _reached(begin, order.after)
    if end is not None:
        found &= _reached(end, order.before)
    return found


def _reached(node: Node, ways: Sequence[tuple[Node, ...]]) -> set[Node]:
    found, waiting = {node}, [node]
    while waiting:
        beyond = [other for other in ways[waiting.pop()] if other not in found]
        found.update(beyond)
        waiting += beyond
    return found


def begins(plan: Schedule, bounds: Bounds | None) -> int:
    """The tick at which a span begins; 0 when it never does."""
    return 0 if bounds is None or bounds[0] is None else plan.starts[bounds[0]]


def elapsed(plan: Schedule, bounds: Bounds | None) -> int | None:
    """The ticks of a span; None when it never happens, or ends before it starts."""
    if bounds is None or is_reversed(plan, bounds):
        return None
    return _end(plan, bounds) - begins(plan, bounds)


def is_reversed(plan: Schedule, bounds: Bounds | None) -> bool:
    """Whether a span ends before it starts: its two names were exchanged."""
    if bounds is None:
        return False
    length = _end(plan, bounds) - begins(plan, bounds)
    # Of no length it is where the one begins as the other ends: then nothing leads from the first to the second.
    return length < 0 or (length == 0 and not within(plan.order, bounds))


def _end(plan: Schedule, bounds: Bounds) -> int:
    return plan.lead if bounds[1] is None else plan.ends[bounds[1]]


def allowed(plan: Schedule, span: Span) -> tuple[int | None, int | None, int | None]:
    """The ticks of a span's promise, target and limit."""
    begin = begins(plan, bounds_of(plan.order, span))
    promise, target, limit = (
        plan.clock.allowance(duration, begin, None) for duration in (span.promise, span.target, span.limit)
    )
    return promise, target, limit


def span_times(plan: Schedule, best: Schedule, worst: Schedule, span: Span) -> SpanTimes:
    """The times of a span: by the likely times, and with every range at its shortest and at its longest."""
    from blueprint_cli.analysis.figures import SpanTimes

    bounds = bounds_of(plan.order, span)
    found = elapsed(plan, bounds)
    promise, target, limit = allowed(plan, span)
    return SpanTimes(
        id=span.key,
        title=span.title,
        from_=span.from_,
        to=span.to,
        elapsed_s=plan.clock.known(found),
        promise_s=plan.clock.known(promise),
        target_s=plan.clock.known(target),
        limit_s=plan.clock.known(limit),
        kept=None if promise is None or found is None else found <= promise,
        best_s=best.clock.known(elapsed(best, bounds)),
        worst_s=worst.clock.known(elapsed(worst, bounds)),
        reversed=is_reversed(plan, bounds),
    )
