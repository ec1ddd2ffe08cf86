"""From a path to a workbook, or to a refusal in words that say what the file really is."""

from __future__ import annotations

import gc
import io
import os
import re
import stat
from contextlib import contextmanager
from typing import TYPE_CHECKING

from blueprint_cli.errors import BlueprintError
from blueprint_cli.language.spelling import closest
from blueprint_cli.workbook.reading.archive import Archive
from blueprint_cli.workbook.reading.limits import MOST_BYTES, refused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from blueprint_cli.workbook.reading.cells import Book

ENDINGS = (".xlsx", ".xlsm", ".ods", ".csv", ".tsv")
_AS_XLSX = "open it there and save it as .xlsx"
_OLE, _ZIP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK"
_PROTECTED = "EncryptedPackage".encode("utf-16-le")
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
_DOWNLOAD = "in Google Sheets: File > Download > Microsoft Excel (.xlsx)"
_TEXTS = (
    (b"<!doctype html", "it is a web page, perhaps a saved link to a shared sheet", _DOWNLOAD),
    (b"<html", "it is a web page, perhaps a saved link to a shared sheet", _DOWNLOAD),
    (b"<table", "it is a web page, not a workbook", _AS_XLSX),
    (b"<?xml", "it is XML, not a workbook", _AS_XLSX),
    (b'{"', "it is a link to a shared sheet, not the sheet itself", _DOWNLOAD),
    (b"{\n", "it is a link to a shared sheet, not the sheet itself", _DOWNLOAD),
    (b"%pdf", "it is a PDF, not a workbook", "ask for the spreadsheet that it was made from"),
    (b"{\\rtf", "it is a text document, not a workbook", "ask for the spreadsheet"),
)
_A_BLUEPRINT = re.compile(rb"^(?:blueprint|catalog): ?1\s*(?:#.*)?$", re.MULTILINE)
_SAMPLE = 65_536
_LOCKS = ("~$", ".~lock.")
"""How the small files begin that Excel and LibreOffice put beside a workbook that is open."""
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF")


def read_book(path: Path, name: str = "", *, comments: bool = False) -> Book:
    """Read a workbook of any kind that people send, with the comments on its cells where they are wanted.

    Raises:
        BlueprintError: there is no such file, it is no workbook, or it is too large, protected or damaged.
    """
    named = name or path.as_posix()
    if path.name.startswith(_LOCKS):
        raise refused(
            named,
            "it is the lock of a workbook that is open, not the workbook",
            "close it there, and name the workbook",
        )
    book = book_of(_bytes(path, named), named, comments=comments)
    if any(path.with_name(lock).exists() for lock in (f"~${path.name}", f".~lock.{path.name}#")):
        book.notes.append("it is open in a spreadsheet program: what is not saved yet is not in it")
    return book


def book_of(raw: bytes, name: str, *, comments: bool = False) -> Book:
    """Read the bytes of a workbook.

    Raises:
        BlueprintError: as `read_book`.
    """
    if len(raw) > MOST_BYTES:
        raise refused(
            name, f"it is larger than {MOST_BYTES // 1_000_000} MB", "save the grid alone in a new workbook"
        )
    if not raw.strip(b" \t\r\n\0\xef\xbb\xbf"):
        raise refused(name, "the file is empty", "ask for it again: it was perhaps cut off on its way")
    if raw.startswith(_OLE):
        raise _old_or_protected(raw, name)
    with _uncollected():
        if raw.startswith(_ZIP):
            return _zipped(raw, name, comments=comments)
        _refuse_what_is_no_table(raw, name)
        from blueprint_cli.workbook.reading import delimited

        return delimited.read(raw, name)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Cells refer to nothing: the collector would walk all that were read so far, again and again, a fifth of the time."""
    runs = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if runs:
            gc.enable()


def _bytes(path: Path, name: str) -> bytes:
    try:
        with path.open("rb") as stream:
            if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                raise refused(name, "it is not a file", "name a workbook")
            return stream.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise BlueprintError(f"there is no file {name}", _near(path)) from None
    except IsADirectoryError:
        raise BlueprintError(f"{name} is a folder", "name a workbook in it") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise BlueprintError(f"{name} cannot be read: {reason}") from None


def _near(path: Path) -> str:
    try:
        names = sorted(entry.name for entry in path.parent.iterdir() if entry.name.endswith(ENDINGS))
    except OSError:
        return f"there is no folder {path.parent} either"
    near = closest(path.name, names)
    return f"did you mean {(path.parent / near).as_posix()}?" if near else ""


def _old_or_protected(raw: bytes, name: str) -> BlueprintError:
    if _PROTECTED in raw:
        return refused(name, "it is protected by a password", "save it without one")
    return refused(
        name, "it is an old .xls workbook, or protected by a password", "save it as .xlsx without password"
    )


def _zipped(raw: bytes, name: str, *, comments: bool) -> Book:
    archive = Archive(io.BytesIO(raw), name)
    kind = archive.head("mimetype", 200)
    if kind.startswith(_ODS):
        from blueprint_cli.workbook.reading import ods

        return ods.read(archive, comments=comments)
    if kind.startswith(_OPEN_DOCUMENT):
        raise refused(
            name, "it is an OpenDocument file, but not a spreadsheet", "save the table as .xlsx or .ods"
        )
    if any(part.startswith("Index/") and part.endswith(".iwa") for part in archive.parts):
        raise refused(name, "it is a Numbers document", "in Numbers: File > Export To > Excel")
    if "xl/workbook.bin" in archive.parts:
        raise refused(name, "it is a binary .xlsb workbook", "save it as .xlsx")
    for folder, what in (("word/", "a Word document"), ("ppt/", "a PowerPoint presentation")):
        if any(part.startswith(folder) for part in archive.parts):
            raise refused(name, f"it is {what}, not a workbook", "ask for the spreadsheet")
    if not any(part.startswith("xl/") for part in archive.parts) and "_rels/.rels" not in archive.parts:
        raise refused(
            name, "it is a zip archive without a workbook in it", "unpack it, and name the workbook"
        )
    from blueprint_cli.workbook.reading import xlsx

    return xlsx.read(archive, comments=comments)


def _refuse_what_is_no_table(raw: bytes, name: str) -> None:
    if raw.startswith(_PICTURES):
        raise refused(
            name, "it is a picture, not a workbook", "ask for the spreadsheet that it was made from"
        )
    start = raw[:400].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    for mark, what, help_line in _TEXTS:
        if start.startswith(mark):
            raise refused(name, what, help_line)
    if _A_BLUEPRINT.search(raw[:_SAMPLE]):
        help_line = "name the workbook first, and the blueprint after --into"
        raise refused(name, "it is a blueprint, not a workbook", help_line)
    if (
        not name.lower().endswith(ENDINGS[3:])
        and b"\0" in raw[:4096]
        and not raw.startswith((b"\xff\xfe", b"\xfe\xff"))
    ):
        raise refused(name, "it is not a workbook", f"the kinds that can be read: {', '.join(ENDINGS)}")
