"""The small types that fields are made of: texts, ids, lists, entries, times, money, shares, dates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from pydantic_core import CoreSchema, core_schema

from blueprint_cli.language.durations import Duration, read_duration
from blueprint_cli.language.money import Money, Rate, Volume, read_money, read_rate, read_volume
from blueprint_cli.language.refusal import Refusal
from blueprint_cli.language.shares import read_share
from blueprint_cli.language.slips import with_hyphen
from blueprint_cli.model.word_lists import EVERYBODY

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue

T = TypeVar("T")

ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*\Z")
RESERVED_IDS = ("end", "unknown")

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z", re.ASCII)
_MOST_PEOPLE = 1_000_000


@dataclass(frozen=True, eq=False)  # hashed by identity: a schema is a dict
class Reads:
    """A field read by a function that raises `Refusal`; `schema` is what an editor may check of it."""

    read: Callable[[Any], Any]
    schema: JsonSchemaValue

    def __get_pydantic_core_schema__(self, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        """Validate by the function alone."""
        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(
        self, _core: CoreSchema, _handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Return the stated schema: the function is stricter than any schema could be."""
        return dict(self.schema)


@dataclass(frozen=True)
class Listed:
    """A list in which one item may stand alone; nothing at all is the empty list."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Make a tuple of whatever is written."""
        return core_schema.no_info_before_validator_function(_listed, handler(source))

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """One item, or an array of items."""
        array = handler(core)
        item = array.get("items", {})
        return {"anyOf": [*(item["anyOf"] if list(item) == ["anyOf"] else [item]), array]}


@dataclass(frozen=True, eq=False)
class Entered:
    """A mapping from ids (or other names) to objects; an entry with nothing after it is absent.

    Attributes:
        names: the schema of its keys: what pydantic writes of them differs from version to version.
    """

    names: JsonSchemaValue

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Drop empty entries, then validate."""
        return core_schema.no_info_before_validator_function(_without_empty, handler(source))

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Close the mapping to what is no id: `patternProperties` alone would let any key through."""
        schema = handler(core)
        patterned = schema.get("patternProperties", {})
        value = next(iter(patterned.values()), None) or schema.get("additionalProperties", {})
        return {
            "type": "object",
            "propertyNames": self.names,
            "additionalProperties": {"anyOf": [value, {"type": "null"}]},
        }


def _listed(value: Any) -> Any:
    if value is None:
        return ()
    if isinstance(value, list):
        return tuple(value)
    return value if isinstance(value, tuple) else (value,)


def _without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: item for key, item in value.items() if item is not None}
    return {} if value is None else value


def shown(value: Any) -> str:
    """A value of the file as a message names it: `the number 30`, `'abc'`, `a list`."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return f"the number {value}"
    if isinstance(value, str):
        return f"'{value}'" if len(value) <= 60 else f"'{value[:57]}...'"  # noqa: PLR2004 - a message stays on one line
    return {dict: "a mapping", list: "a list", tuple: "a list", type(None): "nothing"}.get(
        type(value), "this"
    )


def read_text(value: Any) -> str:
    """A text that says something, as it is written."""
    if not isinstance(value, str):
        help_line = "put it in quotes" if isinstance(value, (bool, int, float)) else "write a text"
        raise Refusal(f"a text is wanted here, not {shown(value)}", help_line)
    if not value.strip():
        raise Refusal("the text is empty", "write something, or remove the key")
    return value


def read_id(value: Any) -> str:
    """An id: lower-case ASCII words joined by hyphens, none of the reserved words."""
    if not isinstance(value, str):
        raise Refusal(
            f"an id is wanted here, not {shown(value)}",
            "write lower-case words joined by hyphens, as in call-centre",
        )
    if not ID.match(value):
        proposal = slug(value)
        raise Refusal(
            f"{shown(value)} is not an id: lower-case letters without accents, digits and hyphens, a letter first",
            f"write {proposal}"
            if proposal
            else "write lower-case words joined by hyphens, as in call-centre",
        )
    if value in RESERVED_IDS:
        raise Refusal(
            f"'{value}' is a reserved word and cannot be an id", f"write {value}-1, or a word of your own"
        )
    return value


def slug(text: str) -> str:
    """The id that a text suggests: `Litige SAV` gives `litige-sav`; empty when nothing of it can stand in an id."""
    import unicodedata

    plain = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe").replace("æ", "ae"))
    words = re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode().replace("'", " "))
    found = "-".join(words)
    return found if ID.match(found) and found not in RESERVED_IDS else ""


def read_date(value: Any) -> date:
    """A day written 2026-10-15."""
    help_line = "write the year, the month and the day: 2026-10-15"
    if not isinstance(value, str) or not _DATE.match(value):
        raise Refusal(f"a date is wanted here, not {shown(value)}", help_line)
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise Refusal(f"'{value}' is not a day of the calendar", help_line) from None


FLAGS_MEANT = {
    **dict.fromkeys(("yes", "y", "on", "oui", "o", "vrai", "x", "true"), True),
    **dict.fromkeys(("no", "n", "off", "non", "faux", "false"), False),
}
"""What people write for true and false; YAML 1.2 reads texts in all of them."""


def read_flag(value: Any) -> bool:
    """True or false, and no other word for it."""
    if not isinstance(value, bool):
        meant = FLAGS_MEANT.get(value.casefold()) if isinstance(value, str) else None
        told = "write true or false" if meant is None else f"did you mean {str(meant).lower()}?"
        raise Refusal(f"true or false is wanted here, not {shown(value)}", told, meant)
    return value


def read_count(value: Any) -> int:
    """A whole number from 0 to a million; `2.0` is whole."""
    number = _number(value, "a whole number")
    if number != int(number) or not 0 <= number <= _MOST_PEOPLE:
        raise Refusal(
            f"a whole number from 0 to 1000000 is wanted here, not {shown(value)}",
            "write it in digits, as in 12",
        )
    return int(number)


def read_capacity(value: Any) -> Fraction:
    """How many work side by side: a number above 0, halves allowed."""
    number = _number(value, "a number of people")
    if not 0 < number <= _MOST_PEOPLE:
        raise Refusal(f"a number of people above 0 is wanted here, not {shown(value)}", "write 4, or 2.5")
    return Fraction(str(number))


def read_measure(value: Any) -> str | Decimal:
    """A KPI's value: a number, or a text such as `41 %`, kept as written."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return Decimal(str(_number(value, "a value")))
    return read_text(value)


def _number(value: Any, wanted: str) -> int | float:
    finite = isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) < float("inf")
    if not finite:
        raise Refusal(f"{wanted} is wanted here, not {shown(value)}", "write it in digits, without quotes")
    return value  # type: ignore[no-any-return]


def read_emotions(value: Any) -> dict[str, int]:
    """An emotion from -2 to 2, or one for each persona or segment; one shape: `{"*": -1}` or `{"vip": 1}`."""
    if not isinstance(value, dict):
        return {EVERYBODY: _emotion(value, _in_quotes(value))}
    if not value:
        raise Refusal("the emotion is empty", "write a whole number from -2 to 2")
    return {who: _emotion(number, _in_quotes(number), who) for who, number in value.items()}


def _in_quotes(value: Any) -> int | None:
    """The emotion that quotes, or another sign than the hyphen, made a text of."""
    plain = with_hyphen(value.strip()) if isinstance(value, str) else ""
    return int(plain) if re.fullmatch(r"[+-]?[0-2]", plain) else None


def _emotion_help(value: Any, meant: int | None) -> str:
    if meant is None:
        return "write -2, -1, 0, 1 or 2; what the customer feels in words goes to `feeling`"
    if with_hyphen(value) == value:
        return "write it without quotes"
    return f"write {meant}, with the hyphen of the keyboard: {value.strip()[0]} is another sign"


def _emotion(value: Any, meant: int | None = None, who: str | None = None) -> int:
    whole = isinstance(value, (int, float)) and not isinstance(value, bool) and value in (-2, -1, 0, 1, 2)
    if not whole:
        raise Refusal(
            f"an emotion is a whole number from -2 (worst) to 2 (best), not {shown(value)}",
            _emotion_help(value, meant),
            meant,
            within=who,
        )
    return int(value)


@lru_cache(maxsize=4096)
def _read_time_text(text: str) -> Duration:
    return read_duration(text)


def _read_time(value: Any) -> Duration:
    """The same few texts say most of the times of a folder of maps."""
    return _read_time_text(value) if isinstance(value, str) else read_duration(value)


ID_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
_TEXT: JsonSchemaValue = {"type": "string", "pattern": r"\S"}
_NUMBER_OR_TEXT: JsonSchemaValue = {"anyOf": [{"type": "number"}, _TEXT]}
_EMOTION: JsonSchemaValue = {"type": "number", "enum": [-2, -1, 0, 1, 2]}
_TIME_PROPERTIES: dict[str, JsonSchemaValue] = {
    "min": {**_TEXT, "description": "at best"},
    "likely": {"anyOf": [_TEXT, {"type": "null"}], "description": "most often"},
    "max": {**_TEXT, "description": "at worst"},
}
_TIME: JsonSchemaValue = {
    "anyOf": [
        {**_TEXT, "examples": ["12 min", "2h30", "48 h", "2-5 days", "2 jours ouvrés", "instant", "unknown"]},
        {
            "type": "object",
            "properties": _TIME_PROPERTIES,
            "required": ["min", "max"],
            "additionalProperties": False,
        },
    ]
}
_FLAG: JsonSchemaValue = {"type": "boolean"}
_COUNT: JsonSchemaValue = {"type": "integer", "minimum": 0, "maximum": _MOST_PEOPLE}

Text = Annotated[str, Reads(read_text, _TEXT)]
Id = Annotated[
    str, Reads(read_id, {"type": "string", "pattern": ID_PATTERN, "not": {"enum": list(RESERVED_IDS)}})
]
Reference = Annotated[str, Reads(read_text, _TEXT)]
Day = Annotated[
    date, Reads(read_date, {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$", "format": "date"})
]
Flag = Annotated[bool, Reads(read_flag, _FLAG)]
Count = Annotated[int, Reads(read_count, _COUNT)]
Capacity = Annotated[
    Fraction, Reads(read_capacity, {"type": "number", "exclusiveMinimum": 0, "maximum": _MOST_PEOPLE})
]
Measure = Annotated[str | Decimal, Reads(read_measure, _NUMBER_OR_TEXT)]
Emotions = Annotated[
    dict[str, int],
    Reads(
        read_emotions,
        {"anyOf": [_EMOTION, {"type": "object", "additionalProperties": _EMOTION, "minProperties": 1}]},
    ),
]
Time = Annotated[Duration, Reads(_read_time, _TIME)]
Price = Annotated[Money, Reads(read_money, {**_TEXT, "examples": ["4.90 EUR", "0,50 €"]})]
HourlyRate = Annotated[Rate, Reads(read_rate, {**_TEXT, "examples": ["32 EUR/h", "0.10 USD/min"]})]
CaseVolume = Annotated[Volume, Reads(read_volume, {**_TEXT, "examples": ["1200/week", "40/jour"]})]
Share = Annotated[
    Fraction,
    Reads(
        read_share,
        {"anyOf": [{"type": "number", "minimum": 0, "maximum": 1}, {**_TEXT, "examples": ["15 %"]}]},
    ),
]
Many = Annotated[tuple[T, ...], Listed()]
Entries = Annotated[dict[Id, T], Entered({"pattern": ID_PATTERN, "not": {"enum": list(RESERVED_IDS)}})]
Figures = Annotated[dict[Text, T], Entered({"pattern": r"\S"})]
