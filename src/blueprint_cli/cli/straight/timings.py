"""`blueprint timings FILE`, with the option that is said most."""

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
    said = simply(arguments, ("--format",))
    if said is None or len(said.names) != 1:
        return None
    from blueprint_cli.analysis.gates import Gates
    from blueprint_cli.cli.timing import DEFAULT_FORMAT, Asked, Drawn, tell_times

    asked = Asked(said.names[0], said.values.get("--format", DEFAULT_FORMAT))
    return tell_times(asked, Gates(), Drawn())
