"""From the tree back to text: blocks indented by two, brackets on one line where they fit, comments at their elements."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from blueprint_cli.edit.tree import Child, Node, Remark, Tree

WIDTH = 120
"""Brackets that would make a line longer are written as a block."""

_STEP = 2
_GAP = 2


def printed(tree: Tree) -> list[str]:
    """The lines of a file."""
    lines = [*tree.head, *_block(tree.root, 0), *_remarks(tree.root.tail, 0)]
    while lines and not lines[0]:
        lines.pop(0)
    return lines


def in_line(node: Node) -> str | None:
    """A value on one line, or None where it cannot be: it is a block, holds comments, or a text of several lines."""
    if node.tail:
        return None
    if node.kind == "scalar":
        return None if node.block else (_unfolded(node.lines) or None) if node.lines else ""
    if not node.flow:
        return None
    parts = [_part(child) for child in node.children]
    if None in parts:
        return None
    inner = ", ".join(part for part in parts if part is not None)
    return f"{{{inner}}}" if node.kind == "mapping" else f"[{inner}]"


def _part(child: Child) -> str | None:
    said = in_line(child.value) if child.bare else None
    if said is None:
        return None
    return f"{child.key}: {said}" if child.key else said


def _block(node: Node, column: int) -> Iterator[str]:
    """The lines of a value that stands in a block of that column."""
    for number, child in enumerate(node.children):
        if not child.key and child.value.children and not _fits(child.value, column + _STEP):
            _lift_remarks(child)
        if number == 0:
            _close_up(child)
        yield from _remarks(child.above, column)
        if child.blank:
            yield ""
        yield from _with_key(child, column) if child.key else _item(child, column)


def _close_up(first: Child) -> None:
    """No blank line stands before the first one."""
    if first.above:
        first.above[0].blank = False
    else:
        first.blank = False


def _lift_remarks(item: Child) -> None:
    """What is said beside a dash, or above the first key after it, stands above the dash."""
    first = item.value.children[0]
    lifted = [] if item.beside is None else [item.beside]
    item.beside = None
    if item.value.kind == "mapping":
        lifted += first.above
        first.above = []
    first.blank = False
    if lifted and not item.above:  # the blank line stands before all of it
        lifted[0].blank, item.blank = item.blank, False
    item.above += lifted


def _fits(node: Node, column: int) -> bool:
    said = in_line(node)
    return said is not None and (column + len(said) <= WIDTH or not node.children)


def _with_key(child: Child, column: int) -> Iterator[str]:
    indent = " " * column
    start = f"{indent}{child.key}:"
    value = child.value
    if value.kind == "scalar":
        yield from _scalar(child, f"{start} " if value.lines else start, column)
        yield from _remarks(value.tail, column + _STEP)
    elif _fits(value, len(start) + 1):
        yield _beside(f"{start} {in_line(value)}", child.beside)
    else:
        if child.beside is not None and value.flow:
            child.beside.column = 0
        yield _beside(start, child.beside)
        yield from _block(value, column + _STEP)
        yield from _remarks(value.tail, column + _STEP)


def _item(child: Child, column: int) -> Iterator[str]:
    start = f"{' ' * column}- "
    value = child.value
    if value.kind == "scalar":
        yield from _scalar(child, start if value.lines else start.rstrip(), column)
        yield from _remarks(value.tail, column + _STEP)
        return
    if _fits(value, len(start)):
        yield _beside(f"{start}{in_line(value)}", child.beside)
        return
    lines = list(_block(value, column + _STEP))
    if child.beside is not None or not lines or not lines[0].strip():
        yield _beside(start.rstrip(), child.beside)
        yield from lines
    else:
        yield start + lines[0][column + _STEP :]
        yield from lines[1:]
    yield from _remarks(value.tail, column + _STEP)


def _scalar(child: Child, start: str, column: int) -> Iterator[str]:
    lines = child.value.lines
    if not lines:
        yield _beside(start, child.beside)
    elif child.value.block:
        yield start + lines[0]
        yield from (" " * column + line if line.strip() else "" for line in lines[1:])
    elif (whole := _unfolded(lines)) and len(start) + len(whole) <= WIDTH:
        yield _beside(start + whole, child.beside)
    else:
        below = " " * (column + _STEP)
        shown = [start + lines[0], *(below + line if line else "" for line in lines[1:])]
        yield from shown[:-1]
        yield _beside(shown[-1], child.beside)


def _unfolded(lines: list[str]) -> str:
    """A text over several lines as one line; empty where line breaks say something, or were escaped."""
    return "" if "" in lines or any(line.endswith("\\") for line in lines) else " ".join(lines)


def _beside(line: str, remark: Remark | None) -> str:
    if remark is None:
        return line
    return f"{line:{max(remark.column, len(line) + _GAP)}}{remark.text}"


def _remarks(remarks: Iterable[Remark], column: int) -> Iterator[str]:
    for remark in remarks:
        if remark.blank:
            yield ""
        yield " " * column + remark.text
