"""Where the pages of a wide grid end: between two phases rather than within one."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from blueprint_cli.workbook.grid import Run

STEPS_A_PAGE, _MOST_STEPS_A_PAGE = 12, 15
"""A phase of a few steps more than usual makes all pages hold as many, in somewhat smaller words."""
_FULL = 0.5
"""The share of a page from which on it may end with a phase."""


def last_of_pages(runs: Sequence[Run]) -> list[int]:
    """The last step of every page, counted from 0."""
    lengths = (run.last - run.first + 1 for run in runs if run.key)
    most = max((STEPS_A_PAGE, *(length for length in lengths if length <= _MOST_STEPS_A_PAGE)))
    steps, start = runs[-1].last + 1, 0
    found: list[int] = []
    while steps - start > most:
        near = [run.last for run in runs if start + most * _FULL <= run.last + 1 <= start + most]
        # Within a phase pages are filled alike: 13 steps are 7 and 6, not 12 and 1.
        even = ceil((steps - start) / ceil((steps - start) / most))
        found.append(near[-1] if near else start + even - 1)
        start = found[-1] + 1
    return [*found, steps - 1]
