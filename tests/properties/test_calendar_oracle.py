"""Two hundred random maps with opening hours against an independent calculation, from one stretch of a day to the next.

The oracle knows dates and times of day alone; the holidays of France in its years are written out by hand.
"""

from __future__ import annotations

import random
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from blueprint_cli.analysis.timings import measure
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.model.routes import tell_routes

LAYERS = ("customer", "frontstage", "backstage", "support")
Data = dict[str, Any]

CALENDARS: dict[str, Data] = {
    "office": {
        "days": "mon-fri",
        "hours": ["09:00-12:30", "14:00-18:00"],
        "holidays": "FR",
        "closed": ["2026-12-24"],
    },
    "shop": {"days": "mon-sat", "hours": ["10:00-20:00"]},
    "night": {"days": "mon-sun", "hours": ["00:00-06:00", "22:00-24:00"]},
}
DAYS = {"mon-fri": 5, "mon-sat": 6, "mon-sun": 7}
OFF = {
    *(date(2026, month, day) for month, day in ((1, 1), (4, 6), (5, 1), (5, 8), (5, 14), (5, 25), (7, 14))),
    *(date(2026, month, day) for month, day in ((8, 15), (11, 1), (11, 11), (12, 24), (12, 25))),
    *(date(2027, month, day) for month, day in ((1, 1), (3, 29), (5, 1), (5, 6), (5, 8), (5, 17), (7, 14))),
}
ORDINARY_MONDAY = datetime.fromisoformat("2001-01-01T09:00")

Part = tuple[int, str | None]
"""Minutes, and the calendar that they pass by; None is around the clock."""


def stretches(calendar: str) -> list[tuple[int, int]]:
    """The open minutes of a day, from and to."""
    ends = ((text[:5], text[6:]) for text in CALENDARS[calendar]["hours"])
    return [(int(a[:2]) * 60 + int(a[3:]), int(b[:2]) * 60 + int(b[3:])) for a, b in ends]


def working_day(calendar: str) -> int:
    return sum(last - first for first, last in stretches(calendar))


class Made:
    """A random map, and what the time of each action is made of."""

    def __init__(self, seed: int) -> None:
        self.source = random.Random(seed)
        self.names = self.source.sample(list(CALENDARS), self.source.choice((1, 1, 2, 3)))
        self.parts: dict[str, list[Part]] = {}
        self.steps = [self._step() for _ in range(self.source.randint(1, 3))]
        self.dated = self.source.random() < 0.6
        self.start = ORDINARY_MONDAY
        if self.dated:
            self.start = datetime.fromisoformat("2026-01-01") + timedelta(
                minutes=self.source.randint(0, 518_400)
            )

    def blueprint(self) -> Blueprint:
        teams = {f"the-{name}": {"name": name, "hours": name} for name in self.names}
        calendars = {name: CALENDARS[name] for name in self.names}
        told = {"blueprint": 1, "title": "Made up", "calendars": calendars, "steps": self.steps}
        made = Blueprint.model_validate({**told, "teams": {**teams, "free": {"name": "Free"}}})
        tell_routes(made)
        return made

    def _step(self) -> Data:
        step: Data = {"customer": [self._action([])]}
        here = [step["customer"][0]["id"]]
        for layer in LAYERS[1:]:
            for _ in range(self.source.choice((0, 1, 1, 2))):
                action = self._action(here)
                here.append(action["id"])
                step.setdefault(layer, []).append(action)
        return step

    def _action(self, here: list[str]) -> Data:
        owner = self.source.choice([*self.names, None])
        action: Data = {
            "id": f"a{len(self.parts)}",
            "action": "Acts",
            "owner": f"the-{owner}" if owner else "free",
        }
        if here and self.source.random() < 0.25:
            action["after"] = [self.source.choice(here)]
        working = owner or (self.names[0] if len(self.names) == 1 else None)
        keys = ("elapsed",) if self.source.random() < 0.2 else ("wait", "work")
        self.parts[action["id"]] = [self._part(action, key, owner, working) for key in keys]
        return action

    def _part(self, action: Data, key: str, owner: str | None, working: str | None) -> Part:
        if working and self.source.random() < 0.4:
            count = self.source.choice((1, 2, 5))
            days = self.source.random() < 0.6
            action[key] = f"{count} {'working days' if days else 'heures ouvrées'}"
            return count * (working_day(working) if days else 60), working
        minutes = self.source.choice((0, 10, 90, 700, 4000))
        action[key] = f"{minutes} min" if minutes else "instant"
        return minutes, owner if key == "work" else None


def opens(calendar: str, day: date, *, dated: bool) -> bool:
    said = CALENDARS[calendar]
    return day.weekday() < DAYS[said["days"]] and not (dated and "holidays" in said and day in OFF)


def later(begin: datetime, part: Part, *, dated: bool) -> datetime:
    """The moment at which so many minutes have passed."""
    minutes, calendar = part
    if calendar is None or not minutes:
        return begin + timedelta(minutes=minutes)
    left, day = timedelta(minutes=minutes), begin.date()
    while True:
        midnight = datetime.combine(day, time())
        for first, last in stretches(calendar) if opens(calendar, day, dated=dated) else ():
            now = max(begin, midnight + timedelta(minutes=first))
            room = max(midnight + timedelta(minutes=last) - now, timedelta())
            if left <= room:
                return now + left
            left -= room
        day += timedelta(days=1)


def schedule(made: Made, instant: str = "") -> tuple[datetime, dict[str, tuple[datetime, datetime]]]:
    """When the journey is over, and start and end of every action; one of them may take no time."""
    found: dict[str, tuple[datetime, datetime]] = {}
    begin = made.start
    for step in made.steps:
        for layer in LAYERS:
            previous = begin
            for action in step.get(layer, ()):
                start = max((found[name][1] for name in action.get("after", ())), default=previous)
                previous = start
                for part in made.parts[action["id"]] if action["id"] != instant else ():
                    previous = later(previous, part, dated=made.dated)
                found[action["id"]] = (start, previous)
        begin = max(begin, *(end for _, end in found.values()))
    return begin, found


@pytest.mark.parametrize("seed", range(200))
def test_working_time_is_what_the_calendar_on_the_wall_says(seed: int) -> None:
    made = Made(seed)
    over, times = schedule(made)
    timings = measure(made.blueprint(), made.start if made.dated else None)

    def seconds(moment: datetime) -> int:
        return int((moment - made.start).total_seconds())

    assert timings.lead_s == seconds(over)
    for action in timings.actions:
        assert (action.start_s, action.end_s) == tuple(map(seconds, times[action.id])), action.id
        assert action.drag_s == seconds(over) - seconds(schedule(made, action.id)[0]), action.id
