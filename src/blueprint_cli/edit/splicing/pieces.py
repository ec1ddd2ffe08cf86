"""Items on their way: data, and the lines that they stood on, comments included."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from blueprint_cli.edit.splicing.chunks import chunks, is_block
from blueprint_cli.edit.splicing.lines import item_lines, shifted
from blueprint_cli.source.document import LINE_END
from blueprint_cli.source.patches import NoSmallEdit, line_end, newline
from blueprint_cli.source.writing import written

if TYPE_CHECKING:
    from blueprint_cli.findings import Route
    from blueprint_cli.source.document import Document


class Piece:
    """An item: its data, and its lines where it comes out of a block, or its text where it stood on one line.

    Attributes:
        value: the data.
        flow: the item as it stood on one line without a dash.
        comments: whether its lines carry comments of their own.
    """

    def __init__(
        self, value: Any, *, lines: str = "", column: int = 0, flow: str = "", comments: bool = False
    ) -> None:
        """Keep the data, and the text as it was written.

        Args:
            value: the item's data.
            lines: whole lines with comments and dash, as they stood.
            column: the dash's column in them.
            flow: the item as it stood on one line without a dash.
            comments: whether there are comments among the lines.
        """
        self.value = value
        self.flow = flow
        self.comments = comments
        self._lines = lines
        self._column = column

    def at(self, indent: str, end: str, offset: int) -> str:
        """Its lines at an indent, each with its line end."""
        if self._lines:
            text = self._lines if self._lines.endswith(("\n", "\r")) else self._lines + end
            return shifted(text, len(indent) - self._column)
        if self.flow:
            return f"{indent}- {self.flow}{end}"
        return "".join(f"{line}{end}" for line in item_lines(self.value, indent, offset))

    def inline(self) -> str:
        """The item inside brackets.

        Raises:
            NoSmallEdit: its comments would be lost.
        """
        if self.comments:
            raise NoSmallEdit(())
        return self.flow or written(self.value, flow=True)


def piece_at(document: Document, route: Route, value: Any) -> Piece:
    """An item as it stands in its list, or alone under its key.

    Raises:
        NoSmallEdit: it shares a line with something else.
    """
    span = document.spans[route]
    text = document.text[span.start : span.end]
    short = text if not LINE_END.search(text) and (isinstance(value, str) or text[:1] == "{") else ""
    if any(not is_block(document, route[:depth]) for depth in range(len(route))):
        return Piece(value, flow=short)
    if isinstance(route[-1], str):
        return _alone(document, route, value, short)
    found = chunks(document, route[:-1], route[-1] + 1)[-1]
    return Piece(
        value,
        lines=document.text[found.start : found.end],
        column=document.place(found.dash)[1] - 1,
        flow=short,
        comments=_has_comments(document, found.start, found.end),
    )


def _alone(document: Document, route: Route, value: Any, short: str) -> Piece:
    """An item alone under its key, with the comments above the key and behind it."""
    span = document.spans[route]
    row, column = document.place(span.key_start)
    stop = line_end(document, span.end)
    top = row
    mark = f"{' ' * (column - 1)}#"
    while top > 1 and document.line(top - 1).startswith(mark):
        top -= 1
    start = document.line_starts[top - 1]
    if not _has_comments(document, start, stop) and (short or not isinstance(value, dict)):
        return Piece(value, flow=short)
    end = newline(document)
    above = shifted(document.text[start : document.line_starts[row - 1]], 1 - column)
    if document.place(span.start)[0] == row:
        return Piece(value, lines=f"{above}- {document.text[span.start : stop]}{end}", comments=True)
    behind = document.text[
        document.text.index(":", span.key_end) + 1 : line_end(document, span.key_end)
    ].strip()
    first = document.line_starts[document.place(span.start)[0] - 1]
    inside = shifted(document.text[document.line_starts[row] : first], first - span.start)
    body = shifted(document.text[first:stop], 2 - (span.start - first))
    lines = f"{above}{behind}{end if behind else ''}{inside}- {body[2:]}{end}"
    return Piece(value, lines=lines, comments=_has_comments(document, start, stop))


def _has_comments(document: Document, start: int, end: int) -> bool:
    return "#" in document.text[start:end] and any(start <= place < end for place, _ in document.comments())
