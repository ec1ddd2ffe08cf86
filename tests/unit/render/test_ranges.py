"""A range of the file stays one on cards and rows; what was computed from it says that it is about so much."""

from __future__ import annotations

from pathlib import Path

import pytest

from blueprint_cli.language.lengths import format_range
from blueprint_cli.language.units import DAY, HOUR, MINUTE
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.render.drawing.compose import compose
from blueprint_cli.render.time_pictures.ladder import ladder_scene
from blueprint_cli.source.loading import load_bytes

MAP = """\
blueprint: 1
title: Ranges
lang: fr
teams: {desk: {name: Guichet, hours: shop}}
calendars: {shop: {days: mon-fri, hours: "09:00-12:00"}}
steps:
  - customer: {action: Cherche un taxi, ACTION}
"""


def _blueprint(action: str) -> Blueprint:
    read = load_bytes(MAP.replace("ACTION", action).encode(), "ranges.blueprint.yaml", Path())
    assert isinstance(read.root, Blueprint), read.problems
    return read.root


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (5 * MINUTE, 40 * MINUTE, "5–40 min"),
        (45 * MINUTE, 2 * HOUR, "45 min–2 h"),
        (0, 40 * MINUTE, "0–40 min"),
        (3 * DAY, 5 * DAY, "3–5 d"),
        (90 * MINUTE, 2 * HOUR, "1 h 30–2 h"),
    ],
)
def test_two_ends_in_one(low: int, high: int, said: str) -> None:
    assert format_range(low, high) == said


@pytest.mark.parametrize(
    ("action", "card", "row", "rung"),
    [
        ("work: 5-40 min", "5–40 min", "travail 5–40 min", ["~22 min 30"]),
        ("work: {min: 5 min, likely: 10 min, max: 40 min}", "5–40 min", "travail 5–40 min", ["~14 min 10"]),
        ("elapsed: 1-2 jours", "1–2 jours", "1–2 jours en tout", ["~36 h"]),
        ("wait: 12 à 24 h", "12–24 h", "attente 12–24 h", ["~18 h"]),
        ("wait: 2-5 jours ouvrés", "2–5 jours ouvrés", "attente 2–5 jours ouvrés", ["~3 j 2 h"]),
        ("work: 30 min to 1 h", "30 min–1 h", "travail 30 min–1 h", ["~45 min"]),
        (
            "wait: 10 min, work: 5-10 min",
            "15–20 min",
            "attente 10 min, travail 5–10 min",
            ["10 min", "~7 min 30"],
        ),
        ("work: 20 min", "20 min", "travail 20 min", ["20 min"]),
        ("owner: desk, work: 4-8 h", "27 h", "attente 21 h, travail 4–8 h", ["21 h", "~6 h"]),
    ],
)
def test_a_range_stays_one(action: str, card: str, row: str, rung: list[str]) -> None:
    scene, ladder = compose(_blueprint(action)), ladder_scene(_blueprint(action))

    def said(css: str) -> list[str]:
        boxes = [box for box in (*scene.boxes, *ladder.boxes, *ladder.headings) if box.css == css]
        return [line.replace("\u00a0", " ") for box in boxes for text in box.texts for line in text.lines]

    assert (said("time"), said("said"), said("duration")) == ([card], [row], rung)
