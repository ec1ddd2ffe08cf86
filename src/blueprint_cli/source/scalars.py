"""Plain scalars by the YAML 1.2 core schema, and what other readers of YAML would make of them."""

from __future__ import annotations

import re

MOST_DIGITS = 18

_INT = re.compile(r"[-+]?[0-9]+\Z")
_OCTAL = re.compile(r"0o[0-7]{1,15}\Z")
_HEX = re.compile(r"0x[0-9a-fA-F]{1,15}\Z")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z")
_NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)\Z|\.(nan|NaN|NAN)\Z")
_CONSTANTS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_NUMBER_STARTS = frozenset("0123456789+-.")
# Text to us, something else to a reader of YAML 1.1. ISO dates are left out on purpose: everybody means a date.
_YES_OR_NO = re.compile(r"(y|Y|yes|Yes|YES|n|N|no|No|NO|on|On|ON|off|Off|OFF)\Z")
_OTHER_NUMBER = re.compile(
    r"([-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?|[-+]?0b[01_]+|[-+]?[0-9][0-9_]*_[0-9_]*)\Z"
)

Scalar = str | int | float | bool | None


def read_scalar(text: str) -> tuple[Scalar, str]:
    """The value of a plain scalar, and what is ambiguous about it (empty when nothing is)."""
    if text in _CONSTANTS:
        return _CONSTANTS[text], ""
    first = text[0]
    if first in _NUMBER_STARTS:
        return _read_number(text)
    if first in "yYnNoO" and _YES_OR_NO.match(text):
        return text, f"'{text}' is text here, but true or false to other readers of YAML"
    return text, ""


def _read_number(text: str) -> tuple[Scalar, str]:
    if _INT.match(text):
        return _read_int(text)
    if _OTHER_NUMBER.match(text):
        return text, f"'{_shortened(text)}' is text here, but a number to other readers of YAML"
    number: Scalar = text
    if len(text) <= MOST_DIGITS * 2 and _FLOAT.match(text):
        number = float(text)
    elif _OCTAL.match(text) or _HEX.match(text):
        number = int(text, 0)
    elif _NOT_FINITE.match(text):
        number = float(text.replace(".", "").lower())
    return number, ""


def _read_int(text: str) -> tuple[Scalar, str]:
    digits = text.lstrip("+-")
    if len(digits) > MOST_DIGITS:
        return text, f"a number of {len(digits)} digits is kept as text"
    if len(digits) > 1 and digits[0] == "0":
        return text, f"'{text}' starts with a zero: it is text here, but a number to other readers of YAML"
    return int(text), ""


def _shortened(text: str) -> str:
    return text if len(text) <= MOST_DIGITS * 2 else f"{text[: MOST_DIGITS * 2]}..."
