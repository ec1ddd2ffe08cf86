"""What a workbook would show if it were made of today's file, by the row and the heading of each cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.language.topics.workbook import workbook_words
from blueprint_cli.workbook.anchors import Key
from blueprint_cli.workbook.card_tables import CardTables
from blueprint_cli.workbook.directory_tables import DirectoryTables
from blueprint_cli.workbook.reading.cells import Cell
from blueprint_cli.workbook.returning.sent import Spot
from blueprint_cli.workbook.returning.shown import TypedOver
from blueprint_cli.workbook.risk_tables import RiskTables
from blueprint_cli.workbook.shown import mark_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.edit.returning.planning import Sides
    from blueprint_cli.model.directory import System, Team
    from blueprint_cli.workbook.returning.returned_tables import TableRows

_FIELDS = (
    "phase", "channel", "touchpoints", "next", "after", "serves", "value", "quality", "cost", "only", "basis", "source",
    "note", "owner", "kind", "external", "rate", "capacity", "hours",
)  # fmt: skip
"""Fields whose heading is the word of the same name."""


class ShownToday:
    """The texts of all tables."""

    def __init__(self, sides: Sides) -> None:
        """Make the tables."""
        self.sides = sides
        self.marks = sides.returned.shown.marks
        blueprint, lang = sides.blueprint, sides.returned.reading.lang
        cards, risks, directory = (
            CardTables(blueprint, lang),
            RiskTables(blueprint, lang),
            DirectoryTables(blueprint, lang),
        )
        keyed = (cards.cards(), cards.steps(), risks.fail_points(), risks.pains(), risks.opportunities())
        named = (
            directory.teams(), directory.systems(), directory.feeds(), directory.personas(), directory.channels(), directory.calendars(),
        )  # fmt: skip
        self.headings = {heading for table in keyed for heading in table.headings}
        self._texts: dict[tuple[str, str], str] = {}
        for table in (*keyed, *named):
            for row, owner in zip(table.rows, table.addresses or (row[0] for row in table.rows), strict=True):
                for heading, text in zip(table.headings, row, strict=True):
                    self._texts.setdefault((owner, heading), text)
        words = sides.decoding.words
        self._fields = {getattr(words, field): field for field in _FIELDS}
        self._fields[workbook_words(lang).links] = "uses"

    def field(self, heading: str) -> str:
        """The field of a heading; the heading itself where it is none."""
        return self._fields.get(heading, heading)

    def is_column(self, heading: str) -> bool:
        """Whether the tables of cards, steps, risks and ideas have such a column."""
        return heading in self.headings

    def text(self, cell: TypedOver) -> str | None:
        """What the cell would show; None where it would not be there."""
        owner = self._today(cell.owner) if cell.kind == "table" else cell.owner
        return self._texts.get((owner, cell.heading))

    def sent(self, cell: TypedOver) -> str | None:
        """What the cell showed when it was sent, where today's file still says it."""
        text = self.text(cell)
        return text if text and mark_of(cell.owner, text) in self.marks else None

    def named(self, name: str) -> Team | System | None:
        """The system or team of that name."""
        blueprint = self.sides.blueprint
        found: list[System | Team] = [*blueprint.systems.values(), *blueprint.teams.values()]
        show = self.sides.decoding.showing.show
        return next((part for part in found if name and show(part.name) == name), None)

    def _today(self, address: str) -> str:
        matched = self.sides.matched
        key = matched.key(Key(address, "what")) if ".fail_points[" in address else None
        return key.at if key is not None else matched.address(address) or ""

    def emptied(self) -> Iterator[TypedOver]:
        """The cells of tables with addresses that show nothing any more, though their row and column stand."""
        missing = self.sides.returned.shown.missing
        for table in self.sides.returned.tables.tables if missing else ():
            row = table.mark[0] + 1
            for column in table.sheet.rows.get(row, ()):
                if column > table.mark[1] and not table.fields.get(column):
                    yield from self._emptied(table, column, missing)

    def _emptied(self, table: TableRows, column: int, missing: frozenset[int]) -> Iterator[TypedOver]:
        heading = table.heading(column)
        for row, address in table.rows.items():
            cell = TypedOver("table", Spot(table.sheet.title, row, column), Cell(None), address, "", heading)
            text = self.text(cell) if (row, column) not in table.sheet.cells else ""
            if text and mark_of(address, text) in missing:
                yield cell
