"""`blueprint render`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from blueprint_cli import discovery
from blueprint_cli.cli.options import Check, OneFile, Persona, StdinName  # noqa: TC001 - typer reads the annotations
from blueprint_cli.errors import BlueprintError
from blueprint_cli.language.spelling import closest

if TYPE_CHECKING:
    from blueprint_cli.cli.maps import Map
    from blueprint_cli.render.options import Options

FORMATS = "blueprint_cli.render.formats"
VIEWS = "blueprint_cli.render.views"
BINARY = ("pdf", "png", "xlsx")
ENDINGS = {"gv": "dot", "markdown": "md"}
SUFFIXES = (".blueprint.yaml", ".blueprint.yml", ".yaml", ".yml")
STANDARD_OUTPUT = "-"

Language = Literal["en", "fr"]


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


def command(
    file: OneFile,
    out: Out = None,
    to: To = None,
    view: Annotated[
        str,
        typer.Option(
            metavar="VIEW", help=f"Which picture: {', '.join(discovery.names(VIEWS))}.", show_default=True
        ),
    ] = "blueprint",
    persona: Persona = None,
    lang: Annotated[
        Language | None, typer.Option(help="Language of headings and typography. Default: the file's.")
    ] = None,
    check: Check = False,
    stdin_filename: StdinName = "",
) -> int:
    """Draw the swimlane, or fill the grid.

    svg, dot, xlsx, csv, tsv and md need nothing else; png and pdf are drawn by Graphviz.

    Examples:
      blueprint render late.blueprint.yaml --to svg
      blueprint render late.blueprint.yaml -o client.xlsx --lang fr
      blueprint render late.blueprint.yaml -o board.pdf
      blueprint render late.blueprint.yaml -o client.xlsx --check
    """
    from blueprint_cli.cli.maps import read_map

    chosen = _format(to, out)
    _known("view", view, discovery.names(VIEWS))
    target = _target(file, out, chosen)
    _protect(file, target, chosen)
    found = read_map(file, persona, stdin_filename=stdin_filename)
    content = discovery.load(FORMATS, chosen).render(found.blueprint, _options(found, view, lang, persona))
    if check:
        from blueprint_cli.cli.freshness import check_fresh

        return check_fresh(file, target, content)
    _deliver(content, target)
    return 0


def _format(to: str | None, out: str | None) -> str:
    known = discovery.names(FORMATS)
    asked = to or (Path(out).suffix.removeprefix(".").lower() if out and out != STANDARD_OUTPUT else "")
    if not asked:
        raise BlueprintError("no format was asked for", f"add --to with one of {', '.join(known)}")
    chosen = ENDINGS.get(asked, asked)
    _known("format", chosen, known)
    return chosen


def _known(what: str, asked: str, known: tuple[str, ...]) -> None:
    if asked in known:
        return
    near = closest(asked, known)
    raise BlueprintError(
        f"there is no {what} '{asked}'",
        f"did you mean {near}?" if near else f"the {what}s: {', '.join(known)}",
    )


def _target(file: str, out: str | None, chosen: str) -> Path | None:
    """Where to write, or None for standard output."""
    if out == STANDARD_OUTPUT or (out is None and file == STANDARD_OUTPUT):
        return None
    if out is not None:
        return Path(out)
    name = Path(file).name
    stem = next((name.removesuffix(suffix) for suffix in SUFFIXES if name.endswith(suffix)), name)
    return Path(file).with_name(f"{stem}.{chosen}")


def _protect(file: str, target: Path | None, chosen: str) -> None:
    if target is None:
        if chosen in BINARY and sys.stdout.isatty():
            raise BlueprintError(
                f"{chosen} is no text for a terminal", "name a file with -o, or pipe the output"
            )
        return
    if target.is_dir():
        raise BlueprintError(
            f"{target} is a folder", f"name a file in it, as in {(target / 'map').as_posix()}.{chosen}"
        )
    if not target.parent.is_dir():
        raise BlueprintError(f"there is no folder {target.parent}", "make it first, or name another one")
    if target.exists() and Path(file).exists() and target.samefile(file):
        raise BlueprintError(f"{target} is the blueprint itself", "name another file with -o")


def _options(found: Map, view: str, lang: Language | None, persona: str | None) -> Options:
    from blueprint_cli.cli.terminal import notice
    from blueprint_cli.render.options import Options

    document = found.source.document
    return Options(
        view=view,
        lang=lang,
        source_name=Path(document.path).name,
        source_sha256=found.source.fingerprint(),
        persona=persona or "",
        notify=notice,
    )


def _deliver(content: bytes, target: Path | None) -> None:
    from blueprint_cli.files import write_whole

    if target is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    write_whole(target, content)
    sys.stderr.write(f"{target.as_posix()}\n")
