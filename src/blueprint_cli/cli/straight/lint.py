"""`blueprint lint PATHS`, with the options that are said most."""

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
    said = simply(arguments, ("--format",), ("--fix", "--isolated"))
    if said is None:
        return None
    from blueprint_cli.cli.lint_run import Request
    from blueprint_cli.cli.linting import run

    return run(
        Request(
            list(said.names) or None,
            list(said.values.values()) or None,
            fix="--fix" in said.switches,
            isolated="--isolated" in said.switches,
        )
    )
