"""The figures for scripts: the contract's fields, whole seconds, nothing absent."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from blueprint_cli.analysis.timings import measure
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.report.timings.json import render
from blueprint_cli.report.view import View

Sketch = Callable[[str], Blueprint]
ACTION = {
    "id", "step", "layer", "owner", "start_s", "end_s", "wait_s", "work_s", "elapsed_s", "slack_s", "critical", "drag_s",
    "target_s", "limit_s", "gap_s", "visits",
}  # fmt: skip
STEP = {
    "id", "phase", "start_s", "end_s", "elapsed_s", "work_s", "wait_s", "target_s", "limit_s", "gap_s",
}  # fmt: skip
WHOLE = [
    "version", "blueprint", "clock", "method", "lead_s", "work_s", "critical_work_s", "activity_ratio", "customer_s", "visible_s",
    "longest_silence", "handoffs", "untimed", "critical_path", "steps", "actions", "spans", "by_layer", "by_owner", "by_system",
    "by_phase", "expected", "simulation", "pert", "best_s", "worst_s", "start", "crossings", "system_changes", "hidden_wait_s",
    "bases", "efficiency", "cost", "load", "against",
]  # fmt: skip


def figures(blueprint: Blueprint) -> dict[str, Any]:
    found = json.loads(render(measure(blueprint), blueprint, View()))
    assert isinstance(found, dict)
    return found


def test_every_part_is_there_and_null_where_it_does_not_apply(sketch: Sketch) -> None:
    found = figures(sketch("- Phones"))
    assert list(found) == WHOLE
    assert {name for name, value in found.items() if value is None} == {
        "activity_ratio", "longest_silence", "simulation", "pert", "start", "cost", "load", "against",
    }  # fmt: skip
    assert (found["version"], found["method"], found["clock"], found["blueprint"]) == (
        1,
        "longest path",
        "24/7",
        "Sketch",
    )
    assert found["expected"] == {"lead_s": 0, "method": "exact"}


def test_the_figures_of_an_action_a_step_and_a_span(sketch: Sketch) -> None:
    found = figures(
        sketch("""
        phases: [{id: help, title: Help}]
        spans: [{id: s, from: call, promise: 1 h}]
        steps: [{id: call, phase: help, customer: {action: Phones, wait: 25 min, work: 10 min, target: 30 min}}]
        """)
    )
    action, step, span = found["actions"][0], found["steps"][0], found["spans"][0]
    assert set(action) >= ACTION
    assert set(step) >= STEP
    assert (action["id"], action["at"]) == ("steps[call].customer[0]",) * 2
    assert (action["elapsed_s"], action["gap_s"], action["critical"], action["visits"]) == (
        2100,
        300,
        True,
        1.0,
    )
    assert (step["id"], step["phase"], step["elapsed_s"]) == ("call", "help", 2100)
    assert span == {
        "id": "s", "title": None, "from": "call", "to": None, "elapsed_s": 2100, "promise_s": 3600, "target_s": None, "limit_s": None, "kept": True,
            "best_s": 2100, "worst_s": 2100, "reversed": False, "simulation": None,
    }  # fmt: skip
    assert found["by_phase"] == {
        "help": {"actions": 1, "work_s": 600, "wait_s": 1500, "critical_s": 2100, "unknown": 0}
    }
    assert found["critical_path"] == ["steps[call].customer[0]"]


def test_an_unknown_time_is_null_and_counted(sketch: Sketch) -> None:
    found = figures(sketch("- {customer: {action: Phones, wait: 1 h, work: unknown}}"))
    action = found["actions"][0]
    assert (action["wait_s"], action["work_s"], action["elapsed_s"], found["untimed"]) == (
        3600,
        None,
        None,
        1,
    )
    assert (action["start_s"], action["end_s"], found["lead_s"]) == (0, 3600, 3600)


def test_accents_stay_readable_and_fractions_are_rounded_once(sketch: Sketch) -> None:
    blueprint = sketch(
        "title: Café\nsteps:\n- {id: a, customer: {action: A, wait: 1 h, work: 30 min}, next: [{to: a, probability: 30 %}, end]}"
    )
    text = render(measure(blueprint), blueprint, View())
    assert '"activity_ratio": 0.333333' in text
    assert '"visits": 1.428571' in text
    assert text.endswith("}\n")
