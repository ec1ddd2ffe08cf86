"""Working time: opening hours, working days, holidays, and the clock's name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from pydantic import ValidationError

from blueprint_cli.analysis.open_clock import OpenClock
from blueprint_cli.analysis.open_time import DAY_S, OpenTime, easter, french_holidays, open_time
from blueprint_cli.analysis.timings import measure
from blueprint_cli.errors import BlueprintError
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.model.calendars import Calendar

Sketch = Callable[[str], Blueprint]
HOUR = 3600
WEEK = frozenset(range(5))
OFFICE = 'calendars: {office: {days: mon-fri, hours: ["09:00-12:30", "14:00-18:00"], holidays: FR}}\n'


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def passed(opening: OpenTime, start: str, amount: int) -> datetime:
    clock = OpenClock(opening, moment(start), 1, dated=True)
    return moment(start) + timedelta(seconds=clock.after(0, amount))


def test_thirty_open_hours_around_the_fourth_of_july() -> None:
    # business-duration 0.68: 30.0 open hours between 2017-07-01 02:02 and 2017-07-07 04:48
    opening = OpenTime(WEEK, ((7 * HOUR, 17 * HOUR),), closed=frozenset({date(2017, 7, 4)}))
    assert passed(opening, "2017-07-01T02:02", 30 * HOUR) == moment("2017-07-06T17:00")
    assert passed(opening, "2017-07-01T02:02", 30 * HOUR + 1) == moment("2017-07-07T07:00:01")


@pytest.mark.parametrize(
    ("first", "last", "days"), [("2011-01-01", "2011-02-01", 21), ("2011-01-01", "2012-01-01", 260)]
)
def test_working_days_of_2011(first: str, last: str, days: int) -> None:
    opening = OpenTime(WEEK, ((0, DAY_S),))
    assert passed(opening, first, days * DAY_S) <= moment(last) < passed(opening, first, days * DAY_S + 1)


def test_the_public_holidays_of_france_in_2026() -> None:
    assert easter(2026) == date(2026, 4, 5)
    assert french_holidays(2026) == {
        (1, 1), (4, 6), (5, 1), (5, 8), (5, 14), (5, 25), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25),
    }  # fmt: skip
    assert [easter(year) for year in (1818, 1943, 2000, 2038)] == [
        date(1818, 3, 22), date(1943, 4, 25), date(2000, 4, 23), date(2038, 4, 25),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "hours", ['["09:00-12:30", "14:00-18:00"]', '["09:00-18:00"]', '["08:00-20:00", "09:00-17:30"]']
)
def test_two_working_days_from_friday_at_five_end_on_tuesday_at_five(sketch: Sketch, hours: str) -> None:
    blueprint = sketch(
        f"calendars: {{office: {{hours: {hours}}}}}\n"
        "steps: [{backstage: {action: Checks, wait: 2 jours ouvrés}}]"
    )
    timings = measure(blueprint, moment("2026-11-27T17:00"))
    assert timings.lead_s == 4 * 24 * HOUR
    assert timings.clock == "office, from 2026-11-27 17:00"


def test_good_friday_is_worked_and_easter_monday_is_not(sketch: Sketch) -> None:
    blueprint = sketch(OFFICE + "steps: [{backstage: {action: Checks, wait: 2 working days}}]")
    assert (
        measure(blueprint, moment("2026-04-02T18:00")).lead_s == (4 * 24 + 24) * HOUR
    )  # Friday 3 and Tuesday 7
    assert measure(blueprint).lead_s == (24 + 9) * HOUR  # an ordinary Monday at 9 to Tuesday at 18


def test_work_runs_in_the_hours_of_its_owner_and_a_wait_does_not(sketch: Sketch) -> None:
    timings = measure(
        sketch(
            "teams: {desk: {name: Desk, hours: office}, robot: Robot}\n" + OFFICE + "steps:\n"
            "- backstage: {id: a, action: A, owner: desk, wait: 12 h, work: 8 h}\n"
            "- backstage: {id: b, action: B, owner: robot, work: 8 h}\n"
            "- backstage: {id: c, action: C, owner: desk, elapsed: 8 h}\n"
        )
    )
    a, b, c = timings.actions
    # Monday 9:00 and 12 h: 21:00; Tuesday 7 h 30, then half an hour on Wednesday: 9:30
    assert (a.end_s, a.work_s, a.wait_s, a.elapsed_s) == (
        48 * HOUR + 1800,
        8 * HOUR,
        40 * HOUR + 1800,
        48 * HOUR + 1800,
    )
    assert (b.elapsed_s, b.wait_s) == (8 * HOUR, 0)
    assert (c.elapsed_s, c.wait_s, c.work_s) == (8 * HOUR, None, None)
    assert timings.clock == "office, from Monday 09:00"


def test_working_hours_and_parts_of_an_elapsed_time(sketch: Sketch) -> None:
    timings = measure(
        sketch(
            OFFICE + "steps:\n"
            "- backstage: {id: a, action: A, wait: 8 business hours, work: unknown}\n"
            "- backstage: {id: b, action: B, elapsed: 2 working days, work: 1 h}\n"
            "- backstage: {id: c, action: C, elapsed: 3 days, wait: 1 working day}\n"
        )
    )
    a, b, c = timings.actions
    assert (a.wait_s, a.work_s, a.elapsed_s, a.end_s) == (24 * HOUR + 1800, None, None, 24 * HOUR + 1800)
    assert (b.elapsed_s, b.work_s, b.wait_s) == (48 * HOUR, HOUR, 47 * HOUR)
    assert (c.elapsed_s, c.wait_s, c.work_s) == (72 * HOUR, 24 * HOUR, 48 * HOUR)


def test_a_promise_in_working_days_is_as_long_as_the_calendar_makes_it(sketch: Sketch) -> None:
    blueprint = sketch(
        "spans: [{id: s, promise: 5 working days, limit: 1-6 working days}]\n"
        "steps: [{backstage: {action: Checks, elapsed: 6 days, target: 2 working days}}]"
    )
    timings = measure(blueprint)
    span = timings.spans[0]
    assert (span.elapsed_s, span.promise_s, span.limit_s) == (6 * DAY_S, 7 * DAY_S, 8 * DAY_S)
    assert span.kept is True
    assert (timings.actions[0].target_s, timings.actions[0].gap_s) == (2 * DAY_S, 4 * DAY_S)
    assert timings.clock == "Monday to Friday, from Monday 09:00"
    assert timings.expected is not None


def test_hours_of_a_team_that_owns_nothing_leave_the_clock_alone(sketch: Sketch) -> None:
    blueprint = sketch(
        "teams: {desk: {name: Desk, hours: office}, robot: Robot}\n"
        + OFFICE
        + "steps: [{backstage: {action: A, owner: robot, work: 1 h}}]"
    )
    assert measure(blueprint).clock == "24/7"


def test_two_calendars_are_both_named_and_working_days_fall_back_on_the_plain_week(sketch: Sketch) -> None:
    timings = measure(
        sketch("""
        teams: {a: {name: A, hours: early}, b: {name: B, hours: late}}
        calendars: {early: {hours: "06:00-12:00"}, late: {hours: "12:00-20:00"}}
        steps:
        - backstage: [{action: A, owner: a, work: 3 h}, {action: B, owner: b, work: 1 h}, {action: C, wait: 1 working day}]
        """)
    )
    assert timings.clock == "early, late, Monday to Friday, from Monday 09:00"
    assert [times.end_s // HOUR for times in timings.actions] == [3, 4, 28]


def test_drag_on_a_calendar_counts_the_closed_hours_that_are_saved(sketch: Sketch) -> None:
    timings = measure(
        sketch(
            "teams: {desk: {name: Desk, hours: office}}\n" + OFFICE + "steps:\n"
            "- backstage: [{id: a, action: A, owner: desk, work: 6 h}, {id: b, action: B, owner: desk, work: 2 h}]\n"
        )
    )
    # Monday 9:00: 6 h of work end at 16:30; 2 h more end on Tuesday at 9:30
    assert (timings.lead_s, timings.action("b").drag_s) == (24 * HOUR + 1800, 17 * HOUR)
    assert timings.action("a").drag_s == 22 * HOUR + 1800


def test_a_calendar_that_never_opens_is_refused() -> None:
    for key in ("days", "hours"):
        with pytest.raises(ValidationError, match="at least 1 item"):
            Calendar.model_validate({key: []})
    assert Calendar.model_validate({"days": None, "hours": None}) == Calendar()


def test_a_night_is_told_in_two_stretches() -> None:
    with pytest.raises(ValidationError) as refused:
        Calendar.model_validate({"hours": "22:00-06:30"})
    assert "'22:00-06:30' is not a stretch of one day" in str(refused.value)
    assert open_time(Calendar.model_validate({"hours": ["00:00-06:30", "22:00-24:00"]})).openings == (
        (0, 6 * HOUR + 1800),
        (22 * HOUR, 24 * HOUR),
    )


def test_dates_have_an_end(sketch: Sketch) -> None:
    blueprint = sketch(OFFICE + "steps: [{backstage: {action: A, wait: 90 working days}}]")
    with pytest.raises(BlueprintError, match="too little open time"):
        measure(blueprint, moment("9999-12-01T09:00"))


@pytest.mark.parametrize(("country", "closed"), [("BE", [21]), ("FR", [14]), ("GB", [])])
def test_holidays_of_other_countries_come_from_the_holidays_package(country: str, closed: list[int]) -> None:
    calendar = Calendar.model_validate({"holidays": country})
    opening = open_time(calendar)
    days = (date(2026, 7, 13), date(2026, 7, 14), date(2026, 7, 21))
    assert [day.day for day in days if not opening.is_open(day, dated=True)] == closed


def test_a_country_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ValidationError, match="'QQ' is no country whose public holidays are known"):
        Calendar.model_validate({"holidays": "QQ"})


def test_without_the_package_a_country_is_refused_with_the_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("blueprint_cli.model.calendars.find_spec", lambda _name: None)
    with pytest.raises(ValidationError, match="the public holidays of 'BE' are not built in"):
        Calendar.model_validate({"holidays": "be"})
    assert Calendar.model_validate({"holidays": "fr"}).holidays == ("FR",)
