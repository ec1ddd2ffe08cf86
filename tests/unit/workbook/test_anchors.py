"""What the hidden sheet says of phases is read as it was said, and nothing else is taken for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint_cli.workbook.anchors import phases_in, phases_said

NAMES = st.none() | st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


@given(st.lists(st.tuples(NAMES, st.integers(1, 300)), min_size=1, max_size=20))
def test_phases_are_read_as_they_were_said(runs: list[tuple[str | None, int]]) -> None:
    said = phases_said(runs)
    assert said.isascii()
    assert phases_in(said.strip()) == tuple(phase for phase, length in runs for _ in range(length))


@pytest.mark.parametrize(
    "said",
    ["", "A", "-1=A=", "1.5=A=", "99999=A=", "9999=A=\n9999=B=", "2=é=", "2=\\x=", "2=\\ud800=", "[[null, 2]]", "²=A="],
)  # fmt: skip
def test_what_says_no_phases_is_not_taken_for_them(said: str) -> None:
    assert phases_in(said) is None
