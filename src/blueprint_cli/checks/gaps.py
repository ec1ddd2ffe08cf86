"""What takes longer than its limit, its target or its promise: actions, steps and spans of every journey."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from blueprint_cli.analysis.allowances import longest_critical
from blueprint_cli.findings import Problem
from blueprint_cli.language.lengths import format_beside
from blueprint_cli.model.actions import Action
from blueprint_cli.model.blueprint import Span
from blueprint_cli.model.steps import Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from blueprint_cli.analysis.allowances import Allowed
    from blueprint_cli.checks.asked import Timed
    from blueprint_cli.findings import Route
    from blueprint_cli.model.blueprint import Blueprint

Mark = Literal["limit", "target", "promise"]
_WORSE: dict[Mark, tuple[Mark, ...]] = {"limit": (), "promise": (), "target": ("limit", "promise")}


class Gap(NamedTuple):
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
        for times in one.allowances:
            elapsed, granted = times.elapsed_s, times.granted(mark)
            if granted is None or elapsed is None or elapsed <= granted or times.part.route in told:
                continue
            if not any(_is_over(times, worse) for worse in _WORSE[mark]):
                told.add(times.part.route)
                route = (*times.part.route, mark)
                yield Gap(_said(times), route, elapsed, granted, one.whose, _longest(one, times))


def problems(gaps: Iterable[Gap], allowed: str, help_line: str) -> Iterator[Problem]:
    """Each gap as a problem; `allowed` names the mark: `its limit`, `what was promised`."""
    for gap in gaps:
        longest = f"; '{gap.longest}' takes longest" if gap.longest else ""
        yield Problem(
            f"{gap.what} takes {format_beside(gap.elapsed_s, (gap.allowed_s,))}, "
            f"{allowed} is {format_beside(gap.allowed_s, (gap.elapsed_s,))}{gap.whose}{longest}",
            gap.route,
            help_line,
        )


def _said(times: Allowed) -> str:
    part = times.part
    if isinstance(part, Step):
        return part.said
    name = part.action if isinstance(part, Action) else part.title or part.id
    return f"'{name}'" if name else "the journey"


def _is_over(times: Allowed, mark: Mark) -> bool:
    granted = times.granted(mark)
    return granted is not None and times.elapsed_s is not None and times.elapsed_s > granted


def _longest(one: Timed, times: Allowed) -> str:
    """The action that takes longest on the critical path, for a stretch of several; empty for an action itself."""
    if isinstance(times.part, Action):
        return ""
    part = times.part if isinstance(times.part, Span) else times.step
    longest = None if part is None else longest_critical(one.plan, part)
    return longest.action if longest else ""
