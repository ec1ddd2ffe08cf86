"""The report of times for people: what it says, in which columns, at every width."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from blueprint_cli.analysis.timings import measure
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.report.style import columns
from blueprint_cli.report.timings.text import render
from blueprint_cli.report.view import View

Sketch = Callable[[str], Blueprint]
LATE = """
state: as-is
persona: nadia
personas: {nadia: Nadia Benali}
teams: {help: Help desk, stock: Warehouse}
spans: [{id: answer, title: From the call to the date, from: call, promise: 1 h, target: 10 min, limit: 1 day}]
steps:
- id: call
  title: Calls
  customer: {action: Phones the help desk, wait: 25 min, work: 10 min, basis: observed}
  frontstage: {id: agent, action: Looks for the file, owner: help, wait: 25 min, work: 15 min, limit: 30 min}
- title: Waits for the date
  backstage:
  - {action: Phones the carrier, owner: stock, elapsed: 2 h}
  - {action: Writes a note, owner: unknown}
  frontstage: {id: tells, action: Tells the date, owner: help, after: agent, work: 2 min, target: instant}
"""
REPORT = """\
Sketch
as-is, Nadia Benali

It takes at least 2 h 40 from "Phones the help desk" to "Phones the carrier":
15 min of it is known to be work. The longest step is "Waits for the date",
2 h. Repair first "Phones the carrier" (Warehouse): it costs the whole 1 h 58.
The promise of 1 h is missed by 1 h 40.

1 of 5 actions has no time: totals are lower bounds.

Where the time goes, step by step
  Calls               40 min  ░░░░░░░█████
  Waits for the date     2 h              ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
  ░ waiting  █ work  ▒ either

  layer  action                            owner         wait    work    drag
Calls ───────────────────────────────────────────── at the start, takes 40 min
  cust   Phones the help desk              ·           25 min  10 min       ·
* front  Looks for the file                Help desk   25 min  15 min   5 min
Waits for the date ─────────────────────────────────── after 40 min, takes 2 h
  front  Tells the date                    Help desk        ·   2 min       ·
* back   Phones the carrier                Warehouse       2 h in all  1 h 58
  back   Writes a note                     ?                ?       ?       ·
  * longest path  · none  ? not known  drag: what the whole gains without it

Lead time                 2 h 40  the longest path, clock 24/7
Work on that path         15 min  9.4% of the lead (24/7), as far as it is
                                  told apart from waiting
Work in all               27 min  5 actions, side by side and in turn
Customer's effort         10 min  work that the customer does
Visible                   17 min  the customer sees something happen
Hand-overs                     2  from one owner to another
Lines crossed                  3  1 interaction, 2 visibility, 0 internal
Known how                    25%  of 4 times: 1 observed, 3 without a basis

Spans
  From the call to the date                                             2 h 40
    promise       1 h  missed by 1 h 40
    target     10 min  missed by 2 h 30
    limit         1 d  kept

Over target or limit
  Looks for the file                                      40 min, limit 30 min
  Tells the date                                         2 min, target instant

By owner                                 actions    work    wait  longest path
  Warehouse                                    1       ?       ?           2 h
  Help desk                                    2  17 min  25 min        40 min
  ?                                            1       ?       ?             ·
  + and more: some of it is not known

Repair first: what the whole gains without it
        1 h 58  Phones the carrier (Warehouse)
         5 min  Looks for the file (Help desk)
"""


def report(blueprint: Blueprint, view: View) -> str:
    return render(measure(blueprint), blueprint, view)


def test_the_whole_report(sketch: Sketch) -> None:
    assert report(sketch(LATE), View(width=78, by="owner")).splitlines() == REPORT.splitlines()


@pytest.mark.parametrize("width", [40, 60, 72, 80, 100, 120, 160, 200])
def test_no_line_is_wider_than_the_terminal(sketch: Sketch, width: int) -> None:
    wide = "担当者が倉庫に連絡して荷物がどこにあるかを調べて顧客に電話をかける"
    blueprint = sketch(
        LATE.replace("Phones the carrier", wide).replace(
            "Warehouse", "Service de la logistique et des entrepôts du Nord"
        )
    )
    for by in (None, "layer", "owner", "system", "phase"):
        lines = report(blueprint, View(width=width, by=by)).splitlines()
        assert max(map(columns, lines)) <= width
        assert not any(line.endswith(" ") for line in lines)


def test_a_wide_terminal_has_more_columns(sketch: Sketch) -> None:
    heads = {
        width: next(
            line.split()
            for line in report(sketch(LATE), View(width=width)).splitlines()
            if "  action  " in line
        )
        for width in (40, 60, 80, 100, 120, 160)
    }
    assert heads == {
        40: ["action", "wait", "work"],
        60: ["layer", "action", "owner", "wait", "work"],
        80: ["layer", "action", "owner", "wait", "work", "drag"],
        100: ["layer", "action", "owner", "wait", "work", "slack", "drag", "when"],
        120: ["layer", "action", "owner", "wait", "work", "elapsed", "start", "slack", "drag", "when"],
        160: ["layer", "action", "owner", "wait", "work", "elapsed", "start", "slack", "drag", "target", "limit", "basis", "when"],
    }  # fmt: skip


def test_steps_stand_in_the_order_of_time(sketch: Sketch) -> None:
    lines = report(
        sketch("""
        - {title: Start, customer: {action: A, work: 5 min}, next: third}
        - {title: Never, customer: {action: B, work: 5 min}}
        - {title: Last, id: last, customer: {action: C, work: 5 min}, next: end}
        - {title: Third, id: third, customer: {action: D, work: 5 min}, next: last}
        """),
        View(),
    ).splitlines()
    steps = [line.split(" ")[0] for line in lines if "─" in line]
    assert steps == ["Start", "Third", "Last", "Never"]
    assert f"Never {'─' * 60} never reached" in lines


@pytest.mark.parametrize(
    ("times", "bar"),
    [
        ("work: 1 h", "█"),
        ("wait: 1 h", "░"),
        ("elapsed: 1 h", "▒"),
        ("wait: 59 min, work: 1 min", "░"),
        ("wait: 1 min, work: 59 min", "█"),
        ("wait: 2 h, work: 2 h", "░░██"),
        ("wait: 239 min, work: 1 min", "░░░█"),
        ("wait: 1 min, work: 239 min", "░███"),
        ("work: instant", ""),
        ("work: unknown", ""),
    ],
)  # fmt: skip
def test_bars_tell_waiting_from_work(sketch: Sketch, times: str, bar: str) -> None:
    # beside so long a name the longest bar has ten cells
    steps = f"- {{customer: {{action: A, {times}}}, backstage: {{action: {'B' * 46}, work: 10 h}}}}"
    tables = [report(sketch(steps), View(width=width)).splitlines() for width in range(90, 110)]
    lines = next(lines for lines in tables if any(line.endswith(f" {'█' * 10}") for line in lines))
    line = next(line for line in lines if line.startswith("  cust"))
    assert line[len(line.rstrip("░█▒")) :] == bar


def test_a_map_without_times_says_so_and_never_zero(sketch: Sketch) -> None:
    text = report(sketch("- Phones\n- Waits"), View())
    assert f"Step 1 {'─' * 45} at the start, no time known" in text
    assert "\nNo action has a time yet, so nothing can be said of the lead. " in text
    assert "\n2 of 2 actions have no time: totals are lower bounds.\n" in text
    assert "Lead time" not in text
    assert "Repair first" not in text
    assert "Over target" not in text


def test_expected_lead_is_shown_where_it_differs(sketch: Sketch) -> None:
    loop = "- {id: a, customer: {action: A, work: 10 min}, next: [{to: a, probability: 50 %}, end]}"
    assert "Expected lead             20 min  with branches and loops" in report(sketch(loop), View())
    assert "Expected lead" not in report(sketch("- {customer: {action: A, work: 10 min}}"), View())


def test_silence_names_its_two_actions_and_all_work_is_all(sketch: Sketch) -> None:
    text = report(
        sketch(
            "- {customer: {action: Asks, work: 1 min}}\n- {frontstage: {action: Answers, wait: 2 h, work: 1 min}}"
        ),
        View(),
    )
    assert 'Longest silence              2 h  from "Asks" to "Answers"\n' in text
    assert "1.6% of the lead (24/7), the rest is waiting" in text
    assert "all of the lead" in report(sketch("- {customer: {action: Asks, work: 1 min}}"), View())


def test_spans_that_say_nothing(sketch: Sketch) -> None:
    text = report(
        sketch("""
        spans: [{from: b, to: lost, promise: 1 h}, {from: b, to: a, promise: 1 h}]
        steps:
        - {id: a, customer: {action: A, work: 10 min}}
        - {id: b, customer: {action: B, wait: 1 h}, next: end}
        - {id: lost, customer: C}
        """),
        View(width=40),
    )
    assert "  b to lost                        never\n    promise       1 h  cannot be told\n" in text
    assert "  b to a           ends before it starts\n    promise       1 h  cannot be told\n" in text


def test_top_limits_the_repairs(sketch: Sketch) -> None:
    steps = "\n".join(f"- {{customer: {{action: Card {n}, work: {n} min}}}}" for n in range(1, 9))
    for top in (0, 3):
        text = report(sketch(steps), View(top=top))
        assert [line.split()[-1] for line in text.splitlines() if "min  Card" in line] == ["8", "7", "6"][
            :top
        ]


def test_colour_is_plain_ansi_and_only_where_it_is_asked_for(sketch: Sketch) -> None:
    blueprint = sketch(LATE)
    plain, painted = report(blueprint, View()), report(blueprint, View(color=True))
    assert "\x1b" not in plain
    assert "\x1b[1;31mmissed by 1 h 40\x1b[0m" in painted
    assert "\x1b[32mkept\x1b[0m" in painted
    without = painted
    for code in ("\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[32m", "\x1b[1;31m", "\x1b[1;33m"):
        without = without.replace(code, "")
    assert [line.rstrip() for line in without.splitlines()] == plain.splitlines()


def test_texts_cannot_steer_the_terminal(sketch: Sketch) -> None:
    text = report(sketch('- {title: "Calls\\e[31m", customer: {action: "Phones\\nthe desk\\e[2J"}}'), View())
    assert "\x1b" not in text
    assert "Phones the desk\ufffd[2J" in text


def test_a_promise_in_working_days_keeps_its_own_words(sketch: Sketch) -> None:
    text = report(
        sketch("spans: [{id: s, promise: 5 jours ouvrés}]\nsteps: [{backstage: {action: A, wait: 8 days}}]"),
        View(),
    )
    assert "    promise       7 d  missed by 1 d (5 jours ouvrés)\n" in text
