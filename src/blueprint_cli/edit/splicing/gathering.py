"""Changes of a text that are made at once, so that it is read again once; none stands on the ground of another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from blueprint_cli.edit.patching import Unverified, copied, overlap
from blueprint_cli.edit.splicing.edited import Edited
from blueprint_cli.source.patches import NoSmallEdit

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from blueprint_cli.findings import Edit
    from blueprint_cli.source.document import Document


class Gathering:
    """What has been noted so far."""

    def __init__(self) -> None:
        self._edits: list[Edit] = []
        self._changes: list[Callable[[Any], object]] = []
        self._grounds: set[Hashable] = set()
        self._noted = False

    def begin(self) -> None:
        """The next change begins."""
        self._noted = False

    def claim(self, ground: Hashable) -> None:
        """Take a ground for one change alone.

        Raises:
            NoSmallEdit: another one stands there.
        """
        if ground in self._grounds:
            raise NoSmallEdit(())
        self._grounds.add(ground)

    def note(self, edits: Sequence[Edit], change: Callable[[Any], object]) -> None:
        """Keep edits with what they do to the data.

        Raises:
            NoSmallEdit: the change takes several edits after one another, or touches what another one edits.
        """
        if self._noted or overlap(edits, self._edits):
            raise NoSmallEdit(())
        self._noted = True
        self._edits += edits
        self._changes.append(change)

    def made_in(self, document: Document) -> Edited:
        """The document with all that was noted.

        Raises:
            Unverified: the text would not say what was asked.
        """
        if not self._changes:
            return Edited(document)
        wanted = copied(document.data)
        for change in self._changes:
            change(wanted)
        return Edited(document, self._edits, wanted)


def demand(made: Sequence[int], needed: int) -> None:
    """Refuse changes at once that leave out one of the first `needed` ones.

    Raises:
        Unverified: one of them is left out.
    """
    if made[:needed] != list(range(needed)):
        raise Unverified("one that is needed takes a step of its own")
