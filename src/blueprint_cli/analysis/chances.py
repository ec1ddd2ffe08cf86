"""What is drawn in a simulation: a range as many equally likely values, by beta-PERT or triangular distribution."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from math import sqrt
from typing import Literal, NamedTuple

Distribution = Literal["beta-pert", "triangular"]

RUNS, FEW_RUNS = 20_000, 200
"""How many journeys are drawn, and at least drawn of a large map, where nobody says how many."""

VALUES, FEW_VALUES = 4096, 128
"""How many values stand for a range, at most and at least."""

_MOST_ACTIONS, _MOST_PASSED, _WORTH = 150, 300, 200_000


@dataclass(frozen=True, slots=True)
class Chances:
    """How a simulation is run.

    Attributes:
        runs: how many journeys are drawn; None leaves it to the size of the map.
        seed: of Python's own generator; the same seed draws the same journeys on every machine.
        distribution: of a time within its range.
        within_s: a lead in seconds whose probability is asked for, or None.
    """

    runs: int | None = None
    seed: int = 1
    distribution: Distribution = "beta-pert"
    within_s: int | None = None


def runs_worth(actions: int, passed: int) -> int:
    """How many journeys a map is worth where nobody says: fewer of more than 150 actions, or where loops pass more than 300."""
    if actions <= _MOST_ACTIONS and passed <= _MOST_PASSED:
        return RUNS
    return max(FEW_RUNS, _WORTH // max(actions, passed))


def values_worth(runs: int) -> int:
    """How many values of a range so many journeys have use for."""
    return max(FEW_VALUES, min(VALUES, runs // 2))


class Spread(NamedTuple):
    """A range with its likeliest value, in one unit."""

    low: float
    likely: float
    high: float


def values_of(spread: Spread, distribution: Distribution, count: int = VALUES) -> tuple[int, ...]:
    """Equally likely values of a range, in order and rounded to its unit: the middles of as many equal shares.

    Beta-PERT has alpha = 1 + 4 (likely - low) / (high - low) and beta = 6 - alpha.
    """
    width = spread.high - spread.low
    mode = (spread.likely - spread.low) / width
    shares = (_beta_pert if distribution == "beta-pert" else _triangular)(mode, count)
    return tuple(round(spread.low + width * share) for share in shares)


def _middles(count: int) -> tuple[float, ...]:
    return tuple((number + 0.5) / count for number in range(count))


@lru_cache(maxsize=256)
def _triangular(mode: float, count: int) -> tuple[float, ...]:
    """The inverse of the triangular distribution on 0 to 1."""
    return tuple(
        sqrt(share * mode) if share < mode else 1 - sqrt((1 - share) * (1 - mode))
        for share in _middles(count)
    )


@lru_cache(maxsize=256)
def _beta_pert(mode: float, count: int) -> tuple[float, ...]:
    """The inverse of the beta distribution on 0 to 1, its density summed by trapezes."""
    first, second = 4 * mode, 4 * (1 - mode)
    grid = count // 2
    points = [number / grid for number in range(grid + 1)]
    density = [point**first * (1 - point) ** second for point in points]
    sums = [0.0, *accumulate((left + right) / 2 for left, right in pairwise(density))]
    whole = sums[-1]
    found = []
    for share in _middles(count):
        after = bisect_left(sums, share * whole)
        before = sums[after - 1]
        found.append((after - 1 + (share * whole - before) / (sums[after] - before)) / grid)
    return tuple(found)
