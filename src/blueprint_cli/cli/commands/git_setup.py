"""`blueprint git-setup`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from blueprint_cli.errors import BlueprintError


def command(
    show: Annotated[bool, typer.Option("--print", help="Write nothing; show what would be written.")] = False,
    remove: Annotated[bool, typer.Option("--remove", help="Take it out again, and nothing else.")] = False,
) -> int:
    """Make git show what changed in maps and workbooks: git diff, git log -p and git show compare what they say.

    Two places of the repository around this folder are written: .gitattributes, and the configuration of this clone.

    Examples:
      blueprint git-setup
      blueprint git-setup --print
      blueprint git-setup --remove
    """
    from blueprint_cli.cli.git_settings import GitSettings
    from blueprint_cli.cli.terminal import notice
    from blueprint_cli.source.git import git_around

    if show and remove:
        raise BlueprintError("--print and --remove are two things", "choose one of them")
    settings = GitSettings(git_around(Path()))
    if show:
        sys.stdout.write(settings.shown())
        return 0
    done = settings.remove() if remove else settings.write()
    verb = "removed" if remove else "written"
    notice(f"{verb}: {', '.join(done)}" if done else f"nothing to do: everything is {verb} already")
    return 0
