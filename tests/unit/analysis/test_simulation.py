"""Drawn journeys: published probabilities, exact truths for a sampler, percentiles, loops, spans, criticality."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from blueprint_cli.analysis.chances import VALUES, Chances, Spread, runs_worth, values_of
from blueprint_cli.analysis.timings import Timings, measure
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.source.loading import load

Sketch = Callable[[str], Blueprint]
CASES = Path(__file__).parent / "cases"
HOUR, WEEK = 3600, 604_800

# Hillier and Lieberman, Introduction to Operations Research: the optimistic, likely and pessimistic weeks of 14 activities.
RELIABLE = {
    "a": ("1", "2", "3"), "b": ("2", "3.5", "8"), "c": ("6", "9", "18"), "d": ("4", "5.5", "10"), "e": ("1", "4.5", "5"),
    "f": ("4", "4", "10"), "g": ("5", "6.5", "11"), "h": ("5", "8", "17"), "i": ("3", "7.5", "9"), "j": ("3", "9", "9"),
    "k": ("4", "4", "4"), "l": ("1", "5.5", "7"), "m": ("1", "2", "3"), "n": ("5", "5.5", "9"),
}  # fmt: skip
AFTER = {
    "a": [], "b": ["a"], "c": ["b"], "d": ["c"], "e": ["c"], "f": ["e"], "g": ["d"], "h": ["e", "g"], "i": ["c"],
    "j": ["f", "i"], "k": ["j"], "l": ["j"], "m": ["h"], "n": ["k", "l"],
}  # fmt: skip


def reliable(sketch: Sketch, chances: Chances) -> Timings:
    rows = "".join(
        f"    - {{id: {name}, action: {name}, after: [{', '.join(AFTER[name])}],"
        f" work: {{min: {low} weeks, likely: {likely} weeks, max: {high} weeks}}}}\n"
        for name, (low, likely, high) in RELIABLE.items()
    )
    return measure(sketch(f"- backstage:\n{rows}"), chances=chances)


def test_reliable_construction_by_pert_and_by_both_distributions(sketch: Sketch) -> None:
    timings = reliable(sketch, Chances(within_s=47 * WEEK))
    assert timings.pert is not None
    assert (timings.pert.mean_s, timings.pert.sd_s) == (44 * WEEK, 3 * WEEK)
    assert timings.pert.probability_within == pytest.approx(0.841345, abs=1e-6)
    drawn = timings.simulation
    assert drawn is not None
    assert drawn.mean_s / WEEK == pytest.approx(44.33, abs=0.08)
    assert drawn.sd_s / WEEK == pytest.approx(2.94, abs=0.05)
    assert drawn.probability_within == pytest.approx(0.816, abs=0.012)
    assert drawn.error == pytest.approx(0.0027, abs=0.0002)
    triangular = reliable(sketch, Chances(within_s=47 * WEEK, distribution="triangular")).simulation
    assert triangular is not None
    assert triangular.mean_s / WEEK == pytest.approx(46.23, abs=0.08)
    assert triangular.probability_within == pytest.approx(0.594, abs=0.014)


@pytest.mark.parametrize("path", sorted(CASES.glob("*.expected.json")), ids=lambda path: path.name)
def test_published_means_and_probabilities(path: Path) -> None:
    case = json.loads(path.read_text(encoding="utf-8"))
    within = {"19 weeks": 19 * WEEK}.get(case["options"].get("within"))
    source = load(path.with_name(path.name.replace(".expected.json", ".blueprint.yaml")))
    assert isinstance(source.root, Blueprint)
    timings = measure(source.root, chances=Chances(within_s=within, runs=2000))
    wanted = case["expect"].get("pert")
    if wanted is None:
        return
    assert timings.pert is not None
    assert timings.pert.mean_s == pytest.approx(wanted["mean_s"], abs=1)
    assert timings.pert.sd_s == pytest.approx(wanted["sd_s"], abs=1)
    assert timings.pert.probability_within == (
        None if within is None else pytest.approx(wanted["probability_within"], abs=1e-9)
    )


def test_without_a_range_or_a_branch_nothing_is_drawn(sketch: Sketch) -> None:
    timings = measure(sketch("- {customer: {action: A, work: 1 h}}\n- {customer: {action: B, wait: 2 h}}"))
    assert (timings.simulation, timings.pert) == (None, None)


@pytest.mark.parametrize(
    ("mode", "mean", "variance"),
    # beta with alpha + beta = 6: mean alpha / 6, variance alpha beta / 252
    [(0.0, 1 / 6, 5 / 252), (0.25, 2 / 6, 8 / 252), (0.5, 3 / 6, 9 / 252), (1.0, 5 / 6, 5 / 252)],
)
def test_beta_pert_has_the_moments_of_its_formula(mode: float, mean: float, variance: float) -> None:
    values = values_of(Spread(0, 1_000_000 * mode, 1_000_000), "beta-pert")
    found = sum(values) / VALUES
    assert found / 1e6 == pytest.approx(mean, abs=1e-4)
    assert sum((value - found) ** 2 for value in values) / VALUES / 1e12 == pytest.approx(variance, rel=2e-3)
    assert list(values) == sorted(values)


def test_the_larger_of_two_and_of_three(sketch: Sketch) -> None:
    # Triangles with the mode at the end have the distribution of the larger of two uniform times: mean 2/3;
    # the larger of two such of four: 4/5, of three of six: 6/7.
    for count in (1, 2, 3):
        rows = "".join(
            f"    - {{action: A{number}, after: [], work: {{min: 0 h, likely: 10 h, max: 10 h}}}}\n"
            for number in range(count)
        )
        found = measure(
            sketch(f"- backstage:\n{rows}"), chances=Chances(distribution="triangular")
        ).simulation
        assert found is not None
        assert found.mean_s / 10 / HOUR == pytest.approx(2 * count / (2 * count + 1), abs=0.004)


def test_the_same_seed_draws_the_same_journeys(sketch: Sketch) -> None:
    steps = "- {customer: {action: A, work: 1-5 h}}\n- {customer: {action: B, wait: 2-3 h}}"
    first, again, other = (
        measure(sketch(steps), chances=Chances(runs=500, seed=seed)).simulation for seed in (1, 1, 2)
    )
    assert first == again != other


def test_large_maps_are_drawn_less_often_unless_asked(sketch: Sketch) -> None:
    rows = "".join("- {backstage: {action: A, work: 1-5 h}}\n" for _ in range(151))
    large = measure(sketch(rows))
    assert large.simulation is not None
    assert (large.simulation.runs, large.draws_fewer) == (1324, True)
    asked = measure(sketch(rows), chances=Chances(runs=300))
    assert asked.simulation is not None
    assert (asked.simulation.runs, asked.draws_fewer) == (300, False)
    sizes = ((1, 1), (150, 300), (150, 301), (200, 200), (1000, 1000), (50_000, 50_000))
    assert [runs_worth(*size) for size in sizes] == [20_000, 20_000, 664, 1000, 200, 200]
    loop = (
        "- {id: b, backstage: [{action: A, work: 1-5 h}, B, C, D], next: [{to: b, probability: 99 %}, end]}"
    )
    rare = measure(sketch(loop)).simulation
    assert rare is not None
    assert rare.runs == 500


def test_loops_are_walked_and_spans_end_with_their_last_pass(sketch: Sketch) -> None:
    timings = measure(
        sketch("""
        spans: [{id: office, from: b, to: b, promise: 10 h}, {id: never, from: b, to: c, promise: 1 h}]
        steps:
          - {id: a, customer: {action: A, work: 10 h}}
          - {id: b, backstage: {action: B, work: 10 h}, next: [{to: b, probability: 20 %}, {to: end, probability: 70 %}, c]}
          - {id: c, backstage: {action: C, work: 1 h}}
        """)
    )
    assert timings.expected is not None
    assert timings.expected.method == "exact"
    drawn = timings.simulation
    assert drawn is not None
    assert drawn.mean_s == pytest.approx(timings.expected.lead_s, rel=0.01)
    office, never = drawn.spans
    assert office.runs == 20_000
    assert office.promise == pytest.approx(0.8, abs=0.01)
    assert never.runs / 20_000 == pytest.approx(0.125, abs=0.01)
    assert never.promise == 0
    assert drawn.criticality[0] == drawn.criticality[1] == 1
    assert drawn.criticality[2] == pytest.approx(0.125, abs=0.01)


def test_how_often_an_action_is_critical(sketch: Sketch) -> None:
    # Two equal ranges side by side: each decides half of the journeys.
    timings = measure(
        sketch(
            "- {frontstage: {action: A, work: 1-5 h}, backstage: {action: B, work: 1-5 h}, support: {action: C, work: 1 min}}"
        )
    )
    assert timings.simulation is not None
    first, second, never = timings.simulation.criticality
    assert first == pytest.approx(0.5, abs=0.02)
    assert first + second == pytest.approx(1, abs=0.002)
    assert never == 0


def test_the_shortest_and_the_longest(sketch: Sketch) -> None:
    timings = measure(
        sketch(
            """
        spans: [{id: whole, promise: 3 h}]
        steps: [{customer: {action: A, work: 1-5 h}}, {customer: {action: B, work: "{min: 10 min, likely: 20 min, max: 1 h}"}}]
        """.replace('"', "")
        )
    )
    (whole,) = timings.spans
    assert (whole.best_s, whole.worst_s) == (timings.best_s, timings.worst_s) == (HOUR + 600, 6 * HOUR)
    assert (whole.kept, whole.elapsed_s) == (False, 3 * HOUR + 1500)


def test_the_worst_moment_to_start_is_before_the_weekend(sketch: Sketch) -> None:
    timings = measure(
        sketch("""
        calendars: {office: {days: mon-fri, hours: "09:00-17:00"}}
        teams: {desk: {name: Desk, hours: office}}
        steps: [{backstage: {action: A, owner: desk, work: 2 h}}]
        """)
    )
    assert timings.start is not None
    assert (timings.start.best, timings.start.best_s) == ("Monday 09:00", 2 * HOUR)
    assert (timings.start.worst, timings.start.worst_s) == ("Friday 16:00", 66 * HOUR)


def test_the_share_of_a_span_has_its_standard_error(sketch: Sketch) -> None:
    timings = measure(
        sketch("""
        spans: [{id: whole, promise: 3 h, limit: 1 day}]
        steps: [{customer: {action: A, work: 1-5 h}}]
        """),
        chances=Chances(runs=400),
    )
    assert timings.simulation is not None
    (whole,) = timings.simulation.spans
    assert whole.promise is not None
    assert whole.error(whole.promise) == pytest.approx((whole.promise * (1 - whole.promise) / 400) ** 0.5)
    assert (whole.error(whole.target), whole.error(whole.limit)) == (None, 0)
