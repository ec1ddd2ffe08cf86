"""From a path or bytes to a Document; whatever the bytes, nothing but `Unreadable` comes back as trouble."""

from __future__ import annotations

import os
import re
import stat
from typing import TYPE_CHECKING, Any

from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

from blueprint_cli.errors import BlueprintError
from blueprint_cli.findings import Problem
from blueprint_cli.source.building import SYNTAX, Unreadable, build
from blueprint_cli.source.document import Document
from blueprint_cli.source.nearby import near_path

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["MOST_BYTES", "PurePythonEvents", "Unreadable", "read", "read_bytes", "read_raw", "read_text"]

MOST_BYTES = 4_000_000
_MARK = b"\xef\xbb\xbf"
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_WIDE_ASCII = re.compile(rb"[^\0]\0[^\0]?\0")
_SEPARATORS = "\x85\u2028\u2029\ufeff"
_SAVE_AS = "save the file as UTF-8"
_ARCHIVE_MARK = b"PK\x03\x04"
_HOW_WORKBOOKS_RETURN = "`blueprint import` brings the edits of a workbook into a blueprint"


class PurePythonEvents(Reader, Scanner, Parser):
    """PyYAML's own source of events, for Pythons without libyaml; about eight times slower."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)


def _fastest_events() -> Any:
    try:
        from yaml._yaml import CParser
    except ImportError:
        return PurePythonEvents
    return CParser


EVENTS = _fastest_events()


def read(path: Path) -> Document:
    """Read a file.

    Raises:
        BlueprintError: there is no such file, it is no regular file, or it cannot be read.
        Unreadable: its content is not a blueprint's YAML.
    """
    return read_bytes(read_raw(path), path.as_posix())


def read_raw(path: Path) -> bytes:
    """The bytes of a file, one more than the most that a blueprint may have at most.

    Raises:
        BlueprintError: there is no such file, it is no regular file, or it cannot be read.
    """
    try:
        with path.open("rb") as stream:
            if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                raise BlueprintError(f"{path} is not a file", "name a blueprint file")
            return stream.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise BlueprintError(f"there is no file {path}", near_path(path)) from None
    except IsADirectoryError:
        raise BlueprintError(f"{path} is a folder", "name a blueprint file in it") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise BlueprintError(f"{path} cannot be read: {reason}") from None


def read_bytes(raw: bytes, name: str) -> Document:
    """Read the bytes of a file of that name.

    Raises:
        Unreadable: they are not UTF-8, too many, or not a blueprint's YAML.
    """
    if len(raw) > MOST_BYTES:
        raise _unreadable(
            "",
            name,
            f"the file is larger than {MOST_BYTES // 1_000_000} MB",
            "no blueprint is: make several files of it",
            0,
        )
    if raw.startswith(_WIDE_MARKS) or _WIDE_ASCII.match(raw):
        raise _unreadable("", name, "the file is in UTF-16 or UTF-32", _SAVE_AS, 0)
    if raw.startswith(_ARCHIVE_MARK):
        raise _unreadable(
            "", name, "this is a workbook or another archive, not YAML", _HOW_WORKBOOKS_RETURN, 0
        )
    body = raw.removeprefix(_MARK)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        good = body[: error.start].decode("utf-8")
        raise _unreadable(
            f"{good}\ufffd", name, f"the byte 0x{body[error.start]:02X} is not UTF-8", _SAVE_AS, len(good)
        ) from None
    return read_text(text, name, byte_order_mark=len(body) < len(raw))


def read_text(
    text: str, name: str = "<text>", *, byte_order_mark: bool = False, events: Any = None
) -> Document:
    """Read a text.

    Args:
        text: the characters, line ends untouched.
        name: the name for reports.
        byte_order_mark: whether the file began with one.
        events: the source of events; the fastest there is by default.

    Raises:
        Unreadable: it is not a blueprint's YAML.
    """
    nul = text.find("\0")
    if nul >= 0:
        raise _unreadable(text, name, "a NUL character, U+0000", "remove it: nobody can see it", nul)
    # libyaml breaks lines at some of these characters, editors do not.
    at = min((place for sign in _SEPARATORS if (place := text.find(sign)) >= 0), default=-1)
    if at >= 0:
        message = f"an invisible character, U+{ord(text[at]):04X}"
        raise _unreadable(text, name, message, "replace it by a space or a line break", at)
    return build(Document(text, name, byte_order_mark=byte_order_mark), events or EVENTS)


def _unreadable(text: str, name: str, message: str, help_line: str, at: int) -> Unreadable:
    return Unreadable(Document(text, name), Problem(message, help=help_line, code=SYNTAX, span=(at, at + 1)))
