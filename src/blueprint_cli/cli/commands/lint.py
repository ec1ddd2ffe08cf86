"""`blueprint lint`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from blueprint_cli import discovery
from blueprint_cli.cli.options import Persona, StdinName  # noqa: TC001 - typer reads the annotations
from blueprint_cli.errors import BlueprintError
from blueprint_cli.language.spelling import closest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from blueprint_cli.checks.checking import Checked
    from blueprint_cli.checks.rule import Selection

FORMATS = "blueprint_cli.report.findings"
DEFAULT_FORMAT = "full"
NEVER = "never"

Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATHS]...",
        help="Files, folders or globs; - reads standard input. Default: this folder.",
    ),
]


def command(
    paths: Paths = None,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            metavar="NAME[:FILE]",
            help=f"One of {', '.join(discovery.names(FORMATS))}; repeatable. Default: {DEFAULT_FORMAT}.",
        ),
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option(metavar="RULES", help="Codes, names, prefixes such as BP1, or ALL; comma-separated."),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(metavar="RULES", help="Rules to leave out; the longest word that matches a code wins."),
    ] = None,
    fail_on: Annotated[
        Literal["error", "warning", "info", "never"],
        typer.Option(help="Lowest severity that makes the exit code 1."),
    ] = "warning",
    persona: Persona = None,
    stdin_filename: StdinName = "",
    allow_empty: Annotated[bool, typer.Option("--allow-empty", help="Finding no file is no error.")] = False,
) -> int:
    """Check blueprints: findings with place, code, excerpt and help.

    A folder means every *.blueprint.yaml (or .yml) below it, hidden folders left out.

    Examples:
      blueprint lint
      blueprint lint maps/ late.blueprint.yaml
      blueprint lint --format full --format json:findings.json
      blueprint lint --select BP1,unlinked-system --fail-on error
    """
    from blueprint_cli.checks.rule import Selection

    outputs = [_output(word) for word in formats or [DEFAULT_FORMAT]]
    selection = Selection(_words(select) or ("ALL",), _words(ignore))
    selection.codes()  # an unknown rule is said before any file is read
    files = _files(paths or ["."], allow_empty=allow_empty)
    checked = list(_checked(files, selection, persona, stdin_filename))
    _write(checked, outputs)
    return _exit_code(checked, fail_on)


def _words(options: list[str] | None) -> tuple[str, ...]:
    return tuple(word.strip() for option in options or () for word in option.split(",") if word.strip())


def _output(word: str) -> tuple[str, str]:
    name, _, file = word.partition(":")
    known = discovery.names(FORMATS)
    if name not in known:
        near = closest(name, known)
        raise BlueprintError(
            f"there is no format '{name}'",
            f"did you mean {near}?" if near else f"the formats: {', '.join(known)}",
        )
    return name, file


def _files(paths: Sequence[str], *, allow_empty: bool) -> list[str]:
    from blueprint_cli.cli.paths import blueprint_files

    found = blueprint_files(paths)
    if not found and not allow_empty:
        raise BlueprintError(
            f"there is no blueprint in {', '.join(paths)}",
            "files are named NAME.blueprint.yaml; `blueprint new` writes one",
        )
    return found


def _checked(
    files: Sequence[str], selection: Selection, persona: str | None, stdin_filename: str
) -> Iterator[Checked]:
    """Each file's findings, and once those of each catalogue that was not named itself."""
    from blueprint_cli.checks.checking import check
    from blueprint_cli.cli.maps import read_source
    from blueprint_cli.cli.terminal import with_progress
    from blueprint_cli.source.loading import Shelf

    shelf = Shelf()
    named = {Path(file).resolve() for file in files if file != "-"}
    known_variant = False
    for file in with_progress(files, len(files), "checking"):
        source = read_source(file, stdin_filename, shelf)
        known_variant = known_variant or _knows(source.root, persona)
        yield check(source, selection, persona)
    if persona is not None and not known_variant:
        raise BlueprintError(
            f"no blueprint knows a persona '{persona}'", "`only`, `persona` and `personas` name them"
        )
    for path, source in shelf.sources.items():
        if path not in named:
            yield check(source, selection)


def _knows(root: object, persona: str | None) -> bool:
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.model.variants import variants

    return root is None or (isinstance(root, Blueprint) and persona in variants(root))


def _write(checked: Sequence[Checked], outputs: Sequence[tuple[str, str]]) -> None:
    from blueprint_cli.cli.terminal import takes_color, width
    from blueprint_cli.files import write_whole

    for name, file in outputs:
        render = discovery.load(FORMATS, name).render
        if file:
            write_whole(Path(file), render(checked, color=False, width=80).encode())
        else:
            sys.stdout.write(render(checked, color=takes_color(), width=width()))


def _exit_code(checked: Sequence[Checked], fail_on: str) -> int:
    from blueprint_cli.findings import Severity

    if fail_on == NEVER:
        return 0
    threshold = Severity[fail_on.upper()]
    return int(any(finding.severity >= threshold for one in checked for finding in one.findings))
