"""The file as it is today: its text at once, its map when somebody asks for it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from blueprint_cli.edit.returning.places import Places

if TYPE_CHECKING:
    from collections.abc import Callable

    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.source.document import Document
    from blueprint_cli.source.loading import Source

_SHELVES = ("teams", "systems")


class Mine:
    """A file that a workbook is compared with.

    Attributes:
        document: its text and plain data.
        fingerprint: SHA-256 of its bytes.
    """

    def __init__(self, document: Document, fingerprint: str, read: Callable[[], Blueprint]) -> None:
        """Take the text, and how its map is read."""
        self.document = document
        self.fingerprint = fingerprint
        self._read = read

    @classmethod
    def of(cls, source: Source, blueprint: Blueprint) -> Mine:
        """A file that has been read: its map, or the variant that a workbook was made of."""
        mine = cls(source.document, source.document.fingerprint(), lambda: blueprint)
        mine.blueprint = blueprint  # it is there: nothing is saved by doing without it
        return mine

    @cached_property
    def blueprint(self) -> Blueprint:
        """The map; reading it takes longer than most imports take without it."""
        return self._read()

    @property
    def is_told_by_its_text(self) -> bool:
        """Whether there is no need for the map: it has not been read yet, and all that it says stands in the file itself."""
        data = self.document.data
        return not self.is_read and isinstance(data, dict) and not data.get("catalogs")

    @property
    def is_read(self) -> bool:
        """Whether somebody has asked for the map."""
        return "blueprint" in self.__dict__

    @cached_property
    def names(self) -> dict[str, dict[str, str]]:
        """The names of teams and of systems by their ids."""
        if not self.is_told_by_its_text:
            shelves = {shelf: getattr(self.blueprint, shelf) for shelf in _SHELVES}
            return {
                shelf: {key: entry.name for key, entry in entries.items()}
                for shelf, entries in shelves.items()
            }
        return {shelf: _names(self.document.data.get(shelf)) for shelf in _SHELVES}

    def has(self, address: str) -> bool:
        """Whether there is a part with an address; the map is not read for that where the text tells."""
        if self.is_told_by_its_text:
            return address in self.places
        from blueprint_cli.edit.returning.planning import parts_of

        return address in parts_of(self.blueprint)

    @cached_property
    def places(self) -> Places:
        """Where everything stands in the text."""
        return Places(self.document.data)


def _names(entries: Any) -> dict[str, str]:
    found = (entries or {}).items()
    return {key: entry if isinstance(entry, str) else entry["name"] for key, entry in found if entry}
