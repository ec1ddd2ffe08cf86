"""Tokens set into lines by the one canonical style: the space between them is new, they themselves are not."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from blueprint_cli.edit.levels import CLOSING, OPENING, STEP, Bracket, Level, Levels, Shift, column_of_comment
from blueprint_cli.edit.rows import Row, lines
from blueprint_cli.edit.tokens import COMMENT, CONTENT, HEADER, MARKER, TEXT, Token
from blueprint_cli.source.document import LINE_END

if TYPE_CHECKING:
    from collections.abc import Sequence

_BEFORE_CONTENT = frozenset(("-", "?", ":", MARKER))
_BACKSLASHES = re.compile(r"\\*\Z")
_ONE_DIGIT = re.compile(r"[0-9]")


@dataclass
class Layout:
    """A text that is set token by token.

    Attributes:
        rows: the finished lines and the current one.
        levels: what is open.
        waiting: comments on their own lines, until it is known what follows them.
        before: the token before, comments left out.
        blank: whether a blank line is due that no token carries.
        leading: whether the current row holds only dashes and the like so far.
        content: the column of the first other token of the current row.
        open_end: whether the text ends without a line end, since one would be content.
    """

    rows: list[Row] = field(default_factory=list)
    levels: Levels = field(default_factory=Levels)
    waiting: list[Token] = field(default_factory=list)
    before: Token | None = None
    blank: bool = False
    leading: bool = True
    content: Shift = field(default_factory=lambda: Shift(0, 0))
    open_end: bool = False

    def set(self, tokens: Sequence[Token]) -> None:
        """Set all tokens."""
        after = _tokens_after(tokens)
        for index, token in enumerate(tokens):
            following = tokens[index + 1] if index + 1 < len(tokens) else None
            if token.kind == COMMENT:
                self._comment(token, after[index])
            elif token.kind == CONTENT:
                self._lines_of_block(token)
            else:
                key = token.kind == TEXT and _is_key(following)
                self._token(token, key=key and not self.levels.brackets)
        self._settle_comments(None, Shift(-1, 0), self.levels.blocks)

    def text(self, line_end: str) -> str:
        """The text that has been set."""
        whole = line_end.join(lines(self.rows))
        return whole + line_end if self.rows and not self.open_end else whole

    def _token(self, token: Token, *, key: bool) -> None:
        if self.before is None or token.breaks:
            column = self._start_row(token, key=key)
        else:
            column = self._beside(self.before, token, key=key)
        if self.leading and token.kind not in _BEFORE_CONTENT:
            self.content, self.leading = Shift(token.column, column), False
        if token.kind in OPENING:
            self.levels.brackets.append(Bracket(self.content.new))
        elif token.kind in CLOSING:
            self.levels.close()
        self._put(token, column)
        self.before = token

    def _start_row(self, token: Token, *, key: bool) -> int:
        open_above = [*self.levels.blocks]
        column = self.levels.indent(token, key=key)
        self._settle_comments(token, Shift(token.column, column), open_above)
        self._add_row(token, Row(" " * column))
        self.leading, self.content = True, Shift(token.column, column)
        return column

    def _beside(self, before: Token, token: Token, *, key: bool) -> int:
        row = self.rows[-1]
        row.text += _gap(before, token)
        place = Shift(token.column, len(row.text))
        if self.levels.brackets:
            if before.kind in OPENING:
                self.levels.brackets[-1].first = place
        elif self.leading and (key or token.kind in _BEFORE_CONTENT):
            self.levels.open_within(place, is_list=token.kind == "-")
        return place.new

    def _put(self, token: Token, column: int) -> None:
        """A token's lines; those after the first move with it."""
        first, *more = LINE_END.split(token.text)
        quoted = token.text.startswith('"')
        self.rows[-1].text += _without_end(first, quoted=quoted) if more else first
        for number, line in enumerate(more, 1):
            words = line.lstrip(" \t")
            indent = self._continuation(len(line) - len(words), Shift(token.column, column))
            words = words if number == len(more) else _without_end(words, quoted=quoted)
            self.rows.append(Row(" " * indent + words if words else ""))

    def _continuation(self, old: int, start: Shift) -> int:
        if old == start.old:  # below the first character: aligned
            return start.new
        return max(old + self.content.new - self.content.old, self.levels.below())

    def _lines_of_block(self, token: Token) -> None:
        header = self.before.text if self.before and self.before.kind == HEADER else ""
        found = LINE_END.split(token.text)
        old, new = self._indent_of_block(header, found)
        kept = [_shifted(line, old, new) for line in found]
        if kept[-1]:
            self.open_end = "-" not in header
        else:  # nothing stands after the last line end
            kept.pop()
        if "+" not in header:
            while kept and not kept[-1]:
                self.blank = True
                kept.pop()
        self.rows += [Row(line) for line in kept]

    def _indent_of_block(self, header: str, found: list[str]) -> Shift:
        outer = self.levels.blocks[-1] if self.levels.blocks else None
        said = _ONE_DIGIT.search(header)
        if said:
            more = int(said[0])
            return Shift(outer.old + more, outer.new + more) if outer else Shift(more, more)
        spaces = [len(line) - len(line.lstrip(" ")) for line in found]
        old = next((count for count, line in zip(spaces, found, strict=True) if line.strip(" ")), None)
        if old is None:
            old = max(spaces, default=0)
        return Shift(old, self.levels.below() if outer else old)

    def _comment(self, token: Token, following: Token | None) -> None:
        row = self.rows[-1] if self.rows else None
        if row is not None and not token.breaks:
            row.comment, row.column, row.gap, row.line = token.text, token.column, token.gap, token.line
        elif row is not None and not self.waiting and _continues(row, token, following):
            self.rows.append(Row("", token.text, token.column, row.gap, token.line))
        else:
            self.waiting.append(token)

    def _settle_comments(self, following: Token | None, place: Shift, open_above: Sequence[Level]) -> None:
        """Comments on their own lines, now that it is known what follows them; nothing does at the end."""
        empty = self.before is not None and self.before.kind in _BEFORE_CONTENT
        for token in self.waiting:
            if not self.levels.brackets:
                column = column_of_comment(token.column, place, open_above, empty=empty)
            elif following and following.kind in CLOSING:
                column = place.new + STEP
            else:
                column = place.new
            self._add_row(token, Row(" " * column + token.text))
        self.waiting = []

    def _add_row(self, token: Token, row: Row) -> None:
        if self.rows and (self.blank or token.breaks > 1):
            self.rows.append(Row(""))
        self.blank = False
        self.rows.append(row)


def _tokens_after(tokens: Sequence[Token]) -> list[Token | None]:
    """For every token the next one that is no comment."""
    found: list[Token | None] = []
    following: Token | None = None
    for token in reversed(tokens):
        found.append(following)
        following = following if token.kind == COMMENT else token
    return found[::-1]


def _is_key(following: Token | None) -> bool:
    return following is not None and following.kind == ":" and not following.breaks


def _continues(row: Row, token: Token, following: Token | None) -> bool:
    """Whether a comment on its own line goes on with the one at the end of the line above."""
    return (
        bool(row.comment)
        and (row.line + 1, row.column) == (token.line, token.column)
        and (following is None or following.column != token.column)
    )


def _gap(before: Token, token: Token) -> str:
    if before.kind == ":":  # even before a bracket: libyaml takes `a:]` for a word
        return " "
    if before.kind in OPENING or token.kind in CLOSING or token.kind == ",":
        return ""
    if token.kind == ":" and (before.kind == TEXT or before.kind in CLOSING):
        return ""
    return " "


def _without_end(line: str, *, quoted: bool) -> str:
    """A line of a scalar without the space at its end, which means nothing; but an escaped one does."""
    bare = line.rstrip(" \t")
    slashes = _BACKSLASHES.search(bare)
    escaped = quoted and slashes is not None and len(slashes[0]) % 2
    return line[: len(bare) + 1] if escaped else bare


def _shifted(line: str, old: int, new: int) -> str:
    if not line.strip(" ") and len(line) <= old:
        return ""
    return " " * new + line[old:]
