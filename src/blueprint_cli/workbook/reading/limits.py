"""How much a workbook from outside may hold, and how it is refused when it holds more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.errors import BlueprintError

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_BYTES = 20_000_000
MOST_OF_A_TABLE = 8_000_000
MOST_UNPACKED = 80_000_000
MOST_READ = 20_000_000
"""Bytes of all parts that are read, unpacked: 100,000 cells take half of it."""
MOST_PARTS = 2_000
MOST_LINKS = 10_000
MOST_DIRECTORY_BYTES = 1_000_000
MOST_CELLS = 100_000
MOST_STRINGS = 100_000
MOST_CHARACTERS = 8_000_000
MOST_IN_A_CELL = 65_534
MOST_ELEMENTS = 300_000
"""Elements that are told one by one: of cells that are written as usual there is none."""
MOST_LEVELS = 64
MOST_TAG_BYTES = 1_000_000
MOST_MERGES = 5_000
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384

NOT_OURS = "no blueprint is that large; save the grid alone in a new workbook"


def refused(name: str, why: str, help_line: str = "") -> BlueprintError:
    """The error of a workbook that is not read: the file, the reason, and a way out."""
    return BlueprintError(f"{name}: {why}", help_line)


def too_many_texts(name: str) -> BlueprintError:
    """The refusal of a workbook with too many texts beside its cells."""
    return refused(name, f"more than {MOST_STRINGS} texts", NOT_OURS)


def too_long(name: str) -> BlueprintError:
    """The refusal of a workbook with a text that no spreadsheet program can have written."""
    return refused(name, "a cell holds more text than a spreadsheet allows", NOT_OURS)


class Tally:
    """What has been read of a workbook so far, held against the limits."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.cells = 0
        self.characters = 0
        self.elements = 0

    def cell(self, times: int = 1) -> None:
        """Count filled cells.

        Raises:
            BlueprintError: they are too many.
        """
        self.cells += times
        if self.cells > MOST_CELLS:
            raise refused(self.name, f"more than {MOST_CELLS} filled cells", NOT_OURS)

    def text(self, length: int) -> None:
        """Count characters of texts.

        Raises:
            BlueprintError: they are too many.
        """
        self.characters += length
        if self.characters > MOST_CHARACTERS:
            raise refused(self.name, f"more than {MOST_CHARACTERS} characters of text", NOT_OURS)

    def texts(self, found: Sequence[str]) -> None:
        """Count texts that were read at once.

        Raises:
            BlueprintError: they are too long, one or all together.
        """
        if max(map(len, found), default=0) > MOST_IN_A_CELL:
            raise too_long(self.name)
        self.text(sum(map(len, found)))
