"""Times in the words of another language, which say the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint_cli.language.durations import read_duration
from blueprint_cli.language.spoken_times import spoken_time


@pytest.mark.parametrize(
    ("written", "french", "english"),
    [
        ("18 d", "18 j", "18 d"),
        ("2-5 days", "2-5 jours", "2-5 days"),
        ("2 à 5 jours", "2 à 5 jours", "2 to 5 days"),
        ("2 jours ouvrés", "2 jours ouvrés", "2 working days"),
        ("1 business day", "1 jour ouvré", "1 business day"),
        ("4 heures ouvrées", "4 heures ouvrées", "4 working hours"),
        ("unknown", "inconnu", "unknown"),
        ("~3 weeks", "~3 semaines", "~3 weeks"),
        ("½ jour", "½ jour", "½ day"),
        ("1 h 30", "1 h 30", "1 h 30"),
        ("P3D", "3 j", "3 d"),
        ("PT48H", "48 h", "48 h"),
        ("PT1H30M", "1 h 30 min", "1 h 30 min"),
        ("P2W", "2 sem", "2 w"),
        ("P1DT2H", "1 j 2 h", "1 d 2 h"),
        ("P1M", "P1M", "P1M"),
        ("1h15", "1 h 15", "1 h 15"),
        ("30s", "30 s", "30 s"),
        ("1½h", "1½ h", "1½ h"),
        ("~20-40min", "~20-40 min", "~20-40 min"),
        ("48h ouvrées", "48 h ouvrées", "48 working hours"),
        ("1h–6h (2h)", "1 h–6 h (2 h)", "1 h–6 h (2 h)"),
        ("1 day–6 days (2 days)", "1 jour–6 jours (2 jours)", "1 day–6 days (2 days)"),
    ],
)
def test_units_are_those_of_the_language(written: str, french: str, english: str) -> None:
    assert spoken_time(written, "fr") == french
    assert spoken_time(written, "en") == english


_UNITS = st.sampled_from(
    ("s", "min", "h", "hours", "heures", "d", "days", "jours", "j", "weeks", "semaines", "sem")
)


@given(st.integers(1, 90), _UNITS, st.sampled_from(("en", "fr")))
def test_the_time_stays_the_same(count: int, unit: str, lang: str) -> None:
    for text in (f"{count} {unit}", f"{count}{unit}"):
        one, other = read_duration(text), read_duration(spoken_time(text, lang))
        assert (one.low, one.high, one.clock) == (other.low, other.high, other.clock)
