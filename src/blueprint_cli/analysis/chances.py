"""What is drawn in a simulation: a range as many equally likely values, by beta-PERT or triangular distribution."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from math import sqrt
from typing import Literal, NamedTuple

Distribution = Literal["beta-pert", "triangular"]

VALUES, _GRID = 4096, 2048
"""How many values stand for a range; on how fine a grid the beta density is summed."""


@dataclass(frozen=True, slots=True)
class Chances:
    """How a simulation is run.

    Attributes:
        runs: how many journeys are drawn.
        seed: of Python's own generator; the same seed draws the same journeys on every machine.
        distribution: of a time within its range.
        within_s: a lead in seconds whose probability is asked for, or None.
    """

    runs: int = 20_000
    seed: int = 1
    distribution: Distribution = "beta-pert"
    within_s: int | None = None


class Spread(NamedTuple):
    """A range with its likeliest value, in one unit."""

    low: float
    likely: float
    high: float


def values_of(spread: Spread, distribution: Distribution) -> tuple[int, ...]:
    """Equally likely values of a range, in order and rounded to its unit: the middles of as many equal shares.

    Beta-PERT has alpha = 1 + 4 (likely - low) / (high - low) and beta = 6 - alpha.
    """
    width = spread.high - spread.low
    mode = (spread.likely - spread.low) / width
    shares = _beta_pert(mode) if distribution == "beta-pert" else _triangular(mode)
    return tuple(round(spread.low + width * share) for share in shares)


def _middles() -> tuple[float, ...]:
    return tuple((number + 0.5) / VALUES for number in range(VALUES))


@lru_cache(maxsize=256)
def _triangular(mode: float) -> tuple[float, ...]:
    """The inverse of the triangular distribution on 0 to 1."""
    return tuple(
        sqrt(share * mode) if share < mode else 1 - sqrt((1 - share) * (1 - mode)) for share in _middles()
    )


@lru_cache(maxsize=256)
def _beta_pert(mode: float) -> tuple[float, ...]:
    """The inverse of the beta distribution on 0 to 1, its density summed by trapezes."""
    first, second = 4 * mode, 4 * (1 - mode)
    points = [number / _GRID for number in range(_GRID + 1)]
    density = [point**first * (1 - point) ** second for point in points]
    sums = [0.0, *accumulate((left + right) / 2 for left, right in pairwise(density))]
    whole = sums[-1]
    found = []
    for share in _middles():
        after = bisect_left(sums, share * whole)
        before = sums[after - 1]
        found.append((after - 1 + (share * whole - before) / (sums[after] - before)) / _GRID)
    return tuple(found)
