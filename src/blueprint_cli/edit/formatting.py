"""One canonical style for a file: only the space between tokens is new, and the result is read again before it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.edit.layout import Layout
from blueprint_cli.edit.tokens import COMMENT, LeftAlone, tokens
from blueprint_cli.source.document import LINE_END
from blueprint_cli.source.reading import Unreadable, read_text

if TYPE_CHECKING:
    from blueprint_cli.source.document import Document

__all__ = ["LeftAlone", "formatted"]

_NO_SPACE = str.maketrans("", "", " \t\r\n")


def formatted(document: Document) -> str:
    """The text of a document in the canonical style, without byte order mark.

    Raises:
        LeftAlone: the result would not hold the same data and comments, or would not stay as it is.
    """
    text = _laid_out(document)
    if text != document.text:
        _verify(document, text)
    return text


def _laid_out(document: Document) -> str:
    layout = Layout()
    layout.set(tokens(document))
    first = LINE_END.search(document.text)
    return layout.text(first[0] if first else "\n")


def _verify(document: Document, text: str) -> None:
    try:
        again = read_text(text, document.path, byte_order_mark=document.byte_order_mark)
    except Unreadable as error:
        raise LeftAlone(f"the result could not be read again: {error.problem.message}") from None
    # repr: to Python True, 1 and 1.0 are equal, and so are mappings in another order.
    if repr(again.data) != repr(document.data):
        raise LeftAlone("the result would not hold the same data")
    said = [token.text.rstrip() for token in tokens(document) if token.kind == COMMENT]
    if [text[start:end].rstrip() for start, end in again.comments()] != said:
        raise LeftAlone("the result would not hold the same comments")
    # What the data does not show: a key that is there twice, quotes, escapes.
    if text.translate(_NO_SPACE) != document.text.translate(_NO_SPACE):
        raise LeftAlone("the result would differ in more than space")
    if _laid_out(again) != text:
        raise LeftAlone("formatting the result again would change it again")
