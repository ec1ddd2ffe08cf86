"""`blueprint render FILE`, with the options that are said most."""

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
    said = simply(arguments, ("-o", "--output", "--to"), ("--check",))
    if said is None or len(said.names) != 1 or {"-o", "--output"} <= said.values.keys():
        return None
    from blueprint_cli.cli.drawing import Request, draw

    out = said.values.get("-o") or said.values.get("--output")
    return draw(Request(said.names[0], out, said.values.get("--to"), check="--check" in said.switches))
