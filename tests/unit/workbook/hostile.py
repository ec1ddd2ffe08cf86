"""Hostile workbooks: each is written when it is asked for, and named by what it tries."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable

NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHEET = "xl/worksheets/sheet1.xml"
PARTS = {
    "xl/workbook.xml": f'<workbook {NS} xmlns:r="{OFFICE}"><sheets><sheet name="Blueprint" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
    ),
}
ROW = '<row r="1"><c r="A1" t="inlineStr"><is><t>hi</t></is></c></row>'


def sheet(body: str, *, before: str = "", after: str = "", area: str = "A1") -> str:
    """The XML of a worksheet."""
    return f'<?xml version="1.0"?>{before}<worksheet {NS}><dimension ref="{area}"/><sheetData>{body}</sheetData>{after}</worksheet>'


def inline(text: str) -> str:
    """A row with one text."""
    return f'<row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row>'


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """A zip file of parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts.items():
            target.writestr(name, content)
    return out.getvalue()


def book(xml: str, more: dict[str, str | bytes] | None = None) -> bytes:
    """A workbook with one sheet."""
    return zipped({**PARTS, SHEET: xml, **(more or {})})


def _lying() -> bytes:
    raw = book(sheet(inline("A" * 60_000_000)))
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        entry = archive.getinfo(SHEET)
    said = struct.pack("<II", entry.compress_size, entry.file_size)
    return raw.replace(said, struct.pack("<II", entry.compress_size, 100))


def _overlapping() -> bytes:
    raw = bytearray(book(sheet(ROW)))
    first = raw.find(b"PK\x01\x02")
    second = raw.find(b"PK\x01\x02", first + 4)
    raw[second + 42 : second + 46] = struct.pack("<I", 10)
    return bytes(raw)


def _many_parts() -> bytes:
    return zipped({**PARTS, SHEET: sheet(ROW), **{f"x/{number}": "" for number in range(100_000)}})


def _twice() -> bytes:
    raw = book(sheet(ROW), {"xl/worksheets/sheet2.xml": sheet(ROW)})
    return raw.replace(b"sheet2.xml", b"sheet1.xml")


def _laughs() -> str:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return sheet(inline("&l9;"), before=f'<!DOCTYPE w [<!ENTITY l0 "lol">{entities}]>')


def _ods(body: str) -> bytes:
    names = 'xmlns:office="o" xmlns:table="t" xmlns:text="x"'
    content = f'<office:document-content {names}><office:body><office:spreadsheet><table:table table:name="a">{body}</table:table></office:spreadsheet></office:body></office:document-content>'
    return zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content})


_CELL = '<table:table-cell office:value-type="string" {}><text:p>x</text:p></table:table-cell>'

REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "one huge string": (lambda: book(sheet(inline("A" * 60_000_000))), "a cell holds more text"),
    "blanks without end": (lambda: book(sheet(" " * 60_000_000)), "it unpacks to more than 20 MB"),
    "a long text": (lambda: book(sheet(inline("A" * 70_000))), "a cell holds more text"),
    "long texts in many cells": (
        lambda: book(sheet("".join(f"<row>{inline('é' * 60_000)[11:-6]}</row>" for _ in range(300)))),
        "more than 8000000 characters",
    ),
    "a huge shared string": (
        lambda: book(sheet(ROW), {"xl/sharedStrings.xml": f"<sst><si><t>{'A' * 39_000_000}</t></si></sst>", "xl/_rels/workbook.xml.rels": _with_strings()}),
        "a cell holds more text",
    ),
    "400,000 cells": (
        lambda: book(sheet("".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 400_001)))),
        "more than 100000 filled cells",
    ),
    "a row of 300,000 cells": (
        lambda: book(sheet(f"<row>{'<c><v>1</v></c>' * 300_000}</row>")),
        "too many cells|has a cell outside",
    ),
    "empty cells without end": (
        lambda: book(sheet(f"<row>{'<c/>' * 16_000}</row>" * 600)),
        "too many cells",
    ),
    "entities that grow": (lambda: book(_laughs()), "declares a document type"),
    "an entity from outside": (
        lambda: book(sheet(inline("&x;"), before='<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>')),
        "declares a document type",
    ),
    "100,000 levels": (lambda: book(sheet(ROW, after="<x>" * 100_000 + "</x>" * 100_000)), "more than 64 levels"),
    "a tag of 39 MB": (lambda: book(sheet(ROW, after=f'<x y="{"A" * 39_000_000}"/>')), "is too long"),
    "a comment of 39 MB": (lambda: book(sheet(ROW, after=f"<!--{'A' * 39_000_000}-->")), "is too long"),
    "a header that lies": (_lying, "it unpacks to more than 20 MB|the file is damaged"),
    "overlapping parts": (_overlapping, "parts of the file overlap"),
    "100,000 parts": (_many_parts, "more than 2000 parts"),
    "a part twice": (_twice, "it holds xl/worksheets/sheet1.xml twice"),
    "an index of strings far away": (
        lambda: book(sheet('<row r="1"><c r="A1" t="s"><v>99999999</v></c></row>')),
        "names a text that is not there",
    ),
    "a row beyond the last": (
        lambda: book(sheet('<row r="9999999"><c><v>1</v></c></row>')),
        "a row beyond the last one",
    ),
    "cut off": (lambda: book(sheet(ROW))[:-40], "its end is missing"),
    "repeated a million times, ods": (
        lambda: _ods(f'<table:table-row table:number-rows-repeated="1048576">{_CELL.format("table:number-columns-repeated=" + chr(34) + "16384" + chr(34))}</table:table-row>'),
        "more than 100000 filled cells",
    ),
    "entities, ods": (
        lambda: zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}),
        "declares a document type",
    ),
}  # fmt: skip
"""What it tries, how to write it, and what the refusal says."""

HARMLESS: dict[str, Callable[[], bytes]] = {
    "a cell at the far end": lambda: book(
        sheet(ROW + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', area="A1:XFD1048576")
    ),
    "the whole sheet merged": lambda: book(
        sheet(ROW, after='<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>')
    ),
    "100,000 merges": lambda: book(
        sheet(ROW, after="<mergeCells>" + "".join(f'<mergeCell ref="A{n}:B{n}"/>' for n in range(2, 100_000)) + "</mergeCells>")
    ),
    "a million empty rows repeated, ods": lambda: _ods(
        f'<table:table-row>{_CELL.format("")}</table:table-row>'
        '<table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    ),
}  # fmt: skip


def _with_strings() -> str:
    return str(PARTS["xl/_rels/workbook.xml.rels"]).replace(
        "</Relationships>",
        f'<Relationship Id="rId2" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    )
