"""Shares: percentages, or numbers from 0 to 1, kept exact."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal

from blueprint_cli.language.naming import MOST_SHOWN, shown
from blueprint_cli.language.numbers import format_number
from blueprint_cli.language.refusal import Refusal

_SHARE = re.compile(r"([-−]?)(\d+(?:[.,]\d+)?|[.,]\d+) ?(%?)", re.ASCII)
_WRITE = "write 15 %, or a number from 0 to 1"
_MOST = 10**12


def read_share(value: Any) -> Fraction:
    """A share of the file as an exact fraction from 0 to 1: `15 %`, `85,5%`, `0.15`.

    Raises:
        Refusal: it is no share, or it is outside 0 to 1.
    """
    if isinstance(value, Fraction):
        return value
    if isinstance(value, str) and value.strip():
        return _read_text(value)
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not abs(value) < _MOST:
        raise Refusal(f"a share is wanted here, not {shown(value)}", _WRITE)
    return _within(Fraction(str(value)), str(value))


def _read_text(written: str) -> Fraction:
    text = " ".join(written.split())
    found = _SHARE.fullmatch(text) if len(text) <= MOST_SHOWN else None
    if not found:
        raise Refusal(f"{shown(written)} is not a share", _WRITE)
    sign, figures, percent = found.groups()
    number = Fraction(figures.replace(",", ".")) * (-1 if sign else 1)
    return _within(number / 100 if percent else number, text)


def _within(share: Fraction, written: str) -> Fraction:
    if 0 <= share <= 1:
        return share
    if written.endswith("%"):
        raise Refusal(f"the share {written} is not between 0 and 100 %", _WRITE)
    perhaps_percent = 1 < share <= 100  # noqa: PLR2004 - a percentage
    raise Refusal(
        f"the share {written} is not between 0 and 1", f"write {written} %" if perhaps_percent else _WRITE
    )


def format_share(share: Fraction, lang: Literal["en", "fr"] = "en") -> str:
    """A share for people, to a tenth of a per cent where it is not whole, rounded half up: `15%`, `12,5 %`."""
    tenths = (share * 1000 + Fraction(1, 2)).__floor__()
    percentage = Decimal(tenths) / 10 if tenths % 10 else tenths // 10
    return format_number(percentage, lang) + ("\u00a0%" if lang == "fr" else "%")
