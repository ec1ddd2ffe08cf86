"""The worked examples of docs/timings.md give the figures that the page tells."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

from blueprint_cli.analysis.money import cost
from blueprint_cli.analysis.timings import Timings, measure
from blueprint_cli.model.blueprint import Blueprint
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
