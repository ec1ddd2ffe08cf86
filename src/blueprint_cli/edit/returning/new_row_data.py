"""What a row says that came new with a flat sheet: a card, a pain, an idea or a fail point as the file writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from blueprint_cli.language.refusal import Refusal
from blueprint_cli.language.words import words
from blueprint_cli.workbook.anchors import REMARK, SHOWN_MARK, SHOWN_STEP, kind_of
from blueprint_cli.workbook.reading.cells import as_text, cell_name
from blueprint_cli.workbook.returning.outline import MAIN

if TYPE_CHECKING:
    from blueprint_cli.edit.returning.planning import Sides
    from blueprint_cli.edit.returning.writing import Ref
    from blueprint_cli.workbook.returning.returned_tables import NewRow

FAIL_POINT = "what"
_OF_EVIDENCE = ("owner",)
_IN_THE_FILE = ("likelihood", "effect", "recovery", "impact", "effort", "status", "due")
"""Fields in the order of the file, where a sheet has another one: there narrow columns stand under narrow ones."""


class NewRowData:
    """The cells of a row, read as the file's own values are.

    Attributes:
        main: the field of its text.
        step: the step that it belongs to.
    """

    def __init__(self, sides: Sides, row: NewRow, main: str, step: Ref) -> None:
        """Take a row that people put in."""
        self.sides = sides
        self.row = row
        self.main = main
        self.step = step

    def said(self, lane: str) -> Any:
        """The part as the file says it: its text alone where nothing else is said.

        Raises:
            Refusal: a cell says nothing that the file can hold.
        """
        row = self.row
        text = self.sides.decoding.text(self._typed(self.main))
        if not text:
            raise Refusal("the row does not say what it is", f"type its text into {row.cell_of(self.main)}")
        name = FAIL_POINT if lane == "fail_points" else MAIN.get(lane, "action")
        found = {name: text, **self._values(lane)}
        for heading, (line, column) in row.others.items():
            if self._is_copied(line, column):
                continue
            if self.sides.plain(heading) not in {self.sides.plain(words(lang).note) for lang in ("en", "fr")}:
                where = cell_name(row.spot.sheet, line, column)
                raise Refusal(
                    f"'{heading}' is not read in a new row", f"leave {where} empty; say it in the file"
                )
            found["note"] = self.sides.decoding.text(self._sheet_text(line, column))
        return found if len(found) > 1 else text

    def _values(self, lane: str) -> dict[str, Any]:
        """What its other cells say, by field; all that cannot be read is told at once, each with its cell."""
        found: dict[str, Any] = {}
        refused: list[tuple[str, Refusal]] = []
        for field in sorted(self.row.columns, key=_place_in_the_file):
            if (
                field.startswith(SHOWN_MARK)
                or field in (REMARK, self.main)
                or not as_text(self.row.value(field))
            ):
                continue
            try:
                data = self._value(lane, field)
            except Refusal as refusal:
                refused.append((self.row.cell_of(field), refusal))
            else:
                if data is not False:
                    found[field] = data[0] if isinstance(data, list) and len(data) == 1 else data
        if refused:
            *others, (cell, last) = refused
            told = [f"{where}: {other.message} ({other.help})" for where, other in others]
            raise Refusal("; ".join((*told, f"{cell}: {last.message}")), last.help)
        return found

    def _value(self, lane: str, field: str) -> Any:
        if lane == "evidence" and field not in _OF_EVIDENCE:
            raise Refusal("no such thing can be said of evidence", "leave it empty")
        return self.sides.decoding.data(kind_of(field), self._typed(field), field=field)

    def _is_copied(self, line: int, column: int) -> bool:
        """Whether a cell that is only shown came along when another row was copied, or says what such a row says, too."""
        text = self._sheet_text(line, column)
        shown = self.row.cells.get(SHOWN_STEP)
        is_copy = shown is not None and shown.formula is not None
        return any(
            table.sheet.text(row, column) == text and (is_copy or at.startswith(f"{self.step}."))
            for table in self.sides.returned.tables.tables
            if line in table.new and table.sheet.title == self.row.spot.sheet
            for row, at in table.rows.items()
        )

    def _sheet_text(self, line: int, column: int) -> str:
        sheet = self.sides.returned.book.sheet(self.row.spot.sheet)
        return sheet.text(line, column) if sheet is not None else ""

    def _typed(self, name: str) -> Any:
        cell = self.row.cells.get(name)
        if cell is not None and cell.unsaid:
            raise Refusal(
                f"a formula was typed: {cell.unsaid}", f"type what it shows into {self.row.cell_of(name)}"
            )
        return cell.value if cell is not None else None


def _place_in_the_file(field: str) -> int:
    return _IN_THE_FILE.index(field) if field in _IN_THE_FILE else -1
