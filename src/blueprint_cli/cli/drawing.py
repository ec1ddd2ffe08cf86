"""`blueprint render` as it was asked for, however the words came in: which map, which files, where they go."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from blueprint_cli import discovery
from blueprint_cli.cli.grid_options import only_for_grids
from blueprint_cli.cli.looks import PICTURES, Wishes
from blueprint_cli.cli.printing import BLANK_NAME, blank_files, put, refuse_with_blank, rendered
from blueprint_cli.cli.rendering import VIEWS, check_named, format_of, free_target, known_or_refuse
from blueprint_cli.errors import BlueprintError, PartError

if TYPE_CHECKING:
    from blueprint_cli.cli.maps import Map
    from blueprint_cli.cli.printing import Files
    from blueprint_cli.language.typography import Lang
    from blueprint_cli.render.options import Options

PLAIN = Wishes("blueprint", "light", "full", None, None, None)


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for on the command line, as it was written; the options of the command by their names."""

    file: str | None
    out: str | None = None
    to: str | None = None
    wishes: Wishes = PLAIN
    blank: int | None = None
    persona: str | None = None
    lang: Lang | None = None
    start: str | None = None
    compact: bool = False
    delimiter: str | None = None
    bom: bool = False
    check: bool = False
    stdin_filename: str = ""


def draw(asked: Request) -> int:
    """Write the files and give the exit code.

    Raises:
        BlueprintError: the options do not go together, the map cannot be drawn so, or a target cannot be written.
    """
    check_named(asked.file)
    chosen = format_of(asked.to, asked.out)
    known_or_refuse("view", asked.wishes.view, discovery.names(VIEWS))
    asked.wishes.check(chosen)
    only_for_grids(chosen, compact=asked.compact, delimiter=asked.delimiter, bom=asked.bom)
    refuse_with_blank(
        asked.blank, asked.file, asked.wishes, {"--persona": asked.persona, "--start": asked.start}
    )
    source = asked.file or BLANK_NAME
    target = free_target(source, asked.out, chosen)
    timed = _timed(chosen, asked.wishes.view, asked.start)
    look = _look(asked)
    if asked.blank is not None:
        return put(blank_files(chosen, asked.blank, look), source, target, check=asked.check)
    found = _read(source, asked.persona, asked.stdin_filename, timed=timed)
    told = _told(look, found, asked.persona, Path(asked.stdin_filename or source))
    return put(_files(chosen, found, told), source, target, check=asked.check)


def _look(asked: Request) -> Options:
    """The options that do not depend on the map."""
    begin = None
    if asked.start is not None:
        from blueprint_cli.cli.one_journey import moment

        begin = moment(asked.start)
    return asked.wishes.options(
        lang=asked.lang,
        start=begin,
        compact=asked.compact,
        delimiter=asked.delimiter or "",
        bom=asked.bom,
    )


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
    from blueprint_cli.cli.one_journey import first_variant

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
