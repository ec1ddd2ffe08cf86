"""`blueprint import`."""  # noqa: N999 - a command is called as its file

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from blueprint_cli import discovery
from blueprint_cli.errors import BlueprintError
from blueprint_cli.language.spelling import closest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from blueprint_cli.workbook.revisions import Side

FORMATS = "blueprint_cli.report.imports"
SIDES = ("mine", "theirs")


Book = Annotated[
    str,
    typer.Argument(
        metavar="BOOK", help="A workbook (.xlsx, .ods) or a table (.csv, .tsv).", show_default=False
    ),
]
Into = Annotated[
    str | None, typer.Option("--into", metavar="FILE", help="The blueprint that the workbook was made from.")
]
New = Annotated[
    str | None,
    typer.Option("-o", "--output", metavar="NEW", help="Read a grid made elsewhere into a new blueprint."),
]
Write = Annotated[bool, typer.Option("--write", help="Write the changes; without it they are only shown.")]
Prune = Annotated[bool, typer.Option("--prune", help="Make removals, too.")]
Theirs = Annotated[bool, typer.Option("--theirs", help="In conflicts the workbook is right.")]
Mine = Annotated[bool, typer.Option("--mine", help="In conflicts the file is right.")]
Take = Annotated[
    list[str] | None,
    typer.Option(
        "--take", metavar="CHANGE=SIDE", help="Settle one change, by its name or cell: mine or theirs."
    ),
]
Format = Annotated[
    str, typer.Option("--format", metavar="FORMAT", help=f"One of {', '.join(discovery.names(FORMATS))}.")
]


def command(
    book: Book,
    *,
    into: Into = None,
    output: New = None,
    write: Write = False,
    prune: Prune = False,
    theirs: Theirs = False,
    mine: Mine = False,
    take: Take = None,
    format: Format = "text",  # noqa: A002 - the option's name
) -> int:
    """Bring a client's edits of a workbook back into the blueprint, or read a grid made elsewhere.

    What was sent, what came back and what the file says now are compared; only lines that change are written.

    Exit code 0: nothing to do, or all is written. 1: changes are shown, but not written. 2: the workbook is refused.

    Examples:
      blueprint import client.xlsx --into late.blueprint.yaml
      blueprint import client.xlsx --into late.blueprint.yaml --write --prune
      blueprint import back.xlsx --into late.blueprint.yaml --take 'Cards!F7=mine'
      blueprint import workshop.xlsx -o new.blueprint.yaml
    """
    if theirs and mine:
        raise BlueprintError("--theirs and --mine exclude each other", "settle single changes with --take")
    if into is not None and output is not None:
        raise BlueprintError(
            "--into and -o exclude each other",
            "--into brings edits back into a blueprint, -o reads a grid made elsewhere into a new one",
        )
    if into is None and output is None:
        raise BlueprintError(
            "name the blueprint with --into, or a new one with -o",
            f"blueprint import {book} --into FILE, or blueprint import {book} -o NEW.blueprint.yaml",
        )
    if output is not None:
        _refuse_with_new(write=write, prune=prune, settled=theirs or mine or bool(take))
        from blueprint_cli.cli.founding import found

        return found(book, output)
    from blueprint_cli.cli.returning import Request, bring_back

    _known(format)
    side: Side | None = "theirs" if theirs else "mine" if mine else None
    return bring_back(
        Request(book, str(into), write=write, prune=prune, side=side, takes=_takes(take or ()), format=format)
    )


def _refuse_with_new(*, write: bool, prune: bool, settled: bool) -> None:
    if write or prune or settled:
        raise BlueprintError(
            "-o writes a new blueprint: --write, --prune, --mine, --theirs and --take belong to --into",
            "leave them out",
        )


def _known(name: str) -> None:
    known = discovery.names(FORMATS)
    if name not in known:
        near = closest(name, known)
        raise BlueprintError(
            f"there is no format '{name}'",
            f"did you mean {near}?" if near else f"the formats: {', '.join(known)}",
        )


def _takes(said: Sequence[str]) -> dict[str, Side]:
    found: dict[str, Side] = {}
    for entry in said:
        name, _, side = entry.rpartition("=")
        if not name or side not in SIDES:
            raise BlueprintError(
                f"--take {entry}: no side is named", "write --take Blueprint!G14=theirs, or =mine"
            )
        found[name] = "mine" if side == "mine" else "theirs"
    return found
