"""The journeys of a map with variants, and what the rules find in one of them alone."""

from __future__ import annotations

from collections.abc import Callable

from blueprint_cli.analysis.journeys import journeys
from blueprint_cli.checks.rules import circular_order, endless_loop, unreachable_step
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.model.variants import for_persona

Sketch = Callable[[str], Blueprint]


def names(blueprint: Blueprint) -> list[str]:
    return [name for name, _ in journeys(blueprint)]


def test_a_map_without_variants_tells_one_journey(sketch: Sketch) -> None:
    assert names(sketch("persona: [std, vip]\nsteps: [A]")) == [""]


def test_personas_that_live_the_same_journey_count_once(sketch: Sketch) -> None:
    blueprint = sketch("""
        persona: [ann, dan, bob, cleo]
        personas: {ann: Ann, dan: Dan, bob: Bob, cleo: {name: Cleo, segment: vip}}
        steps: [A, {customer: B, only: vip}, {customer: C, only: bob}]
        """)
    assert names(blueprint) == ["ann", "bob", "cleo"]
    assert names(for_persona(blueprint, "ann")) == [""]


def test_a_circle_of_one_variant(sketch: Sketch) -> None:
    blueprint = sketch("""
        persona: [std, vip]
        steps:
        - {customer: Asks, backstage: {id: first, action: A, after: second}}
        - {backstage: [{id: extra, action: B, after: [], only: vip}, {id: second, action: C, after: extra}]}
        """)
    assert [problem.message for problem in circular_order.check(blueprint)] == [
        "for std, these wait for each other in a circle: first, second"
    ]


def test_an_endless_loop_of_one_variant(sketch: Sketch) -> None:
    blueprint = sketch("""
        persona: [std, vip]
        steps:
        - {id: ask, customer: Asks}
        - {id: wait, customer: Waits, next: [ask, leave]}
        - {id: leave, customer: Leaves, only: vip, next: end}
        - {id: retry, customer: Tries again, next: ask}
        """)
    assert [problem.message for problem in endless_loop.check(blueprint)] == [
        "the journey of std never leaves ask, wait, retry"
    ]


def test_a_step_is_unreachable_when_no_journey_reaches_it(sketch: Sketch) -> None:
    blueprint = sketch("""
        persona: [std, vip]
        steps:
        - {id: ask, customer: Asks, next: home}
        - {id: shop, title: Shop, customer: Waits}
        - {id: home, customer: Waits, only: vip, next: end}
        - {id: later, title: Later, customer: Waits}
        """)
    assert [problem.message for problem in unreachable_step.check(blueprint)] == [
        "nothing leads to step 'Shop'"
    ]
