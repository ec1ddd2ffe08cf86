"""The smallest edits of a text that make a change of its data, computed from the places of keys and values.

YAML is never written out again: comments, quotes, line ends and order outside the edits stay by construction. Whoever
applies edits reloads the text and compares (`edit.patching`); what is refused here could not be done by a small edit.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from blueprint_cli.findings import Edit, Fix
from blueprint_cli.model.keys import main_field
from blueprint_cli.source.document import LINE_END
from blueprint_cli.source.writing import written

if TYPE_CHECKING:
    from blueprint_cli.findings import Change, Remedy, Route
    from blueprint_cli.source.document import Document

_NO_TEXT = re.compile(r"[ \t]*(?:#[^\r\n]*)?\Z")


class NoSmallEdit(Exception):  # noqa: N818 - not an error: the change needs a person
    """The change cannot be made by an edit that leaves everything else as it is."""


_ALONE = {"uses": "system", "after": "id", "next": "to", "feeds": "to"}


def fix_of(document: Document, remedy: Remedy) -> Fix | None:
    """The remedy with its edits, or None where no small edit makes it."""
    try:
        edits = list(remedy.edits) or [edit for change in remedy.changes for edit in _edits(document, change)]
    except NoSmallEdit:
        return None
    edits.sort(key=lambda edit: (edit.start, edit.end))
    return Fix(remedy.description, remedy.safe, tuple(edits), remedy.changes)


def data_route(document: Document, route: Route) -> Route:
    """The route in the file's data of a route in the model, where the thing itself is written.

    Raises:
        NoSmallEdit: a short form leaves it out; only positions may be left out (an item that stands alone), and the
            key of a reference that is written as a word alone (`uses: crm`).
    """
    here: Any = document.data
    found: list[str | int] = []
    for part in route:
        inside = isinstance(here, dict) and part in here
        if inside or (isinstance(here, list) and isinstance(part, int) and part < len(here)):
            here = here[part]
        elif (part == 0 and not isinstance(here, list)) or (
            isinstance(here, str) and _stands_for(found, part)
        ):
            continue
        else:
            raise NoSmallEdit(route)
        found.append(part)
    return tuple(found)


def _stands_for(found: list[str | int], part: str | int) -> bool:
    """Whether a word alone stands for this key of the references that it is among."""
    keys = [key for key in found if isinstance(key, str)]
    return bool(keys) and _ALONE.get(keys[-1]) == part


def _edits(document: Document, change: Change) -> list[Edit]:
    if change.kind in ("add", "head"):
        return _added(document, change)
    route = data_route(document, change.route)
    span = document.spans[route]
    if change.kind == "rename":
        was = document.text[span.key_start : span.key_end]
        return [
            Edit(span.key_start, span.key_end, written(change.key, flow=_in_flow(document, route), was=was))
        ]
    if change.kind == "remove":
        return [removed(document, route)]
    return [_set(document, route, change.value)]


def _set(document: Document, route: Route, value: Any) -> Edit:
    span = document.spans[route]
    was = document.text[span.start : span.end]
    new = written(value, flow=_in_flow(document, route), was=was)
    nothing_there = span.start == span.end and document.text[span.start - 1 : span.start] not in ("", " ")
    return Edit(span.start, span.end, f" {new}" if nothing_there else new)


def _added(document: Document, change: Change) -> list[Edit]:
    try:
        route = data_route(document, change.route)
    except NoSmallEdit:
        return [_started(document, change)]
    box = _at(document.data, route)
    if isinstance(box, dict) and box:
        return [_with_key(document, route, box, change)]
    if isinstance(box, str):
        return _grown(document, route, change)
    raise NoSmallEdit(change.route)


def _started(document: Document, change: Change) -> Edit:
    """The first entry of a mapping that the file does not have yet, `teams:` or `systems:`, before the steps."""
    parent = data_route(document, change.route[:-1])
    box = _at(document.data, parent)
    if parent or not isinstance(box, dict) or "steps" not in box:
        raise NoSmallEdit(change.route)
    span = document.spans[("steps",)]
    top = document.line_starts[document.place(span.key_start)[0] - 1]
    if document.text[top : span.key_start].strip() or top != span.key_start:
        raise NoSmallEdit(change.route)
    end = newline(document)
    entry = f"{written(change.key)}: {written(change.value)}"
    return Edit(top, top, f"{written(str(change.route[-1]))}:{end}  {entry}{end}")


def _grown(document: Document, route: Route, change: Change) -> list[Edit]:
    """A bare text that becomes a mapping with its main field and one more key: in braces, or below its key where it has lines."""
    span, name = document.spans[route], main_field(change.route)
    if not name:
        raise NoSmallEdit(change.route)
    text, head = document.text[span.start : span.end], change.kind == "head"
    flow = _in_flow(document, route)
    added = f"{written(change.key, flow=True)}: {written(change.value, flow=True)}"
    if not LINE_END.search(text):
        main = f"{name}: {written(_at(document.data, route), flow=True, was=text)}"
        pair = (added, main) if head else (main, added)
        return [Edit(span.start, span.end, "{" + ", ".join(pair) + "}")]
    if flow:
        before, behind = (f"{added}, ", "") if head else ("", f", {added}")
        return [Edit(span.start, span.start, f"{{{before}{name}: "), Edit(span.end, span.end, f"{behind}}}")]
    added = f"{written(change.key)}: {written(change.value)}"
    indent = newline(document) + " " * _column_inside(document, route)
    stop = line_end(document, span.end)
    edits = nested(document, route, f"{added}{indent}{name}" if head else name)
    return edits if head else [*edits, Edit(stop, stop, indent + added)]


def _column_inside(document: Document, route: Route) -> int:
    """The spaces before the keys of a mapping that a value in a block becomes."""
    span = document.spans[route]
    row, column = document.place(span.start)
    if span.key_start >= 0 and document.place(span.key_start)[0] == row:
        return document.place(span.key_start)[1] + 1
    return column - 1


def nested(document: Document, route: Route, key: str) -> list[Edit]:
    """A value in a block comes to stand under a key of its own, with all its lines as they are."""
    span, inside = document.spans[route], _column_inside(document, route)
    if span.key_start >= 0:
        outside = document.place(span.key_start)[1] - 1
    else:
        outside = document.place(document.text.rindex("-", 0, span.start))[1] - 1
    opened = Edit(span.start, span.start, f"{key}: ")
    if span.key_start >= 0 and document.place(span.key_start)[0] == document.place(span.start)[0]:
        colon = document.text.index(":", span.key_end)
        opened = Edit(colon + 1, span.start, f"{newline(document)}{' ' * inside}{key}: ")
    return [opened, *deeper(document, route, inside - outside)]


def deeper(document: Document, route: Route, by: int) -> list[Edit]:
    """The lines of a value but the first come to stand further to the right."""
    span = document.spans[route]
    first, last = document.place(span.start)[0], document.place(span.end)[0]
    starts = document.line_starts[first:last] if by else []
    return [Edit(start, start, " " * by) for row, start in enumerate(starts, first + 1) if document.line(row)]


def position_of_key(document: Document, change: Change, route: Route, box: dict[str, Any]) -> int:
    """Where among the keys of a mapping a new one goes: first, below the main field where that is one line, or last."""
    if change.kind == "head":
        return 0
    main = main_field(change.route)
    simple = main in box and not isinstance(box[main], (dict, list)) and box[main] is not None
    if simple and not _in_flow(document, (*route, change.key)):
        return list(box).index(main) + 1
    return len(box)


def _with_key(document: Document, route: Route, box: dict[str, Any], change: Change) -> Edit:
    spans = [document.spans[(*route, name)] for name in box]
    flow = _in_flow(document, (*route, change.key))
    pair = f"{written(change.key, flow=flow)}: {written(change.value, flow=flow)}"
    first = spans[0].key_start
    if change.kind == "head" and flow:
        return Edit(first, first, f"{pair}, ")
    indent = " " * (document.place(first)[1] - 1)
    if change.kind == "head":
        return Edit(first, first, f"{pair}{newline(document)}{indent}")
    before = spans[position_of_key(document, change, route, box) - 1]
    last = max(before.end, before.key_end)
    if flow:
        return Edit(last, last, f", {pair}")
    end = line_end(document, last)
    return Edit(end, end, f"{newline(document)}{indent}{pair}")


def removed(document: Document, route: Route) -> Edit:
    """Remove a key or an item with its lines: its trailing comment and the comment lines straight above it go, too.

    Raises:
        NoSmallEdit: it is the first key of a list item, or shares its line with something else.
    """
    siblings = _at(document.data, route[:-1])
    span, box = document.spans[route], document.spans[route[:-1]]
    text = document.text
    if len(siblings) == 1:
        return Edit(box.start, box.end, "{}" if isinstance(siblings, dict) else "[]")
    first = span.key_start if span.key_start >= 0 else span.start
    if text[box.start] in "[{":
        return _removed_in_flow(document, route, siblings, first)
    if span.key_start < 0:
        first = text.rindex("-", 0, span.start)
    row, column = document.place(first)
    top = document.line_starts[row - 1]
    if text[top:first].strip():
        raise NoSmallEdit(route)
    stop = line_end(document, max(span.end, span.key_end))
    if not _NO_TEXT.match(text[max(span.end, span.key_end) : stop]):
        raise NoSmallEdit(route)
    while row > 1 and document.line(row - 1).startswith(" " * (column - 1) + "#"):
        row -= 1
    following = LINE_END.match(text, stop)
    return Edit(document.line_starts[row - 1], following.end() if following else stop, "")


def _removed_in_flow(document: Document, route: Route, siblings: Any, first: int) -> Edit:
    names = list(siblings) if isinstance(siblings, dict) else list(range(len(siblings)))
    index = names.index(route[-1])
    end = max(document.spans[route].end, document.spans[route].key_end)
    if index:  # from the end of the one before, so that its comma goes
        before = document.spans[(*route[:-1], names[index - 1])]
        return Edit(max(before.end, before.key_end), end, "")
    after = document.spans[(*route[:-1], names[1])]
    return Edit(first, after.key_start if after.key_start >= 0 else after.start, "")


def _at(data: Any, route: Route) -> Any:
    for part in route:
        data = data[part]
    return data


def _in_flow(document: Document, route: Route) -> bool:
    starts = (document.spans[route[:depth]].start for depth in range(len(route)))
    return any(document.text[start : start + 1] in ("[", "{") for start in starts)


def newline(document: Document) -> str:
    """The file's own line end: that of its first line."""
    found = LINE_END.search(document.text)
    return found[0] if found else "\n"


def line_end(document: Document, offset: int) -> int:
    """The offset at which the line of an offset ends."""
    found = LINE_END.search(document.text, offset)
    return found.start() if found else len(document.text)
