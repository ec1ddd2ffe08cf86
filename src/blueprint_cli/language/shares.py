"""Shares: percentages, or numbers from 0 to 1, kept exact."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any, Literal

from blueprint_cli.language.refusal import Refusal

_PERCENT = re.compile(r"(\d{1,9}(?:[.,]\d{1,9})?)\s*%\Z", re.ASCII)
_PLAIN = re.compile(r"\d{1,9}(?:[.,]\d{1,9})?\Z", re.ASCII)
_WRITE = "write 15 %, or a number from 0 to 1"
_MOST_SHOWN = 40


def read_share(value: Any) -> Fraction:
    """A share of the file as an exact fraction from 0 to 1: `15 %`, `0.15`.

    Raises:
        Refusal: it is no share, or it is outside 0 to 1.
    """
    if isinstance(value, Fraction):
        return value
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        raise Refusal("a share is wanted here", _WRITE)
    written = str(value).replace("\u00a0", " ").replace("\u202f", " ").strip()
    shown = written if len(written) <= _MOST_SHOWN else f"{written[:_MOST_SHOWN]}..."
    share = _share(written, value)
    if share is None:
        raise Refusal(f"'{shown}' is not a share", _WRITE)
    if not 0 <= share <= 1:
        help_line = f"write {shown} %" if isinstance(value, (int, str)) and 1 < share <= 100 else _WRITE  # noqa: PLR2004
        raise Refusal(f"the share {shown} is not between 0 and 1", help_line)
    return share


def _share(written: str, value: float | str) -> Fraction | None:
    if isinstance(value, float):
        return Fraction(str(value)) if abs(value) < float("inf") else None
    if isinstance(value, int):
        return Fraction(value)
    percent = _PERCENT.match(written)
    if percent:
        return Fraction(percent[1].replace(",", ".")) / 100
    return Fraction(written.replace(",", ".")) if _PLAIN.match(written) else None


def format_share(share: Fraction, lang: Literal["en", "fr"] = "en") -> str:
    """A share for people, to a tenth of a per cent where it is not whole: `15%`, `12,5 %`."""
    tenths = (share * 1000 + Fraction(1, 2)).__floor__()
    whole, tenth = divmod(tenths, 10)
    digits = f"{whole}.{tenth}" if tenth else str(whole)
    return f"{digits.replace('.', ',')}\u00a0%" if lang == "fr" else f"{digits}%"
