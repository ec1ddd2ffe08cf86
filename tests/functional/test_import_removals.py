"""Cards and steps that a client took out, and what refers to them: it waits for a decision, and goes with them."""

from __future__ import annotations

import difflib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from .conftest import Run

MAP = """\
blueprint: 1
title: Parcel
spans:
  - {id: wait, title: The wait, from: order, to: hand}   # promised
steps:
  - id: order
    title: Order
    customer: {id: buy, action: Buys}
    backstage:
      - {id: pack, action: Packs, work: 5 min}
      - {id: hand, action: Hands over}
    support:
      - action: Scanner
        serves: [pack, hand]
      - {action: Printer, serves: pack}
  - id: call
    title: Call
    customer: Calls
    frontstage: {id: answer, action: Answers}
    backstage:
      # a look into the file
      - {id: look, action: Looks it up, after: [{id: pack, label: label}, answer]}
    next: [end]
  - id: wait-again
    title: Wait
    customer: {action: Waits, after: look}
    next: [{to: call, probability: 20 %}, {to: end, probability: 80 %}]
"""
INTO = ("import", "client.xlsx", "--into", "map.yaml")
Came = Callable[..., None]


@pytest.fixture
def came(blueprint: Run, tmp_path: Path) -> Came:
    """Send the map, and have cells emptied and columns taken out."""

    def back(*texts: str, steps: tuple[str, ...] = (), text: str = MAP) -> None:
        (tmp_path / "map.yaml").write_text(text, encoding="utf-8")
        assert blueprint("render", "map.yaml", "-o", "client.xlsx").returncode == 0
        book = load_workbook(tmp_path / "client.xlsx")
        sheet = book["Blueprint"]
        for row in sheet.iter_rows(min_col=3):
            for cell in row:
                if cell.value in texts:
                    cell.value = None
        for title in steps:
            columns = [cell.column for cell in sheet[5] if cell.value == title]
            sheet.delete_cols(columns[0])
        book.save(tmp_path / "client.xlsx")

    return back


def said(result: Any) -> dict[str, str]:
    return {
        change["name"]: f"{change['state']}: {change['why']}"
        for change in json.loads(result.stdout)["changes"]
    }


def lines_changed(folder: Path) -> tuple[list[str], list[str]]:
    now = (folder / "map.yaml").read_text(encoding="utf-8").splitlines()
    found = [line for line in difflib.ndiff(MAP.splitlines(), now) if line[0] in "+-"]
    return [line[2:] for line in found if line[0] == "+"], [line[2:] for line in found if line[0] == "-"]


def test_what_is_referred_to_waits_even_with_prune(blueprint: Run, tmp_path: Path, came: Came) -> None:
    came("Packs")
    result = blueprint(*INTO, "--write", "--prune")
    assert result.returncode == 1
    assert lines_changed(tmp_path) == ([], [])
    told = " ".join(result.stdout.decode().split())
    assert (
        "steps[order].support[0].serves, steps[order].support[1].serves, steps[call].backstage[look].after refer to it"
        " (--theirs, or --take 'steps[order].backstage[pack]=theirs', takes that out, too)"
    ) in told
    assert '"Packs" is taken out, and with it steps[order].support[0].serves,' in told


@pytest.mark.parametrize("settled", [("--theirs",), ("--take", "steps[order].backstage[pack]=theirs")])
def test_references_go_with_a_card(
    blueprint: Run, tmp_path: Path, came: Came, settled: tuple[str, ...]
) -> None:
    came("Packs")
    assert blueprint(*INTO, "--write", "--prune", *settled).returncode == 0
    assert lines_changed(tmp_path) == (
        ["        serves: [hand]", "      - {action: Printer}", "      - {id: look, action: Looks it up, after: [answer]}"],
        [
            "      - {id: pack, action: Packs, work: 5 min}", "        serves: [pack, hand]",
            "      - {action: Printer, serves: pack}",
            "      - {id: look, action: Looks it up, after: [{id: pack, label: label}, answer]}",
        ],
    )  # fmt: skip
    assert blueprint(*INTO).stdout == b"no change\n"
    blueprint("render", "map.yaml", "-o", "fresh.xlsx")
    assert blueprint("import", "fresh.xlsx", "--into", "map.yaml").stdout == b"no change\n"


@pytest.mark.parametrize(
    ("settled", "rest"),
    [
        (("--theirs",), "3 removals without --prune"),
        (("--take", "steps[order].backstage[pack]=theirs"), "1 undecided; 2 removals without --prune"),
        (("--take", "steps[call].customer[0]=theirs"), "2 undecided; 1 removal without --prune"),
        (("--take", "steps[order].backstage[pack]=mine"), "1 undecided; 1 removal without --prune"),
    ],
)
def test_the_last_line_says_that_a_decision_to_remove_needs_prune(
    blueprint: Run, came: Came, settled: tuple[str, ...], rest: str
) -> None:
    came("Packs", "Answers", "Calls")
    for write, written in (((), ""), (("--write",), " 0 written to map.yaml;")):
        result = blueprint(*INTO, *settled, *write)
        assert result.stdout.decode().splitlines()[-1] == f"3 changes;{written} {rest}"
        assert result.returncode == 1


def test_without_prune_a_decision_removes_nothing(blueprint: Run, tmp_path: Path, came: Came) -> None:
    came("Packs")
    assert blueprint(*INTO, "--write", "--theirs").returncode == 1
    assert lines_changed(tmp_path) == ([], [])


def test_what_goes_together_does_not_wait_for_each_other(blueprint: Run, tmp_path: Path, came: Came) -> None:
    came("Answers", "Looks it up", "Waits")
    result = blueprint(*INTO, "--write", "--prune", "--format", "json")
    assert said(result) == {
        "steps[call].frontstage[answer]": "clear: None",
        "steps[call].backstage[look]": "clear: None",
        "steps[wait-again].customer[0]": "clear: None",
    }
    assert result.returncode == 0


def test_two_cards_out_of_one_list(blueprint: Run, tmp_path: Path, came: Came) -> None:
    came("Packs", "Answers")
    assert blueprint(*INTO, "--write", "--prune", "--theirs").returncode == 0
    assert "      - {id: look, action: Looks it up}" in lines_changed(tmp_path)[0]


@pytest.mark.parametrize(
    ("texts", "steps", "name", "why"),
    [
        (("Hands over",), (), "steps[order].backstage[hand]", "spans[wait].to, steps[order].support[0].serves refer to it; the span ends there"),
        ((), ("Call",), "steps[call]", "steps[wait-again].next, steps[wait-again].customer[0].after refer to it; its share would be missing"),
    ],
)  # fmt: skip
def test_ends_of_spans_and_shares_are_for_people(
    blueprint: Run,
    tmp_path: Path,
    came: Came,
    texts: tuple[str, ...],
    steps: tuple[str, ...],
    name: str,
    why: str,
) -> None:
    came(*texts, steps=steps)
    result = blueprint(*INTO, "--write", "--prune", "--theirs", "--format", "json")
    assert said(result)[name] == f"undecided: {why}"
    assert result.returncode == 1
    assert lines_changed(tmp_path) == ([], [])


def test_a_step_goes_with_what_refers_to_it(blueprint: Run, tmp_path: Path, came: Came) -> None:
    text = MAP.replace(", probability: 20 %", "").replace(", probability: 80 %", "")
    came(steps=("Call",), text=text)
    assert blueprint(*INTO, "--write", "--prune", "--theirs").returncode == 0
    now = (tmp_path / "map.yaml").read_text(encoding="utf-8")
    assert "    customer: {action: Waits}\n    next: [{to: end}]\n" in now
    assert "Calls" not in now
