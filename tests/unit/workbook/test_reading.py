"""Workbooks from outside: read in one pass, or refused in clear words, within little time and memory."""

from __future__ import annotations

import importlib.util
import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from blueprint_cli.errors import BlueprintError
from blueprint_cli.workbook.reading.cells import Cell, cell_name, column_number, letters
from blueprint_cli.workbook.reading.opening import book_of, read_book


def _hostile() -> Any:
    spec = importlib.util.spec_from_file_location("hostile", Path(__file__).with_name("hostile.py"))
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


hostile = _hostile()
MOST_SECONDS, MOST_BYTES = 1, 100_000_000
_BOUNDED = """
import resource, sys, time
resource.setrlimit(resource.RLIMIT_CPU, ({seconds} + 1, {seconds} + 1))
from pathlib import Path
from blueprint_cli.errors import BlueprintError
from blueprint_cli.workbook.reading.opening import read_book
try:
    print("read", [len(sheet.cells) for sheet in read_book(Path(sys.argv[1]), "book").sheets])
except BlueprintError as error:
    print("refused", error.message)
print(time.process_time())
# What getrusage tells includes the process that this one was forked from.
status = Path("/proc/self/status")
peak = [line for line in status.read_text().splitlines() if line.startswith("VmHWM")] if status.exists() else []
print(int(peak[0].split()[1]) * 1024 if peak else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def bounded(raw: bytes, folder: Path) -> str:
    """What a fresh process says of a file, within the ceilings of CPU time and memory."""
    path = folder / "book"
    path.write_bytes(raw)
    code = _BOUNDED.format(seconds=MOST_SECONDS)
    result = subprocess.run(
        [sys.executable, "-c", code, str(path)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={
            key: value for key, value in os.environ.items() if not key.startswith("COV")
        },  # measuring costs time
    )
    assert result.returncode == 0, result.stderr[-500:]
    said, seconds, memory = result.stdout.splitlines()
    assert float(seconds) < MOST_SECONDS
    assert int(memory) < MOST_BYTES
    return said


@pytest.mark.parametrize("what", hostile.REFUSED)
def test_hostile_files_are_refused(what: str, tmp_path: Path) -> None:
    make, words = hostile.REFUSED[what]
    said = bounded(make(), tmp_path)
    assert said.startswith("refused book: ")
    assert any(word in said for word in words.split("|")), said


@pytest.mark.parametrize("what", hostile.HARMLESS)
def test_odd_files_are_harmless(what: str, tmp_path: Path) -> None:
    assert bounded(hostile.HARMLESS[what](), tmp_path).startswith("read")


KINDS = {
    "an empty file": (b"", "the file is empty"),
    "blanks": (b" \r\n\0", "the file is empty"),
    "an old .xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "it is an old .xls workbook"),
    "a password": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "it is protected by a password",
    ),
    "a saved link": (b"<!DOCTYPE html><html><body>", "it is a web page, perhaps a saved link"),
    "a link of Google Drive": (
        b'{"url": "https://docs.google.com/open?id=1"}',
        "it is a link to a shared sheet",
    ),
    "Numbers": (hostile.zipped({"Index/Document.iwa": b"x"}), "it is a Numbers document"),
    "xlsb": (hostile.zipped({"xl/workbook.bin": b"x"}), "it is a binary .xlsb workbook"),
    "Word": (hostile.zipped({"word/document.xml": "<x/>", "_rels/.rels": "<x/>"}), "it is a Word document"),
    "a zip": (hostile.zipped({"a.txt": "a"}), "it is a zip archive without a workbook"),
    "another OpenDocument": (
        hostile.zipped({"mimetype": "application/vnd.oasis.opendocument.text"}),
        "it is an OpenDocument file, but not a spreadsheet",
    ),
    "a protected .ods": (
        hostile.zipped(
            {
                "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
                "META-INF/manifest.xml": "<manifest:encryption-data/>",
                "content.xml": b"\1\2",
            }
        ),
        "it is protected by a password",
    ),
    "PDF": (b"%PDF-1.7", "it is a PDF"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0", "it is a picture"),
    "a blueprint": (b"blueprint: 1\ntitle: T\n", "it is a blueprint, not a workbook"),
    "noise": (b"\x7fELF\0\0\1", "it is not a workbook"),
}


@pytest.mark.parametrize("what", KINDS)
def test_what_is_no_workbook_is_called_by_its_name(what: str) -> None:
    raw, words = KINDS[what]
    with pytest.raises(BlueprintError) as caught:
        book_of(raw, "client.bin")
    assert caught.value.message.startswith(f"client.bin: {words}")
    assert "\n" not in caught.value.message + caught.value.help
    assert caught.value.help


def test_a_missing_file_offers_its_neighbour(tmp_path: Path) -> None:
    (tmp_path / "client.xlsx").write_bytes(b"x")
    with pytest.raises(BlueprintError) as caught:
        read_book(tmp_path / "clinet.xlsx")
    assert caught.value.help == f"did you mean {(tmp_path / 'client.xlsx').as_posix()}?"
    with pytest.raises(BlueprintError, match="is a folder"):
        read_book(tmp_path)


def _saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_values_formulas_states_and_merges() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Grille"
    values: list[Any] = ["été", "_x005F_x0041_", 12, 1.5, True, "=A1", " a\nb "]
    for row, value in enumerate(values, 1):
        sheet.cell(row, 2).value = value
    sheet.merge_cells("A1:C1")
    book.create_sheet("_bp").sheet_state = "veryHidden"
    found = book_of(_saved(book), "b.xlsx")
    grid = found.sheets[0]
    assert grid.title == "Grille"
    assert [grid.value(row, 2) for row in range(2, 6)] == ["_x0041_", 12, 1.5, True]
    assert grid.cells[6, 2] == Cell(None, "A1")
    assert grid.text(7, 2) == "a\nb"
    assert grid.merges[0] == (1, 1, 1, 3)
    assert [sheet.state for sheet in found.sheets] == ["visible", "very hidden"]
    assert found.sheet("GRILLE") is grid


def test_macros_and_links_are_ignored_and_said() -> None:
    more = {"xl/vbaProject.bin": b"x", "xl/externalLinks/externalLink1.xml": "<x/>"}
    found = book_of(hostile.book(hostile.sheet(hostile.ROW), more), "b.xlsm")
    assert found.notes == ["it holds macros: ignored", "it holds links to other workbooks: ignored"]
    assert found.sheets[0].text(1, 1) == "hi"


def test_phonetic_guides_are_no_text() -> None:
    row = '<row r="1"><c r="A1" t="inlineStr"><is><r><t>東</t></r><rPh sb="0" eb="1"><t>ひがし</t></rPh><r><t>京</t></r></is></c></row>'
    assert book_of(hostile.book(hostile.sheet(row)), "b.xlsx").sheets[0].text(1, 1) == "東京"


ODS = """<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s"><office:automatic-styles>
<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style></office:automatic-styles>
<office:body><office:spreadsheet><table:table table:name="Grille">
<table:table-row><table:table-cell office:value-type="string"><office:annotation><text:p>a note</text:p></office:annotation><text:p>un<text:s text:c="2"/>deux</text:p><text:p>trois</text:p></table:table-cell>
<table:table-cell table:number-columns-repeated="2"/><table:table-cell office:value-type="float" office:value="-2" table:number-columns-repeated="2"><text:p>-2</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>
<table:table-row><table:table-cell table:formula="of:=[$Grille.$A$1]" office:value-type="string" table:number-columns-spanned="2"><text:p>x</text:p></table:table-cell><table:covered-table-cell/>
<table:table-cell office:value-type="date" office:date-value="2027-01-31"><text:p>31/01/27</text:p></table:table-cell></table:table-row>
</table:table><table:table table:name="_bp" table:style-name="ta2"/></office:spreadsheet></office:body></office:document-content>"""


def test_opendocument() -> None:
    raw = hostile.zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": ODS})
    found = book_of(raw, "b.ods")
    grid = found.sheets[0]
    assert grid.cells == {
        (1, 1): Cell("un  deux\ntrois"),
        (1, 4): Cell(-2),
        (1, 5): Cell(-2),
        (5, 1): Cell("x", "of:=[$Grille.$A$1]"),
        (5, 3): Cell("2027-01-31", said="31/01/27"),
    }
    assert grid.merges == [(5, 1, 5, 2)]
    assert [sheet.state for sheet in found.sheets] == ["visible", "hidden"]


@pytest.mark.parametrize(
    ("raw", "cells"),
    [
        (b"a;b\n1,5;c\n", {(1, 1): "a", (1, 2): "b", (2, 1): "1,5", (2, 2): "c"}),
        ('\ufeffé,b\n"x\ny",c\n'.encode(), {(1, 1): "é", (1, 2): "b", (2, 1): "x\ny", (2, 2): "c"}),
        ("é;b\n".encode("cp1252"), {(1, 1): "é", (1, 2): "b"}),
        ("\ufeffa\tb\n".encode("utf-16-le"), {(1, 1): "a", (1, 2): "b"}),
        (b"a,'=1+1\n", {(1, 1): "a", (1, 2): "=1+1"}),
    ],
)
def test_delimited_tables(raw: bytes, cells: dict[tuple[int, int], str]) -> None:
    assert {place: cell.value for place, cell in book_of(raw, "t.csv").sheets[0].cells.items()} == cells


def test_cells_have_names() -> None:
    assert [letters(column) for column in (1, 26, 27, 702, 703, 16_384)] == [
        "A",
        "Z",
        "AA",
        "ZZ",
        "AAA",
        "XFD",
    ]
    assert all(column_number(letters(column)) == column for column in range(1, 1_000))
    assert cell_name("Blueprint", 14, 7) == "Blueprint!G14"
    assert cell_name("Grille du client (l'été)", 1, 1) == "'Grille du client (l''été)'!A1"


def test_a_damaged_zip_is_told(tmp_path: Path) -> None:
    raw = bytearray(hostile.book(hostile.sheet(hostile.ROW * 200)))
    with zipfile.ZipFile(io.BytesIO(bytes(raw))) as archive:
        offset = archive.getinfo(hostile.SHEET).header_offset
    raw[offset + 60 : offset + 90] = bytes(30)
    with pytest.raises(BlueprintError, match="the file is damaged"):
        book_of(bytes(raw), "b.xlsx")
