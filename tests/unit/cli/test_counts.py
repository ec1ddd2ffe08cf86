"""Whole numbers of options: read, or refused with their bounds."""

from __future__ import annotations

import pytest

from blueprint_cli.cli.counts import count
from blueprint_cli.errors import BlueprintError


@pytest.mark.parametrize(("text", "number"), [("1", 1), ("200", 200), (" 7 ", 7)])
def test_numbers_within_the_bounds_are_read(text: str, number: int) -> None:
    assert count("--blank", 1, 200)(text) == number


@pytest.mark.parametrize("text", ["", "x", "0", "201", "-o", "1.5", "1e2"])
def test_anything_else_is_refused_with_the_bounds(text: str) -> None:
    with pytest.raises(BlueprintError) as refused:
        count("--blank", 1, 200)(text)
    assert refused.value.message == f"--blank: '{text}' is not a whole number from 1 to 200"


def test_a_count_without_an_upper_bound() -> None:
    assert count("--seed", 0)("123456789012") == 123456789012
    with pytest.raises(BlueprintError) as refused:
        count("--seed", 0)("-1")
    assert refused.value.message == "--seed: '-1' is not a whole number from 0 on"
