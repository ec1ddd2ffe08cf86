"""Spans, totals, the expected lead, and the steps' own figures."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from blueprint_cli.analysis.figures import Expected, Total
from blueprint_cli.analysis.timings import measure
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.model.variants import for_persona

Sketch = Callable[[str], Blueprint]
MINUTE, HOUR = 60, 3600
JOURNEY = """
spans:
- {id: all, promise: 1-2 h}
- {id: to-b, to: b, target: 10 min, limit: 20 min}
- {id: from-b, from: b}
- {id: card, from: card, to: card, promise: 5 min}
- {id: lost, from: one, to: never}
- {id: vip-only, from: one, to: extra}
persona: [std, vip]
steps:
- {id: one, customer: {action: A, work: 10 min}, target: 5 min, limit: 1 h, phase: first}
- {id: b, phase: first, backstage: {id: card, action: B, owner: x, uses: [crm, crm, erp], wait: 50 min, work: 10 min}, next: last}
- {id: never, customer: C}
- {id: last, phase: second, backstage: [{action: D, owner: x, uses: erp, work: 1 h}, {id: extra, action: E, only: vip}]}
"""


def test_spans_run_from_the_start_of_one_to_the_end_of_the_other(sketch: Sketch) -> None:
    spans = {span.id: span for span in measure(for_persona(sketch(JOURNEY), "std")).spans}
    assert {name: span.elapsed_s for name, span in spans.items()} == {
        "all": 130 * MINUTE, "to-b": 70 * MINUTE, "from-b": 120 * MINUTE, "card": HOUR, "lost": None, "vip-only": None,
    }  # fmt: skip
    assert {name: span.kept for name, span in spans.items()} == {
        "all": False, "to-b": None, "from-b": None, "card": False, "lost": None, "vip-only": None,
    }  # fmt: skip
    assert spans["all"].promise_s == 2 * HOUR  # a range counts as its upper end
    assert (spans["to-b"].target_s, spans["to-b"].limit_s) == (10 * MINUTE, 20 * MINUTE)


def test_a_span_with_an_untimed_action_in_it_is_a_lower_bound(sketch: Sketch) -> None:
    times = measure(for_persona(sketch(JOURNEY.replace(", work: 1 h}", "}")), "std"))
    assert dict(zip((span.id for span in times.spans), times.spans_at_least, strict=True)) == {
        "all": True, "to-b": False, "from-b": True, "card": False, "lost": False, "vip-only": False,
    }  # fmt: skip


def test_totals_count_an_action_once_for_each_name(sketch: Sketch) -> None:
    timings = measure(for_persona(sketch(JOURNEY), "std"))
    assert timings.by_layer == {
        "customer": Total(1, 10 * MINUTE, 0, 10 * MINUTE),
        "backstage": Total(2, 70 * MINUTE, 50 * MINUTE, 120 * MINUTE),
    }
    assert timings.by_owner == {"x": Total(2, 70 * MINUTE, 50 * MINUTE, 120 * MINUTE)}
    assert timings.by_system == {
        "crm": Total(1, 10 * MINUTE, 50 * MINUTE, 60 * MINUTE),
        "erp": Total(2, 70 * MINUTE, 50 * MINUTE, 120 * MINUTE),
    }
    assert list(timings.by_phase) == ["first", "second"]


def test_a_step_has_its_own_target_and_limit(sketch: Sketch) -> None:
    step = measure(sketch(JOURNEY)).step("one")
    assert (step.target_s, step.limit_s, step.gap_s) == (5 * MINUTE, HOUR, 5 * MINUTE)


def test_an_instant_target_is_missed_by_the_whole_and_a_gap_may_be_negative(sketch: Sketch) -> None:
    timings = measure(
        sketch(
            "- customer: [{action: A, work: 5 min, target: instant}, {action: B, work: 5 min, target: 1 h}, {action: C, target: 1 h}]"
        )
    )
    assert [times.gap_s for times in timings.actions] == [5 * MINUTE, -55 * MINUTE, None]


def test_the_expected_lead_is_simulated_where_an_after_reaches_out_of_its_step(sketch: Sketch) -> None:
    steps = """
        - {id: a, customer: {id: asks, action: A, work: 10 min}}
        - {id: b, backstage: {action: B, work: 20 min, after: NAMED}, next: [{to: a, probability: 20 %}, end]}
        """
    # The repeated action waits for `asks`, which has run again by then: every pass takes half an hour, 1.25 passes.
    named = measure(sketch(steps.replace("NAMED", "asks"))).expected
    assert named is not None
    assert named.method == "simulation"
    assert named.lead_s == pytest.approx(1.25 * 30 * MINUTE, rel=0.02)
    unnamed = measure(sketch(steps.replace("NAMED", "[]"))).expected
    assert unnamed is not None
    assert unnamed.method == "simulation"
    inside = steps.replace(
        "backstage:", "frontstage: {id: near, action: N, work: 5 min}, backstage:"
    ).replace("NAMED", "near")
    assert measure(sketch(inside)).expected == Expected(round(1.25 * 35 * MINUTE), "exact")


def test_one_way_out_of_every_step_is_exact_whatever_the_afters(sketch: Sketch) -> None:
    timings = measure(
        sketch("- {customer: {action: A, work: 10 min}}\n- {backstage: {action: B, work: 20 min, after: []}}")
    )
    assert timings.expected == Expected(20 * MINUTE, "exact")


def test_published_loops_and_choices(sketch: Sketch) -> None:
    # Dumas et al., chapter 7: 10 h, then 20 h with 20 % rework: 35 h; with 99 %: 2010 h; a choice of 20 h and 10 h: 25 h
    for share, hours in (("20 %", 35), ("99 %", 2010)):
        timings = measure(
            sketch(
                f"- {{backstage: {{action: A, work: 10 h}}}}\n- {{id: b, backstage: {{action: B, work: 20 h}}, next: [{{to: b, probability: {share}}}, end]}}"
            )
        )
        assert timings.expected == Expected(hours * HOUR, "exact")
    choice = measure(
        sketch("""
        - {backstage: {action: A, work: 10 h}, next: [b, c]}
        - {id: b, backstage: {action: B, work: 20 h}, next: end}
        - {id: c, backstage: {action: C, work: 10 h}}
        """)
    )
    assert choice.expected == Expected(25 * HOUR, "exact")
    assert choice.lead_s == 30 * HOUR


def test_what_the_whole_gains_if_an_action_took_its_target(sketch: Sketch) -> None:
    timings = measure(
        sketch("""
        - frontstage: {id: long, action: A, work: 10 h, target: 7 h}
          backstage: {id: near, action: B, work: 8 h, target: 1 h}
          support: {id: far, action: C, work: 1 h}
        - {backstage: {id: late, action: D, wait: 4 h, target: 1 h}}
        """)
    )
    found = {times.id: (times.drag_s, times.target_drag_s) for times in timings.actions}
    assert found == {
        "long": (2 * HOUR, 2 * HOUR),  # at 7 h it would gain 3, but the other takes 8
        "near": (0, 0),
        "far": (0, None),
        "late": (4 * HOUR, 3 * HOUR),
    }


@pytest.mark.parametrize(("target", "gain"), [("8 h", 0), ("7 h", 17)])
def test_at_its_target_an_action_gains_what_the_closed_hours_leave(
    sketch: Sketch, target: str, gain: int
) -> None:
    # It ends at 19:00, and the desk goes on at 09:00; at 17:00 the desk closes, at 16:00 it still does its hour.
    timings = measure(
        sketch(f"""
        calendars: {{office: {{days: mon-fri, hours: "09:00-17:00"}}}}
        teams: {{desk: {{name: Desk, hours: office}}}}
        steps:
          - support: {{id: runs, action: Runs all day, work: 10 h, target: {target}}}
          - backstage: {{action: Files it, owner: desk, work: 1 h}}
        """)
    )
    assert timings.lead_s == 25 * HOUR
    assert timings.action("runs").drag_s == 24 * HOUR
    assert timings.action("runs").target_drag_s == gain * HOUR
