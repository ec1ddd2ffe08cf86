"""Edits of what holds the items: a key that is new or goes, a lone item that becomes a list, a bare step that gets keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from blueprint_cli.edit.splicing.chunks import is_block
from blueprint_cli.edit.splicing.lines import shifted
from blueprint_cli.edit.splicing.lists import list_offset
from blueprint_cli.edit.splicing.remarks import remarks_above
from blueprint_cli.findings import Edit
from blueprint_cli.source.document import LINE_END
from blueprint_cli.source.patches import NoSmallEdit, deeper, line_end, nested, newline, removed
from blueprint_cli.source.writing import written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from blueprint_cli.edit.splicing.pieces import Piece
    from blueprint_cli.findings import Route
    from blueprint_cli.source.document import Document

KEY_ORDER = (
    "blueprint", "id", "title", "lang", "state", "scenario", "persona", "phase", "channel", "touchpoints", "only", "owner", "evidence", "customer", "target", "limit", "emotion", "feeling",
    "thought", "quote", "frontstage", "backstage", "support", "pain_points", "opportunities", "kpis", "next", "basis", "source", "note",
)  # fmt: skip
"""How the keys of a step and of the map follow each other; a new one goes behind the ones before it."""


def in_flow(document: Document, route: Route) -> bool:
    """Whether a place stands inside brackets."""
    return any(not is_block(document, route[:depth]) for depth in range(len(route)))


def placed(box: dict[str, Any], key: str, value: Any) -> dict[str, Any]:
    """The mapping with a key that it does not have, at its place."""
    at = _position(box, key)
    pairs = list(box.items())
    return dict([*pairs[:at], (key, value), *pairs[at:]])


def key_put_in(document: Document, route: Route, box: dict[str, Any], key: str, piece: Piece) -> Edit:
    """A new key with one item, in a mapping.

    Raises:
        NoSmallEdit: the item's comments would be lost.
    """
    if not box:
        whole = document.spans[route]
        return Edit(whole.start, whole.end, f"{{{key}: {piece.inline()}}}")
    at = _position(box, key)
    spans = [document.spans[(*route, name)] for name in box]
    if in_flow(document, (*route, key)):
        pair = f"{key}: {piece.inline()}"
        if at == 0:
            return Edit(spans[0].key_start, spans[0].key_start, f"{pair}, ")
        last = max(spans[at - 1].end, spans[at - 1].key_end)
        return Edit(last, last, f", {pair}")
    indent, end = " " * (document.place(spans[0].key_start)[1] - 1), newline(document)
    new = _key_lines(document, indent, key, piece)
    if at == 0:
        first = spans[0].key_start
        return Edit(first, first, new.removeprefix(indent) + indent)
    before = line_end(document, max(spans[at - 1].end, spans[at - 1].key_end))
    return Edit(before, before, end + new.removesuffix(end))


def _key_lines(document: Document, indent: str, key: str, piece: Piece) -> str:
    end = newline(document)
    if stands_alone(piece):
        return f"{indent}{key}: {piece.flow or written(piece.value)}{end}"
    offset = list_offset(document)
    return f"{indent}{key}:{end}{piece.at(indent + ' ' * offset, end, offset)}"


def stands_alone(piece: Piece) -> bool:
    """Whether an item needs no list: a bare value without comments."""
    plain = not isinstance(piece.value, (dict, list))
    return plain and not piece.comments and not LINE_END.search(piece.flow)


def listed(document: Document, route: Route) -> list[Edit]:
    """A lone item under its key becomes a list of one; a client's remarks above the key are about the item.

    Raises:
        NoSmallEdit: the place of the item cannot be told.
    """
    span = document.spans[route]
    if in_flow(document, route):
        return [Edit(span.start, span.start, "["), Edit(span.end, span.end, "]")]
    row, column = document.place(span.key_start)
    offset, end = list_offset(document), newline(document)
    dash = " " * (column - 1 + offset)
    top = remarks_above(document, span.key_start)
    above = document.text[top : document.line_starts[row - 1]]
    taken, remarks = [Edit(top, top + len(above), "")] if above else [], shifted(above, offset)
    if document.place(span.start)[0] == row:
        colon = document.text.index(":", span.key_end)
        opened = Edit(colon + 1, span.start, f"{end}{remarks}{dash}- ")
        return [*taken, opened, *deeper(document, route, offset)]
    first = document.line_starts[document.place(span.start)[0] - 1]
    if document.text[first : span.start].strip():
        raise NoSmallEdit(route)
    stop = line_end(document, span.end)
    moved = shifted(document.text[first:stop], len(dash) + 2 - (span.start - first))
    return [*taken, Edit(first, stop, f"{remarks}{dash}- {moved[len(dash) + 2 :]}")]


def keyed(document: Document, route: Route) -> list[Edit]:
    """A bare text that is a step gets its key, `customer`, so that others can stand beside it."""
    span = document.spans[route]
    if in_flow(document, route):
        return [Edit(span.start, span.start, "{customer: "), Edit(span.end, span.end, "}")]
    return nested(document, route, "customer")


def key_removed(document: Document, route: Route, siblings: Sequence[str]) -> tuple[list[Edit], bool]:
    """Take a key away; where that is not possible, leave an empty list (and say so by True)."""
    if len(siblings) == 1 and not in_flow(document, route):
        box = document.spans[route[:-1]]
        return [Edit(box.start, line_end(document, box.end), "{}")], False
    try:
        return [removed(document, route)], False
    except NoSmallEdit:
        span = document.spans[route]
        stop = line_end(document, span.end)  # a comment at its end goes, too
        after = siblings.index(str(route[-1])) + 1
        if after < len(siblings) and is_block(document, route[:-1]):
            following = document.spans[(*route[:-1], siblings[after])].key_start
            if stop < following and "#" not in document.text[stop:following]:
                return [Edit(span.key_start, following, "")], False
        return [Edit(span.start, span.end if in_flow(document, route) else stop, "[]")], True


def _position(box: dict[str, Any], key: str) -> int:
    if key not in KEY_ORDER:
        return len(box)
    rank = KEY_ORDER.index(key)
    earlier = [
        place for place, name in enumerate(box, 1) if name in KEY_ORDER and KEY_ORDER.index(name) < rank
    ]
    return max(earlier, default=len(box))
