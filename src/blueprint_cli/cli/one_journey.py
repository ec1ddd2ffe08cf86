"""Times belong to one journey: when it starts, and whose it is where the map has variants."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from blueprint_cli.errors import BlueprintError

if TYPE_CHECKING:
    from blueprint_cli.model.blueprint import Blueprint

_WEEKDAY = re.compile(
    r"(?P<day>[a-z]{3,9}) +(?P<hour>\d{1,2}) ?(?:h ?(?P<minute>\d{2})?|:(?P<minutes>\d{2}))", re.ASCII
)
_DAY_NAMES = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu", "fri", "sat", "sun",
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "lun", "mar", "mer", "jeu", "ven", "sam", "dim",
)  # fmt: skip
_MINUTES_AN_HOUR, _MINUTES_A_DAY = 60, 24 * 60


def moment(text: str) -> datetime:
    """A local time, or one of an ordinary week: `Friday 17:00`, `vendredi 17h`.

    Raises:
        BlueprintError: it is neither, or it has a time zone.
    """
    from blueprint_cli.analysis.open_time import OrdinaryMoment
    from blueprint_cli.model.calendars import DAYS, FRENCH_DAYS

    said = _WEEKDAY.fullmatch(text.strip().casefold())
    day = said["day"][:3] if said and said["day"] in _DAY_NAMES else ""
    names = next((names for names in (DAYS, FRENCH_DAYS) if day in names), None)
    past = int(said["minute"] or said["minutes"] or 0) if said else 0
    minutes = int(said["hour"]) * 60 + past if said else 0
    if said is None or names is None:
        return _dated(text)
    if minutes >= _MINUTES_A_DAY or past >= _MINUTES_AN_HOUR:
        raise BlueprintError(f"'{text}' is not a moment", "write Friday 17:00")
    return OrdinaryMoment.of(names.index(day), minutes)


def _dated(text: str) -> datetime:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise BlueprintError(f"'{text}' is not a moment", "write Friday 17:00, or 2026-11-27T17:00") from None
    if found.tzinfo is not None:
        raise BlueprintError(f"'{text}' has a time zone", "write the local time: 2026-11-27T17:00")
    return found


def first_variant(blueprint: Blueprint) -> Blueprint:
    """The variant of the first persona, where the map has variants; says so on standard error."""
    from blueprint_cli.cli.maps import only_for
    from blueprint_cli.cli.terminal import notice
    from blueprint_cli.model.variants import has_variants

    if not blueprint.persona or not has_variants(blueprint):
        return blueprint
    first = blueprint.persona[0]
    notice(
        f"the map has variants; these are the times of {blueprint.persona_name(first)} (--persona chooses another)"
    )
    return only_for(blueprint, first)
