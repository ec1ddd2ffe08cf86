"""`blueprint textconv`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator

_BOOKS = (b"PK", b"\xd0\xcf\x11\xe0")

OneFile = Annotated[str, typer.Argument(metavar="FILE", help="A map, a catalogue or a workbook.")]


def command(file: OneFile) -> int:
    """Print what a map or a workbook says, one fact a line: git compares this text once `git-setup` has been run.

    A file that cannot be understood is printed as it is, so that git can always show something.

    Examples:
      blueprint textconv late.blueprint.yaml
      blueprint textconv client.xlsx
    """
    from blueprint_cli.source.reading import read_raw

    raw = read_raw(Path(file))
    lines = _book(raw, file) if raw.startswith(_BOOKS) else _map(raw, Path(file))
    if lines is None:
        sys.stdout.buffer.write(raw)
    else:
        sys.stdout.writelines(f"{line}\n" for line in lines)
    return 0


def _map(raw: bytes, path: Path) -> Iterator[str] | None:
    """Without its catalogues: git keeps what it compares in a folder of its own, where they are not."""
    from blueprint_cli.cli.comparing import as_map
    from blueprint_cli.report.facts import facts
    from blueprint_cli.source.loading import Source
    from blueprint_cli.source.reading import Unreadable, read_bytes
    from blueprint_cli.source.validation import validate

    try:
        document = read_bytes(raw, path.as_posix())
    except Unreadable:
        return None
    blueprint = as_map(Source(document, validate(document)[0]))
    return None if blueprint is None else facts(blueprint)


def _book(raw: bytes, name: str) -> Iterator[str] | None:
    from blueprint_cli.errors import BlueprintError
    from blueprint_cli.report.facts import cells
    from blueprint_cli.workbook.reading.opening import book_of

    try:
        return cells(book_of(raw, name))
    except BlueprintError:
        return None
