"""What takes longer than its limit, its target or its promise: actions, steps and spans of every journey."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from blueprint_cli.findings import Problem
from blueprint_cli.language.lengths import format_duration

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from blueprint_cli.analysis.figures import ActionTimes, SpanTimes, StepTimes
    from blueprint_cli.checks.asked import Timed
    from blueprint_cli.findings import Route
    from blueprint_cli.model.blueprint import Blueprint

Mark = Literal["limit", "target", "promise"]
_WORSE: dict[Mark, tuple[Mark, ...]] = {"limit": (), "promise": (), "target": ("limit", "promise")}


@dataclass(frozen=True)
class Gap:
    """Something that takes longer than it says; times in seconds."""

    what: str
    route: Route
    elapsed_s: int
    allowed_s: int
    whose: str
    longest: str


def says(blueprint: Blueprint, mark: Mark) -> bool:
    """Whether anything in the map has such a mark: without one there is nothing to measure."""
    parts = [*blueprint.spans, *blueprint.steps, *(action for _, _, action in blueprint.actions())]
    return any(getattr(part, mark, None) is not None for part in parts)


def passed(timed: Iterable[Timed], mark: Mark) -> Iterator[Gap]:
    """What passes its mark, each thing once, in the first journey that shows it.

    What is worse is told instead: a thing over its limit, or with a broken promise, is not over its target as well.
    """
    told: set[Route] = set()
    for one in timed:
        for what, route, times in _marked(one):
            allowed = _allowed(times, mark)
            if route in told or allowed is None or times.elapsed_s is None or times.elapsed_s <= allowed:
                continue
            if not any(_is_over(times, worse) for worse in _WORSE[mark]):
                told.add(route)
                longest = _longest(one, times)
                yield Gap(what, (*route, mark), times.elapsed_s, allowed, one.whose, longest)


def problems(gaps: Iterable[Gap], allowed: str, help_line: str) -> Iterator[Problem]:
    """Each gap as a problem; `allowed` names the mark: `its limit`, `what was promised`."""
    for gap in gaps:
        longest = f"; '{gap.longest}' takes longest" if gap.longest else ""
        yield Problem(
            f"{gap.what} takes {format_duration(gap.elapsed_s, 'en')}, "
            f"{allowed} is {format_duration(gap.allowed_s, 'en')}{gap.whose}{longest}",
            gap.route,
            help_line,
        )


def _marked(one: Timed) -> Iterator[tuple[str, Route, ActionTimes | StepTimes | SpanTimes]]:
    spans = {span.key: span for span in one.blueprint.spans}
    for span_times in one.timings.spans:
        span = spans[span_times.id]
        yield f"'{span.title or span.id}'" if span.title or span.id else "the journey", span.route, span_times
    for step_times in one.timings.steps:
        yield step_times.step.said, step_times.step.route, step_times
    for action_times in one.timings.actions:
        yield f"'{action_times.action.action}'", action_times.action.route, action_times


def _allowed(times: ActionTimes | StepTimes | SpanTimes, mark: Mark) -> int | None:
    seconds: int | None = getattr(times, f"{mark}_s", None)
    return seconds


def _is_over(times: ActionTimes | StepTimes | SpanTimes, mark: Mark) -> bool:
    allowed = _allowed(times, mark)
    return allowed is not None and times.elapsed_s is not None and times.elapsed_s > allowed


def _longest(one: Timed, times: ActionTimes | StepTimes | SpanTimes) -> str:
    """The action that takes longest on the critical path, for a stretch of several; empty for an action itself."""
    if hasattr(times, "action"):
        return ""
    inside = [
        action
        for action in one.timings.actions
        if action.critical and (not hasattr(times, "step") or action.step == times.id)
    ]
    longest = max(inside, key=lambda action: action.elapsed_s or 0, default=None)
    return longest.action.action if longest and len(inside) > 1 else ""
