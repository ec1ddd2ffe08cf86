"""`blueprint render`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from blueprint_cli import discovery
from blueprint_cli.cli.grid_options import only_for_grids
from blueprint_cli.cli.looks import PICTURES, Wishes
from blueprint_cli.cli.one_journey import Start, first_variant, moment
from blueprint_cli.cli.options import Check, Persona, StdinName  # noqa: TC001 - typer reads the annotations
from blueprint_cli.cli.printing import BLANK_NAME, blank_files, put, refuse_with_blank, rendered
from blueprint_cli.cli.render_options import (
    VIEWS,
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
from blueprint_cli.cli.rendering import check_named, format_of, free_target, known_or_refuse
from blueprint_cli.errors import BlueprintError, PartError

if TYPE_CHECKING:
    from blueprint_cli.cli.maps import Map
    from blueprint_cli.cli.printing import Files
    from blueprint_cli.render.options import Options


def command(
    file: OptionalFile = None,
    *,
    out: Out = None,
    to: To = None,
    view: View = "blueprint",
    theme: ThemeName = "light",
    detail: DetailLevel = "full",
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
    check_named(file)
    chosen = format_of(to, out)
    known_or_refuse("view", view, discovery.names(VIEWS))
    wishes = Wishes(view, theme, detail, rows, highlight, paper)
    wishes.check(chosen)
    only_for_grids(chosen, compact=compact, delimiter=delimiter, bom=bom)
    refuse_with_blank(blank, file, wishes, {"--persona": persona, "--start": start})
    source = file or BLANK_NAME
    target = free_target(source, out, chosen)
    timed = _timed(chosen, view, start)
    begin = None if start is None else moment(start)
    look = wishes.options(lang=lang, start=begin, compact=compact, delimiter=delimiter or "", bom=bom)
    if blank is not None:
        return put(blank_files(chosen, blank, look), source, target, check=check)
    found = _read(source, persona, stdin_filename, timed=timed)
    told = _told(look, found, persona, Path(stdin_filename or source))
    return put(_files(chosen, found, told), source, target, check=check)


def _files(chosen: str, found: Map, told: Options) -> Files:
    """The files of a format; what does not fit into it is told with its place in the map."""
    try:
        return rendered(chosen, found.blueprint, told)
    except PartError as error:
        raise BlueprintError(f"{found.place(error.at)}: {error.message}", error.help) from None


def _is_timed(view: str) -> bool:
    """Whether a view is drawn from the times of one journey."""
    return bool(getattr(discovery.load(VIEWS, view), "TIMED", False))


def _timed(chosen: str, view: str, start: str | None) -> bool:
    """Whether a picture of one journey's times is asked for, which alone takes --start."""
    timed = chosen in PICTURES and _is_timed(view)
    if start is None or timed:
        return timed
    views = ", ".join(name for name in discovery.names(VIEWS) if _is_timed(name))
    raise BlueprintError("--start is for pictures of time", f"add --view with one of {views}")


def _read(file: str, persona: str | None, stdin_filename: str, *, timed: bool) -> Map:
    """The map; for a picture of time one journey of it, whose times do not contradict each other."""
    from blueprint_cli.cli.maps import FILE_ERRORS, TIME_ERRORS, Map, read_map

    if not timed:
        return read_map(file, persona, stdin_filename=stdin_filename)
    found = read_map(file, persona, (*FILE_ERRORS, *TIME_ERRORS), stdin_filename)
    return found if persona else Map(found.source, first_variant(found.blueprint))


def _told(look: Options, found: Map, persona: str | None, path: Path) -> Options:
    """The options with what they say of the file and of the maps around it."""
    from dataclasses import replace

    from blueprint_cli.source.related import related

    return replace(
        look,
        source_name=Path(found.source.document.path).name,
        source_sha256=found.source.document.fingerprint(),
        persona=persona or "",
        related=related(found.blueprint, path),
    )
