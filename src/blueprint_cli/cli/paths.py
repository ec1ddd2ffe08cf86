"""Which files a command line names: files, folders, globs."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from blueprint_cli.errors import BlueprintError
from blueprint_cli.source.globs import GitIgnored, matches
from blueprint_cli.source.nearby import near_path
from blueprint_cli.source.settings import repository_root

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

from blueprint_cli.source.settings import SettingsFile

ENDINGS = (".blueprint.yaml", ".blueprint.yml")
STANDARD_INPUT = "-"
_LEFT_OUT = ("node_modules", "__pycache__")


def blueprint_files(
    paths: Sequence[str],
    settings_of: Callable[[Path], SettingsFile | None] = lambda _: None,
    *,
    force_exclude: bool = False,
) -> list[str]:
    """The files that paths mean, in the order named and sorted within a folder; each file once.

    A folder means the blueprints below it, without hidden folders, what git ignores, and what the settings exclude; a
    glob is expanded where the shell did not. A file that is named itself is always meant, unless `force_exclude`.

    Raises:
        BlueprintError: a path leads nowhere.
    """
    found: dict[str, str] = {}
    for path in paths:
        for file in _meant(path, settings_of):
            if not (force_exclude and file != STANDARD_INPUT and _excluded(Path(file), settings_of)):
                # `m.yaml` and `./m.yaml` are one file, told under the name that came first.
                found.setdefault(file if file == STANDARD_INPUT else os.path.abspath(file), file)  # noqa: PTH100
    return list(found.values())


def _meant(path: str, settings_of: Callable[[Path], SettingsFile | None]) -> Iterator[str]:
    if path == STANDARD_INPUT:
        yield path
    elif Path(path).is_dir():
        yield from _below(path, settings_of)
    elif Path(path).exists():
        yield path
    elif any(sign in path for sign in "*?["):
        import glob

        found = sorted(glob.glob(path, recursive=True))  # noqa: PTH207 - a pattern may be absolute, which Path refuses
        if not found:
            raise BlueprintError(f"no file matches {path}", "look at it with ls, or name a folder")
        for match in found:
            yield from _meant(match, settings_of)
    else:
        raise BlueprintError(f"there is no file or folder {path}", near_path(Path(path), folders=True))


def _below(folder: str, settings_of: Callable[[Path], SettingsFile | None]) -> Iterator[str]:
    ignored = GitIgnored(repository_root(Path(folder)) or Path(folder).resolve())
    for here, folders, files in os.walk(folder):
        place = Path(here).resolve()
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".")
            and name not in _LEFT_OUT
            and not ignored.leaves_out(place / name, is_folder=True)
            and not _excluded(place / name, settings_of, is_folder=True)
        )
        for name in sorted(files):
            if (
                name.endswith(ENDINGS)
                and not ignored.leaves_out(place / name, is_folder=False)
                and not _excluded(place / name, settings_of)
            ):
                yield (Path(here) / name).as_posix()


def _excluded(
    path: Path, settings_of: Callable[[Path], SettingsFile | None], *, is_folder: bool = False
) -> bool:
    settings = settings_of(path.parent)
    return any(
        matches((*layer.exclude, *layer.lint.get("exclude", ())), layer.folder, path, is_folder=is_folder)
        for layer in (settings.layers() if settings else ())
    )
