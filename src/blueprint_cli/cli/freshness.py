"""Whether a picture or a workbook that stands beside a map is still what the map gives: `render --check`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from blueprint_cli.errors import BlueprintError

if TYPE_CHECKING:
    from pathlib import Path

_TEXTS = frozenset((".svg", ".dot", ".gv", ".md", ".markdown", ".csv", ".tsv", ".txt"))
_BOOKS = frozenset((".xlsx", ".ods"))


def check_fresh(file: str, target: Path | None, content: bytes) -> int:
    """Say whether a file is stale, and write nothing; the exit code.

    Line ends of texts do not count, since git may turn them, nor does how the parts of a workbook are packed.

    Args:
        file: the map, for the message.
        target: the file that was made of it.
        content: what the map gives now.

    Raises:
        BlueprintError: there is no target to look at, or it cannot be read.
    """
    if target is None:
        raise BlueprintError("there is no file to check", "name it with -o")
    if not target.exists():
        reason = "is missing"
    else:
        try:
            there = target.read_bytes()
        except OSError as error:
            raise BlueprintError(f"{target} cannot be read: {error.strerror or error}") from None
        if _parts(there, target.suffix) == _parts(content, target.suffix):
            return 0
        reason = f"is stale: {file} gives something else now"
    sys.stdout.write(f"{target.as_posix()} {reason}\n")
    return 1


def _parts(content: bytes, suffix: str) -> object:
    """What counts of a file's bytes."""
    if suffix.lower() in _TEXTS:
        return content.replace(b"\r\n", b"\n")
    if suffix.lower() in _BOOKS:
        import zipfile
        from io import BytesIO

        try:
            with zipfile.ZipFile(BytesIO(content)) as archive:
                return {name: archive.read(name) for name in archive.namelist()}
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError):
            return content
    return content
