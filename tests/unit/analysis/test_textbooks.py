"""Networks of textbooks: slack, drag, several critical paths, activities of no length, PERT with its probability."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from blueprint_cli.analysis.chances import Chances
from blueprint_cli.analysis.timings import Timings, measure
from blueprint_cli.model.blueprint import Blueprint

Sketch = Callable[[str], Blueprint]
Network = dict[str, tuple[str, list[str]]]
DAY, WEEK = 86_400, 604_800


def network(sketch: Sketch, activities: Network, chances: Chances | None = None) -> Timings:
    """Activities with their time and what comes before them, on one layer of one step."""
    rows = "".join(
        f"    - {{id: {name}, action: {name}, work: {time}, after: [{', '.join(before)}]}}\n"
        for name, (time, before) in activities.items()
    )
    return measure(sketch(f"- backstage:\n{rows}"), chances=chances)


def test_critical_path_drag(sketch: Sketch) -> None:
    # Devaux's drag as Wikipedia tells it (recalled): floats of 15, 5 and 20 days beside a path of 65
    timings = network(
        sketch,
        {
            "a": ("10 d", []),
            "b": ("20 d", ["a"]),
            "c": ("5 d", ["b"]),
            "d": ("10 d", ["c", "f"]),
            "e": ("20 d", ["d", "g", "h"]),
            "f": ("10 d", ["a"]),
            "g": ("10 d", ["b"]),
            "h": ("15 d", ["a"]),
        },
    )
    assert timings.lead_s == 65 * DAY
    assert timings.critical_path == ("a", "b", "c", "d", "e")
    drags = {times.id: times.drag_s // DAY for times in timings.actions}
    assert drags == {"a": 10, "b": 15, "c": 5, "d": 5, "e": 20, "f": 0, "g": 0, "h": 0}
    slacks = {times.id: (times.slack_s or 0) // DAY for times in timings.actions}
    assert slacks == {"a": 0, "b": 0, "c": 0, "d": 0, "e": 0, "f": 15, "g": 5, "h": 20}


FOUNDRY: dict[str, tuple[tuple[int, int, int], list[str]]] = {
    "a": ((1, 2, 3), []),
    "b": ((2, 3, 4), []),
    "c": ((1, 2, 3), ["a"]),
    "d": ((2, 4, 6), ["b"]),
    "e": ((1, 4, 7), ["c"]),
    "f": ((1, 2, 9), ["c"]),
    "g": ((3, 4, 11), ["d", "e"]),
    "h": ((1, 2, 3), ["f", "g"]),
}


def test_general_foundry(sketch: Sketch) -> None:
    # Render and Stair, Quantitative Analysis for Management: 15 weeks by A-C-E-G-H, variance 3.11, 71.6 % within 16 weeks
    rows: Network = {
        name: (f"{{min: {low} weeks, likely: {likely} weeks, max: {high} weeks}}", before)
        for name, ((low, likely, high), before) in FOUNDRY.items()
    }
    timings = network(sketch, rows, Chances(runs=200, within_s=16 * WEEK))
    assert timings.lead_s == 15 * WEEK
    assert timings.critical_path == ("a", "c", "e", "g", "h")
    assert [(times.slack_s or 0) / WEEK for times in timings.actions] == [0, 1, 0, 1, 0, 6, 0, 0]
    assert [(times.elapsed_s or 0) / WEEK for times in timings.actions] == [2, 3, 2, 4, 4, 3, 5, 2]
    found = timings.pert
    assert found is not None
    assert found.mean_s == 15 * WEEK
    assert found.sd_s / WEEK == pytest.approx((28 / 9) ** 0.5, abs=1e-6)
    assert found.probability_within == pytest.approx(0.7146, abs=5e-4)


def test_three_critical_paths_and_a_milestone(sketch: Sketch) -> None:
    timings = network(
        sketch,
        {
            "start": ("instant", []),
            "one": ("3 d", ["start"]),
            "two": ("3 d", ["start"]),
            "three": ("1 d", ["start"]),
            "three-too": ("2 d", ["three"]),
            "meet": ("instant", ["one", "two", "three-too"]),
            "left": ("2 d", ["meet"]),
            "right": ("2 d", ["meet"]),
            "over": ("instant", ["left", "right"]),
        },
    )
    assert timings.lead_s == 5 * DAY
    assert all(times.critical for times in timings.actions)
    assert timings.critical_path == ("one", "left")
    assert {times.drag_s for times in timings.actions} == {0}
    assert timings.critical_work_s == 5 * DAY
    assert timings.activity_ratio == 1
