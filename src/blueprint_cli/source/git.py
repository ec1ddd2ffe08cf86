"""Asking git, by its own program, with fixed arguments and nothing written."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from blueprint_cli.errors import BlueprintError
from blueprint_cli.language.spelling import closest

# A hook of git runs with these set, relative to another folder than ours.
_OWN = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY", "GIT_NAMESPACE")
_PLAIN = ("-c", "color.ui=false", "-c", "log.showSignature=false", "-c", "core.fsmonitor=false")
_SETTINGS = {"GIT_OPTIONAL_LOCKS": "0", "GIT_LITERAL_PATHSPECS": "1", "LC_ALL": "C"}


@dataclass(frozen=True)
class Git:
    """A repository with a working tree.

    Attributes:
        root: the top folder of its working tree, absolute.
    """

    root: Path

    def ask(self, *words: str) -> bytes | None:
        """What `git WORDS` prints, run at the root; None when it fails."""
        return _run(self.root, *words)

    def commit(self, revision: str) -> str:
        """The full name of the commit that a branch, a tag, `HEAD~2` or the start of a name stands for.

        Raises:
            BlueprintError: there is none.
        """
        found = None
        if revision and not revision.startswith("-"):
            found = self.ask("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
        if found is None:
            raise BlueprintError(f"git knows no revision '{revision}'", self._way_out(revision))
        return found.decode().strip()

    def _way_out(self, revision: str) -> str:
        near = closest(revision, self._references)
        if near:
            return f"did you mean {near}?"
        if (self.ask("rev-parse", "--is-shallow-repository") or b"").strip() == b"true":
            return "this clone is shallow: git fetch --unshallow brings the rest"
        return "name a branch, a tag or a commit; git log shows them"

    @cached_property
    def _references(self) -> list[str]:
        listed = self.ask(
            "for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags", "refs/remotes"
        )
        return ["HEAD", *(listed or b"").decode("utf-8", "replace").split()]


def git_around(folder: Path) -> Git:
    """The repository whose working tree a folder stands in.

    Raises:
        BlueprintError: git is not installed, the folder is in no repository, or git refuses to read it.
    """
    place = folder.resolve()
    done = _call(place, "rev-parse", "--show-toplevel")
    if done.returncode:
        raise _no_repository(folder, done.stderr.decode("utf-8", "replace"))
    return Git(Path(os.fsdecode(done.stdout.removesuffix(b"\n").removesuffix(b"\r"))).resolve())


def _no_repository(folder: Path, complaint: str) -> BlueprintError:
    said = (complaint.strip().splitlines() or [""])[0].removeprefix("fatal: ")
    if "dubious ownership" in said:  # as in the containers of continuous integration
        way_out = f"git config --global --add safe.directory {folder.resolve().as_posix()}"
        return BlueprintError(f"git does not trust the repository around {folder.as_posix()}", way_out)
    if not said or "not a git repository" in said:
        return BlueprintError(
            f"{folder.as_posix()} is not in a git repository",
            "git init makes one; diff takes two files as well",
        )
    return BlueprintError(f"git cannot read the repository around {folder.as_posix()}: {said}")


def _run(folder: Path, *words: str) -> bytes | None:
    done = _call(folder, *words)
    return done.stdout if done.returncode == 0 else None


def _call(folder: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    program = shutil.which("git")
    if program is None:
        raise BlueprintError("git is not installed", "install it from https://git-scm.com")
    kept = {key: value for key, value in os.environ.items() if key not in _OWN}
    try:
        return subprocess.run(  # noqa: S603 - our own words, and paths and revisions that are no options
            [program, *_PLAIN, "-C", str(folder), *words],
            env={**kept, **_SETTINGS},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
    except (OSError, ValueError) as error:  # a NUL in a name
        raise BlueprintError(f"git cannot be run: {error}") from None
