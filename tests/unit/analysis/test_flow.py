"""From step to step: what follows, how often, which ways go back, what is never reached or never left."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from blueprint_cli.analysis.flow import END, endless, flow_of, probability_sum, unreachable, visits
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.model.variants import for_persona

Sketch = Callable[[str], Blueprint]
FIFTH = Fraction(1, 5)


def test_a_step_leads_to_the_following_one_and_the_last_to_the_end(sketch: Sketch) -> None:
    flow = flow_of(sketch("- A\n- B"))
    assert flow.ways == (((1, Fraction(1)),), ((END, Fraction(1)),))
    assert flow.leading_to == ((), (0,))
    assert not flow.branches


def test_next_names_a_step_or_an_action_in_it_and_shares_the_rest_equally(sketch: Sketch) -> None:
    flow = flow_of(
        sketch("""
        - {id: a, customer: A, next: [{to: a, probability: 40 %}, b-card, end]}
        - {id: b, customer: {id: b-card, action: B}}
        """)
    )
    assert flow.ways[0] == ((0, 2 * FIFTH), (1, Fraction(3, 10)), (END, Fraction(3, 10)))
    assert flow.back == {(0, 0)}


def test_next_with_nothing_ends_the_journey(sketch: Sketch) -> None:
    blueprint = sketch("- {id: a, customer: A, next: []}\n- {id: b, customer: B}")
    assert flow_of(blueprint).reached == {0}
    assert [step.id for step in unreachable(blueprint)] == ["b"]


def test_a_way_goes_back_when_it_closes_a_cycle_in_the_order_written(sketch: Sketch) -> None:
    flow = flow_of(
        sketch("""
        - {id: a, customer: A, next: [c, b]}
        - {id: b, customer: B, next: c}
        - {id: c, customer: C, next: [b, end]}
        """)
    )
    assert flow.back == {(1, 2)}  # the walk goes a, c, b: then b closes the cycle
    assert flow.leading_to == ((), (0, 2), (0,))


def test_a_way_to_a_step_that_a_variant_left_out_leads_to_the_next_kept_one(sketch: Sketch) -> None:
    whole = sketch("""
        persona: [std, vip]
        steps:
        - {id: a, customer: A, next: [{to: card, probability: 20 %}, {to: last, probability: 80 %}]}
        - {id: b, customer: {id: card, action: B}, only: vip}
        - {id: c, customer: C}
        - {id: last, customer: D, only: vip}
        """)
    assert flow_of(for_persona(whole, "std")).ways[0] == ((1, FIFTH), (END, 4 * FIFTH))
    assert flow_of(for_persona(whole, "vip")).ways[0] == ((1, FIFTH), (3, 4 * FIFTH))


def test_a_variant_may_leave_nothing(sketch: Sketch) -> None:
    flow = flow_of(for_persona(sketch("persona: [std, vip]\nsteps: [{customer: A, only: vip}]"), "std"))
    assert (flow.reached, visits(flow)) == (frozenset(), ())


@pytest.mark.parametrize(
    ("ways", "total"),
    [
        ("[{to: a, probability: 80 %}, {to: end, probability: 30 %}]", Fraction(11, 10)),
        ("[{to: a, probability: 80 %}, {to: end, probability: 10 %}]", Fraction(9, 10)),
        ("[{to: a, probability: 33.33333 %}, {to: end, probability: 66.66667 %}]", None),
        ("[{to: a, probability: 80 %}, end]", None),
        ("[{to: a, probability: 80 %}, {to: a, probability: 40 %}, end]", Fraction(6, 5)),
        ("[a, end]", None),
    ],
)
def test_probabilities_sum_to_one_within_a_millionth(
    sketch: Sketch, ways: str, total: Fraction | None
) -> None:
    step = sketch(f"- {{id: a, customer: A, next: {ways}}}").steps[0]
    assert probability_sum(step) == total


def test_one_loop_is_run_once_for_each_time_it_is_not_left(sketch: Sketch) -> None:
    flow = flow_of(
        sketch("- {id: a, customer: A}\n- {id: b, customer: B, next: [{to: a, probability: 20 %}, end]}")
    )
    assert visits(flow) == (Fraction(5, 4), Fraction(5, 4))


def test_nested_loops_and_a_branch(sketch: Sketch) -> None:
    flow = flow_of(
        sketch("""
        - {id: a, customer: A, next: [{to: c, probability: 50 %}, {to: b, probability: 50 %}]}
        - {id: b, customer: B, next: [{to: b, probability: 50 %}, {to: c, probability: 50 %}]}
        - {id: c, customer: C, next: [{to: a, probability: 50 %}, end]}
        """)
    )
    assert visits(flow) == (Fraction(2),) * 3


def test_a_loop_that_is_never_left_is_named(sketch: Sketch) -> None:
    blueprint = sketch("""
        - {id: a, customer: A, next: [b, c]}
        - {id: b, customer: B, next: [{to: b, probability: 100 %}, {to: end, probability: 0 %}]}
        - {id: c, customer: C}
        """)
    assert [step.id for step in endless(blueprint)] == ["b"]
    assert visits(flow_of(blueprint)) is None


def test_long_maps_are_walked_without_recursion() -> None:
    steps = [
        {
            "id": f"s{n}",
            "customer": "A",
            "next": [{"to": f"s{max(n - 7, 0)}", "probability": "20 %"}, f"s{n + 1}"],
        }
        for n in range(1999)
    ]
    blueprint = Blueprint.model_validate(
        {"blueprint": 1, "title": "T", "steps": [*steps, {"id": "s1999", "customer": "A"}]}
    )
    found = visits(flow_of(blueprint))
    assert found is not None
    assert found[-1] == 1
    assert not endless(blueprint)
