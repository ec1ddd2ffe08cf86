"""The customer's clock: what is visible, and the longest silence."""

from __future__ import annotations

from collections.abc import Callable

from blueprint_cli.analysis.figures import Silence
from blueprint_cli.analysis.timings import measure
from blueprint_cli.model.blueprint import Blueprint

Sketch = Callable[[str], Blueprint]
MINUTE = 60


def test_a_visible_action_is_at_work_at_the_end_of_its_interval(sketch: Sketch) -> None:
    timings = measure(
        sketch("""
        - {customer: {id: asks, action: Asks, work: 2 min}}
        - {frontstage: {id: answers, action: Answers, wait: 1 h, work: 5 min}}
        """)
    )
    assert timings.visible_s == 7 * MINUTE
    assert timings.longest_silence == Silence(60 * MINUTE, "asks", "answers")


def test_with_an_elapsed_time_alone_the_whole_of_it_is_visible(sketch: Sketch) -> None:
    timings = measure(
        sketch("- {customer: {action: A, elapsed: 9 min}}\n- {customer: {action: B, work: 1 min}}")
    )
    assert timings.visible_s == 10 * MINUTE
    assert timings.longest_silence == Silence(0, None, None)


def test_work_side_by_side_is_seen_once(sketch: Sketch) -> None:
    timings = measure(
        sketch("- {customer: {action: A, work: 9 min}, frontstage: {action: B, wait: 4 min, work: 10 min}}")
    )
    assert timings.visible_s == 14 * MINUTE


def test_backstage_and_support_are_not_seen(sketch: Sketch) -> None:
    timings = measure(sketch("- {backstage: {action: A, work: 9 min}, support: {action: B, work: 10 min}}"))
    assert (timings.visible_s, timings.longest_silence) == (0, None)


def test_an_instant_or_untimed_action_breaks_a_silence(sketch: Sketch) -> None:
    steps = """
        - {customer: {id: a, action: A, work: 1 min}}
        - {backstage: {action: B, work: 10 min}}
        - {frontstage: {id: note, action: Sends a note, work: TIME}}
        - {backstage: {action: C, work: 20 min}}
        - {customer: {id: z, action: Z, work: 1 min}}
        """
    for time in ("instant", "unknown"):
        timings = measure(sketch(steps.replace("TIME", time)))
        assert timings.longest_silence == Silence(20 * MINUTE, "note", "z")


def test_neither_the_wait_before_the_first_nor_after_the_last_is_a_silence(sketch: Sketch) -> None:
    timings = measure(
        sketch("""
        - {backstage: {action: B, work: 10 min}}
        - {customer: {id: a, action: A, work: 1 min}}
        - {customer: {id: b, action: B, wait: 3 min, work: 1 min}}
        - {backstage: {action: C, work: 20 min}}
        """)
    )
    assert timings.longest_silence == Silence(3 * MINUTE, "a", "b")


def test_of_equal_silences_the_earliest_is_named(sketch: Sketch) -> None:
    timings = measure(
        sketch("""
        - {customer: {id: a, action: A, work: 1 min}}
        - {customer: {id: b, action: B, wait: 3 min, work: 1 min}}
        - {customer: {id: c, action: C, wait: 3 min, work: 1 min}}
        """)
    )
    assert timings.longest_silence == Silence(3 * MINUTE, "a", "b")


def test_what_outlives_the_journey_is_cut_at_its_end(sketch: Sketch) -> None:
    timings = measure(
        sketch("""
        - customer: {id: a, action: A, work: 10 min}
          frontstage: {id: b, action: B, wait: 4 min, work: 1 h, background: true}
        - {customer: {id: c, action: C, work: 1 min}}
        """)
    )
    assert (timings.lead_s, timings.visible_s) == (11 * MINUTE, 11 * MINUTE)
