"""Money, load, queues, quality and crossings: published tables come out exactly."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from blueprint_cli.analysis.against import differences
from blueprint_cli.analysis.crossings import crossings, hidden_wait_s, system_changes
from blueprint_cli.analysis.efficiency import efficiency
from blueprint_cli.analysis.load import load
from blueprint_cli.analysis.money import cost, has_several_currencies
from blueprint_cli.analysis.queues import queue
from blueprint_cli.analysis.timings import Timings, measure
from blueprint_cli.model.blueprint import Blueprint

Sketch = Callable[[str], Blueprint]
SHINE = """
price: 0.50 USD
teams: {shiner: {name: Shiner, rate: 0.10 USD/min}}
steps:
- frontstage: {action: Shines, owner: shiner, wait: 3 h, work: MINUTES min, cost: 0.12 USD}
"""


@pytest.mark.parametrize(("minutes", "total", "margin"), [(2, 32, 18), (3, 42, 8), (4, 52, -2)])
def test_the_shoeshine(sketch: Sketch, minutes: int, total: int, margin: int) -> None:
    found = cost(measure(sketch(SHINE.replace("MINUTES", str(minutes)))))
    assert found is not None
    assert (found.currency, found.total, found.margin) == ("USD", Fraction(total, 100), Fraction(margin, 100))
    assert found.break_even_s == Fraction(38, 10) * 60


def test_a_day_is_one_of_the_own_calendar_and_loops_are_paid_for(sketch: Sketch) -> None:
    found = cost(
        measure(
            sketch("""
            calendars: {office: {days: mon-fri, hours: ["09:00-12:30", "14:00-18:00"]}}
            teams: {a: {name: A, rate: 300 EUR/day, hours: office}, b: B}
            steps:
            - {id: x, backstage: [{action: W, owner: a, work: 1h30}, {action: V, owner: b, work: 1 h}],
               next: [{to: x, probability: 20 %}, end]}
            """)
        )
    )
    assert found is not None
    assert (found.labour, found.unpaid) == (Fraction(75), 1)
    assert found.price is found.break_even_s is None


def test_several_currencies_do_not_add_up(sketch: Sketch) -> None:
    timings = measure(sketch("- customer: [{action: A, cost: 1 EUR}, {action: B, cost: 1 USD}]"))
    assert cost(timings) is None
    assert has_several_currencies(timings)
    assert cost(measure(sketch("- A"))) is None


@pytest.mark.parametrize(
    ("arrivals", "services", "servers", "wanted"),
    [
        ("2", "3", 1, ("4/3", "2", "2/3", "1")),
        ("2", "3", 2, ("1/12", "3/4", "1/24", "3/8")),
        ("0.8", "1", 1, ("3.2", "4", "4", "5")),
    ],
)
def test_published_queues(arrivals: str, services: str, servers: int, wanted: tuple[str, ...]) -> None:
    assert queue(Fraction(arrivals), Fraction(services), servers) == tuple(map(Fraction, wanted))


def test_a_queue_without_end_has_no_waiting_time() -> None:
    assert queue(Fraction(2), Fraction(1), 2) is None


def test_load_bottleneck_and_cases_in_progress(sketch: Sketch) -> None:
    found = load(
        measure(
            sketch("""
            volume: 150/h
            teams: {desk: {name: Desk, capacity: 60}, back: {name: Back, capacity: 10}, free: Free}
            steps:
            - frontstage: {action: A, owner: desk, wait: 18 min, work: 15 min}
              backstage: [{action: B, owner: back, work: 3 min}, {action: C, owner: free, work: 1 min}]
            - {customer: {action: D, wait: 3 min}}
            """)
        )
    )
    assert found is not None
    assert found.in_progress == 90
    assert found.bottleneck == "back"
    assert [(team.team, team.utilisation) for team in found.teams] == [
        ("back", Fraction(3, 4)),
        ("desk", Fraction(5, 8)),
        ("free", None),
    ]
    assert load(measure(sketch("- A"))) is None


def test_a_week_is_the_teams_own(sketch: Sketch) -> None:
    found = load(
        measure(
            sketch("""
            volume: 75/week
            calendars: {office: {days: mon-fri, hours: ["09:00-12:30", "14:00-18:00"]}}
            teams: {a: {name: A, capacity: 2, hours: office}}
            steps: [{backstage: {action: W, owner: a, work: 30 min}}]
            """)
        )
    )
    assert found is not None
    assert found.teams[0].utilisation == Fraction(1, 2)


@pytest.mark.parametrize(
    ("shares", "wanted"),
    [((80, 70, 90, 60, 75, 95), 0.215), ((85,) * 6, 0.377), ((95, 90, 92), 0.787)],
)
@pytest.mark.parametrize("work", [", work: 5 min", ""])
def test_rolled_quality(sketch: Sketch, shares: tuple[int, ...], wanted: float, work: str) -> None:
    actions = "".join(f"  - {{action: A{n}, quality: {share} %{work}}}\n" for n, share in enumerate(shares))
    found = efficiency(measure(sketch(f"- backstage:\n{actions}")))
    assert float(found.complete_and_accurate or 0) == pytest.approx(wanted, abs=5e-4)


def test_cycle_efficiency_needs_the_value_of_every_action_on_the_path(sketch: Sketch) -> None:
    text = (
        "- backstage: [{action: A, wait: 30 min, work: 10 min, value: adds}, {action: B, work: 20 minVALUE}]"
    )
    assert efficiency(measure(sketch(text.replace("VALUE", "")))).process_cycle is None
    assert efficiency(measure(sketch(text.replace("VALUE", ", value: waste")))).process_cycle == Fraction(
        1, 6
    )


def test_lines_systems_and_hidden_waiting(sketch: Sketch) -> None:
    timings = measure(
        sketch("""
        - customer: {id: asks, action: A, work: 1 min}
          frontstage: {id: takes, action: B, after: asks, uses: crm, wait: 1 h}
          backstage: {id: checks, action: C, after: takes, uses: erp, wait: 2 h}
          support: {id: stores, action: D, after: checks, uses: [erp, disk], wait: 3 h}
        - customer: {action: E, work: 1 min, after: stores}
        """)
    )
    assert crossings(timings) == (2, 2, 2)
    assert system_changes(timings) == 1
    assert hidden_wait_s(timings) == 5 * 3600


def test_two_maps_are_compared_figure_by_figure(sketch: Sketch) -> None:
    before, after = (
        measure(
            sketch(
                f"spans: [{{id: all, title: Whole, target: 1 h}}]\nsteps: [{{customer: {{action: A, work: {text}, cost: 1 EUR}}}}]"
            )
        )
        for text in ("2 h", "90 min")
    )
    found = {figure.name: figure for figure in differences(before, after)}
    assert (found["lead_s"].old, found["lead_s"].new, found["lead_s"].delta) == (7200, 5400, -1800)
    assert (found["span all_s"].title, found["span all_s"].delta) == ("Whole", -1800)
    assert (found["cost"].delta, found["process_cycle"].delta) == (0, None)


def test_a_difference_of_money_agrees_with_the_amounts_beside_it(sketch: Sketch) -> None:
    def costing(rate: str) -> Timings:
        return measure(
            sketch(
                f"teams: {{a: {{name: A, rate: {rate} EUR/h}}}}\nsteps: [{{frontstage: {{action: A, owner: a, work: 1 min}}}}]"
            )
        )

    # 11.556 EUR and 11.234 EUR: exactly 0.322 apart, as shown 0.33
    found = {one.name: one for one in differences(costing("693.36"), costing("674.04"))}["cost"]
    assert (found.old, found.new, found.delta) == (
        Fraction(1156, 100),
        Fraction(1123, 100),
        Fraction(-33, 100),
    )
