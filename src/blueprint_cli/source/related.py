"""Looking for the maps around a map: its parent, and the files beside it that name it as theirs."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from os.path import relpath
from pathlib import Path
from typing import TYPE_CHECKING

from blueprint_cli.errors import BlueprintError
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.model.related import Neighbour, Related, neighbour_of
from blueprint_cli.source.loading import load

if TYPE_CHECKING:
    from collections.abc import Iterator

_PATTERNS = ("*.blueprint.yaml", "*.blueprint.yml")
_NAMES_A_PARENT = re.compile(rb"^[\"']?parent[\"']?[ \t]*:", re.MULTILINE)
MOST_BYTES = 4_000_000


def related(blueprint: Blueprint, path: Path) -> Related:
    """The parent that the map names, with its title, and the maps beside it and one folder below that name it.

    A file that cannot be read is passed by: what is drawn of a map does not hang on its neighbours being sound.
    """
    return Related(_parent(blueprint, path.parent), tuple(_children(path)))


def _parent(blueprint: Blueprint, folder: Path) -> Neighbour | None:
    if not blueprint.parent:
        return None
    named = neighbour_of(blueprint.parent)
    found = _read(folder / named.file)
    if found is None:
        return named
    title = next((step.title for step in found.steps if named.step and step.id == named.step), None)
    return replace(named, title=found.title, step_title=title or "")


def _children(path: Path) -> Iterator[Neighbour]:
    folder = path.parent
    for candidate in _candidates(folder):
        if _names_a_parent(candidate) and candidate.resolve() != path.resolve():
            child = _read(candidate)
            if child is None or not child.parent:
                continue
            named = neighbour_of(child.parent)
            if (candidate.parent / named.file).resolve() == path.resolve():
                file = Path(relpath(candidate, folder)).as_posix()
                yield Neighbour(file, named.step, child.title)


def _candidates(folder: Path) -> list[Path]:
    with suppress(OSError):
        return sorted(
            found
            for pattern in _PATTERNS
            for found in (*folder.glob(pattern), *folder.glob(f"*/{pattern}"))
            if found.is_file()
        )
    return []


def _names_a_parent(path: Path) -> bool:
    """Whether a look at its text is worth reading it as a map: most files have no parent."""
    with suppress(OSError):
        if path.stat().st_size <= MOST_BYTES:
            return _NAMES_A_PARENT.search(path.read_bytes()) is not None
    return False


def _read(path: Path) -> Blueprint | None:
    with suppress(BlueprintError, ValueError, OSError):  # a path may hold what no file can be called
        root = load(path).root
        return root if isinstance(root, Blueprint) else None
    return None
