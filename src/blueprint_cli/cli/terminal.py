"""What the terminal can show: its width, whether it takes colour, and progress on long work."""

from __future__ import annotations

import os
import shutil
import sys
import time
from typing import TYPE_CHECKING, TextIO, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

T = TypeVar("T")

NARROWEST, WIDTH_WHEN_PIPED = 40, 80
_PATIENCE_S = 1.0
_heard: dict[str, str] = {}


def width() -> int:
    """Columns to write for: `COLUMNS`, else the terminal's, else 80."""
    return max(NARROWEST, shutil.get_terminal_size((WIDTH_WHEN_PIPED, 24)).columns)


def takes_color(stream: TextIO | None = None) -> bool:
    """True when escape codes are welcome: `NO_COLOR` and `FORCE_COLOR` first, else a terminal that is not dumb."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return (stream or sys.stdout).isatty() and os.environ.get("TERM") != "dumb"


def hear_encoding(encoding: str | None) -> None:
    """Remember what standard output was set to, before everything is written in UTF-8."""
    _heard["stdout"] = encoding or ""


def takes_unicode() -> bool:
    """Whether standard output was set to an encoding that has box characters; True when nobody knows."""
    try:
        "─│█✗▸".encode(_heard.get("stdout") or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def notice(sentence: str) -> None:
    """Say something on standard error, so that data on standard output stay clean."""
    sys.stderr.write(f"blueprint: {sentence}\n")


def with_progress(items: Iterable[T], total: int, doing: str) -> Iterator[T]:
    """The items one by one; after a second of work a terminal sees how far it is."""
    if not sys.stderr.isatty():
        yield from items
        return
    start = time.monotonic()
    for done, item in enumerate(items):
        if time.monotonic() - start > _PATIENCE_S:
            _show(f"{doing} {done} of {total}")
        yield item
    if time.monotonic() - start > _PATIENCE_S:
        _show("")


def progress(doing: str) -> Callable[[int, int], None]:
    """To be told how much of some work is done, of how much; after a second of it a terminal sees how far it is."""
    start = time.monotonic()

    def told(done: int, total: int) -> None:
        if sys.stderr.isatty() and time.monotonic() - start > _PATIENCE_S:
            _show("" if done >= total else f"{doing} {done} of {total}")

    return told


def _show(text: str) -> None:
    """The text in place of the line that stands there; a terminal without control codes gets blanks behind it."""
    rest = "\x1b[K" if takes_color(sys.stderr) else " " * max(NARROWEST - len(text) - 1, 0)
    sys.stderr.write(f"\r{text}{rest}" if text else f"\r{rest}\r")
    sys.stderr.flush()
