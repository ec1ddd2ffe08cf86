"""`import -o`: a grid that was made elsewhere as a new blueprint."""

from __future__ import annotations

import sys
from pathlib import Path

from blueprint_cli.cli.targets import must_be_writable
from blueprint_cli.errors import BlueprintError

STANDARD_OUTPUT = "-"


def found(book: str, output: str) -> int:
    """Read a grid, write the blueprint, and say what was guessed.

    Raises:
        BlueprintError: the grid is not understood, or the new file is there already.
    """
    from blueprint_cli.cli.terminal import notice
    from blueprint_cli.edit.sketching import text_of
    from blueprint_cli.workbook.foreign.reading import sketch_of
    from blueprint_cli.workbook.reading.opening import read_book

    path = Path(output)
    _refuse_what_is_there(path, output)
    opened = read_book(Path(book), book, comments=True)
    sketch = sketch_of(opened)
    text = text_of(sketch, f"Read from {Path(book).name}; what was guessed was said then.")
    _refuse_what_does_not_load(text, output)
    first, *more = (*opened.notes, *sketch.guesses)
    notice(f"{book}: {first}")
    sys.stderr.writelines(f"  {guess}\n" for guess in more)
    if output == STANDARD_OUTPUT:
        sys.stdout.write(text)
        return 0
    _write_new(path, text)
    sys.stderr.write(f"{path.as_posix()}\nnext: blueprint lint {path.as_posix()}\n")
    return 0


def _refuse_what_is_there(path: Path, output: str) -> None:
    if output == STANDARD_OUTPUT:
        return
    if path.exists():
        raise BlueprintError(
            f"{path} is already there",
            "choose another name; --into brings edits of a workbook of yours back into it",
        )
    must_be_writable(path, "new.blueprint.yaml")


def _refuse_what_does_not_load(text: str, name: str) -> None:
    from blueprint_cli.source.loading import load_bytes

    source = load_bytes(text.encode(), name, Path())
    if not source.sound:
        first = source.problems[0]
        raise BlueprintError(f"what the grid says makes no blueprint: {first.message}", first.help)


def _write_new(path: Path, text: str) -> None:
    try:
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError:
        raise BlueprintError(f"{path} is already there", "choose another name, or remove it first") from None
    except OSError as error:
        raise BlueprintError(f"{path} cannot be written: {error.strerror or error}") from None
