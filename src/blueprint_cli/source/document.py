"""The text of a file, its plain data, and the exact place of every key and value in it."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from blueprint_cli.findings import Location

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from blueprint_cli.findings import Mark, Problem, Route

T = TypeVar("T")

LINE_END = re.compile(r"\r\n|\n|\r")
_COMMENT = re.compile(r"(?:(?<=[ \t\r\n])|\A)#[^\r\n]*")


class Span(NamedTuple):
    """Offsets in code points; the key's are -1 where there is no key (an item of a list, the whole file)."""

    key_start: int
    key_end: int
    start: int
    end: int


class Document:
    """One file as text and data.

    Attributes:
        text: the characters without byte order mark, line ends untouched.
        path: the name for reports.
        data: dict, list, str, int, float, bool, None; None for a file without content.
        spans: the place of every value by its route in `data`.
        notes: what is odd but readable, by route of `data`: duplicate keys, ambiguous values.
        scalars: start and end of every scalar, in order.
        byte_order_mark: True when the file began with one; it is written back.
        torn: keys that are the rest of a figure with a decimal comma, each with the position of its note.
    """

    def __init__(
        self,
        text: str,
        path: str = "<text>",
        data: Any = None,
        spans: dict[Route, Span] | None = None,
        *,
        byte_order_mark: bool = False,
    ) -> None:
        self.text, self.path, self.data = text, path, data
        self.spans = {} if spans is None else spans
        self.notes: list[Problem] = []
        self.scalars: list[tuple[int, int]] = []
        self.byte_order_mark = byte_order_mark
        self.torn: dict[Route, int] = {}
        self._last_line = 0, ""
        self._memo: dict[str, Any] = {}

    def remembered(self, name: str, work_out: Callable[[], T]) -> T:
        """What is known about the document under a name; it is worked out the first time that somebody asks."""
        if name not in self._memo:
            self._memo[name] = work_out()
        return self._memo[name]  # type: ignore[no-any-return]

    def fingerprint(self) -> str:
        """SHA-256 of the file's bytes, in hexadecimal."""
        mark = b"\xef\xbb\xbf" if self.byte_order_mark else b""
        return hashlib.sha256(mark + self.text.encode()).hexdigest()

    @cached_property
    def line_starts(self) -> list[int]:
        """Offset of the first character of every line; lines end at LF, CRLF or CR and at nothing else."""
        if "\r" in self.text:
            return [0, *[match.end() for match in LINE_END.finditer(self.text)]]
        lengths = [len(line) + 1 for line in self.text.split("\n")]
        return [0, *accumulate(lengths[:-1])]

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1; columns count code points."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of a line (from 1) without its end; asked for again and again, it is one text."""
        if self._last_line[0] != number:
            self._last_line = number, self._cut_line(number)
        return self._last_line[1]

    def _cut_line(self, number: int) -> str:
        start = self.line_starts[number - 1]
        end = self.line_starts[number] if number < len(self.line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def location(self, start: int, end: int) -> Location:
        """A stretch of the text as file, lines and columns."""
        line, column = self.place(start)
        end_line, end_column = self.place(max(start, end))
        return Location(self.path, line, column, end_line, end_column)

    def resolve(self, route: Route) -> Route:
        """The route in `data` of a route in the model: what a short form or a list of one left out is stepped over.

        `("customer", 0, "wrk")` of `customer: {wrk: 1}` is `("customer", "wrk")`; `("uses", 0, "system")` of `uses: crm`
        is `("uses",)`.
        """
        here, found = self.data, []
        for part in route:
            inside = (
                part in here
                if isinstance(here, dict)
                else isinstance(here, list) and isinstance(part, int) and part < len(here)
            )
            if inside:
                here = here[part]
                found.append(part)
        return tuple(found)

    def underline(self, route: Route, mark: Mark) -> tuple[int, int]:
        """Offsets to underline for a route of the model, always within one line.

        `key` is the key where there is one; `value` and `item` are the value, or the first line of one that spans
        several. What is missing in the text resolves to its parent, so the parent's first line is underlined.
        """
        span = self.spans.get(self.resolve(route))
        if span is None:
            return 0, 0
        if mark == "key" and span.key_start >= 0:
            return span.key_start, span.key_end
        start, end = span.start, span.end
        if start == end and span.key_start >= 0:  # nothing after the key
            return span.key_start, span.key_end
        return start, self._first_line_end(start, end)

    def _first_line_end(self, start: int, end: int) -> int:
        found = LINE_END.search(self.text, start, end)
        stop = found.start() if found else end
        for comment_start, _ in self._comments_between(start, stop):
            stop = min(stop, comment_start)
        return start + len(self.text[start:stop].rstrip())

    def _comments_between(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        if "#" in self.text[start:end]:
            yield from ((a, b) for a, b in self.comments() if start <= a < end)

    def comments(self) -> Iterator[tuple[int, int]]:
        """Start and end of every comment: a `#` at a line's start or after white space, outside every scalar."""
        last = 0
        for start, end in (*self.scalars, (len(self.text), len(self.text))):
            if start >= last:
                yield from (match.span() for match in _COMMENT.finditer(self.text, last, start))
            if self.text[start : start + 1] in ("|", ">"):  # the header line of a block scalar may carry one
                header = LINE_END.search(self.text, start, end)
                stop = header.start() if header else end
                yield from (match.span() for match in _COMMENT.finditer(self.text, start, stop))
            last = max(last, end)
