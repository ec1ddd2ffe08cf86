"""Reading the one blueprint that a command works on, or ending the command with the findings that stand in the way."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from blueprint_cli.cli.running import FOUND, Stopped
from blueprint_cli.errors import BlueprintError
from blueprint_cli.language.spelling import closest
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.model.variants import for_persona, variants

if TYPE_CHECKING:
    from blueprint_cli.source.loading import Shelf, Source

STANDARD_INPUT = "-"
MOST_BYTES = 4_000_000
FILE_ERRORS = ("BP001", "BP002", "BP003", "BP004", "BP005", "BP006", "BP007")
TIME_ERRORS = ("BP306", "BP307", "BP308")


@dataclass(frozen=True)
class Map:
    """A blueprint that can be worked on, and the file it came from."""

    source: Source
    blueprint: Blueprint

    def place(self, at: str) -> str:
        """File and line of the part with an address; the file alone where there is no such part."""
        from blueprint_cli.edit.returning.planning import parts_of

        document, part = self.source.document, parts_of(self.blueprint).get(at)
        if part is None:
            return document.path
        start, end = document.underline(part.route, "value")
        return f"{document.path}:{document.location(start, end).line}"


def read_source(file: str, stdin_filename: str = "", shelf: Shelf | None = None) -> Source:
    """Read a file, or standard input for `-`.

    Raises:
        BlueprintError: there is no such file, or it cannot be read.
    """
    from blueprint_cli.source.loading import load, load_bytes

    if file != STANDARD_INPUT:
        return load(Path(file), shelf)
    name = stdin_filename or "<stdin>"
    return load_bytes(sys.stdin.buffer.read(MOST_BYTES + 1), name, Path(stdin_filename).parent, shelf)


def read_map(
    file: str, persona: str | None = None, refuse: tuple[str, ...] = FILE_ERRORS, stdin_filename: str = ""
) -> Map:
    """Read a blueprint that has none of the errors in `refuse`.

    Raises:
        BlueprintError: it cannot be read, it is a catalogue, or it knows no such persona.
        Stopped: it has such errors; they have been printed on standard error.
    """
    return map_of(read_source(file, stdin_filename), persona, refuse)


def map_of(source: Source, persona: str | None = None, refuse: tuple[str, ...] = FILE_ERRORS) -> Map:
    """The blueprint of a file that has been read, and has none of the errors in `refuse`.

    Raises:
        BlueprintError: it is a catalogue, or it knows no such persona.
        Stopped: it has such errors; they have been printed on standard error.
    """
    _stop_on_errors(source, refuse)
    if not isinstance(source.root, Blueprint):
        raise BlueprintError(f"{source.document.path} is a catalogue", "name a blueprint that uses it")
    return Map(source, only_for(source.root, persona))


def read_past(file: str, base: str, persona: str | None, refuse: tuple[str, ...]) -> Map:
    """Read a blueprint as it stood at a revision of git.

    Raises:
        BlueprintError: there is no such revision, the file did not exist then, or it was a catalogue.
        Stopped: it had errors in `refuse`; they have been printed on standard error.
    """
    from blueprint_cli.source.revisions import load_at

    source = load_at(Path(file), base)
    _stop_on_errors(source, refuse)
    if not isinstance(source.root, Blueprint):
        raise BlueprintError(f"{file} was a catalogue at {base}", "choose a later revision")
    return Map(source, only_for(source.root, persona))


def only_for(blueprint: Blueprint, persona: str | None) -> Blueprint:
    """The blueprint, or its variant for a persona or segment.

    Raises:
        BlueprintError: the blueprint knows no such persona, or keeps no step for it.
    """
    if persona is None:
        return blueprint
    known = variants(blueprint)
    if persona not in known:
        near = closest(persona, known)
        listed = f"it knows {', '.join(known)}" if known else "it names no persona"
        raise BlueprintError(
            f"the blueprint knows no persona '{persona}'", f"did you mean {near}?" if near else listed
        )
    variant = for_persona(blueprint, persona)
    if not variant.steps:
        raise BlueprintError(
            f"no step of the map is for '{persona}'", "name another persona, or look at `only`"
        )
    return variant


def _stop_on_errors(source: Source, refuse: tuple[str, ...]) -> None:
    from blueprint_cli.checks.checking import Checked, errors_among

    findings = errors_among(source, refuse)
    if findings:
        from blueprint_cli.checks.outcome import Outcome
        from blueprint_cli.checks.rule import own_rules
        from blueprint_cli.cli.terminal import takes_color, width
        from blueprint_cli.report.findings.full import render

        outcome = Outcome((Checked(source.document.path, findings),), own_rules())
        sys.stderr.writelines(render(outcome, color=takes_color(sys.stderr), width=width()))
        raise Stopped(FOUND)
