"""The typer application, made of the commands that are found in `commands/`."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Annotated

import typer

from blueprint_cli import __version__, discovery
from blueprint_cli.errors import BlueprintError
from blueprint_cli.language.spelling import closest

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = "blueprint_cli.cli.commands"

INTRODUCTION = """Service blueprints as plain YAML: checked, timed, drawn, and filled into a grid.

Examples:
  blueprint new late-parcel --template late-parcel
  blueprint lint
  blueprint timings late-parcel.blueprint.yaml
  blueprint render late-parcel.blueprint.yaml --to svg
"""


def application(arguments: Sequence[str]) -> typer.Typer:
    """An application with the command that the arguments name, or with all of them where help is asked for.

    Only what is asked for is imported: `lint` pays for no other command.

    Raises:
        BlueprintError: the first word is no command.
    """
    app = typer.Typer(name="blueprint", help=INTRODUCTION, add_completion=False, rich_markup_mode=None)
    app.callback(help=_laid_out(INTRODUCTION))(_introduce)
    for name in _wanted(arguments):
        command = discovery.load(COMMANDS, name).command
        app.command(name=name, help=_laid_out(command.__doc__))(command)
    return app


def _laid_out(text: str) -> str:
    """The help text with its examples kept line by line; typer would join them into a paragraph."""
    return inspect.cleandoc(text).replace("Examples:\n", "\b\nExamples:\n")


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"blueprint {__version__}")
        raise typer.Exit


def _introduce(
    _version: Annotated[
        bool,
        typer.Option(
            "--version", "-V", help="Print the version and stop.", is_eager=True, callback=_print_version
        ),
    ] = False,
) -> None:
    pass


def _wanted(arguments: Sequence[str]) -> tuple[str, ...]:
    known = discovery.names(COMMANDS)
    word = next((argument for argument in arguments if not argument.startswith("-")), None)
    if word is None:
        return known
    if word not in known:
        near = closest(word, known)
        raise BlueprintError(
            f"there is no command '{word}'",
            f"did you mean {near}?" if near else f"the commands: {', '.join(known)}",
        )
    return (word,)
