"""The typer application, made of the commands that are found in `commands/`."""

from __future__ import annotations

import inspect
import re
from typing import TYPE_CHECKING, Annotated

import typer
from typer.models import OptionInfo

from blueprint_cli import __version__, discovery
from blueprint_cli.errors import BlueprintError
from blueprint_cli.language.spelling import closest

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

COMMANDS = "blueprint_cli.cli.commands"
_ROOM = 65
"""Characters beside the name of a command in a terminal of 80 columns."""

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
        about = command.__doc__
        app.command(name=name, help=_laid_out(about), short_help=_summary(about))(
            _narrowed(command, arguments)
        )
    return app


def _summary(about: str | None) -> str:
    """What stands beside a command in the list of all: its first sentence, as far as a line has room for it."""
    sentence = " ".join((about or "").split("\n\n", 1)[0].split())
    return sentence if len(sentence) <= _ROOM else re.split("[:;]", sentence, maxsplit=1)[0].rstrip(".") + "."


def _narrowed(command: Callable[..., int], arguments: Sequence[str]) -> Callable[..., int]:
    """The command with those of its options alone that the command line names.

    Each option that typer knows of costs a fraction of a millisecond at every start, said or not. Where help is asked
    for, or an option is not one of the command's, all of them are kept: the answer lists them.
    """
    said = {word.split("=", 1)[0] for word in arguments if word.startswith("-") and word not in ("-", "--")}
    signature = inspect.signature(command, eval_str=True)
    names = {name: _switches(name, parameter) for name, parameter in signature.parameters.items()}
    known = {switch for switches in names.values() for switch in switches}
    if not said <= known:
        return command
    kept = [
        parameter
        for name, parameter in signature.parameters.items()
        if not names[name] or said.intersection(names[name])
    ]

    def narrowed(**given: object) -> int:
        return command(**given)

    # inspect reads it; setattr, because functions are not known to have it.
    setattr(narrowed, "__signature__", signature.replace(parameters=kept))  # noqa: B010
    narrowed.__annotations__ = {parameter.name: parameter.annotation for parameter in kept}
    return narrowed


def _switches(name: str, parameter: inspect.Parameter) -> tuple[str, ...]:
    """How the command line names a parameter; an argument has no switch."""
    details = getattr(parameter.annotation, "__metadata__", (None,))[0]
    if not isinstance(details, OptionInfo):
        return ()
    return tuple(details.param_decls or ()) or (f"--{name.replace('_', '-')}",)


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
