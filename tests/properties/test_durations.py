"""What holds for every time: ranges keep their order, spellings agree, nothing but a refusal is ever raised."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from blueprint_cli.language.durations import (
    DAY,
    HOUR,
    LONGEST,
    MINUTE,
    Duration,
    format_duration,
    format_exact,
    read_duration,
)
from blueprint_cli.language.refusal import Refusal

SPELLINGS = [
    (1, ("s", "sec", "secondes", "seconds", "S", "SECONDES")),
    (60, ("min", "mn", "m", "minutes", "MIN")),
    (3_600, ("h", "hr", "heures", "hours", "H")),
    (86_400, ("j", "d", "jours", "days", "JOURS")),
    (604_800, ("sem", "w", "wk", "semaines", "weeks")),
]
SPACES = st.sampled_from(["", " ", "\u00a0", "\u202f", "  "])
DASHES = st.sampled_from(["-", "–", " - ", " – ", "..", " à ", " a ", " to ", " TO "])
COUNTS = st.integers(1, 5_000)
KEYS = st.one_of(
    st.sampled_from(["min", "likely", "max", "minimum", "Max"]), st.text(max_size=4), st.integers()
)
DEEP = st.recursive(
    st.one_of(
        st.none(), st.integers(), st.floats(), st.sampled_from(["1 h", "2-3 d", "unknown", "2 jours ouvrés"])
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=2), st.dictionaries(KEYS, inner, max_size=3)),
    max_leaves=6,
)


def _read(value: Any) -> Duration | None:
    said: tuple[str, ...] = ()
    try:
        return read_duration(value)
    except Refusal as refusal:
        said = (refusal.message, refusal.help)
    assert all(said)
    return None


@given(DEEP)
def test_whatever_stands_in_the_file_is_read_or_refused(value: Any) -> None:
    duration = _read(value)
    assert duration is None or 0 <= duration.low <= duration.mean <= duration.high == duration.upper


@given(COUNTS, st.sampled_from(SPELLINGS), SPACES)
def test_all_spellings_of_a_unit_agree(count: int, unit: tuple[int, tuple[str, ...]], space: str) -> None:
    seconds, words = unit
    assert {read_duration(f"{count}{space}{word}").mean for word in words} == {Fraction(count * seconds)}


@given(COUNTS, COUNTS, DASHES, st.sampled_from(["min", "h", "jours", "days"]))
def test_a_range_is_in_order_or_refused(first: int, second: int, dash: str, unit: str) -> None:
    duration = _read(f"{first}{dash}{second} {unit}")
    assert (duration is None) == (first > second)
    if duration:
        ends = _read(f"{first} {unit}"), _read(f"{second} {unit}")
        assert ends == (
            Duration(duration.low, duration.low, duration.low, text=f"{first} {unit}"),
            Duration(duration.high, duration.high, duration.high, text=f"{second} {unit}"),
        )
        assert 2 * duration.mean == duration.low + duration.high


@given(st.lists(st.integers(0, 10**6), min_size=3, max_size=3))
def test_three_points_have_the_published_mean(points: list[int]) -> None:
    low, likely, high = sorted(points)
    duration = read_duration({"min": f"{low} s", "likely": f"{likely} s", "max": f"{high} s"})
    assert duration.mean == Fraction(low + 4 * likely + high, 6)


@given(st.integers(0, LONGEST))
def test_what_people_are_shown_reads_back_within_its_rounding(seconds: int) -> None:
    for lang in ("en", "fr"):
        shown = read_duration(format_duration(seconds, lang)).low
        rounding = 0 if seconds < HOUR else MINUTE // 2 if shown < 2 * DAY else HOUR // 2
        assert abs(shown - seconds) <= rounding


@given(st.integers(0, LONGEST), st.integers(0, LONGEST))
def test_rounding_never_puts_a_longer_time_before_a_shorter_one(one: int, other: int) -> None:
    shorter, longer = sorted((one, other))
    assert read_duration(format_duration(shorter)).low <= read_duration(format_duration(longer)).low


@given(st.integers(0, LONGEST))
def test_an_exact_time_survives_upper_case_and_no_break_spaces(seconds: int) -> None:
    written = format_exact(seconds)
    assert read_duration(written).low == seconds
    assert read_duration(written.upper().replace(" ", "\u00a0")).low == seconds


@given(st.integers(LONGEST + 1, 10**40), st.sampled_from(["s", "h", "PT{}S", "P{}W"]))
def test_what_is_longer_than_a_hundred_years_is_refused(count: int, unit: str) -> None:
    written = unit.format(count) if "{}" in unit else f"{count} {unit}"
    assume(len(written) <= 60)
    assert _read(written) is None
