"""A workbook's bytes, the same on every machine: fixed dates, fixed order, nothing deflated."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from openpyxl import Workbook

_EPOCH = (1980, 1, 1, 0, 0, 0)
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")
_NO_DATE = "2000-01-01"


def packed(book: Workbook, reviewed: date | None) -> bytes:
    """The bytes of a workbook; its dates are those of the review, never the clock's."""
    written = io.BytesIO()
    book.save(written)
    stamp = f"{reviewed.isoformat() if reviewed else _NO_DATE}T00:00:00Z".encode()
    out = io.BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as target:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename == "docProps/core.xml":
                content = _STAMP.sub(rb"\g<1>" + stamp + rb"\2", content)
            fixed = zipfile.ZipInfo(entry.filename, _EPOCH)
            fixed.external_attr = 0o600 << 16
            target.writestr(fixed, content)
    return out.getvalue()
