"""Did you mean: the file or folder beside one that is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.language.spelling import closest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_ENDINGS = (".blueprint.yaml", ".blueprint.yml", ".yaml", ".yml")


def near_path(path: Path, *, folders: bool = False) -> str:
    """The way out for a path that leads nowhere: a name that is near in its folder, or its name in a folder that is near.

    Endings do not count: every blueprint has the same one, and it would make any two short names alike.

    Args:
        path: what was asked for.
        folders: whether a folder could have been meant.
    """
    parent = path.parent
    try:
        near = closest(_bare(path.name), map(_bare, names := sorted(_names(parent, folders=folders))))
        found = next((parent / name for name in names if _bare(name) == near), None)
    except OSError:
        found = _in_another_folder(path)
        if found is None:
            return f"there is no folder {parent.as_posix()} either"
    return f"did you mean {found.as_posix()}?" if found else ""


def _names(parent: Path, *, folders: bool) -> Iterator[str]:
    for entry in parent.iterdir():
        if entry.name.endswith(_ENDINGS) or (folders and entry.is_dir()):
            yield entry.name


def _in_another_folder(path: Path) -> Path | None:
    """The same name in the folder that was probably meant."""
    try:
        beside = [entry.name for entry in path.parent.parent.iterdir() if (entry / path.name).exists()]
    except OSError:
        return None
    near = closest(path.parent.name, sorted(beside))
    return path.parent.parent / near / path.name if near else None


def _bare(name: str) -> str:
    return next((name.removesuffix(ending) for ending in _ENDINGS if name.endswith(ending)), name)
