"""Cells of a workbook in the words of OpenDocument. Every text is a text."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape, quoteattr

from blueprint_cli.render.grid.open_formulas import open_formula, sheet_name
from blueprint_cli.render.grid.open_styles import style_name
from blueprint_cli.render.grid.strings import storable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from blueprint_cli.workbook.anchors import Value

_SPACES = re.compile(r"(?<= ) +|^ +| +$")
_ESCAPED = re.compile(r"_x005F_(?=x[0-9A-Fa-f]{4}_)")
_DAY_ZERO = date(1899, 12, 30)


class OpenCells:
    """Writes the cells of one sheet."""

    def __init__(
        self,
        drawings: Mapping[tuple[int, int], str],
        shown: Mapping[tuple[int, int], Value],
        links: Mapping[str, str],
        validations: Mapping[tuple[int, int], str],
    ) -> None:
        self.drawings = drawings
        self.shown = shown
        self.links = links
        self.validations = validations
        self._styles: dict[int, tuple[str, bool, bool]] = {}

    def xml(self, cell: Any, spanned: str = "") -> str:
        """`<table:table-cell>` of a cell."""
        style, is_day, is_share = self._style(cell)
        said = f'<table:table-cell table:style-name="{style}"{spanned}'
        rule = self.validations.get((cell.row, cell.column))
        if rule:
            said += f' table:content-validation-name="{rule}"'
        value, kind = cell._value, cell.data_type  # noqa: SLF001
        drawing = self.drawings.get((cell.row, cell.column))
        if value is None or value == "":
            return f"{said}>{drawing}</table:table-cell>" if drawing else f"{said}/>"
        if kind == "s":
            return f'{said} office:value-type="string">{_paragraphs(value)}</table:table-cell>'
        if kind == "f":
            place = self.links.get(cell.coordinate)
            told = _jump(value, place) if place else open_formula(value)
            said += f" table:formula={quoteattr(told)}"
            value = self.shown.get((cell.row, cell.column))
            if isinstance(value, str) or value is None:
                return f'{said} office:value-type="string" office:string-value={quoteattr(_plain(value or ""))}/>'
        return f"{said}{_figure(value, is_day=is_day, is_share=is_share)}/>"

    def _style(self, cell: Any) -> tuple[str, bool, bool]:
        found = self._styles.get(id(cell._style))  # noqa: SLF001 - all cells that look so share one object
        if found is None:
            code = cell.number_format
            found = style_name(cell.style), "yyyy" in code, "%" in code
            self._styles[id(cell._style)] = found  # noqa: SLF001
        return found


def _paragraphs(text: str) -> str:
    return "".join(f"<text:p>{_run(line)}</text:p>" for line in _plain(text).split("\n"))


def _jump(formula: str, target: str) -> str:
    """A text that jumps to a place; linked as a text it would lose its look."""
    title, _, where = target.rpartition("!")
    plain = title.strip("'").replace("''", "'")
    return f'of:=HYPERLINK("#{sheet_name(plain)}.{where.replace("$", "")}";{formula[1:]})'


def _plain(text: str) -> str:
    """A text without what only the other format needs."""
    return _ESCAPED.sub("_", storable(text) if _ESCAPED.search(text) is None else text)


def _figure(value: Any, *, is_day: bool, is_share: bool) -> str:
    if is_day:
        return f' office:value-type="date" office:date-value="{(_DAY_ZERO + timedelta(days=int(value))).isoformat()}"'
    kind = "percentage" if is_share else "float"
    return f' office:value-type="{kind}" office:value="{value!r}"'


def _run(line: str) -> str:
    """Spaces in a row and tabs would be folded to one."""
    kept = _SPACES.sub(lambda found: f'<text:s text:c="{len(found[0])}"/>', escape(line))
    return kept.replace("\t", "<text:tab/>")
