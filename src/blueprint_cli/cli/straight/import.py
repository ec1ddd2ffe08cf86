"""`blueprint import BOOK --into FILE`, with the options that are said most."""  # noqa: N999 - called as its command

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_SWITCHES = ("--write", "--prune")


def call(arguments: Sequence[str]) -> int | None:
    """Run it and give its exit code; None where the words behind the command say anything else.

    Raises:
        BlueprintError: as the command.
    """
    left = list(arguments)
    switches = [left.pop(left.index(switch)) for switch in _SWITCHES if switch in left]
    if len(left) == 3 and left[0] == "--into":  # noqa: PLR2004 - the option, the file, the book
        left = [left[2], *left[:2]]
    if len(left) != 3 or left[1] != "--into" or any(not word or word[0] == "-" for word in left[::2]):  # noqa: PLR2004
        return None
    from blueprint_cli.cli.returning import Request, bring_back

    return bring_back(Request(left[0], left[2], write="--write" in switches, prune="--prune" in switches))
