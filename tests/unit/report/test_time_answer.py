"""The sentences that open a report of times, and the bars of its steps."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from blueprint_cli.analysis.against import differences
from blueprint_cli.analysis.timings import measure
from blueprint_cli.language.typography import NO_BREAK
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.report.time_answer import answer
from blueprint_cli.report.time_bars import bars
from blueprint_cli.report.view import View

Sketch = Callable[[str], Blueprint]

REFUND = """
teams: {desk: Customer desk, books: Accounting}
spans: [{id: money, title: To the money, promise: 3 days, target: 1 day}]
steps:
- title: Ask
  customer: {id: asks, action: Asks for the money, work: 1 h}
- title: Check
  backstage: {id: types, action: Types it, owner: books, wait: 4 days, work: 1 h, target: 2 h}
- title: Pay
  customer: {id: gets, action: Has the money, after: pays, work: instant}
  support: {id: pays, action: Pays, wait: 1 day}
"""


def told(blueprint: Blueprint, lang: str = "en") -> str:
    return answer(measure(blueprint), blueprint, "fr" if lang == "fr" else "en").replace(NO_BREAK, " ")


def test_the_answer_tells_how_long_where_and_what_to_repair(sketch: Sketch) -> None:
    assert told(sketch(REFUND)) == (
        'It takes 5 d 2 h from "Asks for the money" to "Has the money": '
        "2 h of it (1.6%) is work, the rest is waiting. "
        "For 5 d the case waits where the customer sees nothing. "
        'The longest step is "Check", 4 d 1 h. '
        'Repair first "Types it" (Accounting): it costs the whole 4 d 1 h. '
        "The promise of 3 d is missed by 2 d 2 h."
    )
    assert told(sketch(REFUND), "fr") == (
        'Il faut 5 j 2 h de "Asks for the money" à "Has the money", '
        "dont 2 h de travail (1,6 %) ; le reste est de l'attente. "
        "Pendant 5 j, le dossier attend là où le client ne voit rien. "
        'L\'étape la plus longue est "Check" : 4 j 1 h. '
        'Chantier prioritaire : "Types it" (Accounting), qui coûte 4 j 1 h à l\'ensemble. '
        "La promesse de 3 j est dépassée de 2 j 2 h."
    )


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        ("- Phones", "No action has a time yet"),
        ("- {customer: {action: Phones, work: instant}}", "Everything that has a time is instant."),
        ("- {customer: {action: Phones, work: 2 h}}", 'It takes 2 h for "Phones", and every minute of it is work.'),
        ("- {customer: {action: Phones, wait: 2 h}}", 'It takes 2 h for "Phones", and none of it is work.'),
        ("- {customer: {action: Phones, elapsed: 2 h}}", 'It takes 2 h for "Phones".'),
        ("- {customer: {action: Phones, elapsed: 2 h}}\n- Waits", 'It takes at least 2 h from "Phones" to "Waits".'),
        (
            "- {id: a, customer: {action: A, work: 10 min}, next: [{to: a, probability: 50 %}, end]}",
            "Branches and loops counted by their probabilities, a journey takes 20 min on average.",
        ),
        ("- {customer: {action: A, work: 1-2 h}}", "Nine journeys in ten end within 1 h 4"),
        (
            "spans: [{id: s, promise: 1 day}]\nsteps: [{customer: {action: A, work: 1 h}}]",
            "The promise of 1 d is kept.",
        ),
        (
            "spans: [{id: s, promise: 1 day}, {id: t, promise: 2 h}]\nsteps: [{customer: {action: A, work: 1 h}}]",
            "All 2 promises are kept.",
        ),
        (
            "spans: [{id: s, promise: 1 h, title: The call}, {id: t, promise: 2 h}]\n"
            "steps: [{customer: {action: A, work: 90 min}}]",
            "The promise of 1 h is missed by 30 min (The call).",
        ),
    ],
)  # fmt: skip
def test_what_does_not_apply_is_left_out(sketch: Sketch, steps: str, said: str) -> None:
    assert said in told(sketch(steps))


def test_a_promise_is_not_kept_for_sure_where_times_are_missing(sketch: Sketch) -> None:
    text = "spans: [{id: s, promise: 1 day}]\nsteps: [{customer: {action: A, work: 1 h}}, {customer: B}]"
    assert "kept" not in told(sketch(text))


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("4 h", "That is 2 h less than before (4 h)."),
        ("1 h", "That is 1 h more than before (1 h)."),
        ("2 h", "That is as long as before."),
    ],
)
def test_against_another_map(sketch: Sketch, before: str, said: str) -> None:
    old, new = (
        sketch(f"- {{customer: {{action: A, work: 1 h, elapsed: {time}}}}}") for time in (before, "2 h")
    )
    timings = measure(new)
    text = answer(timings, new, "en", differences(measure(old), timings))
    assert said in text.replace(NO_BREAK, " ")


def test_a_bar_a_step(sketch: Sketch) -> None:
    lines = list(bars(measure(sketch(REFUND)), View(width=42)))
    assert lines == [
        "Where the time goes, step by step",
        "  Ask        1 h  █",
        "  Check  4 d 1 h  ░░░░░░░░░░░░░░░░░░░",
        "  Pay        1 d                     ░░░░░",
        "  ░ waiting  █ work",
    ]


def test_no_more_than_a_dozen_bars(sketch: Sketch) -> None:
    steps = "".join(f"- {{title: S{n}, customer: {{action: A, work: {n} min}}}}\n" for n in range(1, 16))
    lines = list(bars(measure(sketch(steps)), View(width=80)))
    assert [line.split()[0] for line in lines[1:13]] == [f"S{n}" for n in range(4, 16)]
    assert lines[-1] == "  and 3 shorter steps"
    assert not list(bars(measure(sketch("- {customer: {action: A, work: 1 min}}")), View(width=80)))
