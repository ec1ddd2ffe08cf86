"""Writing files whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Write the content to a temporary file beside the path, then rename it: a reader sees the old file or the new one.

    The mode of a file that is replaced stays.

    Raises:
        OSError: the folder does not exist, is not writable, or the disk is full; it names the path, and the old file
            is untouched.
    """
    try:
        _replace(path, content)
    except OSError as error:
        error.filename, error.filename2 = str(path), None  # the temporary file's name tells nobody anything
        raise


def _replace(path: Path, content: bytes) -> None:
    handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(temporary).chmod(path.stat().st_mode & 0o7777 if path.exists() else 0o666 & ~_mask())
        Path(temporary).replace(path)
    finally:
        Path(temporary).unlink(missing_ok=True)  # it is gone already where all went well


def _mask() -> int:
    # There is no way to read the mask but to set it.
    mask = os.umask(0)
    os.umask(mask)
    return mask
