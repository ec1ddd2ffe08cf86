"""The line of the file that a finding is about, with carets under the words at fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.language.naming import printable
from blueprint_cli.report.style import columns

if TYPE_CHECKING:
    from blueprint_cli.findings import Location

TAB = "    "
_FEWEST_AFTER = 12


def excerpt(line: str, location: Location, width: int) -> tuple[str, str]:
    """The source line and the line of carets below it, both within so many columns.

    Tabs are widened, wide characters measured, and a long line is cut to a window around the words at fault.
    """
    first = location.column - 1
    last = location.end_column - 1 if location.end_line == location.line else len(line)
    before, marked, rest = (_shown(part) for part in (line[:first], line[first:last], line[last:]))
    room = max(width - _FEWEST_AFTER, _FEWEST_AFTER)
    if columns(before) > room // 2 and columns(before + marked + rest) > width:
        before = "…" + _tail(before, room // 2)
    shown = _head(before + marked + rest, width)
    indent = columns(before)
    carets = max(min(columns(marked), columns(shown) - indent), 1)
    return shown, " " * indent + "^" * carets


def _shown(text: str) -> str:
    if text.isprintable():
        return text
    return printable(text.replace("\t", TAB))


def _head(text: str, width: int) -> str:
    if columns(text) <= width:
        return text
    kept = text[: width - 1]
    while columns(kept) > width - 1:
        kept = kept[:-1]
    return f"{kept}…"


def _tail(text: str, width: int) -> str:
    kept = text[-width:]
    while columns(kept) > width:
        kept = kept[1:]
    return kept
