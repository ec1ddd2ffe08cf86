"""`blueprint render`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from blueprint_cli import discovery
from blueprint_cli.cli.freshness import check_fresh
from blueprint_cli.cli.grid_options import only_for_grids
from blueprint_cli.cli.looks import PICTURES, look_of, only_for_pictures
from blueprint_cli.cli.one_journey import Start, first_variant, moment
from blueprint_cli.cli.options import Check, OneFile, Persona, StdinName  # noqa: TC001 - typer reads the annotations
from blueprint_cli.cli.render_options import (
    FORMATS,
    VIEWS,
    Bom,
    Compact,
    Delimiter,
    DetailLevel,
    Highlight,
    Language,
    Out,
    Rows,
    ThemeName,
    To,
    View,
)
from blueprint_cli.cli.rendering import deliver, format_of, known_or_refuse, protect, target_of
from blueprint_cli.errors import BlueprintError

if TYPE_CHECKING:
    from blueprint_cli.cli.maps import Map
    from blueprint_cli.render.options import Options


def command(
    file: OneFile,
    *,
    out: Out = None,
    to: To = None,
    view: View = "blueprint",
    theme: ThemeName = "light",
    detail: DetailLevel = "full",
    rows: Rows = None,
    highlight: Highlight = None,
    persona: Persona = None,
    lang: Language = None,
    start: Start = None,
    compact: Compact = False,
    delimiter: Delimiter = None,
    bom: Bom = False,
    check: Check = False,
    stdin_filename: StdinName = "",
) -> int:
    """Draw the swimlane, or fill the grid.

    svg, dot, xlsx, ods, csv, tsv and md need nothing else; png and pdf are drawn by Graphviz.

    Examples:
      blueprint render late.blueprint.yaml --to svg
      blueprint render late.blueprint.yaml -o client.xlsx --lang fr
      blueprint render late.blueprint.yaml -o board.pdf --theme print
      blueprint render late.blueprint.yaml -o journey.svg --view journey
      blueprint render late.blueprint.yaml -o times.svg --view ladder
      blueprint render late.blueprint.yaml -o sav.svg --highlight owner:sav
      blueprint render late.blueprint.yaml -o grid.csv --delimiter ';' --bom
      blueprint render late.blueprint.yaml -o client.xlsx --check
    """
    chosen = format_of(to, out)
    known_or_refuse("view", view, discovery.names(VIEWS))
    only_for_pictures(
        chosen, view, theme=theme != "light", detail=detail != "full", rows=rows, highlight=highlight
    )
    only_for_grids(chosen, compact=compact, delimiter=delimiter, bom=bom)
    target = target_of(file, out, chosen)
    protect(file, target, chosen)
    timed = chosen in PICTURES and _is_timed(view)
    _only_for_times(start, timed=timed)
    grid = {"compact": compact, "delimiter": delimiter or "", "bom": bom}
    moment_asked = None if start is None else moment(start)
    look = look_of(theme, detail, rows, highlight, view=view, lang=lang, start=moment_asked, **grid)
    found = _read(file, persona, stdin_filename, timed=timed)
    content = discovery.load(FORMATS, chosen).render(found.blueprint, _told(look, found, persona))
    return check_fresh(file, target, content) if check else deliver(content, target)


def _is_timed(view: str) -> bool:
    """Whether a view is drawn from the times of one journey."""
    return bool(getattr(discovery.load(VIEWS, view), "TIMED", False))


def _only_for_times(start: str | None, *, timed: bool) -> None:
    if start is None or timed:
        return
    views = ", ".join(name for name in discovery.names(VIEWS) if _is_timed(name))
    raise BlueprintError("--start is for pictures of time", f"add --view with one of {views}")


def _read(file: str, persona: str | None, stdin_filename: str, *, timed: bool) -> Map:
    """The map; for a picture of time one journey of it, whose times do not contradict each other."""
    from blueprint_cli.cli.maps import FILE_ERRORS, TIME_ERRORS, Map, read_map

    if not timed:
        return read_map(file, persona, stdin_filename=stdin_filename)
    found = read_map(file, persona, (*FILE_ERRORS, *TIME_ERRORS), stdin_filename)
    return found if persona else Map(found.source, first_variant(found.blueprint))


def _told(look: Options, found: Map, persona: str | None) -> Options:
    from dataclasses import replace

    return replace(
        look,
        source_name=Path(found.source.document.path).name,
        source_sha256=found.source.fingerprint(),
        persona=persona or "",
    )
