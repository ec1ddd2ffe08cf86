"""`blueprint schema`."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Form(StrEnum):
    """What is printed."""

    json = "json"
    md = "md"


def command(
    write: Annotated[
        bool, typer.Option("--write", help="Write schemas/blueprint.schema.json instead of printing.")
    ] = False,
    form: Annotated[
        Form, typer.Option("--format", help="json: the schema; md: the reference of every key, for people.")
    ] = Form.json,
) -> int:
    """Print the JSON Schema of the file format, for editors.

    Maps that `blueprint new` writes look for it in schemas/ beside them, where --write puts it.

    Examples:
      blueprint schema --write
      blueprint schema --format md
    """
    from blueprint_cli.files import write_whole
    from blueprint_cli.model.reference import reference
    from blueprint_cli.model.schema import schema_text

    text = reference() if form is Form.md else schema_text()
    if not write:
        sys.stdout.write(text)
        return 0
    path = Path("schemas") / ("reference.md" if form is Form.md else "blueprint.schema.json")
    path.parent.mkdir(exist_ok=True)
    write_whole(path, text.encode())
    sys.stderr.write(f"{path.as_posix()}\n")
    return 0
