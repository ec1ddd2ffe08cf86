"""One sheet of a workbook in the words of OpenDocument: columns, rows, merged cells, what is repeated and printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape, quoteattr

from openpyxl.utils import get_column_letter, range_boundaries

from blueprint_cli.render.grid.column_widths import LIBREOFFICE, LIBREOFFICE_PADDING
from blueprint_cli.render.grid.open_cells import OpenCells
from blueprint_cli.render.grid.open_formulas import open_area, open_expression, sheet_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from blueprint_cli.render.grid.open_automatic import Automatic
    from blueprint_cli.render.grid.page import Ledger

_USUAL_WIDTH = 12.0


class OpenSheet:
    """Writes one sheet; automatic styles and rules are shared by all."""

    def __init__(
        self, sheet: Any, ledger: Ledger, automatic: Automatic, drawings: Mapping[tuple[int, int], str]
    ) -> None:
        self.sheet = sheet
        self.ledger = ledger
        self.automatic = automatic
        title = sheet.title
        self.cells = OpenCells(
            drawings, ledger.shown.get(title, {}), ledger.links.get(title, {}), automatic.validations(sheet)
        )
        self.growing = ledger.growing.get(title, set())
        self.rows: dict[int, dict[int, Any]] = {}
        for (row, column), cell in sorted(sheet._cells.items()):  # noqa: SLF001
            self.rows.setdefault(row, {})[column] = cell
        for row, column in drawings:
            if column not in self.rows.setdefault(row, {}):
                self.rows[row] = dict(sorted({**self.rows[row], column: sheet.cell(row, column)}.items()))
        self.last_column = max((column for _, column in sheet._cells), default=1)  # noqa: SLF001
        self.spans, self.covered = self._merges()

    def xml(self) -> str:
        """`<table:table>`."""
        style = self.automatic.table(self.sheet)
        area = self.sheet.print_area
        printed = f" table:print-ranges={quoteattr(self._area(area))}" if area else ' table:print="true"'
        return (
            f'<table:table table:name={quoteattr(self.sheet.title)} table:style-name="{style}"{printed}>'
            f"{self._columns()}{''.join(self._rows())}{self._conditions()}</table:table>"
        )

    def _area(self, area: str) -> str:
        plain = area.rsplit("!", maxsplit=1)[-1].replace("$", "")
        title = sheet_name(self.sheet.title)
        return ":".join(f"{title}.{corner}" for corner in plain.split(":"))

    def _merges(self) -> tuple[dict[tuple[int, int], str], set[tuple[int, int]]]:
        spans, covered = {}, set()
        for area in self.sheet.merged_cells.ranges:
            rows, columns = area.max_row - area.min_row + 1, area.max_col - area.min_col + 1
            spans[area.min_row, area.min_col] = (
                f' table:number-columns-spanned="{columns}" table:number-rows-spanned="{rows}"'
            )
            covered |= {
                (row, column)
                for row in range(area.min_row, area.max_row + 1)
                for column in range(area.min_col, area.max_col + 1)
            }
        return spans, covered - set(spans)

    def _columns(self) -> str:
        first, last = _bounds(self.sheet.print_title_cols, letters=True)
        said, breaks = [], {one.id for one in self.sheet.col_breaks.brk}
        for column in range(1, self.last_column + 1):
            dimension = self.sheet.column_dimensions[get_column_letter(column)]
            width = (
                dimension.width * LIBREOFFICE + LIBREOFFICE_PADDING
                if dimension.width
                else _USUAL_WIDTH * LIBREOFFICE
            )
            hidden = ' table:visibility="collapse"' if dimension.hidden else ""
            style = self.automatic.column(width, begins=column - 1 in breaks)
            one = f'<table:table-column table:style-name="{style}"{hidden} table:default-cell-style-name="Default"/>'
            said.append(_framed("header-columns", one, column, first, last))
        return "".join(said)

    def _rows(self) -> Iterator[str]:
        first, last = _bounds(self.sheet.print_title_rows, letters=False)
        highest = max([*self.rows, *self.sheet.row_dimensions], default=1)
        breaks = {one.id for one in self.sheet.row_breaks.brk}
        for row in range(1, highest + 1):
            dimension = self.sheet.row_dimensions.get(row)
            height = dimension.height if dimension is not None else None
            hidden = ' table:visibility="collapse"' if dimension is not None and dimension.hidden else ""
            style = self.automatic.row(height, grows=row in self.growing, begins=row - 1 in breaks)
            one = f'<table:table-row table:style-name="{style}"{hidden}>{"".join(self._cells(row))}</table:table-row>'
            yield _framed("header-rows", one, row, first, last)

    def _cells(self, row: int) -> Iterator[str]:
        found = self.rows.get(row, {})
        at = 1
        for column, cell in found.items():
            if column > at:
                yield f'<table:table-cell table:number-columns-repeated="{column - at}"/>'
            place = row, column
            if place in self.covered:
                yield "<table:covered-table-cell/>"
            else:
                yield self.cells.xml(cell, self.spans.get(place, ""))
            at = column + 1
        if not found:
            yield "<table:table-cell/>"

    def _conditions(self) -> str:
        """Colours that follow a value: an extension that LibreOffice reads, and others leave out."""
        said = []
        for rules in self.sheet.conditional_formatting:
            area, base = self._area(str(rules.sqref)), self._area(str(rules.sqref)).split(":")[0]
            conditions = "".join(self._condition(rule, base) for rule in rules.rules)
            said.append(
                f"<calcext:conditional-format calcext:target-range-address={quoteattr(area)}>{conditions}</calcext:conditional-format>"
            )
        return f"<calcext:conditional-formats>{''.join(said)}</calcext:conditional-formats>" if said else ""

    def _condition(self, rule: Any, base: str) -> str:
        formula = rule.formula[0]
        value = f"={formula}" if rule.operator == "equal" else f"formula-is({open_expression('=' + formula)})"
        style = self.automatic.value(rule.dxf.fill, rule.dxf.font)
        return (
            f'<calcext:condition calcext:apply-style-name="{style}" calcext:value="{escape(value)}" '
            f"calcext:base-cell-address={quoteattr(base)}/>"
        )


def named_areas(book: Any) -> str:
    """Defined names, and the tables with their filters."""
    names = "".join(
        f"<table:named-range table:name={quoteattr(name)} table:base-cell-address={quoteattr(_corner(found.attr_text))} "
        f"table:cell-range-address={quoteattr(open_area(found.attr_text))}/>"
        for name, found in book.defined_names.items()
    )
    tables = "".join(
        f"<table:database-range table:name={quoteattr(table.displayName)} table:target-range-address={quoteattr(_place(sheet, table.ref))} "
        'table:display-filter-buttons="true"/>'
        for sheet in book.worksheets
        for table in sheet.tables.values()
    )
    return (f"<table:named-expressions>{names}</table:named-expressions>" if names else "") + (
        f"<table:database-ranges>{tables}</table:database-ranges>" if tables else ""
    )


def _place(sheet: Any, area: str) -> str:
    title = sheet_name(sheet.title)
    return ":".join(f"{title}.{corner}" for corner in area.split(":"))


def _corner(area: str) -> str:
    return open_area(area).split(":")[0]


def _bounds(said: str | None, *, letters: bool) -> tuple[int, int]:
    """First and last of the rows or columns that are repeated on each page; 0 without any."""
    if not said:
        return 0, 0
    found = range_boundaries(said.replace("$", ""))
    return (found[0] or 0, found[2] or 0) if letters else (found[1] or 0, found[3] or 0)


def _framed(kind: str, one: str, place: int, first: int, last: int) -> str:
    start = f"<table:table-{kind}>" if place == first else ""
    end = f"</table:table-{kind}>" if place == last else ""
    return f"{start}{one}{end}"
