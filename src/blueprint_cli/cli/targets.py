"""Where a command line asks to write: told before any work is done, and before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.errors import BlueprintError

if TYPE_CHECKING:
    from pathlib import Path


def must_be_writable(target: Path, example: str) -> None:
    """Refuse a target that is a folder, or whose folder is not there.

    Args:
        target: the file to write.
        example: a file name to propose where the target is a folder.

    Raises:
        BlueprintError: nothing can be written there.
    """
    if target.is_dir():
        raise BlueprintError(
            f"{target.as_posix()} is a folder", f"name a file in it, as in {(target / example).as_posix()}"
        )
    if not target.parent.is_dir():
        raise BlueprintError(
            f"there is no folder {target.parent.as_posix()}", "make it first, or name another one"
        )
