"""LibreOffice as a client: edits of a workbook as lines of Basic, all of them made by one process."""

from __future__ import annotations

import subprocess
from pathlib import Path
from xml.sax.saxutils import escape

FILTERS = {".xlsx": "Calc MS Excel 2007 XML", ".ods": "calc8"}
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">{code}</script:module>
"""
_BASIC = """
Function Named(name As String, value) As Object
  Dim found As New com.sun.star.beans.PropertyValue
  found.Name = name : found.Value = value : Named = found
End Function
Function Cell(sheet As Object, name As String) As Object
  Cell = sheet.getCellRangeByName(name)
End Function
Sub Cut(sheet As Object, source As String, target As String)
  sheet.moveRange(Cell(sheet, target).CellAddress, Cell(sheet, source).RangeAddress)
End Sub
Sub SortBy(sheet As Object, area As String, column As Integer)
  Dim fields(0) As New com.sun.star.table.TableSortField
  Dim how(1) As New com.sun.star.beans.PropertyValue
  fields(0).Field = column : fields(0).IsAscending = False
  how(0).Name = "SortFields" : how(0).Value = fields()
  how(1).Name = "ContainsHeader" : how(1).Value = False
  Cell(sheet, area).sort(how())
End Sub
Sub Copy(sheet As Object, source As String, target As String)
  sheet.copyRange(Cell(sheet, target).CellAddress, Cell(sheet, source).RangeAddress)
End Sub
"""
_EDIT = """
Sub Edit{number}
  Dim book As Object, grid As Object, sheet As Object
  book = StarDesktop.loadComponentFromURL("{source}", "_blank", 0, Array(Named("Hidden", True)))
  grid = book.Sheets.getByName("Blueprint")
{lines}
  book.storeToURL("{target}", Array(Named("FilterName", "{filter}")))
  book.close(True)
End Sub
"""


def edit(soffice: str, profile: Path, jobs: list[tuple[Path, list[str], Path]]) -> None:
    """Open each workbook, run its lines (`grid` is the sheet Blueprint, `book` the document), and save it."""
    subs = [
        _EDIT.format(
            number=number,
            source=source.as_uri(),
            target=target.as_uri(),
            filter=FILTERS[target.suffix],
            lines="\n".join(f"  {line}" for line in lines),
        )
        for number, (source, lines, target) in enumerate(jobs)
    ]
    main = "Sub Main\n" + "".join(f"  Edit{number}\n" for number in range(len(jobs))) + "End Sub\n"
    _run(soffice, profile, "--terminate_after_init")  # a new profile overwrites the library that it finds
    module = profile / "user/basic/Standard/Module1.xba"
    module.write_text(_MODULE.format(code=escape(_BASIC + "".join(subs) + main)), encoding="utf-8")
    _run(soffice, profile, "macro:///Standard.Module1.Main")


def _run(soffice: str, profile: Path, *arguments: str) -> None:
    environment = f"-env:UserInstallation={profile.as_uri()}"
    command = [soffice, environment, "--headless", "--norestore", *arguments]
    subprocess.run(command, check=False, timeout=300, capture_output=True)
