"""Where `render` writes, in which format, and what it refuses to write over."""

from __future__ import annotations

import sys
from pathlib import Path

from blueprint_cli import discovery
from blueprint_cli.cli.targets import must_be_writable
from blueprint_cli.errors import BlueprintError
from blueprint_cli.language.spelling import closest

FORMATS = "blueprint_cli.render.formats"
VIEWS = "blueprint_cli.render.views"
THEMES = "blueprint_cli.render.themes"

BINARY = ("ods", "pdf", "png", "xlsx")
ENDINGS = {"gv": "dot", "markdown": "md"}
SUFFIXES = (".blueprint.yaml", ".blueprint.yml", ".yaml", ".yml")
STANDARD_OUTPUT = "-"


def check_named(file: str | None) -> None:
    """Refuse a blueprint that does not exist, before anything is said of how it is to be drawn.

    Raises:
        BlueprintError: there is no such file.
    """
    if file is not None and file != STANDARD_OUTPUT and not Path(file).exists():
        from blueprint_cli.source.reading import read_raw

        read_raw(Path(file))


def format_of(to: str | None, out: str | None) -> str:
    """The format that was asked for, or that OUT's ending means.

    Raises:
        BlueprintError: none was, or there is no such format.
    """
    known = discovery.names(FORMATS)
    asked = to or (Path(out).suffix.removeprefix(".").lower() if out and out != STANDARD_OUTPUT else "")
    if not asked:
        raise BlueprintError("no format was asked for", f"add --to with one of {', '.join(known)}")
    chosen = ENDINGS.get(asked, asked)
    known_or_refuse("format", chosen, known)
    return chosen


def known_or_refuse(what: str, asked: str, known: tuple[str, ...]) -> None:
    """Raise a BlueprintError with the nearest name, unless what was asked for is known."""
    if asked in known:
        return
    near = closest(asked, known)
    raise BlueprintError(
        f"there is no {what} '{asked}'",
        f"did you mean {near}?" if near else f"the {what}s: {', '.join(known)}",
    )


def target_of(file: str, out: str | None, chosen: str) -> Path | None:
    """Where to write, or None for standard output."""
    if out == STANDARD_OUTPUT or (out is None and file == STANDARD_OUTPUT):
        return None
    if out is not None:
        return Path(out)
    name = Path(file).name
    stem = next((name.removesuffix(suffix) for suffix in SUFFIXES if name.endswith(suffix)), name)
    return Path(file).with_name(f"{stem}.{chosen}")


def free_target(file: str, out: str | None, chosen: str) -> Path | None:
    """Where to write, or None for standard output.

    Raises:
        BlueprintError: nothing may be written there.
    """
    target = target_of(file, out, chosen)
    protect(file, target, chosen)
    return target


def protect(file: str, target: Path | None, chosen: str) -> None:
    """Refuse a target that would harm: a terminal for a binary format, a folder, the blueprint itself.

    Raises:
        BlueprintError: the target is one of these, or its folder is missing.
    """
    if target is None:
        if chosen in BINARY and sys.stdout.isatty():
            raise BlueprintError(
                f"{chosen} is no text for a terminal", "name a file with -o, or pipe the output"
            )
        return
    must_be_writable(target, f"map.{chosen}")
    if target.exists() and Path(file).exists() and target.samefile(file):
        raise BlueprintError(f"{target} is the blueprint itself", "name another file with -o")


def deliver(content: bytes, target: Path | None) -> int:
    """Write the whole content, and say where on standard error; None is standard output. The exit code."""
    from blueprint_cli.files import write_whole

    if target is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return 0
    write_whole(target, content)
    sys.stderr.write(f"{target.as_posix()}\n")
    return 0
