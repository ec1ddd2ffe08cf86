"""The options of `blueprint render`."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from blueprint_cli import discovery
from blueprint_cli.cli.counts import count
from blueprint_cli.cli.rendering import FORMATS, THEMES, VIEWS

Out = Annotated[
    str | None,
    typer.Option(
        "-o", "--output", metavar="OUT", help="Where to write; - is standard output. Default: beside FILE."
    ),
]
To = Annotated[
    str | None,
    typer.Option(
        "--to",
        metavar="FORMAT",
        help=f"One of {', '.join(discovery.names(FORMATS))}. Default: OUT's ending.",
    ),
]
View = Annotated[
    str,
    typer.Option(
        metavar="VIEW", help=f"Which picture: {', '.join(discovery.names(VIEWS))}.", show_default=True
    ),
]
ThemeName = Annotated[
    str,
    typer.Option(
        "--theme",
        metavar="THEME",
        help=f"Colours: {', '.join(discovery.names(THEMES))}, or a brand file in TOML.",
        show_default=True,
    ),
]
DetailLevel = Annotated[
    Literal["simple", "full"],
    typer.Option("--detail", help="simple leaves out owners, times and minor signs."),
]
Rows = Annotated[
    str | None,
    typer.Option(
        metavar="ROW,ROW",
        help="Only these rows: emotion, evidence, customer, frontstage, backstage, support; "
        "of the journey: a wrong name tells them all.",
    ),
]
Highlight = Annotated[
    str | None,
    typer.Option(
        metavar="WHAT",
        help="Let stand out, and fade the rest: owner:ID, system:ID, critical, fail or manual.",
    ),
]
OptionalFile = Annotated[
    str | None, typer.Argument(metavar="[FILE]", help="The blueprint; - reads standard input.")
]
PaperName = Annotated[
    str | None,
    typer.Option(
        "--paper",
        metavar="PAPER",
        help="Cut for A4, A3, A2, A1, A0, 16:9 or letter: bands of steps, page by page.",
    ),
]
Blank = Annotated[
    int | None,
    typer.Option(
        "--blank",
        metavar="STEPS",
        parser=count("--blank", 1, 200),
        help="No FILE: an empty canvas for a workshop, on A0; 1 to 200 steps.",
    ),
]
Language = Annotated[
    Literal["en", "fr"] | None,
    typer.Option("--lang", help="Language of headings and typography. Default: the file's."),
]
Compact = Annotated[
    bool, typer.Option("--compact", help="A smaller xlsx, for an e-mail; git keeps the plain one better.")
]
Delimiter = Annotated[
    str | None,
    typer.Option(metavar="CHARACTER", help="What parts the columns of a csv: ';' for French Excel."),
]
Bom = Annotated[
    bool,
    typer.Option("--bom", help="Begin a csv with a byte order mark: Excel then reads its accents."),
]
