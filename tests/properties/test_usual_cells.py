"""Cells read by one pattern are the cells that a parser finds; what a parser refuses is never read."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from blueprint_cli.errors import BlueprintError
from blueprint_cli.workbook.reading import xlsx
from blueprint_cli.workbook.reading.archive import Archive
from blueprint_cli.workbook.reading.cells import Sheet
from blueprint_cli.workbook.reading.elements import parse
from blueprint_cli.workbook.reading.limits import Tally
from blueprint_cli.workbook.reading.usual import CellText, usual_texts, without_usual_rows
from blueprint_cli.workbook.reading.xlsx_sheet import Worksheet, unescaped

NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
STRINGS = ["zero", "un & deux", "_x0041_"]

texts = st.text("ab é’\n\r\t€😀_x0041#;", max_size=8).map(lambda text: text.replace("\r", ""))
escaped = st.builds(
    str.__add__,
    texts,
    st.sampled_from(["", "&amp;", "&lt;b&gt;", "&quot;&apos;", "&#233;", "&x;", "]]>", "\r", "\x01"]),
)
usual_bodies = st.one_of(
    st.integers(0, 2).map(lambda n: f' t="s"><v>{n}</v></c>'),
    st.floats(allow_nan=False).map(lambda n: f"><v>{n}</v></c>"),
    escaped.map(lambda text: f' t="inlineStr"><is><t>{text}</t></is></c>'),
    escaped.map(lambda text: f' t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'),
    escaped.map(lambda text: f' t="str"><f aca="false">A$1&amp;B</f><v>{text}</v></c>'),
    st.sampled_from(
        [
            ' t="e"><f>B1</f><v>#REF!</v></c>', ' t="b"><v>1</v></c>', ' t="d"><v>2026-01-31</v></c>',
            '><f t="shared" si="0"/><v>3</v></c>', "><f>A1</f><v /></c>", ' s="3"/>', ' t="n" />', "/>",
            ' s="3"><v></v></c>', '><f t="shared" ref="A1:A9" si="0">B1</f></c>', ' s="1"></c>', ' t="s"><v>9</v></c>',
        ]
    ),
)  # fmt: skip
odd_bodies = st.sampled_from(
    [
        ' t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>', ' t="inlineStr"><is><t>a</t><rPh><t>x</t></rPh></is></c>',
        "><v>1</v>", "></v></c>", ' r="A9"><v>1</v></c>', ' cm="1"><v>1</v></c>', "><!-- x --><v>1</v></c>",
        "><v><![CDATA[1<2]]></v></c>", "><v>1</v></c><c", "><v>1<</v></c>", ' t="z"><v>1</v></c>',
    ]
)  # fmt: skip
places = st.sampled_from(["A1", "B1", "C1", "AA7", "XFD999999", "XFE1", "A0", "A1048577", "a1", "A1048576"])
cells = st.builds(lambda place, body: f'<c r="{place}"{body}', places, usual_bodies | odd_bodies)
usual_places = st.sampled_from(["A1", "B1", "C1", "AA7", "XFD99"])
usual = st.builds(lambda place, body: f'<c r="{place}"{body}', usual_places, usual_bodies)
openings = st.sampled_from(
    ['<row r="1">', '<row r="2" ht="12.5" customHeight="1" x14ac:dyDescent="0.25">', '<row r="1" >']
)
rows = st.builds(
    lambda opening, inside: f"{opening}{''.join(inside)}</row>", openings, st.lists(usual, max_size=5)
)
odd_rows = st.sampled_from(
    ['<row r="3"/>', "<row><c><v>1</v></c></row>", '<row r="1">', "</row>", '<row r="1" r="2"></row>', " ", "<!-- -->", "<?x?>"]
)  # fmt: skip
one_odd_cell = st.builds(lambda cell: f'<row r="1">{cell}</row>', cells)
bodies = st.lists(rows | rows | rows | odd_rows | one_odd_cell, max_size=5).map("".join)


def _archive(parts: dict[str, str]) -> Archive:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name, text in parts.items():
            target.writestr(name, text)
    return Archive(out, "book.xlsx")


def _sheet(body: str) -> Archive:
    after = '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>'
    return _archive({"sheet.xml": f"<worksheet {NS}><sheetData>{body}</sheetData>{after}</worksheet>"})


def _parsed(archive: Archive, *, by_pattern: bool) -> dict[str, Any] | str:
    """All that a sheet holds, or why it is refused."""
    sheet, tally = Sheet("S"), Tally("book.xlsx")
    worksheet = Worksheet(sheet, STRINGS, tally)
    blocks = archive.blocks("sheet.xml")
    try:
        cut = without_usual_rows(blocks, worksheet.keep) if by_pattern else blocks
        parse(archive, "sheet.xml", worksheet, tally, cut)
    except BlueprintError as error:
        return error.message
    return vars(sheet)


@given(bodies)
@example(
    '<row r="1"><c r="A1" s="1"/></row><row r="2"/><row r="3"><c r="A3"><v>1</v></c><c r="B3" s="2"/></row><row r="4"></row>'
)
@example('<row r="1"><c r="A1"><v>1</v></c>')
@example('<row r="1"><c r="A1"><v>1</v></c></row></row>')
def test_the_pattern_finds_what_the_parser_finds(body: str) -> None:
    archive = _sheet(body)
    assert _parsed(archive, by_pattern=True) == _parsed(archive, by_pattern=False)


def test_the_usual_is_read_by_the_pattern() -> None:
    cells = '<c r="B2" s="4"/><c r="C2" t="s"><v>1</v></c><c r="D2" s="1" t="str"><f>A1</f><v>x</v></c>'
    found, left = _cut(f'<row r="1" ht="3"/><row r="2">{cells}</row><row r="7"/>')
    assert [(cell[0], cell[5]) for cell in found] == [("B", ""), ("C", "1"), ("D", "x")]
    assert b"<row" not in left
    assert b"<mergeCell " in left


def _cut(body: str) -> tuple[list[CellText], bytes]:
    """What the pattern finds, and what is left for the parser."""
    kept: list[CellText] = []
    left = b"".join(without_usual_rows(_sheet(body).blocks("sheet.xml"), lambda found, _: kept.extend(found)))
    return kept, left


@pytest.mark.parametrize(
    "odd", ["<!-- a -->", '<row r="1"><x:c r="A1"><v>1</v></x:c></row>', '<row r="1"><c r="A1"><v>1</v></c>']
)
def test_the_unusual_is_left_to_the_parser(odd: str) -> None:
    body = f'<row r="1"><c r="A1"><v>1</v></c></row>{odd}'
    assert _cut(body) == ([], b"".join(_sheet(body).blocks("sheet.xml")))


def test_a_long_sheet_is_read_in_stretches() -> None:
    rows = [f'<row r="{n}"><c r="A{n}" t="str"><v>{"é" * 40} {n}</v></c></row>' for n in range(1, 20_001)]
    rows[9_000] = "<row><c><v>9001</v></c></row>"
    body = "".join(rows)
    sheet = _parsed(_sheet(body), by_pattern=True)
    assert isinstance(sheet, dict)
    assert sheet == _parsed(_sheet(body), by_pattern=False)
    assert sheet["cells"][9_001, 1].value == 9_001


@pytest.mark.parametrize("at", [10, 9_000, 15_000])
@pytest.mark.parametrize("inside", ["", "</sheetData><sheetData>"])
def test_rows_in_a_comment_are_never_read_where_it_is_longer_than_a_stretch(at: int, inside: str) -> None:
    rows = [f'<row r="{n}"><c r="A{n}" t="str"><v>{"é" * 40} {n}</v></c></row>' for n in range(1, 20_001)]
    rows[at] = f"<!--{rows[at]}{inside}"
    rows[at + 4_000] += "-->"
    sheet = _parsed(_sheet("".join(rows)), by_pattern=True)
    assert isinstance(sheet, dict)
    assert sheet == _parsed(_sheet("".join(rows)), by_pattern=False)
    assert [row for row, _ in sheet["cells"]] == [*range(1, at + 1), *range(at + 4_002, 20_001)]


def test_rows_in_a_comment_before_the_first_one_are_never_read() -> None:
    sheet = '<row r="1"><c r="A1"><v>1</v></c></row>'
    raw = f"<worksheet {NS}><!-- <sheetData>{sheet}</sheetData> --><sheetData>{sheet.replace('1', '2')}</sheetData></worksheet>"
    found: list[CellText] = []
    rest = b"".join(without_usual_rows(iter([raw.encode()]), lambda cells, _: found.extend(cells)))
    assert (found, rest) == ([], raw.encode())


shared = st.one_of(
    escaped.map(lambda text: f"<si><t>{text}</t></si>"),
    escaped.map(lambda text: f'<si><t xml:space="preserve">{text}</t></si>'),
    st.sampled_from(
        [
            "<si/>",
            "<si><r><t>a</t></r><r><t>b</t></r></si>",
            "<si><t>a</t><rPh><t>b</t></rPh></si>",
            " ",
            "<si>",
            "<x/>",
        ]
    ),
)


@given(st.lists(shared, max_size=6).map("".join))
def test_shared_texts_are_those_of_the_parser(body: str) -> None:
    archive = _archive({"s.xml": f'<?xml version="1.0" encoding="UTF-8"?>\n<sst {NS} count="3">{body}</sst>'})
    found, tally = usual_texts(archive, "s.xml"), Tally("book.xlsx")
    strings = xlsx._SharedStrings(tally)
    try:
        parse(archive, "s.xml", strings, tally)
    except BlueprintError:
        assert found is None
    else:
        assert found is None or [unescaped(text) for text in found] == strings.found
