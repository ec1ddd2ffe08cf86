"""Slips of the keyboard and of word processors: another dash than the hyphen, a colon without the space behind it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

MINUS_SIGNS = "−–—‐‑"
LIST_SIGNS = "–—‒―−‐‑•·▪●◦‣"

_HYPHENS = {ord(sign): "-" for sign in MINUS_SIGNS}
_LISTED = re.compile(rf"([{LIST_SIGNS}-])\s*(.*)", re.DOTALL)
_TIGHT = re.compile(r"(\w+):(?=[^\s/])(.*)", re.DOTALL)


def with_hyphen(text: str) -> str:
    """The text with a hyphen for every sign that looks like a minus."""
    return text.translate(_HYPHENS)


def list_sign(text: str) -> tuple[str, str] | None:
    """The sign that a line or a key begins with in a hyphen's place, and what follows: `– customer` gives `–` and `customer`.

    A hyphen that touches the word behind it is one, too.
    """
    found = _LISTED.match(text)
    return (found[1], found[2]) if found and found[2] and not text.startswith("- ") else None


def tight_colon(text: str, keys: Container[str]) -> tuple[str, str] | None:
    """Key and value of a text that lacks the space after its colon: `customer:Calls` gives `customer` and `Calls`."""
    found = _TIGHT.match(text)
    return (found[1], found[2]) if found and found[1] in keys else None


def about_list_sign(sign: str, rest: str) -> tuple[str, str]:
    """What is wrong with a line that begins with that sign, and what to write."""
    if sign == "-":
        return "there is no space after the hyphen", f"write `- {rest}`"
    return f"a list item begins with a hyphen, not with {sign}", f"write `- {rest}`"


def about_tight_colon(key: str, value: str) -> tuple[str, str]:
    """What is wrong with a key whose colon touches its value, and what to write."""
    return f"there is no space after the colon of '{key}'", f"write `{key}: {value}`"
