"""How deep a line stands, by the lists, mappings and brackets that are open there: where it was, and where it goes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from blueprint_cli.edit.tokens import MARKER, LeftAlone, Token

if TYPE_CHECKING:
    from collections.abc import Sequence

STEP = 2
OPENING, CLOSING = frozenset("[{"), frozenset("]}")


class Shift(NamedTuple):
    """A column before and after."""

    old: int
    new: int


class Level(NamedTuple):
    """An open block list or block mapping."""

    old: int
    new: int
    is_list: bool


@dataclass(slots=True)
class Bracket:
    """An open bracket.

    Attributes:
        base: the new column of the line that it opens in: its closing bracket returns there.
        first: the column of what follows it on its line.
    """

    base: int
    first: Shift | None = None


@dataclass
class Levels:
    """What is open at a place of the text, outermost first."""

    blocks: list[Level] = field(default_factory=list)
    brackets: list[Bracket] = field(default_factory=list)

    def below(self) -> int:
        """The new column of what belongs to the innermost block and starts a line."""
        return self.blocks[-1].new + STEP if self.blocks else 0

    def indent(self, token: Token, *, key: bool) -> int:
        """The new column of a token that starts a line; blocks that end before it are closed."""
        if self.brackets:
            return self._in_brackets(token)
        if token.kind == MARKER:
            self.blocks.clear()
            return 0
        if token.kind == "-" or key or token.kind in ("?", ":"):
            return self._level(token.column, is_list=token.kind == "-").new
        return self.below()

    def _in_brackets(self, token: Token) -> int:
        bracket = self.brackets[-1]
        if token.kind in CLOSING:
            return bracket.base
        if bracket.first is not None and bracket.first.old == token.column:  # below the first item: aligned
            return bracket.first.new
        return bracket.base + STEP

    def _level(self, column: int, *, is_list: bool) -> Level:
        blocks = self.blocks
        # A list may stand at the column of its key: a key there ends the list, a dash goes on with it.
        while blocks and (blocks[-1].old, blocks[-1].is_list and not is_list) > (column, False):
            blocks.pop()
        if not (blocks and (blocks[-1].old, blocks[-1].is_list) == (column, is_list)):
            blocks.append(Level(column, self.below(), is_list))
        return blocks[-1]

    def close(self) -> None:
        """A bracket closes.

        Raises:
            LeftAlone: none was open; libyaml lets `[?]]` pass.
        """
        if not self.brackets:
            raise LeftAlone("a bracket closes that was not opened")
        self.brackets.pop()

    def open_within(self, column: Shift, *, is_list: bool) -> None:
        """A block begins within a line, after a dash."""
        self.blocks.append(Level(*column, is_list))


def column_of_comment(column: int, following: Shift, open_above: Sequence[Level], *, empty: bool) -> int:
    """The new column of a comment on its own line, in blocks.

    It goes with the token that follows, or, where it is indented further, with the innermost block that ends here and
    is not indented further than the comment.

    Args:
        column: where it was.
        following: the column of the token that follows.
        open_above: the blocks that are open on the line above.
        empty: whether a value could stand here: `teams:` with nothing but comments below.
    """
    innermost = open_above[-1] if open_above else None
    if empty and innermost and following.old <= innermost.old < column:
        return innermost.new + STEP
    ended = [level for level in open_above if following.old < level.old <= column]
    # A list may stand at the column of its key: the comment goes with the key, the first of the two.
    return max(ended, key=lambda level: level.old).new if ended else following.new
