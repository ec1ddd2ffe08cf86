"""The rows of a worksheet as XML, written in one go: openpyxl writes cell by cell, and formulas without their values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape, quoteattr

from openpyxl.utils import get_column_letter

from blueprint_cli.render.grid.look import FONT, SMALL, colour
from blueprint_cli.render.grid.strings import storable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from blueprint_cli.render.grid.page import Ledger
    from blueprint_cli.workbook.anchors import Value


class SheetData:
    """The cells of one worksheet as its part of the file holds them.

    Attributes:
        area: the stretch that is filled.
        rows: `<sheetData>` with every row that has cells or a height.
        links: `<hyperlinks>` of the cells that jump somewhere; empty without any.
    """

    def __init__(self, sheet: Any, ledger: Ledger) -> None:
        self.sheet = sheet
        self.shown: Mapping[tuple[int, int], Value] = ledger.shown.get(sheet.title, {})
        self.growing = ledger.growing.get(sheet.title, set())
        self.prompted = ledger.prompted.get(sheet.title, set())
        self._styles: dict[int, str] = {}
        self._letters: dict[int, str] = {}
        self.area = str(sheet.calculate_dimension())
        self.rows = self._rows()
        self.links = _links(ledger.links.get(sheet.title, {}))

    def _rows(self) -> str:
        rows: dict[int, list[str]] = {row: [] for row in self.sheet.row_dimensions}
        for (row, column), cell in sorted(self.sheet._cells.items()):  # noqa: SLF001 - `iter_rows` would make the missing ones
            written = self._cell(row, column, cell)
            if written:
                rows.setdefault(row, []).append(written)
        told = (f"<row{self._row(row)}>{''.join(cells)}</row>" for row, cells in sorted(rows.items()))
        return f"<sheetData>{''.join(told)}</sheetData>"

    def _row(self, row: int) -> str:
        """Number, height and whether it is hidden; a height that is a proposal is not called custom."""
        said = f' r="{row}"'
        dimension = self.sheet.row_dimensions.get(row)
        if dimension is None:
            return said
        if dimension.height is not None:
            said += f' ht="{dimension.height:g}"' + ("" if row in self.growing else ' customHeight="1"')
        return said + (' hidden="1"' if dimension.hidden else "")

    def _cell(self, row: int, column: int, cell: Any) -> str:
        letters = self._letters.get(column)
        if letters is None:
            letters = self._letters[column] = get_column_letter(column)
        place = f"{letters}{row}"
        style, value, kind = self._style(cell), cell._value, cell.data_type  # noqa: SLF001
        if value is None or value == "":
            return f'<c r="{place}"{style}/>' if style else ""
        if kind == "f":
            return _formula(place, style, value, self.shown.get((row, column)))
        if kind == "s" and (row, column) in self.prompted:
            return f'<c r="{place}"{style} t="inlineStr"><is>{_prompted(cell, value)}</is></c>'
        if kind == "s":
            kept = ' xml:space="preserve"' if value != value.strip() or "\n" in value else ""
            return f'<c r="{place}"{style} t="inlineStr"><is><t{kept}>{escape(value)}</t></is></c>'
        return f'<c r="{place}"{style}><v>{value!r}</v></c>'

    def _style(self, cell: Any) -> str:
        """The number of a cell's style; all cells that look so share one object."""
        style = cell._style  # noqa: SLF001
        found = self._styles.get(id(style))
        if found is None:
            found = self._styles[id(style)] = f' s="{cell.style_id}"' if cell.has_style else ""
        return found


def _prompted(cell: Any, text: str) -> str:
    """A name as its cell looks, and below it a question in the letters of all questions."""
    name, _, question = text.partition("\n")
    own = cell.font
    said = ""
    for part, bold, size, ink in (
        (f"{name}\n", "<b/>", own.sz, own.color.rgb),
        (question, "", SMALL, f"00{colour('muted')}"),
    ):
        look = f'{bold}<sz val="{size:g}"/><color rgb="{ink}"/><rFont val="{FONT}"/>'
        said += f'<r><rPr>{look}</rPr><t xml:space="preserve">{escape(part)}</t></r>'
    return said


def _links(targets: Mapping[str, str]) -> str:
    told = "".join(
        f'<hyperlink ref="{place}" location={quoteattr(target)}/>' for place, target in targets.items()
    )
    return f"<hyperlinks>{told}</hyperlinks>" if told else ""


def _formula(place: str, style: str, formula: str, value: Value) -> str:
    """A formula with the value that it has now: previewers do not compute."""
    said = f"<f>{escape(formula[1:])}</f>"
    if value is None:
        return f'<c r="{place}"{style}>{said}<v/></c>'
    if isinstance(value, str):
        return f'<c r="{place}"{style} t="str">{said}<v>{escape(storable(value))}</v></c>'
    return f'<c r="{place}"{style}>{said}<v>{value!r}</v></c>'
