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

ANY_TIME = "write 30 min, 2 h 30, 3 days, 2-5 days, instant or unknown"
THREE_POINTS = "write {min: 1 h, likely: 2 h, max: 6 h}"
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
    assert refused.value.help.startswith(("write ", "after hours", "did you mean", "the units"))


@pytest.mark.parametrize(
    ("written", "message", "help_line"),
    [
        ("1:30", "'1:30': is it hours and minutes, or minutes and seconds?", "write 1 h 30 or 90 s"),
        ("-PT1H", "'-PT1H': a time cannot be negative", "write it without the sign"),
        ("PT-1H", "'PT-1H': a time cannot be negative", "write it without the sign"),
        ("-2 h", "'-2 h': a time cannot be negative", "write it without the sign"),
        ("−15 min", "'−15 min': a time cannot be negative", "write it without the sign"),
        ("-1:30 h", "'-1:30 h': a time cannot be negative", "write it without the sign"),
        ("1.5h30", "'1.5h30': a part of an hour stands before 30", "write 1 h 30, or the part alone: 1.5 h"),
        (
            "½ min 20",
            "'½ min 20': a part of a minute stands before 20",
            "write 12 min 30, or the part alone: 1.5 min",
        ),
        (
            "10 à 15",
            "a time without a unit: 10 à 15",
            "write 10 à 15 min, 10 à 15 h or 10 à 15 days",
        ),
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
        ("{minimum: 1 h, max: 2 h}", "'minimum' is not a key of a time", "did you mean min?"),
        ("{min: 1 h}", "a range needs its two ends, min and max", THREE_POINTS),
        ("{min: 1-2 h, max: 3 h}", "min, likely and max are one time each", THREE_POINTS),
        (
            "{min: 3h, likely: 2h, max: 6h}",
            "min (3h) is longer than likely (2h)",
            "write min, likely, max from the shortest to the longest",
        ),
        ("1 h–6 h (1-2 h)", "min, likely and max are one time each", THREE_POINTS),
        (
            "1 h–6 h (9 h)",
            "likely (9 h) is longer than max (6 h)",
            "write min, likely, max from the shortest to the longest",
        ),
        (
            "1–5 jours ouvrés (2 jours)",
            "min, likely and max run on different clocks",
            "write all in days, all in working days, or all in working hours",
        ),
        ("30 min (2 h)", "'30 min (2 h)' is not a time", ANY_TIME),
        ("{min: 3, max: 6 h}", "a time without a unit: 3", "write 3 min, 3 h or 3 days"),
        ("true", "a time is wanted here, not true", ANY_TIME),
        ("[1 h]", "a time is wanted here, not a list", ANY_TIME),
        ("-3", "a time cannot be negative: -3", "write 3 min, 3 h or 3 days"),
        ("-3h", "'-3h': a time cannot be negative", "write it without the sign"),
        ("0", "a time without a unit: 0", "write instant, or unknown"),
        ("2-5", "a time without a unit: 2-5", "write 2-5 min, 2-5 h or 2-5 days"),
        ("0:45", "'0:45': is it hours and minutes, or minutes and seconds?", "write 45 min or 45 s"),
        ("01:30:00", "'01:30:00': a time has no colon", "write 1 h 30 or 90 s"),
        ("3 j -", "'3 j -': a range needs two ends", "write 2-5 days, 2 à 5 jours or 30 min to 1 h"),
        ("5-2 days", "'5-2 days': the range is not in order", "write the shorter time first: 2-5 days"),
        (
            "2h90",
            "'2h90' is not a time",
            "after hours a last number means minutes, below 60: write 2 h 30",
        ),
        ("1 j 4", "'1 j 4': 4 has no unit", "write each number with its unit: 1 d 4 h 30 min"),
        ("30 min 2h", "'30 min 2h': the units are not in order", "write the largest first: 2 h 30 min"),
        ("1 h 1 h", "'1 h 1 h': a unit stands twice", "write each unit once: 1 h 30"),
        ("1,500 h", "'1,500 h': is 1,500 a decimal, or thousands?", "write 1.500 or 1500"),
        (
            "1 500 s",
            "'1 500 s' is not a time",
            "write the number without a space in it, and its unit: 1200 s",
        ),
        ("environ 20 min", "'environ 20 min' is not a time", "write ~ for about: ~20 min"),
        ("< 5 min", "'< 5 min' is not a time", "write a range, as in 0-5 min"),
        ("1 h et demie", "'1 h et demie' is not a time", "write it in figures: 1 h 30"),
        ("P3M", "'P3M': months and years have no fixed length", "write weeks or days: P30D"),
        ("PT", "'PT' is not a time", "write PT30S, PT2H30M, P3D or P1W"),
        ("0.5 s", "'0.5 s' is not a whole number of seconds", "write it rounded to the second"),
        ("99999999 d", "'99999999 d' is longer than a hundred years", "write a shorter time, or unknown"),
        (
            "1 semaine ouvrée",
            "'1 semaine ouvrée': working time is counted in days or in hours",
            "write 5 working days (jours ouvrés) or 4 working hours (heures ouvrées)",
        ),
        (
            "3 h à 2 jours ouvrés",
            "'3 h à 2 jours ouvrés': the two ends run on different clocks",
            "write both in days, both in working days, or both in working hours",
        ),
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
    ("written", "low", "high", "clock"),
    [
        ("2-5 business days", 172_800, 432_000, "open-days"),
        ("2 à 5 jours ouvrés", 172_800, 432_000, "open-days"),
        ("2 JOURS OUVRES", 172_800, 172_800, "open-days"),
        ("1-4 heures ouvrées", 3_600, 14_400, "open-hours"),
        ("instant à 2 jours ouvrés", 0, 172_800, "open-days"),
        ("1-2h30", 3_600, 9_000, "calendar"),
        ("½-1 h", 1_800, 3_600, "calendar"),
        ("2½ h", 9_000, 9_000, "calendar"),
        ("3\u20115 j", 259_200, 432_000, "calendar"),
        ("IMMEDIAT", 0, 0, "calendar"),
        ("12 min 30", 750, 750, "calendar"),
        ("pt1.5h", 5_400, 5_400, "calendar"),
    ],
)
def test_ends_and_clocks(written: str, low: int, high: int, clock: str) -> None:
    duration = read_duration(written)
    assert (duration.low, duration.high, duration.clock, duration.text) == (low, high, clock, written)
    assert (duration.upper, duration.is_range) == (high, low != high)


def test_a_mapping_is_told_as_a_range() -> None:
    assert read_duration({"min": "1 h", "likely": "~2 h", "max": "9 h"}) == Duration(
        3_600, 7_200, 32_400, approximate=True, text="1 h–9 h (~2 h)"
    )
    assert read_duration({"min": "1 h", "likely": None, "max": "9 h"}).text == "1 h–9 h"


def test_a_duration_is_given_back() -> None:
    duration = read_duration("2 h")
    assert read_duration(duration) is duration


def test_a_message_stays_on_one_short_line() -> None:
    with pytest.raises(Refusal) as refused:
        read_duration("\x1b[31m" + "very\nlong " * 100_000)
    assert (
        refused.value.message
        == "'\ufffd[31mvery long very long very long very long very long ve...' is too long for a time"
    )
    with pytest.raises(Refusal) as refused:
        read_duration(10**5_000)
    assert refused.value.message == "a time is wanted here, not a number of very many digits"


@pytest.mark.parametrize(
    ("seconds", "english", "french"),
    [
        (0, "instant", "instantané"),
        (30, "30 s", "30\u00a0s"),
        (725, "12 min 05", "12\u00a0min\u00a005"),
        (7500, "2 h 05", "2\u00a0h\u00a005"),
        (3_569, "59 min 29", "59\u00a0min\u00a029"),
        (3_630, "1 h 01", "1\u00a0h\u00a001"),
        (86_370, "1 d", "1\u00a0j"),
        (172_769, "47 h 59", "47\u00a0h\u00a059"),
        (172_770, "2 d", "2\u00a0j"),
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
