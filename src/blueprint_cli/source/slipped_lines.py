"""Lines that are no YAML because of one sign: a dash of a word processor before an item, a colon without its space."""

from __future__ import annotations

from typing import NamedTuple

from blueprint_cli.language.slips import about_list_sign, about_tight_colon, list_sign, tight_colon
from blueprint_cli.model.actions import Action
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.model.steps import Step

_KEYS = frozenset(key for kind in (Blueprint, Step, Action) for key in kind.fields_by_key())


class SlippedLine(NamedTuple):
    """What is wrong with a line, what to write, and the offsets to underline."""

    message: str
    help: str
    start: int
    end: int


def slipped_line(text: str, start: int, end: int) -> SlippedLine | None:
    """The slip in the line between two offsets, or in the line above, which it may hang on; None where there is none.

    A tight colon above makes a text of its line, so that keys below it are the first to be refused.
    """
    above = max(text.rfind("\n", 0, max(start - 1, 0)), text.rfind("\r", 0, max(start - 1, 0))) + 1
    lines = ((start, text[start:end]), (above, text[above:start].rstrip("\r\n")))
    signs = (_with_sign(at, line) for at, line in lines)
    colons = (_with_tight_colon(at, line) for at, line in reversed(lines))
    return next((found for found in (*signs, *colons) if found), None)


def _with_sign(at: int, line: str) -> SlippedLine | None:
    indent = len(line) - len(line.lstrip(" "))
    found = list_sign(line[indent:])
    if found is None or found[0] == "-":
        return None
    return SlippedLine(*about_list_sign(*found), at + indent, at + indent + 1)


def _with_tight_colon(at: int, line: str) -> SlippedLine | None:
    words = line.lstrip(" -")
    found = tight_colon(words, _KEYS)
    start = at + len(line) - len(words)
    return SlippedLine(*about_tight_colon(*found), start, start + len(words)) if found else None
