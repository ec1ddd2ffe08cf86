"""A file as a tree that keeps what data forgets: comments at their elements, quotes, brackets, blank lines."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from blueprint_cli.edit.tokens import COMMENT, CONTENT, HEADER, MARKER, TEXT, Token
from blueprint_cli.source.document import LINE_END

if TYPE_CHECKING:
    from collections.abc import Sequence


_ON_PURPOSE = 3
"""A gap of so many spaces was made to bring a comment into a column."""


class NoTree(Exception):  # noqa: N818 - the text has what the tree cannot hold; it keeps its arrangement
    """An explicit key, a document mark in the middle, a list as a key: rare, and none of a blueprint's needs."""


@dataclass(slots=True)
class Remark:
    """A comment.

    Attributes:
        text: with its `#`.
        column: where it was brought to by several spaces, so that comments in a column stay in one; 0 anywhere.
        blank: whether a blank line stands before it.
    """

    text: str
    column: int = 0
    blank: bool = False


@dataclass(slots=True)
class Node:
    """A value.

    Attributes:
        kind: `scalar`, `mapping` or `list`.
        flow: whether it is written in brackets.
        lines: a scalar as written, without the indentation of its further lines; empty for nothing.
        block: whether the scalar is a block scalar: its lines are relative to the column of what holds it.
        children: the entries of a mapping, the items of a list.
        tail: comments after the last child.
    """

    kind: str
    flow: bool = False
    lines: list[str] = field(default_factory=list)
    block: bool = False
    children: list[Child] = field(default_factory=list)
    tail: list[Remark] = field(default_factory=list)


@dataclass(slots=True)
class Child:
    """An entry of a mapping, or an item of a list.

    Attributes:
        key: as written; empty for an item.
        above: comments on their own lines before it.
        beside: the comment at the end of its first line (of the last, for a text of several lines).
        blank: whether a blank line stands before it, below its comments.
    """

    value: Node
    key: str = ""
    above: list[Remark] = field(default_factory=list)
    beside: Remark | None = None
    blank: bool = False

    @property
    def bare(self) -> bool:
        """Whether it carries no comment of its own."""
        return not self.above and self.beside is None


@dataclass
class Tree:
    """A file.

    Attributes:
        head: lines before the content: `---`, `%YAML`.
        root: its value.
    """

    head: list[str]
    root: Node


class _Parser:
    """From tokens whose white space is canonical already."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = list(tokens)
        self.at = 0
        self.waiting: list[tuple[Remark, int]] = []
        self.blank_due = False

    def tree(self) -> Tree:
        head: list[str] = []
        while self.at < len(self.tokens) and self.tokens[self.at].kind == MARKER:
            head.append(self.tokens[self.at].text)
            self.at += 1
        root = self._block(-1)
        self._gather()
        root.tail += [remark for remark, _ in self.waiting]
        if self.at < len(self.tokens):
            raise NoTree
        return Tree(head, root)

    def _peek(self) -> Token | None:
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def _take(self) -> Token:
        token = self.tokens[self.at]
        self.at += 1
        return token

    def _is_apart(self, token: Token) -> bool:
        """Whether a blank line stands before a token; one below a block scalar belongs to its text."""
        due, self.blank_due = self.blank_due, False
        return due or token.breaks > 1

    def _gather(self) -> None:
        """Take the comments that stand on lines of their own."""
        while (token := self._peek()) is not None and token.kind == COMMENT:
            self.waiting.append((Remark(token.text, blank=self._is_apart(token)), token.column))
            self.at += 1

    def _beside(self) -> Remark | None:
        token = self._peek()
        if token is not None and token.kind == COMMENT and not token.breaks and self.at:
            self.at += 1
            return Remark(token.text, token.column if token.gap >= _ON_PURPOSE else 0)
        return None

    def _settled(self) -> list[Remark]:
        """The comments that wait: deeper ones have been taken as tails."""
        found = [remark for remark, _ in self.waiting]
        self.waiting = []
        return found

    def _tail(self, node: Node, column: int) -> Node:
        """Give a block the comments at its end: those that are indented like its children."""
        self._gather()
        following = self._peek()
        stop = following.column if following is not None else -1
        while self.waiting and self.waiting[0][1] >= column > stop:
            node.tail.append(self.waiting.pop(0)[0])
        return node

    def _block(self, above: int) -> Node:
        """The value that stands here, in a block whose own column is `above`."""
        self._gather()
        token = self._peek()
        if token is None or token.column <= above:
            return Node("scalar")
        if token.kind == "-":
            return self._list(token.column)
        if token.kind == TEXT and self._is_key():
            return self._mapping(token.column)
        if token.kind in (MARKER, "?", ":", ",", "]", "}"):
            raise NoTree
        return self._inline(above)

    def _is_key(self) -> bool:
        following = self.tokens[self.at + 1] if self.at + 1 < len(self.tokens) else None
        return following is not None and following.kind == ":" and not following.breaks

    def _list(self, column: int) -> Node:
        node = Node("list")
        while True:
            self._gather()
            token = self._peek()
            if token is None or token.kind != "-" or token.column != column:
                return self._tail(node, column)
            blank = self._is_apart(token)
            above = self._settled()
            self._take()
            beside = self._beside()
            value = self._block(column)
            node.children.append(Child(value, "", above, beside or self._beside_of(value), blank))

    def _mapping(self, column: int) -> Node:
        node = Node("mapping")
        while True:
            self._gather()
            token = self._peek()
            if token is None or token.column != column or token.kind != TEXT or not self._is_key():
                if token is not None and token.column == column and token.kind != "-":
                    raise NoTree
                return self._tail(node, column)
            blank = self._is_apart(token)
            above = self._settled()
            key = self._take().text
            self._take()
            node.children.append(self._entry(key, above, column, blank=blank))

    def _entry(self, key: str, above: list[Remark], column: int, *, blank: bool) -> Child:
        beside = self._beside()
        self._gather()
        following = self._peek()
        is_list_here = following is not None and following.kind == "-" and following.column == column
        value = self._list(column) if is_list_here else self._block(column)
        if not value.children and not value.lines and not value.flow and value.kind == "scalar":
            self._inner_comments(value, column)
        return Child(value, key, above, beside or self._beside_of(value), blank)

    def _inner_comments(self, value: Node, column: int) -> None:
        """Below a key with nothing after it, comments that are indented further are its own."""
        while self.waiting and self.waiting[0][1] > column:
            value.tail.append(self.waiting.pop(0)[0])

    def _beside_of(self, value: Node) -> Remark | None:
        """The comment at the end of the line of a value without lines below it."""
        return self._beside() if value.kind == "scalar" or value.flow else None

    def _inline(self, column: int) -> Node:
        token = self._take()
        if token.kind == HEADER:
            return self._block_scalar(token, column)
        if token.kind == TEXT:
            first, *more = LINE_END.split(token.text)
            return Node("scalar", lines=[first, *(line.strip(" \t") for line in more)])
        if token.kind in ("{", "["):
            return self._flow(token.kind)
        raise NoTree

    def _block_scalar(self, header: Token, column: int) -> Node:
        beside = self._beside()
        token = self._peek()
        lines = LINE_END.split(self._take().text) if token is not None and token.kind == CONTENT else []
        if lines:  # nothing stands after the last line end
            lines.pop()
        if "+" not in header.text:
            while lines and not lines[-1].strip():
                lines.pop()
                self.blank_due = True
        start = max(column, 0)
        shown = [header.text + (f"  {beside.text}" if beside else "")]
        return Node("scalar", lines=[*shown, *(line[start:] for line in lines)], block=True)

    def _flow(self, opening: str) -> Node:
        node = Node("mapping" if opening == "{" else "list", flow=True)
        closing = "}" if opening == "{" else "]"
        while True:
            self._gather()
            token = self._peek()
            if token is None:
                raise NoTree
            if token.kind == closing:
                self._take()
                node.tail += self._settled()
                return node
            above = self._settled()
            child = self._flow_child(mapping=opening == "{")
            child.above = above
            node.children.append(child)
            child.beside = child.beside or self._beside()
            self._gather()
            token = self._peek()
            if token is not None and token.kind == ",":
                self._take()
                child.beside = child.beside or self._beside()

    def _flow_child(self, *, mapping: bool) -> Child:
        token = self._peek()
        if mapping:
            if token is None or token.kind != TEXT or not self._is_key():
                raise NoTree
            key = self._take().text
            self._take()
            following = self._peek()
            if following is not None and following.kind in (",", "}"):
                return Child(Node("scalar"), key)
            if following is not None and following.kind == COMMENT:
                raise NoTree
            return Child(self._flow_value(), key)
        if token is not None and token.kind == TEXT and self._is_key():
            raise NoTree  # `[a: b]`, a mapping without braces
        return Child(self._flow_value())

    def _flow_value(self) -> Node:
        token = self._peek()
        if token is None or token.kind not in (TEXT, "{", "["):
            raise NoTree
        return self._inline(-1)


def tree_of(tokens: Sequence[Token]) -> Tree:
    """The tree of a text whose white space is canonical.

    Raises:
        NoTree: it holds what the tree cannot.
    """
    return _Parser(tokens).tree()
