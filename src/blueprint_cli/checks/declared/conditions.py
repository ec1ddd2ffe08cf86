"""What a declared rule asks of a field: `present`, `one-of a, b`, `matches ^team-`, `<= -1`, `max 2 h`."""

from __future__ import annotations

import operator
import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from blueprint_cli.errors import BlueprintError
from blueprint_cli.language.durations import read_duration
from blueprint_cli.language.money import read_money
from blueprint_cli.language.naming import shown
from blueprint_cli.language.refusal import Refusal
from blueprint_cli.language.shares import read_share
from blueprint_cli.language.spelling import closest
from blueprint_cli.model.fields import read_date

if TYPE_CHECKING:
    from collections.abc import Callable

    from blueprint_cli.checks.declared.subjects import Field

BARE = ("present", "absent", "unique")
OPERATORS = (*BARE, "one-of", "matches", "min", "max", "refers-to")
DECLARED = ("team", "system", "persona", "phase", "channel", "calendar")
"""What `refers-to` may name: kinds of entries that a file declares."""

_COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "<=": operator.le,
    ">=": operator.ge,
    "!=": operator.ne,
    "<": operator.lt,
    ">": operator.gt,
    "=": operator.eq,
}
_WISHES = {
    "matches": "match",
    "min": "be at least",
    "max": "be at most",
    "one-of": "be one of",
    "refers-to": "refer to one of",
}
_SIGNED = re.compile(r"(<=|>=|!=|==|<|>|=)\s*(.+)\Z", re.DOTALL)
_NAMED = re.compile(r"([a-z][a-z-]*)(?:\s+(.+))?\Z", re.DOTALL)
_ORDERED = ("time", "number", "share", "money", "day")


@dataclass(frozen=True)
class Condition:
    """One thing asked of one field.

    Attributes:
        field: of what.
        asked: `present`, `one-of`, `<=` …
        operand: what it is held against, read as the field's kind.
        said: as the rule says it, for messages.
    """

    field: Field
    asked: str
    operand: Any
    said: str

    def holds(self, values: tuple[Any, ...]) -> bool:
        """Whether values of the field meet it; `unique` and `refers-to` are asked of the whole file instead.

        An absent field meets nothing but `absent`; of a list every item must meet what is asked of texts.
        """
        if self.asked == "present":
            return bool(values)
        if self.asked == "absent":
            return not values
        if self.asked in ("min", "max") and self._counts:
            return self._compared(len(values))
        return bool(values) and all(self._met_by(value) for value in values)

    @property
    def _counts(self) -> bool:
        return self.field.many

    def _met_by(self, value: Any) -> bool:
        if self.asked == "one-of":
            return _comparable(value) in self.operand
        if self.asked == "matches":
            return self.operand.search(_text(value)) is not None
        if self.asked in ("min", "max"):
            return self._compared(len(value) if self.field.kind in ("text", "word") else _comparable(value))
        return _COMPARISONS[self.asked](_comparable(value), self.operand)

    @property
    def wish(self) -> str:
        """What the field should do, for messages: `match ^team-`, `be at least 2`."""
        asked, _, operand = self.said.partition(" ")
        return f"{_WISHES[asked]} {operand}" if operand and asked in _WISHES else f"be {self.said}"

    def _compared(self, value: Any) -> bool:
        met: bool = value >= self.operand if self.asked == "min" else value <= self.operand
        return met


def read_conditions(name: str, field: Field, said: Any) -> list[Condition]:
    """What a rule asks of a field: a text, a list (one of), a table of several, or a plain value (equal).

    Args:
        name: the field's name in the rule, for messages.
        field: the field.
        said: what the TOML holds.

    Raises:
        BlueprintError: it asks for what there is not, or for what such a field cannot have.
    """
    if isinstance(said, dict):
        return [
            condition
            for asked, operand in said.items()
            for condition in read_conditions(name, field, _as_text(name, asked, operand))
        ]
    if isinstance(said, list):
        return [_condition(name, field, "one-of", said, f"one of {', '.join(map(str, said))}")]
    if isinstance(said, str):
        return [_from_text(name, field, said.strip())]
    return [_condition(name, field, "=", said, f"= {said}")]


def _as_text(name: str, asked: str, operand: Any) -> Any:
    if asked in BARE:
        if operand is not True:
            raise BlueprintError(f"`{name}`: {asked} is true or left out", f"write {asked} = true")
        return asked
    if asked == "one-of" and isinstance(operand, list):
        return operand
    return f"{asked} {operand}"


def _from_text(name: str, field: Field, said: str) -> Condition:
    signed = _SIGNED.match(said)
    if signed:
        asked = "=" if signed[1] == "==" else signed[1]
        return _condition(name, field, asked, signed[2].strip(), said)
    named = _NAMED.match(said)
    word = named[1] if named else ""
    if named and word in OPERATORS and (word in BARE) == (named[2] is None):
        operand: Any = named[2]
        if word == "one-of":
            operand = [item.strip() for item in operand.strip("[]").split(",")]
        return _condition(name, field, word, operand, said)
    if field.kind == "word" and said in field.words:
        return _condition(name, field, "=", said, f"= {said}")
    known_words = [*OPERATORS, *field.words]
    near = closest(word or said, known_words) or next(
        (one for one in known_words if word and one.startswith(word)), None
    )
    known = f"known: {', '.join(OPERATORS)}, <=, >=, <, >, =, !="
    raise BlueprintError(
        f"`{name}`: {shown(said)} is nothing that can be asked",
        f"did you mean {near}? {known}" if near else known,
    )


def _condition(name: str, field: Field, asked: str, operand: Any, said: str) -> Condition:
    if field.kind == "parts" and asked not in ("present", "absent", "min", "max"):
        raise BlueprintError(
            f"`{name}` holds a list: it cannot be {asked}", "ask for present, absent, min or max"
        )
    if asked in ("<", ">", "<=", ">=") and field.kind not in _ORDERED:
        raise BlueprintError(f"`{name}` has no order: it cannot be {said}", "ask for one-of or matches")
    return Condition(field, asked, _operand(name, field, asked, operand), said)


def _operand(name: str, field: Field, asked: str, operand: Any) -> Any:
    if asked in BARE:
        return None
    if asked == "matches":
        try:
            return re.compile(str(operand))
        except re.error as error:
            raise BlueprintError(f"`{name}`: {shown(operand)} is no regular expression: {error}") from None
    if asked == "refers-to":
        if operand not in DECLARED:
            near = closest(str(operand), DECLARED)
            raise BlueprintError(
                f"`{name}`: nothing of the kind {shown(operand)} is declared",
                f"did you mean {near}?" if near else f"known: {', '.join(DECLARED)}",
            )
        return operand
    if asked == "one-of":
        return tuple(_read(name, field, item) for item in operand)
    counted = asked in ("min", "max") and (field.many or field.kind in ("text", "word"))
    return _number(name, operand) if counted else _read(name, field, operand)


def _number(name: str, operand: Any) -> int:
    try:
        return int(str(operand))
    except ValueError:
        raise BlueprintError(f"`{name}`: a whole number is wanted, not {shown(operand)}") from None


def _read(name: str, field: Field, operand: Any) -> Any:
    """The operand as values of the field compare: times in seconds, shares as fractions, the rest as it is."""
    try:
        if field.kind == "time":
            return Fraction(read_duration(operand).upper)
        if field.kind == "share":
            return read_share(operand)
        if field.kind == "money":
            return read_money(operand).amount
        if field.kind == "day":
            return read_date(str(operand))
        if field.kind == "number":
            return Fraction(str(operand).replace("−", "-"))
    except Refusal as refusal:
        raise BlueprintError(f"`{name}`: {refusal.message}", refusal.help) from None
    except ValueError:
        raise BlueprintError(f"`{name}`: a number is wanted, not {shown(operand)}") from None
    return _word(name, field, operand)


def _word(name: str, field: Field, operand: Any) -> Any:
    if field.kind == "flag":
        if str(operand).lower() not in ("true", "false"):
            raise BlueprintError(f"`{name}` is true or false, not {shown(operand)}")
        return str(operand).lower() == "true"
    if field.words and operand not in field.words:
        near = closest(str(operand), field.words)
        known = f"known: {', '.join(field.words)}"
        raise BlueprintError(
            f"`{name}` is never {shown(operand)}", f"did you mean {near}? {known}" if near else known
        )
    return str(operand)


def _comparable(value: Any) -> Any:
    """A value of the model as operands compare."""
    if hasattr(value, "mean") and hasattr(value, "text"):
        return Fraction(value.upper)
    if hasattr(value, "amount"):
        return value.amount
    return value


def _text(value: Any) -> str:
    return str(getattr(value, "text", value))
