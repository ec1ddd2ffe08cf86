"""Which files a command line names: files, folders, globs."""

from __future__ import annotations

import glob
import os
from pathlib import Path
from typing import TYPE_CHECKING

from blueprint_cli.errors import BlueprintError
from blueprint_cli.language.spelling import closest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ENDINGS = (".blueprint.yaml", ".blueprint.yml")
STANDARD_INPUT = "-"
_LEFT_OUT = ("node_modules", "__pycache__")


def blueprint_files(paths: Sequence[str]) -> list[str]:
    """The files that paths mean, in the order named and sorted within a folder; each file once.

    A folder means the blueprints below it, hidden folders left out; a glob is expanded where the shell did not.

    Raises:
        BlueprintError: a path leads nowhere.
    """
    found: dict[str, None] = {}
    for path in paths:
        found.update(dict.fromkeys(_meant(path)))
    return list(found)


def _meant(path: str) -> Iterator[str]:
    if path == STANDARD_INPUT:
        yield path
    elif Path(path).is_dir():
        yield from _below(path)
    elif Path(path).exists():
        yield path
    elif glob.has_magic(path):
        matches = sorted(glob.glob(path, recursive=True))  # noqa: PTH207 - a pattern may be absolute, which Path refuses
        if not matches:
            raise BlueprintError(f"no file matches {path}", "look at it with ls, or name a folder")
        for match in matches:
            yield from _meant(match)
    else:
        raise BlueprintError(f"there is no file or folder {path}", _near(path))


def _below(folder: str) -> Iterator[str]:
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _LEFT_OUT)
        for name in sorted(files):
            if name.endswith(ENDINGS):
                yield (Path(here) / name).as_posix()


def _near(path: str) -> str:
    parent = Path(path).parent
    try:
        names = sorted(
            entry.name
            for entry in parent.iterdir()
            if entry.is_dir() or entry.name.endswith((".yaml", ".yml"))
        )
    except OSError:
        return f"there is no folder {parent} either"
    near = closest(Path(path).name, names)
    return f"did you mean {(parent / near).as_posix()}?" if near else ""
