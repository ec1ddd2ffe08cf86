"""`blueprint show`."""

from __future__ import annotations

import sys

from blueprint_cli.cli.options import OneFile, Persona, StdinName  # noqa: TC001 - typer reads the annotations
from blueprint_cli.cli.render_options import Language  # noqa: TC001 - typer reads the annotations


def command(
    file: OneFile,
    *,
    persona: Persona = None,
    lang: Language = None,
    stdin_filename: StdinName = "",
) -> int:
    """Show the map in the terminal, fitted to its width.

    Steps stand side by side where there is room, else one below the other.

    Examples:
      blueprint show late.blueprint.yaml
      blueprint show late.blueprint.yaml --persona nadia
      COLUMNS=200 blueprint show late.blueprint.yaml | less -S
    """
    from blueprint_cli.cli.maps import read_map
    from blueprint_cli.cli.terminal import takes_color, takes_unicode, width
    from blueprint_cli.render.terminal.board import board

    found = read_map(file, persona, stdin_filename=stdin_filename)
    sys.stdout.write(
        board(found.blueprint, lang, width(), color=takes_color(), ascii_only=not takes_unicode())
    )
    return 0
