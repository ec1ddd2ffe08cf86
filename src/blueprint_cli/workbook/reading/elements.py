"""XML as a stream of elements: no DTD, no entities of its own, bounded in depth, number and size."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.parsers import expat

from blueprint_cli.workbook.reading.archive import DAMAGED
from blueprint_cli.workbook.reading.limits import (
    MOST_CHARACTERS,
    MOST_ELEMENTS,
    MOST_LEVELS,
    MOST_TAG_BYTES,
    NOT_OURS,
    refused,
    too_long,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import NoReturn

    from blueprint_cli.errors import BlueprintError
    from blueprint_cli.workbook.reading.archive import Archive
    from blueprint_cli.workbook.reading.limits import Tally

Attributes = dict[str, str]


class Elements:
    """Handlers of one part; names come without their prefix, and so do attributes by `own`."""

    def start(self, name: str, attributes: Attributes) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, piece: str) -> None:
        """A piece of text; one text may come in several."""

    def prepared(self, block: bytes) -> bytes:
        """The bytes of a block without what says nothing."""
        return block

    def attach(self, parser: Any, tally: Tally) -> None:
        """Have a parser call the handlers, and count what comes."""
        _listen(parser, self, tally)


def own(attributes: Attributes) -> Attributes:
    """The attributes without the prefixes of their names."""
    return {key.rsplit(":", 1)[-1]: value for key, value in attributes.items()}


def parse(
    archive: Archive, part: str, handlers: Elements, tally: Tally, blocks: Iterable[bytes] | None = None
) -> None:
    """Read a part, or the blocks that are given in its place.

    Raises:
        BlueprintError: it is no XML, holds a DTD, or is too deep, too long or damaged.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    _forbid_dtd(parser, archive.name, part)
    handlers.attach(parser, tally)
    fed = 0
    try:
        for raw in archive.blocks(part) if blocks is None else blocks:
            block = handlers.prepared(raw)
            parser.Parse(block, False)  # noqa: FBT003 - expat takes no keyword
            fed += len(block)
            # expat keeps an unfinished tag in memory, and reads it again with every block.
            if fed - max(parser.CurrentByteIndex, 0) > MOST_TAG_BYTES:
                raise refused(archive.name, f"a tag in {part} is too long", NOT_OURS)
        parser.Parse(b"", True)  # noqa: FBT003
    except (expat.ExpatError, ValueError, LookupError):  # the others: an encoding that nobody can read
        raise refused(archive.name, f"the file is damaged in {part}", DAMAGED) from None


def _forbid_dtd(parser: Any, name: str, part: str) -> None:
    def refuse(*_: object) -> NoReturn:
        raise refused(
            name,
            f"{part} declares a document type, which no workbook does",
            "do not open it: it was made to harm",
        )

    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = refuse


def too_much(tally: Tally, depth: int) -> BlueprintError:
    """The refusal of a part with too many levels or elements."""
    what = f"more than {MOST_LEVELS} levels deep" if depth > MOST_LEVELS else "too many cells"
    return refused(tally.name, what, NOT_OURS)


def _listen(parser: Any, handlers: Elements, tally: Tally) -> None:
    start, end = handlers.start, handlers.end
    depth = 0

    def opened(tag: str, attributes: Attributes) -> None:
        nonlocal depth
        depth += 1
        tally.elements += 1
        if depth > MOST_LEVELS or tally.elements > MOST_ELEMENTS:
            raise too_much(tally, depth)
        start(tag.rsplit(":", 1)[-1], attributes)

    def closed(tag: str) -> None:
        nonlocal depth
        depth -= 1
        end(tag.rsplit(":", 1)[-1])

    parser.StartElementHandler, parser.EndElementHandler = opened, closed
    parser.CharacterDataHandler = handlers.text


class Gathering(Elements):
    """Handlers that gather the text of one thing at a time.

    Attributes:
        listening: whether text is gathered now.
    """

    def __init__(self, tally: Tally, most: int) -> None:
        self.tally = tally
        self.most = most
        self.listening = False
        self._pieces: list[str] = []
        self._length = 0

    def text(self, piece: str) -> None:
        """Keep a piece.

        Raises:
            BlueprintError: the text is longer than a cell can hold.
        """
        if self.listening:
            self._length += len(piece)
            if self._length > self.most:
                raise too_long(self.tally.name)
            self._pieces.append(piece)

    def taken(self) -> str:
        """What was gathered; the next text starts afresh.

        Raises:
            BlueprintError: all texts together are too long.
        """
        pieces = self._pieces
        text = pieces[0] if len(pieces) == 1 else "".join(pieces)
        pieces.clear()
        self.tally.characters += self._length
        self._length = 0
        if self.tally.characters > MOST_CHARACTERS:
            self.tally.text(0)
        return text
