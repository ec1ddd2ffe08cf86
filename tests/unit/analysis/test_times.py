"""The time of one action: any two of wait, work and elapsed give the third; what is unknown stays unknown."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from blueprint_cli.analysis.schedule import schedule
from blueprint_cli.analysis.times import disagreement, said_times
from blueprint_cli.analysis.timings import measure
from blueprint_cli.model.actions import Action
from blueprint_cli.model.blueprint import Blueprint

MINUTE, HOUR = 60, 3600


def action(**times: Any) -> Action:
    return Action.model_validate({"action": "Waits", **times})


@pytest.mark.parametrize(
    ("said", "wait", "work", "elapsed"),
    [
        ({"work": "12 min"}, 0, 12 * MINUTE, 12 * MINUTE),
        ({"wait": "2 h"}, 2 * HOUR, 0, 2 * HOUR),
        ({"wait": "2 h", "work": "12 min"}, 2 * HOUR, 12 * MINUTE, 2 * HOUR + 12 * MINUTE),
        ({"elapsed": "2 h"}, None, None, 2 * HOUR),
        ({"elapsed": "2 h", "work": "12 min"}, 108 * MINUTE, 12 * MINUTE, 2 * HOUR),
        ({"elapsed": "2 h", "wait": "20 min"}, 20 * MINUTE, 100 * MINUTE, 2 * HOUR),
        ({"elapsed": "2-4 h", "work": "1 h"}, 2 * HOUR, HOUR, 3 * HOUR),
        ({"elapsed": "2-4 h", "work": "1-2 h"}, None, Fraction(3 * HOUR, 2), 3 * HOUR),
        ({"elapsed": "2-4 h", "wait": "1-2 h"}, Fraction(3 * HOUR, 2), None, 3 * HOUR),
        ({"wait": {"min": "1 h", "likely": "2 h", "max": "9 h"}}, 3 * HOUR, 0, 3 * HOUR),
        ({"work": "instant"}, 0, 0, 0),
        ({}, None, None, None),
        ({"work": "unknown"}, 0, None, None),
        ({"wait": "unknown"}, None, 0, None),
        ({"wait": "2 h", "work": "unknown"}, 2 * HOUR, None, None),
        ({"elapsed": "unknown"}, None, None, None),
        ({"elapsed": "unknown", "wait": "2 h"}, 2 * HOUR, None, None),
        ({"elapsed": "2 h", "wait": "unknown"}, None, None, None),
    ],
    ids=str,
)  # fmt: skip
def test_what_is_said_gives_the_rest(said: dict[str, Any], wait: Any, work: Any, elapsed: Any) -> None:
    found = said_times(action(**said))
    assert (found.wait, found.work, found.elapsed) == (wait, work, elapsed)


@pytest.mark.parametrize(
    ("said", "least"),
    [
        ({}, 0),
        ({"work": "unknown"}, 0),
        ({"wait": "2 h", "work": "unknown"}, 2 * HOUR),
        ({"wait": "unknown", "work": "12 min"}, 12 * MINUTE),
        ({"elapsed": "unknown", "wait": "2 h"}, 2 * HOUR),
        ({"elapsed": "2 h", "wait": "unknown"}, 2 * HOUR),
    ],
    ids=str,
)
def test_in_the_schedule_the_known_part_counts(said: dict[str, Any], least: int) -> None:
    step = {"customer": {"action": "Waits", **said}}
    blueprint = Blueprint.model_validate({"blueprint": 1, "title": "T", "steps": [step]})
    timings = measure(blueprint)
    assert (timings.lead_s, timings.untimed, timings.actions[0].elapsed_s) == (least, 1, None)


def test_thirds_of_a_second_do_not_get_lost() -> None:
    card = {"action": "Counts", "work": {"min": "1 s", "likely": "1 s", "max": "2 s"}}  # 7/6 s each
    blueprint = Blueprint.model_validate({"blueprint": 1, "title": "T", "steps": [{"customer": [card] * 6}]})
    plan = schedule(blueprint)
    assert Fraction(plan.lead, plan.clock.scale) == 7
    assert measure(blueprint).lead_s == 7
    assert [times.end_s for times in measure(blueprint).actions] == [1, 2, 4, 5, 6, 7]  # half up, each once


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"wait": "25 min", "work": "10 min", "elapsed": "1 h"}, "wait 25 min and work 10 min do not make elapsed 1 h"),
        ({"work": "2 h", "elapsed": "1 h"}, "work 2 h is longer than elapsed 1 h"),
        ({"wait": "2 h", "elapsed": "1-2 h"}, "wait 2 h is longer than elapsed 1-2 h"),
        ({"wait": "20 min", "work": "40 min", "elapsed": "1 h"}, ""),
        ({"wait": "1-2 h", "work": "1 h", "elapsed": "2-3 h"}, ""),
        ({"wait": "1-3 h", "work": "1 h", "elapsed": "3 h"}, ""),
        ({"wait": "unknown", "work": "40 min", "elapsed": "1 h"}, ""),
        ({"wait": "2 working days", "work": "1 h", "elapsed": "3 days"}, ""),
        ({"work": "2 h", "elapsed": "unknown"}, ""),
        ({"work": "2 h"}, ""),
    ],
    ids=str,
)  # fmt: skip
def test_three_times_that_cannot_all_be_true(said: dict[str, Any], why: str) -> None:
    assert disagreement(action(**said)) == why
