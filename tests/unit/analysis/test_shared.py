"""Figures of a map that shows every variant: nobody lives all of them at once."""

from __future__ import annotations

from collections.abc import Callable

from blueprint_cli.analysis.shared import measure_shown
from blueprint_cli.analysis.timings import measure
from blueprint_cli.language.lengths import format_beside
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.model.variants import for_persona, whose

Sketch = Callable[[str], Blueprint]
MAP = """
    persona: [ana, bob]
    personas: {ana: {name: Ana, segment: standard}, bob: {name: Bob, segment: vip}}
    spans: [{title: All, promise: 73 h}]
    steps:
      - customer: {action: Orders, work: 5 min}
      - customer: Receives the parcel
        backstage:
          - {id: slow, action: Delivers in three days, wait: 3 days, only: standard}
          - {id: fast, action: Delivers over night, wait: 12 h, only: vip}
      - {customer: {id: thanks, action: Is thanked, work: 2 min}, only: vip}
"""
DAYS = 86_400


def test_the_first_persona_s_figures_stand_for_the_map(sketch: Sketch) -> None:
    blueprint = sketch(MAP)
    shown, alone = measure_shown(blueprint), measure(for_persona(blueprint, "ana"))
    assert whose(blueprint) == "ana"
    assert (shown.lead_s, shown.spans) == (3 * DAYS + 300, alone.spans)
    assert shown.spans[0].kept is True
    assert (shown.longest_silence, shown.critical_path) == (alone.longest_silence, alone.critical_path)


def test_what_the_first_persona_does_not_meet_has_the_times_of_the_one_who_does(sketch: Sketch) -> None:
    blueprint = sketch(MAP)
    shown, bob = measure_shown(blueprint), measure(for_persona(blueprint, "bob"))
    assert [times.id for times in shown.actions] == [times.id for times in measure(blueprint).actions]
    assert shown.action("fast") == bob.action("fast")
    assert shown.steps[2].start_s == bob.steps[2].start_s == 12 * 3_600 + 300
    assert shown.by_owner == measure(blueprint).by_owner
    assert shown.untimed == 1


def test_one_variant_and_a_map_without_variants_are_measured_as_they_are(sketch: Sketch) -> None:
    variant = for_persona(sketch(MAP), "bob")
    assert (whose(variant), measure_shown(variant).lead_s) == ("bob", measure(variant).lead_s)
    plain = sketch("persona: [ana, bob]\nsteps: [{customer: {action: A, work: 1 h}}]")
    assert (whose(plain), measure_shown(plain).lead_s) == ("", 3_600)


def test_times_that_would_read_alike_are_told_to_the_second() -> None:
    assert format_beside(3 * DAYS + 300, (3 * DAYS,)) == "3 d 5 min"
    assert format_beside(3 * DAYS + 300, (None, 3 * DAYS), "fr") == "3\u00a0j\u00a05\u00a0min"
    assert format_beside(3 * DAYS, (3 * DAYS, None)) == "3 d"
    assert format_beside(3 * DAYS + 300, (2 * DAYS,)) == "3 d"


def test_a_span_is_that_of_the_first_journey_that_has_its_ends(sketch: Sketch) -> None:
    blueprint = sketch("""
        persona: [ana, bob]
        spans: [{id: bobs, from: only-bob, to: last, limit: 1 h}, {id: both, from: last, to: last}]
        steps:
          - {id: only-bob, only: bob, customer: {action: A, work: 2 h}}
          - {id: last, customer: {action: B, work: 10 min}}
        """)
    shown = measure_shown(blueprint)
    assert [span.elapsed_s for span in shown.spans] == [7800, 600]
    assert shown.spans_at_least == (False, False)


def test_both_of_two_times_are_told_apart() -> None:
    near = 3 * DAYS - 120
    assert (format_beside(near, (3 * DAYS,)), format_beside(3 * DAYS, (near,))) == ("2 d 23 h 58 min", "3 d")
