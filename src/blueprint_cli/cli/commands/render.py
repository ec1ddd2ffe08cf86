"""`blueprint render`."""

from __future__ import annotations

from blueprint_cli.cli.drawing import PLAIN, Request, draw
from blueprint_cli.cli.looks import Wishes
from blueprint_cli.cli.options import Check, Persona, Start, StdinName  # noqa: TC001 - typer reads the annotations
from blueprint_cli.cli.render_options import (  # noqa: TC001
    Blank,
    Bom,
    Compact,
    Delimiter,
    DetailLevel,
    Highlight,
    Language,
    OptionalFile,
    Out,
    PaperName,
    Rows,
    ThemeName,
    To,
    View,
)


def command(
    file: OptionalFile = None,
    *,
    out: Out = None,
    to: To = None,
    view: View = PLAIN.view,
    theme: ThemeName = PLAIN.theme,
    detail: DetailLevel = PLAIN.detail,
    rows: Rows = None,
    highlight: Highlight = None,
    paper: PaperName = None,
    blank: Blank = None,
    persona: Persona = None,
    lang: Language = None,
    start: Start = None,
    compact: Compact = False,
    delimiter: Delimiter = None,
    bom: Bom = False,
    check: Check = False,
    stdin_filename: StdinName = "",
) -> int:
    """Draw a picture, or fill the grid; png and pdf are drawn by Graphviz, all else needs nothing.

    Examples:
      blueprint render late.blueprint.yaml --to svg
      blueprint render late.blueprint.yaml -o client.xlsx --lang fr
      blueprint render late.blueprint.yaml -o journey.svg --view journey
      blueprint render late.blueprint.yaml -o sav.svg --highlight owner:sav
      blueprint render late.blueprint.yaml -o grid.csv --delimiter ';' --bom
      blueprint render late.blueprint.yaml -o wall.pdf --paper A3 --theme print
      blueprint render --blank 8 -o canvas.pdf --lang fr
      blueprint render late.blueprint.yaml -o client.xlsx --check
    """
    return draw(
        Request(
            file=file,
            out=out,
            to=to,
            wishes=Wishes(view, theme, detail, rows, highlight, paper),
            blank=blank,
            persona=persona,
            lang=lang,
            start=start,
            compact=compact,
            delimiter=delimiter,
            bom=bom,
            check=check,
            stdin_filename=stdin_filename,
        )
    )
