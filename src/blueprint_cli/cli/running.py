"""The one place where errors end: every exit code of the program is decided here."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TextIO

from blueprint_cli import discovery
from blueprint_cli.cli.terminal import hear_encoding
from blueprint_cli.errors import BlueprintError, PluginCrash
from blueprint_cli.language.spelling import closest

if TYPE_CHECKING:
    from collections.abc import Sequence

STRAIGHT = "blueprint_cli.cli.straight"
DONE, FOUND, CANNOT_RUN, OUR_BUG, INTERRUPTED = 0, 1, 2, 3, 130


class Stopped(Exception):  # noqa: N818 - not an error: everything has been said
    """Ends a command early, after it has printed what there is to say."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit code; never raises, never shows a traceback."""
    _settle_streams()
    try:
        code = _call(arguments)
        sys.stdout.flush()
    except Stopped as stop:
        code = stop.code
    except BlueprintError as error:
        code = _complain(error.message, error.help)
    except PluginCrash as crash:
        sys.stderr.write(f"blueprint: a plugin crashed: {_one_line(str(crash))}; please tell its author\n")
        code = OUR_BUG
    except (KeyboardInterrupt, SystemExit):
        # typer ends the program itself where the reader of its output has gone.
        code = INTERRUPTED
    except BrokenPipeError:
        # The reader has gone (`| head`): keep the interpreter from complaining when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = INTERRUPTED
    except OSError as error:
        code = _complain(f"{error.filename}: {error.strerror}" if error.filename else str(error))
    except Exception as error:  # noqa: BLE001 - the outermost handler: what arrives here is usage, or our bug
        code = _last_word(error)
    return code


def _call(arguments: Sequence[str]) -> int:
    # pydantic would look for plugins among all installed packages, at every start.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")
    words = list(arguments) or ["--help"]
    straight = _straight(words)
    if straight is not None:
        return straight
    from blueprint_cli.cli.app import application

    code = application(words)(words, standalone_mode=False, prog_name="blueprint")
    return code if isinstance(code, int) else DONE


def _straight(words: Sequence[str]) -> int | None:
    """The exit code of a simple command line that needs no parser; None for all others."""
    if words[0] not in discovery.names(STRAIGHT):
        return None
    code: int | None = discovery.load(STRAIGHT, words[0]).call(words[1:])
    return code


def _settle_streams() -> None:
    """UTF-8 and LF everywhere, on Windows too; what cannot be printed is escaped, not fatal."""
    # A stream that the caller closed is None: nothing comes from it, and what is said there is lost.
    sys.stdin = sys.stdin or _nowhere("r")
    sys.stdout, sys.stderr = (stream or _nowhere("w") for stream in (sys.stdout, sys.stderr))
    hear_encoding(getattr(sys.stdout, "encoding", None))
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", newline="\n", errors="backslashreplace")


def _nowhere(mode: Literal["r", "w"]) -> TextIO:
    return Path(os.devnull).open(mode, encoding="utf-8")


def _complain(message: str, help_line: str = "") -> int:
    sys.stderr.write(f"blueprint: {message}{f' ({help_line})' if help_line else ''}\n")
    return CANNOT_RUN


def _last_word(error: Exception) -> int:
    """What typer raises differs from version to version in class and home, not in what it carries."""
    if type(error).__name__ == "Abort":
        return INTERRUPTED
    if hasattr(error, "possibilities"):
        return _unknown_option(str(getattr(error, "option_name", "")), error.possibilities)
    usage = getattr(error, "format_message", None)
    if usage is not None:
        context = getattr(error, "ctx", None)
        path = context.command_path if context is not None else "blueprint"
        return _complain(_one_line(usage()), f"{path} --help shows what there is")
    return _confess(error)


def _unknown_option(name: str, possibilities: Sequence[str] | None) -> int:
    near = closest(name.lstrip("-"), [known.lstrip("-") for known in possibilities or ()])
    return _complain(
        f"there is no option {name}", f"did you mean --{near}?" if near else "--help shows what there is"
    )


def _confess(error: Exception) -> int:
    import traceback

    where = traceback.extract_tb(error.__traceback__)[-1]
    sys.stderr.write(
        f"blueprint: this is a bug of ours: {type(error).__name__}: {_one_line(str(error))} "
        f"({Path(where.filename).name}, line {where.lineno}); please report it with the file and the command\n"
    )
    if os.environ.get("BLUEPRINT_DEBUG"):
        traceback.print_exception(error)
    return OUR_BUG


def _one_line(text: str) -> str:
    words = " ".join(text.replace("Value error, ", "").split()).removesuffix(".")
    return words[:1].lower() + words[1:]
