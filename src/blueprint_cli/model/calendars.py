"""When a team works."""

import re
from datetime import date
from importlib.util import find_spec
from typing import Annotated, Any

from pydantic import Field

from blueprint_cli.language.refusal import Refusal
from blueprint_cli.language.spelling import closest
from blueprint_cli.model.fields import Day, Listed, Many, Reads, read_date, shown
from blueprint_cli.model.part import Part

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
FRENCH_DAYS = ("lun", "mar", "mer", "jeu", "ven", "sam", "dim")
BUILT_IN_HOLIDAYS = ("FR",)
MINUTES_A_DAY = 24 * 60

_OPENING = re.compile(r"(\d{1,2})[:h](\d{2})\s*[-–]\s*(\d{1,2})[:h](\d{2})\Z", re.ASCII)
_COUNTRY = re.compile(r"[A-Za-z]{2}", re.ASCII)
_MOST_MINUTES = 59

Opening = tuple[int, int]
"""Minutes since midnight: from, to."""


def read_days(value: Any) -> tuple[int, ...]:
    """Days or runs of days, Monday is 0: `mon-fri`, `lun-ven`, `sat`."""
    if not isinstance(value, str):
        raise Refusal(f"days are wanted here, not {shown(value)}", "write mon-fri, or [mon, wed, fri]")
    ends = [_day(word.strip(), value) for word in re.split(r"[-–]", value)]
    if len(ends) == 1:
        return (ends[0],)
    if len(ends) != 2 or ends[0] > ends[1]:  # noqa: PLR2004 - a run has two ends
        raise Refusal(f"'{value}' is not a run of days", "write mon-fri: the earlier day of the week first")
    return tuple(range(ends[0], ends[1] + 1))


def _day(word: str, value: str) -> int:
    for names in (DAYS, FRENCH_DAYS):
        if word.casefold()[:3] in names:
            return names.index(word.casefold()[:3])
    near = closest(word, (*DAYS, *FRENCH_DAYS))
    raise Refusal(
        f"'{value}' names no day of the week",
        f"did you mean {near}?" if near else "write mon-fri, or [mon, wed, fri]",
    )


def read_opening(value: Any) -> Opening:
    """Opening hours `09:00-12:30` as minutes since midnight, the end after the start."""
    several = isinstance(value, str) and value.count("-") > 1
    help_line = 'write ["09:00-12:30", "14:00-18:00"]' if several else 'write "09:00-12:30"'
    found = _OPENING.match(value.strip()) if isinstance(value, str) else None
    if not found:
        raise Refusal(f"opening hours are wanted here, not {shown(value)}", help_line)
    start_hour, start_minute, end_hour, end_minute = (int(part) for part in found.groups())
    start, end = start_hour * 60 + start_minute, end_hour * 60 + end_minute
    if max(start_minute, end_minute) <= _MOST_MINUTES and 0 < end <= start < MINUTES_A_DAY:
        help_line = f'write the two days apart: ["00:00-{_hour(end)}", "{_hour(start)}-24:00"]'
    if max(start_minute, end_minute) > _MOST_MINUTES or not 0 <= start < end <= MINUTES_A_DAY:
        raise Refusal(f"{shown(value)} is not a stretch of one day", help_line)
    return start, end


def _hour(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def read_holiday(value: Any) -> str | date:
    """A country whose public holidays are known (`FR` is built in), or a date."""
    if isinstance(value, str) and value.upper() in BUILT_IN_HOLIDAYS:
        return value.upper()
    if isinstance(value, str) and _COUNTRY.fullmatch(value):
        return _country(value.upper())
    try:
        return read_date(value)
    except Refusal:
        raise Refusal(
            f"{shown(value)} is neither a country whose public holidays are built in nor a date",
            "write FR, or list the days: [2026-12-25, 2027-01-01]",
        ) from None


def _country(code: str) -> str:
    """A country that the `holidays` package knows, where it is installed."""
    if find_spec("holidays") is None:
        raise Refusal(
            f"the public holidays of '{code}' are not built in",
            "pip install 'service-blueprint[holidays]', or list the days: [2026-12-25, 2027-01-01]",
        )
    from holidays import list_supported_countries

    known = list_supported_countries(include_aliases=False)
    if code not in known:
        near = closest(code, known)
        raise Refusal(
            f"'{code}' is no country whose public holidays are known",
            f"did you mean {near}?" if near else "write FR, BE, CH, or list the days",
        )
    return code


_DAYS_SCHEMA = {"type": "string", "pattern": r"\S", "examples": ["mon-fri", "lun-ven", "sat"]}
_OPENING_SCHEMA = {"type": "string", "pattern": r"\d", "examples": ["09:00-12:30"]}
_HOLIDAY_SCHEMA = {"type": "string", "pattern": r"\S", "examples": ["FR", "2026-12-25"]}

Days = Annotated[tuple[int, ...], Reads(read_days, _DAYS_SCHEMA)]
Hours = Annotated[Opening, Reads(read_opening, _OPENING_SCHEMA)]
Holiday = Annotated[str | date, Reads(read_holiday, _HOLIDAY_SCHEMA)]


class Calendar(Part):
    """Working days and hours; what is not said is open around the clock. Each calendar opens: a list of none is refused."""

    days: Annotated[tuple[Days, ...], Listed()] = Field(
        default=(tuple(range(5)),),
        min_length=1,
        description="Working days: `mon-fri`, or a list.",
        examples=["mon-fri"],
    )
    hours: Annotated[tuple[Hours, ...], Listed()] = Field(
        default=((0, MINUTES_A_DAY),),
        min_length=1,
        description="Opening hours of a working day.",
        examples=[["09:00-12:30", "14:00-18:00"]],
    )
    holidays: Many[Holiday] = Field(
        default=(),
        description="`FR` for the public holidays of France, another country's code with the `holidays` extra, or dates.",
    )
    closed: Many[Day] = Field(default=(), description="Further days without work.", examples=[["2026-12-24"]])

    @property
    def weekdays(self) -> tuple[int, ...]:
        """The working days of the week, sorted; Monday is 0."""
        return tuple(sorted({day for run in self.days for day in run}))
