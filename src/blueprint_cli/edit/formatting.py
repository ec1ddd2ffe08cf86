"""One canonical style for a file; the result is read again and compared before it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.edit.arranging import arrange
from blueprint_cli.edit.layout import Layout
from blueprint_cli.edit.printing import printed
from blueprint_cli.edit.tokens import COMMENT, LeftAlone, tokens
from blueprint_cli.edit.tree import NoTree, tree_of
from blueprint_cli.source.building import DUPLICATE_KEY
from blueprint_cli.source.document import LINE_END
from blueprint_cli.source.reading import Unreadable, read_text
from blueprint_cli.source.validation import validate

if TYPE_CHECKING:
    from blueprint_cli.source.document import Document

__all__ = ["LeftAlone", "formatted"]

_MOST_ROUNDS = 4
_NO_SPACE = str.maketrans("", "", " \t\r\n")


def formatted(document: Document) -> str:
    """The text of a document in the canonical style, without byte order mark.

    A file that passes the model is arranged: keys in the format's order, short forms, quotes and brackets only where
    they serve. In any other file only the space between tokens is new.

    Raises:
        LeftAlone: the result would not hold the same data and comments, or would not stay as it is.
    """
    spaced = _laid_out(document)
    if spaced != document.text:
        _verify_space(document, spaced)
    text, again = spaced, document if spaced == document.text else _read_again(spaced, document)
    for _ in range(_MOST_ROUNDS):  # what is out of its brackets may do without its quotes
        arranged = _arranged(again)
        if arranged == text:
            break
        text, again = arranged, _read_again(arranged, document)
    else:
        raise LeftAlone("formatting the result again would change it again")
    if text != spaced:
        _verify_meaning(document, again)
    return text


def _laid_out(document: Document) -> str:
    layout = Layout()
    layout.set(tokens(document))
    return layout.text(_line_end(document))


def _line_end(document: Document) -> str:
    first = LINE_END.search(document.text)
    return first[0] if first else "\n"


def _arranged(document: Document) -> str:
    """A text in canonical white space with its parts in order and in short forms; as it was where it is no blueprint."""
    if any(note.code == DUPLICATE_KEY for note in document.notes):
        return document.text
    root, _ = validate(document)
    if root is None:
        return document.text
    try:
        tree = tree_of(tokens(document))
    except NoTree:
        return document.text
    arrange(tree, type(root))
    end = _line_end(document)
    text = end.join(printed(tree)) + end
    return text if text == document.text else _laid_out(_read_again(text, document))


def _read_again(text: str, document: Document) -> Document:
    try:
        return read_text(text, document.path, byte_order_mark=document.byte_order_mark)
    except Unreadable as error:
        raise LeftAlone(f"the result could not be read again: {error.problem.message}") from None


def _comments(document: Document) -> list[str]:
    return [token.text.rstrip() for token in tokens(document) if token.kind == COMMENT]


def _verify_space(document: Document, text: str) -> None:
    again = _read_again(text, document)
    # repr: to Python True, 1 and 1.0 are equal, and so are mappings in another order.
    if repr(again.data) != repr(document.data):
        raise LeftAlone("the result would not hold the same data")
    if _comments(again) != _comments(document):
        raise LeftAlone("the result would not hold the same comments")
    # What the data does not show: a key that is there twice, quotes, escapes.
    if text.translate(_NO_SPACE) != document.text.translate(_NO_SPACE):
        raise LeftAlone("the result would differ in more than space")
    if _laid_out(again) != text:
        raise LeftAlone("formatting the result again would change it again")


def _verify_meaning(document: Document, again: Document) -> None:
    """The same model, and the same comments: not one may be lost."""
    if validate(again)[0] != validate(document)[0]:
        raise LeftAlone("the result would not mean the same")
    if sorted(_comments(again)) != sorted(_comments(document)):
        raise LeftAlone("the result would lose a comment")
