"""The zip around a workbook, checked before anything in it is read."""

from __future__ import annotations

import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from blueprint_cli.workbook.reading.limits import (
    MOST_DIRECTORY_BYTES,
    MOST_PARTS,
    MOST_READ,
    MOST_UNPACKED,
    NOT_OURS,
    refused,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

DAMAGED = "open it in a spreadsheet program and save it again as .xlsx"
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BLOCK = 65_536
_LOCAL_HEADER = 30
_END, _LOCATOR, _END_64 = b"PK\x05\x06", b"PK\x06\x07", b"PK\x06\x06"
_END_SIZE, _LOCATOR_SIZE, _END_64_SIZE, _MOST_COMMENT = 22, 20, 56, 65_535
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    KeyError,
    NotImplementedError,
    RuntimeError,
    OverflowError,
    UnicodeDecodeError,
    ValueError,
)


class Archive:
    """The parts of a zip file, each read in blocks and counted while it is.

    Attributes:
        name: the file, for messages.
        parts: the names of its parts.
        sizes: how many bytes each claims to have.
    """

    def __init__(self, stream: BinaryIO, name: str) -> None:
        """Open it.

        Raises:
            BlueprintError: it is damaged, encrypted, too large, or made to harm.
        """
        self.name = name
        self._read = 0
        _check_directory(stream, name)
        try:
            self._zip = zipfile.ZipFile(stream)
        except _BROKEN:
            raise refused(name, "the file is damaged", DAMAGED) from None
        self.parts = _checked(self._zip.infolist(), name)
        self.sizes = {entry.filename: entry.file_size for entry in self._zip.infolist()}

    def blocks(self, part: str) -> Iterator[bytes]:
        """The bytes of a part, block by block; the header's size is not trusted.

        Raises:
            BlueprintError: it is damaged or too large.
        """
        try:
            with self._zip.open(part) as stream:
                while block := stream.read(_BLOCK):
                    self._read += len(block)
                    if self._read > MOST_READ:
                        why = f"with {part} it unpacks to more than {MOST_READ // 1_000_000} MB of cells"
                        raise refused(self.name, why, NOT_OURS)
                    yield block
        except _BROKEN:
            raise refused(self.name, f"the file is damaged in {part}", DAMAGED) from None

    def head(self, part: str, length: int) -> bytes:
        """The first bytes of a part; empty where there is none."""
        if part not in self.parts:
            return b""
        return next(self.blocks(part), b"")[:length]


def _check_directory(stream: BinaryIO, name: str) -> None:
    """The size of the list of parts: zipfile reads all of it before it can be asked how long it is."""
    stream.seek(0, 2)
    size = stream.tell()
    start = max(0, size - _END_SIZE - _MOST_COMMENT - _LOCATOR_SIZE)
    stream.seek(start)
    tail = stream.read()
    at = tail.rfind(_END)
    if at < 0 or len(tail) < at + _END_SIZE:
        raise refused(name, "the file is damaged: its end is missing", DAMAGED)
    listed = struct.unpack_from("<L", tail, at + 12)[0]
    locator = at - _LOCATOR_SIZE
    if locator >= 0 and tail[locator : locator + 4] == _LOCATOR:
        stream.seek(min(struct.unpack_from("<Q", tail, locator + 8)[0], size))
        record = stream.read(_END_64_SIZE)
        if len(record) < _END_64_SIZE or record[:4] != _END_64:
            raise refused(name, "the file is damaged: its end is missing", DAMAGED)
        listed = struct.unpack_from("<Q", record, 40)[0]
    if listed > MOST_DIRECTORY_BYTES:
        raise refused(name, f"more than {MOST_PARTS} parts", NOT_OURS)
    stream.seek(0)


def _checked(entries: list[zipfile.ZipInfo], name: str) -> frozenset[str]:
    if len(entries) > MOST_PARTS:
        raise refused(name, f"more than {MOST_PARTS} parts", NOT_OURS)
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise refused(name, f"it unpacks to more than {MOST_UNPACKED // 1_000_000} MB", NOT_OURS)
    found: set[str] = set()
    end = -1
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset < end:
            raise refused(
                name, "parts of the file overlap: it is damaged, or made to harm", "ask for it again"
            )
        end = entry.header_offset + _LOCAL_HEADER + entry.compress_size
        if entry.filename in found:
            raise refused(name, f"it holds {entry.filename} twice", DAMAGED)
        if entry.flag_bits & 1:
            raise refused(name, "it is protected by a password", "save it without one")
        if entry.compress_type not in _METHODS:
            raise refused(name, "it is packed in an unusual way", DAMAGED)
        found.add(entry.filename)
    return frozenset(found)
