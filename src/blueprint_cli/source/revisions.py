"""Files as they stood at a revision of git, under the names that they had then."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from blueprint_cli.errors import BlueprintError
from blueprint_cli.source.git import Git, git_around
from blueprint_cli.source.loading import Shelf, Source, load_bytes
from blueprint_cli.source.reading import read_bytes

if TYPE_CHECKING:
    from blueprint_cli.source.document import Document

_LEAST_ALIKE = 0.5
_FOLLOWING = ("--name-status", "-z", "--find-renames", "--no-ext-diff", "--no-textconv")


@dataclass(frozen=True)
class Revision:
    """A repository at one of its commits, beside the working tree.

    Attributes:
        git: the repository.
        name: the revision as it was asked for.
        commit: its full name.
    """

    git: Git
    name: str
    commit: str

    def path_in_tree(self, file: Path) -> str:
        """A file's path from the root of the repository, as git writes it.

        Raises:
            BlueprintError: the file is outside the repository.
        """
        place = file.parent.resolve() / file.name  # a link itself is what git keeps
        try:
            return place.relative_to(self.git.root).as_posix()
        except ValueError:
            raise BlueprintError(
                f"{file.as_posix()} is outside the repository {self.git.root.as_posix()}",
                "compare two files instead: blueprint diff OLD NEW",
            ) from None

    def name_then(self, file: Path) -> str | None:
        """The path in the tree that a file of today had at the revision, renames followed; None for a new file."""
        path = self.path_in_tree(file)
        if path in self.paths:
            return path
        return self.renames.get(path) or self._followed(path) or self._most_alike(file, path)

    @cached_property
    def paths(self) -> frozenset[str]:
        """Every path of the tree at the revision."""
        return frozenset(_parts(self.git.ask("ls-tree", "-r", "-z", "--name-only", self.commit)))

    @cached_property
    def changed(self) -> frozenset[str]:
        """Every path of the working tree that is not as it was at the revision, new ones and gone ones among them."""
        tracked = self.git.ask("diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", self.commit)
        untracked = self.git.ask("ls-files", "--others", "-z", "--exclude-standard")
        return frozenset((*_parts(tracked), *_parts(untracked)))

    @cached_property
    def renames(self) -> dict[str, str]:
        """New path to old path of each tracked file whose name has changed since."""
        return _renames(self.git.ask("diff", *_FOLLOWING, self.commit))

    def bytes_at(self, path: str) -> bytes | None:
        """What a path of the tree held at the revision, or None."""
        return self.git.ask("cat-file", "blob", f"{self.commit}:{path}")

    def load(self, path: str) -> Source:
        """A blueprint or catalogue as it stood at the revision, with its catalogues of then.

        Raises:
            BlueprintError: the path was not there.
        """
        raw = self.bytes_at(path)
        if raw is None:
            raise BlueprintError(f"{path} is not in {self.name}", "git log --follow shows where it was")
        place = self.git.root / path
        return load_bytes(raw, f"{self.name}:{path}", place.parent, self._shelf)

    @cached_property
    def _shelf(self) -> Shelf:
        return Shelf(reader=self._catalogue)

    def _catalogue(self, path: Path) -> Document:
        place = Path(os.path.normpath(path))
        inside = place.is_relative_to(self.git.root)
        raw = self.bytes_at(place.relative_to(self.git.root).as_posix()) if inside else None
        if raw is None:
            raise BlueprintError(f"there is no file {path} in {self.name}")
        return read_bytes(raw, path.as_posix())

    def _followed(self, path: str) -> str | None:
        """Through the commits in between, where each one changed only a part of the file."""
        uncommitted = _renames(self.git.ask("diff", *_FOLLOWING, "HEAD"))
        committed = uncommitted.get(path, path)
        listed = self.git.ask(
            "log", "--follow", "--format=", *_FOLLOWING, f"{self.commit}..HEAD", "--", committed
        )
        for new, old in _rename_pairs(listed):
            committed = old if new == committed else committed
        return committed if committed in self.paths else None

    def _most_alike(self, file: Path, path: str) -> str | None:
        """For a file that git does not know yet: the one that has gone and holds most of its lines."""
        lines = Counter(file.read_bytes().splitlines()) if file.is_file() else Counter()
        best, found = _LEAST_ALIKE, None
        for old in sorted(self.paths):
            gone = old.endswith(Path(path).suffix) and not (self.git.root / old).exists()
            share = _alike(lines, self.bytes_at(old) or b"") if gone and lines else 0.0
            if share > best:
                best, found = share, old
        return found


def revision_around(folder: Path, name: str) -> Revision:
    """A revision of the repository around a folder.

    Raises:
        BlueprintError: git is not installed, the folder is in no repository, or git knows no such revision.
    """
    git = git_around(folder)
    return Revision(git, name, git.commit(name))


def load_at(file: Path, name: str) -> Source:
    """A file of today as it stood at a revision, renames followed.

    Raises:
        BlueprintError: no git, no repository, no such revision, or the file did not exist then.
    """
    revision = revision_around(file.parent, name)
    path = revision.name_then(file)
    if path is None:
        raise BlueprintError(
            f"{file.as_posix()} did not exist at {name}",
            "choose a later revision; git log --follow shows them",
        )
    return revision.load(path)


def _parts(listed: bytes | None) -> list[str]:
    return [os.fsdecode(part) for part in (listed or b"").split(b"\0") if part]


def _renames(listed: bytes | None) -> dict[str, str]:
    return dict(_rename_pairs(listed))


def _rename_pairs(listed: bytes | None) -> list[tuple[str, str]]:
    """New and old path of each rename in the output of `--name-status -z`, in its order."""
    parts = iter(_parts(listed))
    pairs = []
    for status in parts:
        old = next(parts, "")
        if status.lstrip("\n")[:1] in ("R", "C"):
            pairs.append((next(parts, ""), old))
    return pairs


def _alike(lines: Counter[bytes], other: bytes) -> float:
    """Share of common lines, of the longer of the two."""
    theirs = Counter(other.splitlines())
    return (lines & theirs).total() / max(lines.total(), theirs.total(), 1)
