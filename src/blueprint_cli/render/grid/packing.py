"""A workbook's bytes, the same on every machine: fixed dates, fixed order, formulas with their values, nothing deflated."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from openpyxl import Workbook

    from blueprint_cli.render.grid.page import Ledger
    from blueprint_cli.workbook.anchors import Value

_EPOCH = (1980, 1, 1, 0, 0, 0)
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")
_NO_DATE = "2000-01-01"
_FORMULA = re.compile(r'<c r="([A-Z]+[0-9]+)"((?: s="[0-9]+")?)[^>]*>(<f[^>]*>[^<]*</f>)<v ?/?>(?:</v>)?</c>')
_ROW = re.compile(r'<row r="([0-9]+)"[^>]*>')
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def packed(book: Workbook, ledger: Ledger, reviewed: date | None, *, compact: bool = False) -> bytes:
    """The bytes of a workbook; its dates are those of the review, never the clock's.

    Stored parts are the same with every build of zlib, and git packs them better; `compact` deflates them for an e-mail.
    """
    written = io.BytesIO()
    book.save(written)
    stamp = f"{reviewed.isoformat() if reviewed else _NO_DATE}T00:00:00Z".encode()
    sheets = {f"xl/worksheets/sheet{n}.xml": name for n, name in enumerate(book.sheetnames, 1)}
    method = zipfile.ZIP_DEFLATED if compact else zipfile.ZIP_STORED
    out = io.BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(out, "w", method) as target:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename == "docProps/core.xml":
                content = _STAMP.sub(rb"\g<1>" + stamp + rb"\2", content)
            elif entry.filename in sheets:
                content = _finished(content, sheets[entry.filename], ledger)
            fixed = zipfile.ZipInfo(entry.filename, _EPOCH)
            fixed.external_attr, fixed.create_system, fixed.compress_type = 0o600 << 16, 3, method
            target.writestr(fixed, content)
    return out.getvalue()


def _finished(content: bytes, title: str, ledger: Ledger) -> bytes:
    text = content.decode("utf-8")
    shown, growing = ledger.shown.get(title), ledger.growing.get(title)
    if shown:
        text = _FORMULA.sub(lambda found: _with_value(found, shown), text)
    if growing:
        text = _ROW.sub(lambda found: _free(found, growing), text)
    return text.encode("utf-8")


def _with_value(found: re.Match[str], shown: Mapping[str, Value]) -> str:
    """A formula's cell with its value; openpyxl writes none, and previewers do not compute."""
    place, style, formula = found.groups()
    value = shown.get(place)
    if value is None:
        return found[0]
    if isinstance(value, str):
        kept = escape(_CONTROLS.sub("\ufffd", value))
        return f'<c r="{place}"{style} t="str">{formula}<v>{kept}</v></c>'
    return f'<c r="{place}"{style}>{formula}<v>{value!r}</v></c>'


def _free(found: re.Match[str], growing: set[int]) -> str:
    """A row whose height is a proposal: programs make it taller when more is typed."""
    return found[0].replace(' customHeight="1"', "") if int(found[1]) in growing else found[0]
