"""The options of a rule as settings give them, checked against the rule's own class.

A rule declares them as a plain class with defaults: a dataclass would cost every start of the program what only those pay
who set an option. Without settings the class itself stands for its defaults.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from blueprint_cli.errors import BlueprintError
from blueprint_cli.language.naming import shown
from blueprint_cli.language.spelling import closest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import TypeAdapter

    from blueprint_cli.checks.rule import Rule


def read_options(rule: Rule, values: Mapping[str, Any], said_in: str) -> Any:
    """The rule's options with these values, the rest at their defaults.

    Args:
        rule: whose options they are.
        values: by the name of the option, with hyphens.
        said_in: where they were said, for messages.

    Raises:
        BlueprintError: the rule has no such option, or the value is not of its kind.
    """
    if rule.options is None:
        raise BlueprintError(
            f"{said_in}: the rule {rule.name} has no options", f"`blueprint rules {rule.name}`"
        )
    known = names_of(rule.options)
    for name in values:
        if name not in known:
            near = closest(name, known)
            raise BlueprintError(
                f"{said_in}: {rule.name} has no option '{name}'",
                f"did you mean {near}?" if near else f"it has {', '.join(known)}",
            )
    return _made(rule.options, rule.name, {known[name]: value for name, value in values.items()}, said_in)


def names_of(options: type) -> dict[str, str]:
    """The names of a rule's options as settings write them, and as the class has them."""
    return {name.replace("_", "-"): name for name in options.__annotations__}


@cache
def _reader(kind: type) -> TypeAdapter[Any]:
    """What reads options of that class: made once, for every folder may have settings of its own."""
    from pydantic import TypeAdapter

    # A class is made a dataclass where it stands, and cannot be twice; a plugin's may be one already.
    made = kind if "__dataclass_fields__" in vars(kind) else dataclass(frozen=True)(kind)
    return TypeAdapter(made)


def _made(kind: type, rule: str, values: dict[str, Any], said_in: str) -> Any:
    from pydantic import ValidationError

    try:
        # By way of JSON, where a list is a tuple and yet `true` is no number.
        return _reader(kind).validate_json(json.dumps(values, default=str), strict=True)
    except ValidationError as error:
        detail = error.errors(include_url=False)[0]
        name = str(detail["loc"][0]).replace("_", "-") if detail["loc"] else rule
        wanted = detail["msg"].removeprefix("Input should be ").removeprefix("Value error, ")
        raise BlueprintError(
            f"{said_in}: {name} of {rule} should be {wanted}, not {shown(detail['input'])}"
        ) from None
