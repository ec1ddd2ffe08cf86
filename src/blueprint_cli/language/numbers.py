"""Numbers as people write and read them: decimal comma or point, thousands parted by spaces; exact decimals."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal

from blueprint_cli.language.refusal import Refusal

MINUS = "−"
NUMBER = r"\d{1,3}(?: \d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
"""A regular expression for a number without a sign, in a text whose spaces are plain (use re.ASCII)."""

_PERHAPS_THOUSANDS = re.compile(r"[1-9]\d{0,2},\d{3}", re.ASCII)


def read_number(figures: str, shown: str) -> Decimal:
    """What `NUMBER` matched, exactly: `1 200,50` is 1200.50; `shown` names the whole text.

    Raises:
        Refusal: it reads `1,200`, which is 1200 in English and 1.2 in French.
    """
    if _PERHAPS_THOUSANDS.fullmatch(figures):
        decimal_point, thousands = figures.replace(",", "."), figures.replace(",", "")
        raise Refusal(
            f"{shown}: is {figures} a decimal, or thousands?", f"write {decimal_point} or {thousands}"
        )
    return Decimal(figures.replace(" ", "").replace(",", "."))


def format_number(number: Decimal | int, lang: Literal["en", "fr"]) -> str:
    """A number for people: `1,200.50` in English, `1 200,50` with a no-break space in French, a real minus in both.

    The digits after the mark stay as they are: `4.90` keeps its zero.
    """
    whole, _, fraction = format(abs(Decimal(number)), "f").partition(".")
    grouped = f"{int(whole):,}"
    sign = MINUS if number < 0 else ""
    if lang == "fr":
        return sign + grouped.replace(",", "\u00a0") + (f",{fraction}" if fraction else "")
    return sign + grouped + (f".{fraction}" if fraction else "")
