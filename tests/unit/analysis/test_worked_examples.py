"""The worked examples of docs/timings.md give the figures that the page tells."""

from __future__ import annotations

import json
import re
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from blueprint_cli.analysis.money import cost
from blueprint_cli.analysis.timings import Timings, measure
from blueprint_cli.language.durations import format_duration
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.report.timings.json import render
from blueprint_cli.report.view import View
from blueprint_cli.source.loading import load_bytes

PAGE = Path(__file__).parents[3] / "docs/timings.md"
HOUR, MINUTE = 3600, 60


def example(title: str) -> Timings:
    blocks = re.findall(r"^```yaml\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    text = next(block for block in blocks if f"title: {title}\n" in block)
    blueprint = load_bytes(text.encode(), "example.yaml", Path()).root
    assert isinstance(blueprint, Blueprint)
    return measure(blueprint)


def test_a_call() -> None:
    assert example("A call").lead_s == 2 * HOUR + 42 * MINUTE


def test_a_claim() -> None:
    timings = example("A claim")
    assert timings.lead_s == 13 * HOUR
    assert timings.expected == (15 * HOUR + 35 * MINUTE, "exact")
    assert timings.step("check").visits == 1.25
    assert timings.pert is not None
    assert (timings.pert.mean_s, timings.pert.sd_s) == (13 * HOUR, 50 * MINUTE)


def test_shoeshine() -> None:
    found = cost(example("Shoeshine"))
    assert found is not None
    assert (found.total, found.margin, found.break_even_s) == (
        Fraction("0.42"),
        Fraction("0.08"),
        Fraction(228),
    )


ROWS = re.findall(r"^\| `([\w.]+)` \| [^|]+ \| ([^|]+) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)


def machine_output(title: str) -> dict[str, Any]:
    timings = example(title)
    found: dict[str, Any] = json.loads(render(timings, timings.blueprint, View()))
    return found


def told(data: Any, path: str) -> str:
    """A field as the page writes it: entries of lists by their id, times for people."""
    for name in path.split("."):
        data = next(entry for entry in data if entry["id"] == name) if isinstance(data, list) else data[name]
    if path.endswith(("_s", "seconds")):
        return format_duration(data)
    return data if isinstance(data, str) else json.dumps(data)


def test_the_page_tells_many_figures() -> None:
    assert len(ROWS) > 30


@pytest.mark.parametrize(("path", "value"), ROWS)
def test_every_figure_of_one_map(path: str, value: str) -> None:
    assert told(machine_output("A repair"), path) == value


def test_every_field_of_the_machine_output_stands_on_the_page() -> None:
    found = {"version", *names(machine_output("A repair")), *names(machine_output("A claim"))}
    page = PAGE.read_text(encoding="utf-8")
    assert sorted(name for name in found if f"`{name}`" not in page) == []


def names(data: Any) -> set[str]:
    """Every name of a field; the keys of totals are names of the map."""
    if isinstance(data, list):
        return set().union(*map(names, data))
    if not isinstance(data, dict):
        return set()
    inside = [value for key, value in data.items() if not key.startswith("by_")]
    totals = [value for key, value in data.items() if key.startswith("by_")]
    return {*data, *names(inside), *names([list(total.values()) for total in totals])}
