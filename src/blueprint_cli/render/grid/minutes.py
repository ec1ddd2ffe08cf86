"""Hidden columns beside the cards that hold their waiting and work in minutes, so that formulas can add them up.

A number that is typed counts at once. A text counts for what it meant when the workbook was made; another text is a `?`, which no
sum takes for zero in silence.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import fsum
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from blueprint_cli.render.grid.page import span
from blueprint_cli.workbook.anchors import Key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from blueprint_cli.render.grid.page import Page
    from blueprint_cli.workbook.anchors import Value
    from blueprint_cli.workbook.showing import Table
    from blueprint_cli.workbook.times import ActionFigures

FIELDS = {"=wait minutes": "wait", "=work minutes": "work"}
"""Hidden columns, with the field whose minutes they hold."""
UNKNOWN = "?"
_MINUTE = 60


@dataclass
class Minutes:
    """Waiting and work of every action that counts: where the map has variants, of those that the first persona meets.

    Attributes:
        facts: what the cells of the workbook say.
        seconds: per address of an action, its waiting and its work as they were computed.
        columns: where the hidden columns, the addresses and the owners stand, once they are written.
    """

    facts: dict[Key, Value]
    seconds: dict[str, dict[str, int | None]]
    columns: dict[str, str] = field(default_factory=dict)

    def beside(self, table: Table) -> Table:
        """The table of cards with the hidden columns at its end: sorting takes them along."""
        return table._replace(
            headings=(*table.headings, *(f"@{name}" for name in FIELDS.values())),
            rows=tuple((*row, *("" for _ in FIELDS)) for row in table.rows),
            fields=(*table.fields, *FIELDS),
        )

    def minutes(self, address: str, name: str) -> Value:
        """What a hidden cell shows: minutes, nothing, or a question mark."""
        typed = self.facts.get(Key(address, name))
        if isinstance(typed, (int, float)):
            return typed
        seconds = self.seconds[address][name]
        if typed is None:
            return _plain(seconds) if seconds else ""
        return UNKNOWN if seconds is None else _plain(seconds)

    def total(self, addresses: Iterable[str], name: str) -> float:
        """The sum that formulas come to, in minutes."""
        found = (self.minutes(address, name) for address in addresses if address in self.seconds)
        return fsum(value for value in found if isinstance(value, (int, float)))

    def fill(self, page: Page, row: int, column: int, name: str, address: str, typed_column: int) -> None:
        """Write a hidden cell of an action's row."""
        if address not in self.seconds:
            return
        cell = f"{get_column_letter(typed_column)}{row}"
        typed, shown = self.facts.get(Key(address, name)), self.minutes(address, name)
        empty, other = '""', f'"{UNKNOWN}"'
        if typed is None and shown != "":
            empty = str(shown)
        elif isinstance(typed, str) and shown != UNKNOWN:
            other = f'IF({cell}="{typed.replace(chr(34), chr(34) * 2)}",{shown},"{UNKNOWN}")'
        formula = f'=IF(ISNUMBER({cell}),{cell},IF({cell}="",{empty},{other}))'
        page.formula(row, column, formula, shown, "hidden")

    def place(self, title: str, first: int, last: int, columns: dict[str, int]) -> None:
        """Remember where the columns stand."""
        self.columns = {name: span(title, first, last, column) for name, column in columns.items()}


def minutes_of(facts: dict[Key, Value], actions: Iterable[ActionFigures]) -> Minutes:
    """The minutes of the actions whose times were computed."""
    return Minutes(facts, {times.at: {"wait": times.wait_s, "work": times.work_s} for times in actions})


def _plain(seconds: int) -> int | float:
    return seconds // _MINUTE if not seconds % _MINUTE else seconds / _MINUTE
