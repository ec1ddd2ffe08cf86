"""The longest path and what hangs on it: order rules one by one, slack, drag, ties, and the traps of schedules."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from blueprint_cli.analysis.order import circle
from blueprint_cli.analysis.schedule import CircularOrderError, schedule
from blueprint_cli.analysis.timings import measure
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.model.variants import for_persona

Sketch = Callable[[str], Blueprint]
MINUTE, HOUR = 60, 3600


def starts(blueprint: Blueprint) -> dict[str, tuple[int, int]]:
    """Start and end of every action in minutes."""
    return {
        times.id: (times.start_s // MINUTE, times.end_s // MINUTE) for times in measure(blueprint).actions
    }


def test_layers_run_side_by_side_and_a_layer_in_the_order_written(sketch: Sketch) -> None:
    blueprint = sketch("""
        - {customer: {id: a, action: A, work: 5 min}, backstage: [{id: b, action: B, work: 2 min}, {id: c, action: C, work: 4 min}]}
        - {frontstage: {id: d, action: D, work: 1 min}}
        """)
    assert starts(blueprint) == {"a": (0, 5), "b": (0, 2), "c": (2, 6), "d": (6, 7)}
    assert measure(blueprint).lead_s == 7 * MINUTE  # the sum would be 12


def test_after_alone_holds_an_action_and_may_start_it_before_its_step(sketch: Sketch) -> None:
    blueprint = sketch("""
        - {customer: {id: a, action: A, work: 5 min}, backstage: {id: b, action: B, work: 30 min}}
        - {frontstage: [{id: c, action: C, work: 1 min}, {id: d, action: D, after: a, work: 2 min}, {id: e, action: E, work: 1 min}]}
        """)
    assert starts(blueprint) == {"a": (0, 5), "b": (0, 30), "c": (30, 31), "d": (5, 7), "e": (7, 8)}
    assert measure(blueprint).step("steps[1]").start_s == 30 * MINUTE


def test_an_empty_after_starts_with_the_journey(sketch: Sketch) -> None:
    blueprint = sketch("""
        - {customer: {id: a, action: A, work: 5 min}}
        - {backstage: {id: b, action: B, after: [], work: 2 min}}
        """)
    assert starts(blueprint)["b"] == (0, 2)
    step = measure(blueprint).step("steps[1]")
    assert (step.start_s, step.end_s) == (5 * MINUTE, 5 * MINUTE)  # never before it starts


def test_a_named_step_has_ended_at_its_end(sketch: Sketch) -> None:
    blueprint = sketch("""
        - {id: one, customer: {id: a, action: A, work: 5 min}, support: {id: s, action: S, work: 9 min, background: true}}
        - {id: two, customer: {id: b, action: B, after: [one, s], work: 2 min}}
        """)
    assert starts(blueprint)["b"] == (9, 11)


def test_a_background_action_holds_nothing_but_what_names_it(sketch: Sketch) -> None:
    blueprint = sketch("""
        - backstage: [{id: a, action: A, work: 5 min}, {id: b, action: B, work: 60 min, background: true}, {id: c, action: C, work: 1 min}]
        - customer: {id: d, action: D, work: 2 min}
        """)
    assert starts(blueprint) == {"a": (0, 5), "b": (5, 65), "c": (5, 6), "d": (6, 8)}
    timings = measure(blueprint)
    assert timings.lead_s == 8 * MINUTE  # what outlives the journey does not make it longer
    assert (timings.action("b").slack_s, timings.action("b").critical) == (None, False)


def test_names_that_a_variant_left_out_are_ignored_and_the_default_is_back(sketch: Sketch) -> None:
    whole = sketch("""
        persona: [std, vip]
        steps:
        - {customer: [{id: a, action: A, work: 5 min}, {id: v, action: V, work: 7 min, only: vip}]}
        - {backstage: [{id: b, action: B, work: 1 min}, {id: c, action: C, after: v, work: 1 min}, {id: d, action: D, after: [a, v], work: 1 min}]}
        """)
    assert starts(for_persona(whole, "std")) == {"a": (0, 5), "b": (5, 6), "c": (6, 7), "d": (5, 6)}
    assert starts(for_persona(whole, "vip")) == {
        "a": (0, 5),
        "v": (5, 12),
        "b": (12, 13),
        "c": (12, 13),
        "d": (12, 13),
    }


def test_a_step_that_nothing_leads_to_counts_nowhere(sketch: Sketch) -> None:
    timings = measure(
        sketch("""
        - {id: a, customer: {action: A, work: 1 min}, next: c}
        - {id: b, customer: {id: lost, action: B, work: 1 h, owner: x}, backstage: {action: waits}, target: 5 min}
        - {id: c, customer: {action: C, work: 1 min, after: lost}}
        """)
    )
    lost = timings.step("b")
    assert (lost.start_s, lost.end_s, lost.elapsed_s, lost.work_s, lost.gap_s, lost.visits) == (None,) * 5 + (
        0,
    )
    assert (timings.lead_s, timings.work_s, timings.untimed, timings.by_owner) == (
        2 * MINUTE,
        2 * MINUTE,
        0,
        {},
    )
    with pytest.raises(KeyError):
        timings.action("lost")


def test_every_branch_is_drawn_and_no_loop(sketch: Sketch) -> None:
    timings = measure(
        sketch("""
        - {id: a, customer: {action: A, work: 10 min}, next: [b, c]}
        - {id: b, customer: {action: B, work: 20 min}, next: d}
        - {id: c, customer: {action: C, work: 10 min}}
        - {id: d, customer: {action: D, work: 1 min}, next: [{to: a, probability: 50 %}, end]}
        """)
    )
    assert timings.lead_s == 31 * MINUTE
    assert timings.step("c").start_s == 10 * MINUTE
    assert timings.expected is not None
    assert timings.expected.lead_s == 2 * 26 * MINUTE  # twice 10 + (20 + 10) / 2 + 1
    assert [step.visits for step in timings.steps] == [2, 1, 1, 2]


def test_a_circle_is_refused_and_told_from_what_hangs_behind_it(sketch: Sketch) -> None:
    blueprint = sketch("""
        - {customer: {id: a, action: A}}
        - {customer: {id: b, action: B, after: c}}
        - {customer: {id: c, action: C}}
        - {customer: {id: d, action: D}}
        """)
    assert {action.id for action in circle(blueprint)} == {"b", "c"}
    with pytest.raises(CircularOrderError, match="these wait for each other in a circle: "):
        schedule(blueprint)


def test_an_action_may_not_wait_for_its_own_step_unless_it_runs_in_the_background(sketch: Sketch) -> None:
    step = "- {{id: s, customer: {{id: a, action: A, work: 5 min}}, support: {{id: b, action: B, after: s, work: 1 min{}}}}}"
    assert [action.id for action in circle(sketch(step.format("")))] == ["b"]
    assert starts(sketch(step.format(", background: true")))["b"] == (5, 6)


def test_two_equal_branches_have_no_drag_and_the_first_in_the_file_is_shown(sketch: Sketch) -> None:
    timings = measure(
        sketch("""
        - {backstage: {id: b, action: B, work: 1 h}, support: {id: s, action: S, work: 1 h}, frontstage: {id: f, action: F, work: 40 min}}
        - {customer: {id: c, action: C, work: 10 min}}
        """)
    )
    assert timings.critical_path == ("b", "c")
    assert {times.id: times.critical for times in timings.actions} == {
        "f": False,
        "b": True,
        "s": True,
        "c": True,
    }
    assert {times.id: times.drag_s for times in timings.actions} == {"f": 0, "b": 0, "s": 0, "c": 10 * MINUTE}
    assert timings.action("f").slack_s == 20 * MINUTE


def test_a_saving_counts_only_as_far_as_nothing_beside_it_takes_longer(sketch: Sketch) -> None:
    timings = measure(
        sketch("- {backstage: {id: b, action: B, work: 72 h}, support: {id: s, action: S, work: 24 h}}")
    )
    assert timings.action("b").drag_s == 48 * HOUR


def test_actions_of_no_length_are_critical_but_not_on_the_path(sketch: Sketch) -> None:
    timings = measure(
        sketch("""
        - {frontstage: {id: z, action: Z, work: instant}, backstage: {id: y, action: Y, after: z, work: 1 h}, support: {id: x, action: X, after: [], work: 1 h}}
        - {customer: {id: last, action: L, work: instant}}
        """)
    )
    assert timings.critical_path == ("y",)
    assert all(times.critical for times in timings.actions)
    assert timings.critical_work_s == HOUR
    assert timings.activity_ratio == 1


def test_work_side_by_side_never_makes_a_ratio_over_one(sketch: Sketch) -> None:
    timings = measure(
        sketch(
            "- {customer: {action: A, work: 1 h}, backstage: {action: B, work: 1 h}, support: {action: S, work: 1 h}}"
        )
    )
    assert (timings.work_s, timings.lead_s, timings.activity_ratio) == (3 * HOUR, HOUR, 1)


def test_a_map_without_times_has_a_lead_of_nothing(sketch: Sketch) -> None:
    timings = measure(sketch("- Phones\n- Waits"))
    assert (timings.lead_s, timings.activity_ratio, timings.untimed, timings.critical_path) == (
        0,
        None,
        2,
        (),
    )


def test_two_thousand_steps_need_no_recursion() -> None:
    steps = [
        {"customer": {"action": "A", "work": "1 min"}, "backstage": {"action": "B", "wait": "2-5 min"}}
        for _ in range(2000)
    ]
    timings = measure(Blueprint.model_validate({"blueprint": 1, "title": "T", "steps": steps}))
    assert timings.lead_s == 2000 * 210
    assert len(timings.critical_path) == 2000
