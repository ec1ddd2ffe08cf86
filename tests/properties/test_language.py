"""What holds for every text: reading refuses or reads, never anything else; what is written reads back."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from blueprint_cli.language.durations import Duration, format_exact, read_duration
from blueprint_cli.language.money import read_money, read_rate, read_volume
from blueprint_cli.language.refusal import Refusal
from blueprint_cli.language.shares import read_share
from blueprint_cli.language.typography import typeset

NEAR_TIMES = st.text(alphabet="0123456789 hjdsmin.,:-à~½PTouvrés\u00a0", max_size=14)
ANYTHING: st.SearchStrategy[Any] = st.one_of(
    st.text(max_size=30),
    NEAR_TIMES,
    st.integers(),
    st.floats(),
    st.booleans(),
    st.none(),
    st.dictionaries(st.sampled_from(["min", "likely", "max", "x"]), NEAR_TIMES),
)


@given(ANYTHING)
def test_reading_refuses_or_reads(value: Any) -> None:
    for read in (read_duration, read_share, read_money, read_rate, read_volume):
        try:
            found: Any = read(value)
        except Refusal as refusal:
            assert refusal.message
            continue
        if isinstance(found, Duration):
            assert 0 <= found.low <= found.high
            assert found.low <= found.mean <= found.high


@given(st.integers(min_value=0, max_value=10**9))
def test_an_exact_time_reads_back(seconds: int) -> None:
    assert read_duration(format_exact(seconds)).mean == seconds


@given(
    st.integers(1, 500),
    st.sampled_from(
        [
            ("h", "heures", "hours"),
            ("min", "minutes", "mn"),
            ("j", "jours", "days"),
            ("sem", "semaines", "weeks"),
        ]
    ),
)
def test_french_and_english_say_the_same(count: int, units: tuple[str, str, str]) -> None:
    assert len({read_duration(f"{count} {unit}").mean for unit in units}) == 1


@given(st.text(max_size=60))
def test_typography_never_changes_words(text: str) -> None:
    for lang in ("en", "fr"):
        shown = typeset(text, lang)
        assert "\n" not in shown
        letters = [c for c in shown if c.isalnum()]
        assert letters == [c for c in text if c.isalnum()]
