"""What parts take and may take: the same figures as those of `timings`, worked out without the rest of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from blueprint_cli.analysis.allowances import allowances, longest_critical
from blueprint_cli.analysis.journeys import journeys
from blueprint_cli.analysis.schedule import schedule
from blueprint_cli.analysis.timings import measure
from blueprint_cli.model.actions import Action
from blueprint_cli.model.blueprint import Blueprint, Span
from blueprint_cli.model.steps import Step
from blueprint_cli.source.loading import load

ROOT = Path(__file__).parents[3]
MAPS = sorted(
    path
    for folder in ("examples", "src/blueprint_cli/templates")
    for path in (ROOT / folder).glob("*.blueprint.yaml")
    if isinstance(load(path).root, Blueprint)
)


@pytest.mark.parametrize("path", MAPS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_figures_are_those_of_timings(path: Path) -> None:
    root = load(path).root
    assert isinstance(root, Blueprint)
    for _, blueprint in journeys(root):
        timings = measure(blueprint)
        known: dict[tuple[str, str], Any] = {
            **{("span", times.id): times for times in timings.spans},
            **{("step", times.id): times for times in timings.steps},
            **{("action", times.id): times for times in timings.actions},
        }
        said = list(allowances(blueprint, timings.plan))
        for one in said:
            kind = (
                "step" if isinstance(one.part, Step) else "action" if isinstance(one.part, Action) else "span"
            )
            times = known.pop((kind, one.part.key))
            assert (one.elapsed_s, one.target_s, one.limit_s) == (
                times.elapsed_s,
                times.target_s,
                times.limit_s,
            )
            assert one.promise_s == getattr(times, "promise_s", None)
        for left in known.values():
            assert (left.target_s, left.limit_s, getattr(left, "promise_s", None)) == (None, None, None)


def test_the_longest_critical_action_is_that_of_the_critical_path() -> None:
    root = load(ROOT / "examples" / "colis-en-retard.blueprint.yaml").root
    assert isinstance(root, Blueprint)
    timings = measure(root)
    critical = [times for times in timings.actions if times.critical]
    found = longest_critical(timings.plan, Span())
    assert found is max(critical, key=lambda times: times.elapsed_s or 0).action


def test_what_takes_longest_in_a_span_stands_in_the_span(sketch: Callable[[str], Blueprint]) -> None:
    blueprint = sketch("""
        spans: [{id: final, title: The last part, from: last, to: last, limit: 5 min}]
        steps:
          - customer: {action: Reads for days, wait: 3 days}
          - id: last
            customer: [{action: Writes, work: 10 min}, {action: Sends, work: 20 min}]
        """)
    plan = schedule(blueprint)
    found = longest_critical(plan, blueprint.spans[0])
    assert found is not None
    assert found.action == "Sends"
    assert longest_critical(plan, 0) is None
