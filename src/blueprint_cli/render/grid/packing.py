"""A workbook's bytes, the same on every machine: fixed dates, fixed order, formulas with their values, nothing deflated."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

from blueprint_cli.render.grid.sheet_data import SheetData

if TYPE_CHECKING:
    from datetime import date

    from openpyxl import Workbook

    from blueprint_cli.render.grid.page import Ledger

_EPOCH = (1980, 1, 1, 0, 0, 0)
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")
_NO_DATE = "2000-01-01"
_ROWS = re.compile(r"<sheetData ?/>|<sheetData></sheetData>")
_AFTER_LINKS = re.compile(r"<(?:printOptions|pageMargins)")
_DIMENSION = re.compile(r'<dimension ref="[^"]*"')
_FONT = re.compile(rb"(?<=<font>).*?(?=</font>)", re.DOTALL)
_OF_A_FONT = re.compile(rb"<([a-z]+)[^>]*>", re.IGNORECASE)
_FONT_ORDER = (
    b"b",
    b"i",
    b"strike",
    b"u",
    b"vertAlign",
    b"sz",
    b"color",
    b"name",
    b"family",
    b"charset",
    b"scheme",
)
"""The standard lists what makes a font in this order; openpyxl begins with its name."""


def packed(book: Workbook, ledger: Ledger, reviewed: date | None, *, compact: bool = False) -> bytes:
    """The bytes of a workbook; its dates are those of the review, never the clock's.

    Stored parts are the same with every build of zlib, and git packs them better; `compact` deflates them for an e-mail.
    """
    rows = {
        f"xl/worksheets/sheet{n}.xml": _taken(sheet, ledger) for n, sheet in enumerate(book.worksheets, 1)
    }
    written = io.BytesIO()
    book.save(written)
    stamp = f"{reviewed.isoformat() if reviewed else _NO_DATE}T00:00:00Z".encode()
    method = zipfile.ZIP_DEFLATED if compact else zipfile.ZIP_STORED
    out = io.BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(out, "w", method) as target:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename == "docProps/core.xml":
                content = _STAMP.sub(rb"\g<1>" + stamp + rb"\2", content)
            elif entry.filename == "xl/styles.xml":
                content = _FONT.sub(_in_order, content)
            elif entry.filename in rows:
                content = _filled(content, rows[entry.filename])
            fixed = zipfile.ZipInfo(entry.filename, _EPOCH)
            fixed.external_attr, fixed.create_system, fixed.compress_type = 0o600 << 16, 3, method
            target.writestr(fixed, content)
    return out.getvalue()


def _taken(sheet: Any, ledger: Ledger) -> SheetData:
    """What stands in a worksheet, written; nothing of it is left for openpyxl to write again."""
    data = SheetData(sheet, ledger)
    sheet._cells.clear()  # noqa: SLF001
    sheet.row_dimensions.clear()
    return data


def _in_order(font: re.Match[bytes]) -> bytes:
    parts = sorted(_OF_A_FONT.finditer(font[0]), key=lambda part: _FONT_ORDER.index(part[1]))
    return b"".join(part[0] for part in parts)


def _filled(content: bytes, data: SheetData) -> bytes:
    text = _DIMENSION.sub(f'<dimension ref="{data.area}"', content.decode("utf-8"), count=1)
    text = _ROWS.sub(lambda _: data.rows, text, count=1)
    return _AFTER_LINKS.sub(lambda found: data.links + found[0], text, count=1).encode("utf-8")
