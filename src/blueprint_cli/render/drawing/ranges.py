"""Times of a card as far apart as the file says them: a range stays one, where a single figure would pretend to know."""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING

from blueprint_cli.language.lengths import format_duration, format_range

if TYPE_CHECKING:
    from collections.abc import Sequence

    from blueprint_cli.language.durations import Duration
    from blueprint_cli.language.words import Lang
    from blueprint_cli.model.actions import Action


def action_time(action: Action, seconds: int, lang: Lang) -> str:
    """The elapsed time of an action: `5–40 min` where a part of it is a range; else what was computed."""
    parts = (action.elapsed,) if action.elapsed else (action.wait, action.work)
    return said_time([part for part in parts if part is not None], seconds, lang)


def said_time(parts: Sequence[Duration], seconds: int, lang: Lang) -> str:
    """The sum of some times of the file; what calendars have stretched is told as it was computed."""
    if any(part.is_range for part in parts) and all(part.clock == "calendar" for part in parts):
        mean = sum(part.mean for part in parts)
        if floor(2 * mean + 1) // 2 == seconds:
            return format_range(sum(part.low for part in parts), sum(part.high for part in parts), lang)
    return format_duration(seconds, lang)
