"""Times of a card as far apart as the file says them: a range stays one, where a single figure would pretend to know."""

from __future__ import annotations

import re
from math import floor
from typing import TYPE_CHECKING

from blueprint_cli.language.lengths import format_duration, format_range
from blueprint_cli.language.spoken_times import spoken_time
from blueprint_cli.language.typography import typeset

if TYPE_CHECKING:
    from collections.abc import Sequence

    from blueprint_cli.language.durations import Duration
    from blueprint_cli.language.words import Lang
    from blueprint_cli.model.actions import Action

_DASH = re.compile(r"\s*(?:\.\.+|[-‐\u2011–−]|\bto\b|\bà\b|\ba\b)\s*", re.IGNORECASE)
_SAME_UNIT = re.compile(r"^(\d+)\s*([^\W\d]+)–(\d+\s*\2)$")
_LONGEST = 24


def action_time(action: Action, seconds: int, lang: Lang) -> str:
    """The elapsed time of an action: `5–40 min` where a part of it is a range; else what was computed."""
    parts = (action.elapsed,) if action.elapsed else (action.wait, action.work)
    return said_time([part for part in parts if part is not None], seconds, lang)


def said_time(parts: Sequence[Duration], seconds: int, lang: Lang) -> str:
    """The sum of some times of the file, a single range in its own words; what calendars have stretched is told as computed."""
    own = _own_words(parts[0], lang) if len(parts) == 1 and parts[0].is_range else ""
    if own and parts[0].clock != "calendar":
        return own
    if any(part.is_range for part in parts) and all(part.clock == "calendar" for part in parts):
        mean = sum(part.mean for part in parts)
        if floor(2 * mean + 1) // 2 == seconds:
            return own or format_range(
                sum(part.low for part in parts), sum(part.high for part in parts), lang
            )
    return format_duration(seconds, lang)


def _own_words(part: Duration, lang: Lang) -> str:
    """A range as the file says it, with a dash between its ends and without its likeliest value; empty where that is long."""
    said = _DASH.sub("–", spoken_time(part.text, lang).partition(" (")[0], count=1)
    said = _SAME_UNIT.sub(r"\1–\3", said)
    return typeset(said, lang) if len(said) <= _LONGEST else ""
