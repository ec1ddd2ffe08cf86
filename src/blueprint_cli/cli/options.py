"""Options that several commands share."""

from __future__ import annotations

from typing import Annotated

import typer

Persona = Annotated[str | None, typer.Option(metavar="ID", help="Keep one variant: a persona or a segment.")]
StdinName = Annotated[str, typer.Option(metavar="NAME", help="The name of what standard input holds.")]
OneFile = Annotated[str, typer.Argument(metavar="FILE", help="The blueprint; - reads standard input.")]
Check = Annotated[
    bool,
    typer.Option("--check", help="Write nothing; say whether OUT is stale against FILE, and exit 1 if so."),
]
Start = Annotated[
    str | None,
    typer.Option(
        "--start",
        metavar="DATETIME",
        help="2026-11-27T17:00: then holidays count; or 'Friday 17:00'. Default: a Monday, 09:00.",
    ),
]
