"""The unified diff of two versions of a file that are mostly alike: what `diff -u` shows, in the time of one pass."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_AROUND = 3
"""Lines that are shown before and behind a change."""
_ALIKE_AGAIN = 3
"""So many lines that are the same again end a stretch of changes."""
_FARTHEST = 120
"""Changes over more lines than these, of both versions together, are left to the general way of finding them."""


class Block(NamedTuple):
    """Lines of one version, and the lines of the other that take their place; counted from 0, the ends not included."""

    start: int
    end: int
    new_start: int
    new_end: int


def unified(before: Sequence[str], after: Sequence[str], path: str, end: str = "\n") -> Iterator[str]:
    """The lines of the diff; nothing where nothing is changed.

    Args:
        before: the lines of one version.
        after: the lines of the other.
        path: the file, for the heading.
        end: what ends the lines of the headings.
    """
    hunks = list(_hunks(list(changed_blocks(before, after))))
    if hunks:
        yield f"--- {path}{end}"
        yield f"+++ {path}{end}"
    for hunk in hunks:
        start, new_start = max(hunk[0].start - _AROUND, 0), max(hunk[0].new_start - _AROUND, 0)
        stop, new_stop = min(hunk[-1].end + _AROUND, len(before)), min(hunk[-1].new_end + _AROUND, len(after))
        yield f"@@ -{_range(start, stop)} +{_range(new_start, new_stop)} @@{end}"
        for block in hunk:
            yield from (f" {line}" for line in before[start : block.start])
            yield from (f"-{line}" for line in before[block.start : block.end])
            yield from (f"+{line}" for line in after[block.new_start : block.new_end])
            start = block.end
        yield from (f" {line}" for line in before[start:stop])


def changed_blocks(before: Sequence[str], after: Sequence[str]) -> Iterator[Block]:
    """Where two versions differ, from the beginning to the end."""
    here = there = 0
    while here < len(before) or there < len(after):
        if here < len(before) and there < len(after) and before[here] == after[there]:
            here, there = here + 1, there + 1
            continue
        behind, new_behind = _alike_again(before, after, here, there)
        matcher = SequenceMatcher(None, before[here:behind], after[there:new_behind])
        for what, start, end, new_start, new_end in matcher.get_opcodes():
            if what != "equal":
                yield Block(here + start, here + end, there + new_start, there + new_end)
        here, there = behind, new_behind


def _alike_again(before: Sequence[str], after: Sequence[str], here: int, there: int) -> tuple[int, int]:
    """The nearest places behind a difference from which both versions go on alike; their ends where there are none."""
    for apart in range(1, _FARTHEST + 1):
        for gone in range(apart + 1):
            old, new = here + gone, there + apart - gone
            lines = before[old : old + _ALIKE_AGAIN]
            if (
                old <= len(before)
                and new <= len(after)
                and lines == after[new : new + _ALIKE_AGAIN]
                and (len(lines) == _ALIKE_AGAIN or len(before) - old == len(after) - new)
            ):
                return old, new
    return len(before), len(after)


def _hunks(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Blocks that stand so near to each other that the lines around them meet."""
    hunk: list[Block] = []
    for block in blocks:
        if hunk and block.start - hunk[-1].end > 2 * _AROUND:
            yield hunk
            hunk = []
        hunk.append(block)
    if hunk:
        yield hunk


def _range(start: int, stop: int) -> str:
    """Lines as the heading of a hunk counts them: the first from 1, and how many where it is not one."""
    length = stop - start
    first = start + 1 if length else start
    return str(first) if length == 1 else f"{first},{length}"
