"""Which files a pattern means, as git reads patterns: `sketches/*`, `**/old`, `!keep.blueprint.yaml`."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

GIT_IGNORE = ".gitignore"


def matches(patterns: Sequence[str], folder: Path, path: Path, *, is_folder: bool = False) -> bool:
    """True when one of the patterns, relative to a folder, means the path; the last one that says something decides."""
    return bool(patterns) and _verdict(_spec(tuple(patterns)), folder, path, is_folder=is_folder) is True


class GitIgnored:
    """What `.gitignore` files leave out, from the root of a project down to each folder."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._specs: dict[Path, Any] = {}

    def leaves_out(self, path: Path, *, is_folder: bool) -> bool:
        """True when the closest pattern that means the path does not take it back with `!`."""
        verdict = None
        for folder in reversed([parent for parent in path.parents if parent.is_relative_to(self._root)]):
            spec = self._spec_in(folder)
            said = _verdict(spec, folder, path, is_folder=is_folder) if spec is not None else None
            verdict = verdict if said is None else said
        return verdict is True

    def _spec_in(self, folder: Path) -> Any:
        if folder not in self._specs:
            try:
                lines = (folder / GIT_IGNORE).read_text(encoding="utf-8", errors="replace").splitlines()
            except OSError:
                lines = []
            self._specs[folder] = _spec(tuple(lines)) if lines else None
        return self._specs[folder]


@lru_cache(maxsize=256)
def _spec(patterns: tuple[str, ...]) -> Any:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)


def _verdict(spec: Any, folder: Path, path: Path, *, is_folder: bool) -> bool | None:
    try:
        relative = Path(os.path.abspath(path)).relative_to(os.path.abspath(folder)).as_posix()  # noqa: PTH100 - resolve() would follow links
    except ValueError:  # on another branch of the tree
        return None
    said = spec.check_file(f"{relative}/" if is_folder else relative).include
    return None if said is None else bool(said)
