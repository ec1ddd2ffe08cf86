"""Which of an action's times changed: any two of wait, work and elapsed give the third, and what follows is not told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from blueprint_cli.analysis.differences.values import meaning

if TYPE_CHECKING:
    from blueprint_cli.language.durations import Duration
    from blueprint_cli.model.actions import Action

TIMES = ("wait", "work", "elapsed")
_NONE = (0, 0, 0, "calendar", False)


def times_that_changed(old: Action, new: Action) -> frozenset[str]:
    """The keys to tell, the fewest that say what changed."""
    was, now = _parts(old), _parts(new)
    if was == now:
        return frozenset()
    told = {
        key
        for key in TIMES
        if _said(getattr(old, key)) != _said(getattr(new, key)) and _differs(key, was, now)
    }
    if told & {"wait", "work"} and (_follows(was) or _follows(now)) and was["elapsed"] is not None:
        both_follow = _follows(was) and _follows(now)
        if both_follow or was["elapsed"] == now["elapsed"]:
            told.discard("elapsed")
    return frozenset(told)


def _said(time: Duration | None) -> Any:
    return None if time is None else meaning(time)


def _differs(key: str, was: dict[str, Any], now: dict[str, Any]) -> bool:
    return bool(was[key] != now[key])


def _follows(parts: dict[str, Any]) -> bool:
    return parts["wait"] is not None and parts["work"] is not None


def _parts(action: Action) -> dict[str, Any]:
    """What the three times say, those that follow from the others filled in where they do exactly."""
    wait, work, elapsed = _said(action.wait), _said(action.work), _said(action.elapsed)
    if elapsed is None:
        if wait is not None or work is not None:
            wait, work = wait or _NONE, work or _NONE
            elapsed = _together(wait, work, 1)
    else:
        wait = _together(elapsed, work, -1) if wait is None and work is not None else wait
        work = _together(elapsed, wait, -1) if work is None and wait is not None else work
    return {"wait": wait, "work": work, "elapsed": elapsed}


def _together(first: Any, second: Any, sign: int) -> Any:
    """Sum or difference of two times; None where one of them is unknown, or where they run on different clocks."""
    if "unknown" in (first, second):
        return None
    if sign < 0 and first[0] != first[2] and second[0] != second[2]:
        return None
    clocks = {time[3] for time in (first, second) if time[2]}
    if len(clocks) > 1:
        return None
    low, likely, high = (a + sign * b for a, b in zip(first[:3], second[:3], strict=True))
    clock = clocks.pop() if clocks and high else "calendar"
    return (low, likely, high, clock, first[4] or second[4])
