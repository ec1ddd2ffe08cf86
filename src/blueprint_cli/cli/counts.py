"""Whole numbers that options take, refused in words of ours: typer's change from version to version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.errors import BlueprintError

if TYPE_CHECKING:
    from collections.abc import Callable


def count(option: str, least: int, most: int | None = None) -> Callable[[str], int]:
    """A reader of the value of `option`: a whole number from `least` to `most`, both included.

    Raises:
        BlueprintError: when the reader is given anything else.
    """

    def read(text: str | int) -> int:
        try:
            number = int(text)
        except ValueError:
            number = least - 1
        if number < least or (most is not None and number > most):
            bounds = f"from {least:,}" + (" on" if most is None else f" to {most:,}")
            raise BlueprintError(f"{option}: '{text}' is not a whole number {bounds}")
        return number

    read.__name__ = "int"  # what --help calls the kind of value
    return read
