"""Edits of a text, applied only once the result has been shown to hold exactly the data that was asked for."""

from __future__ import annotations

import marshal
from typing import TYPE_CHECKING, Any

from blueprint_cli.model.keys import main_field
from blueprint_cli.source.patches import NoSmallEdit, data_route, position_of_key
from blueprint_cli.source.reading import Unreadable, read_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from blueprint_cli.findings import Change, Edit, Route
    from blueprint_cli.source.document import Document

_ORDER = ("set", "add", "head", "remove", "rename")
"""In this order no change moves the place of another."""


class Unverified(Exception):  # noqa: N818 - reported, not an error: the file stays as it is
    """The edited text would not hold the data that was asked for.

    Attributes:
        reason: what came out instead, in a few words.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with edits that do not overlap, applied from the last one backwards."""
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end), reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def overlap(edits: Sequence[Edit], others: Sequence[Edit]) -> bool:
    """True when an edit of one touches the stretch of another, or both put something in at one place."""
    return any(
        one.start == other.start or (one.start < other.end and other.start < one.end)
        for one in edits
        for other in others
    )


def verified(document: Document, edits: Iterable[Edit], changes: Iterable[Change]) -> Document:
    """The edited document.

    Raises:
        Unverified: its data is not the old data with these changes, types and order of keys included.
    """
    return confirmed(document, edits, changed(document, changes))


def confirmed(document: Document, edits: Iterable[Edit], wanted: Any) -> Document:
    """The edited document.

    Raises:
        Unverified: its data is not the data that is wanted, types and order of keys included.
    """
    text = edited(document.text, edits)
    try:
        new = read_text(text, document.path, byte_order_mark=document.byte_order_mark)
    except Unreadable as error:
        raise Unverified(f"the text could not be read again: {error.problem.message}") from None
    # repr: to Python True, 1 and 1.0 are equal, and so are mappings in another order.
    if repr(new.data) != repr(wanted):
        raise Unverified("the text would not say what was asked")
    return new


def changed(document: Document, changes: Iterable[Change]) -> Any:
    """A copy of the document's data with the changes made.

    Raises:
        Unverified: a change leads to a place that is not there.
    """
    return with_changes(copied(document.data), document, changes)


def copied(data: Any) -> Any:
    """A copy of plain data, all the way down; ten times as fast as the one that looks out for circles."""
    return marshal.loads(marshal.dumps(data))  # noqa: S302 - its own bytes


def with_changes(data: Any, document: Document, changes: Iterable[Change]) -> Any:
    """The data of a document with the changes made in it.

    Raises:
        Unverified: a change leads to a place that is not there.
    """
    for change in sorted(changes, key=lambda change: _ORDER.index(change.kind)):
        try:
            data = _with(data, document, change)
        except (NoSmallEdit, KeyError, IndexError, TypeError, AttributeError):
            raise Unverified("the place to change is not as it was") from None
    return data


def _with(data: Any, document: Document, change: Change) -> Any:
    if change.kind in ("add", "head"):
        return _with_key(data, document, change)
    route = data_route(document, change.route)
    if not route:
        return change.value
    box, last = _at(data, route[:-1]), route[-1]
    if change.kind == "set":
        box[last] = change.value
    elif change.kind == "remove":
        del box[last]
    else:
        _refill(box, [(change.key if key == last else key, value) for key, value in box.items()])
    return data


def _with_key(data: Any, document: Document, change: Change) -> Any:
    pair = (change.key, change.value)
    try:
        route = data_route(document, change.route)
    except NoSmallEdit:  # a mapping that the file does not have yet, in front of its steps
        new = (str(change.route[-1]), dict([pair]))
        pairs = list(data.items())
        at = [key for key, _ in pairs].index("steps")
        return dict([*pairs[:at], new, *pairs[at:]])
    box = _at(data, route)
    if isinstance(box, dict):
        pairs = list(box.items())
        at = position_of_key(document, change, route, box)
        _refill(box, [*pairs[:at], pair, *pairs[at:]])
        return data
    main = (main_field(change.route), box)
    grown = dict([pair, main] if change.kind == "head" else [main, pair])
    _at(data, route[:-1])[route[-1]] = grown
    return data


def _refill(box: dict[str, Any], pairs: list[tuple[str, Any]]) -> None:
    box.clear()
    box.update(pairs)


def _at(data: Any, route: Route) -> Any:
    for part in route:
        data = data[part]
    return data
