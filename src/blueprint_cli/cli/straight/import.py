"""`blueprint import BOOK --into FILE`, with the options that are said most."""  # noqa: N999 - called as its command

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.cli.straight import simply

if TYPE_CHECKING:
    from collections.abc import Sequence


def call(arguments: Sequence[str]) -> int | None:
    """Run it and give its exit code; None where the words behind the command say anything else.

    Raises:
        BlueprintError: as the command.
    """
    said = simply(arguments, ("--into",), ("--write", "--prune"))
    if said is None or len(said.names) != 1 or not said.values:
        return None
    from blueprint_cli.cli.returning import Request, bring_back

    return bring_back(
        Request(
            said.names[0],
            said.values["--into"],
            write="--write" in said.switches,
            prune="--prune" in said.switches,
        )
    )
