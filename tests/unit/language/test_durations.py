"""Times as people write them: the whole table of accepted and refused texts, and their wording."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from blueprint_cli.language.durations import Duration, format_duration, format_exact, read_duration
from blueprint_cli.language.refusal import Refusal
from blueprint_cli.source.reading import read_text

TABLE = yaml.safe_load((Path(__file__).parent / "durations.yaml").read_text(encoding="utf-8"))


def _value(written: str) -> Any:
    """What stands after `work: ` in a file, as the loader reads it."""
    return read_text(f"work: {written}\n").data["work"]


@pytest.mark.parametrize("case", TABLE["accept"], ids=lambda case: case["yaml"])
def test_accepted_texts_have_their_mean(case: dict[str, Any]) -> None:
    duration = read_duration(_value(case["yaml"]))
    assert duration.unknown is (case["elapsed_s"] is None)
    if duration.clock == "calendar" and not duration.unknown:
        assert duration.mean == case["elapsed_s"]


@pytest.mark.parametrize("written", TABLE["refuse"])
def test_refused_texts_say_what_to_write(written: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_duration(_value(written))
    assert refused.value.message
    assert (
        "write" in refused.value.help
        or "did you mean" in refused.value.help
        or "units" in refused.value.help
        or "2 h 30" in refused.value.help
    )


@pytest.mark.parametrize(
    ("written", "message", "help_line"),
    [
        ("1:30", "'1:30': is it hours and minutes, or minutes and seconds?", "write 1 h 30 or 90 s"),
        ("30", "a time without a unit: 30", "write 30 min, 30 h or 30 days"),
        (
            "3 mois",
            "'3 mois': months and years have no fixed length",
            "write weeks or days: 30 days, 52 weeks",
        ),
        (
            "2 jours ouvrables",
            "'2 jours ouvrables': 'ouvrables' counts Saturdays",
            "write jours ouvrés, or plain days",
        ),
        ("3 huors", "'3 huors': 'huors' is not a unit of time", "did you mean hours?"),
        ("{min: 1 h, mxa: 2 h}", "'mxa' is not a key of a time", "did you mean max?"),
    ],
)
def test_messages(written: str, message: str, help_line: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_duration(_value(written))
    assert (refused.value.message, refused.value.help) == (message, help_line)


def test_a_working_time_keeps_its_clock() -> None:
    assert read_duration("2 jours ouvrés") == Duration(
        172_800, 172_800, 172_800, "open-days", text="2 jours ouvrés"
    )
    assert read_duration("4 business hours").clock == "open-hours"


def test_a_range_without_a_likely_value_takes_the_middle() -> None:
    assert read_duration("2-5 days").mean == Fraction(302_400)
    assert read_duration("~20\u201340\u00a0min") == Duration(
        1200, None, 2400, approximate=True, text="~20\u201340\u00a0min"
    )


@pytest.mark.parametrize(
    ("seconds", "english", "french"),
    [
        (0, "instant", "instantané"),
        (30, "30 s", "30\u00a0s"),
        (725, "12 min 05", "12\u00a0min\u00a005"),
        (7500, "2 h 05", "2\u00a0h\u00a005"),
        (86_400, "1 d", "1\u00a0j"),
        (90_000, "25 h", "25\u00a0h"),
        (259_200, "3 d", "3\u00a0j"),
        (1_257_420, "14 d 13 h", "14\u00a0j\u00a013\u00a0h"),
        (-3600, "−1 h", "−1\u00a0h"),
    ],
)
def test_times_for_people(seconds: int, english: str, french: str) -> None:
    assert (format_duration(seconds), format_duration(seconds, "fr")) == (english, french)


def test_exact_times_spell_every_unit() -> None:
    assert format_exact(93_784) == "1 d 2 h 3 min 4 s"
