"""The time of one action, as it is said: any two of wait, work and elapsed give the third."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction

    from blueprint_cli.language.durations import Duration
    from blueprint_cli.model.actions import Action


@dataclass(frozen=True, slots=True)
class SaidTimes:
    """Mean seconds on the 24-hour clock; None is unknown. A range counts as its PERT mean."""

    wait: int | Fraction | None
    work: int | Fraction | None
    elapsed: int | Fraction | None


def said_times(action: Action) -> SaidTimes:
    """What an action's keys say about its time, by the table in `docs/timings.md`."""
    wait, work, elapsed = action.wait, action.work, action.elapsed
    if elapsed is None:
        return _sum_of(wait, work)
    if any(part is not None and part.unknown for part in (wait, work, elapsed)):
        return SaidTimes(_mean(wait), _mean(work), None)
    first = _difference(elapsed, work) if wait is None else _mean(wait)
    second = _difference(elapsed, wait) if work is None else _mean(work)
    return SaidTimes(first, second, elapsed.mean)


def is_untimed(action: Action) -> bool:
    """True when an action does not say how long it takes."""
    return said_times(action).elapsed is None


def ranges(action: Action) -> tuple[Duration, ...]:
    """The ranges that make an action's time: of its elapsed time where that is said, else of its parts."""
    said = (action.elapsed,) if action.elapsed is not None else (action.wait, action.work)
    return tuple(part for part in said if part is not None and part.is_range)


def uncertain(action: Action) -> bool:
    """True when some part of an action's time is a range."""
    return bool(ranges(action))


def _sum_of(wait: Duration | None, work: Duration | None) -> SaidTimes:
    """Where a part alone is said the other is none; where nothing is said nothing is known."""
    if wait is None and work is None:
        return SaidTimes(None, None, None)
    first = 0 if wait is None else _mean(wait)
    second = 0 if work is None else _mean(work)
    return SaidTimes(first, second, None if first is None or second is None else first + second)


def _mean(duration: Duration | None) -> int | Fraction | None:
    return None if duration is None or duration.unknown else duration.mean


def _difference(whole: Duration, part: Duration | None) -> int | Fraction | None:
    """The other part; unknown where nothing was said of this one, or where the difference of two ranges says nothing."""
    if part is None or (part.is_range and whole.is_range):
        return None
    return max(whole.mean - part.mean, 0)


def disagreement(action: Action) -> str:
    """Why the three times of an action cannot all be true, in words; empty when they can."""
    wait, work, elapsed = action.wait, action.work, action.elapsed
    if elapsed is None or elapsed.unknown:
        return ""
    for name, part in (("wait", wait), ("work", work)):
        if part is not None and not part.unknown and part.clock == elapsed.clock and part.mean > elapsed.mean:
            return f"{name} {part.text} is longer than elapsed {elapsed.text}"
    if (
        wait is None
        or work is None
        or wait.unknown
        or work.unknown
        or len({wait.clock, work.clock, elapsed.clock}) > 1
    ):
        return ""
    same_ends = (wait.low + work.low, wait.high + work.high) == (elapsed.low, elapsed.high)
    if same_ends or wait.mean + work.mean == elapsed.mean:
        return ""
    return f"wait {wait.text} and work {work.text} do not make elapsed {elapsed.text}"
