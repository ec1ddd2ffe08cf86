"""A text as its tokens in order: what the parser gives as scalars, and between them nothing but signs, comments, space."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from blueprint_cli.source.document import LINE_END

if TYPE_CHECKING:
    from blueprint_cli.source.document import Document

TEXT, HEADER, CONTENT, MARKER, COMMENT = "text", "header", "content", "marker", "comment"
"""Kinds of tokens; a sign (`-`, `?`, `:`, `,` or a bracket) is its own kind."""

_SPACE = re.compile(r"[ \t\r\n]*")
_BETWEEN = re.compile(
    r"(?P<comment>#[^\r\n]*)"
    r"|(?:(?<=[\r\n])|\A)(?P<marker>(?:---|\.\.\.)(?=[ \t\r\n]|\Z)|%[^\r\n]*?(?=[ \t]*(?:[ \t]#|[\r\n]|\Z)))"
    r"|(?P<sign>[-?:,\[\]{}])"
)
_HEADER = re.compile(r"[|>][-+0-9]*")
_REST_OF_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_BLANK_LINES = re.compile(r"(?:[^\S\r\n]*(?:\r\n|\n|\r))*(?:[^\S\r\n]*\Z)?")


class LeftAlone(Exception):  # noqa: N818 - reported, not an error: the file stays as it is
    """The file is not formatted.

    Attributes:
        reason: why, in a few words.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Token(NamedTuple):
    """A stretch of the text that stays as it is.

    Attributes:
        kind: what it is.
        text: its characters; a comment's without the space at its end.
        line: its first line, from 1.
        column: where it starts in that line, from 0.
        gap: how many characters of space are before it.
        breaks: how many line ends are among them.
    """

    kind: str
    text: str
    line: int
    column: int
    gap: int
    breaks: int


@dataclass
class _Scanner:
    document: Document
    found: list[Token] = field(default_factory=list)
    at: int = 0

    def scan(self) -> list[Token]:
        text = self.document.text
        for start, end in sorted(span for span in self.document.scalars if span[0] < span[1]):
            self._between(start)
            if text[start] in "|>":
                self._block(start, end)
            else:
                self._add(TEXT, start, end)
        self._between(len(text))
        return self.found

    def _between(self, stop: int) -> None:
        text = self.document.text
        while True:
            start = _space_end(text, self.at)
            if start >= stop:
                return
            match = _BETWEEN.match(text, start, stop)
            if match is None:
                line, column = self.document.place(start)
                raise LeftAlone(f"what stands at line {line}, column {column} is not understood")
            kind = match.lastgroup if match.lastgroup in (COMMENT, MARKER) else match[0]
            self._add(kind or "", start, match.end())

    def _add(self, kind: str, start: int, end: int) -> None:
        text = self.document.text
        line, column = self.document.place(start)
        breaks = len(LINE_END.findall(text, self.at, start))
        if self.found and self.found[-1].kind == CONTENT:  # its last line end is its own
            breaks = max(breaks, 1)
        shown = text[start:end].rstrip(" \t") if kind == COMMENT else text[start:end]
        self.found.append(Token(kind, shown, line, column - 1, start - self.at, breaks))
        self.at = end

    def _block(self, start: int, end: int) -> None:
        """A block scalar is three tokens: its header, perhaps a comment, and whole lines of content."""
        text = self.document.text
        header = _HEADER.match(text, start)
        self._add(HEADER, start, header.end() if header else start + 1)
        line = _REST_OF_LINE.match(text, start)
        first = line.end() if line else len(text)
        self._between(_space_start(text, self.at, first))
        self.at = first
        if end > first:  # the span ends at its last word: space at the end of a line is content, too
            rest = _REST_OF_LINE.match(text, end)
            end = rest.end() if rest else end
        blank = _BLANK_LINES.match(text, max(end, first))
        self._add(CONTENT, first, blank.end() if blank else end)


def _space_end(text: str, start: int) -> int:
    match = _SPACE.match(text, start)
    return match.end() if match else start


def _space_start(text: str, start: int, end: int) -> int:
    """Where the space begins that ends at an offset."""
    return start + len(text[start:end].rstrip(" \t\r\n"))


def tokens(document: Document) -> list[Token]:
    """The tokens of a document, in order.

    Raises:
        LeftAlone: something stands there that is neither a scalar nor a sign nor a comment.
    """
    return _Scanner(document).scan()
