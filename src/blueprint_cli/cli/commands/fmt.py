"""`blueprint fmt`."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from blueprint_cli.cli.options import StdinName  # noqa: TC001 - typer reads the annotations
from blueprint_cli.cli.paths import STANDARD_INPUT, blueprint_files
from blueprint_cli.errors import BlueprintError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from blueprint_cli.source.document import Document
    from blueprint_cli.source.reading import Unreadable

_BYTE_ORDER_MARK = "\ufeff"
_LINE = re.compile(r"([^\r\n]*)(\r\n|\n|\r|\Z)")

Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATHS]...",
        help="Files, folders or globs; - reads standard input and writes standard output. Default: this folder.",
    ),
]


def command(
    paths: Paths = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; name the files that would change, and exit 1.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Write nothing; show what would change, and exit 1.")
    ] = False,
    stdin_filename: StdinName = "",
) -> int:
    """Bring files into one style: order of keys, short forms, quotes, white space; every comment stays at its element.

    Each result is read again and compared; a file that would not keep its meaning or a comment is left alone and named. In
    a file that is no blueprint yet, only white space changes.

    Examples:
      blueprint fmt
      blueprint fmt maps/ late.blueprint.yaml
      blueprint fmt --check
      blueprint fmt --diff late.blueprint.yaml
      blueprint fmt - < late.blueprint.yaml
    """
    from blueprint_cli.cli.terminal import with_progress

    run = _Run(check=check, diff=diff, stdin_filename=stdin_filename)
    files = _files(paths or ["."])
    for file in with_progress(files, len(files), "formatting"):
        run.format(file)
    if files != [STANDARD_INPUT]:
        run.tell(len(files))
    return int(bool(run.left or (run.changed and run.writes_nothing)))


@dataclass
class _Run:
    """A run on its way, and how many files it changed (or would) and left alone."""

    check: bool
    diff: bool
    stdin_filename: str
    changed: int = 0
    left: int = 0

    @property
    def writes_nothing(self) -> bool:
        return self.check or self.diff

    def format(self, file: str) -> None:
        from blueprint_cli.edit.formatting import LeftAlone, formatted
        from blueprint_cli.source.reading import Unreadable, read, read_bytes

        raw = sys.stdin.buffer.read() if file == STANDARD_INPUT else b""
        try:
            if file == STANDARD_INPUT:
                document = read_bytes(raw, self.stdin_filename or "<stdin>")
            else:
                document = read(Path(file))
            text = formatted(document)
        except (Unreadable, LeftAlone) as error:
            self._leave(
                _reason(error) if isinstance(error, Unreadable) else f"{document.path}: {error.reason}"
            )
            if file == STANDARD_INPUT and not self.writes_nothing:  # a filter must not swallow what it reads
                sys.stdout.buffer.write(raw)
        else:
            self._deliver(file, document, text)

    def _leave(self, reason: str) -> None:
        from blueprint_cli.cli.terminal import notice

        self.left += 1
        notice(f"left alone: {reason}")

    def _deliver(self, file: str, document: Document, text: str) -> None:
        from blueprint_cli.cli.terminal import notice

        same = text == document.text
        self.changed += not same
        if self.diff:
            sys.stdout.writelines(_diff(document, text))
        elif self.check:
            sys.stdout.write("" if same else f"{document.path}\n")
        elif file == STANDARD_INPUT:
            sys.stdout.buffer.write(_bytes(document, text))
        elif not same:
            _write(Path(file), _bytes(document, text))
            notice(f"formatted {file}")

    def tell(self, files: int) -> None:
        from blueprint_cli.cli.terminal import notice

        verb = "would be formatted" if self.writes_nothing else "formatted"
        counted = "1 file" if files == 1 else f"{files} files"
        notice(f"{self.changed} of {counted} {verb}{f', {self.left} left alone' if self.left else ''}")


def _files(paths: Sequence[str]) -> list[str]:
    from blueprint_cli.source.settings import find_settings

    found = blueprint_files(paths, find_settings)
    if not found:
        raise BlueprintError(
            f"there is no blueprint in {', '.join(paths)}",
            "files are named NAME.blueprint.yaml; `blueprint new` writes one",
        )
    return found


def _reason(error: Unreadable) -> str:
    problem, document = error.problem, error.document
    line, column = document.place(problem.span[0] if problem.span else 0)
    return f"{document.path}:{line}:{column}: {problem.message}"


def _bytes(document: Document, text: str) -> bytes:
    return ((_BYTE_ORDER_MARK if document.byte_order_mark else "") + text).encode()


def _write(path: Path, content: bytes) -> None:
    from blueprint_cli.files import write_whole

    try:
        write_whole(path.resolve(), content)  # a link stays a link
    except OSError as error:
        raise BlueprintError(f"{path} cannot be written: {error.strerror or error}") from None


def _diff(document: Document, text: str) -> Iterator[str]:
    """A unified diff; line ends stay, except that a lone CR is shown as CRLF: a terminal would go back on it."""
    from blueprint_cli.edit.unified import unified

    for line in unified(_lines(document.text), _lines(text), document.path):
        if line.endswith("\r"):
            yield f"{line}\n"
        elif line.endswith("\n"):
            yield line
        else:
            yield f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    return [match[0] for match in _LINE.finditer(text) if match[0]]
